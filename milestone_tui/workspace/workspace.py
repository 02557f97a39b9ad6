"""A folder of milestone files, as a project that follows the disk. Threads may share one: edits do not wait for a scan."""

from __future__ import annotations

import gc
from _thread import RLock  # what threading.RLock is, without the import of threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from milestone_tui.model.contents import NO_CONTENTS, Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project, Skipped
from milestone_tui.reading.reader import Reading, read
from milestone_tui.workspace.assembly import assembled
from milestone_tui.workspace.configured import Configured
from milestone_tui.workspace.discovery import discover, root_of
from milestone_tui.workspace.files import read_file, stamp_of
from milestone_tui.workspace.found import Discovery, FoundFile
from milestone_tui.workspace.loading import FileState, content_id, read_state, state_of

if TYPE_CHECKING:
    from milestone_tui.editing.planning import Change, Refusal
    from milestone_tui.model.edit import Edit
    from milestone_tui.reading.vocabulary.lexicon import Lexicon
    from milestone_tui.workspace.applying import Applied, AppliedAll
    from milestone_tui.workspace.configuration import Configuration

_FIRST_BATCH = 16
_LARGEST_BATCH = 1024
_READ_ALONE = 100
"""So few files are never worth a second process; the module for it is not even loaded."""
_READINGS_KEPT = 64
"""Whole readings take hundreds of times the memory of the facts; those asked for last are kept."""


