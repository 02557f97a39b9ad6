"""What a configuration wishes of the dashboard: saved views, other keys, a theme; checked against what there is."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, NamedTuple

from milestone_tui.model.values import Problem
from milestone_tui.views.selection import Selection
from milestone_tui.views.selection_text import parse

if TYPE_CHECKING:
    from milestone_tui.workspace.configuration import Configuration


class Wishes(NamedTuple):
    """What can be fulfilled, and what is wrong with the rest."""

    views: dict[str, str]
    """Name → line of a selection."""
    keys: dict[str, str]
    """Id of a binding → keys with commas between."""
    theme: str
    """Empty when none is wished for."""
    problems: tuple[Problem, ...]


NO_WISHES = Wishes({}, {}, "", ())


def wishes_of(configuration: Configuration, *, of_keys: bool = True) -> Wishes:
    """The wishes that two configuration files state together; keys are looked into only if `of_keys`: that takes longer."""
    problems: list[Problem] = []
    views = {}
    for name, said in configuration.views.items():
        found = parse(said.text)
        if isinstance(found, Selection):
            views[name] = said.text
        else:
            advice = f"perhaps {found[0].nearest}" if found[0].nearest else "docs/filters.md lists the words"
            problems.append(Problem(said.path, said.line, f"view `{name}`: {found[0].text}", advice))
    keys = {}
    known = set(binding_ids()) if of_keys and configuration.keys else set()
    for id, said in configuration.keys.items() if of_keys else ():
        if id in known:
            keys[id] = said.text
        else:
            advice = "? in the dashboard shows the ids of the keys"
            problems.append(Problem(said.path, said.line, f"there is no key `{id}`", advice))
    theme = configuration.theme.text if configuration.theme else ""
    return Wishes(views, keys, theme, tuple(problems))


def binding_ids() -> Iterator[str]:
    """The ids of all keys of the dashboard, also of panels that are not open."""
    from textual.dom import DOMNode

    import milestone_tui.tui

    for module in walk_packages(milestone_tui.tui.__path__, f"{milestone_tui.tui.__name__}."):
        import_module(module.name)
    todo: list[type] = [DOMNode]
    while todo:
        each = todo.pop()
        todo += each.__subclasses__()
        if each.__module__.startswith("milestone_tui."):
            yield from (getattr(binding, "id", None) or "" for binding in each.__dict__.get("BINDINGS", ()))
