"""All checkpoints, reviews and targets as sentences, and each milestone's progress against its plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from milestone_tui.analysis.ladder import Ladder, Rung, by_day
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.plain_words import days_off, name_of, per_cent, place_of, said

_STATES = (
    ("missed", "Missed"),
    ("next", "Next"),
    ("ahead", "Ahead"),
    ("met", "Met"),
    ("late", "Completed late"),
    ("reached", "Reached on a day that is not stated"),
    ("past", "Past with no result stated"),
    ("undated", "Without a day"),
)


def checkpoint_sentences(ladders: Iterable[Ladder], today: date) -> Iterator[str]:
    """What is missed first, then what is ahead by day, then what is met and past; last how far each milestone is."""
    ladders = tuple(ladders)
    rungs = by_day(ladders)
    if not rungs:
        return
    figures = [(sum(rung.state == state for rung in rungs), word.lower()) for state, word in _STATES]
    yield said(counted_words(len(rungs), "date", "dates"), [f"{number} {word}" for number, word in figures if number])
    for states in (("missed",), ("next", "ahead"), *((state,) for state, _ in _STATES[3:])):
        yield from (_sentence(rung, today) for rung in rungs if rung.state in states)
    for ladder in ladders:
        actual = f"{per_cent(ladder.actual)} done" if ladder.actual is not None else "progress unknown"
        expected = f"{per_cent(ladder.expected)} expected by now" if ladder.expected is not None else ""
        yield said(f"{name_of(ladder.id, ladder.title)} is", [actual, expected, "behind" if ladder.behind else ""])


def _sentence(rung: Rung, today: date) -> str:
    name = f"checkpoint {per_cent(rung.percent)}" if rung.percent is not None else rung.kind
    when = f"{day_words(rung.day, today)}" if rung.day else ""
    far = ""
    if rung.days is not None:
        late = -rung.days if rung.state == "missed" else rung.late
        far = f"{counted_words(late, 'day', 'days')} late" if late else days_off(rung.days)
    words = shown(rung.words) if rung.words != rung.kind else ""
    lead = f"{dict(_STATES)[rung.state]}, {shown(rung.id)} {name}"
    return said(lead, [when, far, place_of(rung.path, rung.line)], [words])
