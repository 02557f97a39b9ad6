"""Tells a sub-heading that names a risk from one over a group of them (docs/dialects.md)."""

from __future__ import annotations

import re

from milestone_tui.reading.material import Entry, Material, split_label
from milestone_tui.reading.outline import Section
from milestone_tui.reading.risk_words import is_label, is_risk_label, label_named
from milestone_tui.text.fold import fold

RATING = re.compile(
    r"[(（]\s*(?:probability|likelihood|prob\.?|p|概率)\s*+[:：]\s*+(?P<p>[^,;()（）]+|(?<=\s))[,;，]\s*+(?:impact|severity|i|影响)\s*+[:：]\s*+(?P<i>[^,;()（）]+|(?<=\s))[)）]",
    re.IGNORECASE,
)

_RATES = ("probability", "impact", "level")
_TELLS_OF_ONE = frozenset((*_RATES, "mitigation", "contingency", "status"))


def is_group(material: Material, section: Section) -> bool:
    """Whether the list under a heading begins with a name and reads as risks: rated, or told of by the lines behind each."""
    entries = list(material.entries(section))
    labels = [fold(entry.label or split_label(entry.text)[0]) for entry in entries]
    if not entries or not entries[0].label or is_label(labels[0]) or is_risk_label(labels[0]):
        return False
    if any(RATING.search(f"{entry.label} {entry.text}") or _is_rated(entry, material) for entry in entries):
        return True
    told = {label_named(label) for label in labels if is_label(label)}
    return bool(told) and told.isdisjoint(_TELLS_OF_ONE)


def _is_rated(entry: Entry, material: Material) -> bool:
    return any(label_named(label) in _RATES for label in material.subfields(entry))
