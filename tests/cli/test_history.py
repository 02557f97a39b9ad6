"""Going back and forth through the edits from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from milestone_tui.model.edit import SetBox
from milestone_tui.workspace.workspace import Workspace

TEXT = b"# M1: One\n\n- [ ] a\n- [ ] b\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "milestones"
    folder.mkdir()
    (folder / "M1.md").write_bytes(TEXT)
    return folder


def test_undo_takes_the_last_edit_back_and_redo_makes_it_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tick", f"{root}/M1.md:3"]) == 0
    ticked = (root / "M1.md").read_bytes()
    assert main(["undo", str(root)]) == 0
    assert (root / "M1.md").read_bytes() == TEXT
    assert "undid: ticked" in capsys.readouterr().err
    assert main(["redo", str(root)]) == 0
    assert (root / "M1.md").read_bytes() == ticked


def test_undo_with_nothing_to_undo_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["undo", str(root)]) == 1
    assert "nothing to undo" in capsys.readouterr().err


def test_history_lists_steps_the_newest_first_and_what_was_taken_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["tick", f"{root}/M1.md:3"])
    state = root.parent / "state" / "milestone-tui"
    Workspace(root, state).apply_all([SetBox("M1.md", False, 3, "a"), SetBox("M1.md", True, 4, "b")])
    main(["tick", f"{root}/M1.md:3"])
    main(["undo", str(root)])
    capsys.readouterr()
    assert main(["history", "--json", str(root)]) == 0
    found = json.loads(capsys.readouterr().out)["history"]
    assert [(each["undone"], [edit["summary"] for edit in each["edits"]]) for each in found] == [
        (True, ['ticked "a"']),
        (False, ['unticked "a"', 'ticked "b"']),
        (False, ['ticked "a"']),
    ]
    assert main(["history", str(root)]) == 0
    told = capsys.readouterr().out
    assert "2 edits as one step" in told
    assert "(undone)" in told


def test_paths_are_below_the_place_that_is_asked_about_however_the_file_was_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["tick", f"{root}/M1.md:3"])
    capsys.readouterr()
    assert main(["history", str(root.parent)]) == 0
    assert "milestones/M1.md:3" in capsys.readouterr().out
    assert main(["history", "--json", str(root)]) == 0
    assert json.loads(capsys.readouterr().out)["history"][0]["edits"][0]["path"] == "M1.md"


def test_history_of_a_place_without_edits_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(root)]) == 0
    assert "no edits are kept" in capsys.readouterr().err
