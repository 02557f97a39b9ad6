"""Panels whose keys move what a row shows by steps, each going on from the last one, also while that is not in its file yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from milestone_tui.model.edit import Edit
from milestone_tui.tui.messages import EditRequested, Said
from milestone_tui.tui.panels.listed import ListedPanel
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.writer import Job

RowT = TypeVar("RowT")


class Underway:
    """What was asked for and is not on the screen yet."""

    def __init__(self) -> None:
        self._wanted: dict[str, str] = {}
        self._edits: list[Job] = []
        """Those that did not come to their end."""
        self._old: Snapshot | None = None
        """What is shown while all of them did; with another one nothing is under way any more."""

    def ask(self, key: str, wanted: str, edit: Edit) -> None:
        """The edit is asked for, after which the file says `wanted` in the place of that key."""
        self._wanted[key] = wanted
        self._edits.append(edit)
        self._old = None

    def value(self, key: str, seen: str) -> str:
        """What the file will say where it says `seen`."""
        return self._wanted.get(key, seen)

    def settle(self, edit: Job, left: Snapshot | None, shown: Snapshot | None) -> None:
        """The edit left this, None when it was refused; `shown` stands on the screen."""
        self._edits.remove(edit)
        if left is None or (left is shown and not self._edits):
            self._wanted.clear()
        elif not self._edits:
            self._old = shown

    def show(self, shown: Snapshot) -> None:
        """This stands on the screen now."""
        if self._old is not None and shown is not self._old:
            self._wanted.clear()

    def __contains__(self, edit: object) -> bool:
        return edit in self._edits

    def __bool__(self) -> bool:
        return bool(self._wanted)


class SteppingPanel(ListedPanel[RowT]):
    """A subclass tells `underway` what it shows."""

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.underway = Underway()

    def ask_step(self, edit: Edit, key: str, wanted: str) -> None:
        """Ask for an edit after which the file says `wanted` in the place of that key."""
        self.underway.ask(key, wanted, edit)
        self.post_message(EditRequested(edit, self.listed.current_key))

    def ask_day(self, key: str, day: date, raw: str, step: int, edit: Callable[[str, str], Edit]) -> None:
        """Ask for the day `step` days later than `day`, which the file writes `raw`.

        `edit` makes the edit of the ISO day and of what the file is expected to say before.
        """
        from milestone_tui.editing.wording import day_text

        now = date.fromisoformat(self.underway.value(key, day.isoformat()))
        try:
            wanted = (now + timedelta(step)).isoformat()
        except OverflowError:
            self.post_message(Said("the calendar ends there", "dim"))
            return
        self.ask_step(edit(wanted, raw if now == day else day_text(now, raw)), key, wanted)

    def settled(self, job: Job, snapshot: Snapshot | None) -> None:
        """What was asked for is in its file, or will never be."""
        if self.view is not None and job in self.underway:
            self.underway.settle(job, snapshot, self.view.survey.snapshot if self.view.survey is not None else None)
            self.update(self.view)
