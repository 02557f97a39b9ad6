"""The names of the panels with their keys, and what stands behind those that are doors as yet."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content
from textual.style import Style


class Tab(NamedTuple):
    """One panel."""

    key: str
    name: str
    title: str
    short: str
    tooltip: str


class Door(NamedTuple):
    """A panel that is not there yet: where its key leads, and what is said of it."""

    section: str
    """The list of the Milestone panel that holds what there is today, or empty."""
    nothing: str
    """Said when that list is empty."""
    later: str


TABS = (
    Tab("1", "overview", "Overview", "Overview", "How are we doing? Every milestone in one table"),
    Tab("2", "milestone", "Milestone", "Milestone", "What is left here? Facts, boxes and all else of one milestone"),
    Tab("3", "risks", "Risks", "Risks", "The risks of this milestone"),
    Tab("4", "dependencies", "Dependencies", "Deps", "What this milestone needs and holds up"),
    Tab("5", "tracks", "Tracks", "Tracks", "Says where the track of a milestone stands"),
    Tab("6", "checkpoints", "Checkpoints", "Checks", "The checkpoints of this milestone"),
    Tab("7", "activity", "Activity", "Activity", "Says what there is today"),
)
DOORS = {
    "risks": Door(
        "risks",
        "this milestone lists no risks; over all: status --panel risks",
        "of this milestone; over all: status --panel risks",
    ),
    "dependencies": Door(
        "dependencies",
        "this milestone names no dependencies; drawn over all: status --panel dependencies",
        "of this milestone; drawn over all: status --panel dependencies",
    ),
    "tracks": Door("", "on a time axis over all milestones: status --panel tracks", ""),
    "checkpoints": Door(
        "checkpoints",
        "this milestone lists no checkpoints; over all: status --panel checkpoints",
        "of this milestone; over all: status --panel checkpoints",
    ),
    "activity": Door("", "what changed since when is not there yet; the files' own history is: git log", ""),
}


def tab_title(active: str, width: int) -> Content:
    """The names for the upper edge of the panel, each to be clicked; numbers alone where there is little room."""
    room = width - 4
    names = [tab.title for tab in TABS]
    if sum(len(name) + 4 for name in names) > room:
        names = [tab.short for tab in TABS]
    if sum(len(name) + 4 for name in names) > room:
        names = ["" if tab.name in DOORS else tab.title for tab in TABS]
    content = Content("")
    for tab, name in zip(TABS, names, strict=True):
        style = "$accent bold" if tab.name == active else "$dim" if tab.name in DOORS else "$foreground"
        click = Style.from_meta({"@click": f"screen.panel('{tab.name}')"})
        content += Content.styled(f" {tab.key} {name} " if name else f" {tab.key} ", style).stylize(click)
    return content
