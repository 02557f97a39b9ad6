"""A risk that is rated anew, and where it stands then."""

from __future__ import annotations

import pytest

from milestone_tui.analysis.exposure import RatedRisk, cell_of, ordered, register, rerated
from milestone_tui.model.values import Stated
from milestone_tui.reading.reader import read

TEXT = """# M1

## Risks

| Risk | Probability | Impact |
|---|---|---|
| Ice | High | High |
| Hail | Low | |
| Fog (closed) | High | High |
"""
SCALE = (1.0, 2.0, 3.0, 4.0)


def risks() -> dict[str, RatedRisk]:
    reading = read(TEXT.encode(), "M1.md")
    return {each.risk.text: each for each in register([(reading.milestones[0], reading.contents(0).risks)])}


def test_another_rating_gives_another_exposure_and_another_place() -> None:
    found = risks()
    hail = rerated(found["Hail"], "impact", Stated("critical", "Critical", 8))
    assert (hail.probability, hail.impact, hail.exposure) == (1.0, 4.0, 4.0)
    hail = rerated(hail, "probability", Stated("critical", "Critical", 8))
    assert [each.risk.text for each in ordered([found["Fog (closed)"], found["Ice"], hail])] == ["Hail", "Ice", "Fog (closed)"]


@pytest.mark.parametrize(("risk", "cell"), [("Ice", (3.0, 3.0)), ("Hail", None), ("Fog (closed)", None)])
def test_only_an_open_risk_with_both_ratings_stands_in_a_cell(risk: str, cell: tuple[float, float] | None) -> None:
    assert cell_of(risks()[risk], SCALE) == cell
