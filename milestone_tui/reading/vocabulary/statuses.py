"""Status words, emoji and box markers of milestone files, each with the canonical word it means."""

from __future__ import annotations

import re

WORDS: dict[str, str] = {
    word: canonical
    for canonical, words in {
        "completed": "complete|completed|done|closed|shipped|finished|verified|merged|implemented|fixed|approved|accepted|satisfied|pass"
        "|passed|all passing|released|delivered|已接受|已完成|已完全解决|完成|完成度100%|达成|erledigt|vollständig|完了|завершен|завершено|готово|resolved"
        "|completado|completada|met|achieved|deployed",
        "planned": "planned|planning|pending|not started|todo|to do|open|draft|proposed|upcoming|scheduled|backlog|ready|queued|future"
        "|not yet started|unstarted|待开始|待开发|未开始|计划中|规划中|提议中|offen|geplant|未着手|запланировано|planificado|pendiente|ready to execute"
        "|ready for implementation|ready for development|ready to start|design complete|planning complete",
        "active": "active|in progress|in-progress|inprogress|in_progress|ongoing|running|building|started|current|wip|working"
        "|进行中|开发中|開発中|進行中|in arbeit|в работе|en progreso|en curso|partial|partially complete|partially completed|mostly|teil-erledigt"
        "|next|under way|underway|in development|implementing|doing|executing|in flight",
        "review": "review|in review|under review|ready for review|awaiting review|pending approval|awaiting approval|awaiting|待审核|レビュー中",
        "testing": "testing|in testing|ready for testing|ready for qa|final qa|qa|测试中|テスト中",
        "on_hold": "on hold|on_hold|on-hold|deferred|paused|postponed|parked|frozen|zurückgestellt|ruht|ready-to-resume|suspended|暂停|保留中",
        "cancelled": "cancelled|canceled|scrapped|superseded|obsolete|abandoned|not shipped|dropped|rejected|wontfix|won't do|已取消|中止",
        "blocked": "blocked|blocked by|阻塞|blockiert|stuck",
    }.items()
    for word in words.split("|")
}
"""Folded word → canonical status."""

EMOJI: dict[str, str] = {
    "✅": "completed",
    "☑": "completed",
    "✔": "completed",
    "✓": "completed",
    "🎉": "completed",
    "📋": "planned",
    "⏳": "planned",
    "⬜": "planned",
    "☐": "planned",
    "📅": "planned",
    "🔲": "planned",
    "🔄": "active",
    "🚧": "active",
    "🏗": "active",
    "⏸": "on_hold",
    "❌": "cancelled",
    "🚫": "blocked",
    "⛔": "blocked",
}
"""Decides only where no word does. Coloured dots are health, not a state, and are left out on purpose."""

HEALTH_DOTS = "🔴🟡🟢🟠⚪🔵⚫"

ON_ITS_OWN_NOT_A_STATUS = frozenset(
    (
        "critical",
        "on track",
        "at risk",
        "off track",
        "unstable",
        "recovered",
        "human_needed",
        "high",
        "medium",
        "low",
        "healthy",
        "delayed",
        "ready for production",
        "ready for delivery",
        "ready for release",
        "ready for deployment",
        "ready for launch",
        "ready to ship",
        "ready to merge",
    )
)
"""Health and urgency words that stand in status fields and say nothing of the lifecycle, and words that leave it open."""

DECLARED_NOT_BEGUN = (
    "planning complete",
    "design complete",
    "spec complete",
    "ready for ",
    "ready to ",
    "approved for ",
    "accepted for ",
    "approved, not started",
    "approved - not started",
    "accepted, not started",
)
NOT_COMPLETE_YET = (
    "near ",
    "nearly ",
    "almost ",
    "mostly ",
    "partially ",
    "partly ",
    "half ",
    "not complete",
    "not done",
    "not yet complete",
    "not yet done",
    "in-complete",
    "incomplete",
)

BEFORE_THE_WORD = frozenset(
    {"actively", "all", "already", "been", "code", "currently", "development", "everything", "feature", "features", "fully", "has", "implementation", "in", "is", "milestone", "now", "officially", "project", "still", "successfully", "temporarily", "work"}
)  # fmt: skip
"""Words that may stand before the one status word of a phrase: `currently blocked`, `implementation complete`; not `to be done`."""

PUTS_IN_DOUBT = frozenset(
    ("be", "can", "cannot", "could", "if", "likely", "may", "maybe", "might", "never", "no", "not", "perhaps", "possibly", "probably",
     "should", "to", "unless", "when", "will", "won't", "would")
)  # fmt: skip
"""Words before `cancelled` by which it is not: `might be cancelled`."""

STILL_MISSING = re.compile(
    r"\bbut (?:not|un|still|needs?|pending|awaiting|missing|incomplete)"
    r"|(?<!no )(?<!0 )\b(?:tests?|testing|qa|verification|validation) (?:is |are )?(?:still )?(?:pending|outstanding)\b"
    r"|[,;(–—-] ?(?:still )?(?:(?:awaiting|pending) (?:qa|tests?|testing|verification|validation)"
    r"|not (?:yet )?(?:tested|verified|validated|finished|complete|completed|done)|untested|unverified|reopened|re-opened)"
)
"""Behind a word for completed: something of the work itself is missing. `Completed (not deployed)` is completed."""

BEHIND_COMPLETE = frozenset(
    ("and", "as", "at", "before", "but", "by", "except", "for", "from", "in", "minus", "now", "on", "or", "per", "pending", "plus", "since", "so",
     "through", "to", "today", "until", "up", "via", "when", "with", "without", "yet")
)  # fmt: skip
"""What may follow `complete` where it says that something is so: `complete and tested`. `Complete the documentation` asks for it."""

DECORATION = frozenset("📋📅🎉🏗")
"""Emoji that decide a status field, but in a heading or an entry are an ornament as often as a state."""

MARKERS: dict[str, str] = {
    "x": "done",
    "X": "done",
    "✅": "done",
    "✔": "done",
    "✓": "done",
    "DONE": "done",
    " ": "open",
    "~": "active",
    "/": "active",
    "PARTIAL": "active",
    "⚠": "active",
    "-": "dropped",
    ">": "deferred",
    "<": "deferred",
    "⏭": "deferred",
    "!": "blocked",
    "BLOCKED": "blocked",
}
"""What stands between the brackets of a box → the state. Words are in capitals; anything else is no box (docs/dialects.md R5)."""
