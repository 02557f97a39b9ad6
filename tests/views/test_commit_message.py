"""The words that are proposed for a commit."""

from __future__ import annotations

import pytest

from milestone_tui.views.commit_lines import commit_lines
from milestone_tui.views.commit_message import MOST_SUBJECT, proposed, subject_of, with_subject
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain, width_of


@pytest.mark.parametrize(
    ("edits", "subject"),
    [
        ([("M02", 'ticked "Refund form"')], 'M02: tick "Refund form"'),
        ([("M02", 'undid: ticked "a"')], 'M02: untick "a"'),
        ([("M02", 'redid: took owner off "a"')], 'M02: take owner off "a"'),
        ([("M02", 'undid: set status to "done"')], 'M02: undo: set status to "done"'),
        ([("M02", 'deleted "a"'), ("M02", 'reworded "b"')], "M02: 1 deletion, 1 rewording"),
        (
            [
                *(("M02", f'ticked "{text}"') for text in "abc"),
                ("M04", 'set due of "d" to "2026-12-04"'),
                ("M02", 'set owner to "Mira"'),
            ],
            "M02, M04: 3 ticks, 1 date, 1 owner",
        ),
        ([("M1", 'set target to "x"'), ("M1", 'set date of checkpoint 50 % to "y"')], "M1: 2 dates"),
        ([("M1", 'set criteria of checkpoint 50 % to "y"'), ("M1", 'added the heading "Risks"')], "M1: 1 checkpoint, 1 heading"),
        ([("M1", 'added the risk "ice"'), ("M1", 'added the risk "fog"')], "M1: 2 risks"),
        ([("M1", 'added "new"'), ("M1", 'added "other"'), ("M1", 'added target "2026"')], "M1: 2 new items, 1 date"),
        ([("M1", 'moved "a" up'), ("M1", 'indented "b"'), ("M1", 'marked "c" active')], "M1: 2 moves, 1 status"),
        ([("M1", 'set impact of "ice" to "low"'), ("M1", "aligned with 3 of 5 boxes")], "M1: 1 rating, 1 alignment"),
        ([("M1", "set dependencies to M2"), ("M1", 'set room to "4"'), ("M1", "whatever")], "M1: 1 dependency, 1 field, 1 edit"),
        ([("M1", 'ticked "a"'), ("M1", 'undid: deleted "a"')], "M1: 1 tick, 1 edit undone"),
    ],
)
def test_the_first_line_says_what_was_done_of_which_milestones(edits: list[tuple[str, str]], subject: str) -> None:
    assert subject_of(proposed(edits)) == subject


def test_one_edit_needs_one_line_and_several_have_a_line_each() -> None:
    assert proposed([("M02", 'ticked "a"')]) == 'M02: tick "a"\n'
    assert proposed([("M02", 'ticked "a"'), ("#3", 'ticked "# b"')]) == (
        'M02, #3: 2 ticks\n\n- M02: tick "a"\n- #3: tick "# b"\n'
    )


@pytest.mark.parametrize("number", [2, 4, 9, 500])
@pytest.mark.parametrize("name", ["M{}", "a milestone with quite a name, number {}", "{}" * 60])
def test_the_first_line_is_short_whatever_there_is(number: int, name: str) -> None:
    message = proposed([(name.replace("{}", str(at)), f'set part{at} to "x"') for at in range(number)])
    assert len(subject_of(message)) <= MOST_SUBJECT
    assert message.count("\n") <= 210


def test_a_long_edit_is_cut_in_the_first_line_and_told_below() -> None:
    words = "word " * 30
    message = proposed([("M02", f'ticked "{words}"')])
    assert len(subject_of(message)) <= MOST_SUBJECT
    assert message.split("\n")[2] == f'- M02: tick "{words}"'


def test_text_of_files_stays_text_of_one_line() -> None:
    message = proposed([("M\x1b[31m\n2", 'ticked "a\r\nCo-authored-by: x\u202e"'), ("M3", 'ticked "b"')])
    assert not [character for character in message if ord(character) < 32 and character != "\n"]
    assert len(message.split("\n")) == 5
    assert "\u202e" not in message


def test_the_first_line_can_be_another() -> None:
    assert with_subject("old\n\n- a\n", "new") == "new\n\n- a\n"


def test_it_is_shown_with_what_stays_out_and_what_changes() -> None:
    diff = "--- a.md\n+++ a.md\n@@ -1,1 +1,1 @@\n-old\x1b[31m\n+new\n"
    lines = commit_lines(
        "words\n\n- more\n", [("a\x1b.md", diff)], [("b.md", "the line was changed since", "do it")], 30, glyphs(False)
    )
    text = [plain(line) for line in lines]
    assert text[:3] == ["words", "", "- more"]
    assert "left out" in text
    assert "+new" in text
    assert "--- a.md" not in text
    assert not any("\x1b" in line for line in text)
    assert max(width_of(line) for line in lines) <= 30
