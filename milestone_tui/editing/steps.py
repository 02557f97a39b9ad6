"""A rating one step higher or lower, in the words or numbers of the file that states it."""

from __future__ import annotations

import re
from math import ceil, floor

from milestone_tui.editing.offers import LEVELS
from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.wording import level_text
from milestone_tui.reading.level_words import level_of, numeric_rating
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon

_USUAL_MOST = (5, 10)
"""Up to where numbers go that do not say it themselves."""
_FIGURE, _MOST = re.compile(r"\d+(?:\.\d+)?"), re.compile(r"/\s*(\d+)")


def stepped(part: str, old: str, step: int, like: str = "", lexicon: Lexicon = BUILT_IN) -> str | Refusal:
    """The rating that is `step` above `old` (1 or -1).

    A first step up from nothing is the lowest rating in the manner of `like`: what the risks beside it state.
    """
    if not old.strip():
        if step < 0:
            return Refusal(f"no {part} is stated", "a step up gives it the lowest")
        if numeric_rating(like) is not None:
            return _FIGURE.sub("1", like.strip(), count=1)
        return level_text(LEVELS[0], like or "High", lexicon=lexicon)
    number = numeric_rating(old)
    if number is not None:
        return _number(part, old.strip(), number, step)
    level = level_of(old, lexicon)
    if level is None:
        return Refusal(f'{part} is "{old}", which is no step from {LEVELS[0]} to {LEVELS[-1]}', "e gives it another one")
    at = LEVELS.index(level) + step
    if not 0 <= at < len(LEVELS):
        return _at_end(part, old)
    return level_text(LEVELS[at], old, lexicon=lexicon)


def _number(part: str, old: str, number: float, step: int) -> str | Refusal:
    most = _MOST.search(old)
    highest = int(most[1]) if most else next((each for each in _USUAL_MOST if number <= each), ceil(number) + 1)
    wanted = floor(number + 1) if step > 0 else ceil(number - 1)
    if not 1 <= wanted <= highest:
        return _at_end(part, old)
    return _FIGURE.sub(str(wanted), old, count=1)


def _at_end(part: str, old: str) -> Refusal:
    return Refusal(f"{part} is {old} already: no step goes further", "")
