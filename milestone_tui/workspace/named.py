"""The files that the names of folders and files speak for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from milestone_tui.model.project import Skipped
from milestone_tui.workspace.found import Discovery, FoundFile
from milestone_tui.workspace.search import Search

if TYPE_CHECKING:
    from milestone_tui.workspace.configuration import Configuration

_ELSEWHERE = "outside the folders and names that stand for milestones"


def by_names(root: Path, asked: Configuration | None = None) -> Discovery:
    """The files that folder and file names speak for; without any such name, all Markdown files."""
    search = Search(str(root), asked)
    in_place = search.is_place(root.name) and not os.path.lexists(root / ".git")
    search.walk("", in_place)
    found = search.settled()
    named_files = any(search.is_named(path.rpartition("/")[2]) for path, _ in found)
    files: list[FoundFile] = []
    candidates: list[Skipped] = []
    for path, placed in found:
        folder, _, name = path.rpartition("/")
        if placed or search.is_named(name) or (not folder and not search.places):
            files.append(FoundFile(search.root, path, True))
        elif search.places or named_files:
            candidates.append(Skipped(path, _ELSEWHERE))
        else:
            files.append(FoundFile(search.root, path, False))
    return Discovery(
        root, tuple(files), tuple(search.skipped), tuple(search.problems), tuple(candidates), tuple(search.folders),
        tuple(search.littered),
    )  # fmt: skip
