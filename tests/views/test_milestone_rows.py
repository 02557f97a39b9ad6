"""The rows of one milestone: facts, boxes, and everything else, at any width."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from milestone_tui.analysis.standing import standings
from milestone_tui.model.checklist import Item
from milestone_tui.model.contents import Contents
from milestone_tui.reading.reader import read
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain, width_of
from milestone_tui.views.milestone_row import Row
from milestone_tui.views.milestone_rows import drawn_row, milestone_rows, pending_row, without_notes
from tests.factories import TODAY, blocker, milestone, project
from tests.tui.dashboard import FIRST, HOSTILE

SIGNS = glyphs()


def rows_of(data: bytes, ascii_only: bool = False) -> list[Row]:
    """The rows of the first milestone of a file."""
    reading = read(data, "M1.md")
    each = reading.milestones[0]
    standing = standings(project(each), TODAY)[each.key]
    return milestone_rows(each, standing, reading.contents(0), reading.problems, TODAY, glyphs(ascii_only))


def text_of(rows: list[Row], width: int = 90) -> str:
    return "\n".join(plain(drawn.line) for row in rows for drawn in drawn_row(row, width, SIGNS))


def test_facts_boxes_and_risks_are_all_there() -> None:
    text = text_of(rows_of(FIRST))
    assert "M1  Sync engine" in text
    assert "▶ active · Mira Okafor" in text
    assert "due in 9 d" in text
    assert "1/4 boxes" in text
    assert "[x] Two devices converge" in text
    assert "    [ ] twice" in text
    assert "@mira  ◷ 25 Nov" in text
    assert "high × low" in text
    assert "mitigation buy another" in text


def test_what_the_right_end_says_is_not_said_twice() -> None:
    assert text_of(rows_of(FIRST)).count("@mira") == 1


def test_every_row_knows_its_line() -> None:
    lines = FIRST.decode().splitlines()
    for row in rows_of(FIRST):
        if row.item is not None:
            assert row.item.text in lines[row.line - 1]


def test_keys_are_unique_and_stay_when_a_line_comes_above() -> None:
    keys = [row.key for row in rows_of(FIRST)]
    assert len(keys) == len(set(keys))
    moved = rows_of(FIRST.replace(b"## Tasks\n", b"Some words.\n\n## Tasks\n"))
    assert {key for key in keys if key.startswith("item:")} <= {row.key for row in moved}


def test_text_of_a_file_loses_its_controls_and_keeps_its_brackets() -> None:
    text = text_of(rows_of(HOSTILE))
    assert "[red]loud[/red] [/]" in text
    assert not any(character < " " and character != "\n" for character in text)


def test_without_contents_the_facts_are_there_at_once() -> None:
    each = milestone("M1", status="blocked", target=TODAY - timedelta(days=2), blockers=(blocker("customs"),))
    standing = standings(project(each), TODAY)[each.key]
    text = text_of(milestone_rows(each, standing, None, (), TODAY, SIGNS))
    assert "2 d late" in text
    assert "customs" in text
    assert "reading the file" in text


def test_no_boxes_and_no_dates_are_said_and_not_counted() -> None:
    each = milestone("M1")
    standing = standings(project(each), TODAY)[each.key]
    empty = Contents((), (), (), (), (), (), (), (), (), (), (), None, ())
    text = text_of(milestone_rows(each, standing, empty, (), TODAY, SIGNS))
    assert "no status" in text
    assert "no boxes" in text
    assert "0 %" not in text


@pytest.mark.parametrize("width", [1, 2, 5, 12, 20, 38, 48, 78, 120])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_the_panel(width: int, ascii_only: bool) -> None:
    for row in rows_of(FIRST, ascii_only):
        for drawn in drawn_row(row, width, glyphs(ascii_only)):
            assert width_of(drawn.line) <= width, (row.key, plain(drawn.line))


def test_a_pending_box_is_told_apart_without_colour() -> None:
    row = next(row for row in rows_of(FIRST) if row.item is not None and row.item.state == "open")
    assert "(x)" in plain(pending_row(row, True).lead)
    assert "( )" in plain(pending_row(row, False).lead)
    assert width_of(pending_row(row, True).lead) == width_of(row.lead)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ask @mira (due 2026-11-25)", "Ask"),
        ("Taking back - 2026-11-25", "Taking back"),
        ("Version 2026-11-25", "Version 2026-11-25"),
        ("@mira", "@mira"),
        ("Pay 📅 2026-11-25 @bao", "Pay"),
    ],
)
def test_what_the_end_of_the_line_says_is_not_said_in_the_text_too(text: str, bare: str) -> None:
    item = Item("k", text, "open", True, 1, 0, "mira", date(2026, 11, 25), None)
    assert without_notes(item) == bare


def test_a_text_of_many_spaces_takes_no_time() -> None:
    item = Item("k", " " * 200_000 + "x" + "@" * 200_000, "open", True, 1, 0, "mira", None, None)
    assert without_notes(item)
