"""What counts as which change, between two texts of a file."""

from __future__ import annotations

from milestone_tui.analysis.change import Change
from milestone_tui.analysis.changes import Pair, changes, counts
from milestone_tui.reading.reader import read

BEFORE = """---
id: M1
status: active
priority: low
target: 2026-11-27
owner: Mira
---
# M1 Sync

## Tasks

- [ ] write the queue
- [x] read the log
- [ ] tests

## Later

- [ ] tests

## Risks

| Risk | Probability | Impact | Mitigation |
|---|---|---|---|
| Ice on the road | low | high | salt |
| Fog | low | low | lamps |

## Checkpoints

- **50% Checkpoint**: 2026-11-10 - halfway
"""


def pairs(text: str, path: str = "M1.md") -> list[Pair]:
    reading = read(text.encode(), path)
    return [(milestone, reading.contents(number)) for number, milestone in enumerate(reading.milestones)]


def told(before: str, after: str, new_path: str = "M1.md") -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.words, each.before, each.after) for each in changes(pairs(before), pairs(after, new_path))]


def change(before: str, after: str) -> Change:
    (found,) = changes(pairs(before), pairs(after))
    return found


def test_the_same_text_has_not_changed() -> None:
    assert changes(pairs(BEFORE), pairs(BEFORE)) == ()


def test_a_tick_is_told_with_its_line_in_the_text_after() -> None:
    found = change(BEFORE, BEFORE.replace("## Tasks\n", "## Tasks\n\nSome words.\n").replace("- [ ] write", "- [x] write"))
    assert (found.kind, found.words, found.before, found.after, found.line) == ("ticked", "write the queue", "open", "done", 14)
    assert (found.milestone, found.id, found.path, found.gone) == ("M1.md", "M1", "M1.md", False)


def test_a_box_that_is_opened_again_is_unticked_and_other_states_are_named() -> None:
    assert told(BEFORE, BEFORE.replace("- [x] read", "- [ ] read")) == [("unticked", "read the log", "done", "open")]
    assert told(BEFORE, BEFORE.replace("- [ ] write", "- [~] write")) == [("box", "write the queue", "open", "active")]


def test_boxes_come_and_go() -> None:
    after = BEFORE.replace("- [x] read the log\n", "").replace("## Later\n", "## Later\n\n- [x] something quite different\n")
    assert told(BEFORE, after) == [
        ("removed", "read the log", "done", ""),
        ("added", "something quite different", "", "done"),
    ]


def test_what_is_removed_names_its_line_in_the_text_before() -> None:
    found = change(BEFORE, BEFORE.replace("- [x] read the log\n", ""))
    assert (found.line, found.gone) == (13, True)


def test_a_box_that_moved_is_neither_removed_nor_added() -> None:
    within = BEFORE.replace("- [ ] write the queue\n- [x] read the log\n", "- [x] read the log\n- [ ] write the queue\n")
    below = BEFORE.replace("- [x] read the log\n", "").replace("## Later\n", "## Later\n\n- [x] read the log\n")
    renamed = BEFORE.replace("## Tasks", "## Work")
    assert told(BEFORE, within) == told(BEFORE, below) == told(BEFORE, renamed) == []


def test_a_box_that_moved_and_was_ticked_is_ticked() -> None:
    after = BEFORE.replace("- [ ] write the queue\n", "").replace("## Later\n", "## Later\n\n- [x] write the queue\n")
    assert told(BEFORE, after) == [("ticked", "write the queue", "open", "done")]


def test_of_equal_boxes_under_two_headings_the_right_one_is_ticked() -> None:
    after = BEFORE.replace("## Later\n\n- [ ] tests", "## Later\n\n- [x] tests")
    assert change(BEFORE, after).line == 18


def test_a_box_whose_words_changed_a_little_is_reworded() -> None:
    after = BEFORE.replace("- [ ] write the queue", "- [x] write the long queue @mira")
    assert told(BEFORE, after) == [
        ("reworded", "write the long queue @mira", "write the queue", "write the long queue @mira"),
        ("ticked", "write the long queue @mira", "open", "done"),
    ]


def test_looks_alone_are_no_change() -> None:
    assert (
        told(BEFORE, BEFORE.replace("write the queue", "Write  the queue").replace("status: active", "status: In Progress")) == []
    )


