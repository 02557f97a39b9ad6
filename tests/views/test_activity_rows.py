"""The list of what changed, at any width and with either set of signs."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.analysis.change import KINDS, Change
from milestone_tui.text.terminal import cell_width
from milestone_tui.views.activity_rows import ActivityPart, ActivityRow, CommitLine, activity_rows, since_words
from milestone_tui.views.activity_words import count_words
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain
from tests.factories import TODAY


def change(kind: str, words: str = "refund the card", before: str = "", after: str = "", line: int = 7, **others: str) -> Change:
    return Change(kind, "docs/M2.md", "M2", "Booking", words, before, after, "docs/M2.md", line)._replace(**others)  # type: ignore[arg-type]


def rows(*changes: Change, width: int = 100, ascii_only: bool = False) -> list[ActivityRow]:
    return activity_rows([ActivityPart("since the program started", changes)], TODAY, width, glyphs(ascii_only))


def text(*changes: Change, width: int = 100, ascii_only: bool = False) -> list[str]:
    found = rows(*changes, width=width, ascii_only=ascii_only)
    return [" ".join(plain(row.line).split()) for row in found if row.kind == "change"]


def test_each_change_has_a_sign_and_a_word_and_its_place() -> None:
    assert text(change("ticked", before="open", after="done")) == ["✓ ticked refund the card M2.md:7"]
    assert text(change("unticked", before="done", after="open")) == ["○ unticked refund the card M2.md:7"]
    assert text(change("added", after="open")) == ["+ added refund the card M2.md:7"]
    assert text(change("removed", before="open")) == ["- removed refund the card M2.md:7"]
    assert text(change("status", before="active", after="completed")) == ["✓ status active → completed M2.md:7"]
    assert text(change("date", "target", "2026-11-27", "2027-01-04")) == ["· target 27 Nov → 4 Jan 2027 M2.md:7"]
    assert text(change("owner", before="Mira", after="")) == ["· owner Mira → – M2.md:7"]
    assert text(change("moved", before="M1", after="M2")) == ["→ moved refund the card from M1 M2.md:7"]
    assert text(change("reworded", "new words", "old words", "new words")) == ["~ reworded new words was: old words M2.md:7"]
    assert text(change("risk", "ice", "low", "high", aspect="probability")) == ["! risk ice probability low → high M2.md:7"]


def test_the_ascii_set_is_ascii() -> None:
    for kind in KINDS:
        assert "".join(text(change(kind, "x", "a", "b"), ascii_only=True)).isascii()


@pytest.mark.parametrize("width", [20, 40, 76, 100, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_row_is_wider_than_asked(width: int, ascii_only: bool) -> None:
    found = [change(kind, "a long text about the refund of a card " * 4, "before " * 9, "after " * 9) for kind in KINDS]
    commits = (CommitLine("abc1234", TODAY, "Mira" * 9, "A subject " * 20),)
    parts = [ActivityPart("since yesterday", tuple(found), commits, "a note " * 30)]
    assert max(cell_width(plain(row.line)) for row in activity_rows(parts, TODAY, width, glyphs(ascii_only))) <= width


def test_a_note_that_is_wider_than_the_panel_goes_on_below() -> None:
    note = "this folder is in no git repository; only what changed here is shown"
    found = activity_rows([ActivityPart("since HEAD", (), (), note)], TODAY, 40, glyphs())
    told = [plain(row.line) for row in found if row.kind == "note"]
    assert told == ["This folder is in no git repository;", "only what changed here is shown"]


def test_a_long_text_leaves_room_for_the_value() -> None:
    (line,) = text(change("risk", "a long text about ice " * 9, "low", "high", aspect="probability"), width=90)
    assert "low → high" in line


def test_totals_stand_above_and_each_milestone_has_one_heading() -> None:
    found = rows(change("ticked"), change("ticked", "two"), change("status", before="active", after="done"))
    assert [row.kind for row in found] == ["part", "totals", "milestone", "change", "change", "change"]
    assert [plain(row.line) for row in found[:3]] == ["Since the program started", "2 ticked, 1 status", "M2  Booking"]


def test_rows_lead_to_the_place_and_what_is_gone_leads_to_the_file() -> None:
    found = rows(change("ticked"), change("removed")._replace(gone=True), change("vanished")._replace(gone=True))
    assert [(row.key, row.path, row.at) for row in found if row.kind == "change"] == [
        ("docs/M2.md", "docs/M2.md", 7),
        ("docs/M2.md", "docs/M2.md", 0),
        ("", "", 0),
    ]


def test_no_change_is_said_and_so_is_the_reason_why_nothing_can_be() -> None:
    assert [plain(row.line) for row in rows()][1:] == ["no milestone changed"]
    part = ActivityPart("since HEAD", (), (), "git is not installed")
    assert [plain(row.line) for row in activity_rows([part], TODAY, 80, glyphs())] == ["Since HEAD", "Git is not installed"]


def test_commits_follow_the_newest_first_and_are_harmless() -> None:
    commits = tuple(CommitLine(f"{number:07}", TODAY, "Mi\x1bra", f"Subject\x07 {number}") for number in range(25))
    found = activity_rows([ActivityPart("since x", (), commits)], TODAY, 100, glyphs())
    lines = [plain(row.line) for row in found if row.kind == "commit"]
    assert len(lines) == 21
    assert lines[-1].strip() == "and 5 more"
    assert "\x1b" not in "".join(lines)
    assert "\x07" not in "".join(lines)


def test_a_moment_is_named_with_its_commit() -> None:
    assert since_words("yesterday", "abc1234", date(2026, 11, 14), TODAY) == "since yesterday (commit abc1234, 14 Nov)"
    assert since_words("HEAD", "abc1234", date(2025, 11, 14), TODAY) == "not committed yet (since commit abc1234, 14 Nov 2025)"


def test_counts_are_words_in_one_and_many() -> None:
    assert count_words({"ticked": 12, "added": 3, "status": 1}) == ["12 ticked", "3 added", "1 status"]
    assert count_words({"risk": 2, "risk added": 1, "dependency removed": 2}) == [
        "2 risks changed",
        "1 risk added",
        "2 dependencies removed",
    ]
