"""A lexicon with the words of a team added to ours. What is added was checked before (workspace/configuration_words.py)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.text.fold import fold


class Taught(NamedTuple):
    """What a team adds. Of several words for one meaning the first is the one that is written."""

    statuses: Mapping[str, str] = {}
    """Word → canonical status. A single symbol is a word too."""
    levels: Mapping[str, str] = {}
    """Word → canonical level."""
    fields: Mapping[str, str] = {}
    """Key → our name for the field."""
    markers: Mapping[str, str] = {}
    """What stands between the brackets → the state of the item."""
    ids: tuple[str, ...] = ()
    """Patterns of ids."""


def lexicon_of(taught: Taught) -> Lexicon:
    """Our words and these; `BUILT_IN` itself where nothing is taught."""
    if not any(taught):
        return BUILT_IN
    lexicon = Lexicon()
    for name, words in (("statuses", taught.statuses), ("levels", taught.levels), ("fields", taught.fields)):
        setattr(lexicon, name, {**getattr(lexicon, name), **_spellings(words)})
    lexicon.status_signs = {**lexicon.status_signs, **_signs(taught.statuses)}
    lexicon.level_signs = {**lexicon.level_signs, **_signs(taught.levels)}
    lexicon.own_statuses = _at_head(_spellings(taught.statuses))
    lexicon.own_levels = _at_head(_spellings(taught.levels))
    lexicon.own_keys = _key_lines(_spellings(taught.fields))
    lexicon.markers = {**lexicon.markers, **taught.markers}
    lexicon.counted = frozenset(marker for marker, state in taught.markers.items() if state != "dropped")
    lexicon.ids = re.compile(f"(?:{'|'.join(taught.ids)})(?![^\\W_])", re.IGNORECASE) if taught.ids else None
    lexicon.written = {
        kind: _by_meaning(words) for kind, words in (("status", taught.statuses), ("level", taught.levels)) if words
    }
    return lexicon


def is_sign(word: str) -> bool:
    """Whether a word is a symbol: without a letter and without a digit."""
    return not any(character.isalnum() for character in word)


def spellings(word: str) -> tuple[str, ...]:
    """A word folded, with spaces, hyphens and underscores between its parts."""
    spaced = fold(word).replace("_", " ").replace("-", " ")
    return tuple(dict.fromkeys((fold(word), spaced, spaced.replace(" ", "-"), spaced.replace(" ", "_"))))


def _spellings(words: Mapping[str, str]) -> dict[str, str]:
    return {each: meaning for word, meaning in words.items() if not is_sign(word) for each in spellings(word)}


def _signs(words: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): meaning for word, meaning in words.items() if is_sign(word)}


def _at_head(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))})(?!\\w)", re.IGNORECASE) if longest_first else None


def _key_lines(keys: Iterable[str]) -> re.Pattern[bytes] | None:
    either = "|".join(map(re.escape, keys))
    return re.compile(rf"(?im)^[^\w\n]*(?:{either})[ *_]*(?::|：)".encode()) if either else None


def _by_meaning(words: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, meaning in words.items():
        found[meaning] = (*found.get(meaning, ()), word)
    return found
