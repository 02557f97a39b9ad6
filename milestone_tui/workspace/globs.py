"""Paths with wildcards, as a configuration gives them. None takes long, whatever it is made of."""

from __future__ import annotations

import re

_WILDCARDS = "*?["
_FOLDERS = "(?:[^/]+/)*"


def is_glob(pattern: str) -> bool:
    """Whether a pattern has wildcards."""
    return any(character in pattern for character in _WILDCARDS)


def matcher(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    """What matches, as a whole, each path that one of the patterns names, and each path below one; None without patterns."""
    if not patterns:
        return None
    return re.compile("|".join(f"(?:{_expression(pattern)})(?:/.*)?" for pattern in patterns), re.DOTALL)


def _expression(pattern: str) -> str:
    """What stands between two `**` is looked for once, as far to the left as it is there: that finds a match if there is one."""
    if pattern == ".":
        return ".*"
    runs: list[list[str]] = [[]]
    for part in pattern.split("/"):
        if part != "**":
            runs[-1].append(_segment(part))
        elif runs[-1] or len(runs) == 1:
            runs.append([])
    first, *others = ("/".join(run) for run in runs)
    if not others:
        return first
    out = f"{first}/" if first else ""
    out += "".join(f"(?>(?:[^/]+/)*?{run}/)" for run in others[:-1])
    return out + (_FOLDERS + others[-1] if others[-1] else ".*")


def _segment(part: str) -> str:
    """A name with wildcards. As above for what stands between two `*`."""
    pieces = [""]
    at = 0
    while at < len(part):
        close = part.find("]", at + 2) if part[at] == "[" else -1
        if close > 0:
            pieces[-1] += _class(part[at + 1 : close])
            at = close
        elif part[at] == "*":
            pieces.append("")
        else:
            pieces[-1] += "[^/]" if part[at] == "?" else re.escape(part[at])
        at += 1
    first, *others = pieces
    if not others:
        return first
    return first + "".join(f"(?>[^/]*?{piece})" for piece in others[:-1] if piece) + "[^/]*" + others[-1]


def _class(inside: str) -> str:
    """One of some characters; `a-z` is a range when it runs forward, else it is three characters."""
    negated = inside[0] in "!^" and len(inside) > 1
    characters = inside[1:] if negated else inside
    out = ""
    at = 0
    while at < len(characters):
        low, high = characters[at], characters[at + 2 : at + 3]
        if characters[at + 1 : at + 2] == "-" and high and low <= high:
            out += f"{re.escape(low)}-{re.escape(high)}"
            at += 3
        else:
            out += re.escape(low)
            at += 1
    return f"(?!/)[{'^' if negated else ''}{out}]"
