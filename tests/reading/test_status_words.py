"""Which lifecycle status the words of a status field mean, and which words mean none."""

from __future__ import annotations

import pytest

from milestone_tui.reading.status_words import emoji_status, is_menu, is_status_note, status_of, status_share

SPELLINGS = {
    "completed": "✅ Complete|✅ Completed|COMPLETE|complete|Completed|DONE|Done|closed|SHIPPED|✅ Pass"
    "|✅ All passing|Satisfied|verified"
    "|merged|Implemented|FIXED|APPROVED|Accepted|已接受|✅ 已完成|✅ 达成|erledigt|vollständig"
    "|🟢 Complete|[✅] Verified|[ 1 ] Complete",
    "planned": "📋 Planned|planned|Planning|pending|[Pending]|⏳ Not Started|Not Started|[ ] Not Started"
    "|☐ not started|todo|open|⬜"
    "|📅 Planned|Ready to Execute|Ready for implementation|draft|提议中|⏳ 待开始|offen|geplant"
    "|Planning Complete - Ready for work"
    "|Design Complete",
    "active": "active|Active|🔄 In Progress|in-progress|in_progress|IN_PROGRESS|inprogress|🚧"
    "|🟡 IN PROGRESS (33% Complete)|🚧 Building"
    "|🚧 Next|🚧 Building/Next|running|PARTIAL|⚠️ PARTIAL|🟡 Partial|mostly|teil-erledigt"
    "|80% complete|nearly complete|not complete"
    "|incomplete|Not yet complete|half done",
    "review": "awaiting sign-off|Awaiting customer|pending approval|in review|in_review|Ready for review",
    "testing": "🔄 open – final QA|testing|in testing|Ready for testing",
    "on_hold": "Deferred|⏸️ zurückgestellt|ruht|paused|ready-to-resume|frozen|☐ frozen|DEFERRED from v0.3.0"
    "|on_hold|ON_HOLD|On Hold",
    "cancelled": "scrapped|Superseded|obsolete|❌ Not shipped|Charter superseded",
    "blocked": "⚠️ BLOCKED - Awaiting keys|Blocked by exports|currently blocked",
}
"""Canonical status → the spellings that real files have for it, with `|` between."""


@pytest.mark.parametrize(
    ("canonical", "spelling"), [(name, word) for name, words in SPELLINGS.items() for word in words.split("|")]
)
def test_each_spelling_means_its_status(canonical: str, spelling: str) -> None:
    assert status_of(spelling) == canonical


@pytest.mark.parametrize(
    "words",
    [
        "🔴 Critical",
        "🟢 On Track",
        "🟢",
        "UNSTABLE",
        "RECOVERED",
        "No rate limiting",
        "2026-01-02",
        "human_needed",
        "Phase 2",
        "",
        "—",
    ],
)
def test_health_and_prose_are_no_status(words: str) -> None:
    assert status_of(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "To be done",
        "Can be closed",
        "Not approved",
        "not verified",
        "unresolved",
        "Not blocked",
        "Spec approved",
        "Phase 1 complete",
    ],
)
def test_a_known_word_at_the_end_decides_nothing_when_what_stands_before_turns_it_round(words: str) -> None:
    assert status_of(words) is None


@pytest.mark.parametrize("words", ["QA passed", "Testing complete", "Draft approved"])
def test_two_different_statuses_in_one_phrase_are_none(words: str) -> None:
    assert status_of(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "{STATUS}",
        "[TBD]",
        "[STATUS]",
        "<status>",
        "✅ Complete | 🔄 In Progress | ❌ Cancelled",
        "Open/Closed",
        "planned or active",
    ],
)
def test_slots_and_menus_state_nothing(words: str) -> None:
    assert status_of(words) is None


def test_words_for_one_and_the_same_status_are_no_menu() -> None:
    assert not is_menu("Building/Next")
    assert status_of("Done / Verified") == "completed"


@pytest.mark.parametrize(
    ("radio", "expected"),
    [
        ("[ ] Not Started | [x] In Progress | [ ] Blocked", "active"),
        ("[ ] Not Started / [ ] In Progress / [✅] Complete", "completed"),
        ("[ ] Not Started | [ ] In Progress | [ ] Complete", None),
    ],
)
def test_of_a_radio_line_only_the_ticked_option_counts(radio: str, expected: str | None) -> None:
    assert status_of(radio) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("DONE - but with open ends", "completed"),
        ("Complete, pending docs", "completed"),
        ("In progress (first part complete)", "active"),
        ("Not started (blocked by M3)", "planned"),
        ("approved, not started", "planned"),
        ("Approved for implementation", "planned"),
        ("done (2026-01-01)", "completed"),
        ("Planned for Q3", "planned"),
    ],
)
def test_what_follows_in_brackets_or_after_a_dash_is_a_comment(words: str, expected: str) -> None:
    assert status_of(words) == expected


