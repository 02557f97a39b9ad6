"""kill -9 at random moments while edits are written: `python -m tests.bench.kill [KILLS] [SEED]`.

A child edits one file without pause, by single bytes and by whole files; it is killed at a moment of its life between the first
edit and many edits later. Then the file must be one of the texts that the edits lead to, whole, and a new start must leave nothing
beside it. Ends with 1 when that did not hold once.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from milestone_tui.editing.planning import Refusal
from milestone_tui.workspace.workspace import Workspace
from tests.faults.processes import started
from tests.workspace.folders import applied, field, folder, names, text_of, tick

PATH = "milestones/M1.md"
STATES = ("active", "on_hold and a good deal longer than before", "blocked")
LONGEST_LIFE = 0.06
"""Seconds after the child's first edit."""


def possible() -> set[bytes]:
    """All texts that the edits lead to."""
    plain = text_of("M1")
    ticked = plain.replace("- [ ] one", "- [x] one")
    return {text.replace("status: active", f"status: {state}").encode() for text in (plain, ticked) for state in STATES}


def edit_for_ever(root: Path, ready: Path) -> None:
    """Tick, set, untick, set."""
    workspace = Workspace(root, root.parent / "state")
    number = 0
    while True:
        applied(workspace, tick(PATH, "one", done=number % 2 == 0))
        applied(workspace, field(PATH, "status", STATES[number % len(STATES)]))
        if not number:
            ready.touch()
        number += 1


def killed(place: Path, life: float) -> tuple[str, int]:
    """What was wrong after a kill, empty for nothing; and how many temporary files the kill left for the next start."""
    root, ready = folder(place / "p", {PATH: ""}), place / "ready"
    child = started(lambda: edit_for_ever(root, ready))
    while not ready.exists():
        time.sleep(0.001)
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    litter = len(names(root / "milestones")) - 1
    if (root / PATH).read_bytes() not in possible():
        return f"torn: {(root / PATH).read_bytes()!r}", litter
    workspace = Workspace(root, place / "state")
    project = workspace.load()
    if names(root / "milestones") != ["M1.md"]:
        return f"litter after the next start: {names(root / 'milestones')}", litter
    if project.problems or len(project.milestones) != 1:
        return f"problems: {project.problems}", litter
    outcome = workspace.undo()
    if isinstance(outcome, Refusal) or (root / PATH).read_bytes() not in possible():
        return f"undo: {outcome}, {(root / PATH).read_bytes()!r}", litter
    return "", litter


def main() -> int:
    """Kill that often and print the figures."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    chance = random.Random(sys.argv[2] if len(sys.argv) > 2 else "1")
    wrong: Counter[str] = Counter()
    left = 0
    begun = time.perf_counter()
    for _ in range(wanted):
        with tempfile.TemporaryDirectory() as place:
            fault, litter = killed(Path(place), chance.random() * LONGEST_LIFE)
        left += litter
        if fault:
            wrong[fault] += 1
            print(fault, flush=True)
    print(
        f"{wanted} kills in {time.perf_counter() - begun:.0f} s: {left} amid a write with a temporary file; {wrong.total()} faults"
    )
    return min(1, wrong.total())


if __name__ == "__main__":
    sys.exit(main())
