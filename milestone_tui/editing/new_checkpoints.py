"""Adds a whole checkpoint among the others by its per cent; the first one under a heading of the file's dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from milestone_tui.editing import new_entries
from milestone_tui.editing.alike import one_more
from milestone_tui.editing.cells import no_column, row_at
from milestone_tui.editing.checkpoints import checkpoint_line, columns_at
from milestone_tui.editing.finishing import finished, first_proven
from milestone_tui.editing.headings import sections_of
from milestone_tui.editing.layout import Layout, Line
from milestone_tui.editing.new_items import Spot, beside, usual_marker
from milestone_tui.editing.new_rows import new_row
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.risks import table_at
from milestone_tui.editing.sections import new_section, title_of
from milestone_tui.editing.targets import milestone_of
from milestone_tui.editing.valid import fault_of
from milestone_tui.editing.wording import day_alone
from milestone_tui.markdown.blocks import Item, Table
from milestone_tui.model.edit import AddCheckpoint
from milestone_tui.model.plan import Checkpoint
from milestone_tui.reading.checkpoints import DATE_THEN_CRITERIA
from milestone_tui.reading.key_lines import KeyLine
from milestone_tui.reading.places import trimmed
from milestone_tui.reading.reader import Reading
from milestone_tui.text.patch import Patch

_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
Outcome = Change | Refusal


def plan_new_checkpoint(edit: AddCheckpoint, reading: Reading) -> Outcome:
    """The change that adds the checkpoint."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    known = reading.contents(found[0]).checkpoints
    percent = edit.percent.strip().rstrip("% ")
    if not _NUMBER.fullmatch(percent) or float(percent) > 100:
        return Refusal(f'"{edit.percent}" is no per cent', "a checkpoint stands at a number from 0 to 100")
    there = next((point for point in known if point.percent == float(percent)), None)
    if there is not None:
        said = f"{there.line}: {there.date_raw} {there.criteria}".rstrip()
        return Refusal(f"there is a checkpoint at {percent} % already", "set its date and its criteria", (said,))
    fault = fault_of(edit.criteria) or _day_fault(edit.date)
    if not edit.criteria.strip() and not edit.date:
        fault = "it says neither a day nor what must be reached"
    if fault:
        return Refusal(f"the checkpoint was not added: {fault}", "give a day, or criteria of one line")
    return first_proven(_NewCheckpoint(edit, f"{float(percent):g}", found[0], reading).outcomes())


def _day_fault(day: str) -> str:
    if day:
        try:
            date.fromisoformat(day)
        except ValueError:
            return f'"{day}" is no day'
    return ""


