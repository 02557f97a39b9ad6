"""How long `status` takes, measured against something that cannot be made faster, in the same run. Prints both figures."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pyromark
import pytest

from milestone_tui.cli.main import main

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT.parent / "shared" / "tools" / "gen_workload.py"
FILES = 1000
MOST_TIMES_YAML = 4.0
MOST_TIMES_PARSER = 4.0

_SCRIPT = "import sys; from milestone_tui.cli.main import main; sys.exit(main())"
"""What the installed `milestone-tui` consists of."""

pytestmark = pytest.mark.bench


def fastest(action: Callable[[], object], runs: int) -> float:
    """Seconds of the fastest of `runs` runs: what the machine can do when nobody else uses it."""
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def test_status_of_the_sample_project_as_a_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Against `python -c "import yaml"`, both with their bytecode cached, as installed packages have it."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def process(*arguments: str) -> Callable[[], object]:
        command = [sys.executable, *arguments]
        return lambda: subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)

    status, yaml = process("-c", _SCRIPT, "status", "sample_project"), process("-c", "import yaml")
    status()
    yaml()
    ours, theirs = fastest(status, 15), fastest(yaml, 15)
    with capsys.disabled():
        print(
            f"\nstatus of the sample project: {ours * 1000:.0f} ms, {ours / theirs:.2f} times `import yaml` ({theirs * 1000:.0f})"
        )
    assert ours <= MOST_TIMES_YAML * theirs


@pytest.mark.skipif(
    not GENERATOR.exists(), reason="no workload generator beside this checkout: speed of 1,000 files NOT measured"
)
def test_status_of_a_thousand_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Against consuming the parser's events over the same bytes into a list; the first run, so nothing is cached."""
    subprocess.run(
        [sys.executable, str(GENERATOR), str(tmp_path), "-n", str(FILES), "--only", "md"], check=True, capture_output=True
    )
    folder = tmp_path / "md"
    texts = [path.read_bytes().decode() for path in sorted(folder.glob("*.md"))]
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS

    def parse() -> None:
        for text in texts:
            list(pyromark.events_with_range(text, options=options))

    def status() -> None:
        with redirect_stdout(io.StringIO()):
            assert main(["status", str(folder)]) == 0

    ours, theirs = fastest(status, 1), fastest(parse, 3)
    with capsys.disabled():
        print(f"\nstatus of {FILES} files: {ours:.2f} s, {ours / theirs:.2f} times the parser's events ({theirs:.2f} s)")
    assert ours <= MOST_TIMES_PARSER * theirs
