"""Single facts: a value with the words it was read from and the line where they stand."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Stated(NamedTuple):
    """A fact in one of our canonical words."""

    value: str | None
    """The canonical word; None when the words are there but are not known for sure."""
    raw: str
    """The words of the file."""
    line: int
    """From 1, in the whole file."""


class Dated(NamedTuple):
    """A date fact."""

    name: str
    """`start`, `target`, `completed`, `created`, `updated`, `next_review`, `original_start`, …"""
    day: date | None
    """The day, when the file names one beyond doubt."""
    until: date | None
    """For a month, a quarter or a year: its last day."""
    raw: str
    line: int


class Percent(NamedTuple):
    """A declared percentage, 0 to 100."""

    value: float | None
    raw: str
    line: int


class Effort(NamedTuple):
    """An amount of work or time."""

    name: str
    """`estimated`, `actual`, `duration`, `buffer`, `total`, …"""
    low: float | None
    high: float | None
    """Equal to `low` unless the file gives a range. None when it is no number with a known unit."""
    unit: str
    """`hours`, `days`, `weeks`, `months`, `person_weeks`, `points`, `tokens` or empty."""
    raw: str
    line: int


class Person(NamedTuple):
    """Somebody named in a role."""

    role: str
    """`owner`, `milestone_lead`, `product_owner`, `technical_lead`, `stakeholder`, …"""
    name: str
    line: int


class Field(NamedTuple):
    """A `key: value` of the file, wherever it stands."""

    name: str
    """Our name for the key, or empty when we have none."""
    key: str
    """The key as the file spells it."""
    raw: str
    line: int
    place: str
    """`front matter`, `header`, `section`, `table`, `footer`, `title`."""
    section: str
    """The heading it stands under, or empty."""


class Count(NamedTuple):
    """Boxes."""

    total: int
    done: int

    @property
    def percent(self) -> float | None:
        """0 to 100, or None where there is nothing to count."""
        return 100.0 * self.done / self.total if self.total else None


class Problem(NamedTuple):
    """Something that could not be read, and what to do about it."""

    path: str
    line: int
    """0 when it is about the file as a whole."""
    text: str
    advice: str
