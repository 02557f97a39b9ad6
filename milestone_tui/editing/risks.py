"""Gives a part of a risk another value: in its table cell, in its bracket, or in the line nested in it that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from milestone_tui.editing.cells import cell_patch, no_column, row_at
from milestone_tui.editing.finishing import finished, first_proven, unchanged
from milestone_tui.editing.layout import Layout, Line
from milestone_tui.editing.new_items import within
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.shown import Shown
from milestone_tui.editing.targets import milestone_of
from milestone_tui.editing.valid import fault_of
from milestone_tui.editing.wording import level_text
from milestone_tui.markdown.blocks import Item, Table
from milestone_tui.model.edit import SetRisk
from milestone_tui.model.plan import Risk
from milestone_tui.model.values import Stated
from milestone_tui.reading.level_words import level_of, numeric_rating
from milestone_tui.reading.material import Grid, Material
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.risk_groups import RATING
from milestone_tui.reading.risk_words import bare, label_named
from milestone_tui.reading.risks import risk_columns
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch

PARTS = ("probability", "impact", "level", "mitigation", "contingency", "owner", "status", "text")
RATED = ("probability", "impact", "level")
_LABEL = re.compile(r"^(?P<lead>[^:：]{1,60}[:：][*_]{0,2}\s*)(?P<value>.*)$")
_LEVEL_WORD = re.compile(r"(?:very )?(?:low|medium|high|critical|med)\b", re.IGNORECASE)
_SHOWN = 6


class _Place(NamedTuple):
    """Where a part stands, and what it says there."""

    shown: Shown
    start: int
    end: int
    line: int

    @property
    def said(self) -> str:
        return str(self.shown)[self.start : self.end]


def plan_risk(edit: SetRisk, reading: Reading) -> Change | Refusal:
    """The change that gives the part its value."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    number = found[0]
    if edit.part not in PARTS:
        return Refusal(f'a risk has no "{edit.part}"', f"it has {', '.join(PARTS)}")
    risks = reading.contents(number).risks
    risk = risk_meant(edit.risk, edit.line, risks)
    if isinstance(risk, Refusal):
        return risk
    old = part_of(risk, edit.part)
    if edit.expect is not None and edit.expect != old:
        return Refusal(f'{edit.part} is now "{old}"', "look at the file again", (f"{risk.line}: {risk.text}",))
    value = written(edit.part, edit.value, old or manner(edit.part, risks), reading)
    if isinstance(value, Refusal):
        return value
    if value == old:
        return unchanged(reading, f'{edit.part} of "{risk.text}" is "{old}" already', risk.line)
    return first_proven(_outcomes(edit, value, risk, number, reading))


def part_of(risk: Risk, part: str) -> str:
    """What the file says for a part of a risk."""
    found = risk.status_raw if part == "status" else getattr(risk, part)
    return found.raw if isinstance(found, Stated) else found or ""


def _outcomes(edit: SetRisk, value: str, risk: Risk, number: int, reading: Reading) -> Iterator[Change | Refusal]:
    summary = f'set {edit.part} of "{risk.text}" to "{value}"'
    place = reading.contents(number).risks.index(risk)

    def check(after: Reading) -> str:
        return _fault(edit.part, value, reading.contents(number).risks, place, after.contents(number).risks)

    def outcome(patches: list[Patch], line: int, told: frozenset[int] = frozenset()) -> Change | Refusal:
        return finished(reading, patches, summary, line, check, told=told)

    table = table_at(risk.line, reading)
    if table is not None:
        patch = _cell(edit.part, value, risk, table, number, reading)
        yield patch if isinstance(patch, Refusal) else outcome([patch], risk.line)
        return
    for found in _places(edit.part, risk, reading):
        span = found.shown.bytes_of(found.start, found.end)
        if span is not None and "\ufffd" not in value:
            whole = str(found.shown)
            gap = "" if found.end > found.start or whole[: found.start].endswith(" ") else " "
            yield outcome(found.shown.replaced(whole[: found.start] + gap + value + whole[found.end :]), found.line)
    for patch, line in _new_line(edit.part, value, risk, number, reading):
        yield outcome([patch], line, frozenset((risk.line,)))
    yield Refusal(f'"{risk.text}" does not state its {edit.part} in a way that is edited in place', "edit the line in an editor")


