"""What is asked of the files beyond the facts of all milestones, answered in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual.message import Message

from milestone_tui.model.edit import Edit
from milestone_tui.tui.messages import (
    ActivityRead,
    ContentsRead,
    DocumentRead,
    FormAsked,
    FormReady,
    LackingAsked,
    LackingRead,
    LinesExplained,
    LinesFound,
    Previewed,
    ReadingFailed,
)
from milestone_tui.tui.trail import Trail

if TYPE_CHECKING:
    from milestone_tui.workspace.past import Beginning
    from milestone_tui.workspace.workspace import Workspace


_FIRST = "contents"


class Inquiries:
    """Of each kind only what was asked for last is answered; the contents of a milestone before all else."""

    def __init__(
        self,
        workspace: Callable[[], Workspace],
        today: Callable[[], date],
        post: Callable[[Message], object],
        ascii_only: bool,
    ) -> None:
        self._workspace = workspace
        self._today = today
        self._post = post
        self._ascii_only = ascii_only
        self._beginning: Beginning | None = None
        self._moment: str | None = None
        """Since when somebody wants to know what changed; None when nobody does."""
        self._wanted = threading.Condition()
        self._asked: dict[str, Callable[[], object]] = {}
        self._stopped = False

    def stop(self) -> None:
        """Answer nothing more."""
        with self._wanted:
            self._stopped = True
            self._wanted.notify_all()

    def _ask(self, name: str, answer: Callable[[], object]) -> None:
        with self._wanted:
            self._asked.pop(name, None)
            self._asked[name] = answer
            self._wanted.notify()

    def want_contents(self, key: str) -> None:
        """Read what a milestone holds; an empty key for nothing any more."""
        self._ask("contents", lambda: self._read_contents(key))

    def want_document(self, key: str, width: int) -> None:
        """Read the file of a milestone as a document of `width` cells."""
        self._ask("document", lambda: self._read_document(key, width))

    def want_activity(self, moment: str) -> None:
        """Find out what changed since a moment."""
        self._moment = moment
        self._ask("activity", lambda: self._read_activity(moment))

    def begin(self, beginning: Beginning) -> None:
        """The files as they were when the program started are known."""
        self._beginning = beginning
        if self._moment is not None:
            self.want_activity(self._moment)

    def explain(self, path: str, line: int) -> None:
        """Say what each line of a file was read as."""
        self._ask("explain", lambda: self._explain(path, line))

    def find(self, words: str) -> None:
        """Look for words in the files of all milestones."""
        self._ask("find", lambda: self._find(words))

    def preview(self, edit: Edit, title: str) -> None:
        """Find out what an edit would change."""
        self._ask("preview", lambda: self._preview(edit, title))

    def prepare(self, asked: FormAsked) -> None:
        """Find out which words can be written in a form."""
        self._ask("form", lambda: self._post(FormReady(asked, asked.form.with_words(self._workspace().reading(asked.path)))))

    def lacking(self, asked: LackingAsked) -> None:
        """Find out what files of a milestone's kind have and this one lacks."""
        self._ask("lacking", lambda: self._find_lacking(asked))

    # The thread

    def run(self) -> None:
        """Answer until it is stopped."""
        while True:
            with self._wanted:
                while not (self._asked or self._stopped):
                    self._wanted.wait()
                if self._stopped:
                    return
                answer = self._asked.pop(_FIRST if _FIRST in self._asked else next(iter(self._asked)))
            try:
                answer()
            except Exception as error:  # one that fails is told, and keeps no other from being answered
                self._post(ReadingFailed(f"{type(error).__name__}: {error}"))

    def _read_contents(self, key: str) -> None:
        if key:
            self._post(ContentsRead(key, self._workspace().contents(key)))

    def _read_activity(self, moment: str) -> None:
        from milestone_tui.tui.past_parts import activity_parts

        now = datetime.combine(self._today(), datetime.now().time())
        self._post(ActivityRead(activity_parts(self._workspace(), self._beginning, moment, now)))

    def _preview(self, edit: Edit, title: str) -> None:
        from milestone_tui.editing.outcome import Refusal
        from milestone_tui.workspace.difference import unified

        outcome = self._workspace().planned(edit)
        diff = "" if isinstance(outcome, Refusal) else unified(outcome.path, outcome.before, outcome.after, outcome.patches)
        self._post(Previewed(edit, title, outcome, diff))

    def _find_lacking(self, asked: LackingAsked) -> None:
        from milestone_tui.editing.missing import missing

        milestone = asked.milestone
        self._post(LackingRead(asked, missing(milestone.key, self._workspace().reading(milestone.path))))

    def _explain(self, path: str, line: int) -> None:
        from milestone_tui.reading.explaining import explain

        self._post(LinesExplained(path, line, list(explain(self._workspace().reading(path)))))

    def _find(self, words: str) -> None:
        from milestone_tui.workspace.finding import find_lines

        hits = find_lines(self._workspace().root, self._workspace().project, words, lambda: self._stopped)
        self._post(LinesFound(Trail(words, hits)))

    def _read_document(self, key: str, width: int) -> None:
        from milestone_tui.views.document_lines import MOST_BYTES, document_lines

        reading = self._workspace().reading(key)
        document = reading.document
        start = document.front_matter.body if document.front_matter else document.source.bom
        laid_out = []
        if len(document.text) <= MOST_BYTES:
            matter = document.string((document.source.bom, start))
            laid_out = document_lines(matter, document.string((start, len(document.text))), width, self._ascii_only)
        self._post(DocumentRead(key, width, laid_out))
