"""Which files of a folder are to be read as milestones. Looks at names only; opens nothing but the configuration."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from milestone_tui.model.values import Problem
from milestone_tui.workspace.found import Discovery, FoundFile
from milestone_tui.workspace.named import by_names

if TYPE_CHECKING:
    from milestone_tui.workspace.configuration import Configuration


def discover(target: Path, asked: Configuration | None = None) -> Discovery:
    """The files to read below `target`: a project, a folder of milestones, or one file; as its configuration asks for."""
    found = _found(target, root_of(target), asked)
    return found if asked is None else found._replace(problems=(*found.problems, *asked.problems))


def _found(target: Path, root: Path, asked: Configuration | None) -> Discovery:
    if target.is_dir():
        if asked is not None and (asked.paths or asked.exclude):
            from milestone_tui.workspace.asked import as_asked

            return as_asked(root, asked)
        return by_names(root, asked)
    name = target.name
    if not os.path.lexists(root / name):
        advice = "give a project, a folder of milestone files, or one such file"
        problem = Problem(name, 0, "there is no such file or folder", advice)
        return Discovery(root, (), (), (problem,), (), (str(root),))
    return Discovery(root, (FoundFile(str(root), name, True, True),), (), (), (), (str(root),))


def root_of(target: Path) -> Path:
    """The folder that paths are relative to: the target itself, or the folder of the file that it is."""
    return target.resolve() if target.is_dir() else target.absolute().parent.resolve()
