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


class Door(NamedTuple):
    """A panel that is not there yet: where its key leads, and what is said of it."""

    section: str
    """The list of the Milestone panel that holds what there is today, or empty."""
    nothing: str
    """Said when that list is empty."""
    later: str


TABS = (
    Tab("1", "overview", "Overview"),
    Tab("2", "milestone", "Milestone"),
    Tab("3", "risks", "Risks"),
    Tab("4", "dependencies", "Dependencies"),
    Tab("5", "tracks", "Tracks"),
    Tab("6", "checkpoints", "Checkpoints"),
    Tab("7", "activity", "Activity"),
)
DOORS = {
    "risks": Door("risks", "this milestone lists no risks", "the risks of this milestone; a grid over all is not there yet"),
    "dependencies": Door("dependencies", "this milestone names no dependencies", "what this milestone names; a graph is not there yet"),
    "tracks": Door("", "the time axis of tracks is not there yet; the track of a milestone stands among its facts (2)", ""),
    "checkpoints": Door("checkpoints", "this milestone lists no checkpoints", "those of this milestone; a list over all is not there yet"),
    "activity": Door("", "what changed since when is not there yet; the files' own history is: git log", ""),
}


def tab_title(active: str, width: int) -> Content:
    """The names for the upper edge of the panel, each to be clicked; numbers alone where there is little room."""
    room = width - 4
    full = sum(len(tab.title) + 4 for tab in TABS)
    content = Content("")
    for tab in TABS:
        door = tab.name in DOORS
        words = f" {tab.key} {tab.title} " if full <= room or not door else f" {tab.key} "
        style = "$accent bold" if tab.name == active else "$dim" if door else "$foreground"
        click = Style.from_meta({"@click": f"screen.panel('{tab.name}')"})
        content += Content.styled(words, style).stylize(click)
    return content
