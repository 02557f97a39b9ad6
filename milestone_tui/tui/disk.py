"""Everything of the dashboard that touches the disk, each in a thread of its own, so that no key ever waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Literal

from textual.message import Message

from milestone_tui.model.contents import Contents
from milestone_tui.model.edit import Edit
from milestone_tui.model.project import Project
from milestone_tui.tui.collector import uncollected
from milestone_tui.tui.messages import (
    ActivityRead,
    ContentsRead,
    DocumentRead,
    EditSettled,
    FilesTouched,
    LinesExplained,
    LinesFound,
    ProjectChanged,
    ReadingFailed,
    Recalled,
    SurveyRead,
    WishesRead,
)
from milestone_tui.tui.snapshot import Snapshot, snapshot_of
from milestone_tui.tui.surveyor import Surveyor
from milestone_tui.tui.trail import Trail

if TYPE_CHECKING:
    from milestone_tui.workspace.past import Beginning
    from milestone_tui.workspace.workspace import Workspace

LOOK_SECONDS = 0.5
"""Between two looks at the time stamps of the files."""
Turn = Literal["undo", "redo"]


class Disk:
    """Loads, follows, reads and writes. What it finds goes to `post`, which any thread may call."""

    def __init__(
        self,
        open_workspace: Callable[[], Workspace],
        today: Callable[[], date],
        post: Callable[[Message], object],
        ascii_only: bool = False,
    ) -> None:
        self._open = open_workspace
        self._workspace: Workspace | None = None
        self.today = today
        self.post = post
        self.now: Callable[[], datetime] = lambda: datetime.combine(today(), datetime.now().time())
        self.ascii_only = ascii_only
        self._stop = threading.Event()
        self._edits: SimpleQueue[tuple[int, Edit | Turn, tuple[str, ...]] | None] = SimpleQueue()
        self._writer: threading.Thread | None = None
        self._numbers = 0
        self._wanted = threading.Condition()
        self._contents = ""
        self._document: tuple[str, int] | None = None
        self._moment = ""
        self._beginning: Beginning | None = None
        self._configuration: object = None
        self._snapshot: Snapshot | None = None
        self.surveyor = Surveyor(lambda: self.workspace, lambda survey: self.post(SurveyRead(survey)))

    @property
    def workspace(self) -> Workspace:
        """What is read. Opened when it is first asked for, which is after the first screen."""
        if self._workspace is None:
            self._workspace = self._open()
        return self._workspace

    def start(self, watch: bool) -> None:
        """Begin to read; go on to follow what others do to the files when `watch`."""
        self._thread("milestones-follow", lambda: self._follow(watch))
        self._thread("milestones-contents", self._read_wanted)
        self._thread("milestones-survey", self.surveyor.run)

    def close(self) -> None:
        """Stop looking; wait until every edit that was asked for is in its file or refused."""
        self._stop.set()
        self.surveyor.stop()
        with self._wanted:
            self._wanted.notify_all()
        if self._writer is not None:
            self._edits.put(None)
            self._writer.join()

    def remember(self, values: dict[str, Any]) -> None:
        """Keep what is to be found again when the program is next started, if anything was read."""
        if self._snapshot is not None and self._snapshot.loaded:
            from milestone_tui.workspace.remembered import remember

            remember(self.workspace.state_dir, self.workspace.root, values)

    def look_again(self) -> None:
        """Read what changed, now."""
        self._thread("milestones-look", self._look)

    def take_in(self, path: str) -> None:
        """Read a file that was passed over."""
        self._thread("milestones-take-in", lambda: self._publish(self.workspace.take_in(path), loaded=True))

    def edit(self, edit: Edit | Turn, keys: tuple[str, ...]) -> int:
        """Queue an edit; its number comes back with the answer, along with the contents of the milestones `keys`."""
        if self._writer is None:
            self._writer = threading.Thread(target=self._write, name="milestones-write")
            self._writer.start()
        self._numbers += 1
        self._edits.put((self._numbers, edit, keys))
        return self._numbers

    def want_contents(self, key: str) -> None:
        """Read this milestone next; what was asked for before and is not yet read is forgotten."""
        with self._wanted:
            self._contents = key
            self._wanted.notify()

    def want_document(self, key: str, width: int) -> None:
        """Read the file of a milestone as a document of `width` cells; one that was asked for before is forgotten."""
        with self._wanted:
            self._document = key, width
            self._wanted.notify()

    def explain(self, path: str, line: int) -> None:
        """Say what each line of a file was read as."""
        self._thread("milestones-explain", lambda: self._explain(path, line))

    def want_activity(self, moment: str) -> None:
        """Find out what changed since a moment; one that was asked for before and is not yet read is forgotten."""
        with self._wanted:
            self._moment = moment
            self._wanted.notify()

    def find(self, words: str) -> None:
        """Look for words in the files of all milestones."""
        self._thread("milestones-find", lambda: self._find(words))

    # The threads

    def _thread(self, name: str, work: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                work()
            except Exception as error:  # whatever happens to a thread is said on the screen, not in a traceback over it
                self.post(ReadingFailed(f"{type(error).__name__}: {error}"))

        threading.Thread(target=guarded, name=name, daemon=True).start()

    def _follow(self, watch: bool) -> None:
        from milestone_tui.workspace.remembered import recall

        workspace = self.workspace
        self.post(Recalled(recall(workspace.state_dir, workspace.root)))
        with uncollected():
            workspace.load(self._publish_part)
        self._publish(workspace.project, loaded=True)
        self._thread("milestones-ahead", _load_ahead)
        from milestone_tui.workspace.past import Beginning

        self._beginning = Beginning(workspace)
        if watch:
            from milestone_tui.workspace.watching import watch as looks

            for project in looks(workspace, self._pause, LOOK_SECONDS):
                self._tell(project)

    def _pause(self, seconds: float) -> bool:
        """Wait, and say whether to stop. A new day is told here: no file changes at midnight."""
        if self._stop.wait(seconds):
            return True
        if self._day_is_over():
            self._publish(self.workspace.project, loaded=True)
        return False

    def _day_is_over(self) -> bool:
        return self._snapshot is not None and self._snapshot.today != self.today()

    def _look(self) -> None:
        self._tell(self.workspace.refresh())

    def _tell(self, project: Project | None) -> None:
        if project is not None or self._day_is_over():
            self._publish(self.workspace.project, loaded=True)
        else:
            if self._snapshot is not None:
                self.surveyor.show(self._snapshot)
            self.post(FilesTouched())

    def _publish_part(self, project: Project) -> None:
        if self._stop.is_set():
            raise SystemExit
        self._publish(project, loaded=False)

    def _publish(self, project: Project, loaded: bool) -> None:
        nothing = loaded and not project.milestones and not project.problems
        candidates = self.workspace.candidates() if nothing else ()
        self._snapshot = snapshot_of(project, self.today(), loaded, candidates, self._branch(), self.workspace.lexicon)
        self.surveyor.show(self._snapshot)
        self.post(ProjectChanged(self._snapshot))
        if loaded:
            self._tell_wishes()

    def _read_wanted(self) -> None:
        while not self._stop.is_set():
            with self._wanted:
                while not (self._contents or self._document or self._moment or self._stop.is_set()):
                    self._wanted.wait()
                key, self._contents = self._contents, ""
                document, self._document = (self._document, None) if not key else (None, self._document)
                moment, self._moment = (self._moment, "") if not key else ("", self._moment)
            if key:
                self.post(ContentsRead(key, self.workspace.contents(key)))
            if document is not None:
                self._read_document(*document)
            if moment:
                from milestone_tui.tui.past_parts import activity_parts

                self.post(ActivityRead(activity_parts(self.workspace, self._beginning, moment, self.now())))

    def _read_document(self, key: str, width: int) -> None:
        from milestone_tui.views.document_lines import MOST_BYTES, document_lines

        reading = self.workspace.reading(key)
        document = reading.document
        start = document.front_matter.body if document.front_matter else document.source.bom
        laid_out = []
        if len(document.text) <= MOST_BYTES:
            matter = document.string((document.source.bom, start))
            laid_out = document_lines(matter, document.string((start, len(document.text))), width, self.ascii_only)
        self.post(DocumentRead(key, width, laid_out))

    def _tell_wishes(self) -> None:
        """Say what the configuration says, if that is another than before."""
        configuration = self.workspace.configuration
        if configuration is not self._configuration:
            from milestone_tui.tui.wishes import wishes_of

            self._configuration = configuration
            self.post(WishesRead(wishes_of(configuration)))

    def _branch(self) -> str:
        from milestone_tui.workspace.git import branch

        return branch(str(self.workspace.root))

    def _explain(self, path: str, line: int) -> None:
        from milestone_tui.reading.explaining import explain

        self.post(LinesExplained(path, line, list(explain(self.workspace.reading(path)))))

    def _find(self, words: str) -> None:
        from milestone_tui.workspace.finding import find_lines

        hits = find_lines(self.workspace.root, self.workspace.project, words, self._stop.is_set)
        self.post(LinesFound(Trail(words, hits)))

    def _write(self) -> None:
        while (job := self._edits.get()) is not None:
            number, edit, keys = job
            try:
                self._settle(number, edit, keys)
            except Exception as error:  # as above; the edit is reported as not made
                from milestone_tui.editing.outcome import Refusal

                refusal = Refusal(f"the edit failed: {type(error).__name__}: {error}", "Nothing is known to be written.")
                self.post(EditSettled(number, refusal, None, {}))

    def _settle(self, number: int, edit: Edit | Turn, keys: tuple[str, ...]) -> None:
        from milestone_tui.editing.outcome import Refusal

        workspace = self.workspace
        outcome = workspace.undo() if edit == "undo" else workspace.redo() if edit == "redo" else workspace.apply(edit)
        snapshot = None
        contents: dict[str, Contents] = {}
        if not isinstance(outcome, Refusal):
            contents = {key: workspace.contents(key) for key in keys if key.partition("#")[0] == outcome.path}
            snapshot = snapshot_of(workspace.project, self.today(), workspace.loaded, (), self._branch(), workspace.lexicon)
            self._snapshot = snapshot
            self.surveyor.show(snapshot)
        self.post(EditSettled(number, outcome, snapshot, contents))


def _load_ahead() -> None:
    from milestone_tui.tui.ahead import load_ahead

    load_ahead()
