"""What somebody wants changed, without a word of where the bytes are. Every intent says how it is to be, never how it differs."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.model.checklist import Item


class SetBox(NamedTuple):
    """Make one box say `done` or `open`. Absolute, so that two people who tick the same box agree."""

    path: str
    done: bool
    line: int = 0
    """Where the box was seen; 0 when only its text is known."""
    text: str = ""
    """The item's text as it was seen, or the words that name it."""
    item: str = ""
    """The item's key, or empty."""
    exact: bool = False
    """Whether `text` must be the item's whole text (`--expect`), rather than part of it."""
    milestone: str = ""
    """The key of the milestone it belongs to, or empty for anywhere in the file."""


class ItemTarget(NamedTuple):
    """Which item is meant; found again in the file as it is then, by its key, else by line and text."""

    line: int = 0
    """Where it was seen; 0 when only its text is known."""
    text: str = ""
    """Its text as it was seen, or words that name it."""
    item: str = ""
    """Its key, or empty."""
    exact: bool = False
    """Whether `text` must be its whole text."""
    milestone: str = ""
    """The key of the milestone it belongs to, or empty for anywhere in the file."""


def item_target(item: Item, milestone: str) -> ItemTarget:
    """An item of a milestone, to be found again in whatever the file holds then."""
    return ItemTarget(item.line, item.text, item.key, False, milestone)


class SetState(NamedTuple):
    """Give an item another state, by a marker that the file itself uses."""

    path: str
    target: ItemTarget
    state: str
    """`open`, `done`, `active`, `dropped`, `deferred`, `blocked`, or a marker as the file writes it: `~`."""
    or_next: bool = False
    """Where no marker of the file says that state, the next one for which there is one: headings and words say states too."""


class SetItem(NamedTuple):
    """Give one part of an item another value."""

    path: str
    target: ItemTarget
    part: str
    """`text`, `owner`, `due` or `estimate`."""
    value: str
    """For `due` an ISO day. Empty takes the part away; a text cannot be empty."""
    expect: str | None = None
    """The item's text that was seen, or None to take whatever is there."""


class AddItem(NamedTuple):
    """Add an item with an open box: behind another one, or as the last under a heading."""

    path: str
    text: str
    milestone: str = ""
    """The milestone's key, or empty for anywhere in the file."""
    under: str = ""
    """The heading's words, its headings from the outside in with ` / ` between, or its line as a number."""
    after: ItemTarget | None = None
    depth: int | None = None
    """How deep it stands: 0 at the left; None for beside the item it follows."""
    owner: str = ""
    due: str = ""
    """An ISO day."""
    estimate: str = ""


class RemoveItem(NamedTuple):
    """Delete an item with everything nested in it."""

    path: str
    target: ItemTarget
    nested: bool = True
    """Whether items nested in it go too; else an item that has some is refused."""


class MoveItem(NamedTuple):
    """Move an item with everything nested in it, as one step."""

    path: str
    target: ItemTarget
    where: str
    """`up` or `down` among those beside it; `before`, `after` or `in` (as the last nested in) `other`; `under` a heading."""
    other: ItemTarget | None = None
    under: str = ""


class IndentItem(NamedTuple):
    """Nest an item in the one above it, or take it out behind the one it is nested in; what is nested in it goes along."""

    path: str
    target: ItemTarget
    deeper: bool


class SetField(NamedTuple):
    """Give one field of a milestone another value; one that the file does not state is added where its kind of file has it."""

    path: str
    milestone: str
    """The milestone's key."""
    field: str
    value: str
    raw: bool = False
    """Write the value as it is given, not in the words of the file's dialect."""
    expect: str | None = None
    """The raw value that was seen, or None to take whatever is there."""


class SetList(NamedTuple):
    """Make a field that holds several values hold just these; those that stay keep their places, new ones follow them."""

    path: str
    milestone: str
    field: str
    """`dependencies`, `blocks`, `stakeholders`, `labels`, …"""
    values: tuple[str, ...]
    expect: tuple[str, ...] | None = None
    """The values that were seen, or None to take whatever is there."""


class SetRisk(NamedTuple):
    """Give one part of a risk another value, in its cell, its bracket or its own line."""

    path: str
    milestone: str
    risk: str
    """The risk's text, or words of it that no other risk has."""
    part: str
    """`probability`, `impact`, `level`, `mitigation`, `contingency`, `owner`, `status` or `text`."""
    value: str
    line: int = 0
    """Where it was seen; 0 when only its text is known."""
    expect: str | None = None


class AddRisk(NamedTuple):
    """Add a whole risk: a row of the table of risks, or an entry of their list; where there is none, under a heading for them."""

    path: str
    milestone: str
    text: str
    probability: str = ""
    impact: str = ""
    level: str = ""
    mitigation: str = ""
    contingency: str = ""
    owner: str = ""
    status: str = ""
    after: str = ""
    """The text of the risk that it follows; empty for behind the last."""
    line: int = 0
    """Where that was seen."""


class RemoveRisk(NamedTuple):
    """Delete a whole risk: its row, or its entry with the lines that tell of it."""

    path: str
    milestone: str
    risk: str
    """Its text, or words of it that no other risk has."""
    line: int = 0
    """Where it was seen; 0 when only its text is known."""


class AddCheckpoint(NamedTuple):
    """Add a whole checkpoint among the others by its per cent; where there is none, under a heading for them."""

    path: str
    milestone: str
    percent: str
    """A number from 0 to 100."""
    date: str = ""
    """An ISO day."""
    criteria: str = ""


class RemoveCheckpoint(NamedTuple):
    """Delete a whole checkpoint: its row or its line."""

    path: str
    milestone: str
    checkpoint: str
    """Its per cent as a number, or words of its criteria."""
    line: int = 0


class SetCheckpoint(NamedTuple):
    """Give one part of a checkpoint another value."""

    path: str
    milestone: str
    checkpoint: str
    """Its per cent as a number, or words of its criteria."""
    part: str
    """`date` or `criteria`."""
    value: str
    line: int = 0
    expect: str | None = None


class AddSection(NamedTuple):
    """Add a heading that the file lacks, where files of its dialect have it."""

    path: str
    milestone: str
    title: str


class Align(NamedTuple):
    """Bring the declared percentage, the counts and the day of the last update in line with the boxes."""

    path: str
    milestone: str
    today: str
    """The ISO day to write for the last update; empty to leave it."""
    ticked: bool = False
    """Whether boxes changed just now: then the day is right even where no figure follows them."""


ItemEdit = SetState | SetItem | AddItem | RemoveItem | MoveItem | IndentItem
WholeEdit = AddRisk | RemoveRisk | AddCheckpoint | RemoveCheckpoint
Edit = SetBox | ItemEdit | SetField | SetList | SetRisk | SetCheckpoint | WholeEdit | AddSection | Align
