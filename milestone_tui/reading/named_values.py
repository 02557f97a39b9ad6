"""The names in a YAML list of dependencies or blockers whose entries are mappings: `- id: M2`, `- M2: the engine`."""

from __future__ import annotations

from milestone_tui.markdown.front_matter import Mapping, Scalar, Sequence
from milestone_tui.reading.identity import is_id
from milestone_tui.reading.vocabulary.lexicon import Lexicon, field_named
from milestone_tui.text.fold import fold
from milestone_tui.text.span import Span

_IDS = ("id", "milestone", "milestone_id", "ref", "name", "title", "description")
_WORDS = ("description", "blocker", "title", "text", "issue", "reason", "name", "milestone", "id")
NAMED_BY = {"upstream": _IDS, "downstream": _IDS, "parallel": _IDS, "blockers": _WORDS}
"""Field → the keys by which an entry names what it means, the surest first."""
_STATES = ("status", "state")
_DIRECTIONS = ("type", "kind", "relation", "direction")


def named_values(node: Sequence, name: str, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """The values of a list with the place of each; a state that an entry gives stands behind the name in brackets."""
    found = []
    for item in node.items:
        if isinstance(item, Scalar):
            found.append((item.span, item.text))
        elif isinstance(item, Mapping):
            said = _said(item, name, lexicon)
            found += [said] if said else []
    return found


def _said(item: Mapping, name: str, lexicon: Lexicon) -> tuple[Span, str] | None:
    values = {fold(entry.key): entry.value for entry in item.entries if isinstance(entry.value, Scalar)}
    if any(_points_elsewhere(values[key].text, name, lexicon) for key in _DIRECTIONS if key in values):
        return None
    key = next((key for key in NAMED_BY[name] if key in values and values[key].text.strip()), None)
    state = next((values[each].text.strip() for each in _STATES if each in values), "")
    if key is not None:
        return values[key].span, f"{values[key].text} ({state})" if state else values[key].text
    for entry in item.entries:
        if isinstance(entry.value, Scalar):
            if field_named(entry.key, lexicon) == name:
                return entry.value.span, entry.value.text
            if len(item.entries) == 1 and is_id(entry.key, lexicon):
                return entry.at, f"{entry.key}: {entry.value.text}"
    return None


def _points_elsewhere(words: str, name: str, lexicon: Lexicon) -> bool:
    """Whether `type: blocks` makes of an entry something else than the list is called."""
    meant = field_named(words, lexicon)
    return meant in NAMED_BY and meant != name
