"""Adds a heading that a file lacks, among its others as files of its dialect have them."""

from __future__ import annotations

from collections import Counter

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
from milestone_tui.text.fold import fold

_NOTHING = Line(b"", b"")


def plan_section(edit: AddSection, reading: Reading) -> Change | Refusal:
    """The change that adds the heading."""
    found = milestone_of(edit.milestone, reading)
    sections = sections_of(edit.milestone, reading)
    if isinstance(found, Refusal) or isinstance(sections, Refusal):
        return found if isinstance(found, Refusal) else Refusal("there are no headings", "")
    title = edit.title.strip().lstrip("#").strip()
    fault = fault_of(title, what="the heading") or ("" if title else "a heading needs words")
    if fault:
        return Refusal(f"the section was not added: {fault}", "give words of one line")
    there = next((each for each in sections if each.level and fold(each.title) == fold(title)), None)
    if there is not None:
        return unchanged(reading, f'there is a heading "{there.title}" already', reading.document.line_at(there.text.start))
    scope = found[1].scope
    level = _level(sections, sections[0].level if not scope.whole else 0)
    siblings = [each for each in sections if each.level == level and (scope.whole or each.number != scope.section)]
    layout = Layout(reading.document)
    before = _before(title, siblings, SECTIONS.get(found[1].milestone.dialect, USUAL_SECTIONS))
    behind, ruled = _end(before or _first(sections, level), reading, layout)
    lines = [_NOTHING, Line(b"#" * level + b" " + title.encode(), b"")]
    if ruled:
        lines += [_NOTHING, Line(ruled, b"")]
    if behind < len(layout) and not layout.is_blank(behind + 1):
        lines.append(_NOTHING)
    if behind == 0 or (behind == 1 and layout.is_blank(1)):
        lines = lines[1:]

    def check(after: Reading) -> str:
        titles = Counter(each.title for each in after.outline.sections)
        wanted = Counter(each.title for each in reading.outline.sections) + Counter([title])
        return "" if +titles == +wanted else "it would not be read as a heading"

    return finished(reading, [layout.inserted(behind, lines)], f'added the heading "{title}"', behind + 2, check)


def _level(sections: list[Section], above: int) -> int:
    """The level of the headings that divide the milestone: the outermost below its own."""
    below = [each.level for each in sections if each.level > max(1, above)]
    return min(below) if below else max(1, above) + 1


def _before(title: str, siblings: list[Section], order: tuple[str, ...]) -> Section | None:
    """The section behind which the heading belongs; None for behind all."""
    ranks = [fold(each) for each in order]
    if fold(title) not in ranks:
        return siblings[-1] if siblings else None
    rank = ranks.index(fold(title))
    earlier = [each for each in siblings if fold(each.title) in ranks[:rank]]
    later = [each for each in siblings if fold(each.title) in ranks[rank + 1 :]]
    if earlier:
        return earlier[-1]
    if later:
        at = siblings.index(later[0])
        return siblings[at - 1] if at else None
    return siblings[-1] if siblings else None


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
