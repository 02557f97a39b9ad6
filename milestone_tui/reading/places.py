"""Gathers the places of a document that state a milestone's facts, in the order in which they are believed (READING R3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from milestone_tui.markdown.blocks import Fence, Heading, Table
from milestone_tui.markdown.document import Document
from milestone_tui.markdown.front_matter import Entry, Mapping, Node, Scalar, read_front_matter
from milestone_tui.markdown.front_matter import Sequence as YamlSequence
from milestone_tui.reading.key_lines import KeyLine
from milestone_tui.reading.outline import Outline, Section
from milestone_tui.reading.vocabulary.fields import KIND, field_named
from milestone_tui.reading.vocabulary.headings import is_first_section
from milestone_tui.text.span import Span

_SECTION_NAMES: dict[str, frozenset[str]] = {
    "timeline": frozenset(
        "start target completed estimated actual duration buffer blocker_resolution parallel_speedup critical_path updated".split()
    ),
    "schedule": frozenset("start target completed original_start original_target schedule_variance actual duration".split()),
    "progress": frozenset("progress completion_rate updated velocity quality_score risk_score days_remaining".split()),
    "quality_metrics": frozenset("progress velocity quality_score risk_score business_value_score complexity_score team_satisfaction".split()),
    "team": frozenset(name for name, kind in KIND.items() if kind == "person"),
    "resources": frozenset("total_effort buffer team_capacity capacity_utilization estimated actual".split()),
    "time_tracking": frozenset("estimated actual".split()),
    "completion": frozenset("status completed actual duration".split()),
    "metadata": frozenset(KIND),
}
"""Sections after the first whose key lines are facts of the milestone itself, and which of them."""

_ANYWHERE = frozenset(
    "token_budget integration_multipliers parallel_notes total_sprints sprint_duration coverage_target template_version "
    "milestone_owner parallel_speedup updated".split()
)
_NEVER_FROM_SECTIONS = frozenset(("description", "goal", "summary", "scope", "role", "milestone", "labels"))
_HEADING_FACTS = frozenset(("risk_level", "architecture_impact"))


class Place(NamedTuple):
    """One statement of a field."""

    name: str
    key: str
    spans: tuple[Span, ...]
    """Of the value; several for a list."""
    texts: tuple[str, ...]
    """The value decoded: quotes undone; several for a list."""
    style: str
    """`text`, a YAML scalar style, or `list`."""
    place: str
    section: int
    at: int
    """The byte at which the statement begins."""


class Scope(NamedTuple):
    """The stretch of a document that one milestone takes: a section with its subsections, or all of it."""

    section: int
    """Number of the heading's section; 0 for the whole document."""
    last: int
    """Number after its last section."""
    whole: bool


def places(document: Document, outline: Outline, lines: Sequence[KeyLine], scope: Scope) -> list[Place]:
    """Every place that may state a fact of the milestone in `scope`, the most trusted first."""
    found: list[Place] = []
    if scope.whole and document.front_matter:
        found += _front_matter(document.front_matter.entries, "front matter")
    header, first, table, sections, footer = _zones(document, outline, lines, scope)
    for name, zone in (("header", header), ("section", first), ("table", table), ("section", sections), ("footer", footer)):
        found += [place._replace(place=name) for place in zone]
    return found


def _front_matter(entries: tuple[Entry, ...], place: str) -> Iterator[Place]:
    for entry in entries:
        name = field_named(entry.key.replace("_", " ")) or field_named(entry.key)
        spans, texts, style = _node(entry.value)
        yield Place(name, entry.key, spans, texts, style, place, 0, entry.at.start)


def _node(node: Node) -> tuple[tuple[Span, ...], tuple[str, ...], str]:
    if isinstance(node, Scalar):
        return (node.span,), (node.text,), node.style
    if isinstance(node, YamlSequence):
        scalars = [item for item in node.items if isinstance(item, Scalar)]
        return tuple(item.span for item in scalars), tuple(item.text for item in scalars), "list"
    assert isinstance(node, Mapping)
    return (node.span,), ("",), "mapping"


def _zones(
    document: Document, outline: Outline, lines: Sequence[KeyLine], scope: Scope
) -> tuple[list[Place], list[Place], list[Place], list[Place], list[Place]]:
    header: list[Place] = []
    first: list[Place] = []
    sections: list[Place] = []
    footer: list[Place] = []
    heads = _header_sections(outline, scope)
    first_section = _first_section(outline, scope, heads)
    footer_from = outline.footer if scope.whole else len(document.blocks)
    for line in lines:
        if not line.name or not scope.section <= line.section < scope.last:
            continue
        section = outline.sections[line.section]
        if line.section in heads:
            header.append(_place(document, line))
        elif line.section == first_section:
            first.append(_place(document, line))
        elif line.block >= footer_from:
            footer.append(_place(document, line))
        elif line.name in _section_names(outline, section, scope):
            sections.append(_place(document, line))
    table = [
        place
        for number in sorted({*heads, first_section} - {-1})
        for place in _tables(document, outline.sections[number])
    ]
    sections += _heading_facts(document, outline, scope)
    if scope.whole:
        table += _fenced(document, outline)
    return header, first, table, sections, footer


