"""How long `status` takes, beside two things that cannot be made faster: `python -m tests.bench.status_speed [FOLDER]`.

FOLDER holds generated milestone files; without one they are made by the workload generator beside this checkout, if it is there.
Prints medians and ratios, and judges nothing: machines differ, and so do their neighbours.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT.parent / "shared" / "tools" / "gen_workload.py"
FILES = 1000
RUNS = 5

_STATUS = "import sys; from milestone_tui.cli.main import main; sys.exit(main())"
"""What the installed `milestone-tui` consists of."""
_EVENTS = """
import pathlib, sys, time, pyromark
texts = [path.read_bytes().decode() for path in sorted(pathlib.Path(sys.argv[1]).glob("*.md"))]
options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS if sys.argv[2] == "gfm" else 0
begun = time.perf_counter()
for text in texts:
    list(pyromark.events_with_range(text, options=options))
print(time.perf_counter() - begun)
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{scratch}/bytecode", "PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        sample(environment)
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else generated(Path(scratch))
        if folder is None:
            print("1,000 files: NOT measured, there is no workload generator beside this checkout", file=sys.stderr)
        else:
            thousand(folder, environment)


def seconds(environment: dict[str, str], *arguments: str) -> float:
    """Seconds that a whole Python process takes."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def sample(environment: dict[str, str]) -> None:
    """`status` on the sample project against `import yaml`, both whole processes with cached bytecode, in turn."""
    pairs = [
        (seconds(environment, "-c", _STATUS, "status", "sample_project"), seconds(environment, "-c", "import yaml"))
        for _ in range(4 * RUNS)
    ][1:]
    ours, theirs = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
    print(f"status of the sample project: {ours * 1000:.0f} ms = {ours / theirs:.2f} x `import yaml` ({theirs * 1000:.0f} ms)")


def thousand(folder: Path, environment: dict[str, str]) -> None:
    """`status` as a whole process against taking the parser's events into a list, in a process of its own, in turn."""
    names = ("gfm", "bare")
    found: dict[str, list[float]] = {"status": [], **{name: [] for name in names}}
    for _ in range(RUNS):
        for name in names:
            command = [sys.executable, "-c", _EVENTS, str(folder), name]
            printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
            found[name].append(float(printed))
        found["status"].append(seconds(environment, "-c", _STATUS, "status", str(folder)))
    ours = statistics.median(found["status"])
    files = len(list(folder.glob("*.md")))
    for name, words in (("gfm", "with tables and task lists, as we ask for"), ("bare", "with no options")):
        theirs = statistics.median(found[name])
        print(f"status of {files} files: {ours:.2f} s = {ours / theirs:.2f} x the parser's events {words} ({theirs:.2f} s)")


def generated(scratch: Path) -> Path | None:
    """Milestone files of all dialects, or None without a generator."""
    if not GENERATOR.exists():
        return None
    command = [sys.executable, str(GENERATOR), str(scratch / "work"), "-n", str(FILES), "--only", "md"]
    subprocess.run(command, check=True, capture_output=True)
    return scratch / "work" / "md"


if __name__ == "__main__":
    main()
