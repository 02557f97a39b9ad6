"""What the rooms of the dashboard tell each other: wishes go up, facts come back from the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from milestone_tui.editing.outcome import Refusal
    from milestone_tui.model.contents import Contents
    from milestone_tui.model.edit import Edit
    from milestone_tui.model.plan import Checkpoint
    from milestone_tui.tui.snapshot import Snapshot
    from milestone_tui.workspace.applying import Applied


@dataclass
class ProjectChanged(Message):
    """Files were read: for the first time, or because somebody changed them."""

    snapshot: Snapshot


class FilesTouched(Message):
    """Files changed in what milestones hold beyond their facts."""

    def can_replace(self, message: Message) -> bool:
        """One is as good as several."""
        return isinstance(message, FilesTouched)


@dataclass
class ContentsRead(Message):
    """What a milestone holds beyond its facts."""

    key: str
    contents: Contents


@dataclass
class CheckpointsRead(Message):
    """The next checkpoints of some milestones, by key."""

    found: dict[str, Checkpoint | None]


@dataclass
class EditRequested(Message):
    """Somebody wants something changed in a file."""

    edit: Edit
    row_key: str
    """The row that shows it, for the answer."""


@dataclass
class EditSettled(Message):
    """An edit, an undo or a redo is done, or was refused."""

    number: int
    outcome: Applied | Refusal
    snapshot: Snapshot | None
    contents: dict[str, Contents]
    """Of the milestones of the file, as far as they are asked for."""


@dataclass
class MilestoneSelected(Message):
    """The cursor of a list is on another milestone."""

    key: str


@dataclass
class MilestoneOpened(Message):
    """Somebody wants to see one milestone."""

    key: str


@dataclass
class ReadingFailed(Message):
    """Something that should not happen happened while the disk was read."""

    text: str
