"""Reads everything of a milestone beyond its facts. Each noun takes its blocks; the general ones take what is left."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.markdown.blocks import Fence, Html, Item, Rule
from milestone_tui.markdown.document import Document
from milestone_tui.model.contents import Contents
from milestone_tui.model.values import Field
from milestone_tui.reading.boxes import BoxPlace, checklist
from milestone_tui.reading.checkpoints import read_checkpoints, read_reviews
from milestone_tui.reading.dependencies import listed_dependencies
from milestone_tui.reading.features import read_deliverables, read_features
from milestone_tui.reading.key_lines import KeyLine
from milestone_tui.reading.ledgers import read_ledgers
from milestone_tui.reading.material import Claim, Material
from milestone_tui.reading.metrics import read_metrics
from milestone_tui.reading.milestones import ReadMilestone
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.parts import read_parts
from milestone_tui.reading.passages import (
    claim_key_lines,
    read_fields,
    read_key_passages,
    read_links,
    read_next_milestone,
    read_passages,
)
from milestone_tui.reading.places import places, title_heading
from milestone_tui.reading.risks import read_risks
from milestone_tui.text.repair import repair


class ReadContents(NamedTuple):
    """Contents with the places of their boxes and with what each block was read as."""

    contents: Contents
    boxes: tuple[BoxPlace, ...]
    """In the order of the items."""
    claims: dict[int, Claim]
    """Block index → the noun that read it. Blocks that are missing were left unread."""


def read_contents(document: Document, outline: Outline, lines: list[KeyLine], found: ReadMilestone) -> ReadContents:
    """The contents of one milestone of the document."""
    milestone = found.milestone
    material = Material(document, outline, lines, found.scope, (milestone.id, *milestone.aliases))
    sections, boxes = checklist(document, outline, found.scope)
    taken = frozenset(place.at for place in places(document, outline, found.scope)[0] if place.name)
    _claim_known(material, boxes)
    next_milestone = read_next_milestone(material)
    risks = read_risks(material)
    deliverables = read_deliverables(material)
    contents = Contents(
        checklist=sections,
        risks=risks,
        checkpoints=read_checkpoints(material),
        reviews=read_reviews(material),
        parts=read_parts(material),
        features=read_features(material),
        metrics=read_metrics(material),
        deliverables=deliverables,
        ledgers=read_ledgers(material),
        passages=(),
        links=read_links(material),
        next_milestone=next_milestone,
        fields=(),
    )
    fields, keyed = read_fields(material, taken), read_key_passages(material, taken)
    fields = (*_restated(document, outline, found), *fields)
    for index in {index for index, own in material.lines.items() if own}:
        if type(material.block(index)) is Item:
            material.claim(index, "fields", "key line")
    rest = read_passages(material)
    claim_key_lines(material, taken)
    passages = tuple(sorted((*keyed, *rest), key=lambda passage: passage.line))
    return ReadContents(contents._replace(fields=fields, passages=passages), boxes, material.claims)


def _restated(document: Document, outline: Outline, found: ReadMilestone) -> tuple[Field, ...]:
    """Later places of a fact that say the same, or nothing that we understand: they are shown, and decide nothing."""
    milestone = found.milestone
    shown = {(field.name, field.line) for field in (*milestone.fields, *milestone.repeats)}
    restated = []
    for name, anchors in found.anchors.items():
        for anchor in anchors:
            if anchor.raw and (name, anchor.line) not in shown:
                restated.append(Field(name, anchor.key, repair(anchor.raw), anchor.line, anchor.place, ""))
    heading = title_heading(document, outline, found.scope)
    if heading is not None:
        restated.append(Field("heading", "", repair(heading.title), document.line_at(heading.text.start), "title", ""))
    return tuple(restated)


def _claim_known(material: Material, boxes: tuple[BoxPlace, ...]) -> None:
    """Boxes, dependencies, blockers, fences and comments have their readers already, or none on purpose."""
    for place in boxes:
        material.claim(place.block, "checklist", "box")
    for index, dependency in listed_dependencies(material.document, material.outline, material.scope):
        material.claim(index, "dependencies", f"entry under a heading of {dependency.kind} dependencies")
    for section in material.sections:
        for index in range(section.first, section.last):
            block = material.block(index)
            if type(block) is Fence:
                material.claim(index, "", "code: left unread")
            elif type(block) is Html:
                material.claim(index, "", "HTML or comment: left unread")
            elif type(block) is Rule:
                material.claim(index, "", "thematic break")
            elif type(block) is Item and section.kind == "blockers" and block.parent < 0:
                material.claim(index, "blockers", "entry under a blockers heading")
