"""kill -9 at every step of a write: the file is the old one or the new one, and the next edit finds nothing in its way."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.workspace.applying import Applied
from milestone_tui.workspace.litter import is_temporary
from milestone_tui.workspace.locking import FolderLock
from milestone_tui.workspace.workspace import Workspace
from tests.bench.kill import LONGEST_LIFE, killed
from tests.faults.processes import killed_at, needs_fork
from tests.workspace.folders import applied, field, folder, names, text_of, tick

pytestmark = needs_fork
PATH = "milestones/M1.md"
KILLS = 30
"""`python -m tests.bench.kill 1000` is the long form."""
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
        assert all(is_temporary(name) for name in left)
        workspace = Workspace(root / "p", root / "state")
        assert [milestone.path for milestone in workspace.load().milestones] == [PATH]
        assert names(root / "p/milestones") == ["M1.md"], "the next start leaves nothing beside it"
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


def littered(root: Path) -> Path:
    """What a run that was killed amid a write left in the folder of milestones."""
    for step in range(1, 60):
        place = root / str(step)
        killed_at(step, lambda place=place: made(place).apply(LONGER))  # type: ignore[misc]  # bound at once
        left = [path for path in (place / "p/milestones").iterdir() if path.name != "M1.md"]
        if left:
            return left[0]
    raise AssertionError("no kill left anything")


def test_the_next_write_in_the_folder_clears_away_what_a_killed_run_left(tmp_path: Path) -> None:
    litter = littered(tmp_path)
    root = litter.parents[1]
    applied(Workspace(root, root.parent / "state"), TICK)
    assert names(root / "milestones") == ["M1.md"]


def test_the_temporary_file_of_a_run_that_is_still_writing_stays(tmp_path: Path) -> None:
    litter = littered(tmp_path)
    with FolderLock(str(litter.parent), None):
        Workspace(litter.parents[1], tmp_path / "state").load()
        assert litter.exists()
    Workspace(litter.parents[1], tmp_path / "state").load()
    assert not litter.exists()


def test_who_only_reads_removes_nothing(tmp_path: Path) -> None:
    litter = littered(tmp_path)
    Workspace(litter.parents[1]).load()
    assert litter.exists()


def test_only_what_bears_such_a_name_and_is_a_plain_file_goes(tmp_path: Path) -> None:
    litter = littered(tmp_path)
    folder_of, name = litter.parent, litter.name
    kept = [folder_of / other for other in (f"{name}.md", name.replace(".tmp", "0.tmp"), f"x{name}", ".milestone-tui-notes.tmp")]
    for path in kept:
        path.write_bytes(b"mine")
    (folder_of / ".milestone-tui-00000000-000000000000.tmp").symlink_to(kept[0])
    kept_names = {path.name for path in folder_of.iterdir()} - {name}
    Workspace(litter.parents[1], tmp_path / "state").load()
    assert {path.name for path in folder_of.iterdir()} == kept_names


def test_killed_at_random_moments_the_file_is_whole_and_the_next_start_tidy(tmp_path: Path) -> None:
    chance = random.Random(1)
    for number in range(KILLS):
        (tmp_path / str(number)).mkdir()
        fault, _ = killed(tmp_path / str(number), chance.random() * LONGEST_LIFE)
        assert not fault
