"""What a milestone waits for, holds up, or runs beside; and what is none of these."""

from __future__ import annotations

import pytest

from milestone_tui.model.plan import Dependency
from tests.reading.texts import milestone, refs


def only(text: str) -> Dependency:
    (found,) = milestone(text).dependencies
    return found


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("M3, M4 complete", ["M3", "M4"]),
        ("M4 + M5 (in parallel)", ["M4", "M5"]),
        ("M1 and M2", ["M1", "M2"]),
        ("✅ UI‑M‑03.22 (canvas, brush), ✅ UI‑M‑03.22.1 (keys)", ["UI-M-03.22", "UI-M-03.22.1"]),
        ("SVC-M-01.00 ✅, UI-M-0 ✅", ["SVC-M-01.00", "UI-M-0"]),
        ("M4.1-M4.4", ["M4.1-M4.4"]),
        ("Phase 12", ["Phase 12"]),
        ("Milestone 1 completed.", ["Milestone 1"]),
        ("M3+", ["M3+"]),
        ("#892", ["#892"]),
        ("[M1](../m1.md)", ["M1"]),
        ("[[M2]]", ["M2"]),
        ("[the base](plans/M0-base.md)", ["M0-base"]),
        ("M1+M2", ["M1", "M2"]),
        ("M3+ and M4", ["M3+", "M4"]),
        ("M1 and M2 and the crane", ["M1", "M2"]),
        ("M1 (needs rope and 2 others), M2", ["M1", "M2"]),
        ("M1 through M3", ["M1 through M3"]),
        ("M1…M3, M5..M7", ["M1…M3", "M5..M7"]),
        ("Milestone 1 to Milestone 3", ["Milestone 1 to Milestone 3"]),
        ("#892–#895", ["#892-#895"]),
        ("M1 - 3 weeks of work", ["M1"]),
        ("Milestones 5 and 6, milestone seven", ["Milestones 5", "Milestone 6", "milestone seven"]),
        ("M1/M2", ["M1", "M2"]),
        ("M1 or M2 (done)", ["M1", "M2"]),
        ("Milestones 1 or 2", ["Milestones 1", "Milestone 2"]),
        ("M0-Docker_Setup (DONE)", ["M0-Docker_Setup"]),
    ],
)
def test_names_are_taken_out_of_a_line(line: str, names: list[str]) -> None:
    assert refs(f"# M9\n\n**Dependencies**: {line}\n") == names


@pytest.mark.parametrize(
    "line",
    [
        "None",
        "Nothing (can start at once)",
        "—",
        "なし",
        "N/A",
        "None identified",
        "[]",
        "{DEPENDENCIES}",
        "[TBD]",
        "can start immediately",
        "None currently",
        "✅ None",
        "none required",
        "Not blocked",
        "nothing yet",
    ],
)
def test_words_for_nothing_and_slots_name_nothing(line: str) -> None:
    assert milestone(f"# M9\n\n**Depends on**: {line}\n").dependencies == ()


def test_code_libraries_are_no_milestones() -> None:
    assert milestone("# M9\n\n**Dependencies**: torch, numpy, pandas\n").dependencies == ()


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("M1", None),
        ("✅ M1", "completed"),
        ("M1 ✅", "completed"),
        ("M1-Base (DONE - but with open ends)", "completed"),
        ("M1 (in progress)", "active"),
        ("M1 (bridge, complete)", "completed"),
        ("M1 (the big one)", None),
        ("M1 [done]", "completed"),
        ("M1 — complete", "completed"),
        ("M1: complete", "completed"),
        ("M1 is complete", "completed"),
        ("M1 complete ✅ (the base)", "completed"),
        ("~~M1~~ resolved", "completed"),
        ("M1 completed.", None),
        ("Milestone 1 done", None),
        ("M1 must be completed", None),
        ("M1 (must be completed)", None),
    ],
)
def test_a_mark_beside_a_name_is_the_state_of_that_one(line: str, state: str | None) -> None:
    text = f"# M9\n\n**Dependencies**: {line}\n"
    assert only(text).state == state
    assert milestone(text).status is None


def test_front_matter_gives_a_list_or_a_single_name() -> None:
    assert refs("---\ndepends_on: [M001, M002]\n---\n# M9\n") == ["M001", "M002"]
    assert refs("---\ndepends_on:\n  - M001\n  - M002\n---\n# M9\n") == ["M001", "M002"]
    assert refs("---\ndepends_on: E-24-schema\n---\n# M9\n") == ["E-24-schema"]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("Blocks", "downstream"),
        ("Enables", "downstream"),
        ("Can Run In Parallel With", "parallel"),
        ("Prerequisites", "upstream"),
        ("依赖", "upstream"),
        ("Follows", "upstream"),
    ],
)
def test_the_key_says_which_way_a_dependency_goes(key: str, kind: str) -> None:
    found = only(f"# M9\n\n**{key}**: M3\n")
    assert (found.ref, found.kind) == ("M3", kind)


def test_lists_under_headings_are_read_with_their_notes() -> None:
    text = (
        "# M9\n\n## Upstream Dependencies\n\n- M1 - the base\n- `M2`: the roof\n\n"
        "## Downstream Dependencies\n\n- **M12**: waits for the gate\n"
    )
    found = milestone(text).dependencies
    assert [(each.ref, each.kind, each.note, each.line) for each in found] == [
        ("M1", "upstream", "the base", 5),
        ("M2", "upstream", "the roof", 6),
        ("M12", "downstream", "waits for the gate", 10),
    ]


