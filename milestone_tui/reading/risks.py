"""Risks from tables, bracketed entries and entries with nested ratings (docs/dialects.md R2, `risk`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from milestone_tui.markdown.blocks import Item, Paragraph, Rule
from milestone_tui.model.plan import NO_RISK, Detail, Risk
from milestone_tui.model.values import Stated
from milestone_tui.reading.material import Entry, Grid, Material, split_label
from milestone_tui.reading.outline import Section
from milestone_tui.reading.placeholders import is_none
from milestone_tui.reading.risk_groups import RATING, is_group
from milestone_tui.reading.risk_words import (
    STATUS_OF_KIND,
    bare,
    fate,
    fate_below,
    fate_of,
    is_label,
    is_risk_label,
    label_named,
    rated,
)
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair
from milestone_tui.text.span import Span

_RISK_COLUMN = r"^(?:key |new |top )?risks?(?: description| item| factor)?$|^风险(?:项|描述)?$|^リスク$|^риск$|^riesgo$"
_NOT_RISKS = re.compile(r"^(?:slice|phase|task|sprint|milestone|story|feature|deliverable|done)s?$")
_TRAILING_LEVEL = re.compile(
    r"(?<!\s)\s*[-–—(\[]\s*(?P<level>(?:very )?(?:low|medium|high|critical|med)(?: risk| impact)?)\s*+[)\]]?\s*$", re.IGNORECASE
)
_FIRST_LEVEL = re.compile(r"((?:very )?(?:low|medium|high|critical))(?:\s+[-–—(]|[(:,;.]|$)", re.IGNORECASE)
_LEADING_LEVEL = re.compile(
    r"^\W*(?P<level>(?:very )?(?:low|medium|moderate|high|critical)|[高中低])(?:[- ]?risk|风险)\s*(?:[-–—:：]\s*)?(?P<name>.*)$",
    re.IGNORECASE | re.DOTALL,
)
LEVEL_OF_KIND = {"risk_high": "high", "risk_medium": "medium", "risk_low": "low"}
"""The level that a heading gives to the risks below it."""


def read_risks(material: Material) -> tuple[Risk, ...]:
    """Every risk of the milestone, in the order of the file."""
    found: list[Risk] = []
    for section in material.sections:
        kinds = section.kinds
        inside = any(kind.startswith("risk") for kind in kinds) and section.kind != "risk_process"
        for grid in material.grids(section):
            found.extend(_from_grid(material, grid, section, inside=inside))
        if inside and (section.kind.startswith("risk") or not section.kind):
            found.extend(_Walk(material, section).risks())
        elif section.kind == "risk_process":
            found.extend(_rated_entries(material, section))
    return tuple(found)


def _rated_entries(material: Material, section: Section) -> Iterator[Risk]:
    """Under a heading such as `Risk Management` entries tell how risks are handled, but one with a rating is a risk."""
    for index in range(section.first, section.last):
        block = material.block(index)
        if type(block) is Item and block.parent < 0 and block.box < 0 and index not in material.claims:
            entry = material.entry(index)
            risk = _from_entry(material, entry, section) if RATING.search(f"{entry.label} {entry.text}") else None
            if risk:
                yield risk


def risk_columns(grid: Grid, *, inside: bool) -> dict[str, int]:
    """Part of a risk → the column that holds it, -1 for none; empty for a table that holds no risks by its header."""
    text = grid.column(_RISK_COLUMN)
    if text < 0 and inside:
        text = grid.column(r"^(?:risk )?description$|^threat$|^issue$|风险|リスク")
    if text < 0 or any(_NOT_RISKS.match(name) for name in grid.names):
        return {}
    return {
        "text": text,
        "probability": grid.column(r"^prob|likeli|概率|可能性|発生確率|^p$"),
        "impact": grid.column(r"^impact|severity|影响|影響|^i$"),
        "level": grid.column(r"^(?:risk )?(?:level|rating|score)$|等级"),
        "mitigation": grid.column(r"mitigat|how it was managed|response|対策|缓解|应对|strategy"),
        "contingency": grid.column(r"contingenc|fallback|应急"),
        "owner": grid.column(r"owner|responsible|担当|オーナー|负责"),
        "status": grid.column(r"^status|状态|^state|effectiveness"),
        "note": grid.column(r"lessons|notes?$|comment|trigger"),
    }


def _from_grid(material: Material, grid: Grid, section: Section, *, inside: bool) -> Iterator[Risk]:
    columns = risk_columns(grid, inside=inside)
    text = columns.pop("text", -1)
    if text < 0:
        return
    if not inside and columns["probability"] < 0 and columns["impact"] < 0 and columns["mitigation"] < 0:
        return
    material.claim(grid.block, "risks", "risk table: columns by name")
    for row in grid.rows:
        values = {name: row[at].text if 0 <= at < len(row) else "" for name, at in columns.items()}
        words = row[text].text if text < len(row) else ""
        if is_none(fold(words)) and not any(values.values()):
            continue
        line = material.line_at(row[text].span.start)
        status_raw = values["status"]
        yield NO_RISK._replace(
            text=bare(words),
            probability=rated(values["probability"], line, material.lexicon),
            impact=rated(values["impact"], line, material.lexicon),
            level=rated(values["level"], line, material.lexicon),
            mitigation=values["mitigation"],
            contingency=values["contingency"],
            owner=values["owner"],
            status=STATUS_OF_KIND.get(section.kind) or (fate(status_raw) if status_raw else fate_of(words)),
            status_raw=status_raw,
            note=values["note"],
            line=line,
        )


def _from_entry(material: Material, entry: Entry, section: Section) -> Risk | None:
    fields = material.subfields(entry)
    label, rest = entry.label, entry.text
    if fold(label) in ("risk", "风险", "リスク") and rest:
        label, rest = rest, ""
    leading = _LEADING_LEVEL.match(label) or (None if label else _LEADING_LEVEL.match(rest))
    if leading:
        label, rest = (leading["name"], rest) if label and leading["name"] else ("", rest if label else leading["name"])
    whole = f"{label}: {rest}" if label and rest else label or rest
    if not whole.strip() or is_none(fold(whole)):
        return None
    rating = RATING.search(whole)
    probability = impact = None
    if rating:
        probability, impact = (rated(rating[name], entry.line, material.lexicon) for name in ("p", "i"))
        rest = rest.replace(rating[0], "").strip()
        label = label.replace(rating[0], "").strip()
    trailing = _TRAILING_LEVEL.search(rest or label) if not rating else None
    if trailing:
        rest, label = (rest[: trailing.start()], label) if rest else (rest, label[: trailing.start()])
    level = rated(trailing["level"].replace("risk", "").replace("impact", "").strip(), entry.line) if trailing else None
    if not rating and level is None:
        first = _FIRST_LEVEL.match(rest) if label else None
        level = rated(first[1], entry.line) if first else None
    if leading:
        level = rated(leading["level"], entry.line)
    if level is None and section.kind in LEVEL_OF_KIND:
        level = Stated(LEVEL_OF_KIND[section.kind], section.title, material.line_at(section.text.start))
    material.claim(entry.block, "risks", "entry under a risk heading")
    risk = NO_RISK._replace(
        text=bare(label or rest),
        probability=probability,
        impact=impact,
        level=level,
        description=rest if label and not rest.startswith("→") else "",
        mitigation=rest[1:].strip() if label and rest.startswith("→") else "",
        status=fate_below(section.kind, whole),
        line=entry.line,
    )
    return _with_fields(material, risk, fields)


_LEAD_ALONE = re.compile(r"^(?:[^\w*]{1,4}\s+)?\*\*(?P<name>[^*]+?)\*\*:?$")
_NUMBERING = re.compile(r"^(?:risk\s*)?(?:[A-Z]{0,2}-?\d+(?:\.\d+)*[.:)]?\s+)?[-–—:]?\s*", re.IGNORECASE)


class _Walk:
    """Goes through the blocks under one heading: entries are risks; lines such as `Impact: high` tell of the risk above them.

    The risk above is named by a bold line on its own, by a line `Risk: …`, or by the heading when it stands below a risk heading.
    """

    def __init__(self, material: Material, section: Section) -> None:
        self.material = material
        self.section = section
        self.found: list[Risk] = []
        self.lead: tuple[str, int] | None = None
        self.told: int = -1
        """Place in `found` of the risk that the lines below tell of, or -1."""
        self.running = ""
        """The label that the list below belongs to."""
        self.group = False
        """Whether the list holds the risks, and lines such as `Owner: …` among its entries tell of the one above."""
        parent = material.outline.sections[section.parent] if section.parent >= 0 else None
        grouped = section.kind.startswith("risk_")  # `Low Risks` names a group of risks, not one of them
        if parent is not None and not grouped and any(kind.startswith("risk") for kind in parent.kinds):
            self.group = is_group(material, section)
            title = repair(section.title)
            if not self.group:
                self.lead = (_NUMBERING.sub("", title) or title, material.line_at(section.text.start))

    def risks(self) -> list[Risk]:
        """Every risk directly under the heading, in order."""
        for index in range(self.section.first, self.section.last):
            block = self.material.block(index)
            if type(block) is Rule:
                break  # what follows a thematic break is said of the whole
            if index in self.material.claims:
                continue
            if type(block) is Paragraph and block.item < 0:
                self.paragraph(index, block)
            elif type(block) is Item and block.parent < 0 and block.box < 0:
                self.entry(self.material.entry(index))
        return self.found

    def paragraph(self, index: int, block: Paragraph) -> None:
        self.running = ""
        for key_line in self.material.lines.get(index, ()):
            label, value = fold(self.material.string(key_line.key)), self.material.string(key_line.value)
            line = self.material.line_at(key_line.key.start)
            if is_risk_label(label) and value:
                self.named(value, line)
                self.material.claim(index, "risks", "line that names a risk")
            elif is_label(label):
                self.running = label if self.tell(label, value, line, index) else ""
            elif not value:
                self.lead, self.told = (self.material.string(key_line.key), line), -1
        if not self.material.lines.get(index):
            alone = _LEAD_ALONE.match(self.material.string(Span(block.start, block.end)))
            if alone:
                self.lead, self.told = (_NUMBERING.sub("", alone["name"]), self.material.line_at(block.start)), -1

    def named(self, text: str, line: int) -> None:
        """`Risk: …` names a risk, or describes the one that the heading names."""
        if self.lead is not None and self.told < 0:
            name, at = self.lead
            self.found.append(NO_RISK._replace(text=bare(name), description=text, status=fate_of(name), line=at))
        else:
            self.found.append(NO_RISK._replace(text=bare(text), status=fate_of(text), line=line))
        self.told = len(self.found) - 1

    def tell(self, label: str, value: str, line: int, block: int) -> bool:
        """Puts a line to the risk that it tells of; False when there is none."""
        if self.told < 0 and self.lead is not None:
            name, at = self.lead
            self.found.append(NO_RISK._replace(text=bare(name), status=fate_of(name), line=at))
            self.told = len(self.found) - 1
        if self.told < 0:
            return False
        self.found[self.told] = _with_fields(self.material, self.found[self.told], {label: (value, line, block)})
        return True

    def entry(self, entry: Entry) -> None:
        label, rest = (entry.label, entry.text) if entry.label else split_label(entry.text)
        if is_risk_label(fold(label)) and rest and not entry.children:
            self.named(rest, entry.line)
            self.material.claim(entry.block, "risks", "entry that names a risk")
        elif is_label(fold(label)):
            below = "; ".join(filter(None, (self.material.entry(child).text for child in entry.children)))
            if self.tell(fold(label), rest or below, entry.line, entry.block):
                for child in entry.children:
                    self.material.claim(child, "risks", "nested line of a risk")
        elif self.running and self.told >= 0:
            text = ": ".join(filter(None, (entry.label, entry.text)))
            self.tell(self.running, text, entry.line, entry.block)
        elif self.group or self.section.kind.startswith("risk"):
            risk = _from_entry(self.material, entry, self.section)
            if risk:
                self.found.append(risk)
                self.told = len(self.found) - 1 if self.group else -1


def _joined(first: str, then: str) -> str:
    return "; ".join(filter(None, (first, then)))


def _with_fields(material: Material, risk: Risk, fields: dict[str, tuple[str, int, int]]) -> Risk:
    details = list(risk.details)
    for key, (value, line, block) in fields.items():
        name = label_named(key)
        material.claim(block, "risks", f"nested {name or 'line'} of a risk")
        details.append(Detail(name or key, value, line))
        if name == "probability":
            risk = risk._replace(probability=rated(value, line, material.lexicon))
        elif name == "impact":
            risk = risk._replace(impact=rated(value, line, material.lexicon))
        elif name == "level":
            risk = risk._replace(level=rated(value, line, material.lexicon))
        elif name == "mitigation":
            risk = risk._replace(mitigation=_joined(risk.mitigation, value))
        elif name == "contingency":
            risk = risk._replace(contingency=_joined(risk.contingency, value))
        elif name == "owner":
            risk = risk._replace(owner=value)
        elif name == "status":
            risk = risk._replace(status=fate(value) or risk.status, status_raw=value)
        elif name == "description":
            risk = risk._replace(description=_joined(risk.description, value))
        elif value:
            risk = risk._replace(note=_joined(risk.note, f"{key}: {value}"))
    return risk._replace(details=tuple(details))
