"""An item moves as one step with all that is nested in it, and is indented as it is where it goes."""

from __future__ import annotations

import pytest

from milestone_tui.editing.planning import Change
from milestone_tui.model.edit import IndentItem, MoveItem
from milestone_tui.text.patch import apply, invert
from tests.editing.plans import PATH, made, named, outcome, refused

LIST = "- [ ] a\n- [ ] b\n  - [x] b1\n    more\n- [ ] c\n\n## Other\n\n* [ ] z\n"


def test_up_and_down_among_those_beside_it() -> None:
    assert made(LIST, MoveItem(PATH, named("b")._replace(exact=True), "up")).startswith(
        "- [ ] b\n  - [x] b1\n    more\n- [ ] a\n"
    )
    assert made(LIST, MoveItem(PATH, named("a"), "down")).startswith("- [ ] b\n  - [x] b1\n    more\n- [ ] a\n- [ ] c\n")


def test_the_first_and_the_last_go_no_further() -> None:
    assert "first" in refused(outcome(LIST, MoveItem(PATH, named("a"), "up"))).text
    assert "last" in refused(outcome(LIST, MoveItem(PATH, named("c"), "down"))).text


def test_to_another_list_it_takes_on_the_bullet_of_that_list() -> None:
    moved = made(LIST, MoveItem(PATH, named("b")._replace(exact=True), "after", named("z")))
    assert moved == "- [ ] a\n- [ ] c\n\n## Other\n\n* [ ] z\n* [ ] b\n  - [x] b1\n    more\n"
    assert made(LIST, MoveItem(PATH, named("a"), "before", named("z"))).endswith("## Other\n\n* [ ] a\n* [ ] z\n")


def test_into_another_one_and_under_a_heading() -> None:
    assert made(LIST, MoveItem(PATH, named("c"), "in", named("a"))).startswith("- [ ] a\n  - [ ] c\n- [ ] b\n")
    assert made(LIST, MoveItem(PATH, named("c"), "under", under="Other")).endswith("* [ ] z\n* [ ] c\n")


def test_nested_lines_are_indented_as_the_wider_number_asks_for() -> None:
    text = "# M\n\n- [ ] a\n  - [ ] a1\n\n    text\n\n## Other\n\n10. [ ] z\n"
    assert made(text, MoveItem(PATH, named("a")._replace(exact=True), "after", named("z"))) == (
        "# M\n\n## Other\n\n10. [ ] z\n11. [ ] a\n    - [ ] a1\n\n      text\n"
    )


def test_numbers_stay_in_their_places_when_neighbours_change_theirs() -> None:
    assert made("1. [ ] a\n2. [ ] b\n3. [ ] c\n", MoveItem(PATH, named("b"), "up")) == "1. [ ] b\n2. [ ] a\n3. [ ] c\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_blank_lines_between_items_stay_between_items(ending: str) -> None:
    text = "- [ ] a\n\n- [ ] b\n\n- [ ] c".replace("\n", ending)
    assert made(text, MoveItem(PATH, named("c"), "up")) == "- [ ] a\n\n- [ ] c\n\n- [ ] b".replace("\n", ending)
    assert made(text, MoveItem(PATH, named("a"), "down")) == "- [ ] b\n\n- [ ] a\n\n- [ ] c".replace("\n", ending)


def test_a_file_without_a_final_line_break_has_none_afterwards() -> None:
    assert made("- [ ] a\r\n- [ ] b", MoveItem(PATH, named("b"), "up")) == "- [ ] b\r\n- [ ] a"
    assert made("- [ ] a\r\n- [ ] b", MoveItem(PATH, named("a"), "down")) == "- [ ] b\r\n- [ ] a"


def test_a_move_is_taken_back_by_inverting_its_patches() -> None:
    planned = outcome(LIST, MoveItem(PATH, named("a"), "after", named("z")))
    assert isinstance(planned, Change)
    assert len(planned.patches) == 2
    assert apply(planned.after, invert(planned.patches)).decode() == LIST


def test_an_item_cannot_go_into_itself() -> None:
    refused(outcome(LIST, MoveItem(PATH, named("b")._replace(exact=True), "in", named("b1"))))
    refused(outcome(LIST, MoveItem(PATH, named("a"), "after", named("a"))))


def test_indenting_nests_it_in_the_one_above_as_the_file_nests() -> None:
    assert made(LIST, IndentItem(PATH, named("c"), True)) == LIST.replace("- [ ] c", "  - [ ] c")
    text = LIST.replace("  - [x] b1\n    more", "    - [x] b1\n      more")
    assert made(text, IndentItem(PATH, named("b")._replace(exact=True), True)).startswith(
        "- [ ] a\n    - [ ] b\n        - [x] b1\n          more\n- [ ] c\n"
    )
    refused(outcome(LIST, IndentItem(PATH, named("a"), True)))


def test_outdenting_puts_it_behind_the_one_it_was_nested_in_and_takes_no_other_along() -> None:
    text = "- [ ] a\n  - [ ] a1\n  - [ ] a2\n- [ ] b\n"
    assert made(text, IndentItem(PATH, named("a1"), False)) == "- [ ] a\n  - [ ] a2\n- [ ] a1\n- [ ] b\n"
    assert made(text, IndentItem(PATH, named("a2"), False)) == "- [ ] a\n  - [ ] a1\n- [ ] a2\n- [ ] b\n"
    refused(outcome(text, IndentItem(PATH, named("b"), False)))


def test_a_box_that_would_no_longer_be_one_is_not_moved() -> None:
    refused(outcome("- [ ] a\n  lazy\n\n      - [ ] code\n- [ ] b\n", MoveItem(PATH, named("code"), "after", named("b"))))
