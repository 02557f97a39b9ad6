"""Everything in a milestone beyond its facts, loaded when somebody opens it."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.model.checklist import ChecklistSection
from milestone_tui.model.plan import Checkpoint, Deliverable, Feature, Metric, Part, Review, Risk
from milestone_tui.model.values import Field


class Passage(NamedTuple):
    """A paragraph or a list entry that belongs to a named kind of section."""

    kind: str
    """`objective`, `scope_in`, `scope_out`, `decision`, `constraint`, `context`, `lesson`, …"""
    section: str
    label: str
    """A bold lead or the words before a colon; may be empty."""
    text: str
    line: int


class Ledger(NamedTuple):
    """A table of figures or of rows without a noun of their own."""

    kind: str
    """`time`, `effort`, `budget`, `defects`, `duration`, `resources`, `debt`, `handover`, `sign_off`, `tasks`, `table`."""
    section: str
    columns: tuple[str, ...]
    rows: tuple[LedgerRow, ...]
    line: int


class LedgerRow(NamedTuple):
    """One row of a ledger."""

    cells: tuple[str, ...]
    line: int


class Link(NamedTuple):
    """A link to another document."""

    text: str
    target: str
    section: str
    line: int


class NextMilestone(NamedTuple):
    """What a report says of the milestone after it."""

    title: str
    fields: tuple[Field, ...]
    tasks: tuple[Passage, ...]
    line: int


class Contents(NamedTuple):
    """All nouns of one milestone, each in the order of the file."""

    checklist: tuple[ChecklistSection, ...]
    risks: tuple[Risk, ...]
    checkpoints: tuple[Checkpoint, ...]
    reviews: tuple[Review, ...]
    parts: tuple[Part, ...]
    features: tuple[Feature, ...]
    metrics: tuple[Metric, ...]
    deliverables: tuple[Deliverable, ...]
    ledgers: tuple[Ledger, ...]
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    next_milestone: NextMilestone | None
    fields: tuple[Field, ...]
    """Every `key: value` that is none of the nouns above, known to us or not."""


NO_CONTENTS = Contents((), (), (), (), (), (), (), (), (), (), (), None, ())
"""Of a milestone whose file tells nothing beyond its facts."""
