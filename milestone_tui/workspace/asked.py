"""The files that the paths of a project's configuration name."""

from __future__ import annotations

import os
from pathlib import Path

from milestone_tui.model.project import Skipped
from milestone_tui.model.values import Problem
from milestone_tui.workspace.configuration import Configuration
from milestone_tui.workspace.configured import CONFIGURATION
from milestone_tui.workspace.found import Discovery, FoundFile
from milestone_tui.workspace.globs import is_glob, matcher
from milestone_tui.workspace.named import by_names
from milestone_tui.workspace.search import LEAVES, Search


def as_asked(root: Path, asked: Configuration) -> Discovery:
    """The files below `root` that the configuration names; where it only excludes, those found by their names."""
    excluded = matcher(asked.exclude)
    if not asked.paths:
        found = by_names(root, asked)
        return found._replace(files=tuple(each for each in found.files if not (excluded and excluded.fullmatch(each.relative))))
    search = Search(str(root), asked)
    exact: set[str] = set()
    for start in _starts(root, asked.paths, exact, search):
        search.walk(start, True)
    wanted = matcher(asked.paths)
    files = []
    skipped = list(search.skipped)
    for path in sorted({path for path, _ in search.settled()} | exact):
        if wanted and not wanted.fullmatch(path):
            continue
        if excluded and excluded.fullmatch(path):
            skipped.append(Skipped(path, f"excluded by {CONFIGURATION}"))
        else:
            files.append(FoundFile(search.root, path, True, path in exact))
    skipped.extend(each for each in search.skipped if each not in skipped)
    folders = (search.root, *search.folders)
    return Discovery(root, tuple(files), tuple(skipped), tuple(search.problems), (), folders, tuple(search.littered))


def _starts(root: Path, paths: tuple[str, ...], exact: set[str], search: Search) -> list[str]:
    """The folders to walk for the paths, none below another; files named outright go into `exact`."""
    starts: set[str] = set()
    for pattern in paths:
        parts = pattern.split("/")
        literal = parts if not is_glob(pattern) else parts[: next(
            at for at, part in enumerate(parts) if is_glob(part)
        )]  # fmt: skip
        start = "/".join(literal) if literal != ["."] else ""
        place = root / start
        if os.path.realpath(place) != str(place) and not os.path.realpath(place).startswith(f"{root}/"):
            search.skipped.append(Skipped(pattern, LEAVES))
        elif place.is_dir():
            starts.add(start)
        elif len(literal) == len(parts) and os.path.lexists(place):
            exact.add(start)
        elif not is_glob(pattern):
            advice = "mend the entry or remove it"
            search.problems.append(Problem(CONFIGURATION, 0, f"paths: there is no `{pattern}`", advice))
    return [each for each in sorted(starts) if not any(each != up and (not up or each.startswith(f"{up}/")) for up in starts)]
