"""The switch `align: true`: what a file says of its boxes follows each edit that changes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from milestone_tui.model.edit import AddItem, ItemTarget, RemoveItem, SetBox, SetField
from milestone_tui.workspace.applying import Applied
from milestone_tui.workspace.workspace import Workspace

TODAY = "2026-11-21"
TEXT = (
    b"# M1: One\r\n\r\n**Status**: active\r\n**Completion**: 25% (1/4)\r\n**Last Updated**: 2026-10-01\r\n\r\n"
    b"## Tasks (1/4)\r\n\r\n- [ ] a\r\n- [ ] b\r\n- [x] c\r\n- [ ] d\r\n"
)
TICKED = (TEXT.replace(b"- [ ] a", b"- [x] a").replace(b"25% (1/4)", b"50% (2/4)").replace(b"2026-10-01", b"2026-11-21")).replace(
    b"Tasks (1/4)", b"Tasks (2/4)"
)
SILENT = b"# M2: Two\n\n- [ ] c\n"


def workspace(folder: Path, said: str = "align: true\n") -> Workspace:
    root = folder / "milestones"
    root.mkdir(exist_ok=True)
    (root / "M1.md").write_bytes(TEXT)
    (root / "M2.md").write_bytes(SILENT)
    if said:
        (root / ".milestone-tui.yaml").write_text(said, encoding="utf-8")
    found = Workspace(root, folder / "state")
    found.load()
    return found


def text(found: Workspace) -> bytes:
    return (found.root / "M1.md").read_bytes()


@pytest.mark.parametrize("milestone", ["", "M1.md"])
def test_a_tick_brings_percentage_counts_and_day_along_and_one_undo_takes_all_back(tmp_path: Path, milestone: str) -> None:
    found = workspace(tmp_path)
    outcome = found.apply(SetBox("M1.md", True, 9, "a", milestone=milestone), TODAY)
    assert isinstance(outcome, Applied)
    assert outcome.summary.startswith('ticked "a"; ')
    assert text(found) == TICKED
    assert isinstance(found.undo(), Applied)
    assert text(found) == TEXT


@pytest.mark.parametrize("said", ["", "align: false\n"])
def test_without_the_switch_a_tick_is_one_byte(tmp_path: Path, said: str) -> None:
    found = workspace(tmp_path, said)
    found.apply(SetBox("M1.md", True, 9, "a"), TODAY)
    assert text(found) == TEXT.replace(b"- [ ] a", b"- [x] a")


def test_a_file_that_says_nothing_of_its_boxes_is_ticked_by_one_byte(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    outcome = found.apply(SetBox("M2.md", True, 3, "c"), TODAY)
    assert isinstance(outcome, Applied)
    assert outcome.summary == 'ticked "c"'
    assert (found.root / "M2.md").read_bytes() == SILENT.replace(b"[ ]", b"[x]")


def test_added_and_removed_boxes_are_counted_too(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    found.apply(AddItem("M1.md", "e", "M1.md", "", ItemTarget(12, "d")), TODAY)
    assert b"20% (1/5)" in text(found)
    found.apply(RemoveItem("M1.md", ItemTarget(13, "e")), TODAY)
    assert b"25% (1/4)" in text(found)


def test_other_edits_bring_nothing_along(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    found.apply(SetField("M1.md", "M1.md", "status", "completed"), TODAY)
    assert b"25% (1/4)" in text(found)
    assert b"2026-10-01" in text(found)


def test_many_ticks_as_one_step_are_counted_once(tmp_path: Path) -> None:
    found = workspace(tmp_path)
    outcome = found.apply_all([SetBox("M1.md", True, 9, "a"), SetBox("M1.md", True, 10, "b")], TODAY)
    assert len(outcome.aligned) == 1
    assert b"75% (3/4)" in text(found)
    found.undo()
    assert text(found) == TEXT


def test_the_projects_file_has_the_last_word_on_it(tmp_path: Path) -> None:
    mine = tmp_path / "config.yaml"
    mine.write_text("align: true\n", encoding="utf-8")
    root = workspace(tmp_path, "align: false\n").root
    assert Workspace(root, user_file=mine).configuration.align is False
    (root / ".milestone-tui.yaml").unlink()
    assert Workspace(root, user_file=mine).configuration.align is True
