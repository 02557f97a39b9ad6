"""What stands where a value is to go: whether it says the same already, and whether it is more than may be written over."""

from __future__ import annotations

import re

from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.own_words import own_word
from milestone_tui.editing.wording import beside_day
from milestone_tui.reading.amounts import percent_of
from milestone_tui.reading.day_words import day_of, is_range, range_of
from milestone_tui.reading.facts import BEGINNINGS
from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.placeholders import is_none, is_placeholder
from milestone_tui.reading.status_words import status_of
from milestone_tui.reading.vocabulary.lexicon import Lexicon
from milestone_tui.text.fold import fold

_TIME = re.compile(
    r"^T\d{2}|(?<!\d)\d{1,2}[:：]\d{2}(?!\d)|(?<!\d)\d{1,2}h\d{2}(?!\d)|(?<![\d.])\d{1,2}(?:\.\d{2})?\s*(?:[ap]\.?m\b|uhr\b|utc\b)"
    r"|(?<!\d)\d{1,2}\s*[点點时時]|\b(?:noon|midnight)\b",
    re.IGNORECASE | re.MULTILINE,
)

MEANT = ("status", "level", "date", "percent")
"""The kinds of values that mean something beside their words."""


def meaning(kind: str, raw: str, lexicon: Lexicon) -> str | None:
    """What a value of that kind (`status`, `level`, `date`, `percent`) means, as a canonical word; None when it means nothing."""
    if kind == "status":
        return status_of(raw, lexicon)
    if kind == "level":
        return level_of(raw, lexicon)
    known = day_of(raw)[0] if kind == "date" else percent_of(raw)
    return None if known is None else str(known)


def says_so(kind: str, canonical: str, said: str, raw: str, lexicon: Lexicon) -> bool:
    """Whether `raw` means that already; not when the person gave one of the project's own words, which is then written."""
    if kind not in MEANT or meaning(kind, raw, lexicon) != canonical:
        return False
    return not said or fold(own_word(kind, canonical, said, raw, lexicon)) != fold(said)


def states_time(raw: str) -> bool:
    """Whether a value with a day also has a time of that day, which another day does not have."""
    return day_of(raw)[0] is not None and _TIME.search(beside_day(raw)) is not None


def is_no_one_day(name: str, raw: str) -> bool:
    """Whether a date field states a range of days, or only a day that was struck out."""
    struck = "~~" in raw and not any(day_of(raw))
    return struck or is_range(raw) or (name in BEGINNINGS and range_of(raw) is not None)


def in_the_way(kind: str, name: str, raw: str, *, seen: bool) -> Refusal | None:
    """Why a day or a percentage is not written over `raw`: words that state neither, unless the person has `seen` them."""
    if kind == "date" and is_no_one_day(name, raw):
        return Refusal(f'{name} holds a stretch of days or a day that is struck, and no one day: "{raw}"', _WHOLE)
    if kind == "date" and states_time(raw):
        return Refusal(f'{name} states a time of day, and that of the new day is not known: "{raw}"', _WITH_TIME)
    if kind not in ("date", "percent") or seen or not any(character.isalpha() for character in raw):
        return None
    if (kind == "date" and any(day_of(raw))) or (kind == "percent" and any(character.isdigit() for character in raw)):
        return None
    if is_placeholder(raw) or (is_none(fold(raw)) and len(raw.split()) == 1):
        return None
    noun = "day" if kind == "date" else "figure"
    return Refusal(f'{name} holds words and no {noun}: "{raw}"', "to write over them, repeat them with --expect, or use --raw")


_WHOLE = "give the whole value as it is to stand there, with --raw, or edit the line"
_WITH_TIME = "give day and time as they are to stand there, with --raw, or edit the line"
