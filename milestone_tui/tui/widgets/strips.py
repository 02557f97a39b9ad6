"""Lines as strips of styled cells, and the stretches in which two strips differ, so that only those are sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from textual.strip import Strip

from milestone_tui.text.terminal import cell_width
from milestone_tui.tui.widgets.ink import Ink
from milestone_tui.views.lines import Piece

_GAP = 12
"""Cells."""


def strip_of(line: Sequence[Piece], width: int, ink: Ink, hot: int = 0) -> Strip:
    """The line at exactly `width` cells, the first `hot` of them under the cursor."""
    segments: list[Segment] = []
    at = 0
    for text, style in line:
        if not text:
            continue
        cells = cell_width(text)
        if at < hot < at + cells:
            head, tail = Segment(text, None).split_cells(hot - at)
            _add(segments, head.text, ink, style, True)
            _add(segments, tail.text, ink, style, False)
        else:
            _add(segments, text, ink, style, at < hot)
        at += cells
    if at < width:
        _add(segments, " " * (width - at), ink, "", False)
    strip = Strip(segments, max(at, width))
    return strip.crop(0, width) if at > width else strip


def _add(segments: list[Segment], text: str, ink: Ink, style: str, hot: bool) -> None:
    made = ink.style(style, hot)
    if segments and (segments[-1].style == made or (not hot and text.isspace() and not _ground_differs(segments[-1], ink))):
        segments[-1] = Segment(segments[-1].text + text, segments[-1].style)
    else:
        segments.append(Segment(text, made))


def _ground_differs(segment: Segment, ink: Ink) -> bool:
    """Whether spaces would look other in the style of that segment than in the plain one."""
    style = segment.style
    return style is None or style.bgcolor != ink.base.bgcolor or bool(style.reverse or style.underline or style.strike)


def changed_stretches(old: Strip, new: Strip) -> list[tuple[int, int]]:
    """From which to which cell two strips differ; empty when they do not.

    Stretches that only a few equal cells part are one: to go to another place of a line takes about as many bytes.
    """
    before, after = [*old], [*new]
    if old is new or before == after:
        return []
    width = max(old.cell_length, new.cell_length)
    if old.cell_length != new.cell_length or not (_even(before) and _even(after)):
        return [(0, width)]
    found: list[tuple[int, int]] = []
    for start, end in _differing(before, after):
        if found and start - found[-1][1] <= _GAP:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _even(segments: Sequence[Segment]) -> bool:
    """Whether each character takes one cell."""
    return all(each.text.isascii() or cell_width(each.text) == len(each.text) for each in segments)


def _differing(before: Sequence[Segment], after: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The pieces between any two edges of segments that are not the same in both, which are equally long."""
    others = iter(after)
    other, used, at = Segment(""), 0, 0
    for each in before:
        taken = 0
        while taken < len(each.text):
            if used == len(other.text):
                other, used = next(others), 0
                continue
            cells = min(len(each.text) - taken, len(other.text) - used)
            same = each.style == other.style and each.text[taken : taken + cells] == other.text[used : used + cells]
            if not same:
                yield at, at + cells
            taken, used, at = taken + cells, used + cells, at + cells
