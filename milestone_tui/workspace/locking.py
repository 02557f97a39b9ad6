"""One writer at a time in a folder, among all processes and users of this program.

The lock is `flock` on the folder's own descriptor, so that no lock file lies among the milestones. Where a folder cannot be
locked so (NFS, SMB, Windows), a file in the user's state folder stands for it: that orders the processes of one user on one
machine; against others there is still the comparison of bytes just before each write.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType

WAIT_SECONDS = 5.0
"""An edit that has not got the lock after this time is refused."""
_FIRST_PAUSE = 0.001
_LONGEST_PAUSE = 0.02


class Busy(Exception):
    """Somebody else held the lock all the time."""


class FolderLock:
    """Holds the lock of a folder within a `with` block.

    Entering raises Busy after `wait` seconds (WAIT_SECONDS), and OSError where nothing can be locked: without `stand_in`, where
    the folder itself cannot.
    """

    def __init__(self, folder: str, state_dir: Path | None, wait: float | None = None, *, stand_in: bool = True) -> None:
        self.folder = folder
        self.state_dir = state_dir
        self.wait = wait
        self.stand_in = stand_in
        self.descriptor = -1
        self.sole = False
        """Whether the folder itself is locked, so that nobody else on this machine writes there with this program."""

    def __enter__(self) -> FolderLock:
        self.sole = sys.platform != "win32" and self._lock_folder()
        if not self.sole and not self.stand_in:
            raise OSError(errno.ENOLCK, "this folder cannot be locked")
        if not self.sole:
            self._lock_stand_in()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self.descriptor)

    def _lock_folder(self) -> bool:
        """Whether the folder itself could be locked; False where the file system has no such locks."""
        try:
            self.descriptor = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except PermissionError:
            return False
        try:
            self._wait(self.descriptor)
        except OSError:
            os.close(self.descriptor)
            return False
        except Busy:
            os.close(self.descriptor)
            raise
        return True

    def _lock_stand_in(self) -> None:
        import tempfile
        from hashlib import blake2b

        user = os.getuid() if hasattr(os, "getuid") else 0
        home = Path(tempfile.gettempdir(), f"milestone-tui-{user}") if self.state_dir is None else self.state_dir
        home = home / "locks"
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = blake2b(os.fsencode(self.folder), digest_size=12).hexdigest()
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        self.descriptor = os.open(home / name, flags, 0o600)
        try:
            self._wait(self.descriptor)
        except (Busy, OSError):
            os.close(self.descriptor)
            raise

    def _wait(self, descriptor: int) -> None:
        end = time.monotonic() + (WAIT_SECONDS if self.wait is None else self.wait)
        pause = _FIRST_PAUSE
        while not _try_lock(descriptor):
            if time.monotonic() >= end:
                raise Busy
            time.sleep(pause)
            pause = min(pause * 1.5, _LONGEST_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
