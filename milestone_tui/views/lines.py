"""Lines of text with style names: clipped, filled, spread and wrapped to a number of cells. Knows no colours and no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from milestone_tui.text.terminal import cell_width, clipped

Piece = tuple[str, str]
"""Text, and the names of its style with spaces between: meanings of the themes such as `late`; `bold`, `italic`, `strike`."""

Line = tuple[Piece, ...]


class Drawn(NamedTuple):
    """One line of a row as it goes to the screen."""

    line: Line
    hot: int
    """How many cells from the left the cursor covers when it is on the row."""


def plain(line: Iterable[Piece]) -> str:
    """The text alone."""
    return "".join(text for text, _ in line)


def width_of(line: Iterable[Piece]) -> int:
    """Cells that the line takes."""
    return sum(cell_width(text) for text, _ in line)


def clip(line: Line, width: int, ellipsis: str) -> Line:
    """The line cut to at most `width` cells; what was cut is marked with `ellipsis`."""
    if width_of(line) <= width:
        return line
    room = width - cell_width(ellipsis)
    if room < 0:
        return ((ellipsis[: max(width, 0)], ""),)
    out: list[Piece] = []
    for text, style in line:
        cells = cell_width(text)
        if cells > room:
            out.append((clipped(text, room, "") + ellipsis, style))
            break
        out.append((text, style))
        room -= cells
    return tuple(out)


def fill(line: Line, width: int, right: bool = False) -> Line:
    """The line with spaces up to `width` cells; at its left when `right`."""
    missing = width - width_of(line)
    if missing <= 0:
        return line
    blank = (" " * missing, "")
    return (blank, *line) if right else (*line, blank)


def spread(left: Line, right: Line, width: int, ellipsis: str, gap: int = 2) -> Line:
    """`left` at the left, `right` at the right end of `width` cells; `left` is cut first, then `right` goes."""
    taken = width_of(right)
    if not taken:
        return clip(left, width, ellipsis)
    if taken + gap > width:
        return clip(left or right, width, ellipsis)
    left = clip(left, width - taken - gap, ellipsis)
    return (*fill(left, width - taken), *right)


def joined(parts: Sequence[Line], between: Piece) -> Line:
    """The parts that are not empty, with `between` between them."""
    out: list[Piece] = []
    for part in parts:
        if part:
            out += [between, *part] if out else part
    return tuple(out)


def wrapped(line: Line, width: int, most: int = 0, ellipsis: str = "…") -> list[Line]:
    """The line broken at its spaces, not at no-break ones, to `width` cells; into at most `most` lines unless that is 0."""
    if width_of(line) <= width or width < 1:
        return [_merged(line) if width >= 1 else ()]
    lines: list[list[Piece]] = [[]]
    room = width
    for text, style in line:
        for word in _words(text, width):
            cells = cell_width(word)
            if cells > room and cell_width(word.rstrip(" ")) > room:
                lines.append([])
                room = width
            if lines[-1] or word.strip(" "):
                lines[-1].append((word, style))
                room -= cells
    out = [_merged(pieces) for pieces in lines]
    if most and len(out) > most:
        rest = tuple(piece for pieces in out[most - 1 :] for piece in (*pieces, (" ", "")))
        out[most - 1 :] = [clip(rest, width, ellipsis)]
    return out


def begun(lines: Sequence[Line], most: int, width: int, ellipsis: str) -> list[Line]:
    """The first `most` lines; where there are more, the last of them ends with `ellipsis`, in at most `width` cells."""
    out = list(lines[: max(most, 0)])
    if out and len(lines) > most:
        out[-1] = clip((*out[-1], (f" {ellipsis}", "dim")), width, ellipsis)
    return out


def _words(text: str, width: int) -> Iterable[str]:
    """The words of a text, each with the spaces behind it; those wider than a line in pieces, at their no-break spaces first."""
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and text[end] != " ":
            end += 1
        while end < len(text) and text[end] == " ":
            end += 1
        word = text[start:end]
        while cell_width(word.rstrip(" ")) > width:
            head = _head(word, width)
            yield f"{head[:-1]} " if head.endswith("\xa0") else head
            word = word[len(head) :]
        yield word
        start = end


def _head(word: str, width: int) -> str:
    """As much of the word as `width` cells hold, at least a character; up to a no-break space where there is one."""
    cells = 0
    for number, character in enumerate(word):
        cells += cell_width(character)
        if cells > width:
            together = number + 1 if character == "\xa0" else word.rfind("\xa0", 0, number) + 1
            return word[: together or max(number, 1)]
    return word


def _merged(pieces: Sequence[Piece]) -> Line:
    out: list[Piece] = []
    for text, style in pieces:
        text = text.replace("\xa0", " ")
        if out and out[-1][1] == style:
            out[-1] = (out[-1][0] + text, style)
        else:
            out.append((text, style))
    if out:
        out[-1] = (out[-1][0].rstrip(" "), out[-1][1])
    return tuple(out)
