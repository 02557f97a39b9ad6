"""The lines of `explain`: line number, the file's text, and what it was read as."""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.reading.explaining import Explained, explain
from milestone_tui.reading.reader import Reading
from milestone_tui.text.repair import repair
from milestone_tui.text.terminal import harmless
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, clip, fill, plain

_LEAST_TEXT = 24
_MOST_TEXT = 76
_RULE_CELLS = 40
"""What is left, if possible, for what a line was read as."""


def explain_lines(reading: Reading, width: int, glyphs: Glyphs) -> Iterator[str]:
    """One line for each line of the file."""
    total = len(reading.document.lines)
    for each in explain(reading):
        yield plain(explained_line(each, total, width, glyphs)).rstrip()


def explained_line(each: Explained, total: int, width: int, glyphs: Glyphs) -> Line:
    """A line of a file of `total` lines: its number, its text, what it was read as and by which rule, in `width` cells.

    What it was read as is never cut.
    """
    digits = len(str(total))
    rule = "|" if glyphs.ellipsis == "..." else "│"
    number = (f"{each.line:>{digits}} {rule} ", "dim")
    if not each.rule:
        return (number,)
    room = min(_MOST_TEXT, max(_LEAST_TEXT, width - _RULE_CELLS - digits))
    text = fill(clip(((harmless(repair(each.text)), "" if each.noun else "dim"),), room, glyphs.ellipsis), room)
    if each.noun:
        return number, *text, (f" {rule} ", "dim"), (harmless(each.noun), "accent"), (f"  ({harmless(each.rule)})", "dim")
    return number, *text, (f" {rule} ", "dim"), (f"{glyphs.dot} {harmless(each.rule)}", "dim")
