"""The printed table: what it says, and that it fits."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.totals import totals
from milestone_tui.model.project import Project, Skipped
from milestone_tui.model.values import Problem
from milestone_tui.views.status_json import status_json
from milestone_tui.views.status_table import status_lines
from tests.factories import TODAY, blocker, depends, milestone, project, stated

AURORA = project(
    milestone("M01", title="Foundation", status="completed", boxes=(10, 10), target=date(2026, 10, 1)),
    milestone("M02", title="Sync engine", status="active", boxes=(27, 42), target=date(2026, 11, 27), declared=80),
    milestone("M03", title="Sharing", status="planned", boxes=(5, 42), target=date(2026, 11, 15), dependencies=(depends("M02"),)),
    milestone("M04", title="Research [red]日本[/red]\x1b[31m"),
    milestone("M05", title="Mobile", status="blocked", boxes=(0, 3), blockers=(blocker("customs"),)),
    skipped=(Skipped("README.md", "an index"),),
    problems=(Problem("M05.md", 3, "front matter is not YAML", "close the quote"), Problem("x.md", 0, "is a pipe", "remove it")),
)


def lines(of: Project = AURORA, width: int = 100, ascii_only: bool = False, verbose: bool = False) -> list[str]:
    standing = standings(of, TODAY)
    return status_lines(of, standing, totals(of, standing), width, ascii_only, verbose)


def row(words: str, width: int = 140) -> str:
    return next(line for line in lines(width=width) if words in line)


def test_the_totals_stand_on_top() -> None:
    assert lines()[0] == "Aurora  5 milestones  ▶ 1 active  ✓ 1 completed  ⊘ 2 blocked  ! 1 late  ≠ 1 disagree"
    assert "43 %  42/97 boxes  1 milestone without boxes" in lines()[1]


def test_a_row_says_progress_status_and_target() -> None:
    for word in ("▶", "M02", "Sync engine", "━━━━━───", "64 %", "27/42", "active", "in 6 d", "≠ says 80 %, its boxes say 64 %"):
        assert word in row("Sync engine")


def test_a_late_one_says_by_how_much_and_what_blocks_it() -> None:
    assert "6 d late" in row("Sharing")
    assert "⊘ M02" in row("Sharing")


def test_unknown_is_a_dash_and_never_nought() -> None:
    assert "0 %" not in row("Research")
    assert row("Research").count("–") == 6


def test_a_broken_file_is_one_row_with_its_reason() -> None:
    assert "✗ line 3: front matter is not YAML" in row("Mobile")
    assert "✗ is a pipe" in row("x.md")


def test_nothing_of_a_file_reaches_the_terminal_as_control_or_markup() -> None:
    assert "\x1b" not in "".join(lines())
    assert "[red]日本[/red]␛[31m" in row("Research")


@pytest.mark.parametrize("width", [20, 40, 60, 72, 80, 81, 100, 120, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_asked(width: int, ascii_only: bool) -> None:
    table = lines(width=width, ascii_only=ascii_only)[:-2]
    assert max(cell_len(line) for line in table) <= width


def test_at_80_columns_what_matters_is_there() -> None:
    text = "\n".join(lines(width=80))
    for word in ("M03", "Sharing", "12 %", "6 d late", "⊘ M02"):
        assert word in text


def test_at_40_columns_signs_still_say_it() -> None:
    narrow = "\n".join(lines(width=40))
    assert "○! M03" in narrow


def test_ascii_draws_with_ascii_only() -> None:
    ours = project(*(one for one in AURORA.milestones if one.title.isascii()))
    assert all(line.isascii() for line in lines(ours, ascii_only=True) if "disagree" not in line)


def test_problems_and_skipped_files_are_counted_and_listed_when_asked() -> None:
    assert lines()[-1] == "2 problems, 1 file passed over (-v lists them)"
    told = lines(verbose=True)
    assert "  M05.md:3: Front matter is not YAML. Close the quote." in told
    assert "  README.md: passed over: an index" in told


def test_an_imprecise_target_shows_in_the_words_of_the_file() -> None:
    from tests.factories import dated

    later = project(milestone("M01", status="planned", dates=(dated("target", None, "Q3 2027", until=date(2027, 9, 30)),)))
    assert any("Q3 2027" in line for line in lines(later))


def test_json_has_the_same_figures() -> None:
    standing = standings(AURORA, TODAY)
    data = status_json(AURORA, standing, totals(AURORA, standing), TODAY)
    assert data["totals"]["percent"] == 43.3
    second = data["milestones"][1]
    assert second["status"] == stated("active")._asdict()
    assert second["progress"] == {"done": 27, "total": 42, "percent": 64.3, "declared": 80}
    assert data["milestones"][3]["progress"]["percent"] is None
    assert data["problems"][0] == {"path": "M05.md", "line": 3, "text": "front matter is not YAML", "advice": "close the quote"}
