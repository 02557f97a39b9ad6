"""An item goes with all that is nested in it, and takes no more than its own lines and the blank line that set it apart."""

from __future__ import annotations

import pytest

from milestone_tui.model.edit import RemoveItem
from tests.editing.plans import PATH, made, named, outcome, refused


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [ ] a\n- [ ] b\n- [ ] c\n", "- [ ] a\n- [ ] c\n"),
        ("- [ ] a\n- [ ] b\n  - [x] b1\n    text\n\n  more\n- [ ] c\n", "- [ ] a\n- [ ] c\n"),
        ("- [ ] a\n\n- [ ] b\n\n- [ ] c\n", "- [ ] a\n\n- [ ] c\n"),
        ("- [ ] a\n\n- [ ] b\n", "- [ ] a\n"),
        ("- [ ] a\n- [ ] b", "- [ ] a"),
        ("## T\n\n- [ ] b\n\n## N\n", "## T\n\n## N\n"),
        ("1. [ ] a\n2. [ ] b\n3. [ ] c\n", "1. [ ] a\n3. [ ] c\n"),
        ("> - [ ] a\n> - [ ] b\n", "> - [ ] a\n"),
        ("- [ ] b\n\ntext\n", "text\n"),
        ("- [ ] b\nlazy\n\ntext\n", "text\n"),
        ("Steps:\n1. [ ] b\n2. [ ] c\n", "Steps:\n1. [ ] c\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_lines_of_the_item_go(before: str, after: str, ending: str) -> None:
    assert made(before.replace("\n", ending), RemoveItem(PATH, named("b"))) == after.replace("\n", ending)


def test_a_box_in_code_is_never_taken_for_it() -> None:
    text = "```\n- [ ] b\n```\n\n<!--\n- [ ] b\n-->\n\n- [ ] b\n- [ ] c\n"
    assert made(text, RemoveItem(PATH, named("b"))) == text.replace("-->\n\n- [ ] b\n", "-->\n\n")


def test_what_is_nested_is_kept_when_asked_for() -> None:
    found = refused(outcome("- [ ] b\n  - [ ] b1\n", RemoveItem(PATH, named("b")._replace(exact=True), nested=False)))
    assert found.candidates == ("2: b1",)


def test_an_item_that_is_gone_or_not_the_only_one_is_refused() -> None:
    assert refused(outcome("- [ ] a\n", RemoveItem(PATH, named("b")))).candidates == ("1: [ ] a",)
    assert len(refused(outcome("- [ ] b\n- [ ] b\n", RemoveItem(PATH, named("b")))).candidates) == 2


def test_an_item_on_the_line_of_another_is_refused() -> None:
    refused(outcome("- - [ ] b\n", RemoveItem(PATH, named("b"))))
