"""One file's bytes and the stamp by which a later look knows whether it may have changed."""

from __future__ import annotations

import os
import stat
import sys
import time
from typing import NamedTuple

from milestone_tui.model.values import Problem

MAX_BYTES = 5 * 1024 * 1024
"""No milestone file is larger; what is, is not read."""
_UNSETTLED_NS = 100_000_000
"""A file written this shortly before it was read may be written again without another time stamp."""
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Stamp(NamedTuple):
    """What `stat` tells of a file."""

    modified_ns: int
    size: int
    inode: int


class FileBytes(NamedTuple):
    """A file as it was at one moment."""

    data: bytes
    stamp: Stamp
    settled: bool
    """Whether an unchanged stamp proves unchanged bytes."""


def stamp_of(location: str) -> Stamp | None:
    """The stamp of the file at `location` now, or None when there is none to be had."""
    try:
        status = os.stat(location)  # noqa: PTH116 - 10,000 of these every second
    except (OSError, ValueError):
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def read_file(location: str, relative: str) -> FileBytes | Problem:
    """The bytes of a regular file of bearable size; anything else is a problem, and never waits."""
    try:
        descriptor = os.open(location, _OPEN)
    except FileNotFoundError:
        return Problem(relative, 0, "the file is gone", "it was there a moment ago; reload")
    except (OSError, ValueError) as error:
        return _unreadable(relative, error)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return Problem(relative, 0, "this is not a regular file", "only regular files are read; remove or exclude it")
        if status.st_size > MAX_BYTES:
            return _too_large(relative, f"{status.st_size / 1024 / 1024:,.1f} MiB")
        data = read_all(descriptor, status.st_size, MAX_BYTES)
        if len(data) > MAX_BYTES:
            return _too_large(relative, "it grows while it is read")
    except OSError as error:
        return _unreadable(relative, error)
    finally:
        os.close(descriptor)
    settled = abs(time.time_ns() - status.st_mtime_ns) > _UNSETTLED_NS
    return FileBytes(data, Stamp(status.st_mtime_ns, status.st_size, status.st_ino), settled and len(data) == status.st_size)


def read_all(descriptor: int, expected: int, most: int = sys.maxsize) -> bytes:
    """All bytes from the descriptor's place on; `expected` of them are read at once. Beyond `most` it soon stops."""
    first = os.read(descriptor, expected + 1)
    if len(first) == expected:
        return first
    pieces, total = [first], len(first)
    while pieces[-1] and total <= most:
        pieces.append(os.read(descriptor, 1 << 20))
        total += len(pieces[-1])
    return b"".join(pieces)


def _too_large(relative: str, size: str) -> Problem:
    return Problem(relative, 0, f"the file is too large: {size}", "files are read up to 5 MiB; split or exclude it")


def _unreadable(relative: str, error: OSError | ValueError) -> Problem:
    if isinstance(error, PermissionError):
        return Problem(relative, 0, "no permission to read this file", "give yourself the right to read it, or exclude it")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return Problem(relative, 0, f"the file cannot be read: {reason}", "look at the disk; the other files are read")
