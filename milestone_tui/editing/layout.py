"""The lines of a document as an edit sees them: what an item takes up, what stands before its bullet, how lines end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.markdown.blocks import Item
from milestone_tui.markdown.document import Document
from milestone_tui.text.patch import Patch

_MARKER = re.compile(rb"(?P<bullet>[-*+]|(?P<number>\d{1,9})(?P<after>[.)]))(?P<gap>[ \t]*)")
_BREAK = re.compile(rb"\r\n|\n|\r")
_MARGIN = re.compile(rb"[ \t>]*$")
_BLANK = b" \t>"


class Line(NamedTuple):
    """One line taken apart."""

    content: bytes
    ending: bytes
    """Its line break; empty for a last line without one."""


class Marker(NamedTuple):
    """What an item begins with."""

    bullet: bytes
    """`-`, `*`, `+` or a number with its `.` or `)`."""
    number: int
    """-1 for a bullet."""
    gap: bytes
    """The space behind it."""

    @property
    def width(self) -> int:
        """Columns that nested lines have to be indented by; a marker with nothing or a tab behind it counts one space."""
        return len(self.bullet) + (len(self.gap) if self.gap and self.gap.isspace() and b"\t" not in self.gap else 1)


class Extent(NamedTuple):
    """The lines that an item takes with everything nested in it, blank lines behind it left out."""

    first: int
    last: int


class Layout:
    """Lines of a document, numbered from 1."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.data = document.data
        self.lines = document.lines

    def __len__(self) -> int:
        return len(self.lines)

    def start(self, number: int) -> int:
        """The first byte of a line; a BOM is not part of the first."""
        start = self.lines.span_of(number).start
        return max(start, self.document.source.bom)

    def line(self, number: int) -> Line:
        """A line of the file as it is."""
        start, end = self.start(number), self.lines.span_of(number).end
        raw = self.data[start:end]
        found = _BREAK.search(raw)
        return Line(raw[: found.start()], found.group()) if found else Line(raw, b"")

    def content_end(self, number: int) -> int:
        """The byte after a line without its break."""
        return self.start(number) + len(self.line(number).content)

    def is_blank(self, number: int) -> bool:
        """Whether nothing stands in a line but space and quote marks; lines beyond the file are blank."""
        return not 1 <= number <= len(self) or not self.line(number).content.strip(_BLANK)

    def ending(self, number: int) -> bytes:
        """The line break to use near a line: its own, else that of the lines above it, else that of the file."""
        for near in range(min(number, len(self)), max(0, number - 4), -1):
            if self.line(near).ending:
                return self.line(near).ending
        found = _BREAK.search(self.data)
        return found.group() if found else b"\n"

    def extent(self, item: Item) -> Extent:
        """The lines of an item and of what is nested in it."""
        first = self.lines.line_at(item.start)
        last = max(first, self.lines.line_at(max(item.start, item.end - 1)))
        while last > first and self.is_blank(last):
            last -= 1
        return Extent(first, last)

    def margin(self, item: Item) -> bytes | None:
        """What stands before an item's marker: space and quote marks; None when another item begins on its line."""
        before = self.data[self.start(self.lines.line_at(item.start)) : item.start]
        return before if _MARGIN.match(before) else None

    def marker(self, item: Item) -> Marker:
        """The marker of an item."""
        found = _MARKER.match(self.data, item.start)
        if found is None:
            return Marker(b"-", -1, b" ")
        return Marker(found["bullet"], int(found["number"]) if found["number"] else -1, found["gap"])

    def inserted(self, behind: int, lines: Sequence[Line]) -> Patch:
        """New lines behind a line (0: before the first). Lines without a break of their own get one of the place."""
        own = self.ending(behind)
        endings = [line.ending or own for line in lines]
        last = self.line(behind) if behind else None
        if last is not None and not last.ending:
            text = b"".join(each + line.content for each, line in zip([own, *endings], lines, strict=False))
            return Patch(len(self.data), b"", text)
        at = self.lines.span_of(behind).end if behind else self.document.source.bom
        return Patch(at, b"", b"".join(line.content + each for line, each in zip(lines, endings, strict=True)))

    def removed(self, first: int, last: int) -> Patch:
        """Lines taken out; where the file ends without a line break it does so afterwards."""
        start, end = self.start(first), self.lines.span_of(last).end
        if not self.line(last).ending and first > 1:
            start = self.content_end(first - 1)
        return Patch(start, self.data[start:end], b"")
