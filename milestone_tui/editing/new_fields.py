"""Adds a field that a file does not state, to its front matter, table of keys or key lines, spelled as its dialect does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from milestone_tui.editing.finishing import finished, first_proven
from milestone_tui.editing.layout import Layout, Line
from milestone_tui.editing.listed import listed_values
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.scalars import encoded
from milestone_tui.editing.targets import milestone_of
from milestone_tui.editing.valid import fault_of
from milestone_tui.editing.wording import level_text, status_text
from milestone_tui.markdown.blocks import Heading, Table
from milestone_tui.markdown.front_matter import Scalar
from milestone_tui.model.edit import SetField
from milestone_tui.reading.dialects.places import Keys, keys_of, order_of
from milestone_tui.reading.key_lines import KeyLine, key_lines
from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.milestones import ReadMilestone
from milestone_tui.reading.places import fact_zones, places
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.status_words import status_of
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch

_IN_FLOW = frozenset(",[]{}")


def plan_new_field(edit: SetField, name: str, reading: Reading, *, several: Sequence[str] = ()) -> Change | Refusal:
    """The change that states the field. `several` are the values of a list; else `edit.value` is written, in the file's words."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    number, read = found
    dialect = read.milestone.dialect
    keys = keys_of(name, dialect)
    if keys is None:
        fields = tuple(sorted(each for each, known in read.anchors.items() if any(anchor.editable for anchor in known)))
        return Refusal(f'{read.milestone.id} states no "{edit.field}"', "these fields can be set: " + ", ".join(fields))
    written = [place for place in places(reading.document, reading.outline, read.scope)[0] if place.name == name]
    if written:
        lines = tuple(f"{reading.document.line_at(place.at)}: {place.key}" for place in written)
        return Refusal(f"{edit.field} is written in a way that is not edited in place", "open the file in an editor", lines)
    fault = fault_of(edit.value, what="the value") or ("" if edit.value.strip() else "there is no value")
    if fault:
        return Refusal(f"{name} was not added: {fault}", "give a value of one line")
    adder = _Adder(reading, read, name, keys, edit, several)

    def check(after: Reading) -> str:
        anchors = after.found[number].anchors.get(name, ())
        if KIND.get(name) == "dependencies" or several:
            got = listed_values(name, after.found[number].milestone.key, after)
            wanted = several or (edit.value.strip(),)
            return (
                "" if tuple(map(fold, got)) == tuple(map(fold, wanted)) else f"it would be read as {', '.join(got) or 'nothing'}"
            )
        return "" if any(anchor.raw for anchor in anchors) else "it would not be read as that field"

    aside = frozenset(
        (name, "owner", "people", "dates", "effort", "fields", "declared", "dependencies", "id", "aliases", "title")
    )

    def outcomes() -> Iterator[Change | Refusal]:
        for patch, line in adder.places():
            yield finished(reading, [patch], f'added {name} "{edit.value.strip()}"', line, check, aside - _kept(name))

    return first_proven(outcomes())


def _kept(name: str) -> frozenset[str]:
    """Facts that stay as they are when this field is added."""
    return frozenset(("id", "aliases", "title")) if name not in ("id", "title") else frozenset()


