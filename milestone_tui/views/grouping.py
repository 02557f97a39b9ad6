"""Milestones in groups by status, track, owner or risk, each group with its own totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from milestone_tui.analysis.standing import Standing
from milestone_tui.analysis.totals import Totals, totals_of
from milestone_tui.model.milestone import Milestone
from milestone_tui.text.fold import fold
from milestone_tui.views.properties import RISK_LEVELS, STATES
from milestone_tui.views.selection import NONE, Selection, owner_of, risk_of, selected, track_of, value_words


class Group(NamedTuple):
    """Some of the milestones under one heading."""

    name: str
    """Folded; empty where nothing is stated, and where there are no groups."""
    words: str
    """The heading."""
    milestones: tuple[Milestone, ...]
    """In the order of the selection."""
    totals: Totals
    """Of these milestones alone."""


def grouped(milestones: Sequence[Milestone], standings: dict[str, Standing], selection: Selection) -> list[Group]:
    """What the selection shows, in its groups; one group without a heading when it asks for none.

    Statuses come by urgency, levels from the worst, tracks and owners by name; those that state nothing come last.
    """
    found = selected(milestones, standings, selection)
    if not selection.group:
        return [Group("", "", tuple(found), totals_of(found, standings))]
    name_of = _NAMES[selection.group]
    members: dict[str, list[Milestone]] = {}
    spelled: dict[str, str] = {}
    for milestone in found:
        name = name_of(milestone, standings[milestone.key])
        spelled.setdefault(fold(name), name)
        members.setdefault(fold(name), []).append(milestone)
    names = sorted(members, key=lambda name: _rank(selection.group, name))
    return [
        Group(name, _heading(selection.group, spelled[name]), tuple(members[name]), totals_of(members[name], standings))
        for name in names
    ]


def _rank(group: str, name: str) -> tuple[int, str]:
    known = {"status": STATES, "risk": RISK_LEVELS}.get(group, ())
    if known:
        return (known.index(name) if name in known else len(known)), name
    return not name, name


def _heading(group: str, name: str) -> str:
    words = value_words(group, name or NONE)
    return words.removeprefix(f"{group} ") if group in ("track", "owner") else words


_NAMES: dict[str, Callable[[Milestone, Standing], str]] = {
    "status": lambda milestone, standing: standing.state,
    "track": lambda milestone, standing: track_of(milestone),
    "owner": lambda milestone, standing: owner_of(milestone),
    "risk": lambda milestone, standing: "" if risk_of(milestone) == NONE else risk_of(milestone),
}
