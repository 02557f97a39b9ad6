"""What people call a moment: a day, a weekday, so long ago, or a revision of git. Pure: what time it is now is an argument."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {
    "min": "minutes", "mins": "minutes", "minute": "minutes", "minutes": "minutes",
    "h": "hours", "hr": "hours", "hrs": "hours", "hour": "hours", "hours": "hours",
    "d": "days", "day": "days", "days": "days",
    "w": "weeks", "week": "weeks", "weeks": "weeks",
    "mo": "months", "month": "months", "months": "months",
    "y": "years", "year": "years", "years": "years",
}  # fmt: skip
_AGO = re.compile(r"(?P<number>\d{1,4}|an?)\s*(?P<unit>[a-z]+)(?:\s+ago)?")
_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:[t ](?P<time>\d{1,2}:\d{2}(?::\d{2})?))?")
_NO_REVISION = re.compile(r"^[-^]|\.\.|[\s:?*\[\\\x00-\x1f\x7f]")
_MOST_CHARACTERS = 200


class Moment(NamedTuple):
    """A point of time, or a revision that git has to know."""

    words: str
    """As it was asked for."""
    time: datetime | None
    """None for a revision."""
    revision: str
    """Empty for a point of time. Never begins with a dash, holds no space, no colon and no range."""


class NoMoment(NamedTuple):
    """Why the words are no moment, and what can be said instead."""

    text: str
    advice: str


ADVICE = "say a day (2026-11-14), a word (today, yesterday, monday, 3 days ago, 2w, 24h), or a commit, tag or branch"


def moment_of(words: str, now: datetime) -> Moment | NoMoment:
    """The moment that `words` mean at `now`, whose zone is that of the days; without one it is the system's.

    Days begin at midnight, hours and minutes are exact. A weekday is the last one that has begun, today included; with `last`
    the one before today.
    """
    said = " ".join(words.split())
    folded = said.casefold()
    try:
        point = _point(folded, now)
    except (ValueError, OverflowError):
        return NoMoment(f'"{said}" is no day of the calendar', ADVICE)
    if point is not None:
        if point > now:
            return NoMoment(f'"{said}" is still to come', ADVICE)
        return Moment(said, point, "")
    if not said or len(said) > _MOST_CHARACTERS or _NO_REVISION.search(said):
        return NoMoment(f'"{said[:_MOST_CHARACTERS]}" is no moment', ADVICE)
    return Moment(said, None, said)


def _point(folded: str, now: datetime) -> datetime | None:
    """The point of time, or None for what is no time; raises ValueError for a day that no calendar has."""
    today = now.date()
    if folded in ("today", "yesterday"):
        return _midnight(today - timedelta(days=folded == "yesterday"), now)
    found = _DAY.fullmatch(folded)
    if found:
        start = time.fromisoformat(found["time"].zfill(5)) if found["time"] else time.min
        return datetime.combine(date.fromisoformat(found["day"]), start, now.tzinfo)
    last, _, word = folded.rpartition(" ")
    if last in ("", "last"):
        weekday = _weekday(word)
        if weekday is not None:
            back = (today.weekday() - weekday) % 7
            return _midnight(today - timedelta(days=7 if last and not back else back), now)
        if last and word in ("week", "month", "year"):
            return _ago(1, _UNITS[word], now)
    ago = _AGO.fullmatch(folded)
    if ago and ago["unit"] in _UNITS:
        return _ago(int(ago["number"]) if ago["number"].isdecimal() else 1, _UNITS[ago["unit"]], now)
    return None


def _weekday(word: str) -> int | None:
    """0 for `monday` or `mon`."""
    for number, name in enumerate(_WEEKDAYS):
        if word == name or (len(word) >= 3 and name.startswith(word)):
            return number
    return None


def _ago(number: int, unit: str, now: datetime) -> datetime:
    if unit in ("minutes", "hours"):
        return now - timedelta(**{unit: number})
    if unit in ("days", "weeks"):
        return _midnight(now.date() - timedelta(**{unit: number}), now)
    months = number * (12 if unit == "years" else 1)
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    day = now.date().replace(day=1)
    for last in (now.day, 30, 29, 28):
        try:
            return _midnight(day.replace(year=year, month=month + 1, day=last), now)
        except ValueError:
            continue
    raise ValueError(year)


def _midnight(day: date, now: datetime) -> datetime:
    return datetime.combine(day, time.min, now.tzinfo)
