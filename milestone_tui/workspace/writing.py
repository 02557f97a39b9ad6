"""One edit written to one file: under the folder's lock, against the bytes that are there at that moment, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from milestone_tui.editing.planning import Change, Refusal
from milestone_tui.text.patch import Patch, PatchRefused, apply
from milestone_tui.text.source import source_of
from milestone_tui.workspace.files import read_all
from milestone_tui.workspace.journal import Journal
from milestone_tui.workspace.litter import remove_all
from milestone_tui.workspace.locking import Busy, FolderLock
from milestone_tui.workspace.replacing import CannotReplace, replace_file, write_at
from milestone_tui.workspace.reversal import hunks_of, is_so_already

Plan = Callable[[bytes], Change | Refusal]
"""From the bytes as they are now to the change to make. Called anew whenever the file turns out to be another."""

_MOST_AIMS = 8
_OPEN = os.O_RDWR | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def write(location: str, plan: Plan, *, state_dir: Path | None, journal: Journal | None = None) -> Change | Refusal:
    """Make the planned change in the file at `location`. A Change without patches: it was so already, nothing was written.

    Nothing that the disk does escapes as an exception; after a Refusal the file is as it was.
    """
    real = os.path.realpath(location)
    try:
        folder = os.path.dirname(real)  # noqa: PTH120 - a string goes in
        with FolderLock(folder, state_dir) as lock:
            if lock.sole:
                remove_all(folder)
            seen: list[Change] = []
            for _ in range(_MOST_AIMS):
                outcome = _attempt(real, plan, journal, seen)
                if outcome is not None:
                    return outcome
    except Busy:
        return Refusal("somebody else is writing in this folder", "nothing was changed; try again in a moment", (), True)
    except OSError as error:
        return refusal_for(error)
    return Refusal("the file keeps being changed by another program", "nothing was changed; try again when it is quiet", (), True)


def _attempt(real: str, plan: Plan, journal: Journal | None, seen: list[Change]) -> Change | Refusal | None:
    """One aim at the file; None when the file changed before the change was in it, so that a new aim is due.

    `seen` are the changes of former aims that were in the file for a moment.
    """
    descriptor = os.open(real, _OPEN)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return Refusal("this is not a regular file", "only regular files are edited", ())
        before = read_all(descriptor, status.st_size)
        if source_of(before).read_only:
            return Refusal("the file is UTF-16 or holds NUL bytes", "it is shown, but not edited; save it as UTF-8 first", ())
        try:
            change = plan(before)
        except Exception as error:  # whatever a text does to the reader, it is not to end the program amid an edit
            return Refusal(f"this file cannot be understood: {error}", "nothing was changed; please report it with the file", ())
        if isinstance(change, Refusal):
            return _taken_over(before, seen) or change
        if not change.patches:
            return change
        fault = _fault(before, change)
        if fault:
            return Refusal(fault, "nothing was changed; please report this", ())
        stored = _journalled(descriptor, real, status, before, change, journal)
        if stored is None:
            seen.append(change)
        return change if stored else None
    finally:
        os.close(descriptor)


def _taken_over(data: bytes, seen: list[Change]) -> Change | None:
    """A change that another program saw in the moment before it was taken back, and wrote itself: it is in the file by now."""
    for change in seen:
        if is_so_already(data, hunks_of(change.before, change.patches), undo=False):
            return change._replace(before=data, after=data, patches=())
    return None


def _fault(before: bytes, change: Change) -> str:
    """What is wrong with a plan whose patches do not make of the bytes what it says; empty for a sound one."""
    try:
        sound = change.before == before and apply(before, change.patches) == change.after
    except PatchRefused as refused:
        return f"the edit does not fit the file: {refused}"
    return "" if sound else "the edit would change more than it says"


def _journalled(
    descriptor: int, real: str, status: os.stat_result, before: bytes, change: Change, journal: Journal | None
) -> bool | None:
    """Whether the change is in the file; see `_stored`."""
    entry = journal.intend(real, change) if journal else ""
    try:
        stored = _stored(descriptor, real, status, before, change, journal, entry)
    except OSError as error:
        if journal:
            journal.close(entry, made=False, reason=str(error))
        raise
    if journal:
        journal.close(entry, made=bool(stored), reason="" if stored else "the file changed meanwhile; aimed anew")
    return stored


def _stored(
    descriptor: int, real: str, status: os.stat_result, before: bytes, change: Change, journal: Journal | None, entry: str
) -> bool | None:
    """Whether the change is in the file; False when that turned out to be another one, None when it was in it for a moment."""
    patch = change.patches[0]
    if len(change.patches) == 1 and len(patch.old) == len(patch.new) == 1:
        return _poked(descriptor, real, status, before, change.after, patch)
    if status.st_nlink == 1:
        try:
            return replace_file(real, status, before, change.after)
        except CannotReplace:
            pass
    if not _is_still(descriptor, real, status, before):
        return False
    if journal:
        journal.keep_copy(entry, before, change.after)
    _rewritten(descriptor, before, change.after, min(each.start for each in change.patches))
    return _leads_to(real, status)


def _poked(descriptor: int, real: str, status: os.stat_result, before: bytes, after: bytes, patch: Patch) -> bool:
    """One byte, written into the file as it is: there is nothing that could tear."""
    if not _is_still(descriptor, real, status, before):
        return False
    write_at(descriptor, patch.new, patch.start)
    os.fsync(descriptor)
    return _is_still(descriptor, real, status, after)


def _is_still(descriptor: int, real: str, status: os.stat_result, data: bytes) -> bool:
    """Whether the path leads to the open file and the file holds just `data`."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    return _leads_to(real, status) and read_all(descriptor, len(data)) == data


def _leads_to(real: str, status: os.stat_result) -> bool:
    try:
        now = os.lstat(real)
    except FileNotFoundError:
        return False
    return (now.st_ino, now.st_dev) == (status.st_ino, status.st_dev)


def _rewritten(descriptor: int, before: bytes, after: bytes, start: int) -> None:
    """Other bytes in the same file: what makes it longer comes first, so that a full disk shows in time."""
    try:
        if len(after) > len(before):
            write_at(descriptor, after[len(before) :], len(before))
        write_at(descriptor, after[start : len(before)], start)
        if len(after) < len(before):
            os.ftruncate(descriptor, len(after))
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, len(before))
        write_at(descriptor, before[start:], start)
        raise


_ADVICE = {
    errno.ENOSPC: ("the disk is full", "nothing was changed; make room, then try again"),
    errno.EDQUOT: ("your disk quota is used up", "nothing was changed; make room, then try again"),
    errno.EROFS: ("the disk is mounted read-only", "nothing was changed; mount it for writing, then try again"),
    errno.EACCES: ("no permission to write this file", "nothing was changed; give yourself the right to write it"),
    errno.EPERM: ("the file must not be changed", "nothing was changed; the file is marked immutable or is not yours"),
    errno.ENOENT: ("the file is gone", "nothing was changed; reload to see what is there now"),
    errno.ENXIO: ("this is not a regular file", "only regular files are edited"),
    errno.EISDIR: ("this is a folder", "only regular files are edited"),
    errno.EIO: ("the disk reports an error", "look at the file before anything else, and save a copy elsewhere"),
}


def refusal_for(error: OSError) -> Refusal:
    """What to tell about an error of the disk."""
    unknown = f"the file cannot be written: {error.strerror or error}", "nothing was changed; look at the disk, then try again"
    text, advice = _ADVICE.get(error.errno or 0, unknown)
    return Refusal(text, advice, (), error.errno not in (errno.ENXIO, errno.EISDIR))