def _fault(part: str, value: str, before: tuple[Risk, ...], place: int, after: tuple[Risk, ...]) -> str:
    if len(before) != len(after):
        return f"the file would have {len(after)} risks instead of {len(before)}"
    risk, was = after[place], before[place]
    got = part_of(risk, part)
    if fold(got).strip("*_` ") != fold(bare(value)).strip("*_` "):
        return f'{part} would be read as "{got}"'
    derived = {"line", "details", part, *(("status_raw",) if part == "status" else ()), *(("status",) if part == "text" else ())}
    for name in Risk._fields:
        one, other = getattr(was, name), getattr(risk, name)
        if name not in derived and (one[:2] if isinstance(one, Stated) else one) != (
            other[:2] if isinstance(other, Stated) else other
        ):
            return f"its {name} would change too"
    return ""


def risk_meant(words: str, seen: int, risks: tuple[Risk, ...]) -> Risk | Refusal:
    """The one risk of that text, or with these words; of several alike the one in the line where it was `seen`."""
    wanted = fold(words)
    here = [risk for risk in risks if seen and risk.line == seen and fold(risk.text) == wanted]
    alike = here or [risk for risk in risks if fold(risk.text) == wanted]
    if not alike and not seen:
        alike = [risk for risk in risks if wanted in fold(risk.text)]
    if len(alike) == 1:
        return alike[0]
    listed = tuple(f"{risk.line}: {risk.text}" for risk in (alike or risks)[:_SHOWN])
    if alike:
        return Refusal(f'{len(alike)} risks match "{words}"', "give more of its text, or FILE:LINE", listed)
    return Refusal(f'no risk says "{words}"', "give some of its text, or FILE:LINE", listed)


def manner(part: str, risks: Iterable[Risk]) -> str:
    """How the others of these risks state the part, for one that does not state it yet; empty when none does."""
    return next(filter(None, (part_of(risk, part).strip() for risk in risks)), "") if part in RATED else ""


def written(part: str, value: str, like: str, reading: Reading) -> str | Refusal:
    """The value of a part in the manner of `like`, which stands there or in its neighbours."""
    value = value.strip()
    fault = fault_of(value, what="the value")
    if fault or (not value and part == "text"):
        return Refusal(f"{part} was not set: {fault or 'a risk needs words'}", "give a value of one line")
    if part not in RATED or not value:
        return value
    if numeric_rating(like) is not None:
        if numeric_rating(value) is None:
            return Refusal(f'"{value}" is no number', f"this file rates risks by numbers: {like}")
        return value if "/" in value or "/" not in like else f"{value}/{like.partition('/')[2]}"
    level = level_of(value, reading.outline.lexicon)
    if level is None:
        return Refusal(f'"{value}" is no level', "use low, medium, high, critical")
    return level_text(level, like or "High", value, reading.outline.lexicon)


