"""Which level the words of a priority, risk, probability or impact mean (docs/dialects.md R4)."""

from __future__ import annotations

import re
from functools import lru_cache

from milestone_tui.reading.placeholders import is_placeholder
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair

_CUT = re.compile(r"(?<!\s)(?:\s+[-–—:]+\s+|\s*[(,;:.]|\s*/\s*\d|\s+because\b)")
_BEFORE = re.compile(r"^[^\w<>]+")
_UP_TO_WORDS_END = re.compile(r".*\w", re.DOTALL)
_MENU = re.compile(r"(?:(?<!\s)\s+|(?!\s))[/|]\s*|(?<!\s)\s+or\s+")
_COMPLEXITY = frozenset(("simple", "medium", "complex", "very_complex", "moderate", "low", "high"))
_SCALE = re.compile(r"^(\d{1,15}(?:\.\d+)?)(?:\s*/\s*(\d+))?$")


@lru_cache(maxsize=8192)
def level_of(raw: str, lexicon: Lexicon = BUILT_IN) -> str | None:
    """`low`, `medium`, `high` or `critical`; None for a menu, a slot, a number or words that are not known."""
    known, signs = lexicon.levels, lexicon.level_signs
    text = repair(raw).strip()
    if not text or (is_placeholder(text) and fold(text).strip("[]{} ") not in known):
        return None
    options = [fold(_bare(option)) for option in _MENU.split(text)]
    if len(options) > 1 and sum(option in known for option in options) > 1:
        return None
    words = fold(_bare(text.replace("*", "").replace("`", "")))
    if not words:
        return next((signs[character] for character in text if character in signs), None)
    if words in known:
        return known[words]
    own = lexicon.own_levels.match(words) if lexicon.own_levels is not None else None
    if own and _CUT.match(words, own.end()):
        return known[own[0]]
    head = _CUT.split(words, maxsplit=1)[0].strip()
    if head in known:
        return known[head]
    parts = head.replace("→", "-").split("-")
    if len(parts) == 2 and parts[0] in known and parts[1] in known:
        return known[parts[1]]
    pieces = head.split()
    return known.get(pieces[0]) if pieces and (len(pieces) <= 2 or pieces[0] in ("high", "medium", "low", "critical")) else None


@lru_cache(maxsize=256)
def complexity_of(raw: str) -> str | None:
    """`simple`, `medium`, `complex` or `very_complex`, or one of the levels that a file uses instead."""
    word = fold(raw).strip("*_`\"' ").replace(" ", "_")
    return word if word in _COMPLEXITY else None


def numeric_rating(raw: str) -> float | None:
    """The number of a rating on a numeric scale, `4` or `4/5`; None for words."""
    found = _SCALE.match(raw.strip().strip("*"))
    return float(found[1]) if found else None


def _bare(text: str) -> str:
    """Without what stands around the words; angle brackets before them stay, they mark a slot."""
    words = _UP_TO_WORDS_END.match(text)
    return _BEFORE.sub("", words[0]) if words else ""
