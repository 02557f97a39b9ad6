"""Features with their MoSCoW class, and deliverables with their state."""

from __future__ import annotations

import re

from milestone_tui.markdown.blocks import Item
from milestone_tui.model.plan import Deliverable, Detail, Feature
from milestone_tui.reading.material import Entry, Material
from milestone_tui.reading.outline import Section
from milestone_tui.reading.placeholders import is_none
from milestone_tui.reading.status_words import status_of
from milestone_tui.reading.vocabulary.statuses import MARKERS
from milestone_tui.text.fold import fold

_MOSCOW = {"must": "must", "should": "should", "could": "could"}
_RATING = re.compile(
    r"\(\s*+(?:priority:\s*+(?P<priority>[^,()]+|(?<=\s)))?(?:[,;]\s*+)?(?:effort:\s*+(?P<effort>[^()]++|(?<=\s)))?\)",
    re.IGNORECASE,
)
_TOKENS = re.compile(r"\(\s*+est(?:imated|\.)?\s*+tokens?:\s*+([^()]++|(?<=\s))\)", re.IGNORECASE)
_DELIVERABLE_STATE = {"deliverables_done": "completed", "deliverables_deferred": "deferred", "deliverables_added": "added"}
_NO_FEATURE = Feature("", "", "", "", "", "", "", 0)
_NO_DELIVERABLE = Deliverable("", None, "", "", "", "", "", "", 0)


def read_features(material: Material) -> tuple[Feature, ...]:
    """Entries under Must, Should and Could headings, and those that are excluded."""
    found: list[Feature] = []
    for section in material.sections:
        if section.kind in _MOSCOW:
            entries = (entry for entry in material.entries(section) if entry.label or entry.text)
            found.extend(_feature(material, entry, _MOSCOW[section.kind]) for entry in entries)
        elif section.kind == "scope_out" and "excluded" in section.title.casefold():
            for entry in material.entries(section):
                material.claim(entry.block, "features", "excluded feature")
                text, why = (entry.label, entry.text) if entry.label else (entry.text, "")
                found.append(_NO_FEATURE._replace(text=text, moscow="wont", description=why, line=entry.line))
    return tuple(found)


def _feature(material: Material, entry: Entry, moscow: str) -> Feature:
    material.claim(entry.block, "features", f"entry under a {moscow}-have heading")
    rating = _RATING.search(entry.text) or _RATING.search(entry.label)
    rest = entry.text.replace(rating[0], "").strip(" -–—:") if rating and rating[0] != "()" else entry.text
    feature = _NO_FEATURE._replace(
        text=(entry.label or rest).strip(),
        moscow=moscow,
        priority=(rating["priority"] or "").strip() if rating else "",
        effort=(rating["effort"] or "").strip() if rating else "",
        description=rest if entry.label else "",
        line=entry.line,
    )
    details = []
    for key, (value, line, block) in material.subfields(entry).items():
        material.claim(block, "features", f"{key} of a feature")
        details.append(Detail(key, value, line))
        if "descri" in key:
            feature = feature._replace(description=value)
        elif "value" in key:
            feature = feature._replace(value=value)
        elif "criteria" in key:
            feature = feature._replace(criteria=value)
    return feature._replace(details=tuple(details))


def read_deliverables(material: Material) -> tuple[Deliverable, ...]:
    """Entries and boxes under a Deliverables heading, and rows of deliverable tables."""
    found: list[Deliverable] = []
    for section in material.sections:
        if not section.kind.startswith("deliverables"):
            continue
        found.extend(_rows(material, section))
        for entry in material.entries(section, boxes=True):
            if is_none(fold(entry.label + entry.text)):
                continue
            state = _DELIVERABLE_STATE.get(section.kind)
            block = material.block(entry.block)
            if type(block) is Item and block.box >= 0:
                state = {"done": "completed", "open": "planned"}.get(MARKERS.get(chr(material.document.text[block.box]), "open"))
            else:
                material.claim(entry.block, "deliverables", "entry under a deliverables heading")
            tokens = _TOKENS.search(entry.text) or _TOKENS.search(entry.label)
            text = entry.label or entry.text
            found.append(
                _NO_DELIVERABLE._replace(
                    text=_TOKENS.sub("", text).strip(),
                    state=state,
                    description=_TOKENS.sub("", entry.text).strip() if entry.label else "",
                    tokens=tokens[1].strip() if tokens else "",
                    line=entry.line,
                )
            )
    return tuple(found)


def _rows(material: Material, section: Section) -> list[Deliverable]:
    found = []
    for grid in material.grids(section):
        name = grid.column(r"deliverable|^item$|^name$|^feature$|交付物")
        if name < 0:
            continue
        material.claim(grid.block, "deliverables", "deliverable table")
        columns = {
            "status": grid.column(r"^status|状态|^state"),
            "description": grid.column(r"descri|^type$"),
            "criteria": grid.column(r"criteria"),
            "sign_off": grid.column(r"sign"),
            "reason": grid.column(r"reason"),
            "target": grid.column(r"target"),
            "impact": grid.column(r"impact|notes?$"),
        }
        for row in grid.rows:
            values = {key: row[at].text if 0 <= at < len(row) else "" for key, at in columns.items()}
            state = status_of(values["status"], material.lexicon) if values["status"] else _DELIVERABLE_STATE.get(section.kind)
            found.append(
                _NO_DELIVERABLE._replace(
                    text=row[name].text,
                    state=state,
                    description=" · ".join(filter(None, (values["description"], values["impact"]))),
                    criteria=values["criteria"],
                    sign_off=values["sign_off"],
                    reason=values["reason"],
                    target=values["target"],
                    state_raw=values["status"],
                    line=material.line_at(row[name].span.start),
                )
            )
    return found
