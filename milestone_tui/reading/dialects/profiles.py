"""One profile a dialect. A file may bear the marks of several: then it is `mixed`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Profile(NamedTuple):
    """What a dialect looks like and what it writes."""

    name: str
    front_matter: frozenset[str]
    """Keys that only this dialect's front matter has."""
    keys: frozenset[bytes]
    """Keys of its key lines that others do not use, in lower case, as bytes of the file."""
    headings: frozenset[str]
    """Folded headings that others do not use."""
    needed: int
    """How many marks it takes."""
    status_words: dict[str, str]
    """Canonical status → the words this dialect writes."""


_TITLE_WORDS = {
    "planned": "Planned", "active": "In Progress", "review": "In Review", "testing": "Testing", "completed": "Complete",
    "cancelled": "Cancelled", "on_hold": "On Hold", "blocked": "Blocked",
}  # fmt: skip
_EMOJI_WORDS = {
    "planned": "⏳ Planned", "active": "🔄 In Progress", "review": "🔍 In Review", "testing": "🧪 Testing", "completed": "✅ Complete",
    "cancelled": "❌ Cancelled", "on_hold": "⏸️ On Hold", "blocked": "🚫 Blocked",
}  # fmt: skip

PROFILES: tuple[Profile, ...] = (
    Profile(
        "manifest",
        frozenset(["milestone_id", "milestone_name", "milestone_version", "business_value", "technical_complexity", "completion_percentage"]),
        frozenset((b"25% checkpoint", b"50% checkpoint", b"75% checkpoint", b"100% checkpoint")),
        frozenset(("milestone vision", "milestone checkpoints", "core features (must have)", "sprint breakdown")),
        2,
        {
            "planned": "planning", "active": "active", "review": "review", "testing": "testing", "completed": "completed",
            "cancelled": "cancelled", "on_hold": "on_hold", "blocked": "blocked",
        },
    ),
    Profile(
        "component",
        frozenset(),
        frozenset((b"assigned agent", b"component", b"current progress", b"actual completion")),
        frozenset(("prerequisite milestones", "high risk items", "completed tasks", "upcoming tasks", "integration requirements")),
        2,
        _TITLE_WORDS,
    ),
    Profile(
        "track",
        frozenset(),
        frozenset((b"parallel track", b"can run in parallel with", b"parallel speedup", b"blocker resolution time", b"token budget")),
        frozenset(("upstream dependencies", "resource allocation", "risk factors")),
        2,
        {
            "planned": "pending", "active": "in_progress", "review": "in_review", "testing": "testing", "completed": "completed",
            "cancelled": "cancelled", "on_hold": "on_hold", "blocked": "blocked",
        },
    ),
    Profile(
        "report",
        frozenset(),
        frozenset((b"milestone id", b"completion date", b"document prepared by", b"confidentiality")),
        frozenset(
            ("success criteria assessment", "completed deliverables", "schedule performance", "risks realized", "approval & sign-off",
             "next milestone preview", "budget analysis", "defect analysis")
        ),
        2,
        _EMOJI_WORDS,
    ),
    Profile(
        "initiative",
        frozenset(("audience", "scope", "related-docs", "type")),
        frozenset((b"estimated effort", b"total estimated", b"estimated duration")),
        frozenset(("scope & deliverables", "time tracking", "verification checklist", "rollback plan", "task breakdown")),
        3,
        _EMOJI_WORDS,
    ),
)  # fmt: skip

WORD_FAMILIES: tuple[dict[str, str], ...] = (
    {"planned": "open", "completed": "closed"},
    {"planned": "planned", "active": "in_progress", "completed": "completed", "cancelled": "cancelled"},
    {"planned": "todo", "active": "in-progress", "completed": "completed", "cancelled": "scrapped"},
    {"planned": "pending", "active": "in_progress", "completed": "completed", "cancelled": "cancelled"},
    {"planned": "not started", "active": "in progress", "completed": "done"},
)
"""Words that trackers write together in front matter: who says `open` says `closed`, not `completed`."""

BY_NAME = {profile.name: profile for profile in PROFILES}
STATUS_EMOJI = {status: words.split(" ", 1)[0] for status, words in _EMOJI_WORDS.items()}


_BY_MATTER_KEY = {key: number for number, profile in enumerate(PROFILES) for key in profile.front_matter}
_BY_KEY = {key: number for number, profile in enumerate(PROFILES) for key in profile.keys}
_BY_HEADING = {heading: number for number, profile in enumerate(PROFILES) for heading in profile.headings}


def dialect_of(front_matter: Iterable[str], keys: Iterable[bytes], headings: Iterable[str]) -> str:
    """The dialect whose marks these are, each counted once; `mixed` for several, `none` for none."""
    counts = [0] * len(PROFILES)
    for known in {key for key in front_matter if key in _BY_MATTER_KEY}:
        counts[_BY_MATTER_KEY[known]] += 1
    for label in {key for key in keys if key in _BY_KEY}:
        counts[_BY_KEY[label]] += 1
    for title in {heading for heading in headings if heading in _BY_HEADING}:
        counts[_BY_HEADING[title]] += 1
    found = sorted(
        ((count, profile.name) for count, profile in zip(counts, PROFILES, strict=True) if count >= profile.needed), reverse=True
    )
    if not found:
        return "none"
    if len(found) > 1 and found[1][0] * 2 > found[0][0]:
        return "mixed"
    return found[0][1]
