"""Which noun stands in a line of a file, for edits that name a line."""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.editing.targets import Box, boxes_of
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.reading.reader import Reading

Noun = Box | Risk | Checkpoint


def noun_at(line: int, reading: Reading) -> tuple[str, Noun] | None:
    """The item, risk or checkpoint in that line with the key of its milestone (empty for an item); None for none of them.

    A line nested in a risk, such as `Impact: high`, is the risk's.
    """
    for box in boxes_of(reading.document, reading.outline):
        if box.item.line == line:
            return "", box
    for key, noun in _others(reading):
        if line == noun.line or line in [detail.line for detail in getattr(noun, "details", ())]:
            return key, noun
    return None


def _others(reading: Reading) -> Iterator[tuple[str, Risk | Checkpoint]]:
    for number, milestone in enumerate(reading.milestones):
        contents = reading.contents(number)
        for risk in contents.risks:
            yield milestone.key, risk
        for checkpoint in contents.checkpoints:
            yield milestone.key, checkpoint
