"""A unified difference as lines with styles: what goes, what comes, and where."""

from __future__ import annotations

from milestone_tui.text.terminal import harmless
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, clip

_STYLES = {"+": "status-completed", "-": "late", "@": "dim", " ": ""}


def difference_lines(diff: str, width: int, glyphs: Glyphs) -> list[Line]:
    """The lines of a unified difference without its two lines of file names, none wider than `width` cells."""
    lines = diff.splitlines()
    body = lines[2:] if len(lines) > 1 and lines[0].startswith("---") else lines
    return [clip(((harmless(line), _STYLES.get(line[:1], "")),), width, glyphs.ellipsis) for line in body]
