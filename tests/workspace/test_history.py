"""The files of a moment as git knows them, in real repositories."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from milestone_tui.analysis.changes import changes
from milestone_tui.workspace import git as git_program
from milestone_tui.workspace.history import NoPast, Past, snapshot_at
from milestone_tui.workspace.moments import Moment, moment_of
from milestone_tui.workspace.past import Beginning, compared
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.folders import folder, text_of
from tests.workspace.repositories import committed, git, needs_git

pytestmark = needs_git

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
NEW = "# M3 Share\n\n- [ ] draw\n- [ ] print\n"
TICKED = text_of("M1").replace("- [ ] one", "- [x] one")


def loaded(root: Path) -> Workspace:
    workspace = Workspace(root)
    workspace.load()
    return workspace


def past(root: Path, words: str = "HEAD") -> Past | NoPast:
    moment = moment_of(words, NOW)
    assert isinstance(moment, Moment)
    workspace = loaded(root)
    return snapshot_at(str(workspace.root), moment, workspace.states())


def told(root: Path, words: str = "HEAD") -> list[tuple[str, str, str]]:
    found = past(root, words)
    assert isinstance(found, Past), found
    return [(each.kind, each.id, each.words) for each in changes(*compared(loaded(root), found))]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = folder(tmp_path / "p", {"milestones/M1.md": "", "milestones/M2.md": "", "src/notes.txt": "x"})
    committed(root, "First", "2026-11-10")
    (root / "milestones/M1.md").write_text(TICKED, encoding="utf-8")
    committed(root, "Tick one", "2026-11-14")
    return root


def test_what_is_not_committed_is_told(project: Path) -> None:
    assert told(project) == []
    path = project / "milestones/M2.md"
    path.write_text(path.read_text(encoding="utf-8").replace("- [ ] two", "- [x] two"), encoding="utf-8")
    assert told(project) == [("ticked", "M2", "two")]


@pytest.mark.parametrize("words", ["HEAD~1", "2026-11-14", "monday~no", "2026-11-13 09:00", "1w", "v1"])
def test_a_revision_and_a_day_lead_to_the_commit_before(project: Path, words: str) -> None:
    git(project, "tag", "v1", "HEAD~1")
    if "~no" in words:
        assert isinstance(past(project, words), NoPast)
        return
    found = past(project, words)
    assert isinstance(found, Past)
    assert found.commit is not None
    assert (found.commit.subject, found.commit.day, found.commit.author) == ("First", date(2026, 11, 10), "Mira")
    assert [commit.subject for commit in found.commits] == ["Tick one"]
    assert told(project, words) == [("ticked", "M1", "one")]


def test_a_day_before_the_first_commit_is_compared_with_that_and_says_so(project: Path) -> None:
    found = past(project, "2026-01-01")
    assert isinstance(found, Past)
    assert found.commit is not None
    assert found.commit.subject == "First"
    assert "no older commit" in found.note


def test_a_merged_branch_counts_from_the_day_it_was_merged(project: Path) -> None:
    git(project, "checkout", "-q", "-b", "side", "HEAD~1")
    (project / "milestones/M2.md").write_text(text_of("M2").replace("- [ ] one", "- [x] one"), encoding="utf-8")
    committed(project, "Side", "2026-11-12")
    git(project, "checkout", "-q", "main")
    git(project, "merge", "-q", "--no-ff", "-m", "Merge", "side", day="2026-11-20")
    assert told(project, "2026-11-18") == [("ticked", "M2", "one")]


def test_files_that_came_went_and_were_renamed_are_told(project: Path) -> None:
    (project / "milestones/M2.md").unlink()
    (project / "milestones/M1.md").rename(project / "milestones/sync.md")
    folder(project, {"milestones/M3.md": NEW, "src/README.md": "# Nothing\n"})
    assert told(project) == [("renamed", "M1", "file"), ("appeared", "M3", "Share"), ("vanished", "M2", "Title")]


def test_a_role_file_is_told_by_its_count_and_is_no_milestone_that_vanished(project: Path) -> None:
    tracking = project / "milestones/M1-tracking.md"
    tracking.write_text("# Tracking\n\nStatus: active\n\n- [ ] a\n- [ ] b\n", encoding="utf-8")
    committed(project, "Track")
    tracking.write_text("# Tracking\n\nStatus: active\n\n- [x] a\n- [ ] b\n", encoding="utf-8")
    assert [kind for kind, _, _ in told(project)] == ["attached"]
    tracking.unlink()
    assert [kind for kind, _, _ in told(project)] == ["attached"]


def test_a_subfolder_and_one_file_see_their_own(project: Path) -> None:
    assert told(project / "milestones", "HEAD~1") == [("ticked", "M1", "one")]
    assert told(project / "milestones/M1.md", "HEAD~1") == [("ticked", "M1", "one")]
    (project / "milestones/M2.md").unlink()
    assert told(project / "milestones/M1.md", "HEAD~1") == [("ticked", "M1", "one")]


def test_a_linked_work_tree_and_a_detached_head_work(project: Path, tmp_path: Path) -> None:
    git(project, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    assert told(tmp_path / "tree", "HEAD~1") == [("ticked", "M1", "one")]
    assert git_program.branch(str(tmp_path / "tree/milestones")) == "other"
    git(project, "checkout", "-q", "--detach")
    assert told(project, "HEAD~1") == [("ticked", "M1", "one")]
    assert git_program.branch(str(project)) == ""


def test_a_shallow_clone_says_where_its_history_begins(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{project}", "shallow")
    found = past(tmp_path / "shallow", "2026-11-11")
    assert isinstance(found, Past)
    assert "shallow" in found.note


def test_without_a_repository_a_commit_or_the_program_there_is_a_reason(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = folder(tmp_path / "q", {"milestones/M1.md": ""})
    outside = past(bare)
    assert isinstance(outside, NoPast)
    assert "no git repository" in outside.text
    git(bare, "init", "-q", "-b", "main")
    unborn = past(bare)
    assert isinstance(unborn, NoPast)
    assert "no commit yet" in unborn.text
    assert git_program.branch(str(bare)) == "main"
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = past(project)
    assert isinstance(missing, NoPast)
    assert "not installed" in missing.text
    assert git_program.branch(str(project)) == "main"


def test_an_unknown_revision_is_refused_by_name(project: Path) -> None:
    found = past(project, "nothing-like-it")
    assert isinstance(found, NoPast)
    assert "nothing-like-it" in found.text


def test_the_variables_of_a_surrounding_git_command_lead_nowhere_else(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert told(project, "HEAD~1") == [("ticked", "M1", "one")]


def test_strange_file_names_and_bytes_come_through(tmp_path: Path) -> None:
    names = ["milestones/M1 \"q\" 'é'.md", "milestones/M2\n-x.md", "milestones/--help.md"]
    root = folder(tmp_path / "p", {name: text_of(f"M{number}") for number, name in enumerate(names, 1)})
    committed(root, "First")
    for name in names:
        (root / name).write_bytes((root / name).read_bytes().replace(b"- [ ] one", b"- [x] one") + b"\n\xff\xfe\n")
    assert [(kind, words) for kind, _, words in told(root)] == [("ticked", "one")] * 3


def test_files_as_they_were_at_the_start_need_no_git(tmp_path: Path) -> None:
    root = folder(tmp_path / "p", {"milestones/M1.md": "", "milestones/M2.md": ""})
    workspace = loaded(root)
    start = Beginning(workspace)
    (root / "milestones/M1.md").write_text(TICKED, encoding="utf-8")
    (root / "milestones/M2.md").unlink()
    folder(root, {"milestones/M3.md": NEW})
    workspace.refresh()
    found = changes(*compared(workspace, start.past(workspace)))
    assert [(each.kind, each.id) for each in found] == [("ticked", "M1"), ("appeared", "M3"), ("vanished", "M2")]


def test_a_file_that_was_emptied_lost_its_boxes_and_one_that_cannot_be_read_did_not(tmp_path: Path) -> None:
    root = folder(tmp_path / "p", {"milestones/M1.md": "", "milestones/M2.md": ""})
    workspace = loaded(root)
    start = Beginning(workspace)
    (root / "milestones/M1.md").write_bytes(b"")
    (root / "milestones/M2.md").unlink()
    os.mkfifo(root / "milestones/M2.md")
    workspace.refresh()
    kinds = {each.kind for each in changes(*compared(workspace, start.past(workspace))) if each.id == "M1"}
    assert kinds & {"removed", "vanished"}