def test_facts_are_told_with_both_values() -> None:
    after = BEFORE.replace("status: active", "status: done").replace("2026-11-27", "2026-12-04").replace("owner: Mira\n", "")
    after = after.replace("priority: low", "priority: high\nprogress: 40%")
    assert sorted(told(BEFORE, after)) == [
        ("date", "target", "2026-11-27", "2026-12-04"),
        ("declared", "declared", "", "40 %"),
        ("owner", "owner", "Mira", ""),
        ("priority", "priority", "low", "high"),
        ("status", "status", "active", "completed"),
    ]


def test_a_date_of_the_last_update_says_nothing_of_its_own() -> None:
    assert told(BEFORE, BEFORE.replace("owner: Mira", "owner: Mira\nupdated: 2026-11-20")) == []


def test_risks_come_go_and_are_rated_anew() -> None:
    after = BEFORE.replace("| Ice on the road | low", "| Ice on the road | high").replace("| Fog | low | low | lamps |\n", "")
    after = after.replace("## Checkpoints", "| Wolves | low | low | fences |\n\n## Checkpoints").replace(
        "salt |\n\n|", "salt |\n|"
    )
    found = changes(pairs(BEFORE), pairs(after))
    assert [(each.kind, each.words, each.aspect, each.before, each.after) for each in found] == [
        ("risk", "Ice on the road", "probability", "low", "high"),
        ("risk removed", "Fog", "", "", ""),
        ("risk added", "Wolves", "", "", ""),
    ]


def test_a_checkpoint_is_known_by_its_per_cent() -> None:
    found = change(BEFORE, BEFORE.replace("2026-11-10", "2026-11-12"))
    assert (found.kind, found.aspect, found.before, found.after) == ("checkpoint", "date", "2026-11-10", "2026-11-12")


def test_a_file_that_got_another_name_is_the_same_milestone() -> None:
    after = BEFORE.replace("- [ ] write", "- [x] write")
    assert told(BEFORE, after, "later/sync.md") == [
        ("renamed", "file", "M1.md", "later/sync.md"),
        ("ticked", "write the queue", "open", "done"),
    ]


def test_a_file_that_got_another_id_is_the_same_milestone() -> None:
    assert told(BEFORE, BEFORE.replace("M1", "M9")) == [("id", "id", "M1", "M9")]


def test_milestones_appear_and_vanish_with_one_line_each() -> None:
    other = "---\nid: M2\n---\n# M2 Share\n\n- [x] draw\n- [ ] print\n"
    found = changes(pairs(BEFORE), pairs(other, "M2.md"))
    assert [(each.kind, each.milestone, each.before, each.after) for each in found] == [
        ("appeared", "M2.md", "", "1/2 boxes"),
        ("vanished", "M1.md", "1/4 boxes", ""),
    ]


def test_a_box_that_went_to_another_milestone_says_where_from() -> None:
    other = "---\nid: M2\n---\n# M2 Share\n\n- [ ] first\n"
    after = [*pairs(BEFORE.replace("- [ ] write the queue\n", "")), *pairs(other + "- [x] write the queue\n", "M2.md")]
    found = changes([*pairs(BEFORE), *pairs(other, "M2.md")], after)
    assert [(each.kind, each.id, each.before, each.after) for each in found] == [
        ("moved", "M2", "M1", "M2"),
        ("ticked", "M2", "open", "done"),
    ]


def test_milestones_of_one_file_are_followed_each() -> None:
    many = "# Plan\n\n## Milestone 1: One\n\n- [ ] a\n\n## Milestone 2: Two\n\n- [ ] a\n"
    head, _, tail = many.rpartition("- [ ] a")
    assert [(each.kind, each.id) for each in changes(pairs(many, "PLAN.md"), pairs(f"{head}- [x] a{tail}", "PLAN.md"))] == [
        ("ticked", "2")
    ]


def test_changes_stand_in_the_order_of_the_file_and_count_by_kind() -> None:
    after = BEFORE.replace("- [ ] tests", "- [x] tests").replace("status: active", "status: done")
    found = changes(pairs(BEFORE), pairs(after))
    assert [each.line for each in found] == [3, 14, 18]
    assert counts(found) == {"status": 1, "ticked": 2}


def test_a_text_that_is_all_new_is_compared_at_once() -> None:
    before = "# M1 Old\n\n" + "".join(f"- [ ] old number {number}\n" for number in range(3000))
    after = "# M1 Old\n\n" + "".join(f"- [ ] now comes another {number}\n" for number in range(3000))
    assert counts(changes(pairs(before), pairs(after))) == {"removed": 3000, "added": 3000}
