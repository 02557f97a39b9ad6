"""One milestone as sentences: its facts, then its boxes under their headings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from milestone_tui.analysis.expected import expected_percent
from milestone_tui.analysis.standing import Standing, target_day
from milestone_tui.model.checklist import ChecklistSection, Item
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Problem
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, problem_words, shown
from milestone_tui.views.milestone_facts import effort_words, later_facts
from milestone_tui.views.plain_contents import contents_sentences
from milestone_tui.views.plain_words import (
    boxes_words,
    dated_words,
    due_words,
    ended,
    listed,
    name_of,
    per_cent,
    place_of,
    rated,
    said,
    spoken,
    status_of,
)

BOX_WORDS = {
    "done": "Done",
    "open": "Open",
    "active": "In progress",
    "dropped": "Dropped",
    "deferred": "Deferred",
    "blocked": "Blocked",
}
"""State of a box → the word before its text."""


def milestone_sentences(
    milestone: Milestone, standing: Standing, contents: Contents, problems: tuple[Problem, ...], today: date
) -> Iterator[str]:
    """Everything of one milestone; its name stands over it."""
    yield f"{name_of(milestone.id, milestone.title)}, {place_of(milestone.path, milestone.line)}"
    yield from _facts(milestone, standing, today)
    for problem in problems:
        yield f"Problem: {problem_words(problem)}"
    for sentence in standing.disagreements:
        yield f"Contradiction: {ended(spoken(sentence))}"
    if standing.blocked_by and not standing.closed:
        yield f"Blocked by {ended(listed([shown(each) for each in standing.blocked_by]))}"
    for each in milestone.attached:
        yield said(f"{shown(each.role).capitalize()} in {shown(each.path)}", [boxes_words(each.boxes.done, each.boxes.total)])
    for section in contents.checklist:
        yield from _boxes(section, today)
    yield from contents_sentences(milestone, contents, today)
    for group, label, words, line in later_facts(milestone, today):
        yield ended(f"{group}, {label}: {words}, line {line}")


def _facts(milestone: Milestone, standing: Standing, today: date) -> Iterator[str]:
    owner = f"owner {shown(milestone.owner.raw)}" if milestone.owner else ""
    yield said("Status", [status_of(milestone, standing), rated("priority", milestone.priority), owner])
    start, completed = (dated_words(milestone.date(name), today) for name in ("start", "completed"))
    when = [f"starts {start}" if start else "", due_words(milestone, standing, today)]
    yield said("Time", [*when, f"completed {completed}" if completed else ""])
    yield said("Progress", _progress(milestone, standing, today))
    labels = (
        ("risk", milestone.risk_level),
        ("business value", milestone.value),
        ("complexity", milestone.complexity),
        ("track", milestone.track),
        ("critical path", milestone.critical_path),
    )
    traits = [rated(label, stated) for label, stated in labels]
    traits += [f"{each.name} effort {effort_words(each)}" for each in milestone.effort if each.name in ("estimated", "actual")]
    if any(traits):
        yield said("Traits", traits)


def _progress(milestone: Milestone, standing: Standing, today: date) -> Iterator[str]:
    yield per_cent(standing.percent) if standing.percent is not None else ""
    yield "boxes not counted" if milestone.merging else boxes_words(milestone.boxes.done, milestone.boxes.total)
    start, target = milestone.date("start"), target_day(milestone)
    expected = None if standing.closed else expected_percent(start.day if start else None, target, today)
    if expected is not None and milestone.boxes.total:
        yield f"{round(expected)} per cent expected by now"
    declared = milestone.declared
    if declared and declared.raw.strip():
        yield f"the file says {per_cent(declared.value) if declared.value is not None else shown(declared.raw)}"


def _boxes(section: ChecklistSection, today: date) -> Iterator[str]:
    """The headings with their count, then a line for each box."""
    if section.items:
        title = ", ".join(shown(part) for part in section.path[1:] or section.path) or "Boxes"
        yield f"{title}: {boxes_words(section.done, section.total)}."
        yield from (box_sentence(item, today) for item in section.items)


def box_sentence(item: Item, today: date) -> str:
    """`Open: refund, level 2, due 24 Nov in 3 days, line 57.`"""
    parts = [shown(item.text) or "no text", f"level {item.depth + 1}" if item.depth else ""]
    if item.due:
        late = item.due < today and item.state not in ("done", "dropped")
        far = counted_words((today - item.due).days, "day", "days")
        parts.append(f"late by {far}" if late else f"due {day_words(item.due, today)}")
    return said(BOX_WORDS.get(item.state, "Box"), [*parts, f"line {item.line}"])
