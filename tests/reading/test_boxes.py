"""What counts as a box, and what the text beside it states."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.model.checklist import Item
from tests.reading.texts import contents, milestone


def items(text: str) -> list[Item]:
    return [item for section in contents(text).checklist for item in section.items]


def counted(text: str) -> tuple[int, int]:
    boxes = milestone(text).boxes
    return boxes.done, boxes.total


def test_parents_and_children_count_alike_and_none_is_inferred_from_the_other() -> None:
    assert counted("# M1\n\n- [x] a\n  - [ ] b\n  - [x] c\n- [X] d\n") == (3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "```\n- [ ] a\n```\n",
        "<!--\n- [ ] a\n-->\n",
        "- [ ] \n",
        "- []\n- [ ]a\n",
        "| [ ] a | [x] b |\n|---|---|\n",
        "- **State**: [ ] Open | [x] Done\n",
        "- ✅ done\n",
    ],
)
def test_code_comments_tables_radio_lines_empty_boxes_and_emoji_bullets_count_nothing(text: str) -> None:
    assert counted(f"# M1\n\n{text}") == (0, 0)


def test_boxes_in_quotes_and_ordered_lists_count() -> None:
    assert counted("# M1\n\n> - [x] a\n\n1. [ ] b\n") == (1, 2)


def test_a_legend_explains_boxes_and_has_none() -> None:
    assert counted("# M1\n\n## Legend\n\n- [ ] open\n- [x] done\n\n## Tasks\n\n- [ ] a\n") == (0, 1)


@pytest.mark.parametrize(
    ("marker", "state"),
    [
        ("~", "active"),
        ("/", "active"),
        ("-", "dropped"),
        (">", "deferred"),
        ("!", "blocked"),
        ("DONE", "done"),
        ("PARTIAL", "active"),
        ("✅", "done"),
        ("⏭️", "deferred"),
    ],
)
def test_markers_that_are_no_gfm_boxes_show_their_state_and_do_not_count(marker: str, state: str) -> None:
    text = f"# M1\n\n- [{marker}] **Fix** the bridge\n"
    (item,) = items(text)
    assert (item.state, item.counted, item.text) == (state, False, "**Fix** the bridge")
    assert counted(text) == (0, 0)


@pytest.mark.parametrize("text", ["- [link](a.md)\n", "- [?] maybe\n", "- [1] footnote\n", "- [NOTE] look\n"])
def test_other_brackets_are_no_boxes_at_all(text: str) -> None:
    assert items(f"# M1\n\n{text}") == []


def test_a_ticked_and_struck_item_counts_and_shows_as_dropped() -> None:
    text = "# M1\n\n- [x] ~~**4.9 spare wheel**~~ — only if there is time\n"
    assert items(text)[0].state == "dropped"
    assert counted(text) == (1, 1)


def test_open_boxes_of_closing_sections_are_counted_apart() -> None:
    read = milestone("# M1\n\n- [x] a\n\n## Post-Completion\n\n- [ ] b\n\n### Rollback Plan\n\n- [x] c\n")
    assert (read.boxes, read.closing) == ((3, 2), (2, 1))


def test_open_boxes_under_blocked_and_in_progress_tasks_say_so() -> None:
    text = "# M1\n\n## Blocked Tasks\n\n- [ ] a\n- [x] b\n\n## In Progress Tasks\n\n- [ ] c\n"
    assert [item.state for item in items(text)] == ["blocked", "done", "active"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("paint @noor", "noor"),
        ("paint (owner: Noor B)", "Noor B"),
        ("mail noor@example.org", None),
        ("update @scope/package", None),
    ],
)
def test_owners_stand_behind_an_at_sign_or_in_brackets(text: str, owner: str | None) -> None:
    assert items(f"- [ ] {text}\n")[0].owner == owner


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("paint 📅 2026-03-01", date(2026, 3, 1)),
        ("paint (due 2026-03-01)", date(2026, 3, 1)),
        ("since 2026-03-01 it leaks", None),
        ("due soon", None),
    ],
)
def test_a_due_day_is_one_that_is_called_so(text: str, due: date | None) -> None:
    assert items(f"- [ ] {text}\n")[0].due == due


@pytest.mark.parametrize(
    ("text", "estimate"),
    [("paint (4 hours)", "4 hours"), ("paint (2-3 days)", "2-3 days"), ("paint (2 coats)", None), ("for 4 hours", None)],
)
def test_an_estimate_is_an_amount_in_brackets(text: str, estimate: str | None) -> None:
    assert items(f"- [ ] {text}\n")[0].estimate == estimate


def test_equal_items_have_keys_of_their_own_and_keys_survive_a_move() -> None:
    before = items("# M1\n\n## T\n\n- [ ] a\n- [ ] a\n")
    after = items("# M1\n\nmore\n\n## T\n\n- [ ] new\n- [x] a\n- [ ] a\n")
    assert len({item.key for item in before}) == 2
    assert [item.key for item in after[1:]] == [item.key for item in before]


def test_sections_carry_their_heading_path_and_their_counts() -> None:
    (section,) = contents("# M1\n\n## Plan\n\n### Week one\n\n- [x] a\n- [ ] b\n").checklist
    assert (section.path, section.line, section.total, section.done) == (("M1", "Plan", "Week one"), 5, 2, 1)


@pytest.mark.parametrize("blank", ["\t", "\v", "\f"])
def test_a_box_with_another_blank_in_it_is_open(blank: str) -> None:
    text = f"# M1\n\n## Deliverables\n\n- [{blank}] a\n- [x] b\n"
    assert counted(text) == (1, 2)
    assert [item.state for item in items(text)] == ["open", "done"]
