"""Emoji that were decoded with the wrong code page, put right for display. Never written back."""

from __future__ import annotations

import re
import unicodedata

_RUN = re.compile(r"[^\x00-\x7f]+")
_SYMBOL_CATEGORIES = frozenset(("So", "Sm", "Sk"))
_JOINERS = frozenset("\ufe0f\u200d")
_SUSPECT = re.compile(r"[‚Ôü\uf8ffâðã√]")
"""A damaged symbol begins with one of these: what UTF-8 lead bytes become in Mac Roman and CP1252."""


def repair(text: str) -> str:
    """`text` with each damaged run of symbols replaced by the symbols it stood for.

    A run is taken for damaged only when its Mac Roman or CP1252 bytes are strict UTF-8 that holds nothing but symbols and
    joiners, so that no letter of any language is ever changed.
    """
    if text.isascii() or not _SUSPECT.search(text):
        return text
    return _RUN.sub(_repaired_run, text)


def _repaired_run(found: re.Match[str]) -> str:
    run = found.group()
    for encode in (_mac_roman, _cp1252):
        data = encode(run)
        if data is None:
            continue
        try:
            symbols = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if symbols != run and all(_is_symbol(character) for character in symbols):
            return symbols
    return run


def _is_symbol(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) in _SYMBOL_CATEGORIES


def _mac_roman(run: str) -> bytes | None:
    try:
        return run.encode("mac_roman")
    except UnicodeEncodeError:
        return None


def _cp1252(run: str) -> bytes | None:
    out = bytearray()
    for character in run:
        if "\x80" <= character <= "\x9f":
            out.append(ord(character))
            continue
        try:
            out += character.encode("cp1252")
        except UnicodeEncodeError:
            return None
    return bytes(out)
