"""Blocks with spans: front matter, headings, list items and boxes, tables, fences. Knows no milestones."""
