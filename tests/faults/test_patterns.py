"""No regular expression of the package takes more than linear time on what a file can hold."""

from __future__ import annotations

import re

import pytest

from tests.faults.patterns import Use, uses
from tests.faults.pumping import stalled

SHORT = {
    "milestone_tui.workspace.roles.": "names of files and folders, which no system lets grow beyond 255 characters",
    "milestone_tui.workspace.places.": "as above",
    "milestone_tui.workspace.globs.": "paths, at most some thousand characters; see its own tests",
    "milestone_tui.analysis.naming._RANGE": "names of at most 200 characters",
    "milestone_tui.analysis.naming._OPEN": "as above",
    "milestone_tui.analysis.naming._NUMBERED": "as above",
    "milestone_tui.reading.vocabulary.headings._": "the first 300 characters of a heading",
    "milestone_tui.tui.terminal.difference._": "frames of our own, in which no file puts an escape character",
    "milestone_tui.cli.": "what the person at the terminal types",
    "milestone_tui.views.selection_text.": "as above",
}
"""What is never given a long text, and why."""


def _long() -> list[Use]:
    seen = set()
    found = []
    for use in uses():
        kind = (use.pattern.pattern, use.pattern.flags, use.how in ("match", "fullmatch"))
        if kind not in seen and not use.where.startswith(tuple(SHORT)):
            seen.add(kind)
            found.append(use)
    return found


@pytest.mark.parametrize("share", range(4))
def test_no_expression_takes_more_than_linear_time(share: int) -> None:
    found = _long()
    assert len(found) > 150
    slow = []
    for use in found[share::4]:
        pattern = use.pattern.pattern
        bytes_too = isinstance(pattern, bytes)
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        worst = stalled(use.call(), text, use.pattern.flags & ~(0 if bytes_too else re.UNICODE))
        if worst is not None:
            slow.append(f"{use.where} {use.how}: {worst[0]:.3f} s for {worst[1]:,} characters of {worst[2]!r}")
    assert not slow


@pytest.mark.parametrize(
    ("pattern", "how"), [(r"(?:a|a)+$", "match"), (r"\s*x", "search"), (r"a*a*b", "match"), (r"(\w+\s?)*$", "match")]
)
def test_a_slow_expression_is_found(pattern: str, how: str) -> None:
    """A search that finds nothing proves nothing."""
    assert stalled(Use("here", re.compile(pattern), how).call(), pattern, 0) is not None
