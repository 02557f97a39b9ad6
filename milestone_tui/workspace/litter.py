"""Temporary files that a killed run left beside a milestone file: known by their names, removed when surely nobody writes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable

_PREFIX = ".milestone-tui-"
_NAME = re.compile(r"\.milestone-tui-[0-9a-f]{8}-[0-9a-f]{12}\.tmp")


def temporary_name(name: str) -> str:
    """A new name for a file that is to take the place of the file `name` in the same folder."""
    import zlib

    return f"{_PREFIX}{zlib.crc32(os.fsencode(name)):08x}-{os.urandom(6).hex()}.tmp"


def is_temporary(name: str) -> bool:
    """Whether a file of that name was made to take the place of another."""
    return name.startswith(_PREFIX) and _NAME.fullmatch(name) is not None


def clear(folders: Iterable[str]) -> None:
    """Remove what is left in these folders, but for those in which somebody writes just now, or that cannot be locked."""
    from milestone_tui.workspace.locking import Busy, FolderLock

    for folder in folders:
        try:
            with FolderLock(folder, None, wait=0.0, stand_in=False):
                remove_all(folder)
        except (Busy, OSError):
            continue


def remove_all(folder: str) -> None:
    """Remove all temporary files of this user in a folder whose lock is held: who made them did not live to use them."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_temporary(entry.name) and entry.is_file(follow_symlinks=False) and _is_ours(entry):
                    remove(entry.path)
    except OSError:
        return


def remove(path: str) -> None:
    """Remove a file, if that can be done."""
    try:
        os.unlink(path)  # noqa: PTH108 - a string goes in
    except OSError:
        return


def _is_ours(entry: os.DirEntry[str]) -> bool:
    return sys.platform == "win32" or entry.stat(follow_symlinks=False).st_uid == os.geteuid()
