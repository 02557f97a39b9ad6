"""Keeps the garbage collector away from what was read. It is the largest part of the memory and holds no cycles, so that looking
through it frees nothing, and keeps every key waiting for as long as it takes: at a thousand files a fifth of a second."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = 5000, 10, 10
"""How many more objects there must be than at the last look until the youngest are looked through, and after how many such looks
the older ones are. Python's own figures are meant for programs that answer nobody."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is looked through in the meantime; what is there at the end is set aside."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)
        gc.enable()


def set_aside() -> None:
    """What is in memory now is never looked through again; it is freed when nothing refers to it any more.

    What the screen left behind a moment ago is collected before, lest it stay for ever.
    """
    gc.collect(1)
    gc.freeze()
