"""Lines as strips of styled cells, and the stretch in which two strips differ, so that only that is sent."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from milestone_tui.text.terminal import cell_width
from milestone_tui.tui.widgets.ink import Ink
from milestone_tui.views.lines import Piece


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


def changed_stretch(old: Strip, new: Strip) -> tuple[int, int] | None:
    """From which to which cell two strips of one width differ; None when they do not."""
    before, after = list(old), list(new)
    start = 0
    left = 0
    while left < len(before) and left < len(after) and before[left] == after[left]:
        start += before[left].cell_length
        left += 1
    if left == len(before) == len(after):
        return None
    end = new.cell_length
    right = 0
    while right < min(len(before), len(after)) - left and before[-1 - right] == after[-1 - right]:
        end -= before[-1 - right].cell_length
        right += 1
    if old.cell_length != new.cell_length:
        return start, max(old.cell_length, new.cell_length)
    return start, end
