"""The program as a process: pipes, terminals that cannot draw, locales that cannot write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "sample_project"


def program(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "milestone_tui", *map(str, arguments)],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_without_a_terminal_the_dashboard_prints_the_status_and_says_why() -> None:
    done = program(SAMPLE, COLUMNS="100")
    assert done.returncode == 0
    assert b"Booking engine" in done.stdout
    assert b"the output is no terminal" in done.stderr


def test_a_dumb_terminal_gets_the_status() -> None:
    done = program(SAMPLE, TERM="dumb")
    assert done.returncode == 0
    assert b"Booking engine" in done.stdout
    assert b"TERM is dumb" in done.stderr


def test_the_demo_without_a_terminal_shows_the_sample() -> None:
    done = program("demo")
    assert done.returncode == 0
    assert b"Booking engine" in done.stdout


def test_a_locale_without_our_signs_gets_ascii() -> None:
    done = program("status", SAMPLE, "--width", "60", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"====" in done.stdout


def test_json_in_an_ascii_locale_is_still_json() -> None:
    import json

    done = program("status", "--json", SAMPLE, PYTHONIOENCODING="ascii")
    assert len(json.loads(done.stdout)["milestones"]) == 16


def test_a_reader_that_goes_away_ends_it_without_a_word() -> None:
    command = f'"{sys.executable}" -m milestone_tui status "{SAMPLE}" -v | true'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert done.stderr == b""


def test_columns_give_the_width_of_a_pipe() -> None:
    done = program("status", SAMPLE, COLUMNS="50")
    assert max(len(line) for line in done.stdout.decode().splitlines()) <= 50
