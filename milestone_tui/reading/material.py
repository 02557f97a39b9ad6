"""What the readers of contents work on: one milestone's blocks with their sections, and who has read which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from milestone_tui.markdown.blocks import Block, Item, Rule, Table
from milestone_tui.markdown.document import Document
from milestone_tui.reading.key_lines import KeyLine
from milestone_tui.reading.outline import Outline, Section
from milestone_tui.reading.places import Scope, trimmed
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair
from milestone_tui.text.span import Span


class Claim(NamedTuple):
    """Which noun a block was read as, and by which rule."""

    noun: str
    rule: str


class Cell(NamedTuple):
    """A table cell."""

    text: str
    span: Span


class Grid(NamedTuple):
    """A table with its header folded for looking columns up by name."""

    columns: tuple[str, ...]
    """As written."""
    names: tuple[str, ...]
    """Folded."""
    rows: tuple[tuple[Cell, ...], ...]
    block: int
    section: Section
    line: int

    def column(self, pattern: str) -> int:
        """The first column whose folded name the pattern finds, or -1."""
        return next((number for number, name in enumerate(self.names) if re.search(pattern, name)), -1)


class Entry(NamedTuple):
    """A list item without a box, taken apart."""

    label: str
    """Its bold lead, or the words before a colon; may be empty."""
    text: str
    """What follows the label; all of it when there is none."""
    line: int
    block: int
    children: tuple[int, ...]


_LEAD = re.compile(
    r"^(?:[^\w\s*\[(\"'`]{1,4}\s+)?(?:\*\*|__)(?P<bold>.+?)(?:\*\*|__)\s*[:：]?\s*(?:[-–—]\s+)?(?P<rest>.*)$", re.DOTALL
)
_COLON_LEAD = re.compile(r"^(?P<label>[^:：.!?]{1,80}?)[:：]\s+(?P<rest>.+)$", re.DOTALL)


class Material:
    """One milestone's stretch of a document, for reading its contents."""

    def __init__(
        self, document: Document, outline: Outline, lines: list[KeyLine], scope: Scope, names: Iterable[str] = ()
    ) -> None:
        self.document = document
        self.outline = outline
        self.lexicon = outline.lexicon
        self.scope = scope
        self.names = frozenset(map(fold, names))
        self.sections: list[Section] = outline.sections[scope.section : scope.last]
        self.claims: dict[int, Claim] = {}
        self.lines: dict[int, list[KeyLine]] = {}
        for line in lines:
            self.lines.setdefault(line.block, []).append(line)
        self._grids: dict[int, Grid] = {}
        self.below: dict[int, list[int]] = {}
        for section in self.sections:
            for index in range(section.first, section.last):
                block = document.blocks[index]
                if type(block) is Item and block.parent >= 0:
                    self.below.setdefault(block.parent, []).append(index)

    def is_own(self, part: tuple[str, str]) -> bool:
        """Whether a heading that opens a part names this very milestone: `M1 Requirements` in the file of M1."""
        return part[0] == "milestone" and fold(part[1]) in self.names

    def claim(self, index: int, noun: str, rule: str) -> None:
        """Marks a block as read, unless another noun has it."""
        self.claims.setdefault(index, Claim(noun, rule))

    def block(self, index: int) -> Block:
        return self.document.blocks[index]

    def string(self, span: Span) -> str:
        """A span as text on one line, damaged symbols repaired."""
        return repair(" ".join(self.document.string(span).replace("\n>", "\n").split()))

    def line_at(self, offset: int) -> int:
        return self.document.line_at(offset)

    def entries(self, section: Section, *, boxes: bool = False) -> Iterator[Entry]:
        """The outermost list items directly under a heading; those with a box only when asked for."""
        for index in range(section.first, section.last):
            block = self.document.blocks[index]
            if type(block) is not Item or block.parent >= 0:
                continue
            if boxes if block.box >= 0 else index not in self.claims:
                yield self.entry(index)

    def entry(self, index: int) -> Entry:
        """A list item taken apart into label and text."""
        block = self.document.blocks[index]
        assert type(block) is Item
        text = self.string(block.text)
        line = self.line_at(block.text.start)
        found = _LEAD.match(text)
        if found:
            return Entry(found["bold"].rstrip(":： "), found["rest"], line, index, tuple(self.below.get(index, ())))
        return Entry("", text, line, index, tuple(self.below.get(index, ())))

    def subfields(self, entry: Entry) -> dict[str, tuple[str, int, int]]:
        """`Key: value` items nested in an entry: folded key → value, line, block."""
        found: dict[str, tuple[str, int, int]] = {}
        for index in entry.children:
            child = self.entry(index)
            label, text = child.label, child.text
            if not label:
                colon = _COLON_LEAD.match(text)
                if not colon:
                    continue
                label, text = colon["label"], colon["rest"]
            found.setdefault(fold(label), (text, child.line, index))
        return found

    def section_lines(self, section: Section) -> dict[str, tuple[str, int, int]]:
        """Key lines directly under a heading: folded key → value, line, block."""
        found: dict[str, tuple[str, int, int]] = {}
        for index in range(section.first, section.last):
            if type(self.document.blocks[index]) is Rule:
                break  # what follows a thematic break is said of the whole
            for line in self.lines.get(index, ()):
                key = fold(self.document.string(line.key))
                found.setdefault(key, (self.string(line.value), self.line_at(line.key.start), index))
        return found

    def grids(self, section: Section) -> Iterator[Grid]:
        """The tables directly under a heading that nobody has read yet."""
        for index in range(section.first, section.last):
            block = self.document.blocks[index]
            if type(block) is Table and index not in self.claims and block.rows:
                yield self.grid(index, block, section)

    def grid(self, index: int, block: Table, section: Section) -> Grid:
        """The cells of a table, made once: several nouns look at each."""
        if index not in self._grids:
            rows = [tuple(self.cell(span) for span in row) for row in block.rows]
            columns = tuple(cell.text for cell in rows[0])
            names = tuple(fold(name).strip("*_` ") for name in columns)
            self._grids[index] = Grid(columns, names, tuple(rows[1:]), index, section, self.line_at(block.start))
        return self._grids[index]

    def cell(self, span: Span) -> Cell:
        own = trimmed(self.document.text, span)
        return Cell(self.string(own).replace("\\|", "|"), own)


def split_label(text: str) -> tuple[str, str]:
    """The words before a colon and those after it; an empty label when there is no short lead."""
    found = _COLON_LEAD.match(text)
    return (found["label"].strip(), found["rest"].strip()) if found else ("", text)
