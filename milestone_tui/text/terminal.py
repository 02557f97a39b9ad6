"""Text of a file made harmless for a terminal, and its width there in cells."""

from __future__ import annotations

import re
from functools import lru_cache

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb]")
_UNSEEN = re.compile("[\xad\u200b\u200d\u2060\ufe0e\ufe0f\ufeff\U0001f3fb-\U0001f3ff]")
"""Variation selectors, joiners, skin tones, soft hyphens, spaces without a width."""


def harmless(text: str) -> str:
    """`text` in which every control character, direction mark and line break is a visible stand-in or a space.

    What only changes the look of a neighbour is dropped: terminals disagree about the width of the two.
    """
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub(_stand_in, _UNSEEN.sub("", text))


def _stand_in(found: re.Match[str]) -> str:
    character = found.group()
    if character in "\t\n\r\u2028\u2029":
        return " "
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def cell_width(text: str) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() else _wide(text)


@lru_cache(maxsize=4096)
def _wide(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def clipped(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` cut to at most `width` cells; what was cut is marked with `ellipsis`."""
    if cell_width(text) <= width:
        return text
    if width <= 0:
        return ""
    room = width - cell_width(ellipsis)
    out: list[str] = []
    for character in text:
        room -= cell_width(character)
        if room < 0:
            break
        out.append(character)
    return "".join(out).rstrip() + ellipsis


def cut_inside(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` in at most `width` cells, cut in its middle: what is numbered alike differs at its end."""
    if cell_width(text) <= width:
        return text
    room = width - cell_width(ellipsis)
    if room < 2:
        return clipped(text, width, ellipsis)
    tail = _begun(text[::-1], (room + 1) // 2)[::-1]
    return _begun(text, room - cell_width(tail)) + ellipsis + tail


def _begun(text: str, width: int) -> str:
    """As many characters from the front as have room."""
    for at, character in enumerate(text):
        width -= cell_width(character)
        if width < 0:
            return text[:at]
    return text


def padded(text: str, width: int, *, right: bool = False) -> str:
    """`text` cut or filled with spaces to exactly `width` cells; flush right when `right`."""
    text = clipped(text, width)
    filling = " " * (width - cell_width(text))
    return filling + text if right else text + filling
