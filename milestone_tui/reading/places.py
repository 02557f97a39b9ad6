"""Gathers the places that state a milestone's facts, in the order in which they are believed (docs/dialects.md R3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from milestone_tui.markdown.blocks import Fence, Heading, Paragraph, Table
from milestone_tui.markdown.document import Document
from milestone_tui.markdown.front_matter import Entry, Mapping, Node, Scalar, read_front_matter
from milestone_tui.markdown.front_matter import Sequence as YamlSequence
from milestone_tui.markdown.parser import text_lines
from milestone_tui.reading.key_lines import KeyLine, key_lines, pairs
from milestone_tui.reading.named_values import NAMED_BY, named_values
from milestone_tui.reading.outline import Outline, Section
from milestone_tui.reading.status_words import status_of
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.reading.vocabulary.headings import is_first_section
from milestone_tui.reading.vocabulary.lexicon import Lexicon, field_named
from milestone_tui.text.span import Span

_SECTION_NAMES: dict[str, frozenset[str]] = {
    "timeline": frozenset(
        [
            "start",
            "target",
            "completed",
            "estimated",
            "actual",
            "duration",
            "buffer",
            "blocker_resolution",
            "parallel_speedup",
            "critical_path",
            "updated",
        ]
    ),
    "schedule": frozenset(
        ["start", "target", "completed", "original_start", "original_target", "schedule_variance", "actual", "duration"]
    ),
    "progress": frozenset(
        ["progress", "completion_rate", "updated", "velocity", "quality_score", "risk_score", "days_remaining"]
    ),
    "quality_metrics": frozenset(
        ["progress", "velocity", "quality_score", "risk_score", "business_value_score", "complexity_score", "team_satisfaction"]
    ),
    "team": frozenset(name for name, kind in KIND.items() if kind == "person"),
    "resources": frozenset(["total_effort", "buffer", "team_capacity", "capacity_utilization", "estimated", "actual"]),
    "time_tracking": frozenset(["total_estimated", "total_actual", "estimated", "actual"]),
    "completion": frozenset(["status", "completed", "actual", "duration"]),
    "metadata": frozenset(KIND),
}
"""Sections after the first whose key lines are facts of the milestone itself, and which of them."""

_NO_NAMES: frozenset[str] = frozenset()
_OF_ANY_FIRST_SECTION = frozenset(("updated",))
_NEVER_FROM_SECTIONS = frozenset(("description", "goal", "summary", "scope", "role", "milestone", "labels"))
_HEADING_FACTS = frozenset(("risk_level", "architecture_impact", "status"))
_LONGEST_STATUS_TITLE = 24
_FEW_WORDS = 3


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


def places(document: Document, outline: Outline, scope: Scope) -> tuple[list[Place], list[KeyLine]]:
    """Every place that may state a fact of the milestone in `scope`, the most trusted first; and the key lines among them."""
    zones = fact_zones(outline, scope)
    sections, lexicon = outline.sections, outline.lexicon
    lines = key_lines(document, (sections[number] for number in zones), lexicon)
    by_rank: dict[str, list[Place]] = {"header": [], "first": [], "table": [], "section": [], "footer": []}
    footer_from = outline.footer if scope.whole else len(document.blocks)
    for line in lines:
        zone = zones[line.section]
        rank = "footer" if line.block >= footer_from and zone.rank == "section" else zone.rank
        if line.name and (rank == "footer" or zone.names is None or line.name in zone.names):
            by_rank[rank].append(_place(document, line, _SHOWN_RANK[rank]))
    for number, zone in zones.items():
        if zone.rank in ("header", "first"):
            by_rank["table"] += _tables(document, sections[number], lexicon)
    by_rank["section"] += _heading_facts(document, outline, scope)
    if scope.whole:
        by_rank["table"] += _fenced(document, outline)
    matter = document.front_matter if scope.whole else None
    first = list(_front_matter(matter.entries, "front matter", lexicon)) if matter else []
    return [*first, *(place for ranked in by_rank.values() for place in ranked)], lines


_SHOWN_RANK = {"header": "header", "first": "section", "section": "section", "footer": "footer"}


def _front_matter(entries: tuple[Entry, ...], place: str, lexicon: Lexicon) -> Iterator[Place]:
    for entry in entries:
        name = field_named(entry.key, lexicon) or field_named(entry.key.replace("_", " "), lexicon)
        spans, texts, style = _node(entry.value)
        mappings = _mappings(entry.value) if name in NAMED_BY else []
        if mappings and isinstance(entry.value, YamlSequence):
            named = named_values(entry.value, name, lexicon)
            spans, texts = tuple(span for span, _ in named), tuple(text for _, text in named)
        yield Place(name, entry.key, spans, texts, style, place, 0, entry.at.start)
        for mapping in mappings:
            for each in _front_matter(mapping.entries, place, lexicon):
                own = each.name == name and each.style != "list" and style == "list"  # is among the names of the list
                if each.name in NAMED_BY and each.style != "mapping" and not own:
                    yield each._replace(style="list")


def _mappings(node: Node) -> list[Mapping]:
    """Those that stand in a list, or are the value itself: `dependencies: {upstream: [M1]}`."""
    nodes = node.items if isinstance(node, YamlSequence) else (node,)
    return [each for each in nodes if isinstance(each, Mapping)]


def _node(node: Node) -> tuple[tuple[Span, ...], tuple[str, ...], str]:
    if isinstance(node, Scalar):
        return (node.span,), (node.text,), node.style
    if isinstance(node, YamlSequence):
        scalars = [item for item in node.items if isinstance(item, Scalar)]
        return tuple(item.span for item in scalars), tuple(item.text for item in scalars), "list"
    assert isinstance(node, Mapping)
    return (node.span,), ("",), "mapping"


class Zone(NamedTuple):
    """A section whose key lines are facts of the milestone."""

    rank: str
    """`header`, `first` or `section`, in the order of trust."""
    names: frozenset[str] | None
    """The fields that it may state; None for all."""


def fact_zones(outline: Outline, scope: Scope) -> dict[int, Zone]:
    """The sections that state facts of the milestone itself, by their number and in the order of the file."""
    heads = _header_sections(outline, scope)
    first = max(heads) + 1
    zones: dict[int, Zone] = {}
    for section in outline.sections[scope.section : scope.last]:
        number = section.number
        if number in heads:
            zones[number] = Zone("header", None)
        elif number == first and (section.kind == "metadata" or is_first_section(section.title)):
            zones[number] = Zone("first", None)
        else:
            in_part = section.parts and section.parts[0] > scope.section
            names = _NO_NAMES if in_part else _names_under(section.kinds)
            if number == first and not names:
                names = _OF_ANY_FIRST_SECTION
            if names or (number == scope.last - 1 and scope.whole):
                zones[number] = Zone("section", names)
    return zones


def _header_sections(outline: Outline, scope: Scope) -> frozenset[int]:
    """The text before the first heading and under the title."""
    if not scope.whole:
        return frozenset((scope.section,))
    heads = {0}
    if len(outline.sections) > 1 and outline.sections[1].level == 1:
        heads.add(1)
    return frozenset(heads)


@lru_cache(maxsize=1024)
def _names_under(kinds: tuple[str, ...]) -> frozenset[str]:
    """The fields that a section with these announcements may state of the milestone itself."""
    if "next_milestone" in kinds or any(kind.startswith("risk") for kind in kinds):
        return _NO_NAMES
    for kind in kinds:
        if kind in _SECTION_NAMES:
            return _SECTION_NAMES[kind] - _NEVER_FROM_SECTIONS
    return _NO_NAMES


def _place(document: Document, line: KeyLine, place: str) -> Place:
    key = document.string((line.key_start, line.key_end))
    value = line.value
    return Place(line.name, key, (value,), (document.string(value),), "text", place, line.section, line.key_start)


def _tables(document: Document, section: Section, lexicon: Lexicon) -> Iterator[Place]:
    """Two-column tables of keys and values."""
    for index in range(section.first, section.last):
        block = document.blocks[index]
        if type(block) is not Table or any(len(row) != 2 for row in block.rows):
            continue
        rows = [(trimmed(document.text, row[0]), trimmed(document.text, row[1])) for row in block.rows]
        named = [(field_named(document.string(key), lexicon), key, value) for key, value in rows]
        if sum(bool(name) for name, _, _ in named) < max(2, len(rows) // 2):
            continue
        for name, key, value in named:
            if name:
                text = (document.string(value),)
                yield Place(name, document.string(key), (value,), text, "text", "table", section.number, key.start)


def _heading_facts(document: Document, outline: Outline, scope: Scope) -> Iterator[Place]:
    """Headings such as `Risk Assessment: high`, and what stands under a heading `Status` that is no key line."""
    lexicon = outline.lexicon
    for section in outline.sections[scope.section + 1 : scope.last]:
        title = section.title
        if ":" not in title:
            if section.level <= 2 and len(title) <= _LONGEST_STATUS_TITLE and field_named(title, lexicon) == "status":
                yield from _status_under(document, section, scope, lexicon)
            continue
        key, colon, value = title.partition(":")
        name = field_named(key, lexicon)
        if value.strip() and name in _HEADING_FACTS:
            start = section.text.start + len((key + colon).encode()) + len(value) - len(value.lstrip())
            span = Span(start, section.text.end)
            yield Place(name, key, (span,), (document.string(span),), "text", "section", section.number, section.text.start)


def _status_under(document: Document, section: Section, scope: Scope, lexicon: Lexicon) -> Iterator[Place]:
    """The first line under a heading `Status`, when it says one: `PLANNED, needed for M3`; a few other words may be one."""
    first = document.blocks[section.first] if section.first < section.last else None
    if type(first) is not Paragraph or (section.parts and section.parts[0] > scope.section):
        return
    span = next(text_lines(document.text, first.start, first.end))
    said = document.string(span)
    says_one = status_of(said, lexicon) is not None or len(said.split()) <= _FEW_WORDS
    if says_one and not pairs(document.text, span.start, span.end, lexicon):
        yield Place("status", section.title, (span,), (said,), "text", "section", section.number, span.start)


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
        for place in _front_matter(matter.entries, "header", outline.lexicon):
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
