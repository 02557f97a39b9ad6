"""All panels in the order of their keys. To add one: its module in this folder, and its line here."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from milestone_tui.tui.panels.panel import Panel


class Kind(NamedTuple):
    """One panel. Its module is called `name` and gives its class as `PANEL`; it is imported when the panel is first shown."""

    key: str
    name: str
    title: str
    short: str
    tooltip: str


KINDS = (
    Kind("1", "overview", "Overview", "Overview", "How are we doing? Every milestone in one table"),
    Kind("2", "milestone", "Milestone", "Milestone", "What is left here? Facts, boxes and all else of one milestone"),
    Kind("3", "risks", "Risks", "Risks", "What could go wrong? A grid of probability and impact, and the register"),
    Kind("4", "dependencies", "Dependencies", "Deps", "What waits for what? A drawing to walk through"),
    Kind("5", "tracks", "Tracks", "Tracks", "What runs side by side? Every track on one time axis, and what is at odds"),
    Kind("6", "checkpoints", "Checkpoints", "Checks", "Are we on time? Checkpoints, reviews and targets by day"),
    Kind("7", "activity", "Activity", "Activity", "What changed? Since the program started, and since a moment of git's"),
)
SIDE_BY_SIDE = ("overview", "risks", "tracks", "checkpoints")
"""The panels that stand beside each other where there is room."""
_NUMBER = {kind.name: number for number, kind in enumerate(KINDS)}


def made(name: str, ascii_only: bool) -> Panel:
    """The panel of that name."""
    return loaded(name)(KINDS[_NUMBER[name]].title, ascii_only=ascii_only, id=name)


def loaded(name: str) -> type[Panel]:
    """The class of a panel, from its module."""
    found: type[Panel] = import_module(f"{__package__}.{name}").PANEL
    return found


def comes_before(one: str, other: str) -> bool:
    """Whether a panel has its place before another."""
    return _NUMBER[one] < _NUMBER[other]


def tab_title(active: str, width: int) -> Content:
    """The names for the upper edge of the panels, each to be clicked; numbers alone where there is little room."""
    room = width - 4
    names = {kind.name: kind.title for kind in KINDS}
    if _taken(names) > room:
        names = {kind.name: kind.short for kind in KINDS}
    if _taken(names) > room:
        names = {kind.name: kind.title if kind.name == active else "" for kind in KINDS}
    content = Content("")
    for kind in KINDS:
        name = names[kind.name]
        click = Style.from_meta({"@click": f"screen.panel('{kind.name}')"})
        style = "$accent bold" if kind.name == active else "$foreground"
        content += Content.styled(f" {kind.key} {name} " if name else f" {kind.key} ", style).stylize(click)
    return content


def _taken(names: dict[str, str]) -> int:
    return sum(len(name) + 4 for name in names.values())
