"""Styles as terminals are told them, and the shortest way from one to another."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29", "21": "24", "53": "55"}
"""Attribute → what ends it; two of them end others with it, which are then begun again."""


class Look(NamedTuple):
    """What a run of cells looks like. An empty colour is the terminal's own."""

    attributes: frozenset[str]
    foreground: str
    background: str


PLAIN = Look(frozenset(), "", "")


@lru_cache(4096)
def look(codes: str) -> Look:
    """The look that the codes of an SGR sequence, beginning from plain, stand for."""
    attributes: set[str] = set()
    foreground = background = ""
    rest = codes.split(";") if codes else []
    while rest:
        code = rest.pop(0)
        if code in ("38", "48"):
            count = 4 if rest[:1] == ["2"] else 2
            colour = ";".join([code, *rest[:count]])
            rest = rest[count:]
            foreground, background = (colour, background) if code == "38" else (foreground, colour)
        elif code in ("", "0"):
            attributes.clear()
            foreground = background = ""
        elif code == "39" or (len(code) == 2 and code[0] in "39" and code != "39"):
            foreground = "" if code == "39" else code
        elif code == "49" or (code[0] == "4" and len(code) == 2) or (code[:2] == "10" and len(code) == 3):
            background = "" if code == "49" else code
        else:
            attributes.add(code)
    return Look(frozenset(attributes), foreground, background)


@lru_cache(16384)
def change(old: Look, new: Look) -> str:
    """The shortest sequence that turns one look into another; empty when they are the same."""
    if old == new:
        return ""
    ended = old.attributes - new.attributes
    codes = sorted({_OFF.get(code, "0") for code in ended})
    if "0" not in codes:
        again = {code for code in new.attributes & old.attributes if _OFF.get(code) in codes}
        codes += sorted((new.attributes - old.attributes) | again)
        if new.foreground != old.foreground:
            codes.append(new.foreground or "39")
        if new.background != old.background:
            codes.append(new.background or "49")
        short = ";".join(codes)
    else:
        short = ""
    anew = ";".join(["", *sorted(new.attributes), *filter(None, (new.foreground, new.background))])
    return f"\x1b[{short if short and len(short) <= len(anew) else anew}m"
