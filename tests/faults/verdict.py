"""What may be concluded from the records of many writers: who overwrote whom."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from tests.faults.rivalry import Append, Lines, Missing, Save, Success, Window, lines_of, notes_of


class Records(NamedTuple):
    """All that the processes of one run noted."""

    windows: list[Window]
    successes: list[Success]
    missing: list[Missing]
    refused: dict[str, int]
    saves: list[Save]
    undone: list[tuple[int, int]]
    """Saves of the editor that it did not find again, and when it looked."""
    appends: list[Append]


class Verdict(NamedTuple):
    """What became of everybody's writes."""

    reported: int
    """Our edits that were reported as made."""
    not_there: int
    """Of these, those that were gone although no stranger can have taken them away: our fault."""
    overwritten: int
    """Of these, those that a stranger took away, by putting back a file that it had read before."""
    removed: int
    """Writes of strangers that were complete before our last look at the file, and that we took away: our fault."""
    in_window: int
    """Writes of strangers that were lost between our last look and the exchange of the files."""
    by_strangers: int
    """Appended lines that the editor took away."""
    saves: int
    appends: int
    refused: int
    """Our edits that were refused, and tried again."""


def collected(logs: Path, writers: int) -> Records:
    """What lies in the folder of logs."""
    found = Records([], [], [], {}, [], [], [])
    for writer in range(writers):
        windows, successes, missing, refused = json.loads((logs / f"writer{writer}").read_text())
        found.windows.extend(Window(*each) for each in windows)
        found.successes.extend(Success(*each) for each in successes)
        found.missing.extend(Missing(*each) for each in missing)
        for reason, count in refused.items():
            found.refused[reason] = found.refused.get(reason, 0) + count
    if (logs / "editor").exists():
        saves, undone = json.loads((logs / "editor").read_text())
        found.saves.extend(Save(*each)._replace(notes=frozenset(each[-1])) for each in saves)
        found.undone.extend((number, seen) for number, seen in undone)
    if (logs / "appender").exists():
        found.appends.extend(Append(*each) for each in json.loads((logs / "appender").read_text()))
    return found


def judged(records: Records, text: str) -> Verdict:
    """Who did what, given what the file held in the end."""
    missing = [*records.missing, *_missing_in_the_end(records, lines_of(text))]
    overwritten = sum(_taken_by_the_editor(each, records.saves) for each in missing)
    removed = in_window = by_strangers = 0
    kept = notes_of(text)
    for append in records.appends:
        if append.number not in kept:
            if _in_a_window(append.began, append.ended, records.windows):
                in_window += 1
            elif any(
                append.number not in save.notes and save.read_began < append.ended and save.ended > append.began
                for save in records.saves
            ):
                by_strangers += 1
            else:
                removed += 1
    ended = {save.number: save for save in records.saves}
    for number, _ in records.undone:
        save = ended[number]
        if _in_a_window(save.began, save.ended, records.windows):
            in_window += 1
        else:
            removed += 1
    return Verdict(
        len(records.successes), len(missing) - overwritten, overwritten, removed, in_window, by_strangers,
        len(records.saves), len(records.appends), sum(records.refused.values()),
    )  # fmt: skip


def _missing_in_the_end(records: Records, lines: Lines) -> list[Missing]:
    last: dict[str, Success] = {}
    for success in sorted(records.successes):
        last[success.name] = success
    known = {(each.name, each.began) for each in records.missing}
    return [
        Missing(each.name, each.line, each.began, each.ended, 1 << 62)
        for each in last.values()
        if lines.get(each.name) != each.line and (each.name, each.began) not in known
    ]


def _taken_by_the_editor(missing: Missing, saves: list[Save]) -> bool:
    """Whether the editor had read the file before the edit was in it, and put it back after that.

    What counts is when its rename began: the time after it may have been taken much later.
    """
    return any(
        save.lines.get(missing.name) != missing.line
        and save.read_began < missing.ended
        and missing.began < save.ended
        and save.began <= missing.seen
        for save in saves
    )


def _in_a_window(began: int, ended: int, windows: list[Window]) -> bool:
    return any(window.began <= ended and began <= window.ended for window in windows)
