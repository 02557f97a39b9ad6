"""The words of a configuration file: each is checked against what it would mean without the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import yaml

from milestone_tui.reading.placeholders import is_none, is_placeholder
from milestone_tui.reading.teaching import is_sign, spellings
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, field_named, marker
from milestone_tui.text.fold import fold
from milestone_tui.workspace.configuration_text import ConfigurationText
from milestone_tui.workspace.id_patterns import MOST_PATTERNS, fault_of

STATUSES = ("planned", "active", "review", "testing", "completed", "on_hold", "cancelled", "blocked")
LEVELS = ("low", "medium", "high", "critical")
STATES = {
    **{state: state for state in ("open", "done", "active", "blocked", "deferred", "dropped")},
    **{"planned": "open", "completed": "done", "on_hold": "deferred", "cancelled": "dropped"},
}
"""What a marker may mean, also in the words for a status."""
_GFM = ("", " ", "x", "X")
_LONGEST_MARKER = 8
_LONGEST_WORD = 60
_LONGEST_KEY = 40
_MOST_WORDS = 1000

Words = dict[str, str]
"""Word → what it means."""


def words_of(text: ConfigurationText, node: yaml.Node) -> dict[str, Words]:
    """What stands under `words:`, by kind: `status`, `levels`, `fields`."""
    found: dict[str, Words] = {}
    kinds: Mapping[str, Callable[[yaml.Node], Words]] = {
        "status": lambda value: _by_meaning(text, value, "status", STATUSES, BUILT_IN.statuses, BUILT_IN.status_signs),
        "levels": lambda value: _by_meaning(text, value, "levels", LEVELS, BUILT_IN.levels, BUILT_IN.level_signs),
        "fields": lambda value: _by_meaning(text, value, "fields", tuple(KIND), BUILT_IN.fields, {}),
    }
    for name, key, value in text.pairs(node, "words"):
        if name in kinds:
            found[name] = kinds[name](value)
        else:
            text.unknown(key, f"words: `{name}` is not known", name, kinds)
    return found


def _by_meaning(
    text: ConfigurationText,
    node: yaml.Node,
    kind: str,
    meanings: tuple[str, ...],
    known: Mapping[str, str],
    signs: Mapping[str, str],
) -> Words:
    taught: Words = {}
    lines: dict[str, int] = {}
    for name, key, value in text.pairs(node, kind):
        meaning = name if name in meanings else known.get(fold(name)) or (field_named(name) if kind == "fields" else "")
        if not meaning:
            text.unknown(key, f"{kind}: `{name}` is not known", name, meanings)
            continue
        for word, place in text.texts(value, f"{kind}: {name}"):
            fault = _fault(word, fields=kind == "fields")
            forms = spellings(word) if not is_sign(word) else (fold(word),)
            other = next((meant for form in forms if (meant := known.get(form) or signs.get(form)) not in (None, meaning)), None)
            before = next((lines[form] for form in forms if form in lines), 0)
            if fault:
                text.wrong(place, f"{kind}: `{word[:_LONGEST_WORD]}` {fault}", "choose another word")
            elif other:
                text.wrong(place, f"{kind}: `{word}` means {other} already", "choose another word, or leave it as it is")
            elif before:
                text.wrong(place, f"{kind}: `{word}` is there already, in line {before}", "name it once")
            elif len(taught) == _MOST_WORDS:
                text.wrong(place, f"{kind}: {_MOST_WORDS:,} words are the most", "leave some out")
            else:
                taught[word.strip()] = meaning
                lines |= dict.fromkeys(forms, place.start_mark.line + 1)
    return taught


def _fault(word: str, *, fields: bool) -> str:
    """Why a word can never be met in a file; empty when it can."""
    bare = fold(word)
    if "\n" in word or not bare or len(word) > _LONGEST_WORD:
        return "is no word on one line"
    if re.search(r"[\[\]{}<>|*`:]", bare):
        return "holds a sign that is never part of a word"
    if fields:
        fits = bare[0].isalpha() and len(bare.encode()) <= _LONGEST_KEY
        return "" if fits else f"is no key: it must begin with a letter and be short ({_LONGEST_KEY} bytes)"
    if is_none(bare) or is_placeholder(word):
        return "says that nothing is said"
    if is_sign(bare):
        return "" if len(bare) == 1 else "is neither a word nor a single symbol"
    return "" if bare[0].isalnum() else "must begin with a letter or a digit"


def markers_of(text: ConfigurationText, node: yaml.Node) -> Words:
    """What stands under `markers:`: what is between the brackets → the state of the item."""
    found: Words = {}
    for name, key, value in text.pairs(node, "markers"):
        between = marker(name.replace("\ufe0f", ""))
        said = text.text(value, f"markers: `{name}`")
        if between in _GFM:
            text.wrong(key, f"markers: `[{name}]` is Markdown's own and means what it means", "leave it out")
        elif len(between) > _LONGEST_MARKER or re.search(r"[\[\]\s]", between):
            advice = f"one sign, or a word of up to {_LONGEST_MARKER} characters"
            text.wrong(key, f"markers: `{name}` cannot stand in a box", advice)
        elif said and said not in STATES:
            text.unknown(value, f"markers: `{said}` is no state", said, STATES)
        elif between in found:
            text.wrong(key, f"markers: `{name}` is there already", "name it once")
        elif said:
            found[between] = STATES[said]
    return found


def ids_of(text: ConfigurationText, node: yaml.Node) -> tuple[str, ...]:
    """The patterns under `ids:`."""
    found: list[str] = []
    for pattern, place in text.texts(node, "ids"):
        fault = fault_of(pattern) or (f"{MOST_PATTERNS} patterns are the most" if len(found) == MOST_PATTERNS else "")
        if fault:
            advice = r"a pattern is letters, \d, [A-Z], ( ) and |, with ?, +, * or {2} behind a single one: QST-\d+"
            text.wrong(place, f"ids: `{pattern[:_LONGEST_WORD]}`: {fault}", advice)
        elif pattern not in found:
            found.append(pattern)
    return tuple(found)
