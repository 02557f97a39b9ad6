"""Text brought to one form for comparing: hyphens, spaces, case and variation selectors do not count."""

from __future__ import annotations

import re
import unicodedata

_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_DROPPED = re.compile("[\ufe0e\ufe0f\u200b]")


def fold(text: str) -> str:
    """`text` for comparing ids, words and headings; two texts that a reader takes for the same fold alike."""
    if not text.isascii():
        text = _DROPPED.sub("", _HYPHENS.sub("-", unicodedata.normalize("NFC", text)))
    return " ".join(text.split()).casefold()


def plain_hyphens(text: str) -> str:
    """`text` with every hyphen-like character as `-` and every space as a plain one; case stays."""
    if text.isascii():
        return text
    return _HYPHENS.sub("-", text).replace("\xa0", " ")
