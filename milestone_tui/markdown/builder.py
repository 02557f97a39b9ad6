"""From the parser's events to blocks with byte spans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from milestone_tui.markdown.blocks import Block, Fence, Heading, Html, Item, Paragraph, Rule, Table
from milestone_tui.text.span import Span

_MARKER = re.compile(rb"(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ \t\v\fxX]\](?=\s)[ \t]*)?|(?=[\r\n]|$))")
_ATX_CLOSE = re.compile(rb"(?:^|[ \t])#+[ \t]*$")
_KEY_LINE = re.compile(rb"\*\*[^*\n]{1,60}(?::\*\*|\*\*\s*:)")
_USUAL_BOXES = (b"[ ] ", b"[x] ", b"[X] ")
_BLANK = b" \t\r\n"
_WITHIN = b" \t\v\f"
"""What the parser takes for space within a line."""
_NEWLINE, _SPACE, _HASH, _DASH, _BRACKET = b"\n #-["
_new = tuple.__new__
"""Makes a named tuple at half the price; there are two hundred in a file."""


class BlockBuilder:
    """Turns the parser's events into blocks.

    Only beginnings matter: an event's range says where its block ends, so nesting follows from the ranges alone, and the
    many events within a line are passed over.
    """

    def __init__(self, text: bytes, base: int) -> None:
        self.text = text
        self.base = base
        self.blocks: list[Any] = []
        self.open_items: list[tuple[int, int]] = []
        """Index and end of each list item that the present place lies in, outermost first."""
        self.running: int = -1
        """Index of the item whose own text has not ended, or -1; its place in `blocks` is still empty."""
        self.box = -1
        self.quote_end = 0
        self.text_end = -1
        """Where the running item's first paragraph ends, or -1 while that is not known."""

    def build(self, events: Iterable[tuple[Any, Any]]) -> tuple[Block, ...]:
        """The blocks, in the order in which they begin."""
        base = self.base
        for event, at in events:
            if "Start" in event:
                kind = event["Start"]
                if kind == "Item":
                    self.item(at["start"] + base, at["end"] + base)
                elif kind == "TableCell":
                    self.cells.append(_new(Span, (at["start"] + base, at["end"] + base)))
                elif kind == "Strong":
                    continue
                elif kind == "Paragraph":
                    self.paragraph(at["start"] + base, at["end"] + base)
                elif kind == "TableRow" or kind == "TableHead":
                    self.cells: list[Span] = []
                    self.rows.append(self.cells)
                elif kind == "HtmlBlock":
                    self.leaf(Html(at["start"] + base, at["end"] + base))
                elif type(kind) is dict and "List" not in kind:
                    if "Heading" in kind:
                        self.heading(at["start"] + base, at["end"] + base, kind["Heading"]["level"])
                    elif "BlockQuote" not in kind or self.running >= 0 or at["end"] + base > self.quote_end:
                        # a quote within a quote says nothing more
                        self.detailed(kind, at["start"] + base, at["end"] + base)
            elif "TaskListMarker" in event:
                self.box = at["end"] + base - 2  # after tabs the parser's range begins before the bracket
            elif event == "Rule":
                self.leaf(Rule(at["start"] + base, at["end"] + base))
        self.close_item(len(self.text))
        return tuple(self.blocks)

    def detailed(self, kind: dict[str, Any], start: int, end: int) -> None:
        if "Table" in kind:
            self.rows: list[list[Span]] = []
            self.leaf(Table(start, end, self.rows))
        elif "BlockQuote" in kind:
            self.close_item(start)
            self.quote_end = max(self.quote_end, end)
        elif "CodeBlock" in kind:
            detail = kind["CodeBlock"]
            if type(detail) is dict:
                self.leaf(Fence(start, end, detail.get("Fenced", ""), _fence_body(self.text, start, end)))
            else:
                self.leaf(Fence(start, end, "", Span(start, end)))

    def leaf(self, block: Block) -> None:
        self.close_item(block.start)
        self.blocks.append(block)

    def heading(self, start: int, end: int, level: str) -> None:
        text = self.text
        if self.running >= 0:
            self.close_item(start)
        stop = end - 1 if text[end - 1] == _NEWLINE else end
        first = start + int(level[1]) + 1
        marked = text[start] == _HASH == text[first - 2]
        if marked and first < stop and text[first - 1] == _SPACE < text[first] and text[stop - 1] > _HASH:
            # the usual form: one space before the words, nothing behind them
            self.blocks.append(_new(Heading, (start, stop, int(level[1]), _new(Span, (first, stop)))))
        else:
            self.odd_heading(start, end, int(level[1]))

    def odd_heading(self, start: int, end: int, level: int) -> None:
        """An ATX heading with closing marks or more space, or a setext heading."""
        source = self.text[start:end].rstrip(_BLANK)
        end = start + len(source)
        cut = max(source.rfind(b"\n"), source.rfind(b"\r"))
        if cut < 0:  # underlined headings have two lines, whatever they begin with
            body = _ATX_CLOSE.sub(b"", source[level:]).rstrip(_WITHIN)
            first = start + level + len(body) - len(body.lstrip(_WITHIN))
            text = Span(first, max(first, start + level + len(body)))
            self.leaf(Heading(start, end, level, text))
            return
        above = source[:cut].rstrip(_BLANK)
        if b"\n" in above or b"\r" in above or _KEY_LINE.match(above):
            self.leaf(Paragraph(start, start + len(above), self.inside(start), start < self.quote_end))
            self.leaf(Rule(start + cut + 1, end))
        else:
            self.leaf(Heading(start, end, level, Span(start, start + len(above))))

    def inside(self, start: int) -> int:
        """Index of the innermost list item around byte `start`, or -1."""
        open_items = self.open_items
        while open_items and open_items[-1][1] <= start:
            open_items.pop()
        return open_items[-1][0] if open_items else -1

    def paragraph(self, start: int, end: int) -> None:
        if self.running >= 0 and self.text_end < 0 and start <= self.text_start + 4 and start < self.item_end:
            self.text_end = end
            return
        self.close_item(start)
        end = start + len(self.text[start:end].rstrip(_BLANK))
        self.blocks.append(Paragraph(start, end, self.inside(start), start < self.quote_end))

    def item(self, start: int, end: int) -> None:
        if self.running >= 0:
            self.close_item(start)
        open_items = self.open_items
        while open_items and open_items[-1][1] <= start:
            open_items.pop()
        self.depth = len(open_items)
        self.parent = open_items[-1][0] if open_items else -1
        text = self.text
        while text[start] in b" \t\r\n>":  # after tabs the parser's range begins before the marker
            start += 1
        self.item_start, self.item_end = start, end
        self.text_start = _after_marker(text, start)
        self.text_end = -1
        blocks = self.blocks
        self.running = len(blocks)
        blocks.append(None)
        open_items.append((self.running, end))

    def close_item(self, before: int) -> None:
        """The text of the running item, if there is one, ends at byte `before` at the latest."""
        if self.running < 0:
            return
        text, start, item_start, item_end = self.text, self.text_start, self.item_start, self.item_end
        end = self.text_end
        if end < 0:
            end = before if before < item_end else item_end
        quoted = item_start < self.quote_end
        stop = end - 1 if end > start and text[end - 1] == _NEWLINE else end
        if quoted or stop <= start or text[start] <= _SPACE or text[stop - 1] <= _SPACE:
            own = text[start:end]
            own = (_without_quote_lines(own) if quoted else own).rstrip(_BLANK)
            start += len(own) - len(own.lstrip(_BLANK))
            stop = start + len(own.lstrip(_BLANK))
        ordered = 0x30 <= text[item_start] <= 0x39
        span = _new(Span, (start, stop))
        self.blocks[self.running] = _new(Item, (item_start, item_end, self.depth, self.parent, ordered, self.box, span, quoted))
        self.running = self.box = -1


