"""The agenda: open boxes over all milestones under headings by due day, owner or readiness, a row a box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.agenda import LATER, OWN, READY, WAITING, Entry, by_due, by_owner, by_readiness
from milestone_tui.model.checklist import Item
from milestone_tui.text.terminal import cell_width, clipped, cut_inside
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, Piece, clip, fill, spread, width_of
from milestone_tui.views.milestone_rows import without_notes

ARRANGEMENTS = ("due", "owner", "readiness")
ARRANGEMENT_WORDS = {"due": "due day", "owner": "owner", "readiness": "what can be done now"}
SOON = 7
"""Days ahead that count as soon."""

_BUCKETS = ("Overdue", "Today", f"Within {SOON} days", "Later", "Without a day")
READINESS_WORDS = {READY: "Can be done now", WAITING: "Waits for something", LATER: "Comes later"}
_ID_MOST, _OWNER_MOST = 12, 14
_DUE_CELLS = 13
_OWNER_WIDTH, _ID_WIDTH, _DUE_WIDTH = 64, 44, 30
"""In fewer cells this column is left out."""


class AgendaRow(NamedTuple):
    """One row: a heading, or a box."""

    title: str = ""
    """Of a heading; empty for a box."""
    number: int = 0
    """Of a heading: the boxes below it."""
    overdue: int = 0
    """Of a heading: those of them that are overdue."""
    entry: Entry | None = None
    ids: int = _ID_MOST
    """Cells of the widest id."""

    @property
    def key(self) -> str:
        """Of a box: key of its milestone and of the box with `/` between. Of a heading: `heading:` and its words."""
        return f"{self.entry.milestone}/{self.entry.item.key}" if self.entry else f"heading:{self.title}"

    @property
    def item(self) -> Item | None:
        """The box, to be ticked by its key."""
        return self.entry.item if self.entry else None

    @property
    def milestone(self) -> str:
        """Key of its milestone; empty for a heading."""
        return self.entry.milestone if self.entry else ""

    @property
    def path(self) -> str:
        """Its file; empty for a heading."""
        return self.entry.path if self.entry else ""

    @property
    def line(self) -> int:
        """Its line there; 0 for a heading."""
        return self.entry.item.line if self.entry else 0

    @property
    def heading(self) -> bool:
        """Whether it is one."""
        return self.entry is None


def agenda_rows(entries: Iterable[Entry], arrangement: str, today: date) -> list[AgendaRow]:
    """All rows, arranged as one of ARRANGEMENTS says."""
    entries = tuple(entries)
    ids = min(max(map(cell_width, {entry.id for entry in entries}), default=0), _ID_MOST)
    rows: list[AgendaRow] = []
    for title, found in _sections(entries, arrangement, today):
        rows.append(AgendaRow(title, len(found), sum(entry.overdue > 0 for entry in found)))
        rows += [AgendaRow("", 0, 0, entry, ids) for entry in found]
    return rows


def _sections(entries: Sequence[Entry], arrangement: str, today: date) -> list[tuple[str, list[Entry]]]:
    if arrangement == "owner":
        return [(owner or "Nobody", found) for owner, found in by_owner(entries)]
    if arrangement == "readiness":
        return [(READINESS_WORDS[readiness], found) for readiness, found in by_readiness(entries)]
    buckets: dict[str, list[Entry]] = {title: [] for title in _BUCKETS}
    for entry in by_due(entries):
        buckets[_bucket(entry, today)].append(entry)
    return [(title, found) for title, found in buckets.items() if found]


def _bucket(entry: Entry, today: date) -> str:
    if entry.due is None:
        return _BUCKETS[4]
    days = (entry.due - today).days
    return _BUCKETS[0 if days < 0 else 1 if days == 0 else 2 if days <= SOON else 3]


def totals_line(entries: Sequence[Entry], glyphs: Glyphs) -> Line:
    """How much is open, how much of it can be done now, and how much is overdue."""
    if not entries:
        return (("nothing is left to tick", "dim"),)
    overdue = sum(entry.overdue > 0 for entry in entries)
    ready = sum(entry.readiness == READY for entry in entries)
    pieces: list[Piece] = [(counted_words(len(entries), "box", "boxes"), ""), (f"  {ready} can be done now", "status-active")]
    if overdue:
        pieces.append((f"  {glyphs.late} {overdue} overdue", "late"))
    return tuple(pieces)


def panel_lines(entries: Iterable[Entry], today: date, width: int, glyphs: Glyphs) -> list[Line]:
    """Totals and all rows by due day, none wider than `width` cells, with an empty line above each heading."""
    entries = tuple(entries)
    lines = [clip(totals_line(entries, glyphs), width, glyphs.ellipsis)]
    for row in agenda_rows(entries, "due", today):
        lines += [drawn.line for drawn in drawn_agenda(row, today, width, glyphs)]
    return lines


def drawn_agenda(
    row: AgendaRow,
    today: date,
    width: int,
    glyphs: Glyphs,
    pending: bool | None = None,
    first: bool = False,
    marked: bool = False,
) -> list[Drawn]:
    """The row in at most `width` cells: a heading with an empty line above unless it is the `first`, or a box on one line.

    `pending` is what a tick on its way will say.
    """
    if row.entry is None:
        return ([] if first else [Drawn((), 0)]) + [_heading(row, width, glyphs)]
    lead: Piece = (f"{glyphs.marked} ", "accent") if marked else ("  ", "")
    return [_box(row, row.entry, today, width, glyphs, pending, lead)]


def _heading(row: AgendaRow, width: int, glyphs: Glyphs) -> Drawn:
    line: Line = ((shown(row.title), "heading bold"), (f"  {row.number}", "dim"))
    if row.overdue and row.title != _BUCKETS[0]:
        line = (*line, (f"  {glyphs.late} {row.overdue} overdue", "late"))
    line = clip(line, width, glyphs.ellipsis)
    return Drawn(line, width_of(line))


def _box(row: AgendaRow, entry: Entry, today: date, width: int, glyphs: Glyphs, pending: bool | None, lead: Piece) -> Drawn:
    item = entry.item
    if pending is None:
        style = {"active": "status-active", "blocked": "status-blocked"}.get(item.state, "box-open")
        mark: Piece = (f"[{glyphs.boxes.get(item.state, '?')}]", style)
    else:
        mark = (f"({'x' if pending else ' '})", "dim italic")
    above: Line = ((f"{shown(without_notes(entry.above))} {glyphs.cursor} ", "dim"),) if entry.above else ()
    text: Piece = (shown(without_notes(item)) or glyphs.unknown, "" if entry.readiness == READY else "dim")
    left: Line = (lead, mark, (" ", ""), *above, text)
    right = _right(row, entry, today, width, glyphs)
    room = width - width_of(right) - (2 if right else 0)
    return Drawn(spread(left, right, width, glyphs.ellipsis), min(width_of(left), max(room, 0)))


def _right(row: AgendaRow, entry: Entry, today: date, width: int, glyphs: Glyphs) -> Line:
    """Id, owner and due day, each in a column of its own. `@` and a sign stand before what the box says itself."""
    pieces: list[Piece] = []
    if width >= _ID_WIDTH:
        pieces += fill(((cut_inside(shown(entry.id), row.ids, glyphs.ellipsis), "dim"),), row.ids + 2)
    if width >= _OWNER_WIDTH:
        owner = f"{'@' if entry.owner_of == OWN else ''}{shown(entry.owner)}" if entry.owner else ""
        pieces += fill(((clipped(owner, _OWNER_MOST, glyphs.ellipsis), "dim"),), _OWNER_MOST + 2)
    if width >= _DUE_WIDTH:
        pieces += fill((_due(entry, today, glyphs),), _DUE_CELLS)
    return tuple(pieces)


def _due(entry: Entry, today: date, glyphs: Glyphs) -> Piece:
    if entry.due is None:
        return "", ""
    own = entry.due_of == OWN
    if entry.overdue:
        return f"{glyphs.late if own else ' '} {entry.overdue} d late", "late"
    days = (entry.due - today).days
    words = "today" if days == 0 else f"in {days} d" if days <= SOON else day_words(entry.due, today)
    return f"{glyphs.due if own else ' '} {words}", "late" if days == 0 else "" if own else "dim"
