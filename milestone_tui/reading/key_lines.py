"""Lines that state a key and a value, in all the forms that people use (READING R2, `kvline`)."""

from __future__ import annotations

import re
from typing import NamedTuple

from milestone_tui.markdown.blocks import Item, Paragraph
from milestone_tui.markdown.document import Document
from milestone_tui.markdown.parser import text_lines
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.vocabulary.fields import field_named
from milestone_tui.text.span import Span

_COLON = rb"(?::|\xef\xbc\x9a)"
_BOLD = re.compile(
    rb"(?:[^\w\s*`\[|<]{1,16}[ \t]+)?_?(?:\*\*|__)(?P<key>[^*\n]{1,80}?)"
    rb"(?:[ \t]*" + _COLON + rb"[ \t]*(?:\*\*|__)|(?:\*\*|__)_?[ \t]*" + _COLON + rb")[ \t]*"
)
_PLAIN = re.compile(rb"(?P<key>[A-Za-z\x80-\xff][^:*|`\[\]\n]{0,40}?)[ \t]*" + _COLON + rb"(?:[ \t]+|$)")
_NEXT_PAIR = re.compile(
    rb"[ \t]+(?:\||;|,|\xc2\xb7|\xe2\x80\xa2|\xe2\x80\x94|\xe2\x80\x93|\xe2\x86\x92)[ \t]+"
    rb"(?=\*\*[^*\n]{1,60}(?:" + _COLON + rb"[ \t]*\*\*|\*\*[ \t]*" + _COLON + rb"))"
)
_TRAILING = re.compile(rb"(?:\\|<br[ ]?/?>)[ \t]*$")


class KeyLine(NamedTuple):
    """One key with its value."""

    name: str
    """Our name for the key, or empty."""
    key: Span
    value: Span
    """On its line only; may be empty."""
    block: int
    section: int
    bold: bool


def key_lines(document: Document, outline: Outline) -> list[KeyLine]:
    """Every key line of the document, in order. A key that is not bold counts only when we know it."""
    text = document.text
    blocks = document.blocks
    found: list[KeyLine] = []
    for section in outline.sections:
        for index in range(section.first, section.last):
            block = blocks[index]
            kind = type(block)
            if kind is Item:
                if block.box >= 0:  # type: ignore[union-attr]
                    continue
                start, end = block.text  # type: ignore[union-attr]
            elif kind is Paragraph:
                start, end = block.start, block.end
            else:
                continue
            if text.find(b"\n", start, end) < 0:
                _add_pairs(found, text, start, end, index, section.number)
            else:
                for line in text_lines(text, start, end):
                    _add_pairs(found, text, line.start, line.end, index, section.number)
    return found


def pairs(text: bytes, start: int, end: int) -> list[KeyLine]:
    """The key lines of one line of text; `|`, `·` or a dash before a bold key begins another."""
    found: list[KeyLine] = []
    _add_pairs(found, text, start, end, -1, -1)
    return found


def _add_pairs(found: list[KeyLine], text: bytes, start: int, end: int, block: int, section: int) -> None:
    at = start
    while at < end:
        match = _BOLD.match(text, at, end)
        bold = match is not None
        if match is None:
            match = _PLAIN.match(text, at, end)
            if match is None:
                return
        key = Span(match.start("key"), match.end("key"))
        name = field_named(text[key.start : key.end].decode())
        if not bold and not name:
            return
        begin = match.end()
        following = _NEXT_PAIR.search(text, begin, end) if bold and text.find(b"**", begin, end) >= 0 else None
        stop = following.start() if following else end
        value_end = stop
        if text[stop - 1 : stop] in (b"\\", b">"):
            tail = _TRAILING.search(text, begin, stop)
            value_end = tail.start() if tail else stop
        value_end = begin + len(text[begin:value_end].rstrip())
        found.append(KeyLine(name, key, Span(begin, value_end), block, section, bold))
        if following is None:
            return
        at = following.end()
