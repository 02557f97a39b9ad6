"""Two names of a folder exchanged in one step, where the system can: what was in the way is not gone but has the other name."""

from __future__ import annotations

import errno
import os
import sys

_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2."""
_HERE = -100
"""AT_FDCWD: paths are those of the process."""
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM)


def swapped(one: str, other: str) -> bool:
    """Exchange two files. False where the system or the file system cannot; only Linux is asked.

    Raises OSError when one of them is gone, and as it comes; then nothing was exchanged.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), other)
