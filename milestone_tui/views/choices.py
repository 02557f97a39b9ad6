"""What a project can be filtered by: everything that its milestones say, each with how many say so."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from milestone_tui.analysis.standing import Standing
from milestone_tui.model.project import Project
from milestone_tui.text.fold import fold
from milestone_tui.views.properties import PROPERTIES, RISK_LEVELS, STATES
from milestone_tui.views.selection import NONE, owner_of, risk_of, track_of, value_words
from milestone_tui.views.selection_text import quoted

_ASKED = ("late", "blocked", "ready", "disagreeing", "open", "closed", "uncounted")


class Choice(NamedTuple):
    """One value that can be asked for."""

    field: str
    value: str
    words: str
    """The label."""
    number: int
    """Milestones that it holds for."""

    @property
    def word(self) -> str:
        """As it stands in the line of a selection: `owner:"Bao Tran"`."""
        return f"{self.field}:{quoted(self.value)}"


class ChoiceGroup(NamedTuple):
    """The choices of one field."""

    field: str
    words: str
    choices: tuple[Choice, ...]


def choices(project: Project, standings: dict[str, Standing]) -> tuple[ChoiceGroup, ...]:
    """The groups that have something to choose; a value that no milestone has is left out."""
    found = [(milestone, standings[milestone.key]) for milestone in project.milestones]
    asked = {name: sum(PROPERTIES[name][1](standing) for _, standing in found) for name in _ASKED}
    states = Counter(standing.state for _, standing in found)
    levels = Counter(risk_of(milestone) for milestone, _ in found)
    groups = (
        _group("is", "Today", asked),
        _group("status", "Status", {state: states[state] for state in STATES}),
        _named("owner", "Owner", [owner_of(milestone) for milestone, _ in found]),
        _named("track", "Track", [track_of(milestone) for milestone, _ in found]),
        _group("risk", "Risk", {level: levels[level] for level in (*RISK_LEVELS, NONE)}),
    )
    return tuple(group for group in groups if any(choice.value != NONE for choice in group.choices))


def _group(field: str, words: str, counts: dict[str, int]) -> ChoiceGroup:
    made = (Choice(field, value, value_words(field, value), count) for value, count in counts.items() if count)
    return ChoiceGroup(field, words, tuple(made))


def _named(field: str, words: str, names: list[str]) -> ChoiceGroup:
    """By name, each as it is first spelled; those without one last."""
    spelled: dict[str, str] = {}
    for name in names:
        spelled.setdefault(fold(name), name)
    counts = Counter(map(fold, names))
    values = sorted(counts, key=lambda name: (not name, name))
    made = [Choice(field, spelled[name] or NONE, _label(field, spelled[name]), counts[name]) for name in values]
    return ChoiceGroup(field, words, tuple(made))


def _label(field: str, name: str) -> str:
    return value_words(field, name or NONE).removeprefix(f"{field} ")
