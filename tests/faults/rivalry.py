"""Many writers of one file at once, each of which keeps a record of what it did and when; and what may be concluded from these.

Our writers are processes that edit through a workspace. The strangers take no lock: an editor that reads the file and puts it
back by rename, and a program that appends in place. All times are of one clock, in nanoseconds.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from milestone_tui.editing.planning import Refusal
from milestone_tui.model.edit import ItemTarget, SetBox, SetItem
from milestone_tui.workspace import replacing
from milestone_tui.workspace.workspace import Workspace

PATH = "milestones/M1.md"
BOXES = 2
"""Of each writer, beside the one whose text it makes longer."""
_SECOND = 1_000_000_000
_MOST_TRIES = 200

Lines = dict[str, str]
"""Name of a line → the line."""


class Success(NamedTuple):
    """An edit that was reported as made."""

    began: int
    ended: int
    name: str
    line: str


class Missing(NamedTuple):
    """A line that was not as its last successful edit left it."""

    name: str
    line: str
    began: int
    """When that edit began."""
    ended: int
    seen: int
    """When the line was looked for."""


class Save(NamedTuple):
    """What the editor put in the place of the file."""

    read_began: int
    began: int
    ended: int
    number: int
    lines: Lines
    notes: frozenset[int]
    """The appended lines that it kept."""


class Append(NamedTuple):
    """A line that was appended in place."""

    began: int
    ended: int
    number: int


class Window(NamedTuple):
    """From the beginning of the last look at the file until another one had taken its place."""

    began: int
    ended: int


def text_for(writers: int) -> str:
    """The file at the beginning. What is appended lies in a fence that nothing closes, so that it costs nothing to read."""
    sections = "".join(
        f"## Writer {writer}\n\n- [ ] w{writer} text:\n" + "".join(f"- [ ] w{writer} box {box}\n" for box in range(BOXES)) + "\n"
        for writer in range(writers)
    )
    return f"# M1 Title\n\nEditor: 0\n\n{sections}## Notes\n\n```\nnote 0\n"


def lines_of(text: str) -> Lines:
    """The lines of the writers by their names; fails for a text that is not whole."""
    assert text.startswith("# M1 Title\n\nEditor: "), text[:80]
    assert "\n## Notes\n\n```\nnote 0\n" in text, "the end is missing"
    assert text.endswith("\n"), text[-80:]
    found = {}
    for line in text.splitlines():
        if line.startswith("- ["):
            words = line[6:].split(" ")
            found[words[0] + (f" {words[2]}" if words[1] == "box" else "")] = line
    return found


def notes_of(text: str) -> frozenset[int]:
    """The numbers of the appended lines."""
    return frozenset(int(line[5:]) for line in text.splitlines() if line.startswith("note "))


def write_edits(root: Path, state: Path, writer: int, edits: int, log: Path) -> None:
    """Make `edits` edits, each tried until it is reported as made: every other one ticks a box, the others lengthen a text."""
    windows: list[Window] = []
    successes: list[Success] = []
    missing: list[Missing] = []
    refused: dict[str, int] = {}
    last: dict[str, Success] = {}
    workspace = Workspace(root, state)
    with _noted_windows(windows):
        for number in range(edits):
            for _ in range(_MOST_TRIES):
                now = _looked(root, last, missing)
                edit, name, line = _edit(writer, number, now)
                began = time.monotonic_ns()
                outcome = workspace.apply(edit)
                if not isinstance(outcome, Refusal):
                    break
                refused[outcome.text.partition(":")[0]] = refused.get(outcome.text.partition(":")[0], 0) + 1
            else:
                raise AssertionError(f"writer {writer} could not make edit {number}: {refused}")
            done = Success(began, time.monotonic_ns(), name, line)
            successes.append(done)
            last[name] = done
            _looked(root, last, missing)
    log.write_text(json.dumps([windows, successes, missing, refused]))


def _edit(writer: int, number: int, now: Lines) -> tuple[SetBox | SetItem, str, str]:
    """The edit, the name of its line, and the line after it."""
    if number % 2:
        text = now[f"w{writer}"][6:]
        longer = f"{text} {number}"
        return SetItem(PATH, ItemTarget(0, text, "", True, ""), "text", longer), f"w{writer}", f"- [ ] {longer}"
    box = number // 2 % BOXES
    name = f"w{writer} {box}"
    done = now[name][3] == " "
    text = f"w{writer} box {box}"
    return SetBox(path=PATH, done=done, line=0, text=text, item="", exact=True), name, f"- [{'x' if done else ' '}] {text}"


def _looked(root: Path, last: dict[str, Success], missing: list[Missing]) -> Lines:
    """The lines as they are; what is not as it was left is noted once."""
    now = lines_of((root / PATH).read_text(encoding="utf-8"))
    seen = time.monotonic_ns()
    for name, done in list(last.items()):
        if now.get(name) != done.line:
            missing.append(Missing(name, done.line, done.began, done.ended, seen))
            del last[name]
    return now


@contextmanager
def _noted_windows(windows: list[Window]) -> Iterator[None]:
    """Note each time between the last look at a file and its replacement."""
    holds, exchange, began = replacing._holds, replacing._exchange, 0

    def looked(real: str, status: os.stat_result, data: bytes) -> bool:
        nonlocal began
        began = time.monotonic_ns()
        return holds(real, status, data)

    def exchanged(temporary: str, real: str, theirs: replacing._Version, ours: replacing._Version) -> bool | None:
        last_look = began
        done = exchange(temporary, real, theirs, ours)
        windows.append(Window(last_look, time.monotonic_ns()))
        return done

    replacing._holds, replacing._exchange = looked, exchanged
    try:
        yield
    finally:
        replacing._holds, replacing._exchange = holds, exchange


def _over(stop: Path) -> bool:
    """Whether the run has ended, or nobody is left who could end it."""
    return stop.exists() or os.getppid() == 1


def edit_by_rename(root: Path, pause: float, stop: Path, log: Path) -> None:
    """Read the file, count up its line `Editor: n` and put it back by rename, again and again until the file `stop` is there."""
    file, number = root / PATH, 0
    beside = root / "editor.tmp"
    saves: list[Save] = []
    undone: list[tuple[int, int]] = []
    while not _over(stop):
        read_began = time.monotonic_ns()
        text = file.read_text(encoding="utf-8")
        lines_of(text)
        stands = int(text.split("Editor: ", 1)[1].split("\n", 1)[0])
        if stands != number:
            undone.append((number, time.monotonic_ns()))
        text = text.replace(f"Editor: {stands}\n", f"Editor: {number + 1}\n", 1)
        number += 1
        beside.write_text(text, encoding="utf-8")
        began = time.monotonic_ns()
        beside.replace(file)
        saves.append(Save(read_began, began, time.monotonic_ns(), number, lines_of(text), notes_of(text)))
        time.sleep(pause)
    kept = [each._replace(notes=sorted(each.notes)) for each in saves]  # type: ignore[arg-type]  # for JSON
    log.write_text(json.dumps([kept, undone]))


def append_in_place(root: Path, pause: float, stop: Path, log: Path) -> None:
    """Append a line `note n`, again and again until the file `stop` is there."""
    appends: list[Append] = []
    while not _over(stop):
        began = time.monotonic_ns()
        descriptor = os.open(root / PATH, os.O_WRONLY | os.O_APPEND)
        os.write(descriptor, b"note %d\n" % (len(appends) + 1))
        os.close(descriptor)
        appends.append(Append(began, time.monotonic_ns(), len(appends) + 1))
        time.sleep(pause)
    log.write_text(json.dumps(appends))