def _without_quote_lines(own: bytes) -> bytes:
    """The text without the lines at its end that hold nothing but quote marks."""
    words = len(own.rstrip(b" \t\r\n>"))
    breaks = [at for at in (own.find(b"\n", words), own.find(b"\r", words)) if at >= 0]
    return own[: min(breaks)] if breaks else own


def _after_marker(text: bytes, start: int) -> int:
    """Where an item's own text begins: after its bullet and its box. The usual `- ` and `- [ ] ` need no pattern."""
    if start + 7 < len(text) and text[start] == _DASH and text[start + 1] == _SPACE:
        third = text[start + 2]
        if third > _SPACE and third != _BRACKET:
            return start + 2
        if third == _BRACKET and text[start + 2 : start + 6] in _USUAL_BOXES and text[start + 6] > _SPACE:
            return start + 6
    marker = _MARKER.match(text, start)
    return marker.end() if marker else start


def _fence_body(text: bytes, start: int, end: int) -> Span:
    source = text[start:end]
    first = source.find(b"\n") + 1
    if first <= 0:
        return Span(end, end)
    trimmed = source.rstrip(_BLANK)
    last = trimmed.rfind(b"\n")
    closing = trimmed[last + 1 :].strip(b" \t>")
    closed = last >= first - 1 and len(closing) >= 3 and closing.strip(closing[:1]) == b"" and closing[:1] in b"`~"
    return Span(start + first, start + (max(first, last + 1) if closed else len(source)))
