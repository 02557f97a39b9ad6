"""What a milestone plans: dependencies, risks, checkpoints, parts, features, metrics, deliverables."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from milestone_tui.model.values import Stated


class Detail(NamedTuple):
    """A line of its own that says something about a noun: `Mitigation: …` below a risk."""

    name: str
    """Our name for what it says, or the file's own key."""
    text: str
    line: int


class Dependency(NamedTuple):
    """One thing that this milestone waits for, holds up, or runs beside."""

    ref: str
    """The id or the words by which the file names it."""
    kind: str
    """`upstream`, `downstream`, `external`, `internal` or `parallel`."""
    state: str | None
    """A canonical status word, when the file states one beside the name."""
    raw: str
    line: int
    note: str
    """What is said about it."""


class Blocker(NamedTuple):
    """Something that holds the milestone up."""

    text: str
    resolved: bool
    line: int


class Risk(NamedTuple):
    """One risk; the three ratings are None when the file does not rate it so."""

    text: str
    probability: Stated | None
    impact: Stated | None
    level: Stated | None
    description: str
    mitigation: str
    contingency: str
    owner: str
    status: str | None
    """`open`, `realized`, `mitigated` or `closed`; None when not said."""
    status_raw: str
    note: str
    line: int
    details: tuple[Detail, ...] = ()


NO_RISK = Risk("", None, None, None, "", "", "", "", None, "", "", 0)
"""One of which nothing is said."""


class Checkpoint(NamedTuple):
    """A point of the way at which something must be reached."""

    percent: float | None
    day: date | None
    date_raw: str
    criteria: str
    reached: bool | None
    """None when the file does not say."""
    line: int

    @property
    def name(self) -> str:
        """By what it is known beside its line: its per cent, or its criteria."""
        return f"{self.percent:g}" if self.percent is not None else self.criteria


class Review(NamedTuple):
    """A review or sign-off meeting."""

    title: str
    day: date | None
    raw: str
    line: int
    held: bool | None = None
    """None when the file does not say."""


class Part(NamedTuple):
    """A phase, sprint, week, day, step, slice, or a milestone within the file."""

    kind: str
    title: str
    line: int
    status: Stated | None
    duration: str
    planned: str
    variance: str
    note: str
    focus: str
    deliverables: str
    criteria: str
    done: int
    total: int
    details: tuple[Detail, ...] = ()


class Feature(NamedTuple):
    """Something the milestone brings, or leaves out."""

    text: str
    moscow: str
    """`must`, `should`, `could`, `wont` or empty."""
    priority: str
    effort: str
    description: str
    value: str
    criteria: str
    line: int
    details: tuple[Detail, ...] = ()


class Metric(NamedTuple):
    """Something measured, or a criterion that is met or not."""

    name: str
    kind: str
    """`primary`, `secondary`, `leading`, `lagging`, `criterion`, `test`, `quality`, `performance`, `progress`, …"""
    target: str
    actual: str
    baseline: str
    method: str
    status: str | None
    """`met`, `partial`, `missed` or None."""
    note: str
    line: int
    details: tuple[Detail, ...] = ()


class Deliverable(NamedTuple):
    """Something handed over."""

    text: str
    state: str | None
    """`completed`, `planned`, `active`, `deferred`, `added`, … or None when not said."""
    description: str
    criteria: str
    sign_off: str
    reason: str
    target: str
    tokens: str
    line: int
    state_raw: str = ""
    """The words of the file for `state`."""
