"""What the palette offers: every action with a key, the themes, and all milestones by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import SystemCommand
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from milestone_tui.tui.messages import MilestoneOpened
from milestone_tui.views.figures import shown

if TYPE_CHECKING:
    from milestone_tui.tui.app import MilestoneApp

_FIRST = 8
"""How many milestones are offered before anything is typed."""


def system_commands(app: MilestoneApp, screen: Screen[object]) -> Iterable[SystemCommand]:
    """The actions in force, then the themes."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if (
            not binding.id
            or not active.tooltip
            or binding.action in seen
            or binding.id.startswith(("list.", "app.palette", "find.back"))
        ):
            continue
        seen.add(binding.action)
        title = binding.description[:1].upper() + binding.description[1:]
        run = partial(app.run_action, binding.action, active.node)
        yield SystemCommand(f"{title} ({app.get_key_display(binding)})", active.tooltip, run)
    for name in app.theme_names:
        yield SystemCommand(f"Theme {name}", "Show everything in this theme", partial(setattr, app, "theme", name))


class MilestoneCommands(Provider):
    """Milestones by id and title."""

    async def startup(self) -> None:
        """The names, once."""
        main = cast("MilestoneApp", self.app).main
        milestones = main.snapshot.project.milestones if main.snapshot else ()
        self._names = [(shown(f"{each.id}  {each.title}".strip()), shown(each.path), each.key) for each in milestones]

    def _open(self, key: str) -> None:
        cast("MilestoneApp", self.app).main.post_message(MilestoneOpened(key))

    async def discover(self) -> Hits:
        """A few, to show that they are there."""
        for name, path, key in self._names[:_FIRST]:
            yield DiscoveryHit(Content(name), partial(self._open, key), text=name, help=Content(path))  # type: ignore[arg-type]

    async def search(self, query: str) -> Hits:
        """All that match."""
        matcher = self.matcher(query)
        for name, path, key in self._names:
            score, offsets = matcher.fuzzy_search.match(query, name)
            if score > 0:
                found = Content(name)
                for offset in offsets:
                    found = found.stylize("bold underline", offset, offset + 1)
                yield Hit(score, found, partial(self._open, key), text=name, help=Content(path))  # type: ignore[arg-type]
