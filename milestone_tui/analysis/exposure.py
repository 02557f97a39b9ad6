"""Risks over all milestones: their ratings as numbers, their exposure, and the grid of probability and impact."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor
from typing import Any, NamedTuple

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Risk
from milestone_tui.model.values import Stated
from milestone_tui.reading.level_words import numeric_rating

LEVELS = {"low": 1.0, "medium": 2.0, "high": 3.0, "critical": 4.0}
"""Words as numbers (docs/status.md, Panels); numeric scales stay as they are."""
_NAMES = {number: word for word, number in LEVELS.items()}
_FATES_OVER = ("closed", "mitigated")


class RatedRisk(NamedTuple):
    """One risk of one milestone, rated as far as the file rates it."""

    milestone: str
    """Key of the milestone."""
    id: str
    """Its id."""
    path: str
    number: int
    """Place among the milestone's risks, from 0."""
    risk: Risk
    probability: float | None
    impact: float | None
    exposure: float | None
    """Probability × impact; None unless the file gives both."""

    @property
    def over(self) -> bool:
        """Whether nothing is to be feared any more: closed, or mitigated."""
        return self.risk.status in _FATES_OVER


class RiskMatrix(NamedTuple):
    """The grid that the project uses."""

    scale: tuple[float, ...]
    """The ratings of both axes, from the lowest: 1 to 3, to 4 where something is critical, to 5 where numbers say so."""
    cells: dict[tuple[float, float], tuple[RatedRisk, ...]]
    """(probability, impact) → its open risks, in the order of the register."""
    unrated: tuple[RatedRisk, ...]
    """Open risks that the grid has no place for: one rating or both are missing."""
    over: tuple[RatedRisk, ...]
    rated: tuple[RatedRisk, ...]
    """All that stand in a cell, in the order of the register."""


def register(milestones: Iterable[tuple[Milestone, Iterable[Risk]]]) -> tuple[RatedRisk, ...]:
    """All risks: open before over, by exposure from the highest, unrated ones last; the files' order among equals."""
    found = [_rated(milestone, number, risk) for milestone, risks in milestones for number, risk in enumerate(risks)]
    return ordered(found)


def ordered(risks: Iterable[RatedRisk]) -> tuple[RatedRisk, ...]:
    """As the register has them; the given order among equals."""
    return tuple(sorted(risks, key=lambda each: (each.over, -(each.exposure if each.exposure is not None else -1.0))))


def rerated(each: RatedRisk, part: str, stated: Stated) -> RatedRisk:
    """The risk as it is with another `probability`, `impact` or `level`."""
    changed: dict[str, Any] = {part: stated}
    risk = each.risk._replace(**changed)
    probability, impact = _number(risk.probability), _number(risk.impact)
    return each._replace(risk=risk, probability=probability, impact=impact, exposure=_exposure(probability, impact))


def matrix(risks: Iterable[RatedRisk]) -> RiskMatrix:
    """The grid of these risks."""
    risks = tuple(risks)
    placed = [each for each in risks if not each.over and each.exposure is not None]
    highest = max((max(each.probability or 0, each.impact or 0) for each in placed), default=3.0)
    steps = 3 if highest <= 3 else 4 if highest <= 4 else 5 if highest <= 5 else 10
    scale = tuple(float(step + 1) for step in range(steps))
    cells: dict[tuple[float, float], tuple[RatedRisk, ...]] = {}
    for each in placed:
        cell = cell_of(each, scale)
        if cell is not None:
            cells[cell] = (*cells.get(cell, ()), each)
    unrated = tuple(each for each in risks if not each.over and each.exposure is None)
    return RiskMatrix(scale, cells, unrated, tuple(each for each in risks if each.over), tuple(placed))


def only(grid: RiskMatrix, milestone: str) -> RiskMatrix:
    """The risks of one milestone, by its key, on the grid of all."""

    def of(risks: tuple[RatedRisk, ...]) -> tuple[RatedRisk, ...]:
        return tuple(each for each in risks if each.milestone == milestone)

    cells = {place: found for place, risks in grid.cells.items() if (found := of(risks))}
    return RiskMatrix(grid.scale, cells, of(grid.unrated), of(grid.over), of(grid.rated))


def step_of(rating: float, scale: tuple[float, ...]) -> float:
    """The step of the scale that a rating belongs to, halves going up; one beyond the scale stands at its end."""
    return min(max(float(floor(rating + 0.5)), scale[0]), scale[-1])


def cell_of(each: RatedRisk, scale: tuple[float, ...]) -> tuple[float, float] | None:
    """The cell of the grid in which the risk stands; None for one that is not rated, or over."""
    if each.over or each.probability is None or each.impact is None:
        return None
    return step_of(each.probability, scale), step_of(each.impact, scale)


def rating_name(number: float, scale: tuple[float, ...]) -> str:
    """`low` to `critical` on a scale of words, the number on a longer one."""
    return _NAMES.get(number, f"{number:g}") if len(scale) <= len(LEVELS) else f"{number:g}"


def heat(probability: float, impact: float, scale: tuple[float, ...]) -> str:
    """How hot a cell is, as a level: its exposure as a share of the most that the scale allows."""
    share = probability * impact / (scale[-1] * scale[-1])
    return "critical" if share > 0.7 else "high" if share > 0.45 else "medium" if share > 0.25 else "low"


def _rated(milestone: Milestone, number: int, risk: Risk) -> RatedRisk:
    probability, impact = _number(risk.probability), _number(risk.impact)
    exposure = _exposure(probability, impact)
    return RatedRisk(milestone.key, milestone.id, milestone.path, number, risk, probability, impact, exposure)


def _exposure(probability: float | None, impact: float | None) -> float | None:
    return probability * impact if probability is not None and impact is not None else None


def _number(stated: Stated | None) -> float | None:
    if stated is None:
        return None
    return LEVELS[stated.value] if stated.value in LEVELS else numeric_rating(stated.raw)
