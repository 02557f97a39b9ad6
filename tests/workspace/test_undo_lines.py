"""Whole lines added, deleted and moved are taken back and made again, also when somebody else wrote elsewhere meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import AddItem, Edit, IndentItem, ItemTarget, MoveItem, RemoveItem, SetRisk
from milestone_tui.workspace.workspace import Workspace

TEXT = (
    "# M1\n\nIntro.\n\n## Tasks\n\n- [ ] a\n- [ ] b\n  - [x] b1\n- [ ] c\n\n"
    "## Risks\n\n| Risk | Impact |\n|------|--------|\n| Ice  | High   |\n"
)
EDITS: list[Edit] = [
    AddItem("M1.md", "new", under="Tasks"),
    RemoveItem("M1.md", ItemTarget(text="b1")),
    RemoveItem("M1.md", ItemTarget(line=8)),
    MoveItem("M1.md", ItemTarget(text="a"), "down"),
    MoveItem("M1.md", ItemTarget(text="c"), "before", ItemTarget(text="a")),
    IndentItem("M1.md", ItemTarget(text="c"), True),
    SetRisk("M1.md", "M1.md", "ice", "impact", "low"),
]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    folder = tmp_path / "milestones"
    folder.mkdir()
    (folder / "M1.md").write_text(TEXT)
    found = Workspace(folder, tmp_path / "state")
    found.load()
    return found


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{type(edit).__name__} {getattr(edit, 'where', '')}")
@pytest.mark.parametrize(("old", "new"), [("", ""), ("Intro.", "Intro,\nby somebody else."), ("High", "High")])
def test_an_edit_of_lines_is_taken_back_and_made_again(workspace: Workspace, edit: Edit, old: str, new: str) -> None:
    file = workspace.root / "M1.md"
    assert not isinstance(workspace.apply(edit), Refusal)
    made = file.read_text()
    assert made != TEXT
    file.write_text(made.replace(old, new, 1))
    assert not isinstance(workspace.undo(), Refusal)
    assert file.read_text() == TEXT.replace(old, new, 1)
    assert not isinstance(workspace.redo(), Refusal)
    assert file.read_text() == made.replace(old, new, 1)


def test_an_item_that_somebody_changed_meanwhile_is_found_again_or_refused(workspace: Workspace) -> None:
    file = workspace.root / "M1.md"
    file.write_text(TEXT.replace("# M1\n", "# M1\n\nmore\n"))
    seen = ItemTarget(10, "c", "M1/Tasks\nc\n0")
    outcome = workspace.apply(RemoveItem("M1.md", seen))
    assert not isinstance(outcome, Refusal)
    assert "- [ ] c" not in file.read_text()
    assert isinstance(workspace.apply(RemoveItem("M1.md", seen)), Refusal)
