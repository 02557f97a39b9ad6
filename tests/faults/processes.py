"""Children of the test process that do one thing, and may die while they do it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import NoReturn

import pytest

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

STEPS = ("write", "fsync", "replace", "ftruncate", "fchmod", "unlink")
"""The system calls that an edit is made of."""


def started(work: Callable[[], object]) -> int:
    """The id of a child that does `work`; it exits with 0 when that raised nothing."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def ended(child: int) -> int:
    """The exit code of a child, negative for the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(work: Callable[[], object]) -> int:
    """The exit code of `work` done by a child."""
    return ended(started(work))


def killed_at(step: int, work: Callable[[], object], *, half: bool = False) -> bool:
    """Whether a child was killed (kill -9) just before its system call number `step`; with `half`, amid a write."""

    def with_a_limit() -> None:
        count = 0

        def die() -> NoReturn:
            os.kill(os.getpid(), signal.SIGKILL)
            raise AssertionError

        def counting(name: str) -> None:
            real = getattr(os, name)

            def counted(*arguments: object, **options: object) -> object:
                nonlocal count
                count += 1
                if count == step:
                    if half and name == "write":
                        data = bytes(memoryview(arguments[1]))  # type: ignore[arg-type]  # what os.write is given
                        real(arguments[0], data[: len(data) // 2])
                    die()
                return real(*arguments, **options)

            setattr(os, name, counted)

        for name in STEPS:
            counting(name)
        work()

    code = run(with_a_limit)
    assert code in (0, -signal.SIGKILL)
    return code != 0
