"""Edits that the disk did not take: they are kept, named, and made when there is room again."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType

from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import Edit
from milestone_tui.tui.edits import Edits
from milestone_tui.tui.messages import EditSettled, Together
from milestone_tui.tui.versions import wanted
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.lines import Line, clip

_CELLS = 104


class Kept(NamedTuple):
    """An edit that is in no file."""

    edit: Edit
    refusal: Refusal


class Unwritten(Edits):
    """The part of the app that keeps them. They are gone only when somebody says so, or leaves in spite of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("R", "unwritten", "Not written", show=False, id="app.unwritten", tooltip="What could not be written: try again"),
    ]

    _asked_to_leave = False

    @property
    def unwritten(self) -> list[Kept]:
        """In the order in which they were asked for."""
        found: list[Kept] = self.__dict__.setdefault("_unwritten", [])
        return found

    @on(EditSettled)
    def _keep(self, event: EditSettled) -> None:
        if event.unwritten:
            self.unwritten.extend(Kept(*each) for each in event.unwritten)
            self._asked_to_leave = False
            self.call_later(self._tell)

    def _tell(self) -> None:
        count = counted_words(len(self.unwritten), "edit is", "edits are")
        self.main.say(f"{count} not written: {self.unwritten[-1].refusal.text}; R tries again", "error")

    def action_unwritten(self) -> None:
        """Name them, and try again or forget them."""
        from milestone_tui.tui.screens.difference import DifferenceScreen, Way

        if not self.unwritten:
            self.main.say("everything that was asked for is written or was refused", "dim")
            return
        lines: list[Line] = []
        for edit, refusal in self.unwritten:
            lines += [((shown(f"{edit.path}: {refusal.text}"), "late"),), *(((("  ", ""), *line)) for line in wanted(edit))]
        lines = [clip(line, _CELLS, self.main.glyphs.ellipsis) for line in lines]
        ways = (Way("enter", "again", "try again"), Way("f", "forget", "forget them"))

        def chosen(way: str | None) -> None:
            if way is not None:
                edits = tuple(each.edit for each in self.unwritten)
                self.unwritten.clear()
                if way == "again":
                    self._write(Together(edits))

        self.push_screen(DifferenceScreen("Not written", lines, ways, self.main.glyphs), chosen)

    async def action_quit(self) -> None:
        """Quit; what is not written is named before."""
        if self.unwritten and not self._asked_to_leave:
            self._asked_to_leave = True
            count = counted_words(len(self.unwritten), "edit is", "edits are")
            self.main.say(f"{count} not written: R shows them and tries again; q once more leaves without them", "error")
        else:
            await super().action_quit()