def _header_sections(outline: Outline, scope: Scope) -> frozenset[int]:
    """The text before the first heading and under the title."""
    if not scope.whole:
        return frozenset((scope.section,))
    heads = {0}
    if len(outline.sections) > 1 and outline.sections[1].level == 1:
        heads.add(1)
    return frozenset(heads)


def _first_section(outline: Outline, scope: Scope, heads: frozenset[int]) -> int:
    number = max(heads) + 1
    if number < min(scope.last, len(outline.sections)):
        section = outline.sections[number]
        if is_first_section(section.title) or (section.kind == "metadata"):
            return number
    return -1


def _section_names(outline: Outline, section: Section, scope: Scope) -> frozenset[str]:
    if outline.part_of(section, scope.section) is not None:
        return frozenset()
    kinds = outline.kinds(section)
    if "next_milestone" in kinds or any(kind.startswith("risk") for kind in kinds):
        return frozenset()
    for kind in kinds:
        if kind in _SECTION_NAMES:
            return (_SECTION_NAMES[kind] - _NEVER_FROM_SECTIONS) | _ANYWHERE
    return _ANYWHERE


def _place(document: Document, line: KeyLine) -> Place:
    return Place(
        line.name, document.string(line.key), (line.value,), (document.string(line.value),), "text", "", line.section, line.key.start
    )


def _tables(document: Document, section: Section) -> Iterator[Place]:
    """Two-column tables of keys and values."""
    for index in range(section.first, section.last):
        block = document.blocks[index]
        if type(block) is not Table or any(len(row) != 2 for row in block.rows):
            continue
        rows = [(trimmed(document.text, row[0]), trimmed(document.text, row[1])) for row in block.rows]
        named = [(field_named(document.string(key)), key, value) for key, value in rows]
        if sum(bool(name) for name, _, _ in named) < max(2, len(rows) // 2):
            continue
        for name, key, value in named:
            if name:
                text = (document.string(value),)
                yield Place(name, document.string(key), (value,), text, "text", "table", section.number, key.start)


def _heading_facts(document: Document, outline: Outline, scope: Scope) -> Iterator[Place]:
    """Headings such as `Risk Assessment: high`."""
    for section in outline.sections[scope.section + 1 : scope.last]:
        key, colon, value = section.title.partition(":")
        if colon and value.strip() and field_named(key) in _HEADING_FACTS:
            start = section.text.start + len((key + colon).encode()) + len(value) - len(value.lstrip())
            span = Span(start, section.text.end)
            yield Place(field_named(key), key, (span,), (document.string(span),), "text", "section", section.number, section.text.start)


def _fenced(document: Document, outline: Outline) -> Iterator[Place]:
    """A YAML fence straight under the title."""
    if len(outline.sections) < 2 or outline.sections[1].level != 1 or outline.sections[1].first >= len(document.blocks):
        return
    block = document.blocks[outline.sections[1].first]
    if type(block) is not Fence or block.info.strip().lower() not in ("yaml", "yml"):
        return
    body = document.text[block.body.start : block.body.end]
    matter = read_front_matter(b"---\n" + body + b"\n---\n", 0)
    if matter:
        shift = block.body.start - 4
        for place in _front_matter(matter.entries, "header"):
            spans = tuple(Span(span.start + shift, span.end + shift) for span in place.spans)
            yield place._replace(spans=spans, at=place.at + shift)


def trimmed(text: bytes, cell: Span) -> Span:
    """A table cell without the space around it."""
    body = text[cell.start : cell.end]
    left = len(body) - len(body.lstrip(b" \t\r\n"))
    return Span(cell.start + left, cell.start + left + len(body.strip(b" \t\r\n")))


def title_heading(document: Document, outline: Outline, scope: Scope) -> Section | None:
    """The heading that names the milestone: the first of level one, else the first of all; the scope's own heading in a part."""
    if not scope.whole:
        return outline.sections[scope.section]
    named = [section for section in outline.sections if section.level == 1]
    if named:
        return named[0]
    first_block = document.blocks[0] if document.blocks else None
    if type(first_block) is Heading and len(outline.sections) > 1:
        return outline.sections[1]
    return None
