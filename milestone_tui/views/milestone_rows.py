"""One milestone: facts, what contradicts what, boxes under their headings; then everything else that its file tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from milestone_tui.analysis.standing import Standing
from milestone_tui.model.checklist import ChecklistSection, Item
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Problem
from milestone_tui.text.fold import fold
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, Piece, clip, fill, joined, width_of, wrapped
from milestone_tui.views.list_rows import two_toned
from milestone_tui.views.milestone_facts import fact_rows
from milestone_tui.views.milestone_row import SECTION_BAR, Row
from milestone_tui.views.milestone_sections import section_rows

MOST_LINES = 8
"""Of one row; a longer text is cut, and whole in the editor."""
_TAIL_SHARE = 0.45
"""Of the width; a longer tail goes below its text."""


def milestone_rows(
    milestone: Milestone,
    standing: Standing,
    contents: Contents | None,
    problems: tuple[Problem, ...],
    today: date,
    glyphs: Glyphs,
) -> list[Row]:
    """All rows. `contents` is None as long as the file is not read."""
    rows = list(fact_rows(milestone, standing, problems, today, glyphs))
    if contents is None:
        return [*rows, Row("reading", (), ((f"reading the file {glyphs.ellipsis}", "dim"),), heading=True)]
    rows += checklist_rows(contents.checklist, milestone.title, today, glyphs)
    rows += section_rows(milestone, contents, today, glyphs)
    return _with_unique_keys(rows)


def checklist_rows(sections: tuple[ChecklistSection, ...], title: str, today: date, glyphs: Glyphs) -> Iterator[Row]:
    """Boxes under their headings, each heading with its counts."""
    for section in sections:
        if not section.items:
            continue
        name = "" if title and fold(title) in fold(section.title) else shown(section.title)
        above = shown(section.path[-2]) if name and len(section.path) > 2 else ""
        text: Line = ((f"{above} {glyphs.cursor} ", "dim"), (name, "heading")) if above else ((name or "Boxes", "heading"),)
        yield Row(f"section:{'/'.join(section.path)}", (), text, _section_tail(section, glyphs), section.line, heading=True)
        for item in section.items:
            yield item_row(item, today, glyphs)


def item_row(item: Item, today: date, glyphs: Glyphs) -> Row:
    """One box."""
    mark = f"[{glyphs.boxes.get(item.state, '?')}]"
    style = {"done": "box-done", "active": "status-active", "blocked": "status-blocked"}.get(item.state, "box-open")
    text_style = {"done": "dim", "dropped": "dim strike", "deferred": "dim"}.get(item.state, "box-open")
    tail = joined(
        [
            ((f"@{shown(item.owner).lstrip('@')}", "dim"),) if item.owner else (),
            ((shown(item.estimate), "dim"),) if item.estimate else (),
            (_due(item, today, glyphs),) if item.due else (),
        ],
        ("  ", ""),
    )
    lead: Line = (("  " * (item.depth + 1), ""), (mark, style), (" ", ""))
    text: Line = ((shown(without_notes(item)) or glyphs.unknown, text_style),)
    return Row(f"item:{item.key}", lead, text, tail, item.line, item)


_ANNOTATION = re.compile(
    r"(?:(?<=\s)[-–—]\s{0,3}\d{4}-\d{2}-\d{2}|@[\w.-]{1,60}|\((?:due|estimated?|est)\b[^()]{0,80}\)"
    r"|📅\s{0,3}[\d-]{1,12}|\bdue:\s{0,3}[\d-]{1,12})\Z",
    re.IGNORECASE,
)
_NOTES_MOST = 8
_NOTE_MOST = 100
"""Characters at the end of a text in which a note about it is looked for."""


def without_notes(item: Item) -> str:
    """The item's text without what the right end of its line says already."""
    text = item.text
    if not (item.owner or item.due or item.estimate):
        return text
    for _ in range(_NOTES_MOST):
        found = _ANNOTATION.search(text, max(len(text) - _NOTE_MOST, 0))
        shorter = text[: found.start()].rstrip() if found else ""
        if not shorter:
            break
        text = shorter
    return text


def _due(item: Item, today: date, glyphs: Glyphs) -> Piece:
    if item.due is None:
        return "", ""
    late = item.due < today and item.state not in ("done", "dropped")
    return f"{glyphs.late if late else glyphs.due} {day_words(item.due, today)}", "late" if late else "dim"


def _section_tail(section: ChecklistSection, glyphs: Glyphs) -> Line:
    if not section.total:
        return ()
    percent = 100.0 * section.done / section.total
    style = "box-done" if section.done == section.total else "primary"
    return *two_toned(glyphs.bar(percent, SECTION_BAR), style, glyphs), (f"  {section.done}/{section.total}", "dim")


def pending_row(row: Row, done: bool) -> Row:
    """The row of a box whose tick is on its way to the disk: round brackets until it is there."""
    lead = (row.lead[0], (f"({'x' if done else ' '})", "dim italic"), *row.lead[2:])
    return row._replace(lead=lead)


def marked_row(row: Row, glyphs: Glyphs) -> Row:
    """The row of a box that is marked."""
    indent = row.lead[0][0]
    return row._replace(lead=((f"{glyphs.marked}{indent[1:]}", "accent"), *row.lead[1:]))


def drawn_row(row: Row, width: int, glyphs: Glyphs) -> list[Drawn]:
    """The row at `width` cells."""
    lead = clip(row.lead, max(width // 2, 0), "")
    indent = width_of(lead)
    room = width - indent
    tail = row.tail
    taken = width_of(tail)
    below: Line = ()
    if taken > max(width * _TAIL_SHARE, 12) or taken + 2 > room:
        below, tail, taken = tail, (), 0
    lines = wrapped(row.text, max(room - (taken + 2 if taken else 0), 1), MOST_LINES, glyphs.ellipsis)
    out: list[Drawn] = [Drawn((), 0)] if row.heading else []
    for number, line in enumerate(lines):
        whole = (*(lead if number == 0 else ((" " * indent, ""),)), *line) if indent else line
        hot = width_of(whole)
        if number == 0 and taken:
            whole = (*fill(whole, width - taken), *tail)
        out.append(Drawn(whole, hot))
    if below:
        deeper = indent + 2 if indent else 0
        for line in wrapped(below, max(width - deeper, 1), MOST_LINES, glyphs.ellipsis):
            whole = ((" " * deeper, ""), *line)
            out.append(Drawn(whole, width_of(whole)))
    return out


def _with_unique_keys(rows: list[Row]) -> list[Row]:
    """The rows, keys that come again numbered."""
    seen: dict[str, int] = {}
    for number, row in enumerate(rows):
        times = seen.get(row.key, 0)
        seen[row.key] = times + 1
        if times:
            rows[number] = row._replace(key=f"{row.key}~{times}")
    return rows
