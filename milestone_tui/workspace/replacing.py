"""A file exchanged for one with other bytes, in one step that cannot be seen half done; everything else of it stays."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from typing import NamedTuple

from milestone_tui.workspace.files import read_all
from milestone_tui.workspace.litter import remove, temporary_name
from milestone_tui.workspace.swapping import swapped

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_KEPT_ATTRIBUTES = ("user.", "system.posix_acl")
"""Extended attributes that must come along; those of the system itself are set by it."""


class CannotReplace(Exception):
    """No file can be put beside this one, or none with the same owner and attributes: it has to be written in place."""


def replace_file(real: str, status: os.stat_result, before: bytes, after: bytes) -> bool | None:
    """Exchange the file at the real path `real`, whose `status` and bytes are given. False when it is no longer that file.

    None when it was exchanged back: for a moment the new bytes could be seen, and another program may have taken them over.
    Raises CannotReplace where nothing was touched, and OSError as it comes, the file being as it was.
    """
    temporary, descriptor = _created_beside(real)
    try:
        try:
            write_all(descriptor, after)
            _keep_properties(descriptor, real, status)
            os.fsync(descriptor)
            ours = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        if not _holds(real, status, before):
            return False
        done = _exchange(temporary, real, _Version(status, before), _Version(ours, after))
    finally:
        remove(temporary)
    fsync_folder(os.path.dirname(real))  # noqa: PTH120 - a string goes in
    return done


class _Version(NamedTuple):
    """A file and what it holds."""

    status: os.stat_result
    data: bytes


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte at the descriptor's place."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def write_at(descriptor: int, data: bytes, offset: int) -> None:
    """Write every byte from `offset` on."""
    os.lseek(descriptor, offset, os.SEEK_SET)
    write_all(descriptor, data)


def fsync_folder(folder: str) -> None:
    """Make a change of names in the folder last, where the system can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno == errno.EIO:
            raise
    finally:
        os.close(descriptor)


def _created_beside(real: str) -> tuple[str, int]:
    folder, name = os.path.split(real)
    temporary = f"{folder}/{temporary_name(name)}"
    try:
        descriptor = os.open(temporary, _CREATE, 0o600)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG):
            raise CannotReplace from error
        raise
    return temporary, descriptor


def _keep_properties(descriptor: int, real: str, status: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.fchown(descriptor, status.st_uid, status.st_gid)
        except OSError as error:
            raise CannotReplace from error
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
    if sys.platform == "linux":
        _keep_attributes(descriptor, real)


def _keep_attributes(descriptor: int, real: str) -> None:
    if sys.platform != "linux":
        return
    try:
        names = os.listxattr(real)
    except OSError:
        return
    for name in names:
        try:
            os.setxattr(descriptor, name, os.getxattr(real, name))
        except OSError as error:
            if name.startswith(_KEPT_ATTRIBUTES):
                raise CannotReplace from error


def _holds(real: str, status: os.stat_result, data: bytes) -> bool:
    """Whether the path still leads to the same file with the same bytes."""
    try:
        descriptor = os.open(real, _READ)
    except FileNotFoundError:
        return False
    try:
        now = os.fstat(descriptor)
        same = (now.st_ino, now.st_dev, now.st_nlink) == (status.st_ino, status.st_dev, status.st_nlink)
        return same and read_all(descriptor, len(data)) == data
    finally:
        os.close(descriptor)


def _exchange(temporary: str, real: str, theirs: _Version, ours: _Version) -> bool | None:
    """Put our file in the place of theirs; False or None when another program wrote between the last look and now.

    Then its file stays. None when ours was there for a moment.
    """
    try:
        if not swapped(temporary, real):
            _replace(temporary, real)
            return True
        if _holds(temporary, *theirs):
            return True
        swapped(temporary, real)
        if not _holds(temporary, *ours):  # and once more, over or into ours: what was written last is what stays
            swapped(temporary, real)
            now = os.lstat(real)
            return (now.st_ino, now.st_dev) == (ours.status.st_ino, ours.status.st_dev) or None
    except FileNotFoundError:
        return False
    return None


def _replace(temporary: str, real: str) -> None:
    for pause in (0.01, 0.05, 0.2, 0.5):
        try:
            os.replace(temporary, real)  # noqa: PTH105 - strings go in
            return
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause)  # somebody reads the file just now, which Windows takes for a reason to refuse
    os.replace(temporary, real)  # noqa: PTH105 - as above