class Workspace:
    """What lies below `target` (a project, a folder of milestones, or one file).

    `state_dir` is where the undo journal lives; without one, edits are made but cannot be undone. `user_file` is the user's own
    configuration, if there is one.
    """

    def __init__(self, target: Path, state_dir: Path | None = None, user_file: Path | None = None) -> None:
        self.target = target
        self.state_dir = state_dir
        self.tidies = state_dir is not None
        """Whether a look at the disk removes what a killed run left; who only reads writes nothing at all."""
        self.root: Path = root_of(target)
        self.discovery = Discovery(self.root, (), (), (), (), ())
        """What the last scan found; nothing before the first one, so that making a workspace costs nothing."""
        self.project = Project(self.root.name or str(self.root), (), (), ())
        self.loaded = False
        self._lock = RLock()
        self._states: dict[str, FileState] = {}
        self._written: dict[str, FileState] = {}
        """States that `apply` made while a scan was on its way; they are newer than the scan's."""
        self._taken_in: frozenset[str] = frozenset()
        self._places: dict[str, tuple[str, int]] = {}
        self._attached: dict[str, Milestone] = {}
        self._readings: dict[str, tuple[tuple[int, int], Reading]] = {}
        self._configured = Configured(str(self.root), str(user_file or ""))
        self._read_by: Lexicon | None = None
        """The words by which the states were read."""

    @property
    def target_file(self) -> str:
        """The name of the one file that the target is; empty for a folder."""
        return "" if self.target.is_dir() else self.target.name

    # Reading

    @property
    def ascii_only(self) -> bool:
        """Whether the configuration asks for signs of ASCII."""
        return bool(self._configured.found is not None and self._configured.found.ascii)

    @property
    def is_configured(self) -> bool:
        """Whether there is a configuration file; without one nothing of it need be loaded."""
        return self._configured.found is not None

    @property
    def configuration(self) -> Configuration:
        """What the configuration files say as of the last look at the disk."""
        return self._configured.configuration

    @property
    def lexicon(self) -> Lexicon:
        """The words by which the files are read."""
        return self._configured.lexicon

    def load(self, on_progress: Callable[[Project], None] | None = None) -> Project:
        """Read everything. `on_progress` gets the project as far as it is read, in growing batches, never the last one."""
        enabled = gc.isenabled()
        gc.disable()
        try:
            self._scan(on_progress)
        finally:
            if enabled:
                gc.enable()
        return self.project

    def refresh(self) -> Project | None:
        """Look at the disk again; the project if anything in it is another, else None."""
        before = self.project if self.loaded else None
        self._scan(None)
        return self.project if self.project != before else None

    def take_in(self, relative: str) -> Project:
        """Read a file that was passed over, whatever it holds, for as long as this workspace lives."""
        self._taken_in |= {relative}
        self._scan(None)
        return self.project

    def candidates(self) -> tuple[Skipped, ...]:
        """Files that were passed over and could be taken in, those nearest to milestones first."""
        passed = [each for each in self.project.skipped if each.path in self._states]
        known = {each.path for each in passed}
        return (*passed, *(each for each in self.discovery.candidates if each.path not in known))

    def stamps(self) -> dict[str, object]:
        """What the disk says of every file and folder that matters now; the same as last time unless something changed."""
        found: dict[str, object] = {}
        for location in self._configured.looked_at:
            found[location] = stamp_of(location)
        for folder in self.discovery.folders:
            stamp = stamp_of(folder)
            found[folder] = stamp and (stamp.modified_ns, stamp.inode)
        root = str(self.root)
        for relative in self._states:
            found[relative] = stamp_of(f"{root}/{relative}")
        return found

    @property
    def unsettled(self) -> bool:
        """Whether some file may have changed without another stamp."""
        return any(state.stamp is None and not state.problems for state in list(self._states.values()))

    def reading(self, key: str) -> Reading:
        """The reading of the file of a milestone, as the file is now; an empty one when it cannot be read any more."""
        path = self._places.get(key, (key.partition("#")[0], 0))[0]
        state = self._states.get(path)
        kept = self._readings.get(path)
        if kept is not None and state is not None and kept[0] == state.content and kept[1].outline.lexicon is self.lexicon:
            return kept[1]
        found = read_file(f"{self.root}/{path}", path) if state is not None else None
        reading = read(getattr(found, "data", b""), path, self.lexicon)
        if state is not None:
            self._keep(path, reading)
        return reading

    def contents(self, key: str) -> Contents:
        """Everything that a milestone holds beyond its facts; empty for a key that is not, or no longer, there."""
        reading = self.reading(key)
        for number, milestone in enumerate(reading.milestones):
            if milestone.key == key:
                return reading.contents(number)
        return NO_CONTENTS

    def states(self) -> dict[str, FileState]:
        """What each file that was read stated, by its path; also those that are passed over."""
        with self._lock:
            return dict(self._states)

    def version(self, key: str) -> object:
        """Another one as soon as a milestone's file is known to have other bytes, or is read by other words; None without one."""
        state = self._states.get(key.partition("#")[0] if key not in self._places else self._places[key][0])
        return None if state is None else (state.content, self.lexicon)

    # Editing

    def apply(self, edit: Edit, today: str = "") -> Applied | Refusal:
        """Write one edit to its file, or say why not. Never raises for anything that the disk does."""
        return self.apply_all((edit,), today).as_one()

    def apply_all(self, edits: Iterable[Edit], today: str = "") -> AppliedAll:
        """Write several edits that are one step for undo; those that are refused keep no other back."""
        from milestone_tui.workspace.applying import apply_all

        return apply_all(self, edits, today)

    def planned(self, edit: Edit) -> Change | Refusal:
        """What an edit would do, without doing it."""
        from milestone_tui.workspace.applying import planned

        return planned(self, edit)

    def undo(self) -> Applied | Refusal:
        """Take back the last step below this target that is not yet taken back, whoever's run of the program made it."""
        from milestone_tui.workspace.turning import undo

        return undo(self)

    def redo(self) -> Applied | Refusal:
        """Make the step again that was taken back last."""
        from milestone_tui.workspace.turning import redo

        return redo(self)

    def found_file(self, relative: str) -> FoundFile:
        """The file of that path as the search would give it."""
        named = any(file.asked_for and file.relative == relative for file in self.discovery.files)
        asked_for = named or relative in self._taken_in or self.target_file == relative
        return FoundFile(str(self.root), relative, True, asked_for)

    def take_over(self, relative: str, data: bytes) -> Project:
        """The project in which the file of that path holds these bytes, which were just written."""
        state, reading = read_state(self.found_file(relative), data, None, self.lexicon)
        with self._lock:
            if reading is not None:
                self._keep(relative, reading)
            if relative in self._states or not self.loaded:
                self._written[relative] = state
                self._publish({**self._states, relative: state})
            return self.project

    # How it is done

    def _scan(self, on_progress: Callable[[Project], None] | None) -> None:
        with self._lock:
            self._configured.look()
            lexicon = self._configured.lexicon
            known = dict(self._states) if self._read_by is lexicon else {}
            self._written.clear()
        discovery = discover(self.target, self._configured.found)
        if discovery.littered and self.tidies:
            from milestone_tui.workspace.litter import clear

            clear(discovery.littered)
        files = [file._replace(asked_for=True) if file.relative in self._taken_in else file for file in discovery.files]
        found = {file.relative for file in files}
        root = str(discovery.root)
        files += [FoundFile(root, relative, True, True) for relative in sorted(self._taken_in - found)]
        states = self._read(files, known, discovery, on_progress)
        if not any(state.milestones and not state.skip_reason for state in states.values()):
            others = [FoundFile(root, each.path, False) for each in discovery.candidates if each.path not in self._taken_in]
            states |= self._read(others, known, discovery, on_progress)
        with self._lock:
            self.discovery = discovery
            self.loaded = True
            self._read_by = lexicon
            states |= {path: state for path, state in self._written.items() if path in states}
            self._publish(states)

    def _read(
        self,
        files: list[FoundFile],
        known: dict[str, FileState],
        discovery: Discovery,
        on_progress: Callable[[Project], None] | None,
    ) -> dict[str, FileState]:
        lexicon = self.lexicon
        if not known and on_progress is None and len(files) > _READ_ALONE:
            from milestone_tui.workspace.parallel import can_share, read_by_two

            if can_share(files):
                return read_by_two(files, lambda file: state_of(file, None, lexicon)[0])
        states: dict[str, FileState] = {}
        next_report = _FIRST_BATCH
        for number, file in enumerate(files, 1):
            before = known.get(file.relative)
            if before is not None and before.stamp is not None and before.stamp == stamp_of(file.location):
                asked_after_all = bool(before.skip_reason) and file.asked_for
                state, reading = state_of(file, before, lexicon) if asked_after_all else (before, None)
            else:
                state, reading = state_of(file, before, lexicon)
            states[file.relative] = state
            if reading is not None and len(files) <= _READINGS_KEPT:
                self._keep(file.relative, reading)
            if on_progress and number == next_report and number < len(files):
                next_report += min(2 * number, _LARGEST_BATCH)
                on_progress(self._assembled(states, discovery, {}))
        return states

    def _assembled(self, states: dict[str, FileState], discovery: Discovery, attached: dict[str, Milestone]) -> Project:
        unread = [each for each in discovery.candidates if each.path not in states]
        return assembled(self.project.name, states.values(), [*discovery.skipped, *unread], discovery.problems, attached)

    def _publish(self, states: dict[str, FileState]) -> None:
        project = self._assembled(states, self.discovery, self._attached)
        self._states = states
        self._places = {
            milestone.key: (path, number) for path, state in states.items() for number, milestone in enumerate(state.milestones)
        }
        if project != self.project:
            self.project = project

    def _keep(self, path: str, reading: Reading) -> None:
        self._readings.pop(path, None)
        self._readings[path] = content_id(reading.document.data), reading
        while len(self._readings) > _READINGS_KEPT:
            self._readings.pop(next(iter(self._readings)), None)
