"""The headings of a document as a tree of sections, each with the blocks that stand directly under it."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.markdown.blocks import Heading, Rule
from milestone_tui.markdown.document import Document
from milestone_tui.reading.vocabulary.headings import heading_kind, own_part, part_kind
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.text.span import Span


class Section(NamedTuple):
    """A heading and what stands under it, up to the next heading."""

    number: int
    """Its place in the outline."""
    level: int
    """1 to 6; 0 for the text before the first heading."""
    title: str
    """As it stands in the file."""
    text: Span
    """Of the title."""
    first: int
    """Index of the first block under the heading."""
    last: int
    """Index after the last block before the next heading."""
    parent: int
    """Number of the section around it, or -1."""
    kind: str
    """What the heading announces, or empty."""
    part: tuple[str, str] | None
    """Kind and number when the heading opens a part."""
    kinds: tuple[str, ...]
    """What it and the headings around it announce, the nearest first."""
    parts: tuple[int, ...]
    """Numbers of the sections at and around it that open a part, the nearest first."""


class Outline:
    """All sections of a document in order; section 0 is what stands before the first heading."""

    __slots__ = ("footer", "lexicon", "sections")

    def __init__(self, document: Document, lexicon: Lexicon = BUILT_IN) -> None:
        self.sections: list[Section] = []
        self.lexicon = lexicon
        """The words by which the document is read."""
        sections, blocks, text = self.sections, document.blocks, document.text
        heads = [index for index, block in enumerate(blocks) if type(block) is Heading]
        after = heads[0] if heads else len(blocks)
        self.sections.append(Section(0, 0, "", Span(0, 0), 0, after, -1, "", None, (), ()))
        above: list[int] = []
        last = len(heads) - 1
        for place, index in enumerate(heads):
            block = blocks[index]
            assert type(block) is Heading
            level, (start, stop) = block.level, block.text
            while above and sections[above[-1]].level >= level:
                above.pop()
            title = text[start:stop].decode()
            number = place + 1
            end = heads[place + 1] if place < last else len(blocks)
            parent = above[-1] if above else -1
            # the first heading names the milestone, and one that opens a part names that: their words announce no noun
            part = part_kind(title) if number > 1 and level > 1 else None
            if part is None and lexicon.ids is not None and number > 1 and level > 1:
                part = own_part(title, lexicon)
            kind = heading_kind(title) if number > 1 and part is None else ""
            around = sections[parent] if parent >= 0 else sections[0]
            kinds = (kind, *around.kinds) if kind else around.kinds
            parts = (number, *around.parts) if part else around.parts
            section = (number, level, title, block.text, index + 1, end, parent, kind, part, kinds, parts)
            sections.append(tuple.__new__(Section, section))
            above.append(number)
        self.footer = self._footer(document)

    def _footer(self, document: Document) -> int:
        """Index of the first block after the last thematic break; behind all blocks when headings follow it."""
        blocks = document.blocks
        first = self.sections[-1].first
        for index in range(len(blocks) - 1, first - 1, -1):
            if type(blocks[index]) is Rule:
                return index + 1
        return len(blocks)

    def end(self, number: int) -> int:
        """Index after the last block of a section with all its subsections."""
        sections = self.sections
        level = sections[number].level
        for section in sections[number + 1 :]:
            if section.level <= level or level == 0:
                return section.first - 1
        return sections[-1].last

    def last_within(self, number: int) -> int:
        """Number after the last subsection of a section."""
        level = self.sections[number].level
        for section in self.sections[number + 1 :]:
            if section.level <= level:
                return section.number
        return len(self.sections)

    def path(self, section: Section) -> tuple[str, ...]:
        """The titles from the outermost heading down to this one."""
        titles = [section.title]
        while section.parent >= 0:
            section = self.sections[section.parent]
            titles.append(section.title)
        return tuple(reversed(titles)) if section.level else ()

    def part_of(self, section: Section, within: int) -> Section | None:
        """The nearest section at or around this one, below section `within`, whose heading opens a part."""
        return self.sections[section.parts[0]] if section.parts and section.parts[0] > within else None