def test_struck_words_are_withdrawn() -> None:
    assert status_of("~~Active~~ Done") == "completed"
    assert status_of("~~planned~~ in progress") == "active"


def test_emphasis_and_quotes_do_not_hide_a_status() -> None:
    assert [status_of(words) for words in ("**Complete**", "`done`", '"active"', "_paused_")] == [
        "completed",
        "completed",
        "active",
        "on_hold",
    ]


def test_an_emoji_decides_only_where_no_word_stands() -> None:
    assert (status_of("✅"), status_of("✅ in progress"), status_of("✅ whatever")) == ("completed", "active", None)


def test_ready_for_production_does_not_say_whether_it_was_done() -> None:
    assert status_of("✅ Ready for Production") is None


def test_damaged_symbols_are_repaired_before_reading() -> None:
    assert status_of("‚úÖ") == "completed"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("M1 ✅", "completed"),
        ("Phase 2 🔄", "active"),
        ("Phase 2 (in progress)", "active"),
        ("Phase 2 (IN PROGRESS - 70%)", "active"),
        ("Phase 2 (75% Complete)", "active"),
        ("v1 (Shipped: 2026-03-09)", "completed"),
        ("M1 (2026-03-09完成)", "completed"),
        ("M2 (bridge, complete)", "completed"),
        ("M2 (nearly done)", "active"),
        ("M2 (deferred; earliest in May)", "on_hold"),
        ("Phase 1 (Next two weeks)", None),
        ("Phase 1 (half a day, on the laptop)", None),
        ("📋 Phase 4", None),
        ("Phase 3 (Optional)", None),
    ],
)
def test_a_heading_states_a_status_by_a_mark_or_a_bracket_that_holds_nothing_else(heading: str, expected: str | None) -> None:
    assert emoji_status(heading) == expected


def test_a_bracket_with_a_status_and_a_day_is_a_note_and_one_with_other_words_is_none() -> None:
    assert is_status_note("completed 2026-01-01")
    assert is_status_note("规划中")
    assert not is_status_note("complete rewrite")


def test_a_status_line_may_give_its_share_in_passing() -> None:
    assert status_share("IN PROGRESS (33% Complete)") == 33
    assert status_share("In progress (~40%)") == 40
    assert status_share("95% test coverage reached") is None
    assert status_share("170% done") is None


@pytest.mark.parametrize("words", ["Complete placeholder documentation", "Complete the docs"])
def test_what_is_to_be_completed_is_not_complete(words: str) -> None:
    assert status_of(words) is None


@pytest.mark.parametrize(
    "words", ["✅ Complete and production-ready", "Complete with notes", "Complete 2026-01-01", "Complete ✅"]
)
def test_what_is_complete_may_say_how(words: str) -> None:
    assert status_of(words) == "completed"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Planned → Active", "active"),
        ("In Progress → Completed", "completed"),
        ("✅ → 🔄", "active"),
        ("Completed -> Reopened", None),
        ("Blocked → resolved", None),
        ("Planned → Active → Completed", None),
    ],
)
def test_of_an_arrow_from_one_state_to_the_next_the_last_one_counts(words: str, expected: str | None) -> None:
    assert status_of(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Done: no", None),
        ("Done?", None),
        ("Completed: 50%", "active"),
        ("Completed: 100%", "completed"),
        ("Completed 100%", "completed"),
        ("Completed 50%", "active"),
        ("Complete (80% coverage)", "completed"),
        ("Implemented but not tested", "active"),
        ("Code complete, testing pending", "active"),
        ("Completed (not yet tested)", "active"),
        ("Complete - no tests pending", "completed"),
        ("Completed (not deployed)", "completed"),
        ("Might be cancelled", None),
        ("To be cancelled", None),
        ("Officially cancelled", "cancelled"),
    ],
)
def test_words_that_go_on_against_a_status_take_it_back(words: str, expected: str | None) -> None:
    assert status_of(words) == expected
