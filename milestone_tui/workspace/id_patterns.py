"""Patterns of ids that a configuration gives: few pieces, and none that could keep a search busy."""

from __future__ import annotations

import math
import re

MOST_PATTERNS = 10
_LONGEST = 100
_STEPS = 40_000
"""At most so many ways may a text be tried in; an id is looked for in 48 characters."""
_CHARACTERS = 48
_PIECE = re.compile(
    r"""(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<or>\|)
    |(?P<atom>\\[dwsDWS]|\\[^A-Za-z0-9\s]|\[\^?(?:\\[^\n]|(?!--|&&|~~|\|\|)[^\]\[\\])+\]|[^\\()\[\]{}*+?|^$])""",
    re.VERBOSE,
)
_TIMES = re.compile(r"\{\d{1,3}(?:,\d{0,3})?\}|[*+?]")


def fault_of(pattern: str) -> str:
    """Why a pattern cannot be used, in a few words; empty when it can."""
    if not pattern.strip() or len(pattern) > _LONGEST:
        return f"a pattern has 1 to {_LONGEST} characters"
    at = open_ended = choices = 0
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)
        if piece is None:
            return f"`{pattern[at:]}` is not understood"
        choices += piece["or"] is not None
        at = piece.end()
        times = _TIMES.match(pattern, at)
        if times is None:
            continue
        if piece["close"] and times[0] != "?":
            return f"a group may be left out, `)?`, but not repeated, `){times[0]}`"
        if piece["open"] or piece["or"]:
            return f"`{times[0]}` repeats nothing"
        at = times.end()
        choices += times[0] == "?"
        open_ended += times[0] in "*+" or "," in times[0]
    if _CHARACTERS**open_ended / math.factorial(open_ended) * 2**choices > _STEPS:
        return "it has too many `*`, `+`, `?` and `|`"
    return _refused(pattern)


def _refused(pattern: str) -> str:
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        return f"it does not compile: {error}"
    return "it matches where nothing stands" if compiled.match("") else ""
