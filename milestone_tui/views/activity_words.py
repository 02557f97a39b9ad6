"""Changes in words: what happened, to what, from which value to which. For the list and for lines without signs alike."""

from __future__ import annotations

from datetime import date

from milestone_tui.analysis.change import FACT_KINDS, KINDS, MILESTONE_KINDS, Change
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import shown

VERBS = {"box": "box", "moved": "moved", "declared": "declares", "fact": "", "date": ""}
"""The word in front of a change where it is not that of its kind; empty where the words of the change come first."""
_PLURALS = {
    "box": ("box set", "boxes set"),
    "status": ("status", "statuses"),
    "priority": ("priority", "priorities"),
    "declared": ("declared per cent", "declared per cents"),
    "owner": ("owner", "owners"),
    "date": ("date", "dates"),
    "fact": ("fact", "facts"),
    "title": ("title", "titles"),
    "id": ("id", "ids"),
    "renamed": ("file renamed", "files renamed"),
    "risk": ("risk changed", "risks changed"),
    "checkpoint": ("checkpoint changed", "checkpoints changed"),
    "dependency": ("dependency changed", "dependencies changed"),
    "blocker": ("blocker changed", "blockers changed"),
    "attached": ("attached file", "attached files"),
    "appeared": ("new milestone", "new milestones"),
    "vanished": ("milestone gone", "milestones gone"),
}


def verb_of(change: Change) -> str:
    """`ticked`, `risk added`, `target`: the word or two that a change begins with."""
    return VERBS.get(change.kind, change.kind) or shown(change.words)


def matter_of(change: Change) -> str:
    """The box, risk or checkpoint that a change is about; empty where its verb says it."""
    if change.kind in (*FACT_KINDS, *MILESTONE_KINDS) or is_rewording(change):
        return ""
    return shown(change.words)


def is_rewording(change: Change) -> bool:
    """Whether before and after are the words of the thing itself."""
    return change.kind == "reworded" or (change.kind in ("risk", "checkpoint", "dependency", "blocker") and not change.aspect)


def before_of(change: Change, today: date) -> str:
    """The value before, as people read it; empty where there was none or it says nothing."""
    return _value(change, change.before, today)


def after_of(change: Change, today: date) -> str:
    """The value after, likewise."""
    return _value(change, change.after, today)


def _value(change: Change, value: str, today: date) -> str:
    if change.kind in ("ticked", "unticked") or (change.kind == "moved" and value == change.after):
        return ""
    if change.kind == "removed" or (change.kind == "added" and value == "open"):
        return ""
    if "date" in (change.kind, change.aspect):
        try:
            return day_words(date.fromisoformat(value), today)
        except ValueError:
            pass
    return shown(value.replace("_", " ") if "status" in (change.kind, change.aspect) else value)


def count_words(counted: dict[str, int]) -> list[str]:
    """`12 ticked`, `3 added`, `1 status`: a phrase for each kind that occurs."""
    words = []
    for kind in KINDS:
        number = counted.get(kind, 0)
        if not number:
            continue
        noun, _, verb = kind.partition(" ")
        one, many = _PLURALS.get(kind) or ((kind, kind) if not verb else (kind, f"{_plural(noun)} {verb}"))
        words.append(f"{number} {one if number == 1 else many}")
    return words


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
