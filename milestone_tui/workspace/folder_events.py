"""Ends a pause as soon as the kernel tells of a change in the folders. Needs `watchfiles`; without it pauses just end in time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import ModuleType

_TOGETHER_MS, _STEP_MS = 50, 10
"""Events within so many milliseconds are one, when none came for a step: an editor saves by several."""
_AGAIN_MS = 1000
"""After which it is looked whether there are other folders."""
_MEND_SECONDS = 5.0
"""After which the kernel is asked again when it refused."""


class FolderEvents:
    """Pauses that end early.

    The kernel keeps silent of what other machines do on a network file system, and allows so many folders and no more. So a
    pause is never longer than it was asked to be, and whoever uses it looks at the disk after each.
    """

    def __init__(self, folders: Callable[[], tuple[str, ...]]) -> None:
        self._folders = folders
        self._told = threading.Event()
        self._stop = threading.Event()

    def wait(self, seconds: float, at_least: float = 0.0) -> bool:
        """Pause for `seconds`, or until something was told, though `at_least` so long; whether to stop for good."""
        if not self._stop.wait(at_least):
            self._told.wait(max(seconds - at_least, 0))
            self._told.clear()
        return self._stop.is_set()

    def stop(self) -> None:
        """End all pauses, and `run`."""
        self._stop.set()
        self._told.set()

    def run(self) -> None:
        """Listen until it is stopped; ends at once where there is nothing to listen with."""
        try:
            import watchfiles
        except ImportError:
            return
        while not self._stop.is_set():
            try:
                self._listen(watchfiles)
            except (OSError, RuntimeError):  # a folder that just went, or more of them than the kernel allows
                self._stop.wait(_MEND_SECONDS)

    def _listen(self, watchfiles: ModuleType) -> None:
        """Until there are other folders."""
        folders = self._folders()
        heard = watchfiles.watch(
            *folders,
            watch_filter=None,
            debounce=_TOGETHER_MS,
            step=_STEP_MS,
            stop_event=self._stop,
            rust_timeout=_AGAIN_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=False,
            ignore_permission_denied=True,
        )
        for changes in heard:
            if changes:
                self._told.set()
            if self._folders() != folders:
                return
