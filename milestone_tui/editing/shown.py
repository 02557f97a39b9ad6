"""A stretch of a file as it is shown, on one line and repaired, with the bytes that each piece of it comes from."""

from __future__ import annotations

import re
from typing import NamedTuple

from milestone_tui.markdown.document import Document
from milestone_tui.text.patch import Patch
from milestone_tui.text.repair import repair
from milestone_tui.text.span import Span

_PIECES = re.compile(r"\s+|[^\x00-\x7f]+|.", re.DOTALL)


class _Piece(NamedTuple):
    """What cannot be taken apart: a character, a gap, or symbols that were repaired together."""

    text: str
    start: int
    end: int


class Shown:
    """The text of a span, and a way back to the bytes."""

    def __init__(self, document: Document, span: Span) -> None:
        self.document = document
        self.span = span
        self._pieces = list(_pieces(document, span))

    def __str__(self) -> str:
        return "".join(piece.text for piece in self._pieces)

    def bytes_of(self, start: int, end: int) -> Span | None:
        """The bytes of the characters `start` up to `end`; None when a piece would have to be cut."""
        at = 0
        edges: dict[int, tuple[int, int]] = {}
        before = self.span.start
        for piece in self._pieces:
            edges[at] = (before, piece.start)
            at += len(piece.text)
            before = piece.end
        edges[at] = (before, before)
        if start not in edges or end not in edges:
            return None
        return Span(edges[start][1], edges[end][0]) if start < end else Span(edges[start][0], edges[start][0])

    def replaced(self, wanted: str) -> list[Patch]:
        """The patches after which the text reads `wanted`; what stays keeps its bytes."""
        pieces = self._pieces
        left = at = 0
        while left < len(pieces) and wanted.startswith(pieces[left].text, at):
            at += len(pieces[left].text)
            left += 1
        right, end = len(pieces), len(wanted)
        while right > left and end - len(pieces[right - 1].text) >= at and wanted.endswith(pieces[right - 1].text, 0, end):
            end -= len(pieces[right - 1].text)
            right -= 1
        amid = pieces[left:right]
        if any(self.document.data[each.start : each.end] != each.text.encode() and each.text != " " for each in amid):
            return self._by_pieces(wanted)
        return [self._patch(left, right, wanted[at:end])]

    def _by_pieces(self, wanted: str) -> list[Patch]:
        """Where damaged symbols or bytes that are no UTF-8 lie between two changes: they stay if they are still wanted."""
        from difflib import SequenceMatcher

        texts = [piece.text for piece in self._pieces]
        long = sorted({re.escape(text) for text in texts if len(text) > 1}, key=len, reverse=True)
        words = re.findall("|".join((*long, ".")), wanted, re.DOTALL)
        codes = SequenceMatcher(None, texts, words, False).get_opcodes()
        return [self._patch(old, stop, "".join(words[new:until])) for tag, old, stop, new, until in codes if tag != "equal"]

    def _patch(self, first: int, last: int, new: str) -> Patch:
        pieces = self._pieces
        start = pieces[first].start if first < len(pieces) else self.span.end
        stop = pieces[last - 1].end if last > first else start
        return Patch(start, self.document.data[start:stop], new.encode())


def _pieces(document: Document, span: Span) -> list[_Piece]:
    """Characters one by one, gaps as one space, runs of symbols that a wrong code page damaged as one."""
    text = document.string(span)
    found: list[_Piece] = []
    at = span.start
    for match in _PIECES.finditer(text):
        raw = match.group()
        size = len(raw.encode())
        if raw[0].isspace():
            found.append(_Piece(" ", at, at + size))
        elif raw.isascii() or repair(raw) != raw:
            found.append(_Piece(repair(raw), at, at + size))
        else:
            for character in raw:
                width = len(character.encode())
                found.append(_Piece(character, at, at + width))
                at += width
            size = 0
        at += size
    return found
