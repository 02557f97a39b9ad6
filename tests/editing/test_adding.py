"""A new item stands where it was asked for, in the manner of its neighbours, and everything else stays."""

from __future__ import annotations

import pytest

from milestone_tui.model.edit import AddItem
from tests.editing.plans import PATH, made, named, outcome, refused

TASKS = "# M1\n\n## Tasks\n\n- [ ] a\n  - [x] a1\n- [ ] b\n\n## Notes\n\nWords.\n\n## Later\n"


def test_behind_an_item_with_all_that_is_nested_in_it() -> None:
    assert made(TASKS, AddItem(PATH, "new", after=named("a"), depth=0)) == TASKS.replace("- [ ] b", "- [ ] new\n- [ ] b")


def test_nested_as_the_last_in_the_manner_of_those_that_are_there() -> None:
    text = TASKS.replace("  - [x] a1", "    * [x] a1")
    assert made(text, AddItem(PATH, "new", after=named("a1"))) == text.replace("a1\n", "a1\n    * [ ] new\n")


def test_nested_in_the_manner_of_the_file_where_nothing_is_nested_yet() -> None:
    text = TASKS.replace("  - [x] a1", "    * [x] a1")
    assert made(text, AddItem(PATH, "new", after=named("b"), depth=1)) == text.replace("- [ ] b\n", "- [ ] b\n    * [ ] new\n")


def test_the_last_under_a_heading() -> None:
    assert made(TASKS, AddItem(PATH, "new", under="tasks")) == TASKS.replace("- [ ] b\n", "- [ ] b\n- [ ] new\n")


def test_the_first_under_a_heading_goes_below_what_is_said_there() -> None:
    assert made(TASKS, AddItem(PATH, "new", under="Notes")) == TASKS.replace("Words.\n", "Words.\n\n- [ ] new\n")


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("# M\n\n## A\n\n## B\n\nx\n", "# M\n\n## A\n\n- [ ] new\n\n## B\n\nx\n"),
        ("# M\n## A\n## B\nx\n", "# M\n## A\n- [ ] new\n## B\nx\n"),
        ("# M\n\n## A", "# M\n\n## A\n\n- [ ] new"),
        ("# M\n\n## A\n", "# M\n\n## A\n\n- [ ] new\n"),
        ("# M\n\n## A\n\n---\n\nend\n", "# M\n\n## A\n\n- [ ] new\n\n---\n\nend\n"),
        ("# M\n\n## A\n\n- plain\n", "# M\n\n## A\n\n- plain\n- [ ] new\n"),
        ("# M\n\n## A\n\n```\n- [ ] code\n```\n", "# M\n\n## A\n\n```\n- [ ] code\n```\n\n- [ ] new\n"),
    ],
)
def test_the_very_first_box_under_a_heading(text: str, new: str) -> None:
    assert made(text, AddItem(PATH, "new", under="A")) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("* [ ] a\n", "* [ ] new\n"),
        ("1. [ ] a\n", "2. [ ] new\n"),
        ("1. [ ] z\n1. [ ] a\n", "1. [ ] new\n"),
        ("3) [ ] a\n", "4) [ ] new\n"),
        ("> - [ ] a\n", "> - [ ] new\n"),
        ("-   [ ] a\n", "-   [ ] new\n"),
        ("  - [ ] a\n", "  - [ ] new\n"),
        ("- [ ] z\n\n- [ ] a\n", "\n- [ ] new\n"),
        ("- [ ] a\n  more\n\n  words\n", "- [ ] new\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_bullet_number_indentation_quote_and_blank_lines_are_those_of_the_neighbours(old: str, new: str, ending: str) -> None:
    before, line = old.replace("\n", ending), new.replace("\n", ending)
    assert made(before, AddItem(PATH, "new", after=named("a"))) == before + line


def test_an_ordered_list_is_not_numbered_anew() -> None:
    text = "1. [ ] a\n2. [ ] b\n3. [ ] c\n"
    assert made(text, AddItem(PATH, "new", after=named("a"))) == "1. [ ] a\n2. [ ] new\n2. [ ] b\n3. [ ] c\n"


def test_a_file_without_a_final_line_break_has_none_afterwards() -> None:
    assert made("\ufeff- [ ] a\r\n- [ ] b", AddItem(PATH, "new", after=named("b"))) == "\ufeff- [ ] a\r\n- [ ] b\r\n- [ ] new"


def test_owner_day_and_estimate_come_with_it() -> None:
    edit = AddItem(PATH, "new", after=named("b"), owner="mira", due="2026-12-04", estimate="4h")
    assert "- [ ] new @mira (due 2026-12-04) (4h)\n" in made(TASKS, edit)


def test_without_a_place_the_only_list_takes_it_and_several_are_asked_about() -> None:
    assert made(TASKS, AddItem(PATH, "new")) == TASKS.replace("- [ ] b\n", "- [ ] b\n- [ ] new\n")
    found = refused(outcome(TASKS.replace("Words.", "- [ ] x"), AddItem(PATH, "new")))
    assert found.candidates == ("3: Tasks", "9: Notes")


def test_a_heading_that_is_not_there_or_not_the_only_one_is_refused_with_what_there_is() -> None:
    assert refused(outcome(TASKS, AddItem(PATH, "new", under="Risks"))).candidates == (
        "1: M1",
        "3: Tasks",
        "9: Notes",
        "13: Later",
    )
    twice = TASKS.replace("## Later", "## Tasks")
    assert refused(outcome(twice, AddItem(PATH, "new", under="tasks"))).candidates == ("3: Tasks", "13: Tasks")
    assert made(twice, AddItem(PATH, "new", under="13")).endswith("## Tasks\n\n- [ ] new\n")


@pytest.mark.parametrize("text", ["", "a\nb", "[ ] a"])
def test_words_that_are_none_are_refused(text: str) -> None:
    refused(outcome(TASKS, AddItem(PATH, text, under="Tasks")))
