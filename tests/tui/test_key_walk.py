"""The real program on a pseudo-terminal: every key that the help lists, in every panel, and nothing goes wrong."""

from __future__ import annotations

import asyncio
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.help import bindings_in_force
from milestone_tui.workspace.workspace import Workspace
from tests.generated import generate
from tests.tui.dashboard import surveyed, until
from tests.tui.plans import PLAN, written
from tests.tui.walking import PLACES, TOGGLED, Key, Walker

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals here")

LOGGED = (40, 12)
"""The size at which the log is written and looked through: that takes its time."""
SIZES = ((80, 24), (40, 12), (200, 50))
WITHIN = {"agenda": "overview", "document": "milestone", "register": "risks"}
"""Parts of a panel, in which only those keys are walked that are in force there alone."""
FAILED = re.compile(rb"Traceback|[A-Za-z]*(?:Error|Exception)\b|Fatal Python|the edit failed")
MARK = re.compile(r"^\s*[-*+] \[.\]")
STEPPED = re.compile(r"\b(?:Low|Medium|High|Critical|\d{4}-\d\d-\d\d)\b")
"""What a key moves by a step: a rating of a risk, or a day."""


async def keys_by_place(root: Path, size: tuple[int, int]) -> dict[str, list[Key]]:
    """Asked of the app itself, so that no key is forgotten here."""
    app = MilestoneApp(Workspace(root), today=lambda: date(2026, 11, 21), watch=False)
    found: dict[str, list[Key]] = {}
    async with app.run_test(size=size) as pilot:
        await surveyed(pilot)
        for place, way in PLACES.items():
            await pilot.press("escape", "escape", *way)
            await until(pilot, lambda: app.screen is app.main and app.focused is not None)
            found[place] = [Key(active.binding.id or "", active.binding.key) for active in bindings_in_force(app)]
            await pilot.press(*(way[-1:] if place in TOGGLED else ()))
    for place, panel in WITHIN.items():
        found[place] = [key for key in found[place] if key not in found[panel]]
    return found


def lines_of(text: str) -> Counter[str]:
    """The lines without what is in their boxes and what goes by steps, and without indents: all else has to be typed."""
    return Counter(STEPPED.sub("~", MARK.sub("- [ ]", line)).strip() for line in text.split("\n"))


def walked(root: Path, home: Path, size: tuple[int, int], keys: dict[str, list[Key]]) -> None:
    """Walk everywhere, leave, and look at what was written on the screen, to the log and to the files."""
    before = {path: path.read_text(encoding="utf-8") for path in sorted(root.iterdir())}
    walker = Walker(root, home, size, size == LOGGED)
    try:
        walker.until("the first milestone", lambda: re.search(rb"M0*1\b", walker.seen) is not None)
        for place, each in keys.items():
            walker.walk(place, each)
        code = walker.leave()
    finally:
        walker.close()
    seen = bytes(walker.seen)
    assert code == 0, seen[-2000:]
    failure = FAILED.search(seen)
    assert not failure, seen[max(failure.start() - 500, 0) : failure.end() + 1500]
    assert walker.edited.exists()
    assert walker.log.exists() == (size == LOGGED)
    log = walker.log.read_bytes() if size == LOGGED else b""
    failure = FAILED.search(log)
    assert not failure, log[max(failure.start() - 500, 0) : failure.end() + 1500]
    assert sorted(root.iterdir()) == [*before]
    for path, text in before.items():
        assert not lines_of(path.read_text(encoding="utf-8")) - lines_of(text), path


async def test_every_key_in_every_panel(tmp_path: Path) -> None:
    walks = []
    for size in SIZES:
        folder = tmp_path / f"{size[0]}x{size[1]}"
        folder.mkdir()
        root = written(folder, PLAN)
        keys = await keys_by_place(root, size)
        assert sum(map(len, keys.values())) > 200
        walks.append(asyncio.to_thread(walked, root, folder / "home", size, keys))
    await asyncio.gather(*walks)


async def test_every_key_in_every_panel_of_a_thousand_milestones(tmp_path: Path) -> None:
    keys = await keys_by_place(written(tmp_path, PLAN), SIZES[0])
    root = tmp_path / "thousand"
    generate(root, 1000)
    await asyncio.to_thread(walked, root, tmp_path / "home", SIZES[0], keys)
