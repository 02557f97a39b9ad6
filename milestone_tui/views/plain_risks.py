"""All risks as sentences: how many there are of which rating, then each with what is done about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from milestone_tui.analysis.exposure import RatedRisk, RiskMatrix, rating_name
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.plain_contents import risk_details
from milestone_tui.views.plain_words import listed, name_of, place_of, rated, said


def risk_sentences(grid: RiskMatrix) -> Iterator[str]:
    """The highest exposure first; unrated ones and those that are over come last."""
    placed = sorted((each for risks in grid.cells.values() for each in risks), key=lambda each: -(each.exposure or 0))
    if not placed and not grid.unrated and not grid.over:
        return
    counts = [counted_words(len(placed), "rated risk", "rated risks")]
    counts += [f"{len(grid.unrated)} not rated"] if grid.unrated else []
    counts += [f"{len(grid.over)} over"] if grid.over else []
    yield said("There are", counts)
    for (probability, impact), risks in sorted(grid.cells.items(), key=lambda cell: -(cell[0][0] * cell[0][1])):
        names = listed(list(dict.fromkeys(shown(each.id) for each in risks)))
        place = f"Probability {rating_name(probability, grid.scale)} and impact {rating_name(impact, grid.scale)}"
        yield said(place, [f"{counted_words(len(risks), 'risk', 'risks')} of {names}"])
    yield from _each("", placed)
    yield from _each("not rated", grid.unrated)
    yield from _each("over", grid.over)


def _each(mark: str, risks: Iterable[RatedRisk]) -> Iterator[str]:
    for each in risks:
        risk = each.risk
        ratings = [rated("probability", risk.probability), rated("impact", risk.impact)]
        ratings = ratings if any(ratings) else [rated("level", risk.level)]
        exposure = f"exposure {each.exposure:g}" if each.exposure is not None else ""
        words = [mark, *ratings, exposure, place_of(each.path, risk.line)]
        yield said(f"{name_of(each.id, '')}, risk {shown(risk.text)}", words, risk_details(risk))
