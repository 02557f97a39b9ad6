"""The facts of one milestone in a few rows: status, dates, counts, people, what it waits for, and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from milestone_tui.analysis.expected import expected_percent
from milestone_tui.analysis.standing import Standing, target_day
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Effort, Problem, Stated
from milestone_tui.views.days import dated_words, due_piece
from milestone_tui.views.figures import percent_words, shown
from milestone_tui.views.glyphs import STATE_WORDS, Glyphs
from milestone_tui.views.lines import Line, Piece, joined, width_of
from milestone_tui.views.list_rows import state_style, two_toned
from milestone_tui.views.milestone_row import Row

_SIMPLE = ["low", "medium", "high", "critical"]
_DATES_IN_SIGHT = ("start", "target", "completed")
_EFFORT_IN_SIGHT = ("estimated", "actual")
_LONG = 32
"""Cells; a longer fact may be broken between its words."""


def fact_rows(
    milestone: Milestone, standing: Standing, problems: tuple[Problem, ...], today: date, glyphs: Glyphs
) -> Iterator[Row]:
    """From the title to the blockers."""
    title: Line = ((shown(milestone.id), "bold"), (f"  {shown(milestone.title)}", "bold"))
    if not milestone.id or milestone.id == milestone.title:
        title = ((shown(milestone.title or milestone.id), "bold"),)
    yield Row("title", (), title, _status(milestone, standing, glyphs), milestone.line)
    days = _dates(milestone, standing, today, glyphs)
    counts = _counts(milestone, standing, today, glyphs)
    target = milestone.date("target") or milestone.date("start")
    yield Row("dates", (), days or ((f"{glyphs.unknown} no dates", "dim"),), counts, target.line if target else 0)
    traits = _traits(milestone, glyphs)
    if traits:
        yield Row("traits", (), traits, line=_first_line(milestone))
    for number, problem in enumerate(problems):
        place = f"line {problem.line}: " if problem.line else ""
        text: Line = ((shown(f"{place}{problem.text}"), "error"), (shown(f"  {problem.advice}"), "dim"))
        yield Row(f"problem:{number}", ((f"{glyphs.problem} ", "error"),), text, line=problem.line)
    for number, sentence in enumerate(standing.disagreements):
        yield Row(f"disagree:{number}", ((f"{glyphs.disagree} ", "disagree"),), ((shown(sentence), "disagree"),))
    for number, waiting in enumerate(standing.blocked_by):
        sign = glyphs.states["blocked"]
        yield Row(
            f"waits:{number}", ((f"{sign} ", "status-blocked"),), (("waits for ", "dim"), (shown(waiting), "status-blocked"))
        )
    for attached in milestone.attached:
        boxes = attached.boxes
        tail: Line = ((f"{boxes.done}/{boxes.total}", "dim"),) if boxes.total else ()
        text = ((f"{shown(attached.role)}: ", "dim"), (shown(attached.path), ""))
        yield Row(f"attached:{attached.path}", ((f"{glyphs.link} ", "dim"),), text, tail)


def _status(milestone: Milestone, standing: Standing, glyphs: Glyphs) -> Line:
    word = STATE_WORDS.get(standing.state)
    if word is None:
        raw = shown(milestone.status.raw) if milestone.status else ""
        word = f"says {raw}" if raw else "no status"
    owner = milestone.owner.raw if milestone.owner else ""
    return joined(
        [
            ((f"{glyphs.state(standing.state)} {word}", f"{state_style(standing.state)} bold"),),
            (_level(milestone.priority, ""),) if milestone.priority else (),
            ((shown(owner), ""),) if owner else (),
        ],
        (f" {glyphs.dot} ", "dim"),
    )


def _level(stated: Stated, label: str) -> Piece:
    """A rating with its label; the words of the file where they are not known."""
    words = f"{label} {shown(stated.value or stated.raw)}".strip()
    return words, f"risk-{stated.value}" if stated.value in _SIMPLE else ""


def _dates(milestone: Milestone, standing: Standing, today: date, glyphs: Glyphs) -> Line:
    start, target = milestone.date("start"), milestone.date("target")
    completed = milestone.date("completed")
    span: list[Line] = []
    if start and start.raw.strip():
        span.append(((dated_words(start, today), ""),))
    if target and target.raw.strip():
        span.append(((dated_words(target, today), ""),))
    due = due_piece(standing)
    parts = [joined(span, (f" {glyphs.arrow} ", "dim")) if start or len(span) != 1 else (("target ", "dim"), *span[0])]
    parts.append((due,) if due[0] else ())
    if completed and completed.raw.strip():
        parts.append((("completed ", "dim"), (dated_words(completed, today), "status-completed")))
    return joined(parts, ("  ", ""))


def _counts(milestone: Milestone, standing: Standing, today: date, glyphs: Glyphs) -> Line:
    """Boxes, their bar, what the plan expects by now, and what the file itself claims."""
    boxes = milestone.boxes
    parts: list[Line] = []
    if boxes.total:
        parts.append(((f"{boxes.done}/{boxes.total} boxes", ""),))
        bar = two_toned(glyphs.bar(standing.percent, 10), state_style(standing.state), glyphs)
        parts.append((*bar, (f" {percent_words(standing.percent, glyphs.unknown)}", "bold")))
    else:
        parts.append(((f"{glyphs.unknown} {'boxes not counted' if milestone.merging else 'no boxes'}", "dim"),))
    start = milestone.date("start")
    expected = None if standing.closed else expected_percent(start.day if start else None, target_day(milestone), today)
    if expected is not None and boxes.total:
        parts.append(((f"expected {round(expected)} %", "dim"),))
    declared = milestone.declared
    if declared and declared.raw.strip():
        words = f"says {declared.value:g} %" if declared.value is not None else f"says {shown(declared.raw)}"
        differs = any(sentence.startswith("says ") and " its boxes " in sentence for sentence in standing.disagreements)
        parts.append(((f"{words} {glyphs.disagree}", "disagree") if differs else (words, "dim"),))
    return joined(parts, ("  ", ""))


def _traits(milestone: Milestone, glyphs: Glyphs) -> Line:
    """Everything else that is stated in a word or two."""
    labelled = (
        ("risk", milestone.risk_level),
        ("value", milestone.value),
        ("complexity", milestone.complexity),
        ("track", milestone.track),
        ("critical path", milestone.critical_path),
    )
    parts: list[Line] = []
    for label, stated in labelled:
        if stated and stated.raw.strip():
            word, style = _level(stated, "")
            parts.append(((f"{label} ", "dim"), (word, style)))
    for effort in milestone.effort:
        if effort.name in _EFFORT_IN_SIGHT and effort.raw.strip():
            parts.append(((f"{effort.name} ", "dim"), (effort_words(effort), "")))
    parts += [
        ((f"{field.key} ".replace("_", " "), "dim"), (shown(field.raw), ""))
        for field in milestone.fields
        if field.name == "team_size"
    ]
    return joined([_unbroken(part) for part in parts], (f" {glyphs.dot} ", "dim"))


def _unbroken(part: Line) -> Line:
    """The part so that a label keeps to its value at the end of a line."""
    if width_of(part) > _LONG:
        return part
    return tuple((text.replace(" ", "\xa0"), style) for text, style in part)


def effort_words(effort: Effort) -> str:
    """The words of the file, with the unit where they lack it."""
    unit = f" {effort.unit.replace('_', '-')}" if effort.unit and not any(letter.isalpha() for letter in effort.raw) else ""
    return f"{shown(effort.raw)}{unit}"


def later_facts(milestone: Milestone, today: date) -> Iterator[tuple[str, str, str, int]]:
    """What is told below the boxes: group, label, words, line."""
    owner = milestone.owner.raw if milestone.owner else ""
    for person in milestone.people:
        if not (person.role == "owner" and person.name == owner):
            yield "People", shown(person.role).replace("_", " "), shown(person.name), person.line
    for dated in milestone.dates:
        if dated.name not in _DATES_IN_SIGHT and dated.raw.strip():
            yield "Dates and effort", dated.name.replace("_", " "), dated_words(dated, today), dated.line
    for effort in milestone.effort:
        if effort.name not in _EFFORT_IN_SIGHT and effort.raw.strip():
            yield "Dates and effort", effort.name.replace("_", " "), effort_words(effort), effort.line


def _first_line(milestone: Milestone) -> int:
    stated = (milestone.risk_level, milestone.value, milestone.complexity, milestone.track, *milestone.effort)
    return next((each.line for each in stated if each), milestone.line)