class _Adder:
    """The places where a field may be added, the one that the file's kind prefers first."""

    def __init__(
        self, reading: Reading, read: ReadMilestone, name: str, keys: Keys, edit: SetField, several: Sequence[str]
    ) -> None:
        self.reading = reading
        self.document = reading.document
        self.layout = Layout(reading.document)
        self.read = read
        self.name = name
        self.keys = keys
        self.value = edit.value.strip()
        self.raw = edit.raw
        self.several = several

    def places(self) -> Iterator[tuple[Patch, int]]:
        """Patches that add the field, each with the line it comes to stand in."""
        matter = self.document.front_matter
        taken = matter is not None and any(fold(entry.key) == fold(self._matter_key()) for entry in matter.entries)
        if matter is not None and self.read.scope.whole and not matter.problem and not taken:
            yield from self.in_front_matter()
        yield from self.in_table()
        yield from self.beside_key_lines()
        yield from self.below_title()

    def words(self, *, matter: bool) -> str:
        """The value in the words of the file."""
        kind = KIND.get(self.name)
        lexicon = self.reading.outline.lexicon
        dialect = self.read.milestone.dialect
        if self.raw:
            return self.value
        if kind == "status":
            status = status_of(self.value, lexicon) or ""
            return status_text(status, "planned" if matter else "", dialect if not matter else "manifest", self.value, lexicon)
        if kind == "level" and level_of(self.value, lexicon):
            return level_text(level_of(self.value, lexicon) or "", "low" if matter else "Low", self.value, lexicon)
        if kind == "percent" and not matter:
            return self.value.rstrip("% ") + "%"
        return self.value.rstrip("% ") if kind == "percent" else self.value

    def in_front_matter(self) -> Iterator[tuple[Patch, int]]:
        matter = self.document.front_matter
        assert matter is not None
        rank = order_of(self.name)
        lexicon_of = self.reading.found[0].anchors
        behind = self.document.line_at(matter.span.start) - 1
        own = [(name, anchor) for name, anchors in lexicon_of.items() for anchor in anchors if anchor.place == "front matter"]
        before = [anchor.line for name, anchor in own if order_of(name) < rank]
        entries = {self.document.line_at(entry.at.start): self._last_line(entry.at.start) for entry in matter.entries}
        if before and max(before, key=lambda line: (line in entries, line)) in entries:
            behind = entries[max(line for line in before if line in entries)]
        elif entries:
            behind = max(entries.values())
        value = self.matter_value()
        yield self.layout.inserted(behind, [Line(f"{self._matter_key()}: {value}".encode(), b"")]), behind + 1

    def matter_value(self) -> str:
        if self.several:
            inside = ", ".join(
                f'"{encoded(each, chr(34))}"' if _IN_FLOW & set(each) else encoded(each, "plain") for each in self.several
            )
            return f"[{inside}]"
        quote = self._usual_quote()
        text = self.words(matter=True)
        return f"{quote}{encoded(text, quote)}{quote}" if quote else encoded(text, "plain")

    def _usual_quote(self) -> str:
        matter = self.document.front_matter
        styles = [entry.value.style for entry in matter.entries if isinstance(entry.value, Scalar)] if matter else []
        quoted = [style for style in styles if style in ("'", '"')]
        if KIND.get(self.name) in ("percent", "effort"):
            return ""
        return max(quoted, key=quoted.count) if len(quoted) * 2 > len(styles) else ""

    def _matter_key(self) -> str:
        """The key with the word break that the file's other keys have."""
        matter = self.document.front_matter
        keys = [entry.key for entry in matter.entries] if matter else []
        dashed = sum("-" in key for key in keys) > sum("_" in key for key in keys)
        return self.keys.matter.replace("_", "-") if dashed else self.keys.matter

    def _last_line(self, start: int) -> int:
        """The last line of the entry that begins at a byte of the front matter: up to the next key."""
        matter = self.document.front_matter
        assert matter is not None
        later = [entry.at.start for entry in matter.entries if entry.at.start > start]
        last = (
            self.document.line_at(min(later)) - 1 if later else self.document.line_at(max(matter.span.start, matter.span.end - 1))
        )
        first = self.document.line_at(start)
        while last > first and (self.layout.is_blank(last) or self.layout.line(last).content.lstrip().startswith(b"#")):
            last -= 1
        return last

    def in_table(self) -> Iterator[tuple[Patch, int]]:
        for number, zone in fact_zones(self.reading.outline, self.read.scope).items():
            section = self.reading.outline.sections[number]
            for block in self.document.blocks[section.first : section.last]:
                if type(block) is Table and zone.rank in ("header", "first") and self._holds_keys(block):
                    yield self._row(block)

    def _holds_keys(self, table: Table) -> bool:
        """Whether facts of the milestone stand in the table."""
        stated = any(anchor.place == "table" for anchors in self.read.anchors.values() for anchor in anchors)
        return stated and all(len(row) == 2 for row in table.rows)

    def _row(self, table: Table) -> tuple[Patch, int]:
        last = self.document.line_at(table.rows[-1][0].start)
        line = self.layout.line(last).content
        start = self.layout.start(last)
        (_, first_end), (second, second_end) = table.rows[-1]
        first_start = table.rows[-1][0].start
        bold = b"**" if line[first_start - start :].lstrip().startswith(b"**") else b""
        key = bold + self.keys.header.encode() + bold
        cells = [
            _padded(key, first_end - first_start, line[first_start - start :]),
            _padded(self._cell(), second_end - second, line[second - start :]),
        ]
        new = (
            line[: first_start - start]
            + cells[0]
            + line[first_end - start : second - start]
            + cells[1]
            + line[second_end - start :]
        )
        return self.layout.inserted(last, [Line(new, b"")]), last + 1

    def _cell(self) -> bytes:
        return self.words(matter=False).replace("|", "\\|").encode()

    def beside_key_lines(self) -> Iterator[tuple[Patch, int]]:
        """Behind the key line that comes before it, in the manner of that line."""
        zones = fact_zones(self.reading.outline, self.read.scope)
        heads = [self.reading.outline.sections[number] for number, zone in zones.items() if zone.rank in ("header", "first")]
        lines = [line for line in key_lines(self.document, heads, self.reading.outline.lexicon) if line.name]
        rank = order_of(self.name)
        before = [line for line in lines if order_of(line.name) < rank]
        for model in dict.fromkeys((*before[-1:], *lines[-1:])):
            yield self._like(model, [line for line in lines if self._line(line) == self._line(model)])

    def _line(self, key_line: KeyLine) -> int:
        return self.document.line_at(key_line.key_start)

    def _like(self, model: KeyLine, beside: list[KeyLine]) -> tuple[Patch, int]:
        number = self._line(model)
        content, start = self.layout.line(number).content, self.layout.start(number)
        value = self.words(matter=False).encode()
        last = beside[-1]
        between = self.layout.data[last.key_end : last.value_start]
        key = self.keys.header.encode()
        if len(beside) > 1:  # several on one line: another one behind them
            lead = self.layout.data[beside[-2].value_end : last.key_start]
            return Patch(last.value_end, b"", lead + key + between + value), number
        head, tail = content[: model.key_start - start], content[model.value_end - start :]
        if not between.endswith((b" ", b"\t")):
            between += b" "
        return self.layout.inserted(number, [Line(head + key + between + value + tail, b"")]), number + 1

    def below_title(self) -> Iterator[tuple[Patch, int]]:
        """Where there is no key line at all: a paragraph of its own under the title."""
        scope = self.read.scope
        section = self.reading.outline.sections[
            scope.section if not scope.whole else min(1, len(self.reading.outline.sections) - 1)
        ]
        heading = self.document.blocks[section.first - 1] if section.level else None
        new = Line(b"**" + self.keys.header.encode() + b"**: " + self.words(matter=False).encode(), b"")
        heads = [number for number, zone in fact_zones(self.reading.outline, scope).items() if zone.rank == "header"]
        if isinstance(heading, Heading) and section.number in heads:
            behind = self.document.line_at(max(heading.start, heading.end - 1))
            after = [] if self.layout.is_blank(behind + 1) else [Line(b"", b"")]
            yield self.layout.inserted(behind, [Line(b"", b""), new, *after]), behind + 2
        else:  # the facts stand above the first heading
            matter = self.document.front_matter
            behind = self.document.line_at(matter.body - 1) if matter else 0
            before = [Line(b"", b"")] if behind else []
            after = [] if behind and self.layout.is_blank(behind + 1) else [Line(b"", b"")]
            yield self.layout.inserted(behind, [*before, new, *after]), behind + len(before) + 1


def _padded(text: bytes, width: int, like: bytes) -> bytes:
    """A cell as wide as the one above it, where it fits."""
    lead = b" " if like.startswith((b" ", b"\t")) else b""
    cell = lead + text
    missing = width - len(cell.decode())
    return cell + b" " * max(missing, 1 if lead else 0)
