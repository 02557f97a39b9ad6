"""What a search of a folder gives: the files to be read, and what was passed over."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from milestone_tui.model.project import Skipped
from milestone_tui.model.values import Problem


class FoundFile(NamedTuple):
    """A file to be read."""

    root: str
    relative: str
    """Below the root, with `/`."""
    sure: bool
    """Whether its name or place says that it is about milestones; else a look at its bytes decides whether it is read at all."""
    asked_for: bool = False
    """Whether somebody named this very file, so that it is taken in whatever it reads as."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.root, self.relative)

    @property
    def location(self) -> str:
        """Where it lies, as a string."""
        return f"{self.root}/{self.relative}"


class Discovery(NamedTuple):
    """What a search found. Paths in it are relative to `root`, with `/`."""

    root: Path
    files: tuple[FoundFile, ...]
    """In the order of their paths."""
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]
    candidates: tuple[Skipped, ...]
    """Markdown files that no name or place speaks for."""
    folders: tuple[str, ...]
    """All folders that were looked into, as full paths: whatever appears or goes away changes the time stamp of one of them."""
    littered: tuple[str, ...] = ()
    """Those of them in which a run of this program that was killed left something."""
