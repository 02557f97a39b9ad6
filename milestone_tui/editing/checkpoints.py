"""Gives a checkpoint another date or other criteria, in its line or in its table cell."""

from __future__ import annotations

from datetime import date

from milestone_tui.editing.cells import cell_patch, no_column, row_at
from milestone_tui.editing.finishing import finished, unchanged
from milestone_tui.editing.occupied import in_the_way
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.shown import Shown
from milestone_tui.editing.targets import milestone_of
from milestone_tui.editing.valid import fault_of
from milestone_tui.editing.wording import day_text
from milestone_tui.markdown.blocks import Table
from milestone_tui.model.edit import SetCheckpoint
from milestone_tui.model.plan import Checkpoint
from milestone_tui.reading.checkpoints import DATE_THEN_CRITERIA, checkpoint_columns, checkpoint_lines
from milestone_tui.reading.day_words import is_range
from milestone_tui.reading.key_lines import KeyLine
from milestone_tui.reading.material import Grid, Material
from milestone_tui.reading.reader import Reading
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch


def plan_checkpoint(edit: SetCheckpoint, reading: Reading) -> Change | Refusal:
    """The change that gives the part its value."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    number = found[0]
    known = reading.contents(number).checkpoints
    point = checkpoint_meant(edit.checkpoint, edit.line, known)
    if isinstance(point, Refusal):
        return point
    fault = _value_fault(edit)
    if fault:
        return fault
    old = point.date_raw if edit.part == "date" else point.criteria
    day = point.day.isoformat() if point.day else ""
    if edit.expect is not None and edit.expect != old:
        return Refusal(
            f'{edit.part} is now "{old}"', "look at the file again", (f"{point.line}: {point.date_raw} {point.criteria}",)
        )
    if edit.part == "date" and edit.value == day and is_range(old):
        return unchanged(reading, f'{edit.part} is "{old}" already', point.line)
    in_way = in_the_way("date", "date", old, seen=edit.expect is not None) if edit.part == "date" and edit.value != day else None
    if in_way is not None:
        return in_way._replace(candidates=(f"{point.line}: {old}",))
    value = day_text(date.fromisoformat(edit.value), old) if edit.part == "date" else edit.value.strip()
    if value == old:
        return unchanged(reading, f'{edit.part} is "{old}" already', point.line)
    patches = _patches(edit.part, value, point, number, reading)
    if isinstance(patches, Refusal):
        return patches
    place = known.index(point)

    def check(after: Reading) -> str:
        again = after.contents(number).checkpoints
        if len(again) != len(known):
            return f"the file would have {len(again)} checkpoints instead of {len(known)}"
        meant = point._replace(line=again[place].line)
        if edit.part == "date":
            meant = meant._replace(date_raw=again[place].date_raw, day=date.fromisoformat(edit.value))
        else:
            meant = meant._replace(criteria=value, reached=again[place].reached)
        return "" if again[place] == meant else "the checkpoint would not read so"

    name = f"{point.percent:g} %" if point.percent is not None else point.criteria
    return finished(reading, patches, f'set {edit.part} of checkpoint {name} to "{value}"', point.line, check)


def _value_fault(edit: SetCheckpoint) -> Refusal | None:
    if edit.part == "date":
        try:
            date.fromisoformat(edit.value)
        except ValueError:
            return Refusal(f'"{edit.value}" is no day', "write it as YYYY-MM-DD")
        return None
    if edit.part != "criteria":
        return Refusal(f'a checkpoint has no "{edit.part}"', "it has date and criteria")
    fault = fault_of(edit.value) or ("" if edit.value.strip() else "a checkpoint needs criteria")
    return Refusal(f"criteria were not set: {fault}", "give words of one line") if fault else None


def checkpoint_meant(words: str, seen: int, known: tuple[Checkpoint, ...]) -> Checkpoint | Refusal:
    """The one checkpoint at that per cent, or with these words; of several alike the one in the line where it was `seen`."""
    wanted = fold(words).rstrip("% ")
    alike = [point for point in known if point.percent is not None and f"{point.percent:g}" == wanted]
    alike = alike or [point for point in known if wanted and wanted in fold(point.criteria)]
    here = [point for point in alike if point.line == seen]
    if len(here or alike) == 1:
        return (here or alike)[0]
    listed = tuple(f"{point.line}: {point.percent or 0:g} % {point.date_raw} {point.criteria}" for point in alike or known)
    verb = f"{len(alike)} checkpoints match" if alike else "no checkpoint is called"
    return Refusal(f'{verb} "{words}"', "give its per cent, or FILE:LINE", listed)


def _patches(part: str, value: str, point: Checkpoint, number: int, reading: Reading) -> list[Patch] | Refusal:
    document = reading.document
    for index, block in enumerate(document.blocks):
        if type(block) is Table and row_at(document, block, point.line) > 0:
            return _cell(part, value, point, index, number, reading)
    line = checkpoint_line(point, reading)
    if line is not None:
        shown = Shown(document, line.value)
        return shown.replaced(_line(part, value, str(shown), point))
    return Refusal("this checkpoint is written in a way that is not edited in place", "edit the line in an editor")


def checkpoint_line(point: Checkpoint, reading: Reading) -> KeyLine | None:
    """The line of text that states a checkpoint; None for a row of a table."""
    document = reading.document
    for line in reading.lines:
        if document.line_at(line.key_start) == point.line and fold(document.string(line.key))[:1].isdigit():
            return line
    there = document.lines.span_of(point.line)
    for index, block in enumerate(document.blocks):
        if block.start < there.end and block.end > there.start:
            for line in checkpoint_lines(document, index):
                if document.line_at(line.key_start) == point.line:
                    return line
    return None


def _line(part: str, value: str, text: str, point: Checkpoint) -> str:
    """The whole value of a checkpoint's line with the part changed: `2025-03-03 - first slice works`."""
    parts = DATE_THEN_CRITERIA.match(text) if point.date_raw and point.criteria else None
    if parts:
        start, end = parts.span(part)
        return text[:start] + value + text[end:]
    if part == "date":
        if not point.date_raw:
            return f"{value} - {text}" if text else value
        return value
    return f"{text} - {value}" if point.date_raw else value


def columns_at(index: int, number: int, reading: Reading) -> tuple[Grid, dict[str, int]]:
    """The table of that block, read by milestone `number`, and the columns of it that hold the parts of checkpoints."""
    document, outline = reading.document, reading.outline
    table = document.blocks[index]
    assert isinstance(table, Table)
    section = next(each for each in outline.sections if each.first <= index < each.last)
    grid = Material(document, outline, [], reading.found[number].scope).grid(index, table, section)
    return grid, checkpoint_columns(grid)


def _cell(part: str, value: str, point: Checkpoint, index: int, number: int, reading: Reading) -> list[Patch] | Refusal:
    grid, columns = columns_at(index, number, reading)
    column = columns[part]
    if column < 0:
        return no_column(part, grid)
    document, table = reading.document, reading.document.blocks[index]
    assert isinstance(table, Table)
    patch = cell_patch(document, table, row_at(document, table, point.line), column, value)
    return [patch] if patch else Refusal("this row ends before that column", "edit the line in an editor")
