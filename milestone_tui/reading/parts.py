"""Phases, sprints, weeks and their like: headings that open a part, and tables of phase durations."""

from __future__ import annotations

import re

from milestone_tui.model.plan import Detail, Part
from milestone_tui.model.values import Stated
from milestone_tui.reading.boxes import box_count
from milestone_tui.reading.facts import is_unset, plain
from milestone_tui.reading.material import Grid, Material
from milestone_tui.reading.outline import Section
from milestone_tui.reading.places import Scope
from milestone_tui.reading.status_words import emoji_status, status_of
from milestone_tui.reading.vocabulary.lexicon import Lexicon

_BRACKET = re.compile(r"[(（]([^()（）]*)[)）]\s*(?:[^\w\s]+\s*)?$")
_DURATION_WORDS = re.compile(
    r"(?<![A-Za-z])(?:weeks?|days?|months?|hours?|minutes?|sprints?)(?![A-Za-z])|\d\s*(?:h|hrs?|d|w|min)\b|[周天日月年]|\d{4}-\d{2}|\bQ[1-4]\b"
    r"|\{[^{}]*\}|\[[A-Z_]+\]",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?i)(?:sub|grand )?totals?\b|合计|总计|итого")
_EMPTY = Part("", "", 0, None, "", "", "", "", "", "", "", 0, 0)


def read_parts(material: Material) -> tuple[Part, ...]:
    """Every part of the milestone, in the order of the file, with the boxes below its heading."""
    found: list[Part] = []
    for section in material.sections:
        if section.part and section.number != material.scope.section and not _is_own(material, section):
            found.append(_from_section(material, section))
        for grid in material.grids(section):
            found.extend(_from_grid(material, grid))
    return tuple(sorted(found, key=lambda part: part.line))


def _is_own(material: Material, section: Section) -> bool:
    """Whether the heading names this very milestone, and says nothing of its state: `M1 Requirements` in the file of M1."""
    assert section.part
    return material.is_own(section.part) and emoji_status(section.title, material.lexicon) is None


def _from_section(material: Material, section: Section) -> Part:
    assert section.part
    outline = material.outline
    count, _ = box_count(material.document, outline, Scope(section.number, outline.last_within(section.number), False))
    lexicon = outline.lexicon
    fields = material.section_lines(section)
    line = material.line_at(section.text.start)
    title = plain(material.string(section.text))
    part = _EMPTY._replace(kind=section.part[0], title=title, line=line, done=count.done, total=count.total)
    details = []
    for key, (value, value_line, block) in fields.items():
        name = _name(key)
        if not name:
            continue
        material.claim(block, "parts", f"{key} of a part")
        details.append(Detail(name, value, value_line))
        if name == "status":
            part = part._replace(status=Stated(status_of(value, lexicon), value, value_line) if not is_unset(value) else None)
        elif name == "duration":
            part = part._replace(duration=value)
        elif name == "focus":
            part = part._replace(focus=value)
        elif name == "deliverables":
            part = part._replace(deliverables=value)
        else:
            part = part._replace(criteria=value)
    if not part.duration:
        part = part._replace(duration=_bracketed_duration(title, lexicon))
    mark = emoji_status(title, lexicon)
    if part.status is None and mark:
        part = part._replace(status=Stated(mark, title, line))
    return part._replace(details=tuple(details))


def _bracketed_duration(title: str, lexicon: Lexicon) -> str:
    """What stands in brackets at the end of a heading, if it counts time."""
    bracket = _BRACKET.search(title)
    if bracket and _DURATION_WORDS.search(bracket[1]) and not emoji_status(bracket[0], lexicon):
        return bracket[1].strip()
    return ""


def _name(key: str) -> str:
    for name, pattern in (
        ("duration", r"^(?:estimated )?(?:duration|time|timeline|effort)$|^预计时间$|^时间$"),
        ("status", r"^status$|^状态$|^state$"),
        ("focus", r"^focus$|^goal$|^objective$|^目标$|^theme$"),
        ("deliverables", r"deliverables?$"),
        ("criteria", r"criteria$"),
    ):
        if re.search(pattern, key):
            return name
    return ""


def _from_grid(material: Material, grid: Grid) -> list[Part]:
    name = grid.column(r"^(phase|sprint|stage|week|step)$|^阶段$")
    planned, actual = grid.column(r"planned|estimated|budgeted|计划"), grid.column(r"^actual|实际")
    duration = grid.column(r"duration|^time(?:line)?$|预计时间|工期")
    if name < 0 or (planned < 0 and duration < 0):
        return []
    variance, note, status = grid.column(r"variance"), grid.column(r"note|comment"), grid.column(r"^status|状态")
    material.claim(grid.block, "parts", "table of phases")
    kind = {"阶段": "phase"}.get(grid.names[name], grid.names[name])
    found = []
    for row in grid.rows:
        cells = [cell.text for cell in row]
        if _TOTAL.match(plain(_cell(cells, name))):
            continue
        state = _cell(cells, status)
        line = material.line_at(row[name].span.start)
        found.append(
            _EMPTY._replace(
                kind=kind,
                title=_cell(cells, name),
                line=line,
                status=Stated(status_of(state, material.lexicon), state, line) if state else None,
                duration=_cell(cells, actual) or (_cell(cells, duration) if duration not in (planned, actual) else ""),
                planned=_cell(cells, planned),
                variance=_cell(cells, variance),
                note=_cell(cells, note),
            )
        )
    return found


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if 0 <= at < len(cells) else ""
