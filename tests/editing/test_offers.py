"""An editor offers the words that the file itself writes."""

from __future__ import annotations

import pytest

from milestone_tui.editing.offers import words_for_field, words_for_risk
from milestone_tui.reading.reader import read
from tests.editing.plans import PATH


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("🔄 In Progress", ("⏳ Planned", "🔄 In Progress")),
        ("IN PROGRESS", ("PLANNED", "IN PROGRESS")),
        ("in-progress", ("todo", "in-progress")),
    ],
)
def test_a_status_in_the_manner_of_the_one_that_stands_there(status: str, words: tuple[str, ...]) -> None:
    reading = read(f"# M1\n\n**Status**: {status}\n".encode(), PATH)
    assert words_for_field("status", PATH, reading)[:2] == words


def test_levels_and_ratings() -> None:
    reading = read(
        b"# M1\n\n**Priority**: HIGH\n\n## Risks\n\n| Risk | Probability | Impact |\n|--|--|--|\n| Ice | H | 3/5 |\n", PATH
    )
    assert words_for_field("priority", PATH, reading) == ("LOW", "MEDIUM", "HIGH", "CRITICAL")
    assert words_for_field("owner", PATH, reading) == ()
    risk = reading.contents(0).risks[0]
    assert words_for_risk(risk, "probability", reading) == ("L", "M", "H", "Critical")
    assert words_for_risk(risk, "impact", reading) == ("1/5", "2/5", "3/5", "4/5", "5/5")
    assert words_for_risk(risk, "owner", reading) == ()


def test_nothing_for_a_milestone_that_is_gone() -> None:
    assert words_for_field("status", "gone.md", read(b"# M1\n", PATH)) == ()


def test_nobody_is_offered_a_million_steps() -> None:
    reading = read(b"# M1\n\n## Risks\n\n| Risk | Probability | Impact |\n|--|--|--|\n| Ice | H | 3/99999999999 |\n", PATH)
    assert len(words_for_risk(reading.contents(0).risks[0], "impact", reading)) < 100
