"""With `--ascii` everything that is printed is ASCII, apart from what the files themselves say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from milestone_tui.cli.arguments import PANELS
from milestone_tui.cli.main import main
from tests.cli.test_status import SAMPLE


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample project in ASCII: what is not comes from us then."""
    root = tmp_path / "sample_project"
    shutil.copytree(SAMPLE, root)
    for path in root.rglob("*.md"):
        path.write_bytes(bytes(byte for byte in path.read_bytes() if byte < 0x80))
    return root


COMMANDS = (
    ("status",),
    ("status", "-v"),
    *(("status", "--panel", panel) for panel in PANELS if panel != "activity"),
    *(("status", "--panel", panel, "--width", "40") for panel in PANELS if panel != "activity"),
    *(("show", id) for id in ("M01", "M02", "M03", "M04", "M05", "M09", "M10", "M11", "L1")),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands_print_ascii_alone(command: tuple[str, ...], sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = ("-C", str(sample)) if command[0] == "show" else (str(sample),)
    assert main([*command, "--ascii", *project]) == 0
    printed = capsys.readouterr()
    assert [character for character in printed.out + printed.err if not character.isascii()] == []
