"""The list of milestones: a row each in natural order, and one for each file that could not be read."""

from __future__ import annotations

from datetime import date
from functools import partial

from milestone_tui.analysis.standing import Standing
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project, Skipped
from milestone_tui.model.values import Problem
from milestone_tui.text.terminal import cut_inside
from milestone_tui.views.columns import Column, TableRow
from milestone_tui.views.days import target_piece
from milestone_tui.views.figures import percent_words, shown
from milestone_tui.views.glyphs import STATE_WORDS, Glyphs
from milestone_tui.views.lines import Line, Piece
from milestone_tui.views.row_memo import RowMemo

ID_MOST = 14
BAR = 3

LIST_COLUMNS = (
    Column("id", "", 12, ID_MOST, 0, inside=True),
    Column("title", "", 12, 44, 0),
    Column("bar", "", BAR, BAR, 4),
    Column("percent", "", 4, 4, 6, right=True),
    Column("status", "status", 9, 9, 3),
    Column("target", "target", 12, 12, 5),
    Column("notes", "", 14, 60, 2),
)
WIDE_LIST_COLUMNS = tuple(column._replace(least=22) if column.name == "title" else column for column in LIST_COLUMNS)
"""Where the list has the screen for itself: titles can be read before anything is said about them."""
CANDIDATE = "candidate:"
"""How the key of a row begins that stands for a file that was passed over."""
NOTHING_FOUND = "no milestones were found here"
PROBLEM = "problem:"
"""How the key of a row begins that stands for a file without a milestone."""


def state_style(state: str) -> str:
    """The name of the style that a status word is shown in."""
    return "status-" + {"review": "active", "testing": "active"}.get(state, state.replace("_", "-"))


def broken_paths(project: Project) -> dict[str, Problem]:
    """The first problem of each file that has one."""
    found: dict[str, Problem] = {}
    for problem in project.problems:
        found.setdefault(problem.path, problem)
    return found


def signs(standing: Standing, broken: bool, glyphs: Glyphs) -> tuple[Piece, Piece]:
    """The sign of the status, and the one that must not be missed."""
    flag: Piece = (" ", "")
    if broken:
        flag = (glyphs.problem, "error")
    elif standing.late_days:
        flag = (glyphs.late, "late bold")
    elif standing.blocked and standing.state != "blocked":
        flag = (glyphs.states["blocked"], "status-blocked")
    elif standing.disagreements:
        flag = (glyphs.disagree, "disagree")
    return (glyphs.state(standing.state), state_style(standing.state)), flag


def list_rows(
    project: Project, standings: dict[str, Standing], today: date, glyphs: Glyphs, memo: RowMemo | None = None
) -> list[TableRow]:
    """All rows, milestones first."""
    memo = memo or RowMemo()
    broken = broken_paths(project)
    rows = []
    for each in project.milestones:
        standing, problem = standings[each.key], broken.get(each.path)
        rows.append(
            memo.row(each.key, (each, standing, problem, today), partial(list_row, each, standing, problem, today, glyphs))
        )
    memo.settle()
    known = {milestone.path for milestone in project.milestones}
    return rows + [problem_row(problem, glyphs) for path, problem in broken.items() if path not in known]


def list_row(milestone: Milestone, standing: Standing, problem: Problem | None, today: date, glyphs: Glyphs) -> TableRow:
    """One milestone."""
    title = shown(milestone.title) or shown(milestone.id)
    identity = shown(milestone.id)
    muted = "dim" if standing.state == "cancelled" else ""
    cells: tuple[Line, ...] = (
        ((cut_inside(identity, ID_MOST, glyphs.ellipsis), "dim"),),
        ((title, muted),),
        bar_line(standing, BAR, glyphs),
        ((percent_words(standing.percent, glyphs.unknown).replace(" ", ""), muted if standing.percent is not None else "dim"),),
        ((STATE_WORDS.get(standing.state, glyphs.unknown), state_style(standing.state)),),
        (target_piece(milestone.date("target"), standing, today, glyphs.unknown),),
        (notes_piece(standing, problem, glyphs),),
    )
    return TableRow(milestone.key, signs(standing, problem is not None, glyphs), cells, milestone.path)


def candidate_row(candidate: Skipped, glyphs: Glyphs) -> TableRow:
    """A file that was passed over and can be taken in."""
    name = ((shown(candidate.path), ""),)
    cells = ((), name, (), (), (), (), ((shown(candidate.reason), "dim"),))
    return TableRow(f"{CANDIDATE}{candidate.path}", ((glyphs.unknown, "dim"), (" ", "")), cells, candidate.path)


def problem_row(problem: Problem, glyphs: Glyphs) -> TableRow:
    """A file that gave no milestone at all."""
    empty: Line = ((glyphs.unknown, "dim"),)
    name = ((shown(problem.path.rpartition("/")[2]), "error"),)
    cells = ((), name, (), empty, empty, empty, ((located(problem), "error"),))
    return TableRow(f"{PROBLEM}{problem.path}", ((glyphs.problem, "error"), (" ", "")), cells, problem.path)


def bar_line(standing: Standing, width: int, glyphs: Glyphs) -> Line:
    """The bar over the boxes, done and left; nothing where nothing can be counted."""
    if standing.percent is None:
        return ()
    return two_toned(glyphs.bar(standing.percent, width), state_style(standing.state), glyphs)


def two_toned(bar: str, style: str, glyphs: Glyphs) -> Line:
    """A drawn bar whose empty part steps back."""
    left = bar.rstrip(glyphs.bar_empty)
    right = bar[len(left) :]
    return tuple(piece for piece in ((left, style), (right, "rule")) if piece[0])


def notes_piece(standing: Standing, problem: Problem | None, glyphs: Glyphs) -> Piece:
    """What is wrong, or what it waits for, in one line."""
    if problem is not None:
        return shown(f"{glyphs.problem} {problem.text}"), "error"
    if standing.blocked_by:
        return shown(f"{glyphs.waits} {', '.join(standing.blocked_by)}"), "status-blocked"
    if standing.disagreements:
        return shown(f"{glyphs.disagree} {standing.disagreements[0]}"), "disagree"
    return "", ""


def located(problem: Problem) -> str:
    """The problem with its line."""
    return shown(f"line {problem.line}: {problem.text}" if problem.line else problem.text)


def is_problem(key: str) -> bool:
    """Whether a key stands for a file that gave no milestone."""
    return key.startswith(PROBLEM)


def file_of(key: str) -> str:
    """The path of the file that a row stands for which is no milestone; empty for one that is."""
    for prefix in (PROBLEM, CANDIDATE):
        if key.startswith(prefix):
            return key.removeprefix(prefix)
    return ""
