"""Adds a whole risk as the file has them: a row of its table, an entry of its list; else under a heading of its dialect."""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.editing import new_entries
from milestone_tui.editing.alike import one_more
from milestone_tui.editing.cells import no_column, row_at
from milestone_tui.editing.finishing import finished, first_proven
from milestone_tui.editing.headings import sections_of
from milestone_tui.editing.layout import Layout
from milestone_tui.editing.new_items import Spot, usual_marker
from milestone_tui.editing.new_rows import new_row
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.risk_entries import Spelling, spellings
from milestone_tui.editing.risks import PARTS, columns_at, manner, part_of, risk_meant, table_at, written
from milestone_tui.editing.sections import new_section, title_of
from milestone_tui.editing.targets import milestone_of
from milestone_tui.markdown.blocks import Item, Table
from milestone_tui.model.edit import AddRisk
from milestone_tui.model.plan import Risk
from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.outline import Section
from milestone_tui.reading.places import trimmed
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.risk_words import bare
from milestone_tui.reading.risks import LEVEL_OF_KIND
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch

Outcome = Change | Refusal


def plan_new_risk(edit: AddRisk, reading: Reading) -> Outcome:
    """The change that adds the risk."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    risks = reading.contents(found[0]).risks
    model = risk_meant(edit.after, edit.line, risks) if edit.after else None
    if isinstance(model, Refusal):
        return model
    values: dict[str, str] = {}
    for part in PARTS:
        said = getattr(edit, part).strip()
        value = written(part, said, manner(part, risks), reading) if said or part == "text" else ""
        if isinstance(value, Refusal):
            return value
        if value:
            values[part] = value
    return first_proven(_NewRisk(values, edit.milestone, found[0], reading).outcomes(model))


class _NewRisk:
    """The places where the risk can go, each tried in turn."""

    def __init__(self, values: dict[str, str], milestone: str, number: int, reading: Reading) -> None:
        self.values = values
        self.milestone = milestone
        self.number = number
        self.reading = reading
        self.layout = Layout(reading.document)
        self.risks = reading.contents(number).risks

    def outcomes(self, model: Risk | None) -> Iterator[Outcome]:
        """Behind the `model`; else behind the last of each table and list of risks; where there is none, under a heading."""
        models = [model] if model is not None else self._models()
        for each in models:
            table = table_at(each.line, self.reading)
            yield from self._row(table, each.line) if table is not None else self._entry(each)
        if not models:
            headed = [each for each in self._sections() if each.kind.startswith("risk") and each.kind != "risk_process"]
            for section in headed:
                yield from self._under(section)
            if not headed:
                yield from self._below_new_heading()

    def _models(self) -> list[Risk]:
        """The last risk of each table and section; first those where the level is that of the new one."""
        last: dict[object, Risk] = {}
        for risk in self.risks:
            table = table_at(risk.line, self.reading)
            last[table if table is not None else ("section", self._section_of(risk.line).number)] = risk
        level = level_of(self.values.get("level", ""), self.reading.outline.lexicon)
        models = [*last.values()][::-1]
        return sorted(models, key=lambda risk: level is None or LEVEL_OF_KIND.get(self._section_of(risk.line).kind) != level)

    def _sections(self) -> list[Section]:
        found = sections_of(self.milestone, self.reading)
        return [] if isinstance(found, Refusal) else found

    def _section_of(self, line: int) -> Section:
        document = self.reading.document
        above = [each for each in self._sections() if not each.level or document.line_at(each.text.start) <= line]
        return above[-1] if above else self.reading.outline.sections[0]

    # A row

    def _row(self, index: int, line: int) -> Iterator[Outcome]:
        document = self.reading.document
        table = document.blocks[index]
        assert isinstance(table, Table)
        grid, columns = columns_at(index, self.number, self.reading)
        missing = next((part for part in self.values if columns.get(part, -1) < 0), "")
        if missing:
            yield no_column(missing, grid)
            return
        words = {columns[part]: value for part, value in self.values.items()}
        column = columns["text"]
        texts = [document.string(trimmed(document.text, row[column])) for row in table.rows[1:] if column < len(row)]
        if texts and all(text.startswith("**") and text.endswith("**") for text in texts):
            words[column] = f"**{words[column]}**"
        made = new_row(self.layout, table, max(row_at(document, table, line), 0), words)
        if made is None:
            yield Refusal("no row of this table can be a model for another one", "edit the table in an editor")
        else:
            yield self._finished(*made)

    # An entry

    def _entry(self, model: Risk) -> Iterator[Outcome]:
        document, section = self.reading.document, self._section_of(model.line)
        for index, block in enumerate(document.blocks):
            if type(block) is Item and block.text.end > block.text.start and document.line_at(block.text.start) == model.line:
                for each in self._spellings(section, model):
                    for made in new_entries.behind(self.layout, index, each.text, each.nested):
                        yield self._finished(*made)
                return
        yield Refusal(
            f'risks such as "{model.text}" stand in neither a table nor a list', "add it in an editor, or name one that does"
        )

    def _under(self, section: Section) -> Iterator[Outcome]:
        document = self.reading.document
        for index in range(section.first, section.last):
            if type(document.blocks[index]) is Table and columns_at(index, self.number, self.reading)[1]:
                yield from self._row(index, document.line_at(document.blocks[index].start))
                return
        for each in self._spellings(section):
            for made in new_entries.under(self.layout, section, each.text, each.nested):
                yield self._finished(*made)

    def _below_new_heading(self) -> Iterator[Outcome]:
        dialect = self.reading.found[self.number].milestone.dialect
        spot = Spot(0, (), b"", usual_marker(self.layout), 0)
        for each in self._spellings(None):
            lines = new_entries.entry_lines(self.layout, spot, each.text, each.nested)
            made = new_section(title_of("risks", dialect) or "Risks", self.milestone, self.reading, lines)
            yield made if isinstance(made, Refusal) else self._finished(made[0], made[1] + 2)

    def _spellings(self, section: Section | None, model: Risk | None = None) -> Iterator[Spelling]:
        level = LEVEL_OF_KIND.get(section.kind) if section is not None else None
        said = level is not None and level == level_of(self.values.get("level", ""), self.reading.outline.lexicon)
        values = {part: value for part, value in self.values.items() if part != "level" or not said}
        yield from spellings(values, model, self.number, self.reading)

    # The proof

    def _finished(self, patch: Patch, line: int) -> Outcome:
        return finished(self.reading, [patch], f'added the risk "{self.values["text"]}"', line, self._check)

    def _check(self, after: Reading) -> str:
        now = after.contents(self.number).risks
        at = one_more(self.risks, now)
        return "the risks would be read otherwise" if at < 0 else self._fault(now[at])

    def _fault(self, risk: Risk) -> str:
        """Why the new risk does not say what was meant; a heading may give it its level and its fate."""
        for part in PARTS:
            got, wanted = part_of(risk, part), self.values.get(part, "")
            own = {risk.line, *(detail.line for detail in risk.details)}
            by_heading = part == "level" and risk.level is not None and risk.level.line not in own
            if part == "level" and risk.level is not None and wanted:
                same = risk.level.value == level_of(wanted, self.reading.outline.lexicon) or _same(got, wanted)
            else:
                same = _same(got, wanted) or (by_heading and not wanted)
            if not same:
                return f'its {part} would be read as "{got}"'
        return "more would be read of it" if risk.description or risk.note else ""


def _same(got: str, wanted: str) -> bool:
    return fold(bare(got)).strip("*_` ") == fold(bare(wanted)).strip("*_` ")
