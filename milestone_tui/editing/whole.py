"""Deletes a whole risk or checkpoint: its row, or its entry with what is nested in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from milestone_tui.editing.alike import one_more
from milestone_tui.editing.checkpoints import checkpoint_meant
from milestone_tui.editing.finishing import finished, first_proven, items_are, likeness
from milestone_tui.editing.layout import Extent, Layout
from milestone_tui.editing.new_items import item_at
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.removing import handed_on, stretches
from milestone_tui.editing.risks import risk_meant, table_at
from milestone_tui.editing.targets import boxes_of, milestone_of
from milestone_tui.markdown.blocks import Item
from milestone_tui.model.edit import RemoveCheckpoint, RemoveRisk
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.reading.reader import Reading
from milestone_tui.text.patch import Patch

Nouns = Callable[[Reading], Sequence[Any]]


def plan_removed_risk(edit: RemoveRisk, reading: Reading) -> Change | Refusal:
    """The change that deletes the risk."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    risk = risk_meant(edit.risk, edit.line, reading.contents(found[0]).risks)
    if isinstance(risk, Refusal):
        return risk
    return _removed(risk, f'the risk "{risk.text}"', lambda each: each.contents(found[0]).risks, reading)


def plan_removed_checkpoint(edit: RemoveCheckpoint, reading: Reading) -> Change | Refusal:
    """The change that deletes the checkpoint."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    point = checkpoint_meant(edit.checkpoint, edit.line, reading.contents(found[0]).checkpoints)
    if isinstance(point, Refusal):
        return point
    name = f"at {point.percent:g} %" if point.percent is not None else f'"{point.criteria}"'
    return _removed(point, f"the checkpoint {name}", lambda each: each.contents(found[0]).checkpoints, reading)


def _removed(noun: Risk | Checkpoint, name: str, nouns: Nouns, reading: Reading) -> Change | Refusal:
    layout = Layout(reading.document)
    item = _item_at(noun.line, reading)
    extent = layout.extent(item_at(reading.document, item)) if item >= 0 else Extent(noun.line, noun.line)
    boxes = boxes_of(reading.document, reading.outline)
    inside = [box for box in boxes if extent.first <= box.item.line <= extent.last]
    if inside:
        listed = tuple(f"{box.item.line}: {box.item.text}" for box in inside)
        return Refusal(f"{len(inside)} boxes are nested in {name}", "delete or move those first", listed)
    apart = [detail.line for detail in getattr(noun, "details", ()) if not extent.first <= detail.line <= extent.last]
    if apart:
        return Refusal(f"{name} is told in lines that stand apart", "delete them in an editor", tuple(map(str, apart)))
    before, boxes_are = nouns(reading), items_are([likeness(box, reading) for box in boxes])
    place = next(number for number, each in enumerate(before) if each is noun)

    def check(after: Reading) -> str:
        at = one_more(nouns(after), before)
        if at < 0 or before[at][:1] != before[place][:1]:
            return "the others would be read otherwise"
        return boxes_are(after)

    def outcomes() -> Iterator[Change | Refusal]:
        for patches in _ways(item, extent, layout, reading):
            yield finished(reading, patches, f"deleted {name}", extent.first, check)

    return first_proven(outcomes())


def _ways(item: int, extent: Extent, layout: Layout, reading: Reading) -> Iterator[list[Patch]]:
    if item < 0 or table_at(extent.first, reading) is not None:
        yield [layout.removed(extent.first, extent.last)]
        return
    for lines in stretches(layout, extent):
        patch = layout.removed(lines.first, lines.last)
        for further in ([], handed_on(layout, item)):
            yield [patch, *further]


def _item_at(line: int, reading: Reading) -> int:
    """The list item that begins in a line and has words there; -1 for none, or for one whose bullet shares the line."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if type(block) is Item and block.text.end > block.text.start and document.line_at(block.text.start) == line:
            return index if document.line_at(block.start) == line else -1
    return -1