def table_at(line: int, reading: Reading) -> int | None:
    """The table of which a row, not its header, stands in a line."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if type(block) is Table and row_at(document, block, line) > 0:
            return index
    return None


def _cell(part: str, value: str, risk: Risk, index: int, number: int, reading: Reading) -> Patch | Refusal:
    grid, columns = columns_at(index, number, reading)
    column = columns.get(part, -1)
    if column < 0:
        return no_column(part, grid)
    document, table = reading.document, reading.document.blocks[index]
    assert isinstance(table, Table)
    patch = cell_patch(document, table, row_at(document, table, risk.line), column, value)
    return patch or Refusal("this row ends before that column, or cannot be kept as it is", "edit the line in an editor")


def columns_at(index: int, number: int, reading: Reading) -> tuple[Grid, dict[str, int]]:
    """The table of that block, read by milestone `number`, and the columns of it that hold the parts of risks."""
    document, outline = reading.document, reading.outline
    table = document.blocks[index]
    assert isinstance(table, Table)
    section = next(each for each in outline.sections if each.first <= index < each.last)
    inside = any(kind.startswith("risk") for kind in section.kinds) and section.kind != "risk_process"
    grid = Material(document, outline, [], reading.found[number].scope).grid(index, table, section)
    return grid, risk_columns(grid, inside=inside)


def _places(part: str, risk: Risk, reading: Reading) -> Iterator[_Place]:
    """Where the part stands outside tables: a line of its own, the bracket of the entry, the entry's words."""
    for detail in risk.details:
        if detail.name == part:
            yield from _labelled(part, detail.line, reading)
    for shown in texts_at(risk.line, reading):
        text = str(shown)
        rating = RATING.search(text)
        if rating and part in ("probability", "impact"):
            start, end = rating.span("p" if part == "probability" else "i")
            yield _Place(shown, start, start + len(text[start:end].rstrip()), risk.line)
        elif part == "level" and risk.level is not None and risk.level.line == risk.line:
            for word in _LEVEL_WORD.finditer(text):
                if fold(word[0]) in fold(risk.level.raw):
                    yield _Place(shown, *word.span(), risk.line)
        elif part in ("text", "mitigation", "owner"):
            said = part_of(risk, part)
            at = text.find(said) if said else -1
            if at >= 0:
                yield _Place(shown, at, at + len(said), risk.line)


def _labelled(part: str, line: int, reading: Reading) -> Iterator[_Place]:
    """The value behind the label of a line such as `Impact: high`."""
    for key_line in reading.lines:
        key = fold(reading.document.string(key_line.key))
        if reading.document.line_at(key_line.key_start) == line and label_named(key) == part:
            shown = Shown(reading.document, key_line.value)
            yield _Place(shown, 0, len(str(shown)), line)
            return
    for shown in texts_at(line, reading):
        found = _LABEL.match(str(shown))
        if found:
            yield _Place(shown, found.start("value"), found.end("value"), line)


def texts_at(line: int, reading: Reading) -> Iterator[Shown]:
    """The texts of list items that begin in a line."""
    document = reading.document
    for block in document.blocks:
        if type(block) is Item and block.text.end > block.text.start and document.line_at(block.text.start) == line:
            yield Shown(document, block.text)


def _new_line(part: str, value: str, risk: Risk, number: int, reading: Reading) -> Iterator[tuple[Patch, int]]:
    """A line nested in the risk's entry that states the part, as other risks of the file have it."""
    document = reading.document
    if part == "text" or not value:
        return
    layout = Layout(document)
    label = label_like(part, number, reading)
    for index, block in enumerate(document.blocks):
        if type(block) is Item and block.text.end > block.text.start and document.line_at(block.text.start) == risk.line:
            for spot in within(layout, index):
                bullet = spot.marker.bullet + (spot.marker.gap or b" ")
                line = Line(spot.margin + bullet + f"{label} {value}".encode(), b"")
                yield layout.inserted(spot.behind, [*spot.gap, line]), spot.behind + 1 + len(spot.gap)


def label_like(part: str, number: int, reading: Reading) -> str:
    """The label with its colon, bold or not, as nested lines of other risks write theirs."""
    word = part.capitalize()
    for risk in reading.contents(number).risks:
        for detail in risk.details:
            for shown in texts_at(detail.line, reading):
                text = str(shown)
                if detail.name == part:
                    found = _LABEL.match(text)
                    return found["lead"].rstrip() if found else f"**{word}**:"
                if not text.startswith("**"):
                    return f"{word}:"
                return f"**{word}:**" if ":**" in text else f"**{word}**:"
    return f"**{word}**:"
