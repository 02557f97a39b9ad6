"""Several edits that are one step."""

from __future__ import annotations

from pathlib import Path

from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import SetBox
from milestone_tui.workspace.applying import Applied
from milestone_tui.workspace.workspace import Workspace

ONE = b"# M1: One\r\n\r\n- [ ] a\r\n- [ ] b\r\n"
TWO = b"# M2: Two\n\n- [ ] c\n"


def workspace(folder: Path) -> Workspace:
    root = folder / "milestones"
    root.mkdir(exist_ok=True)
    (root / "M1.md").write_bytes(ONE)
    (root / "M2.md").write_bytes(TWO)
    found = Workspace(root, folder / "state")
    found.load()
    return found


def bytes_of(found: Workspace) -> tuple[bytes, bytes]:
    return (found.root / "M1.md").read_bytes(), (found.root / "M2.md").read_bytes()


def test_one_undo_takes_back_all_edits_of_a_step_in_all_files_and_one_redo_makes_them_again(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    outcome = found.apply_all([SetBox("M1.md", True, 3, "a"), SetBox("M1.md", True, 4, "b"), SetBox("M2.md", True, 3, "c")])
    assert (len(outcome.applied), outcome.refused) == (3, ())
    ticked = bytes_of(found)
    assert ticked == (ONE.replace(b"[ ]", b"[x]"), TWO.replace(b"[ ]", b"[x]"))
    undone = found.undo()
    assert isinstance(undone, Applied)
    assert undone.summary == "undid 3 edits as one step"
    assert bytes_of(found) == (ONE, TWO)
    assert isinstance(found.redo(), Applied)
    assert bytes_of(found) == ticked
    assert isinstance(Workspace(found.root, tmp_path / "state").undo(), Applied)
    assert bytes_of(found) == (ONE, TWO)


def test_what_is_refused_keeps_no_other_edit_of_the_step_back(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    outcome = found.apply_all([SetBox("M1.md", True, 3, "gone"), SetBox("M2.md", True, 3, "c")])
    assert [edit.path for edit, _ in outcome.refused] == ["M1.md"]
    assert bytes_of(found) == (ONE, TWO.replace(b"[ ]", b"[x]"))
    assert isinstance(found.undo(), Applied)
    assert bytes_of(found) == (ONE, TWO)


def test_a_step_of_which_one_edit_cannot_be_found_again_is_not_undone_by_half(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    found.apply_all([SetBox("M1.md", True, 3, "a"), SetBox("M2.md", True, 3, "c")])
    (found.root / "M1.md").write_bytes(b"# M1: One\n\nSomebody wrote something else.\n")
    before = bytes_of(found)
    refused = found.undo()
    assert isinstance(refused, Refusal)
    assert "M1.md was changed since" in refused.text
    assert bytes_of(found) == before


def test_steps_and_single_edits_are_taken_back_in_their_order(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    found.apply(SetBox("M2.md", True, 3, "c"))
    found.apply_all([SetBox("M1.md", True, 3, "a"), SetBox("M1.md", True, 4, "b")])
    found.undo()
    assert bytes_of(found) == (ONE, TWO.replace(b"[ ]", b"[x]"))
    found.undo()
    assert bytes_of(found) == (ONE, TWO)
    assert isinstance(found.undo(), Refusal)


def test_what_an_edit_would_do_is_told_without_doing_it(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    change = found.planned(SetBox("M1.md", True, 3, "a"))
    assert not isinstance(change, Refusal)
    assert change.after == ONE.replace(b"- [ ] a", b"- [x] a")
    assert bytes_of(found) == (ONE, TWO)
    assert isinstance(found.planned(SetBox("../M1.md", True, 3, "a")), Refusal)
    assert isinstance(found.planned(SetBox("M9.md", True, 3, "a")), Refusal)


def test_only_what_was_changed_is_counted(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    found.apply(SetBox("M1.md", True, 3, "a"))
    a, b, c = SetBox("M1.md", True, 3, "a"), SetBox("M1.md", True, 4, "b"), SetBox("M2.md", True, 3, "c")
    step = found.apply_all([a, b, c]).as_one()
    assert isinstance(step, Applied)
    assert (step.summary, step.path, step.line) == ("2 edits as one step; 1 was so already", "M1.md", 4)
    step = found.apply_all([a, b]).as_one()
    assert isinstance(step, Applied)
    assert (step.summary, step.changed) == ("nothing to change: all are so already", False)
    found.apply(SetBox("M2.md", False, 3, "c"))
    step = found.apply_all([a, b, c]).as_one()
    assert isinstance(step, Applied)
    assert (step.summary, step.changed, step.path) == ('ticked "c"; 2 were so already', True, "M2.md")
