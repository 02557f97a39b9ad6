"""`undo`, `redo`, `history` and `commit` take the project as the commands that edit do: `-C PATH`."""

from __future__ import annotations

from pathlib import Path

import pytest

from milestone_tui.cli.main import main

TEXT = "# M1: Keel\n\n- [ ] paint\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "milestones"
    folder.mkdir()
    (folder / "M1.md").write_text(TEXT)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    return folder


def test_undo_redo_and_history_look_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tick", "M1", "paint", "-C", str(root)]) == 0
    assert main(["undo", "-C", str(root)]) == 0
    assert (root / "M1.md").read_text() == TEXT
    assert main(["redo", "-C", str(root)]) == 0
    assert (root / "M1.md").read_text() == TEXT.replace("[ ]", "[x]")
    capsys.readouterr()
    assert main(["history", "-C", str(root)]) == 0
    assert "paint" in capsys.readouterr().out


def test_commit_looks_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["commit", "-C", str(root / "nowhere")]) == 2
    assert "nowhere does not exist" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["undo", "redo", "history", "commit"])
def test_both_ways_at_once_are_wrong_usage(root: Path, command: str) -> None:
    assert main([command, str(root), "-C", str(root)]) == 2
