"""What was read is kept away from the garbage collector, and what the screen leaves behind is not."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest

from milestone_tui.tui.ahead import load_ahead
from milestone_tui.tui.collector import set_aside, uncollected
from milestone_tui.tui.panels.registry import KINDS


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


class Circle:
    """Refers to itself."""

    def __init__(self) -> None:
        self.self = self


def test_what_is_made_meanwhile_is_set_aside_and_the_collector_works_again() -> None:
    before = gc.get_freeze_count()
    with uncollected():
        assert not gc.isenabled()
        kept = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(kept)


def test_the_collector_works_again_after_something_failed() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_circles_of_a_moment_ago_are_not_set_aside() -> None:
    gone = weakref.ref(Circle())
    set_aside()
    assert gone() is None


def test_no_key_has_to_load_a_panel() -> None:
    load_ahead()
    assert {f"milestone_tui.tui.panels.{kind.name}" for kind in KINDS} <= set(sys.modules)
