"""What the rooms of the dashboard tell each other: wishes go up, facts come back from the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.message import Message

if TYPE_CHECKING:
    from milestone_tui.editing.missing import Missing
    from milestone_tui.editing.outcome import Change, Refusal
    from milestone_tui.model.contents import Contents
    from milestone_tui.model.edit import Edit
    from milestone_tui.model.milestone import Milestone
    from milestone_tui.reading.explaining import Explained
    from milestone_tui.tui.forms import Form
    from milestone_tui.tui.snapshot import Snapshot
    from milestone_tui.tui.survey import Survey
    from milestone_tui.tui.trail import Trail
    from milestone_tui.tui.wishes import Wishes
    from milestone_tui.views.activity_rows import ActivityPart
    from milestone_tui.views.lines import Line
    from milestone_tui.views.selection import Selection
    from milestone_tui.workspace.applying import Applied


@dataclass
class ProjectChanged(Message):
    """Files were read: for the first time, or because somebody changed them."""

    snapshot: Snapshot
    seen: Callable[[], object] = lambda: None
    """To be called when it stands on the screen."""


@dataclass
class PermissionRead(Message):
    """Whether files can be written."""

    why_not: str
    """Empty when they can."""


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
class WishesRead(Message):
    """What the configuration says, for the first time or anew."""

    wishes: Wishes


@dataclass
class Recalled(Message):
    """What was remembered when the program ended."""

    values: dict[str, Any]


@dataclass
class ActivityWanted(Message):
    """It is to be found out what changed since a moment, in the words of a person."""

    moment: str


@dataclass
class ActivityRead(Message):
    """What changed."""

    parts: tuple[ActivityPart, ...]


@dataclass
class FindWanted(Message):
    """Words are to be looked for in the files of all milestones."""

    words: str


@dataclass
class LinesFound(Message):
    """Where the words stand."""

    trail: Trail


@dataclass
class DocumentWanted(Message):
    """The file of a milestone is to be read as a document."""

    key: str
    width: int
    """Cells that it is laid out for."""


@dataclass
class DocumentRead(Message):
    """A file as a document."""

    key: str
    width: int
    laid_out: list[Line]
    """As it is meant to look; empty when it is too large for that."""


@dataclass
class LinesExplained(Message):
    """Every line of a file with what it was read as."""

    path: str
    line: int
    """The one that was asked for."""
    lines: list[Explained]


@dataclass
class SurveyRead(Message):
    """What panels over all milestones show, as far as it is read."""

    survey: Survey
    seen: Callable[[], object] = lambda: None
    """To be called when it stands on the screen."""


@dataclass
class EditRequested(Message):
    """Somebody wants something changed in a file."""

    edit: Edit
    row_key: str
    """The row that shows it, for the answer."""


class Together(NamedTuple):
    """Edits that are one step for undo."""

    edits: tuple[Edit, ...]


@dataclass
class EditsRequested(Message):
    """Somebody wants several things changed as one step."""

    together: Together


@dataclass
class PreviewAsked(Message):
    """Somebody wants to see what an edit would change before it is made."""

    edit: Edit
    title: str


@dataclass
class Previewed(Message):
    """What it would change."""

    edit: Edit
    title: str
    outcome: Change | Refusal
    diff: str


@dataclass
class FormAsked(Message):
    """Somebody wants to fill a form."""

    form: Form
    first: str
    """The field to begin with."""
    row_key: str
    path: str
    """Of the file that it changes."""
    line: int


@dataclass
class FactsAsked(Message):
    """Somebody wants to fill the form of a milestone's facts."""

    key: str
    """Of the milestone; empty where the cursor is on none."""
    first: str
    """The field to begin with."""


@dataclass
class LackingAsked(Message):
    """Somebody wants to add something to a milestone that its file lacks."""

    milestone: Milestone


@dataclass
class LackingRead(Message):
    """What files of that kind have and this one lacks."""

    asked: LackingAsked
    lacking: tuple[Missing, ...]


@dataclass
class FormReady(Message):
    """The form with the words that its file writes."""

    asked: FormAsked
    form: Form


@dataclass
class EditSettled(Message):
    """An edit, an undo or a redo is done, or was refused."""

    number: int
    outcome: Applied | Refusal
    snapshot: Snapshot | None
    contents: dict[str, Contents]
    """Of the milestones of the file, as far as they are asked for."""
    unwritten: tuple[tuple[Edit, Refusal], ...] = ()
    """What the disk did not take, though it may do so later."""


@dataclass
class MilestoneOpened(Message):
    """Somebody wants to see one milestone."""

    key: str
    line: int = 0
    """Of the file, when it is something in it that is to be seen."""


@dataclass
class SelectionWanted(Message):
    """Other milestones are to be shown, or in another order."""

    selection: Selection


@dataclass
class Said(Message):
    """Something to tell in the line at the bottom."""

    text: str
    style: str = ""


@dataclass
class ReadingFailed(Message):
    """Something that should not happen happened while the disk was read."""

    text: str
