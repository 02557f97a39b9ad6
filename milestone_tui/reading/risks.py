"""Risks from tables, bracketed entries and entries with nested ratings (READING R2, `risk`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from milestone_tui.model.plan import Detail, Risk
from milestone_tui.model.values import Stated
from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.material import Entry, Grid, Material
from milestone_tui.reading.outline import Section
from milestone_tui.reading.placeholders import is_none
from milestone_tui.text.fold import fold

_RISK_COLUMN = r"^(?:key |new |top )?risks?(?: description| item| factor)?$|^风险(?:项|描述)?$|^リスク$|^риск$|^riesgo$"
_NOT_RISKS = re.compile(r"^(?:slice|phase|task|sprint|milestone|story|feature|deliverable|done)s?$")
_RATING = re.compile(
    r"[(（]\s*(?:probability|likelihood|prob\.?|p|概率)\s*[:：]\s*(?P<p>[^,;()（）]+)[,;，]\s*(?:impact|severity|i|影响)\s*[:：]\s*(?P<i>[^,;()（）]+)\s*[)）]",
    re.IGNORECASE,
)
_TRAILING_LEVEL = re.compile(
    r"\s*(?:[-–—(\[]\s*)(?P<level>(?:very )?(?:low|medium|high|critical|med)(?: risk| impact)?)\s*[)\]]?\s*$", re.IGNORECASE
)
_LEVEL_OF_KIND = {"risk_high": "high", "risk_medium": "medium", "risk_low": "low"}
_STATUS_OF_KIND = {"risk_realized": "realized", "risk_mitigated": "mitigated"}
_FATES = (
    ("closed", r"closed|resolved|retired|已(?:完全)?解决|~~"),
    ("mitigated", r"mitigated|✅"),
    ("realized", r"realized|occurred|materiali[sz]ed"),
    ("open", r"open|active|monitor|identified|🔴|🟡|⏳|plan"),
)
_EMPTY = Risk("", None, None, None, "", "", "", "", None, "", "", 0)


def read_risks(material: Material) -> tuple[Risk, ...]:
    """Every risk of the milestone, in the order of the file."""
    found: list[Risk] = []
    for section in material.sections:
        kinds = section.kinds
        inside = any(kind.startswith("risk") for kind in kinds) and section.kind != "risk_process"
        for grid in material.grids(section):
            found.extend(_from_grid(material, grid, section, inside=inside))
        if section.kind.startswith("risk") and section.kind != "risk_process":
            for entry in material.entries(section):
                risk = _from_entry(material, entry, section)
                if risk:
                    found.append(risk)
        elif inside and not section.kind:
            risk = _from_section(material, section)
            if risk:
                found.append(risk)
    return tuple(found)


def _from_grid(material: Material, grid: Grid, section: Section, *, inside: bool) -> Iterator[Risk]:
    text = grid.column(_RISK_COLUMN)
    if text < 0 and inside:
        text = grid.column(r"^(?:risk )?description$|^threat$|^issue$|风险|リスク")
    if text < 0 or any(_NOT_RISKS.match(name) for name in grid.names):
        return
    columns = {
        "probability": grid.column(r"^prob|likeli|概率|可能性|発生確率|^p$"),
        "impact": grid.column(r"^impact|severity|影响|影響|^i$"),
        "level": grid.column(r"^(?:risk )?(?:level|rating|score)$|等级"),
        "mitigation": grid.column(r"mitigat|how it was managed|response|対策|缓解|应对|strategy"),
        "contingency": grid.column(r"contingenc|fallback|应急"),
        "owner": grid.column(r"owner|responsible|担当|オーナー|负责"),
        "status": grid.column(r"^status|状态|^state|effectiveness"),
        "note": grid.column(r"lessons|notes?$|comment|trigger"),
    }
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
        yield _EMPTY._replace(
            text=_bare(words),
            probability=_rated(values["probability"], line),
            impact=_rated(values["impact"], line),
            level=_rated(values["level"], line),
            mitigation=values["mitigation"],
            contingency=values["contingency"],
            owner=values["owner"],
            status=_STATUS_OF_KIND.get(section.kind) or _fate(status_raw + words),
            status_raw=status_raw,
            note=values["note"],
            line=line,
        )


def _from_entry(material: Material, entry: Entry, section: Section) -> Risk | None:
    fields = material.subfields(entry)
    label, rest = entry.label, entry.text
    if fold(label) in ("risk", "风险", "リスク") and rest:
        label, rest = rest, ""
    whole = f"{label}: {rest}" if label and rest else label or rest
    if not whole.strip() or is_none(fold(whole)):
        return None
    rating = _RATING.search(whole)
    probability = impact = None
    if rating:
        probability, impact = _rated(rating["p"], entry.line), _rated(rating["i"], entry.line)
        rest = rest.replace(rating[0], "").strip()
        label = label.replace(rating[0], "").strip()
    trailing = _TRAILING_LEVEL.search(rest or label) if not rating else None
    if trailing:
        rest, label = (rest[: trailing.start()], label) if rest else (rest, label[: trailing.start()])
    level = _rated(trailing["level"].replace("risk", "").replace("impact", "").strip(), entry.line) if trailing else None
    if level is None and section.kind in _LEVEL_OF_KIND:
        level = Stated(_LEVEL_OF_KIND[section.kind], section.title, material.line_at(section.text.start))
    material.claim(entry.block, "risks", "entry under a risk heading")
    risk = _EMPTY._replace(
        text=_bare(label or rest),
        probability=probability,
        impact=impact,
        level=level,
        description=rest if label else "",
        status=_STATUS_OF_KIND.get(section.kind) or _fate(whole),
        line=entry.line,
    )
    return _with_fields(material, risk, fields)


def _from_section(material: Material, section: Section) -> Risk | None:
    """A risk that is a heading of its own with its ratings as key lines below."""
    fields = material.section_lines(section)
    if not any(re.search(r"probab|likeli|impact|severity|概率|影响", key) for key in fields):
        return None
    title = (
        re.sub(r"^(?:risk\s*)?(?:[A-Z]{0,2}-?\d+[.:)]?\s*)?[-–—:]?\s*", "", section.title, flags=re.IGNORECASE) or section.title
    )
    risk = _EMPTY._replace(text=_bare(title), status=_fate(section.title), line=material.line_at(section.text.start))
    return _with_fields(material, risk, fields)


_NESTED = (
    ("probability", r"^probab|likeli|概率"),
    ("impact", r"^(?:potential )?impact|severity|影响"),
    ("level", r"^(?:risk )?(?:level|rating)$"),
    ("mitigation", r"mitigat|缓解|应对|対策"),
    ("contingency", r"contingenc|fallback|应急"),
    ("owner", r"owner|responsible|负责"),
    ("status", r"^status|状态"),
    ("description", r"descri|^risk$|details"),
)


def _with_fields(material: Material, risk: Risk, fields: dict[str, tuple[str, int, int]]) -> Risk:
    details = []
    for key, (value, line, block) in fields.items():
        name = next((name for name, pattern in _NESTED if re.search(pattern, key)), "")
        material.claim(block, "risks", f"nested {name or 'line'} of a risk")
        details.append(Detail(name or key, value, line))
        if name == "probability":
            risk = risk._replace(probability=_rated(value, line))
        elif name == "impact":
            risk = risk._replace(impact=_rated(value, line))
        elif name == "level":
            risk = risk._replace(level=_rated(value, line))
        elif name == "mitigation":
            risk = risk._replace(mitigation=value)
        elif name == "contingency":
            risk = risk._replace(contingency=value)
        elif name == "owner":
            risk = risk._replace(owner=value)
        elif name == "status":
            risk = risk._replace(status=_fate(value) or risk.status, status_raw=value)
        elif name == "description":
            risk = risk._replace(description=value)
        else:
            risk = risk._replace(note="; ".join(filter(None, (risk.note, f"{key}: {value}"))))
    return risk._replace(details=tuple(details))


def _rated(raw: str, line: int) -> Stated | None:
    return Stated(level_of(raw), raw, line) if raw.strip() and not is_none(fold(raw)) else None


def _fate(text: str) -> str | None:
    return next((fate for fate, pattern in _FATES[:3] if re.search(pattern, text, re.IGNORECASE)), None) or (
        "open" if re.search(_FATES[3][1], text, re.IGNORECASE) and len(text) < 40 else None
    )


def _bare(text: str) -> str:
    return text.replace("**", "").replace("~~", "").strip().strip("*_").rstrip(":").strip()
