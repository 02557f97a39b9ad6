"""Which milestones are shown, in which order and in which groups: one value, so that a view can be named and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from milestone_tui.analysis.standing import Standing
from milestone_tui.model.milestone import Milestone
from milestone_tui.text.fold import fold
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import STATE_WORDS
from milestone_tui.views.ordering import order_words, ordered
from milestone_tui.views.properties import PROPERTIES

FIELDS = ("status", "owner", "track", "risk", "is", "text")
"""What a term can be about."""
GROUPS = ("status", "track", "owner", "risk")
NONE = "none"
"""The value for those that state no owner, no track, no level of risk."""
DEFAULT_ORDER = "attention"


class Term(NamedTuple):
    """One condition: the field says one of the values, or with `negated` none of them."""

    field: str
    """One of FIELDS."""
    values: tuple[str, ...]
    """Canonical words for `status`, `risk` and `is`; for the others parts of the text, as somebody typed them."""
    negated: bool = False


class Selection(NamedTuple):
    """All terms have to hold."""

    terms: tuple[Term, ...] = ()
    order: str = ""
    """One of ORDERS, with `-` before it the other way round; empty for what the panel does by itself."""
    group: str = ""
    """One of GROUPS, or empty."""


EVERYTHING = Selection()

Condition = Callable[[Milestone, Standing], bool]


def passes(selection: Selection, milestone: Milestone, standing: Standing) -> bool:
    """Whether the milestone belongs to the selection."""
    return condition_of(selection)(milestone, standing)


def condition_of(selection: Selection) -> Condition:
    """The same for many milestones: the words are folded once."""
    tests = [_test(term) for term in selection.terms]
    return lambda milestone, standing: all(test(milestone, standing) for test in tests)


def selected(milestones: Sequence[Milestone], standings: dict[str, Standing], selection: Selection) -> list[Milestone]:
    """Those that belong to the selection, in its order."""
    belongs = condition_of(selection)
    found = [milestone for milestone in milestones if belongs(milestone, standings[milestone.key])]
    return ordered(found, standings, selection.order or DEFAULT_ORDER)


def _test(term: Term) -> Condition:
    holds = _MADE[term.field](term.values)
    return (lambda milestone, standing: not holds(milestone, standing)) if term.negated else holds


def _status(values: tuple[str, ...]) -> Condition:
    return lambda milestone, standing: standing.state in values


def _is(values: tuple[str, ...]) -> Condition:
    asked = [PROPERTIES[value][1] for value in values]
    return lambda milestone, standing: any(holds(standing) for holds in asked)


def _risk(values: tuple[str, ...]) -> Condition:
    return lambda milestone, standing: risk_of(milestone) in values


def _track(values: tuple[str, ...]) -> Condition:
    wanted = _folded(values)

    def holds(milestone: Milestone, standing: Standing) -> bool:
        track = fold(track_of(milestone))
        return any(value in track if value != NONE else not track for value in wanted)

    return holds


def _owner(values: tuple[str, ...]) -> Condition:
    wanted = [value.lstrip("@") or value for value in _folded(values)]

    def holds(milestone: Milestone, standing: Standing) -> bool:
        owner = fold(owner_of(milestone))
        names = [owner, *(fold(person.name) for person in milestone.people)]
        return any(any(value in name for name in names) if value != NONE else not owner for value in wanted)

    return holds


def _text(values: tuple[str, ...]) -> Condition:
    wanted = _folded(values)

    def holds(milestone: Milestone, standing: Standing) -> bool:
        texts = [fold(text) for text in (milestone.id, milestone.title, milestone.path, owner_of(milestone))]
        return any(value in text for value in wanted for text in texts)

    return holds


_MADE: dict[str, Callable[[tuple[str, ...]], Condition]] = {
    "status": _status,
    "is": _is,
    "risk": _risk,
    "track": _track,
    "owner": _owner,
    "text": _text,
}


def _folded(values: Iterable[str]) -> list[str]:
    return [fold(value) for value in values]


def owner_of(milestone: Milestone) -> str:
    """The owner without `@`; empty when none is stated."""
    return ((milestone.owner.value or milestone.owner.raw) if milestone.owner else "").strip().lstrip("@")


def track_of(milestone: Milestone) -> str:
    """The track as the file spells it; empty when none is stated."""
    return ((milestone.track.value or milestone.track.raw) if milestone.track else "").strip()


def risk_of(milestone: Milestone) -> str:
    """The level of risk, or `none`."""
    return (milestone.risk_level.value if milestone.risk_level else None) or NONE


# In words


def described(selection: Selection, between: str = " · ") -> str:
    """`late · owner mira · by target`; empty when everything is shown as the panel does by itself."""
    parts = [_described(term) for term in selection.terms]
    parts += [f"by {order_words(selection.order)}"] if selection.order else []
    parts += [f"grouped by {selection.group}"] if selection.group else []
    return between.join(parts)


def _described(term: Term) -> str:
    words = " or ".join(value_words(term.field, value) for value in term.values)
    return f"not {words}" if term.negated else words


def value_words(field: str, value: str) -> str:
    """What people see of a value: `on hold`, `owner mira`, `high risk`, `"sync"`."""
    if field == "status":
        return STATE_WORDS.get(value, "without a status")
    if field == "is":
        return PROPERTIES[value][0]
    if field == "risk":
        return "risk not rated" if value == NONE else f"{value} risk"
    if field == "text":
        return f'"{shown(value)}"'
    return f"without {'an' if field == 'owner' else 'a'} {field}" if fold(value) == NONE else f"{field} {shown(value)}"


# Choosing


def holds_term(selection: Selection, field: str, value: str) -> bool:
    """Whether the selection asks for this value."""
    return any(term.field == field and not term.negated and value in term.values for term in selection.terms)


def toggled(selection: Selection, field: str, value: str) -> Selection:
    """The selection with this value asked for, or no longer so.

    A second status, owner, track or level is an alternative to the first; a second `is:` or text narrows further.
    """
    if holds_term(selection, field, value):
        return selection._replace(terms=tuple(_without(selection.terms, field, value)))
    terms = list(selection.terms)
    for at, term in enumerate(terms):
        if term.field == field and not term.negated and field not in ("is", "text"):
            terms[at] = term._replace(values=(*term.values, value))
            return selection._replace(terms=tuple(terms))
    return selection._replace(terms=(*terms, Term(field, (value,))))


def _without(terms: Iterable[Term], field: str, value: str) -> Iterable[Term]:
    for term in terms:
        if term.field != field or term.negated or value not in term.values:
            yield term
        elif len(term.values) > 1:
            yield term._replace(values=tuple(each for each in term.values if each != value))
