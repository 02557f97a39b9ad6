"""Bytes, lines, spans and patches. Knows no Markdown, no YAML, no paths."""
