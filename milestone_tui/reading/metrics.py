"""Metrics, targets and criteria that are measured rather than ticked."""

from __future__ import annotations

import re

from milestone_tui.markdown.front_matter import Mapping, Scalar, Sequence
from milestone_tui.model.plan import Detail, Metric
from milestone_tui.reading.material import Entry, Grid, Material, split_label
from milestone_tui.reading.placeholders import is_none
from milestone_tui.text.fold import fold

_KINDS = {
    "primary": "primary",
    "secondary": "secondary",
    "leading": "leading",
    "lagging": "lagging",
    "criteria_metrics": "criterion",
    "test_results": "test",
    "code_quality": "quality",
    "quality_metrics": "quality",
    "benchmarks": "performance",
    "metrics": "metric",
}
_TARGET = re.compile(r"^target:?\s+(?P<target>.*)$", re.IGNORECASE)
_MEASURED = re.compile(r"\d|[✅❌⚠✓✔]|[{\[<]")
_EMPTY = Metric("", "", "", "", "", "", None, "", 0)


def read_metrics(material: Material) -> tuple[Metric, ...]:
    """Metric entries and tables, and the `success_metrics` of front matter."""
    found = list(_from_front_matter(material))
    for section in material.sections:
        kind = _KINDS.get(section.kind, "")
        for grid in material.grids(section):
            found.extend(_from_grid(material, grid, kind or "criterion"))
        if kind:
            for entry in material.entries(section):
                if not is_none(fold(entry.label + entry.text)) and not _is_fact(material, entry):
                    found.append(_from_entry(material, entry, kind))
    return tuple(found)


def _is_fact(material: Material, entry: Entry) -> bool:
    return any(line.name in ("progress", "status") for line in material.lines.get(entry.block, ()))


def _from_entry(material: Material, entry: Entry, kind: str) -> Metric:
    material.claim(entry.block, "metrics", "entry under a metrics heading")
    name, rest = (entry.label, entry.text) if entry.label else split_label(entry.text)
    if not name:
        name, rest = rest, ""
    target = _TARGET.match(rest)
    metric = _EMPTY._replace(name=name, kind=kind, line=entry.line)
    if target:
        metric = metric._replace(target=target["target"])
    else:  # words without a figure describe what is wanted as often as what was measured
        metric = metric._replace(actual=rest) if _MEASURED.search(rest) else metric._replace(note=rest)
    details = []
    for key, (value, line, block) in material.subfields(entry).items():
        material.claim(block, "metrics", f"{key} of a metric")
        details.append(Detail(key, value, line))
        if "method" in key or "measure" in key:
            metric = metric._replace(method=value)
        elif "baseline" in key:
            metric = metric._replace(baseline=value)
        elif "target" in key:
            metric = metric._replace(target=value)
        else:
            metric = metric._replace(note=value)
    return metric._replace(details=tuple(details))


def _from_grid(material: Material, grid: Grid, kind: str) -> list[Metric]:
    name = grid.column(r"^(?:metric|criteri(?:on|a)|indicator|kpi|measure|benchmark|指标|test)s?\b|^success criteri")
    target = grid.column(r"target|threshold|goal|目标")
    actual = grid.column(r"actual|achieved|result|current|当前|value$")
    if name < 0 or (target < 0 and actual < 0):
        return []
    status, note, baseline = grid.column(r"^status|状态|met\??$"), grid.column(r"note|comment"), grid.column(r"baseline")
    material.claim(grid.block, "metrics", "table of metrics")
    found = []
    for row in grid.rows:
        cells = [cell.text for cell in row]

        def value(at: int, cells: list[str] = cells) -> str:
            return cells[at] if 0 <= at < len(cells) else ""

        state = value(status)
        found.append(
            _EMPTY._replace(
                name=value(name).strip("*_ "),
                kind=kind,
                target=value(target),
                actual=value(actual),
                baseline=value(baseline),
                status=_met(state),
                note=" · ".join(filter(None, (state if _met(state) is None or len(state) > 3 else "", value(note)))),
                line=material.line_at(row[name].span.start),
            )
        )
    return found


def _met(state: str) -> str | None:
    if re.search(r"partial|⚠", state, re.IGNORECASE):
        return "partial"
    if re.search(r"not met|missed|fail|❌|✗", state, re.IGNORECASE):
        return "missed"
    if re.search(r"✅|✔|✓|\bmet\b|pass|达成|achieved", state, re.IGNORECASE):
        return "met"
    return None


def _from_front_matter(material: Material) -> list[Metric]:
    matter = material.document.front_matter
    if matter is None or not material.scope.whole:
        return []
    found: list[Metric] = []
    for entry in matter.entries:
        if fold(entry.key) != "success_metrics" or not isinstance(entry.value, Mapping):
            continue
        for pair in entry.value.entries:
            values = pair.value.items if isinstance(pair.value, Sequence) else (pair.value,)
            for value in values:
                if isinstance(value, Scalar) and value.text:
                    line = material.line_at(value.span.start)
                    kind = "secondary" if "secondary" in pair.key else "primary" if "primary" in pair.key else "target"
                    metric = _EMPTY._replace(name=pair.key.replace("_", " "), kind=kind, line=line)
                    found.append(metric._replace(target=value.text) if kind == "target" else metric._replace(name=value.text))
    return found
