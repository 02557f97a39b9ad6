"""Words for low, medium, high and critical."""

from __future__ import annotations

WORDS: dict[str, str] = {
    word: canonical
    for canonical, words in {
        "low": "low|l|minor|minimal|very low|very-low|niedrig|低|низкий|bajo|p3|p4|较低|negligible|nice to have",
        "medium": "medium|m|med|moderate|normal|mittel|中|средний|medio|p2|media|中等",
        "high": "high|h|major|hoch|高|высокий|alto|p1|较高|medium-high|significant|very high|very-high|alta|important",
        "critical": "critical|crit|catastrophic|severe|blocker|kritisch|关键|紧急|критический|crítico|p0|urgent|blocking",
    }.items()
    for word in words.split("|")
}
"""Folded word → canonical level."""

EMOJI: dict[str, str] = {"🔴": "high", "🟠": "high", "🟡": "medium", "🟢": "low", "🔥": "critical"}
"""Decides only where no word does."""
