"""Which files git ignores. Git is the judge, and is asked only where a pattern could concern one of the files at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

_TIMEOUT = 5.0
"""Seconds that git may take before its answer is done without."""
_WILD = "*?[\\"


def ignored_files(root: str, files: Sequence[str], ignore_files: Sequence[str]) -> frozenset[str]:
    """Those of `files` (relative to `root`) that git ignores; none where there is no git or no repository.

    `ignore_files` are the `.gitignore` files seen below `root`, relative to it.
    """
    repository = _repository_above(root)
    if repository is None or not files:
        return frozenset()
    above = _ignore_files_above(root, repository)
    patterns = [pattern for each in (*above, *(f"{root}/{name}" for name in ignore_files)) for pattern in _patterns(each)]
    parts = {part for name in files for part in name.split("/")}
    parts |= set(root[len(repository) :].split("/"))
    if not any(_may_concern(pattern, parts) for pattern in patterns):
        return frozenset()
    return _asked_of_git(root, files)


def _repository_above(folder: str) -> str | None:
    while True:
        if os.path.lexists(f"{folder}/.git"):
            return folder
        parent = os.path.dirname(folder)  # noqa: PTH120 - a string goes in and out, many times a second
        if parent == folder:
            return None
        folder = parent


def _ignore_files_above(root: str, repository: str) -> list[str]:
    found = [f"{repository}/.git/info/exclude"]
    at = root
    while len(at) > len(repository):
        at = os.path.dirname(at)  # noqa: PTH120 - as above
        found.append(f"{at}/.gitignore")
    return found


def _patterns(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as lines:  # noqa: PTH123 - as above
            stripped = [line.strip() for line in lines]
    except OSError:
        return []
    return [line for line in stripped if line and line[0] not in "#!"]


def _may_concern(pattern: str, parts: Iterable[str]) -> bool:
    """Whether every segment of the pattern could match a part of some path. Never wrongly no."""
    for segment in pattern.strip("/").split("/"):
        wild = [at for at, character in enumerate(segment) if character in _WILD]
        if not wild:
            if segment not in parts:
                return False
            continue
        before = segment[: wild[0]]
        tail = segment[wild[-1] :]
        after = tail[1:] if tail[0] in "*?" else ""
        if not any(part.startswith(before) and part.endswith(after) for part in parts):
            return False
    return True


def _asked_of_git(root: str, files: Sequence[str]) -> frozenset[str]:
    import subprocess

    command = ["git", "-c", "core.fsmonitor=false", "-C", root, "check-ignore", "-z", "--stdin"]
    asked = b"\0".join(os.fsencode(name) for name in files) + b"\0"
    try:
        answer = subprocess.run(command, input=asked, capture_output=True, timeout=_TIMEOUT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(os.fsdecode(name) for name in answer.stdout.split(b"\0") if name)