class _NewCheckpoint:
    """The places where the checkpoint can go."""

    def __init__(self, edit: AddCheckpoint, percent: str, number: int, reading: Reading) -> None:
        self.percent = percent
        self.day = date.fromisoformat(edit.date) if edit.date else None
        self.criteria = edit.criteria.strip()
        self.milestone = edit.milestone
        self.number = number
        self.reading = reading
        self.layout = Layout(reading.document)
        self.known = reading.contents(number).checkpoints
        self.named = ""
        """What stands in the cell of its per cent; also its criteria, where the table has no column for those."""

    def outcomes(self) -> Iterator[Outcome]:
        """Behind the last that is not beyond it, before the first if all are, else under a heading."""
        below = [point for point in self.known if point.percent is not None and point.percent <= float(self.percent)]
        if self.known:
            model = below[-1] if below else self.known[0]
            table = table_at(model.line, self.reading)
            yield from (
                self._row(table, model.line, before=not below) if table is not None else self._line(model, before=not below)
            )
            return
        found = sections_of(self.milestone, self.reading)
        headed = [] if isinstance(found, Refusal) else [each for each in found if each.kind == "checkpoints"]
        text = f"**{self.percent}% Checkpoint**: {self._value('')}"
        for section in headed:
            tables = [at for at in range(section.first, section.last) if type(self.reading.document.blocks[at]) is Table]
            for index in tables[:1]:
                yield from self._row(index, self.reading.document.line_at(self.reading.document.blocks[index].start), False)
            for made in new_entries.under(self.layout, section, text, ()) if not tables else ():
                yield self._finished(*made)
        if not headed:
            dialect = self.reading.found[self.number].milestone.dialect
            spot = Spot(0, (), b"", usual_marker(self.layout), 0)
            lines = new_entries.entry_lines(self.layout, spot, text, ())
            placed = new_section(title_of("checkpoints", dialect), self.milestone, self.reading, lines)
            yield placed if isinstance(placed, Refusal) else self._finished(placed[0], placed[1] + 2)

    def _value(self, said: str) -> str:
        """The day and the criteria, with between them what stands there in the value of another checkpoint."""
        parts = DATE_THEN_CRITERIA.match(said)
        between = said[parts.end("date") : parts.start("criteria")] if parts else " - "
        day = day_alone(self.day, parts["date"] if parts else said) if self.day else ""
        return f"{day}{between if day and self.criteria else ''}{self.criteria}"

    def _row(self, index: int, line: int, before: bool) -> Iterator[Outcome]:
        document = self.reading.document
        table = document.blocks[index]
        assert isinstance(table, Table)
        grid, columns = columns_at(index, self.number, self.reading)
        wanted = {"name": self.percent, "date": self.day, "criteria": self.criteria}
        missing = next((part for part, value in wanted.items() if value and columns[part] < 0), "")
        if missing:
            yield no_column(missing, grid)
            return
        row = max(row_at(document, table, line), 0)
        name, day = (self._said(table, row, columns[part]) if row and columns[part] >= 0 else "" for part in ("name", "date"))
        self.named = _NUMBER.sub(self.percent, name, count=1) if _NUMBER.search(name) else f"{self.percent}%"
        words = {columns["name"]: self.named}
        words |= {columns["date"]: day_alone(self.day, day)} if self.day else {}
        words |= {columns["criteria"]: self.criteria} if self.criteria else {}
        made = new_row(self.layout, table, row - 1 if before else row, words)
        if made is None:
            yield Refusal("no row of this table can be a model for another one", "edit the table in an editor")
        else:
            yield self._finished(*made)

    def _said(self, table: Table, row: int, column: int) -> str:
        document = self.reading.document
        return document.string(trimmed(document.text, table.rows[row][column])) if column < len(table.rows[row]) else ""

    def _line(self, model: Checkpoint, before: bool) -> Iterator[Outcome]:
        """As the line of another checkpoint, with its own number, day and criteria."""
        document = self.reading.document
        key_line = checkpoint_line(model, self.reading)
        if key_line is None:
            yield Refusal("these checkpoints are written in a way that is not added to in place", "edit the list in an editor")
            return
        block = document.blocks[key_line.block]
        if type(block) is Item:
            spot = beside(self.layout, key_line.block)
            if spot is None:
                return
            gap = spot.marker.gap if spot.marker.gap.strip(b"\r\n") else b" "
            box = b"[ ] " if block.box >= 0 else b""
            head = spot.margin + spot.marker.bullet + gap + box + self.layout.data[block.text.start : key_line.key_start]
            behind = self.layout.extent(block).first - 1 if before else spot.behind
        else:
            spot = None
            head = self.layout.data[self.layout.start(model.line) : key_line.key_start]
            behind = model.line - before
        line = Line(head + self._from_key(key_line, model.line), b"")
        blank = spot.gap if spot is not None else ()
        lines = [line, *blank] if before else [*blank, line]
        yield self._finished(self.layout.inserted(behind, lines), behind + 1 + (0 if before else len(blank)))

    def _from_key(self, key_line: KeyLine, line: int) -> bytes:
        """The line from its key on."""
        document, data = self.reading.document, self.layout.data
        key = _NUMBER.sub(self.percent, document.string(key_line.key), count=1)
        value = self._value(document.string(key_line.value))
        between = data[key_line.key_end : key_line.value_start]
        if not between.endswith((b" ", b"\t")):
            between += b" "
        return key.encode() + between + value.encode() + data[key_line.value_end : self.layout.content_end(line)]

    def _finished(self, patch: Patch, line: int) -> Outcome:
        return finished(self.reading, [patch], f"added the checkpoint at {self.percent} %", line, self._check)

    def _check(self, after: Reading) -> str:
        now = after.contents(self.number).checkpoints
        at = one_more(self.known, now)
        if at < 0:
            return "the checkpoints would be read otherwise"
        point = now[at]
        criteria = self.criteria or self.named if point.criteria == self.named else self.criteria
        same = (point.percent, point.day, point.criteria) == (float(self.percent), self.day, criteria)
        return "" if same else "the checkpoint would not read so"
