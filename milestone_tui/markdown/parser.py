"""The only module that knows the Markdown parser: CommonMark with GFM tables and task lists, as blocks with byte spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from milestone_tui.markdown.blocks import Block
from milestone_tui.markdown.builder import BlockBuilder
from milestone_tui.text.span import Span

try:
    import pyromark

    _OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS
except ImportError:  # no wheel for this machine
    pyromark = None  # type: ignore[assignment]

_STARS_APART = re.compile(rb"\*[ \t]+\*")
_BLANK = b" \t\r\n"


def parse_blocks(text: bytes, start: int) -> tuple[Block, ...]:
    """The blocks of the UTF-8 `text` from byte `start` on, in the order in which they begin."""
    if pyromark is None:
        from milestone_tui.markdown.fallback import parse_blocks_without_pyromark

        return parse_blocks_without_pyromark(text, start)
    body = _without_strong(text[start:]).decode()
    return BlockBuilder(text, start).build(pyromark.events_with_range(body, options=_OPTIONS))


def _without_strong(body: bytes) -> bytes:
    """`body` with commas for the `**` of strong emphasis: a fifth of all events, and no block begins or ends with them.

    Only where stars cannot make a thematic break: nowhere are there three in a row, or two with nothing but space between.
    """
    if b"***" in body or b"**" not in body or _STARS_APART.search(body):
        return body
    return body.replace(b"**", b",,")


def text_lines(text: bytes, start: int, end: int) -> Iterator[Span]:
    """The lines of a paragraph or an item's text, without quote marks, indentation and line endings."""
    at = start
    while at < end:
        stop = text.find(b"\n", at, end)
        stop = end if stop < 0 else stop
        left, right = at, stop
        if at > start:
            while left < right and text[left] in b" \t>":
                left += 1
        while right > left and text[right - 1] in _BLANK:
            right -= 1
        if right > left:
            yield Span(left, right)
        at = stop + 1
