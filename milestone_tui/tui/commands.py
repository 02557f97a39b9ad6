"""What the palette offers: every action with a key, the themes, saved views, milestones by name and boxes by their text."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import SystemCommand
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from milestone_tui.tui.messages import MilestoneOpened
from milestone_tui.tui.survey import CONTENTS
from milestone_tui.views.figures import shown

if TYPE_CHECKING:
    from milestone_tui.tui.app import MilestoneApp
    from milestone_tui.tui.screens.main import MainScreen

_MOST = 200
"""Boxes that are offered for one query; nobody reads further."""
_BEHIND = 0.5
"""By which the score of a box is less than that of a milestone or a command that match as well."""
_PATIENCE = 60
_YIELD_EVERY = 500
"""Boxes that are looked at before a key may come in between."""
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
    for name, line in app.main.saved_views.items():
        yield SystemCommand(f"View {shown(name)}", shown(line), partial(app.main.show_line, line))
    for name in app.theme_names:
        yield SystemCommand(f"Theme {name}", "Show everything in this theme", partial(setattr, app, "theme", name))


def found_words(words: str, offsets: Iterable[int]) -> Content:
    """The words with the characters marked that were typed."""
    content = Content(words)
    for offset in offsets:
        content = content.stylize("bold underline", offset, offset + 1)
    return content


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
                found = found_words(name, offsets)
                yield Hit(score, found, partial(self._open, key), text=name, help=Content(path))  # type: ignore[arg-type]


class ItemCommands(Provider):
    """The boxes of all milestones by their text. Their files are read when the palette opens."""

    async def startup(self) -> None:
        """Have the files read, as far as they are not."""
        self._main.want(frozenset((CONTENTS,)))

    @property
    def _main(self) -> MainScreen:
        return cast("MilestoneApp", self.app).main

    async def search(self, query: str) -> Hits:
        """Those that hold the letters in their order, the best first."""
        await self._read()
        letters = re.compile(".*?".join(map(re.escape, query.replace(" ", ""))), re.IGNORECASE)
        matcher = self.matcher(query)
        offered = 0
        for number, (text, id, place, key, line) in enumerate(self._items()):
            if number % _YIELD_EVERY == 0:
                await asyncio.sleep(0)
            if offered < _MOST and letters.search(text):
                score, offsets = matcher.fuzzy_search.match(query, text)
                if score > 0:
                    offered += 1
                    run = partial(self._main.post_message, MilestoneOpened(key, line))
                    help = Content(f"{id}  {place}")
                    yield Hit(score * _BEHIND, found_words(text, offsets), run, text=text, help=help)  # type: ignore[arg-type]

    async def _read(self) -> None:
        """Wait for the files, not for ever."""
        for _ in range(_PATIENCE):
            survey = self._main.view.survey if self._main.view else None
            if survey is not None and CONTENTS in survey.parts and not survey.unread:
                return
            await asyncio.sleep(0.05)

    def _items(self) -> Iterator[tuple[str, str, str, str, int]]:
        """Text, id of the milestone, place, key of the milestone and line."""
        survey = self._main.view.survey if self._main.view else None
        for milestone, contents in survey.pairs if survey else ():
            for section in contents.checklist:
                for item in section.items:
                    place = shown(f"{milestone.path}:{item.line}")
                    yield shown(item.text), shown(milestone.id), place, milestone.key, item.line
