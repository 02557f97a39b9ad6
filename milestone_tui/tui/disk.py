"""Everything of the dashboard that touches the disk, each in a thread of its own, so that no key ever waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.message import Message

from milestone_tui.model.project import Project
from milestone_tui.tui.collector import uncollected
from milestone_tui.tui.inquiries import Inquiries
from milestone_tui.tui.messages import (
    FilesTouched,
    PermissionRead,
    ProjectChanged,
    ReadingFailed,
    Recalled,
    SurveyRead,
    WishesRead,
)
from milestone_tui.tui.snapshot import Snapshot, snapshot_of
from milestone_tui.tui.survey import Survey
from milestone_tui.tui.surveyor import Surveyor
from milestone_tui.tui.writer import Writer

if TYPE_CHECKING:
    from milestone_tui.workspace.folder_events import FolderEvents
    from milestone_tui.workspace.workspace import Workspace

LOOK_SECONDS = 0.5
"""Between two looks at the time stamps of the files."""
_MEND_SECONDS = 1.0
"""After which work that failed is taken up again."""
_SEEN_SECONDS = 0.25
"""How long reading waits at most until what was read is seen: that is sooner so when nobody else wants the processor."""


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
        self._stop = threading.Event()
        self._events: FolderEvents | None = None
        self._configuration: object = None
        self._why_not = ""
        self._snapshot: Snapshot | None = None
        self.surveyor = Surveyor(lambda: self.workspace, self._survey_read)
        self.writer = Writer(lambda: self.workspace, today, self._written, post)
        self.inquiries = Inquiries(lambda: self.workspace, today, post, ascii_only)

    @property
    def workspace(self) -> Workspace:
        """What is read. Opened when it is first asked for, which is after the first screen."""
        if self._workspace is None:
            self._workspace = self._open()
        return self._workspace

    def start(self, watch: bool) -> None:
        """Begin to read; go on to follow what others do to the files when `watch`."""
        self._thread("milestones-follow", lambda: self._follow(watch))
        self._thread("milestones-contents", self.inquiries.run)
        self._thread("milestones-survey", self.surveyor.run, lasting=True)

    def close(self) -> None:
        """Stop looking; wait until every edit that was asked for is in its file or refused."""
        self._stop.set()
        if self._events is not None:
            self._events.stop()
        self.surveyor.stop()
        self.inquiries.stop()
        self.writer.close()

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

    # The threads

    def _thread(self, name: str, work: Callable[[], None], lasting: bool = False) -> None:
        """Work in a thread; work that is `lasting` goes on after something went wrong with it."""

        def guarded() -> None:
            while True:
                try:
                    work()
                except Exception as error:  # whatever happens to a thread is said on the screen, not in a traceback over it
                    self.post(ReadingFailed(f"{type(error).__name__}: {error}"))
                    if lasting and not self._stop.wait(_MEND_SECONDS):
                        continue
                return

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

        self.inquiries.begin(Beginning(workspace))
        if watch:
            self._thread("milestones-watch", self._watch, lasting=True)

    def _watch(self) -> None:
        from milestone_tui.workspace.folder_events import FolderEvents
        from milestone_tui.workspace.watching import watch

        if self._events is None:
            self._events = FolderEvents(lambda: self.workspace.discovery.folders)
            self._thread("milestones-events", self._events.run, lasting=True)
        for project in watch(self.workspace, partial(self._pause, self._events), LOOK_SECONDS):
            self._tell(project)

    def _pause(self, events: FolderEvents, seconds: float, at_least: float) -> bool:
        """Wait, and say whether to stop. A new day is told here: no file changes at midnight."""
        if events.wait(seconds, at_least) or self._stop.is_set():
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
        if loaded:
            self._tell_permission(project)
        seen = threading.Event()
        self.post(ProjectChanged(self._snapshot, seen.set))
        if loaded:
            self._tell_wishes()
        seen.wait(_SEEN_SECONDS)

    def _survey_read(self, survey: Survey) -> None:
        seen = threading.Event()
        self.post(SurveyRead(survey, seen.set))
        seen.wait(_SEEN_SECONDS)

    def _tell_wishes(self) -> None:
        """Say what the configuration says, if that is another than before."""
        configuration = self.workspace.configuration
        if configuration is not self._configuration:
            from milestone_tui.tui.wishes import wishes_of

            self._configuration = configuration
            self.post(WishesRead(wishes_of(configuration)))

    def _tell_permission(self, project: Project) -> None:
        """Say whether files can be written, if that is other than before."""
        from milestone_tui.workspace.permission import why_none_is_written

        paths = dict.fromkeys(milestone.path for milestone in project.milestones)
        why_not = why_none_is_written(str(self.workspace.root), paths)
        if why_not != self._why_not:
            self._why_not = why_not
            self.post(PermissionRead(why_not))

    def _branch(self) -> str:
        from milestone_tui.workspace.git import branch

        return branch(str(self.workspace.root))

    def _written(self) -> Snapshot:
        """The project as an edit left it."""
        workspace = self.workspace
        snapshot = snapshot_of(workspace.project, self.today(), workspace.loaded, (), self._branch(), workspace.lexicon)
        self._snapshot = snapshot
        self.surveyor.show(snapshot)
        return snapshot


def _load_ahead() -> None:
    from milestone_tui.tui.ahead import load_ahead

    load_ahead()
