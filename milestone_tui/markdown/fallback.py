"""The blocks of a text where there is no pyromark: the same events from markdown-it-py, which knows lines but no columns.

Columns follow from the lines themselves: what stands before a block on its first line is quote marks and the markers of the
list items that begin there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from milestone_tui.markdown.blocks import Block
from milestone_tui.markdown.builder import BlockBuilder

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK = re.compile(rb"\r\n|\n|\r")
_MARKER = re.compile(rb"(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_BOX = re.compile(rb"[ \t]*(\[[ \t\v\fxX]\])(?:[ \t]|$)")
_BLANK = b" \t\v\f"

Event = tuple[Any, dict[str, int]]


def parse_blocks_without_pyromark(text: bytes, start: int) -> tuple[Block, ...]:
    """The blocks of the UTF-8 `text` from byte `start` on, as `parse_blocks` gives them."""
    return BlockBuilder(text, start).build(_Events(text[start:]).all())


class _Events:
    """Block events with byte ranges, in the order in which the blocks begin."""

    def __init__(self, text: bytes) -> None:
        from markdown_it import MarkdownIt
        from markdown_it.rules_block import table

        parser = MarkdownIt("commonmark").disable(["inline"])
        # A line that begins a list, a quote or a heading does that, whatever the next one makes of its strokes.
        parser.block.ruler.before("paragraph", "table_last", table, {"alt": ["paragraph", "reference"]})
        # A tab or a form feed is no line break for the parser; NUL would change the length of nothing that is used here.
        self.tokens: list[Token] = parser.parse(text.decode())
        self.text = text
        self.starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        self.containers: list[tuple[str, int, int]] = []
        """Kind, first line and, for an item, the byte after its marker; outermost first."""
        self.columns = 0

    def all(self) -> Iterator[Event]:
        for number, token in enumerate(self.tokens):
            if token.type in ("blockquote_close", "list_item_close"):
                self.containers.pop()
            elif token.map is not None and token.type not in ("inline", "bullet_list_open", "ordered_list_open"):
                yield from self.of_token(token, token.map[0], token.map[1], number)

    def of_token(self, token: Token, first: int, last: int, number: int) -> Iterator[Event]:
        start, end = self.begin(first), self.line(last)
        kind = token.type
        if kind == "list_item_open":
            marker = _MARKER.match(self.line_text(first), start - self.line(first))
            inside = self.line(first) + marker.end() if marker else start
            self.containers.append(("item", first, inside))
            yield {"Start": "Item"}, _range(start, end)
            yield from self.box(number, first, inside)
        elif kind == "blockquote_open":
            self.containers.append(("quote", first, start + 1))
            yield {"Start": {"BlockQuote": None}}, _range(start, end)
        elif kind == "paragraph_open":
            if not token.hidden:
                yield {"Start": "Paragraph"}, _range(start, end)
        elif kind == "heading_open":
            yield {"Start": {"Heading": {"level": f"H{token.tag[1:]}"}}}, _range(start, end)
        elif kind == "hr":
            yield "Rule", _range(start, end)
        elif kind == "html_block":
            yield {"Start": "HtmlBlock"}, _range(start, end)
        elif kind == "fence":
            yield {"Start": {"CodeBlock": {"Fenced": token.info.strip()}}}, _range(start, self.fence_end(token, first, last))
        elif kind == "code_block":
            yield {"Start": {"CodeBlock": "Indented"}}, _range(start, end)
        elif kind == "table_open":
            self.columns = 0
            yield {"Start": {"Table": None}}, _range(start, end)
        elif kind == "tr_open":
            yield from self.row(start, first)

    def box(self, number: int, first: int, inside: int) -> Iterator[Event]:
        """The task marker of the item that token `number` opens, if it has one."""
        after = self.tokens[number + 1]
        if after.type != "paragraph_open" or after.map is None or after.map[0] != first:
            return
        line = self.line_text(first)
        found = _BOX.match(line, inside - self.line(first))
        if found and self.begin(first) == self.line(first) + found.start(1):
            at = self.line(first)
            yield {"TaskListMarker": None}, _range(at + found.start(1), at + found.end(1))

    def row(self, start: int, line: int) -> Iterator[Event]:
        """A table row with its cells: split at each pipe that has no backslash before it, code or not."""
        begin = self.line(line)
        source = self.line_text(line)
        end = self.line(line + 1)
        spans = _cells(source, start - begin)
        if not self.columns:
            self.columns = len(spans)
            yield {"Start": "TableHead"}, _range(start, end)
        else:
            yield {"Start": "TableRow"}, _range(start, end)
        for left, right in spans[: self.columns]:
            yield {"Start": "TableCell"}, _range(begin + left, begin + right)
        for _ in range(self.columns - len(spans)):
            yield {"Start": "TableCell"}, _range(end, end)

    def fence_end(self, token: Token, first: int, last: int) -> int:
        """Where the closing fence ends, its line break left out; the end of the block where nothing closes it."""
        closing = self.line_text(last - 1)
        mark = closing.strip(_BLANK + b">").decode()
        closed = last - 1 > first and mark.startswith(token.markup) and not mark.strip(token.markup[0])
        return self.line(last - 1) + len(closing) if closed else self.line(last)

    def begin(self, line: int) -> int:
        """The first byte of a block on a line: after the quote marks and item markers that stand before it."""
        at = self.line(line)
        text = self.line_text(line)
        for kind, first, inside in self.containers:
            if first == line:
                at = inside
            elif kind == "quote":
                column = _after_blank(text, at - self.line(line))
                if text[column : column + 1] == b">":
                    at = self.line(line) + column + 1
        return self.line(line) + _after_blank(text, at - self.line(line))

    def line(self, number: int) -> int:
        """Where a line begins; the end of the text for one past the last."""
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def line_text(self, number: int) -> bytes:
        """A line without its break."""
        return self.text[self.line(number) : self.line(number + 1)].rstrip(b"\r\n")


def _range(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": max(start, end)}


def _after_blank(text: bytes, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at


def _cells(line: bytes, start: int) -> list[tuple[int, int]]:
    """Where the cells of a table line lie, the space around their text with them."""
    end = len(line.rstrip(_BLANK))
    at = start + 1 if line[start : start + 1] == b"|" else start
    cells = []
    left = at
    while at < end:
        if line[at] == 0x5C:
            at += 2
            continue
        if line[at] == 0x7C:
            cells.append((left, at))
            left = at + 1
        at += 1
    if left < end or not cells:
        cells.append((left, len(line)))
    return cells
