"""What each line of a file was read as, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from milestone_tui.markdown.blocks import Heading, Item
from milestone_tui.markdown.front_matter import Entry
from milestone_tui.reading.anchors import Anchor
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.lexicon import Lexicon, field_named


class Explained(NamedTuple):
    """One line of the file."""

    line: int
    text: str
    noun: str
    """What it was read as; empty when it was left unread."""
    rule: str
    """By which rule, or why it was left unread; empty for a blank line."""


def explain(reading: Reading) -> Iterator[Explained]:
    """Every line of the file, in order."""
    document = reading.document
    notes: dict[int, tuple[str, str]] = {}
    _front_matter(reading, notes)
    _headings(reading, notes)
    _facts(reading, notes)
    _nouns(reading, notes)
    _blocks(reading, notes)
    for number in range(1, len(document.lines) + 1):
        span = document.lines.span_of(number)
        text = document.string(span).rstrip("\r\n")
        if text.strip():
            noun, rule = notes.get(number, ("", "left unread: no rule takes it"))
        else:
            noun, rule = "", ""
        yield Explained(number, text, noun, rule)


def _note(reading: Reading, notes: dict[int, tuple[str, str]], start: int, end: int, noun: str, rule: str) -> None:
    document = reading.document
    for line in range(document.line_at(start), document.line_at(max(start, end - 1)) + 1):
        notes.setdefault(line, (noun, rule))


def _front_matter(reading: Reading, notes: dict[int, tuple[str, str]]) -> None:
    matter = reading.document.front_matter
    if matter is None:
        return
    for place, entry in enumerate(matter.entries):
        following = matter.entries[place + 1].at.start - 1 if place + 1 < len(matter.entries) else matter.span.end
        _note(reading, notes, entry.at.start, max(entry.at.end, following), *_front_matter_rule(entry, reading.outline.lexicon))
    if matter.comment:
        _note(reading, notes, matter.comment.at.start, matter.comment.at.end, "id", "R1: a word alone in a comment")
    _note(reading, notes, reading.document.source.bom, matter.body, "front matter", "R1: between the fences")


def _front_matter_rule(entry: Entry, lexicon: Lexicon) -> tuple[str, str]:
    name = field_named(entry.key.replace("_", " "), lexicon) or field_named(entry.key, lexicon)
    return (name, f"R1: key {entry.key}") if name else ("", f"left unread: front matter key {entry.key} is not known")


def _facts(reading: Reading, notes: dict[int, tuple[str, str]]) -> None:
    for found in reading.found:
        for name, anchors in found.anchors.items():
            for place, anchor in enumerate(anchors):
                if anchor.place == "title" and notes.get(anchor.line, ("", ""))[0] == "milestone":
                    continue
                notes[anchor.line] = (name, _fact_rule(anchor, first=place == 0))


def _fact_rule(anchor: Anchor, *, first: bool) -> str:
    rank = "" if first else "; stated before, so it is compared only"
    return f"R3: {anchor.place}{rank}"


def _nouns(reading: Reading, notes: dict[int, tuple[str, str]]) -> None:
    for number, milestone in enumerate(reading.milestones):
        for dependency in milestone.dependencies:
            notes[dependency.line] = ("dependencies", f"R2 dep: {dependency.kind}")
        for blocker in milestone.blockers:
            notes[blocker.line] = ("blockers", "R2: key line or entry")
        contents = reading.contents(number)
        for field in contents.fields:
            notes.setdefault(field.line, ("fields", f"R2 kvline: {field.name}"))
        for passage in contents.passages:
            notes.setdefault(passage.line, ("passages", f"of kind {passage.kind.replace('_', ' ')}"))


def _headings(reading: Reading, notes: dict[int, tuple[str, str]]) -> None:
    scopes = {found.scope.section: found.milestone.id for found in reading.found if not found.scope.whole}
    for section in reading.outline.sections[1:]:
        if section.number in scopes:
            noun, rule = "milestone", f"R6: one of several milestones, id {scopes[section.number]}"
        elif section.part:
            noun, rule = "part", f"R2: {section.part[0]} {section.part[1]}"
        elif section.kind:
            noun, rule = "heading", f"R2: announces {section.kind.replace('_', ' ')}"
        else:
            noun, rule = "heading", "R2: announces nothing we know"
        _note(reading, notes, section.text.start, section.text.end, noun, rule)


def _blocks(reading: Reading, notes: dict[int, tuple[str, str]]) -> None:
    blocks = reading.document.blocks
    for number in range(len(reading.found)):
        for index, claim in sorted(reading.read_contents(number).claims.items()):
            block = blocks[index]
            if isinstance(block, Heading):
                continue
            start, end = (block.start, block.text.end) if isinstance(block, Item) else (block.start, block.end)
            _note(reading, notes, start, end, claim.noun, claim.rule)
