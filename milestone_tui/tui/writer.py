"""The edits that somebody asks for, made one after the other in a thread of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from queue import SimpleQueue
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from milestone_tui.model.contents import Contents
from milestone_tui.model.edit import Edit
from milestone_tui.tui.messages import EditSettled, ReadingFailed, Together
from milestone_tui.tui.snapshot import Snapshot

if TYPE_CHECKING:
    from milestone_tui.workspace.workspace import Workspace

Turn = Literal["undo", "redo"]
Job = Edit | Together | Turn
Work = Callable[["Workspace"], Message]
"""Something else that has to wait for the edits before it, and edits for it; gives the answer."""


class Writer:
    """A queue of edits. `written` gives the snapshot of the project as an edit left it; `post` may be called by any thread."""

    def __init__(
        self,
        workspace: Callable[[], Workspace],
        today: Callable[[], date],
        written: Callable[[], Snapshot],
        post: Callable[[Message], object],
    ) -> None:
        self._workspace = workspace
        self._today = today
        self._written = written
        self._post = post
        self._edits: SimpleQueue[tuple[int, Job, tuple[str, ...]] | Work | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._numbers = 0

    def close(self) -> None:
        """Wait until every edit that was asked for is in its file or refused."""
        if self._thread is not None:
            self._edits.put(None)
            self._thread.join()

    def edit(self, edit: Job, keys: tuple[str, ...]) -> int:
        """Queue an edit; its number comes back with the answer, along with the contents of the milestones `keys`."""
        self._begin()
        self._numbers += 1
        self._edits.put((self._numbers, edit, keys))
        return self._numbers

    def then(self, work: Work) -> None:
        """Do something when every edit that was asked for so far is done, and before those that come later."""
        self._begin()
        self._edits.put(work)

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._write, name="milestones-write")
            self._thread.start()

    def _write(self) -> None:
        while (job := self._edits.get()) is not None:
            if not isinstance(job, tuple):
                self._answer(job)
                continue
            number, edit, keys = job
            try:
                self._settle(number, edit, keys)
            except Exception as error:  # as above; the edit is reported as not made
                from milestone_tui.editing.outcome import Refusal

                refusal = Refusal(f"the edit failed: {type(error).__name__}: {error}", "Nothing is known to be written.")
                self._post(EditSettled(number, refusal, None, {}))

    def _answer(self, work: Work) -> None:
        try:
            self._post(work(self._workspace()))
        except Exception as error:  # as above
            self._post(ReadingFailed(f"{type(error).__name__}: {error}"))

    def _settle(self, number: int, edit: Job, keys: tuple[str, ...]) -> None:
        from milestone_tui.editing.outcome import Refusal

        workspace = self._workspace()
        today = self._today().isoformat()
        unwritten: tuple[tuple[Edit, Refusal], ...] = ()
        if isinstance(edit, str):
            outcome = workspace.undo() if edit == "undo" else workspace.redo()
        else:
            step = workspace.apply_all(edit.edits if isinstance(edit, Together) else (edit,), today)
            outcome = step.as_one()
            unwritten = tuple(each for each in step.refused if each[1].passing)
        snapshot = None
        contents: dict[str, Contents] = {}
        if not isinstance(outcome, Refusal):
            contents = {key: workspace.contents(key) for key in keys if key.partition("#")[0] == outcome.path}
            snapshot = self._written()
        self._post(EditSettled(number, outcome, snapshot, contents, unwritten))
