"""Rows of open boxes under headings with counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from milestone_tui.analysis.agenda import agenda
from milestone_tui.analysis.standing import standings
from milestone_tui.model.checklist import ChecklistSection, Item
from milestone_tui.model.contents import NO_CONTENTS
from milestone_tui.views.agenda_rows import ARRANGEMENT_WORDS, ARRANGEMENTS, agenda_rows, drawn_agenda, totals_line
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain, width_of
from tests.factories import TODAY, milestone, project, stated


def due(text: str, days: int | None, owner: str | None = None) -> Item:
    day = None if days is None else TODAY + timedelta(days=days)
    return Item(f"key of {text}", text, "open", True, 10, 0, owner, day, None)


ITEMS = (due("late @bo", -5, "@bo"), due("today", 0), due("soon", 7), due("far", 8), due("some day", None))
M1 = milestone("M1", status="active", owner=stated("Mira Okafor"))
M2 = milestone("M2", status="planned", target=date(2026, 11, 20), boxes=(0, 1))
PAIRS = [
    (M1, NO_CONTENTS._replace(checklist=(ChecklistSection("Work", ("Work",), 9, 5, 0, ITEMS, False),))),
    (M2, NO_CONTENTS._replace(checklist=(ChecklistSection("", (), 9, 1, 0, (due("inherits", None),), False),))),
]
ENTRIES = agenda(PAIRS, standings(project(M1, M2), TODAY), TODAY)


def told(arrangement: str) -> list[str | tuple[str, int, int]]:
    rows = agenda_rows(ENTRIES, arrangement, TODAY)
    return [row.item.text if row.item else (row.title, row.number, row.overdue) for row in rows]


def test_by_due_day_in_buckets() -> None:
    assert told("due") == [
        ("Overdue", 2, 2),
        "late @bo",
        "inherits",
        ("Today", 1, 0),
        "today",
        ("Within 7 days", 1, 0),
        "soon",
        ("Later", 1, 0),
        "far",
        ("Without a day", 1, 0),
        "some day",
    ]


def test_by_owner_with_nobody_last() -> None:
    assert [each for each in told("owner") if isinstance(each, tuple)] == [("bo", 1, 1), ("Mira Okafor", 4, 0), ("Nobody", 1, 1)]


def test_by_readiness() -> None:
    assert [each for each in told("readiness") if isinstance(each, tuple)] == [("Can be done now", 6, 2)]


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_every_row_has_a_key_of_its_own_and_a_box_its_place(arrangement: str) -> None:
    rows = agenda_rows(ENTRIES, arrangement, TODAY)
    assert len({row.key for row in rows}) == len(rows)
    assert {(row.milestone, row.path, row.line) for row in rows} == {("", "", 0), ("M1.md", "M1.md", 10), ("M2.md", "M2.md", 10)}
    assert ARRANGEMENT_WORDS[arrangement]


def test_signs_tell_what_a_box_says_itself_from_what_it_inherits() -> None:
    rows = [drawn_agenda(row, TODAY, 80, glyphs(), first=True)[0].line for row in agenda_rows(ENTRIES, "due", TODAY)]
    assert [plain(line).rstrip() for line in rows][:3] == [
        "Overdue  2",
        "  [ ] late                                     M1  @bo             ! 5 d late",
        "  [ ] inherits                                 M2                    1 d late",
    ]


def test_a_tick_on_its_way_shows_in_round_brackets() -> None:
    row = agenda_rows(ENTRIES, "due", TODAY)[1]
    assert plain(drawn_agenda(row, TODAY, 60, glyphs(), pending=True)[0].line).startswith("  (x) late")


def test_headings_have_an_empty_line_above_but_the_first() -> None:
    row = agenda_rows(ENTRIES, "owner", TODAY)[0]
    assert [plain(each.line) for each in drawn_agenda(row, TODAY, 60, glyphs())] == ["", "bo  1  ! 1 overdue"]
    assert len(drawn_agenda(row, TODAY, 60, glyphs(), first=True)) == 1


@pytest.mark.parametrize("width", [1, 10, 29, 30, 44, 58, 80, 160])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_row_is_wider_than_asked(width: int, ascii_only: bool) -> None:
    for arrangement in ARRANGEMENTS:
        for row in agenda_rows(ENTRIES, arrangement, TODAY):
            for drawn in drawn_agenda(row, TODAY, width, glyphs(ascii_only)):
                assert width_of(drawn.line) <= width
                assert drawn.hot <= width


def test_the_totals_say_what_is_overdue_and_what_can_be_done() -> None:
    assert plain(totals_line(ENTRIES, glyphs())) == "6 boxes  6 can be done now  ! 2 overdue"
    assert plain(totals_line((), glyphs())) == "nothing is left to tick"
