"""Compares two readings of a file: outside the lines that an edit changed, every block and every noun must be as it was."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from milestone_tui.markdown.blocks import Block, Fence, Heading, Html, Item, Paragraph, Rule, Table
from milestone_tui.markdown.document import Document
from milestone_tui.markdown.parser import text_lines
from milestone_tui.model.checklist import ChecklistSection
from milestone_tui.model.checklist import Item as ChecklistItem
from milestone_tui.model.contents import Ledger, Passage
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Part
from milestone_tui.reading.reader import Reading
from milestone_tui.text.changed import changed_lines
from milestone_tui.text.patch import Patch

_COUNTS = frozenset(("boxes", "closing", "key", "attached", "line"))
"""What follows from the boxes, or names a place: never compared by itself."""


class _Unit(NamedTuple):
    """What the parser saw in one or some lines."""

    first: int
    last: int
    value: tuple[Any, ...]


class _Side(NamedTuple):
    """One of the two readings."""

    reading: Reading
    touched: list[int]
    """The lines that the edit changed, with those of the blocks that they are part of."""

    def rank(self, line: int) -> int:
        """How many lines above are untouched: the same before and after for a line that stayed."""
        return line - bisect_left(self.touched, line)

    def touches(self, first: int, last: int) -> bool:
        at = bisect_left(self.touched, first)
        return at < len(self.touched) and self.touched[at] <= last


def unmeant(
    before: Reading,
    after: Reading,
    patches: Sequence[Patch],
    aside: frozenset[str] = frozenset(),
    told: frozenset[int] = frozenset(),
) -> str:
    """What would change beside the changed lines, in words; empty when nothing would.

    `aside` names facts that may change; the nouns of the lines `told` may too: new lines tell of them.
    """
    if len(after.found) != len(before.found):
        return f"the file would hold {len(after.found)} milestones instead of {len(before.found)}"
    stretches = changed_lines(before.document.text, after.document.text, patches)
    units = list(_units(before.document)), list(_units(after.document))
    old = _Side(before, _widened(units[0], {line for each in stretches for line in each.old} | told))
    new = _Side(
        after, _widened(units[1], {line for each in stretches for line in each.new} | _carried(told, before, after, patches))
    )
    for one, other in _pairs(_left_alone(units[0], old), _left_alone(units[1], new)):
        if one is None or other is None or one[1:] != other[1:]:
            line = (other or one or (0,))[0]
            return f"line {line} would be read otherwise"
    for number in range(len(before.found)):
        was, now = _nouns(old, number, aside), _nouns(new, number, aside)
        if was != now:
            return _in_words([*(was - now).elements()], [*(now - was).elements()])
    return ""


def _carried(lines: frozenset[int], before: Reading, after: Reading, patches: Sequence[Patch]) -> set[int]:
    """Where lines of the old text stand in the new one."""
    starts = [before.document.lines.span_of(line).start for line in lines]
    shifts = [sum(len(patch.new) - len(patch.old) for patch in patches if patch.start <= start) for start in starts]
    return {after.document.line_at(start + shift) for start, shift in zip(starts, shifts, strict=True)}


def _pairs(one: list[Any], other: list[Any]) -> Iterator[tuple[Any, Any]]:
    for at in range(max(len(one), len(other))):
        yield (one[at] if at < len(one) else None, other[at] if at < len(other) else None)


def _left_alone(units: list[_Unit], side: _Side) -> list[tuple[Any, ...]]:
    """The units without a changed line: their line, its rank, and what they say."""
    return [(unit.first, side.rank(unit.first), unit.value) for unit in units if not side.touches(unit.first, unit.last)]


def _widened(units: list[_Unit], lines: set[int]) -> list[int]:
    """The changed lines with those of the units that hold them."""
    side = sorted(lines)
    more: set[int] = set()
    for unit in units:
        at = bisect_left(side, unit.first)
        if at < len(side) and side[at] <= unit.last:
            more.update(range(unit.first, unit.last + 1))
    return sorted(lines | more)


def _units(document: Document) -> Iterator[_Unit]:
    """Everything the parser saw. Rows of a table and lines of a paragraph count each for itself."""
    line_at = document.line_at
    matter = document.front_matter
    for entry in matter.entries if matter else ():
        said = document.string(entry.value.span).rstrip()
        last = line_at(max(entry.at.start, entry.value.span.start + len(said.encode()) - 1))
        yield _Unit(line_at(entry.at.start), last, ("entry", entry.key, said))
    for block in document.blocks:
        if type(block) is Table:
            for number, row in enumerate(block.rows):
                line = line_at(row[0].start) if row else line_at(block.start)
                yield _Unit(line, line, ("row", number == 0, *(document.string(cell).strip() for cell in row)))
        elif type(block) is Paragraph:
            inside = document.blocks[block.item].depth if block.item >= 0 else -1  # type: ignore[union-attr]
            for number, span in enumerate(text_lines(document.text, block.start, block.end)):
                line = line_at(span.start)
                yield _Unit(line, line, ("line", number == 0, inside, block.quoted, document.string(span)))
        else:
            end = block.text.end if type(block) is Item else block.end
            yield _Unit(line_at(block.start), line_at(max(block.start, end - 1)), _said(document, block))


def _said(document: Document, block: Block) -> tuple[Any, ...]:
    if type(block) is Item:
        box = document.text[block.box] if block.box >= 0 else -1
        return ("item", block.depth, block.ordered, block.quoted, box, document.string(block.text))
    if type(block) is Heading:
        return ("heading", block.level, document.string(block.text))
    if type(block) is Fence:
        return ("fence", block.info, document.string(block.body))
    assert isinstance(block, Html | Rule)
    return (type(block).__name__, document.string((block.start, block.end)).strip())


def _nouns(side: _Side, number: int, aside: frozenset[str]) -> Counter[tuple[Any, ...]]:
    """Everything that is read of one milestone and of which no line was changed."""
    found: Counter[tuple[Any, ...]] = Counter()
    milestone = side.reading.found[number].milestone
    whole = milestone._replace(fields=(), repeats=(), dialect="")
    values = [value for name, value in zip(Milestone._fields, whole, strict=True) if name not in aside and name not in _COUNTS]
    for noun in (*_flat(tuple(values)), *_flat(milestone.fields), *_flat(milestone.repeats)):
        _take(found, side, noun, aside)
    for noun in _flat(tuple(side.reading.contents(number))):
        _take(found, side, noun, aside)
    return found


def _take(found: Counter[tuple[Any, ...]], side: _Side, noun: Any, aside: frozenset[str]) -> None:  # noqa: ANN401 -- any noun
    if getattr(noun, "name", "") in aside:
        return
    lines = set(_lines(noun))
    if not any(side.touches(line, line) for line in lines):
        found[type(noun).__name__, *_plain(noun, side)] += 1


def _flat(value: Any) -> Iterator[Any]:  # noqa: ANN401 -- any noun
    """Single nouns; of a section its boxes."""
    if type(value) is tuple:
        for each in value:
            yield from _flat(each)
    elif isinstance(value, ChecklistSection):
        yield from value.items  # its heading is a block, and its counts follow from them
    elif isinstance(value, Ledger):
        yield value._replace(rows=())
        yield from value.rows
    elif isinstance(value, Part):
        yield value._replace(done=0, total=0)
    elif value is not None:
        yield value


def _lines(value: Any) -> Iterator[int]:  # noqa: ANN401 -- any noun
    if isinstance(value, tuple):
        names = getattr(value, "_fields", ())
        for at, each in enumerate(value):
            if isinstance(each, tuple):
                yield from _lines(each)
            elif names and names[at] == "line":
                yield each


def _plain(value: Any, side: _Side) -> tuple[Any, ...]:  # noqa: ANN401 -- any noun
    """A noun with ranks for its lines, and without what only counts or names, or follows from the heading it stands under."""
    if not isinstance(value, tuple):
        return (value,)
    names = getattr(value, "_fields", ("",) * len(value))
    left_out = "key" if isinstance(value, ChecklistItem) else "kind" if isinstance(value, Passage) else ""
    return tuple(
        side.rank(each) if name == "line" else _plain(each, side) if isinstance(each, tuple) else each
        for name, each in zip(names, value, strict=True)
        if name not in ("section", left_out)
    )


def _in_words(lost: list[tuple[Any, ...]], found: list[tuple[Any, ...]]) -> str:
    """The first difference, for a person."""
    for nouns, verb in ((found, "would appear"), (lost, "would be lost")):
        for noun in nouns:
            if noun[0] == "str":
                return f'the milestone would be called "{found[0][1] if found else ""}"'
            words = next((str(each) for each in noun[1:] if isinstance(each, str) and each.strip()), "")
            return f'{noun[0].lower()} "{words}" {verb}'
    return "another part of the file would change"
