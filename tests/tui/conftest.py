"""Tests of the dashboard wait for what they expect, so a press of a key need not be followed by a long look for idleness."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual import _wait


@pytest.fixture(autouse=True, scope="module")
def _short_waits(request: pytest.FixtureRequest) -> Iterator[None]:
    """Ten times as short as usual; not for pictures, which are taken when everything has come to rest."""
    with pytest.MonkeyPatch.context() as patch:
        if request.module.__name__.endswith("test_snapshots"):
            yield
            return
        patch.setattr(_wait, "SLEEP_GRANULARITY", _wait.SLEEP_GRANULARITY / 10)
        patch.setattr(_wait, "SLEEP_IDLE", _wait.SLEEP_IDLE / 10)
        yield
