"""States said on their own: `met`, `(met)`, `— met 2026-10-20`, a mark at either end. A word within a phrase says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from milestone_tui.reading.day_words import stretch_of
from milestone_tui.text.fold import fold

Words = Sequence[tuple[str, "re.Pattern[str]"]]
"""What is said → the folded words that say so; the first that matches counts."""

_APART = re.compile(r"(?<!\s)\s+-+\s+|(?:(?<!\s)\s+)?[–—()（）;；]\s*")
_ARROW = re.compile(r"→|->|=>")
_YES = "✅✔✓☑"
_NO = "❌✗✘"
_MARK = rf"\[[x{_YES}]\]|[{_YES}{_NO}]"
_MARK_BEFORE = re.compile(rf"[*_`\s]*({_MARK})[*_`\s]*")
_MARK_BEHIND = re.compile(rf"(?:(?<![*_`\s])[*_`\s]+)?({_MARK})[*_`\s.!]*$")
_SYMBOLS = re.compile(r"^[^\w~\[]+")
_AGAIN = re.compile(r"\bre-?opened\b", re.IGNORECASE)
_EDGES = " \t*_`.!"
_NOT_SO = re.compile(
    r"(?:not|never|no|to be|will|should|must|may|might|can|cannot|could|partial|partially|partly|nearly|almost|half)\b"
)
_SOME_DAY = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}")
_BEFORE_A_DAY = re.compile(r"[\s,:：]*(?:(?:on|at|in)\s+)?")
_GOES_ON = re.compile(
    r"\s*(?:$|,|[:：]\s*(?!no\b|not\b|false\b)|\.\s|(?:on|at|in|with|via|since|after|through|as of|without|and)\s|early|late"
    r"|v?\d|#|@"
    r"|by\s+(?!\d|the\b|end\b|then|next|q[1-4]|h[12]|eo[dmy]|week|sprint|phase|milestone|release|m\d|v\d"
    r"|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar(?:ch)?\b|apr|may\b|jun|jul|aug|sep|oct|nov|dec))"
)
_NOT_WHOLLY = re.compile(
    r"\bbut\b|re-?open|\bpending\b|\bnot\b|\bpart(?:ly|ial|ially)?\b|\d\s*%|\d\s*(?:of|/)\s*\d|\bwill be\b|\bto be\b"
)


def said(text: str, words: Words, marks: tuple[str, str], *, cell: bool = False) -> str | None:
    """The state that a piece of `text` says: as its only words, with a day at most; None for anything else.

    A `cell` of a state's own column says it with its first words, whatever note follows them. `marks` are the states of ✅ and
    of ❌; a word beside the mark goes before it, and `no` before all else.
    """
    whole = _ARROW.split(text)[-1] if cell else text
    again = _AGAIN.search(whole) if cell else None
    whole = whole[again.start() :] if again else whole
    first = None
    for piece in _APART.split(fold(whole).replace("**", "")):
        found = _in_piece(piece, words, marks, cell)
        if found == "no":
            return found
        first = found if first is None else first
    return first


def _in_piece(piece: str, words: Words, marks: tuple[str, str], cell: bool) -> str | None:
    rest, mark = _without_marks(piece.strip(_EDGES))
    for name, pattern in words:
        found = pattern.match(rest)
        if found and _ends_so(rest[found.end() :], cell):
            return None if name == "yes" and mark and mark in _NO else name
    if not mark or _NOT_SO.match(rest):
        return None
    return marks[mark in _NO]


def _without_marks(piece: str) -> tuple[str, str]:
    """A piece without the marks at its ends and the day it begins with, and the first of the marks."""
    mark, rest = "", piece
    for _ in range(2):  # a mark stands before the day or behind it
        found = _MARK_BEFORE.match(rest)
        if found:
            mark, rest = mark or found[1], rest[found.end() :]
        day = stretch_of(rest)
        if day and not any(character.isalnum() for character in rest[: day[0]]):
            rest = rest[day[1] :].lstrip(" ,:：")
    found = _MARK_BEHIND.search(rest)
    if found:
        mark, rest = mark or found[1], rest[: found.start()]
    return _SYMBOLS.sub("", rest).strip(_EDGES).rstrip(","), mark


def _ends_so(behind: str, cell: bool) -> bool:
    """Whether what follows the word leaves it a state: nothing, a day, and in a cell a note that does not take it back."""
    if not behind:
        return True
    lead = _BEFORE_A_DAY.match(behind)
    after = behind[lead.end() if lead else 0 :]
    day = stretch_of(after) if after[:1].isalnum() else None
    if day and day[0] == 0 and not after[day[1] :].strip(" .,!"):
        return True
    return cell and _GOES_ON.match(behind) is not None and not _NOT_WHOLLY.search(_SOME_DAY.sub("", behind))
