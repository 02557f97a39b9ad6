"""One walk down a tree of folders, for files whose names speak for milestones. Opens nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from milestone_tui.model.project import Skipped
from milestone_tui.model.values import Problem
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN
from milestone_tui.workspace.configured import CONFIGURATION
from milestone_tui.workspace.ignored import ignored_files
from milestone_tui.workspace.litter import is_temporary
from milestone_tui.workspace.places import is_markdown, is_milestone_name, is_of_unknown_use, is_passed_over, is_place

if TYPE_CHECKING:
    from milestone_tui.workspace.configuration import Configuration

MAX_FOLDERS = 100_000
"""A tree of more folders than this is not searched to its end."""
LEAVES = "a link that leads out of the project"


class Search:
    """One walk down a tree, and what it met."""

    def __init__(self, root: str, asked: Configuration | None = None) -> None:
        self.root = root
        self.own_places = frozenset(asked.folders) if asked is not None else frozenset()
        self.lexicon = asked.lexicon if asked is not None else BUILT_IN
        self.markdown: list[tuple[str, bool]] = []
        """Relative path, and whether it lies in a place for milestones."""
        self.links: list[tuple[str, str]] = []
        self.ignore_files: list[str] = []
        self.littered: list[str] = []
        self.places = 0
        self.folders: list[str] = []
        self.skipped: list[Skipped] = []
        self.problems: list[Problem] = []

    def walk(self, start: str, in_place: bool) -> None:
        """Go through the folder `start` (relative, empty for the root) and all below it."""
        waiting = [(start, in_place)]
        while waiting:
            if len(self.folders) >= MAX_FOLDERS:
                advice = f"name a folder further down, or list `paths:` in {CONFIGURATION}"
                self.problems.append(Problem(".", 0, f"only {MAX_FOLDERS:,} folders were searched", advice))
                return
            relative, in_place = waiting.pop()
            for name, folder in self.entries(relative, in_place):
                path = f"{relative}/{name}" if relative else name
                if not folder:
                    self.markdown.append((path, in_place))
                elif in_place or not is_passed_over(name) or self.is_place(name):
                    if in_place and name in (".git", "node_modules"):
                        continue
                    place = self.is_place(name)
                    if not in_place and not place and is_of_unknown_use(name) and not self.plans_lie_in(path):
                        continue
                    self.places += place
                    waiting.append((path, in_place or place))

    def is_place(self, name: str) -> bool:
        """Whether a folder of that name is where milestones are kept."""
        return is_place(name) or name.casefold() in self.own_places

    def is_named(self, name: str) -> bool:
        """Whether a file's name says that it holds milestones, or begins with an id of the project's own."""
        return is_milestone_name(name) or self.lexicon.id_end(name) > 0

    def plans_lie_in(self, relative: str) -> bool:
        """Whether something in a hidden folder is named for milestones."""
        try:
            with os.scandir(f"{self.root}/{relative}") as scan:
                return any(self.is_place(each.name) or (is_markdown(each.name) and self.is_named(each.name)) for each in scan)
        except OSError:
            return False

    def entries(self, relative: str, in_place: bool) -> Iterator[tuple[str, bool]]:
        """Name of each Markdown file and folder in a folder, with whether it is a folder."""
        location = f"{self.root}/{relative}" if relative else self.root
        try:
            with os.scandir(location) as scan:
                entries = list(scan)
        except OSError as error:
            reason = f"this folder cannot be read: {error.strerror}"
            self.problems.append(Problem(relative or ".", 0, reason, "give yourself the right to read it, or exclude it"))
            return
        self.folders.append(location)
        if relative and any(entry.name in ("pyvenv.cfg", "CACHEDIR.TAG") for entry in entries):
            return
        for entry in entries:
            name = entry.name
            if entry.is_dir(follow_symlinks=False):
                yield name, True
            elif is_markdown(name):
                if entry.is_file(follow_symlinks=False):
                    yield name, False
                else:
                    self.special(f"{relative}/{name}" if relative else name, entry, in_place)
            elif is_temporary(name) and self.littered[-1:] != [location]:
                self.littered.append(location)
            elif name == ".gitignore":
                self.ignore_files.append(f"{relative}/{name}" if relative else name)

    def special(self, path: str, entry: os.DirEntry[str], in_place: bool) -> None:
        """A Markdown name that is no plain file: a link, a pipe, a device."""
        if not entry.is_symlink():
            advice = "only regular files are read; remove or exclude it"
            self.problems.append(Problem(path, 0, "this is not a regular file", advice))
            return
        real = os.path.realpath(entry.path)
        if not real.startswith(self.root.rstrip("/") + "/"):
            if in_place or self.is_named(entry.name):
                self.problems.append(
                    Problem(path, 0, f"{LEAVES} is not followed", "put the file itself there, or remove the link")
                )
            else:
                self.skipped.append(Skipped(path, LEAVES))
        elif not os.path.lexists(real):
            self.problems.append(Problem(path, 0, "this link leads nowhere", "mend the link or remove it"))
        elif os.path.isfile(real):  # noqa: PTH113 - a string goes in
            self.links.append((path, real))
        elif not os.path.exists(real):  # noqa: PTH110 - as above
            self.problems.append(Problem(path, 0, "this link leads round in a circle", "mend the link or remove it"))
        else:
            self.problems.append(
                Problem(path, 0, "this link leads to no regular file", "only regular files are read; remove or exclude it")
            )

    def settled(self) -> list[tuple[str, bool]]:
        """All Markdown files in order, links to them left out, ignored ones passed over."""
        have = {f"{self.root}/{path}" for path, _ in self.markdown}
        for path, real in self.links:
            if real not in have:
                have.add(real)
                self.markdown.append((path, any(self.is_place(part) for part in path.split("/")[:-1])))
        ignored = ignored_files(self.root, [path for path, _ in self.markdown], self.ignore_files)
        self.skipped.extend(Skipped(path, "ignored by git") for path in sorted(ignored))
        return sorted(each for each in self.markdown if each[0] not in ignored)
