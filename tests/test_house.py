"""The house rules that a machine can hold: short files, short functions, imports that go down, words that fit the product."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "milestone_tui"
BELOW_TUI = ("text", "markdown", "model", "reading", "editing", "analysis", "workspace", "views")
HEAVY = ("textual", "rich.console", "asyncio", "inspect", "dataclasses")
MOST_LINES = 320
MOST_FUNCTION_LINES = 60


def sources(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def modules_of(folder: Path) -> list[str]:
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in sources(folder)]


@pytest.mark.parametrize("path", sources(PACKAGE, ROOT / "tests"), ids=named)
def test_files_and_functions_stay_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{named(path)} has {lines} lines: split it by noun"
    long = {name: length for name, length in functions(path) if length > MOST_FUNCTION_LINES}
    assert not long, f"{named(path)}: {long}"


@pytest.mark.parametrize("path", sources(PACKAGE), ids=named)
def test_every_module_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{named(path)} has no docstring"
    assert len(docstring.splitlines()) <= 8


@pytest.mark.parametrize("room", BELOW_TUI)
def test_nothing_below_tui_loads_textual(room: str) -> None:
    """The static contract sees imports; this sees what really happens when a whole room is loaded."""
    imports = "; ".join(f"import {module}" for module in modules_of(PACKAGE / room))
    loaded = "[name for name in sys.modules if name.split('.')[0] == 'textual']"
    program = f"import sys; {imports}; print({loaded})"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


@pytest.mark.parametrize("command", [["status", "sample_project"], ["--help"], ["status", "--json", "sample_project"]])
def test_a_command_without_a_screen_loads_nothing_of_a_screen(command: list[str]) -> None:
    program = (
        f"import sys; from milestone_tui.cli.main import main; main({command!r});"
        f" print([name for name in sys.modules if name in {HEAVY}], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.stderr.strip().endswith("[]"), done.stderr


@pytest.mark.parametrize("path", sources(PACKAGE), ids=named)
def test_the_package_speaks_of_the_product_only(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"\.\./shared|\bcorpus\b|\bissue #?\d+\b|\b(?:DESIGN|READING|STYLE)\b|\bTODO\b|\bFIXME\b", text)
    assert not found


@pytest.mark.parametrize("path", [*sources(PACKAGE), *sources(ROOT / "tests")], ids=named)
def test_every_ignored_warning_says_why(path: Path) -> None:
    bare = [
        line for line in path.read_text(encoding="utf-8").splitlines() if re.search(r"#\s*noqa(?!: [A-Z]+\d+( |,)[^\n]*\w)", line)
    ]
    assert not [line for line in bare if "re.search" not in line]
