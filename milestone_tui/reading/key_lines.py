"""Lines that state a key and a value, in all the forms that people use (docs/dialects.md R2, `kvline`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from milestone_tui.markdown.blocks import Item, Paragraph
from milestone_tui.markdown.document import Document
from milestone_tui.markdown.parser import text_lines
from milestone_tui.reading.outline import Section
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon, field_named
from milestone_tui.text.span import Span

_COLON = rb"(?::|\xef\xbc\x9a)"
_BOLD = re.compile(
    rb"(?:[^\w\s*`\[|<]{1,16}[ \t]+)?_?(?:\*\*|__)(?P<key>[^*\n]{1,80}?)"
    rb"(?:[ \t]*" + _COLON + rb"[ \t]*(?:\*\*|__)|(?:\*\*|__)_?[ \t]*" + _COLON + rb")[ \t]*"
)
_PLAIN = re.compile(rb"(?P<key>[A-Za-z\x80-\xff][^:*|`\[\]\n]{0,40}?)[ \t]*" + _COLON + rb"(?:[ \t]+|$)")
_NEXT_PAIR = re.compile(
    rb"(?:(?:(?<![ \t])[ \t]+|(?![ \t]))[;,]"
    rb"|(?<![ \t])[ \t]+(?:\||\xc2\xb7|\xe2\x80\xa2|\xe2\x80\x94|\xe2\x80\x93|\xe2\x86\x92))[ \t]+"
    rb"(?=\*\*[^*\n]{1,60}(?:" + _COLON + rb"[ \t]*\*\*|\*\*[ \t]*" + _COLON + rb"))"
)
_TRAILING = re.compile(rb"(?:\\|<br[ ]?/?>)[ \t]*$")
_STAR, _UNDERSCORE, _COLON_BYTE = b"*_:"
_SPACE = b" \t"
_WIDE_COLON = "：".encode()
_MAY_TRAIL = b"\\>"
_LONGEST_BOLD_KEY = 80
_LONGEST_PLAIN_KEY = 41


class KeyLine(NamedTuple):
    """One key with its value."""

    name: str
    """Our name for the key, or empty."""
    key_start: int
    key_end: int
    value_start: int
    value_end: int
    block: int
    section: int

    @property
    def key(self) -> Span:
        """The key, without colon and emphasis."""
        return Span(self.key_start, self.key_end)

    @property
    def value(self) -> Span:
        """The value on the key's own line; may be empty."""
        return Span(self.value_start, self.value_end)


def key_lines(document: Document, sections: Iterable[Section], lexicon: Lexicon = BUILT_IN) -> list[KeyLine]:
    """The key lines directly under these headings, in order. A key that is not bold counts only when we know it."""
    text = document.text
    blocks = document.blocks
    found: list[KeyLine] = []
    for section in sections:
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
            if text.find(b"\n", start, end) >= 0:
                for line in text_lines(text, start, end):
                    if _may_hold_key(text, line.start, line.end, lexicon):
                        _add_pairs(found, text, line.start, line.end, index, section.number, lexicon)
            elif _may_hold_key(text, start, end, lexicon):
                _add_pairs(found, text, start, end, index, section.number, lexicon)
    return found


def _may_hold_key(text: bytes, start: int, end: int, lexicon: Lexicon) -> bool:
    """False for most lines: they have no colon, or begin with a word that is no key we know."""
    colon = text.find(b":", start, end)
    if colon < 0:
        return text.find(_WIDE_COLON, start, end) >= 0
    if 0x2F < text[start] < 0x80 and text[start] != _UNDERSCORE:
        return colon - start <= _LONGEST_PLAIN_KEY and _name(text[start:colon], lexicon) != ""
    return True


def pairs(text: bytes, start: int, end: int, lexicon: Lexicon = BUILT_IN) -> list[KeyLine]:
    """The key lines of one line of text; `|`, `·` or a dash before a bold key begins another."""
    found: list[KeyLine] = []
    _add_pairs(found, text, start, end, -1, -1, lexicon)
    return found


def _add_pairs(found: list[KeyLine], text: bytes, start: int, end: int, block: int, section: int, lexicon: Lexicon) -> None:
    at = start
    while at < end:
        key = _key_at(text, at, end, lexicon)
        if key is None:
            return
        name, key_start, key_end, begin, bold = key
        following = _NEXT_PAIR.search(text, begin, end) if bold and text.find(b"**", begin, end) >= 0 else None
        stop = following.start() if following else end
        if text[stop - 1] in _MAY_TRAIL:
            tail = _TRAILING.search(text, begin, stop)
            stop = tail.start() if tail else stop
        value_end = begin + len(text[begin:stop].rstrip())
        found.append(KeyLine(name, key_start, key_end, begin, value_end, block, section))
        if following is None:
            return
        at = following.end()


def _key_at(text: bytes, start: int, end: int, lexicon: Lexicon) -> tuple[str, int, int, int, bool] | None:
    """Name, start and end of the key, start of the value, and whether the key is bold.

    The two usual forms, `**Key**:` and `Key: `, are found without a pattern: a large folder has a hundred thousand such lines.
    """
    first = text[start]
    if first == _STAR and text[start + 1] == _STAR:
        close = text.find(b"**", start + 2, end)
        if 0 < close - start - 2 <= _LONGEST_BOLD_KEY and close + 2 < end and text[close + 2] == _COLON_BYTE:
            value = close + 3
            while value < end and text[value] in _SPACE:
                value += 1
            return _name(text[start + 2 : close], lexicon), start + 2, close, value, True
    elif first < 0x80 and first != _UNDERSCORE:
        colon = text.find(b":", start, end)
        if colon >= 0 and (colon + 1 == end or text[colon + 1] in _SPACE):
            name = _name(text[start:colon], lexicon) if colon - start <= _LONGEST_PLAIN_KEY else ""
            if name:
                key_end = start + len(text[start:colon].rstrip())
                value = colon + 1
                while value < end and text[value] in _SPACE:
                    value += 1
                return name, start, key_end, value, False
            return None
    return _key_by_pattern(text, start, end, lexicon)


def _key_by_pattern(text: bytes, start: int, end: int, lexicon: Lexicon) -> tuple[str, int, int, int, bool] | None:
    match = _BOLD.match(text, start, end)
    bold = match is not None
    match = match or _PLAIN.match(text, start, end)
    if match is None:
        return None
    name = _name(match["key"], lexicon)
    return (name, match.start("key"), match.end("key"), match.end(), bold) if bold or name else None


@lru_cache(maxsize=8192)
def _name(key: bytes, lexicon: Lexicon) -> str:
    return field_named(key.decode(), lexicon)
