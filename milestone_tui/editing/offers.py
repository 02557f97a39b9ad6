"""The words that can be written for a field or a part, in the manner of this file: what an editor offers."""

from __future__ import annotations

import re

from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.own_words import own_words
from milestone_tui.editing.risks import RATED, manner, part_of
from milestone_tui.editing.targets import milestone_of
from milestone_tui.editing.wording import level_text, status_text
from milestone_tui.model.plan import Risk
from milestone_tui.reading.level_words import numeric_rating
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.reading.vocabulary.lexicon import Lexicon, field_named

STATUSES = ("planned", "active", "review", "testing", "blocked", "on_hold", "completed", "cancelled")
LEVELS = ("low", "medium", "high", "critical")
_A_SCALE = re.compile(r"\s*\d{1,2}\s*")
"""How many steps there are in `3/5`; nobody is offered a million of them."""
_PLAIN_LEVELS = ("complexity", "architecture_impact")


def words_for_field(field: str, milestone: str, reading: Reading) -> tuple[str, ...]:
    """The words for a field of the milestone with that key; nothing for one that takes any words."""
    lexicon = reading.outline.lexicon
    name = field_named(field.replace("_", " "), lexicon) or field_named(field, lexicon)
    found = milestone_of(milestone, reading)
    if isinstance(found, Refusal):
        return ()
    _, read = found
    old = next((anchor.raw for anchor in read.anchors.get(name, ()) if anchor.editable), "")
    kind = KIND.get(name)
    if kind == "status":
        written = [status_text(each, old, read.milestone.dialect, lexicon=lexicon) for each in STATUSES]
        return _each_once([*written, *own_words("status", lexicon)])
    if kind == "level" and name not in _PLAIN_LEVELS:
        return _levels(old, lexicon)
    return ()


def words_for_risk(risk: Risk, part: str, reading: Reading) -> tuple[str, ...]:
    """The words for a part of a risk; nothing for one that takes any words. What is not stated yet is as beside it."""
    if part not in RATED:
        return ()
    others = (each for number in range(len(reading.found)) for each in reading.contents(number).risks)
    old = part_of(risk, part) or manner(part, others)
    if numeric_rating(old) is not None:
        _, slash, most = old.partition("/")
        return tuple(f"{number}{slash}{most}" for number in range(1, (int(most) if _A_SCALE.fullmatch(most) else 5) + 1))
    return _levels(old or "High", reading.outline.lexicon)


def _levels(old: str, lexicon: Lexicon) -> tuple[str, ...]:
    return _each_once([*(level_text(each, old, lexicon=lexicon) for each in LEVELS), *own_words("level", lexicon)])


def _each_once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
