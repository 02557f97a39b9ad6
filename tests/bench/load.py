"""Eight processes, 200 edits each, on one file: `python -m tests.bench.load [--runs N] [--edits N] [--alone]`.

Each run is made twice: beside an editor that saves by rename every 20 ms and a program that appends in place every 20 ms; and
without them. Prints what became of all writes, and ends with 1 when one of them was lost by our fault.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from milestone_tui.workspace.journal import Journal
from tests.faults.processes import ended, started
from tests.faults.rivalry import BOXES, PATH, append_in_place, edit_by_rename, text_for, write_edits
from tests.faults.verdict import Verdict, collected, judged
from tests.workspace.folders import folder

WRITERS = 8
PAUSE = 0.02
"""Seconds between two writes of a stranger."""


def run(place: Path, writers: int, edits: int, *, strangers: bool, pause: float = PAUSE) -> tuple[Verdict, str]:
    """One run in an empty folder; the verdict, and what the file held in the end."""
    root = folder(place / "p", {PATH: text_for(writers)})
    logs, stop = place / "logs", place / "stop"
    logs.mkdir()
    others: list[Callable[[], object]] = []
    if strangers:
        others = [
            lambda: edit_by_rename(root, pause, stop, logs / "editor"),
            lambda: append_in_place(root, pause, stop, logs / "appender"),
        ]
    rivals = [started(each) for each in others]
    state = place / "state"
    ours = [
        started(lambda writer=writer: write_edits(root, state, writer, edits, logs / f"writer{writer}"))  # type: ignore[misc]  # bound at once
        for writer in range(writers)
    ]
    codes = [ended(child) for child in ours]
    stop.touch()
    codes += [ended(child) for child in rivals]
    assert not any(codes), f"a process failed: {codes}"
    left = sorted(path.name for path in (root / PATH).parent.iterdir())
    assert left == ["M1.md"], f"litter: {left}"
    assert strangers or len(Journal(state).records()) == writers * edits, "the journal knows every edit"
    text = (root / PATH).read_text(encoding="utf-8")
    return judged(collected(logs, writers), text), text


def text_after(writers: int, edits: int) -> str:
    """What the file holds when all edits are made and nobody else writes."""
    text = text_for(writers)
    for writer in range(writers):
        appended = "".join(f" {number}" for number in range(1, edits, 2))
        text = text.replace(f"- [ ] w{writer} text:\n", f"- [ ] w{writer} text:{appended}\n")
        for box in range(BOXES):
            if sum(number // 2 % BOXES == box for number in range(0, edits, 2)) % 2:
                text = text.replace(f"- [ ] w{writer} box {box}\n", f"- [x] w{writer} box {box}\n")
    return text


def main() -> int:
    """All runs; a line for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--alone", action="store_true", help="without strangers only")
    args = parser.parse_args()
    faults, sums = 0, [0] * len(Verdict._fields)
    for number in range(1, args.runs + 1):
        for strangers in (False,) if args.alone else (False, True):
            begun = time.perf_counter()
            with tempfile.TemporaryDirectory() as place:
                verdict, text = run(Path(place), WRITERS, args.edits, strangers=strangers)
            whole = strangers or (text == text_after(WRITERS, args.edits) and verdict.reported == WRITERS * args.edits)
            faults += verdict.not_there + verdict.removed + (not whole)
            if strangers:
                sums = [have + more for have, more in zip(sums, verdict, strict=True)]
            figures = ", ".join(f"{name} {value}" for name, value in verdict._asdict().items())
            kind = "beside strangers" if strangers else f"alone, {'nothing else' if whole else 'NOT AS EXPECTED'}"
            print(f"run {number} {kind}: {figures}; {time.perf_counter() - begun:.1f} s", flush=True)
    print("beside strangers in all: " + ", ".join(f"{name} {sum}" for name, sum in zip(Verdict._fields, sums, strict=True)))
    print(f"{faults} faults of ours")
    return min(1, faults)


if __name__ == "__main__":
    sys.exit(main())
