"""The state of a project as plain lines, one a milestone: what `status` prints."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.analysis.standing import Standing
from milestone_tui.analysis.totals import Totals
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.model.values import Problem
from milestone_tui.text.terminal import cell_width, clipped, cut_inside
from milestone_tui.views.figures import counted_words, padded, percent_words, problem_words, shown, target_words
from milestone_tui.views.glyphs import STATE_WORDS, Glyphs, glyphs

BAR_WIDTH = 8
TITLE_LEAST = 14
TITLE_COMFORTABLE = 24
TITLE_MOST = 44
NOTES_LEAST = 16
TARGET_MOST = 14
ID_MOST = 16
GAP = "  "
HEADINGS = {
    "id": "",
    "title": "milestone",
    "bar": "",
    "percent": "",
    "count": "boxes",
    "status": "status",
    "target": "target",
    "notes": "",
}
DROPPED_FIRST = ("bar", "count", "status", "notes", "target", "percent")
"""What gives way, in this order, when the lines become too long. Signs, id and title stay."""


class _Row(NamedTuple):
    signs: str
    cells: dict[str, str]


def status_lines(
    project: Project,
    standings: dict[str, Standing],
    totals: Totals,
    width: int,
    ascii_only: bool = False,
    verbose: bool = False,
) -> list[str]:
    """The whole report, no line wider than `width` cells: totals, a line a milestone, and what could not be read.

    With `verbose`, problems and files passed over are listed in full at the end, however long their lines.
    """
    signs = glyphs(ascii_only)
    problems = _first_problems(project)
    rows = [_row(milestone, standings[milestone.key], problems, signs) for milestone in project.milestones]
    rows += [_problem_row(problem, signs) for problem in problems.values()]
    out = [*_totals_lines(project, totals, width, signs), ""]
    out += _table(rows, width, signs)
    out += _remainder(project, verbose)
    return out


def _first_problems(project: Project) -> dict[str, Problem]:
    out: dict[str, Problem] = {}
    for problem in project.problems:
        out.setdefault(problem.path, problem)
    return out


def _row(milestone: Milestone, standing: Standing, problems: dict[str, Problem], signs: Glyphs) -> _Row:
    """The cells of one milestone. Takes the problem of its file out of `problems`, so that it shows once."""
    notes: list[str] = []
    problem = problems.pop(milestone.path, None)
    if problem:
        notes.append(f"{signs.problem} {_located(problem)}")
    if standing.blocked:
        notes.append(
            f"{signs.states['blocked']} {', '.join(standing.blocked_by) or (milestone.status.raw if milestone.status else '')}"
        )
    notes += [f"{signs.disagree} {sentence}" for sentence in standing.disagreements]
    boxes = milestone.boxes
    cells = {
        "id": cut_inside(shown(milestone.id), ID_MOST, signs.ellipsis),
        "title": shown(milestone.title) or shown(milestone.id),
        "bar": signs.bar(standing.percent, BAR_WIDTH),
        "percent": percent_words(standing.percent, signs.unknown),
        "count": f"{boxes.done}/{boxes.total}" if boxes.total else signs.unknown,
        "status": STATE_WORDS.get(standing.state, signs.unknown),
        "target": clipped(target_words(milestone.date("target"), standing, signs.unknown), TARGET_MOST, signs.ellipsis),
        "notes": shown(f" {signs.dot} ".join(notes)),
    }
    return _Row(signs.state(standing.state) + _flag(standing, problem is not None, signs), cells)


def _flag(standing: Standing, broken: bool, signs: Glyphs) -> str:
    """The one sign that must not be missed on a narrow screen."""
    if broken:
        return signs.problem
    if standing.late_days:
        return signs.late
    if standing.blocked and standing.state != "blocked":
        return signs.states["blocked"]
    return signs.disagree if standing.disagreements else " "


def _problem_row(problem: Problem, signs: Glyphs) -> _Row:
    """A file that gave no milestone at all."""
    cells = dict.fromkeys(HEADINGS, signs.unknown)
    cells |= {
        "bar": signs.unknown.rjust(BAR_WIDTH),
        "title": shown(problem.path),
        "notes": shown(f"{signs.problem} {_located(problem)}"),
    }
    return _Row(signs.state("unknown") + signs.problem, cells)


def _located(problem: Problem) -> str:
    return f"line {problem.line}: {problem.text}" if problem.line else problem.text


def _totals_lines(project: Project, totals: Totals, width: int, signs: Glyphs) -> list[str]:
    """Who we are and what stands out; then the bar over everything."""
    parts = [shown(project.name), counted_words(totals.milestones, "milestone", "milestones")]
    parts += [
        f"{signs.state(state)} {totals.by_state[state]} {STATE_WORDS[state]}"
        for state in ("active", "completed")
        if totals.by_state.get(state)
    ]
    marked = (
        (signs.states["blocked"], totals.blocked, "blocked"),
        (signs.late, totals.late, "late"),
        (signs.disagree, totals.disagreeing, "disagree"),
    )
    parts += [f"{sign} {number} {word}" for sign, number, word in marked if number]
    progress = f"{signs.bar(totals.percent, 20)} {percent_words(totals.percent, signs.unknown)}"
    if totals.boxes.total:
        progress += f"{GAP}{totals.boxes.done}/{totals.boxes.total} boxes"
    if totals.uncounted:
        progress += f"{GAP}{counted_words(totals.uncounted, 'milestone', 'milestones')} without boxes"
    return [clipped(GAP.join(parts), width, signs.ellipsis), clipped(progress, width, signs.ellipsis)]


def _table(rows: list[_Row], width: int, signs: Glyphs) -> list[str]:
    if not rows:
        return []
    columns = _fitting(rows, width)
    return [_line(row, columns, width, signs) for row in [_Row("  ", HEADINGS), *rows]]


def _fitting(rows: list[_Row], width: int) -> dict[str, int]:
    """The columns that have room, each with its width in cells."""
    most = {name: max(cell_width(row.cells[name]) for row in rows) for name in HEADINGS}
    widths = {name: max(most[name], len(HEADINGS[name])) for name in HEADINGS if most[name]}
    if "notes" in widths:
        widths["notes"] = min(most["notes"], NOTES_LEAST)
    widths["title"] = min(widths["title"], TITLE_LEAST)
    for name in DROPPED_FIRST:
        if _used(widths) <= width:
            break
        widths.pop(name, None)
    spare = max(width - _used(widths), 0)
    for name, limit in (("title", TITLE_COMFORTABLE), ("notes", most["notes"]), ("title", TITLE_MOST)):
        if name in widths:
            grown = max(min(min(limit, most[name]) - widths[name], spare), 0)
            widths[name] += grown
            spare -= grown
    return widths


def _used(widths: dict[str, int]) -> int:
    return 2 + 1 + sum(widths.values()) + len(GAP) * (len(widths) - 1)


def _line(row: _Row, widths: dict[str, int], width: int, signs: Glyphs) -> str:
    cells = [
        padded(clipped(row.cells[name], cells, signs.ellipsis), cells, right=name in ("percent", "count"))
        for name, cells in widths.items()
    ]
    return clipped(f"{row.signs} {GAP.join(cells)}".rstrip(), width, signs.ellipsis)


def _remainder(project: Project, verbose: bool) -> list[str]:
    """What could not be read and what was passed over: counted, or listed."""
    counts = []
    if project.problems:
        counts.append(counted_words(len(project.problems), "problem", "problems"))
    if project.skipped:
        counts.append(f"{counted_words(len(project.skipped), 'file', 'files')} passed over")
    if not counts:
        return []
    if not verbose:
        return ["", f"{', '.join(counts)} (-v lists them)"]
    out = ["", f"{', '.join(counts)}:"]
    out += [f"  {problem_words(problem)}" for problem in project.problems]
    out += [shown(f"  {skipped.path}: passed over: {skipped.reason}") for skipped in project.skipped]
    return out
