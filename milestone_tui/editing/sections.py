"""Adds a heading that a file lacks, among its others as files of its dialect have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from milestone_tui.editing.finishing import finished, unchanged
from milestone_tui.editing.headings import sections_of
from milestone_tui.editing.layout import Layout, Line
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.targets import milestone_of
from milestone_tui.editing.valid import fault_of
from milestone_tui.markdown.blocks import Rule
from milestone_tui.model.edit import AddSection
from milestone_tui.reading.dialects.places import SECTIONS, USUAL_SECTIONS
from milestone_tui.reading.outline import Section
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.headings import heading_kind
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch

_NOTHING = Line(b"", b"")
_ONE_CHAPTER = frozenset(
    (
        *("risks", "checkpoints", "dependencies", "prerequisites", "deliverables", "objectives"),
        *("timeline", "decisions", "blockers", "budget", "metrics", "reviews"),
    )
)
"""What a milestone has one chapter of; of other kinds, such as criteria and summaries, files have several."""


def plan_section(edit: AddSection, reading: Reading) -> Change | Refusal:
    """The change that adds the heading."""
    sections = sections_of(edit.milestone, reading)
    if isinstance(sections, Refusal):
        return sections
    title = edit.title.strip().lstrip("#").strip()
    fault = fault_of(title, what="the heading") or ("" if title else "a heading needs words")
    if fault:
        return Refusal(f"the section was not added: {fault}", "give words of one line")
    there = next((each for each in sections if each.level and fold(each.title) == fold(title)), None)
    if there is not None:
        return unchanged(reading, f'there is a heading "{there.title}" already', reading.document.line_at(there.text.start))
    taken = _taken(title, sections, reading)
    if taken is not None:
        return taken
    placed = new_section(title, edit.milestone, reading)
    if isinstance(placed, Refusal):
        return placed

    def check(after: Reading) -> str:
        titles = Counter(each.title for each in after.outline.sections)
        wanted = Counter(each.title for each in reading.outline.sections) + Counter([title])
        return "" if +titles == +wanted else "it would not be read as a heading"

    return finished(reading, [placed[0]], f'added the heading "{title}"', placed[1], check)


def family(kind: str) -> str:
    """The kind of a heading, with all that tell of risks as one."""
    return "risks" if kind.startswith("risk") else kind


def _taken(title: str, sections: Sequence[Section], reading: Reading) -> Refusal | None:
    """A heading that announces the same as this one would, in the milestone itself and not in a part of it."""
    kind = family(heading_kind(title))
    if kind not in _ONE_CHAPTER:
        return None
    for each in sections:
        if family(each.kind) == kind and reading.outline.part_of(each, sections[0].number) is None:
            line = reading.document.line_at(each.text.start)
            return Refusal(f'"{each.title}" in line {line} announces the same as "{title}"', "put it under that heading")
    return None


def title_of(kind: str, dialect: str) -> str:
    """The heading under which files of the dialect have what a heading of that kind announces; empty when they have none."""
    titles = (*SECTIONS.get(dialect, ()), *USUAL_SECTIONS)
    return next((title for title in titles if heading_kind(title) == kind), "")


def new_section(title: str, milestone: str, reading: Reading, below: Sequence[Line] = ()) -> tuple[Patch, int] | Refusal:
    """The patch that adds a heading with these lines below it, and the line that it comes to stand in."""
    found = milestone_of(milestone, reading)
    sections = sections_of(milestone, reading)
    if isinstance(found, Refusal) or isinstance(sections, Refusal):
        return found if isinstance(found, Refusal) else Refusal("there are no headings", "")
    if below and len(reading.outline.sections) == 1:
        return Refusal(f"{reading.path} has no headings, and its first one would be its title", "give it a title in an editor")
    scope = found[1].scope
    level = _level(sections, sections[0].level if not scope.whole else 0)
    siblings = [each for each in sections if each.level == level and (scope.whole or each.number != scope.section)]
    layout = Layout(reading.document)
    before = _before(title, siblings, SECTIONS.get(found[1].milestone.dialect, USUAL_SECTIONS))
    behind, ruled = _end(before or _first(sections, level), reading, layout)
    lines = [_NOTHING, Line(b"#" * level + b" " + title.encode(), b"")]
    if below:
        lines += [_NOTHING, *below]
    if ruled:
        lines += [_NOTHING, Line(ruled, b"")]
    if behind < len(layout) and not layout.is_blank(behind + 1):
        lines.append(_NOTHING)
    if behind == 0 or (behind == 1 and layout.is_blank(1)):
        lines = lines[1:]
    return layout.inserted(behind, lines), behind + 2


def _level(sections: list[Section], above: int) -> int:
    """The level of the headings that divide the milestone: the outermost below its own."""
    below = [each.level for each in sections if each.level > max(1, above)]
    return min(below) if below else max(1, above) + 1


def _before(title: str, siblings: list[Section], order: tuple[str, ...]) -> Section | None:
    """The section behind which the heading belongs; None for behind all."""
    rank = _rank(title, order)
    if rank < 0:
        return siblings[-1] if siblings else None
    earlier = [each for each in siblings if 0 <= _rank(each.title, order) <= rank]
    later = [each for each in siblings if _rank(each.title, order) > rank]
    if earlier:
        return earlier[-1]
    if later:
        at = siblings.index(later[0])
        return siblings[at - 1] if at else None
    return siblings[-1] if siblings else None


def _rank(title: str, order: tuple[str, ...]) -> int:
    """The place of a heading in the order of its dialect, by its words, else by what it announces; -1 for none."""
    titles = [fold(each) for each in order]
    if fold(title) in titles:
        return titles.index(fold(title))
    kind = family(heading_kind(title))
    return next((at for at, each in enumerate(order) if kind in _ONE_CHAPTER and family(heading_kind(each)) == kind), -1)


def _first(sections: list[Section], level: int) -> Section:
    """What stands before all headings of a level."""
    above = [each for each in sections if each.level < level]
    return above[-1] if above else sections[0]


def _end(section: Section, reading: Reading, layout: Layout) -> tuple[int, bytes]:
    """The last line of a section with what is below it, and the thematic break that ends it when each section ends so."""
    document, outline = reading.document, reading.outline
    end = (
        section.last
        if any(each.level > section.level for each in outline.sections[section.number + 1 : section.number + 2])
        and section.level <= 1
        else outline.end(section.number)
    )
    rule = b""
    last_of_file = end >= len(document.blocks)
    if last_of_file and outline.footer < end:
        end = outline.footer - 1
        line = document.line_at(document.blocks[end].start) - 1
    elif end > section.first and isinstance(document.blocks[end - 1], Rule):
        block = document.blocks[end - 1]
        line = document.line_at(block.start)
        rule = layout.line(line).content.strip()
    else:
        following = document.line_at(document.blocks[end].start) - 1 if end < len(document.blocks) else len(layout)
        line = following
    while line > 0 and layout.is_blank(line):
        line -= 1
    return line, rule
