"""What a configuration wishes of the dashboard: saved views, other keys, a theme; checked against what there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from textual.dom import DOMNode

from milestone_tui.views.selection import Selection
from milestone_tui.views.selection_text import parse

if TYPE_CHECKING:
    from milestone_tui.workspace.configuration import Configuration, Said


class Wishes(NamedTuple):
    """What can be fulfilled, and what is wrong with the rest."""

    views: dict[str, str]
    """Name → line of a selection."""
    keys: dict[str, str]
    """Id of a binding → keys with commas between."""
    theme: str
    """Empty when none is wished for."""
    problems: tuple[str, ...]
    """One sentence each, with file and line."""


NO_WISHES = Wishes({}, {}, "", ())


def wishes_of(configuration: Configuration) -> Wishes:
    """The wishes that two configuration files state together."""
    problems: list[str] = []
    views = {}
    for name, said in configuration.views.items():
        found = parse(said.text)
        if isinstance(found, Selection):
            views[name] = said.text
        else:
            nearest = f"; perhaps {found[0].nearest}" if found[0].nearest else ""
            problems.append(_told(said, f"view `{name}`: {found[0].text}{nearest}"))
    keys = {}
    known = set(binding_ids()) if configuration.keys else set()
    for id, said in configuration.keys.items():
        if id in known:
            keys[id] = said.text
        else:
            problems.append(_told(said, f"there is no key `{id}`; ? shows the ids of the keys"))
    theme = configuration.theme.text if configuration.theme else ""
    return Wishes(views, keys, theme, tuple(problems))


def binding_ids() -> Iterator[str]:
    """The ids of all keys of the dashboard, also of panels that are not open."""
    from milestone_tui.tui.panels.registry import KINDS, loaded
    from milestone_tui.tui.screens import filtering, source

    for kind in KINDS:
        loaded(kind.name)
    del filtering, source
    todo: list[type] = [DOMNode]
    while todo:
        each = todo.pop()
        todo += each.__subclasses__()
        if each.__module__.startswith("milestone_tui."):
            yield from (getattr(binding, "id", None) or "" for binding in each.__dict__.get("BINDINGS", ()))


def _told(said: Said, text: str) -> str:
    return f"{said.path}:{said.line}: {text}"