@pytest.mark.parametrize("title", ["Prerequisites", "Prerequisite Milestones", "Dependencies", "Blocked by"])
def test_boxes_that_begin_with_a_milestone_say_whether_it_is_fulfilled(title: str) -> None:
    text = (
        f"# M9\n\n## {title}\n\n- [x] Milestone 1: Base\n- [ ] M2: Second - In progress\n- [ ] M3 completed\n"
        "- [ ] M4 (done)\n- [ ] Access to the repository\n- [ ] 16GB of memory\n- [ ] Python3 installed\n- [ ] S3 bucket\n"
    )
    read = milestone(text)
    assert [(each.ref, each.kind, each.state) for each in read.dependencies] == [
        ("Milestone 1", "upstream", "completed"),
        ("M2", "upstream", "planned"),
        ("M3", "upstream", "planned"),
        ("M4", "upstream", "planned"),
    ]
    assert (read.boxes.done, read.boxes.total) == (1, 8)


def test_a_box_and_a_key_line_state_one_dependency() -> None:
    text = "# M9\n\n**Depends on**: M1-Base_of_all (DONE), M2\n\n## Prerequisites\n\n- [ ] M1 signed off\n- [x] M2\n"
    found = milestone(text).dependencies
    assert [(each.ref, each.state) for each in found] == [("M1-Base_of_all", "completed"), ("M2", "completed")]


def test_of_prerequisites_without_boxes_only_milestones_are_dependencies() -> None:
    assert refs("# M9\n\n## Prerequisites\n\n- M1\n- Node 18\n- ES2020 support\n") == ["M1"]


def test_words_that_name_no_milestone_are_something_outside() -> None:
    found = only("# M9\n\n## Dependencies\n\n- Permit of the harbour office: applied for\n")
    assert (found.ref, found.kind, found.note) == ("Permit of the harbour office", "external", "applied for")


def test_an_entry_that_is_only_a_label_gives_its_kind_to_what_is_nested() -> None:
    text = (
        "# M9\n\n## Dependencies\n\n- **Prerequisites:**\n  - M1 base\n- **Enables:**\n  - M12 roof\n"
        "- **At the yard:**\n  - Crane\n"
    )
    assert [(each.ref, each.kind) for each in milestone(text).dependencies] == [
        ("M1", "upstream"),
        ("M12", "downstream"),
        ("Crane", "external"),
    ]


def test_an_entry_may_be_a_key_line_of_its_own() -> None:
    text = "# M9\n\n## Dependencies\n\n- **Depends on**: M1, M2\n- **Enables**: M12\n"
    assert (refs(text), refs(text, "downstream")) == (["M1", "M2"], ["M12"])


def test_a_line_that_was_broken_for_its_length_goes_on() -> None:
    text = "# M9\n\n**Prerequisites:** Milestone 3 completed, all the ferries stable on\ntheir moorings.\n\nOther words.\n"
    assert [each.ref for each in milestone(text).dependencies] == ["Milestone 3", "all the ferries stable on their moorings"]


@pytest.mark.parametrize("following", ["**Owner**: Noor", "- a bullet of its own", "# Heading", "Owner: Noor"])
def test_a_long_line_takes_nothing_from_what_is_another_line(following: str) -> None:
    text = f"# M9\n\n**Prerequisites:** M3 with all of its many long and winding words\n{following}\n"
    assert [each.ref for each in milestone(text).dependencies] == ["M3"]


def test_each_name_is_taken_once_and_what_a_later_place_adds_completes_it() -> None:
    text = "# M9\n\n**Dependencies**: M1\n\n## Upstream Dependencies\n\n- M1 (complete)\n"
    assert only(text).state == "completed"


@pytest.mark.parametrize(
    "text",
    [
        "It depends on M1 and M2.",
        "## Related Documents\n\n- [M1](m1.md)",
        "## Out of Scope\n\n- M7 export",
        "```\ndepends_on: M1\n```",
    ],
)
def test_prose_links_and_code_name_no_dependency(text: str) -> None:
    assert milestone(f"# M9\n\n{text}\n").dependencies == ()


@pytest.mark.parametrize("line", ["3 weeks of testing", "2026-01 budget"])
def test_a_number_in_a_sentence_is_no_id(line: str) -> None:
    assert only(f"# M9\n\n**Prerequisites**: {line}\n").kind == "external"


def test_blockers_are_listed_and_resolved_ones_say_so() -> None:
    text = "# M9\n\n## Blockers\n\n- No crane\n- ~~Ice~~ gone\n- [x] Permit\n"
    assert [(each.text, each.resolved) for each in milestone(text).blockers] == [
        ("No crane", False),
        ("~~Ice~~ gone", True),
        ("Permit", True),
    ]


@pytest.mark.parametrize(
    "words", ["0", "None at this time", "Currently none", "None known", "✅ None", "No blockers", "0 blockers"]
)
def test_a_key_line_may_say_that_there_are_no_blockers(words: str) -> None:
    assert milestone(f"# M9\n\n**Blockers**: {words}\n").blockers == ()


@pytest.mark.parametrize(
    "entry",
    ["None", "No active blockers", "- [x] Blocker 1: No active blockers. - **Status**: Resolved", "[Describe the blocker]"],
)
def test_a_blockers_section_without_blockers_has_none(entry: str) -> None:
    entry = entry if entry.startswith("- ") else f"- {entry}"
    assert milestone(f"# M9\n\n## Blockers\n\n{entry}\n").blockers == ()


def test_a_heading_that_only_mentions_blocking_lists_no_blockers() -> None:
    assert milestone("# M9\n\n### 阻塞性问题分析\n\n- 移除旧代码\n").blockers == ()
