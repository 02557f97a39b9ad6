"""kill -9 at every step of a write: the file is the old one or the new one, and the next edit finds nothing in its way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.workspace.applying import Applied
from milestone_tui.workspace.workspace import Workspace
from tests.faults.processes import killed_at, needs_fork
from tests.workspace.folders import applied, field, folder, names, text_of, tick

pytestmark = needs_fork
PATH = "milestones/M1.md"
TICK = tick(PATH, "one")
LONGER = field(PATH, "status", "on_hold and a good deal longer than before")


def made(root: Path) -> Workspace:
    return Workspace(folder(root / "p", {PATH: ""}), root / "state")


@pytest.mark.parametrize("half", [False, True], ids=["between calls", "amid a write"])
@pytest.mark.parametrize("edit", [TICK, LONGER], ids=["a tick", "a longer value"])
def test_the_file_is_whole_at_every_moment(tmp_path: Path, edit: SetBox | SetField, half: bool) -> None:
    after = applied(made(tmp_path / "whole"), edit).diff
    assert after
    new = (tmp_path / "whole/p" / PATH).read_bytes()
    for step in range(1, 60):
        root = tmp_path / str(step)
        killed = killed_at(step, lambda root=root: made(root).apply(edit), half=half)  # type: ignore[misc]  # bound at once
        assert (root / "p" / PATH).read_bytes() in (text_of("M1").encode(), new), f"killed before call {step}"
        left = [name for name in names(root / "p/milestones") if name != "M1.md"]
        assert all(name.startswith(".milestone-tui-") and name.endswith(".tmp") for name in left)
        workspace = Workspace(root / "p", root / "state")
        assert [milestone.path for milestone in workspace.load().milestones] == [PATH]
        assert not workspace.project.problems
        assert isinstance(workspace.apply(edit), Applied)
        assert (root / "p" / PATH).read_bytes() == new
        if not killed:
            break
    else:
        pytest.fail("the edit never got to its end")
    assert step > 4


def test_after_any_kill_undo_leads_back_to_the_text_before(tmp_path: Path) -> None:
    for step in range(1, 60):
        root = tmp_path / str(step)
        killed = killed_at(step, lambda root=root: made(root).apply(LONGER))  # type: ignore[misc]  # bound at once
        workspace = Workspace(root / "p", root / "state")
        workspace.undo()
        assert (root / "p" / PATH).read_bytes() == text_of("M1").encode(), f"killed before call {step}"
        if not killed:
            break


def test_an_edit_that_never_came_to_be_does_not_stand_in_the_way_of_undo(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    applied(workspace, field(PATH, "status", "blocked"))
    assert killed_at(2, lambda: workspace.apply(TICK)), "the journal is written first, then the file"
    assert b"[ ] one" in (tmp_path / "p" / PATH).read_bytes()
    assert isinstance(workspace.undo(), Applied)
    assert (tmp_path / "p" / PATH).read_bytes() == text_of("M1").encode()


@pytest.mark.parametrize("value", ["on_hold and a good deal longer than before", "x"], ids=["longer", "shorter"])
def test_a_hard_linked_file_that_was_cut_in_the_middle_is_mended_by_undo(tmp_path: Path, value: str) -> None:
    torn = 0
    for half in (False, True):
        for step in range(1, 60):
            root = tmp_path / f"{half}{step}"
            workspace = made(root)
            (root / "link.md").hardlink_to(root / "p" / PATH)
            edit = field(PATH, "status", value)
            killed = killed_at(step, lambda edit=edit, workspace=workspace: workspace.apply(edit), half=half)  # type: ignore[misc]  # bound at once
            now = (root / "p" / PATH).read_bytes()
            torn += now not in (text_of("M1").encode(), text_of("M1").replace("active", value).encode())
            workspace.undo()
            assert (root / "link.md").read_bytes() == text_of("M1").encode(), f"killed before call {step}"
            if not killed:
                break
    assert torn, "no kill hit the middle of the write: the test proves nothing"


def test_what_a_killed_run_left_is_cleared_away_by_the_next_write_of_that_file(tmp_path: Path) -> None:
    for step in range(1, 60):
        root = tmp_path / str(step)
        killed_at(step, lambda root=root: made(root).apply(LONGER))  # type: ignore[misc]  # bound at once
        left = [path for path in (root / "p/milestones").iterdir() if path.name != "M1.md"]
        if left:
            break
    (litter,) = left
    fresh = litter.with_name(litter.name.replace(".tmp", "0.tmp"))
    others = litter.with_name(".milestone-tui-00000000-aa.tmp")
    for path in (fresh, others):
        path.write_bytes(b"")
    for path in (litter, others):
        os.utime(path, (1, 1))
    workspace = Workspace(root / "p", root / "state")
    applied(workspace, field(PATH, "status", "somewhat longer"))
    assert {path.name for path in (root / "p/milestones").iterdir()} == {"M1.md", fresh.name, others.name}
