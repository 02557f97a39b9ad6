"""How fast the dashboard answers, beside a bare `DataTable` of as many rows: `python -m tests.bench.screen_speed [FOLDER]...`.

Each FOLDER holds milestone files; without one they are made by the workload generator beside this checkout, if it is there. Both
programs run on pseudo-terminals, in turn. Prints medians and ratios, and judges nothing: machines differ, and so do their
neighbours.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tests.bench.terminal_program import Answer, TerminalProgram

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT.parent / "shared" / "tools" / "gen_workload.py"
WALKS = {"Risks": b"lhkjkj", "Dependencies": b"Gglhlh"}
"""Where there may be nothing below the cursor; other panels are lists."""
SIZES = ("80x24", "120x36", "200x50")
PANELS = {
    "1": "Overview",
    "2": "Milestone",
    "3": "Risks",
    "4": "Dependencies",
    "5": "Tracks",
    "6": "Checkpoints",
    "7": "Activity",
}
TITLE_CELLS = 10
"""So much of a title stands on every screen."""
REST = 1.0
"""Seconds of silence after which everything is read that is to be read."""
HELD, REPEAT = 30, 0.033
"""A key that is held: how many times it comes, and after how many seconds again."""
Figures = dict[str, float]
Counterparts = dict[str, str]

_DASHBOARD = "import sys; from milestone_tui.cli.main import main; sys.exit(main())"
_ASPECTS = ("first byte", "last byte", "longest", "bytes", "at rest", "all bytes", "held bytes")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--size", action="append", choices=SIZES)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for folder in given.folders or generated(Path(scratch)):
            for size in given.size or SIZES:
                compared(folder, size, given.rounds, Path(scratch))


def generated(scratch: Path) -> Iterator[Path]:
    """Folders of 100 and of 1,000 milestone files, or none without a generator."""
    if not GENERATOR.exists():
        print("NOT measured: there is no workload generator beside this checkout", file=sys.stderr)
        return
    for count in (100, 1000):
        target = scratch / f"work-{count}"
        command = [sys.executable, str(GENERATOR), str(target), "-n", str(count), "--only", "md"]
        subprocess.run(command, check=True, capture_output=True)
        yield target / "md"


def compared(folder: Path, size: str, rounds: int, scratch: Path) -> None:
    """Both programs in turn, and the table of their medians."""
    columns, rows = (int(part) for part in size.split("x"))
    texts, titles = list_texts(folder, columns)
    table = scratch / "rows.json"
    table.write_text(json.dumps(texts))
    words = re.compile("|".join(re.escape(title) for title in sorted(titles)).encode())
    ours: list[Figures] = []
    theirs: list[Figures] = []
    bytecode = scratch / "bytecode"
    cold = not bytecode.exists()
    for turn in range(rounds + cold):
        own = copied(folder, scratch)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(bytecode)}
        environment |= {"XDG_STATE_HOME": str(own.parent / "state"), "XDG_CONFIG_HOME": str(own.parent / "config")}
        for name in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR"):
            environment.pop(name, None)
        bare = [sys.executable, "-m", "tests.bench.data_table", str(table)]
        found = measured(bare, columns, rows, environment, words, bare_figures)
        mine = measured([sys.executable, "-c", _DASHBOARD, str(own)], columns, rows, environment, words, dashboard_figures)
        if turn >= cold:  # the first one fills the cache
            theirs.append(found)
            ours.append(mine)
    print(f"\n{folder}: {len(texts) - 1} rows at {size}, medians of {rounds} rounds")
    print_table(medians(ours), medians(theirs))


def measured(
    command: list[str],
    columns: int,
    rows: int,
    environment: dict[str, str],
    words: re.Pattern[bytes],
    figures: Callable[[TerminalProgram], Figures],
) -> Figures:
    """What both have: the start, the idle bytes, memory and leaving; between them `figures`."""
    program = TerminalProgram(command, columns, rows, environment)
    try:
        found = {"first frame": program.until(re.compile(rb"[^\s\x00-\x1f]")) * 1000}
        found["first real data"] = program.until(words) * 1000
        found["all read"] = program.settle(3 * REST) * 1000
        found["idle bytes in 5 s"] = program.idle(5)
        found |= figures(program)
        found["memory MiB"] = program.memory()
        found["quit"] = program.leave(b"q")
    finally:
        program.close()
    return found


def bare_figures(program: TerminalProgram) -> Figures:
    """The bare table: rows, the other table, the filter, a cell."""
    found = told("down", [program.press(b"\x1b[B") for _ in range(15)])
    found |= held("down", program, b"\x1b[B")
    found |= told("switch", [program.press(key) for key in (b"2", b"1", b"2", b"1")])
    found |= told("filter", [program.press(b"f", REST / 2)])
    found |= told("filter off", [program.press(b"\x1b", REST / 2)])
    return found | told("tick", [program.press(b" ")])


def dashboard_figures(program: TerminalProgram) -> Figures:
    """The dashboard: the list, each panel, the filter, a box ticked in the agenda."""
    found = told("list down", [program.press(b"\x1b[B") for _ in range(15)])
    found |= held("list down", program, b"\x1b[B")
    found |= told("filter opens", [program.press(b"f", REST / 2)])
    found |= told("filter", [program.press(b" ", REST / 2)])
    found |= told("filter off", [program.press(b"c", REST / 2)])
    found |= told("filter closes", [program.press(b"\x1b", REST / 2)])
    for key, name in PANELS.items():
        found |= told(f"{name}: first opened", [program.press(key.encode(), REST)])
        program.settle(3 * REST)  # all that it shows is read
        steps = WALKS.get(name, b"j")
        found |= told(f"{name}: down", [program.press(steps[turn % len(steps) :][:1]) for turn in range(12)])
        if len(steps) == 1:
            found |= held(f"{name}: down", program, steps)
        again = []
        for _ in range(3):
            program.press(b"1" if name != "Overview" else b"2", REST / 3)
            again.append(program.press(key.encode(), REST / 3))
        found |= told(f"{name}: switch", again)
    program.press(b"1", REST)
    found |= told("agenda: opened", [program.press(b"s", REST)])
    found |= told("agenda: down", [program.press(b"\x1b[B") for _ in range(8)])
    return found | told("tick", [program.press(b" ", REST)])


def told(name: str, answers: list[Answer]) -> Figures:
    """Medians over several keys; a key that nothing followed counts for nothing."""
    came = [answer for answer in answers if answer.first is not None]
    if not came:
        return {f"{name}, bytes": 0}
    return {
        f"{name}, first byte": statistics.median(answer.first or 0 for answer in came),
        f"{name}, last byte": statistics.median(answer.last or 0 for answer in came),
        f"{name}, longest": max(answer.first or 0 for answer in came),
        f"{name}, bytes": statistics.median(answer.bytes for answer in came),
        f"{name}, at rest": statistics.median(answer.rest or answer.last or 0 for answer in came),
        f"{name}, all bytes": statistics.median(answer.rest_bytes for answer in came),
    }


def held(name: str, program: TerminalProgram, keys: bytes) -> Figures:
    """Bytes for each time that a held key comes, with all that follows when it is let go."""
    return {f"{name}, held bytes": program.hold(keys, HELD, REPEAT)}


def medians(rounds: list[Figures]) -> Figures:
    """Of each figure."""
    names = dict.fromkeys(name for each in rounds for name in each)
    return {name: statistics.median(each[name] for each in rounds if name in each) for name in names}


def print_table(ours: Figures, theirs: Figures) -> None:
    """A line a figure, or a line a key: when its answer begins, ends, begins at worst, in milliseconds; its bytes; and
    the same with what follows after a pause, when the cursor rests; bytes a time while the key is held."""
    print(f"  {'':28}{'':>6}{'figure':>8} of the bare table")
    for name in (name for name in ours if ", " not in name):
        print(f"  {name:28}{_beside(ours, theirs, name, name)}")
    print(f"  {'':28}" + "".join(f"{words:>16}" for words in _ASPECTS))
    for name in dict.fromkeys(name.partition(", ")[0] for name in ours if ", " in name):
        other = "down" if name.endswith("down") else "switch" if name.endswith(("switch", "opened")) else name
        cells = (_beside(ours, theirs, f"{name}, {aspect}", f"{other}, {aspect}") for aspect in _ASPECTS)
        print(f"  {name:28}" + "".join(cells))


def _beside(ours: Figures, theirs: Figures, name: str, other: str) -> str:
    if name not in ours:
        return f"{'–':>9}{'':7}"
    ratio = f" {ours[name] / theirs[other]:5.2f}x" if theirs.get(other) else f"{'':7}"
    return f"{ours[name]:9.0f}{ratio}"


def list_texts(folder: Path, columns: int) -> tuple[list[list[str]], set[str]]:
    """The texts of the list as it stands on a screen of so many columns, headings first; and how the titles begin."""
    from milestone_tui.analysis.standing import standings
    from milestone_tui.views.columns import fitted, widest
    from milestone_tui.views.glyphs import glyphs
    from milestone_tui.views.lines import clip, plain
    from milestone_tui.views.list_rows import LIST_COLUMNS, list_rows
    from milestone_tui.workspace.workspace import Workspace

    project = Workspace(folder, None).load()
    today = date.today()
    rows = list_rows(project, standings(project, today), today, glyphs(False))
    widths = fitted(LIST_COLUMNS, widest(LIST_COLUMNS, rows), columns - 4 if columns < 100 else 32, 1)
    kept = [number for number, column in enumerate(LIST_COLUMNS) if column.name in widths]
    texts = [["", *(LIST_COLUMNS[number].heading or LIST_COLUMNS[number].name for number in kept)]]
    for row in rows:
        cells = [plain(clip(row.cells[number], widths[LIST_COLUMNS[number].name], "…")) for number in kept]
        texts.append([plain(row.signs), *cells])
    return texts, {row.cells[1][0][0][:TITLE_CELLS] for row in rows if row.cells[1]}


def copied(folder: Path, scratch: Path) -> Path:
    """The files of a round of its own: one of them is ticked."""
    place = scratch / "round"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder, place / folder.name)
    return place / folder.name


if __name__ == "__main__":
    main()
