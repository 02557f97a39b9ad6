"""Everything that is still to be ticked, over all milestones: by whom, until when, and whether it can be done now.

A box counts as one thing to do when it is open and has no open box nested below it: where it has, those are the work, and it is
listed itself once they are ticked. What a nested box does not say it takes from the one above it, and then from its milestone.
Boxes of completed and cancelled milestones are left out, and of those in whose file a merge is unfinished; so are dropped and
deferred ones with all that is nested in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.standing import Standing, target_day
from milestone_tui.model.checklist import ChecklistSection, Item
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.text.fold import fold

READY, WAITING, LATER = "ready", "waiting", "later"
READINESS = (READY, WAITING, LATER)
OWN, ABOVE, MILESTONE = "own", "above", "milestone"
"""Whose owner or date it is: the box's own, that of the box above it, or the milestone's."""

_TO_DO = frozenset(("open", "active", "blocked"))
_BEGUN = ("active", "review", "testing", "unknown")
_NO_DAY = date.max
_BETWEEN_NAMES = re.compile(r"[,;&/]|\sand\s")
_NAME_WORD = re.compile(r"@?[^\W\d_][\w.'’-]*")
_NAME_WORDS = 4


class Entry(NamedTuple):
    """One thing to do."""

    milestone: str
    """Key of the milestone."""
    id: str
    path: str
    section: str
    """The heading that the box stands under."""
    above: Item | None
    """The box that it is nested in."""
    item: Item
    owner: str
    """Without `@`; a handle that is the first name of only one person of the project is that person. Empty for nobody."""
    owner_of: str
    """`own`, `above`, `milestone`, or empty."""
    due: date | None
    """Its own day, else that of the box above, else the milestone's target."""
    due_of: str
    """`own`, `above`, `milestone`, or empty."""
    readiness: str
    """`ready`: its milestone is begun, or can be, and nothing blocks it. `waiting`: something does, or the box says so.

    `later`: planned or on hold without being blocked, and boxes of sections for the time after completion.
    """
    overdue: int
    """Calendar days since it was due; 0 when it is not."""


class _Frame(NamedTuple):
    """What a milestone gives to its boxes."""

    milestone: Milestone
    owner: str
    due: date | None
    readiness: str
    today: date
    people: dict[str, str]
    """Folded first name → the only person who has it."""


def agenda(pairs: Iterable[tuple[Milestone, Contents]], standings: dict[str, Standing], today: date) -> tuple[Entry, ...]:
    """All entries, in the order of the milestones and of their files."""
    pairs = tuple(pairs)
    people = _people(milestone for milestone, _ in pairs)
    entries: list[Entry] = []
    for milestone, contents in pairs:
        standing = standings[milestone.key]
        if standing.closed or milestone.merging:
            continue
        owner = _named(_owner_words(milestone), people)
        frame = _Frame(milestone, owner, target_day(milestone), _readiness(standing), today, people)
        for section in contents.checklist:
            if section.items:
                entries += _of_section(section, frame)
    return tuple(entries)


def by_due(entries: Iterable[Entry]) -> list[Entry]:
    """The earliest first, those without a day last; what can be done now before what cannot."""
    return sorted(entries, key=lambda entry: (entry.due or _NO_DAY, READINESS.index(entry.readiness)))


def by_owner(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Each owner, as first spelled, with what is due first; nobody's last."""
    spelled: dict[str, str] = {}
    held: dict[str, list[Entry]] = {}
    for entry in by_due(entries):
        name = fold(entry.owner)
        spelled.setdefault(name, entry.owner)
        held.setdefault(name, []).append(entry)
    return [(spelled[name], held[name]) for name in sorted(held, key=lambda name: (not name, name))]


def by_readiness(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """What can be done now, what waits, what comes later; each by due day."""
    held: dict[str, list[Entry]] = {readiness: [] for readiness in READINESS}
    for entry in by_due(entries):
        held[entry.readiness].append(entry)
    return [(readiness, found) for readiness, found in held.items() if found]


def _readiness(standing: Standing) -> str:
    if standing.blocked:
        return WAITING
    return READY if standing.ready or standing.state in _BEGUN else LATER


def _owner_words(milestone: Milestone) -> str:
    return (milestone.owner.value or milestone.owner.raw) if milestone.owner else ""


def _people(milestones: Iterable[Milestone]) -> dict[str, str]:
    """Whom a first name means, where it means only one."""
    found: dict[str, dict[str, str]] = {}
    for milestone in milestones:
        for name in _names(milestone):
            words = name.split()
            if len(words) > 1:
                found.setdefault(fold(words[0]).lstrip("@"), {}).setdefault(fold(name), name.strip().lstrip("@"))
    return {first: next(iter(names.values())) for first, names in found.items() if len(names) == 1}


def _names(milestone: Milestone) -> Iterator[str]:
    """Everybody named in a role; several in one where each part between commas and the like looks like a name."""
    for stated in (_owner_words(milestone), *(person.name for person in milestone.people)):
        parts = [part.strip() for part in _BETWEEN_NAMES.split(stated) if part.strip()]
        yield from parts if all(map(_is_name, parts)) else (stated,)


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _NAME_WORDS and all(_NAME_WORD.fullmatch(word) and not word.lstrip("@")[:1].islower() for word in words)


def _named(owner: str, people: dict[str, str]) -> str:
    name = owner.strip().lstrip("@")
    return people.get(fold(name), name)


def _of_section(section: ChecklistSection, frame: _Frame) -> list[Entry]:
    milestone, today, title = frame.milestone, frame.today, section.title
    key, id, path = milestone.key, milestone.id, milestone.path
    usual = LATER if section.closing and frame.readiness == READY else frame.readiness
    out: list[Entry] = []
    items = section.items
    above: list[Item] = []
    for at, item in enumerate(items):
        while above and above[-1].depth >= item.depth:
            above.pop()
        if item.state in _TO_DO and not _parent_of_work(items, at) and not _given_up(above):
            owner, owner_of = _owner(item, above, frame)
            due, due_of = _due(item, above, frame.due)
            overdue = (today - due).days if due is not None and due < today else 0
            readiness = WAITING if item.state == "blocked" else usual
            parent = above[-1] if above else None
            entry = (key, id, path, title, parent, item, owner, owner_of, due, due_of, readiness, overdue)
            out.append(tuple.__new__(Entry, entry))
        above.append(item)
    return out


def _parent_of_work(items: Sequence[Item], at: int) -> bool:
    """Whether a box below this one is still to be ticked."""
    depth = items[at].depth
    for below in items[at + 1 :]:
        if below.depth <= depth:
            return False
        if below.state in _TO_DO:
            return True
    return False


def _given_up(above: Sequence[Item]) -> bool:
    """Whether a box above is dropped or deferred, and with it what is nested in it."""
    return any(item.state in ("dropped", "deferred") for item in above)


def _owner(item: Item, above: Sequence[Item], frame: _Frame) -> tuple[str, str]:
    if item.owner:
        return _named(item.owner, frame.people), OWN
    for parent in reversed(above):
        if parent.owner:
            return _named(parent.owner, frame.people), ABOVE
    return frame.owner, MILESTONE if frame.owner else ""


def _due(item: Item, above: Sequence[Item], usual: date | None) -> tuple[date | None, str]:
    if item.due:
        return item.due, OWN
    for parent in reversed(above):
        if parent.due:
            return parent.due, ABOVE
    return usual, MILESTONE if usual else ""
