"""What is not committed: it is said why and what to do, and nothing is changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from milestone_tui.editing.outcome import Refusal
from milestone_tui.workspace import locking
from milestone_tui.workspace.committing import Offer, committed, offered
from milestone_tui.workspace.locking import FolderLock
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.commits import (
    M1,
    M2,
    by_hand,
    in_head,
    left_out,
    made,
    offer_of,
    refused,
    somebody,
    ticked,
    workspace,
)
from tests.workspace.folders import folder, text_of
from tests.workspace.repositories import committed as committed_by_hand
from tests.workspace.repositories import git, needs_git

__all__ = ["somebody", "workspace"]
pytestmark = needs_git


def refusal(workspace: Workspace) -> str:
    found = offered(workspace)
    assert isinstance(found, Refusal), found
    return f"{found.text}; {found.advice}"


def test_without_a_repository_or_a_journal_it_is_said(tmp_path: Path, somebody: None) -> None:
    root = folder(tmp_path / "p", {M1: ""})
    found = Workspace(root, tmp_path / "state")
    ticked(found)
    assert "no git repository" in refusal(found)
    assert "not kept in a journal" in refusal(Workspace(root))


def test_without_git_it_is_said(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ticked(workspace)
    monkeypatch.setenv("PATH", "/nowhere")
    assert "git is not installed" in refusal(workspace)


def test_a_repository_without_a_commit(tmp_path: Path, somebody: None) -> None:
    root = folder(tmp_path / "p", {M1: ""})
    git(root, "init", "-q")
    found = Workspace(root, tmp_path / "state")
    ticked(found)
    assert "no commit yet" in refusal(found)


def test_a_bare_repository(tmp_path: Path, somebody: None) -> None:
    root = folder(tmp_path / "p", {M1: ""})
    git(root, "init", "-q", "--bare")
    found = Workspace(root, tmp_path / "state")
    ticked(found)
    assert "no work tree" in refusal(found)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["merge", "other"], "a merge is not finished"),
        (["merge", "--squash", "clean"], "a squashed merge is not finished"),
        (["cherry-pick", "other"], "a cherry-pick is not finished"),
        (["revert", "--no-edit", "HEAD~1"], "a revert is not finished"),
        (["rebase", "--autostash", "other"], "a rebase is not finished"),
        (["rebase", "--apply", "--autostash", "other"], "a rebase or git am is not finished"),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
def test_what_git_has_begun_comes_first(workspace: Workspace, command: list[str], words: str) -> None:
    root = workspace.root
    for branch, text in (("other", "theirs\n"), ("clean", ""), ("main", "mine\n"), ("main", "mine again\n")):
        git(root, "checkout", "-q", *(["-b"] if branch != "main" else []), branch, *(["main"] if branch != "main" else []))
        folder(root, {"notes.txt": text} if text else {"clean.txt": "clean\n"})
        committed_by_hand(root, branch)
    ticked(workspace)
    with suppress(subprocess.CalledProcessError):
        git(root, *command)
    assert words in refusal(workspace)


def test_a_git_command_that_is_at_work_is_not_disturbed(workspace: Workspace) -> None:
    ticked(workspace)
    lock = workspace.root / ".git/index.lock"
    lock.write_bytes(b"")
    outcome = committed(workspace, "words")
    assert isinstance(outcome, Refusal)
    assert "another git command" in outcome.text
    assert str(lock) in outcome.advice
    assert lock.read_bytes() == b""
    lock.unlink()
    made(workspace)


def test_an_edit_of_another_process_is_waited_for(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ticked(workspace)
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.05)
    with FolderLock(str(workspace.root / "milestones"), None):
        held = refused(workspace)
    assert "somebody else is writing" in held.text
    made(workspace)


def test_files_that_git_does_not_have(workspace: Workspace) -> None:
    folder(workspace.root, {"milestones/M3.md": "", "milestones/M4.md": "", "milestones/M5.md": "", ".gitignore": "M5.md\n"})
    git(workspace.root, "add", "milestones/M4.md")
    for path in ("milestones/M3.md", "milestones/M4.md", "milestones/M5.md"):
        ticked(workspace, path)
    found = offer_of(workspace)
    assert not found.parts
    assert [(each.path[-5:], each.text, each.followed) for each in found.left_out] == [
        ("M3.md", "git does not follow it", False),
        ("M4.md", "it is new in the index and in no commit yet", False),
        ("M5.md", "git ignores it", False),
    ]
    ticked(workspace)
    assert len(made(workspace).offer.left_out) == 3


def test_a_repository_within_the_repository_is_another_one(workspace: Workspace, tmp_path: Path) -> None:
    inner = workspace.root / "inner"
    folder(inner, {M1: ""})
    committed_by_hand(inner, "Inner")
    git(workspace.root, "add", "inner")
    git(workspace.root, "commit", "-q", "-m", "A submodule")
    ticked(workspace, f"inner/{M1}")
    assert f"a repository of its own; commit it there: milestone-tui commit {inner}" in left_out(workspace)
    made(Workspace(inner, tmp_path / "state"))


def test_a_file_that_is_gone(workspace: Workspace) -> None:
    ticked(workspace)
    (workspace.root / M1).unlink()
    assert "the file is gone" in left_out(workspace)
    git(workspace.root, "checkout", M1)
    assert not offer_of(workspace).parts
    ticked(workspace)
    made(workspace)
    (workspace.root / M1).unlink()
    assert not offer_of(workspace).left_out


def test_a_file_whose_edits_are_in_git_may_go(workspace: Workspace) -> None:
    ticked(workspace)
    committed_by_hand(workspace.root, "By hand")
    (workspace.root / M1).unlink()
    assert not offer_of(workspace).left_out
    git(workspace.root, "mv", "-k", M2, "milestones/M3.md")
    assert not offer_of(workspace).left_out


def test_links_in_place_of_a_file(workspace: Workspace, tmp_path: Path) -> None:
    ticked(workspace)
    text = (workspace.root / M1).read_bytes()
    (workspace.root / M1).unlink()
    (tmp_path / "elsewhere.md").write_bytes(text)
    (workspace.root / M1).symlink_to(tmp_path / "elsewhere.md")
    assert "link" in left_out(workspace)
    (workspace.root / M1).unlink()
    shutil.move(workspace.root / "milestones", tmp_path / "moved")
    (workspace.root / "milestones").symlink_to(tmp_path / "moved")
    (tmp_path / "moved/M1.md").write_bytes(text)
    assert "link" in left_out(workspace)


def test_a_linked_file_is_committed_where_it_really_lies(workspace: Workspace) -> None:
    (workspace.root / "milestones/M9.md").symlink_to("../notes/real.md")
    folder(workspace.root, {"notes/real.md": text_of("M9")})
    committed_by_hand(workspace.root, "Linked")
    ticked(workspace, "milestones/M9.md")
    assert [part.path for part in made(workspace).offer.parts] == ["notes/real.md"]


@pytest.mark.parametrize("attribute", ["filter=secret", "filter=lfs", "working-tree-encoding=UTF-16"])
def test_what_git_would_convert_by_a_program_is_left_to_git(workspace: Workspace, attribute: str, tmp_path: Path) -> None:
    ticked(workspace)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("clean", "smudge", "process"):
        git(workspace.root, "config", f"filter.secret.{key}", str(trap))
    (workspace.root / ".git/info/attributes").write_text(f"*.md {attribute}\n", encoding="utf-8")
    assert f"git stores it otherwise than it lies here ({attribute})" in left_out(workspace)
    assert not (tmp_path / "sprung").exists()


def test_what_git_is_told_to_overlook_is_left_alone(workspace: Workspace) -> None:
    ticked(workspace)
    for flag in ("assume-unchanged", "skip-worktree"):
        git(workspace.root, "update-index", f"--{flag}", M1)
        assert "told to overlook" in left_out(workspace)
        git(workspace.root, "update-index", f"--no-{flag}", M1)
    made(workspace)


def test_a_staged_deletion_and_an_unfinished_merge_of_the_file(workspace: Workspace) -> None:
    ticked(workspace)
    git(workspace.root, "rm", "-q", "--cached", M1)
    assert "its deletion is staged" in left_out(workspace)
    blob = git(workspace.root, "rev-parse", f"HEAD:{M1}")
    entries = "".join(f"100644 {blob} {stage}\t{M1}\n" for stage in (1, 2, 3))
    git(workspace.root, "update-index", "--index-info", given=entries.encode())
    assert "middle of a merge" in left_out(workspace)
    git(workspace.root, "reset", "-q")
    made(workspace)


def test_an_unfinished_merge_of_another_file_stays_as_it_is(workspace: Workspace) -> None:
    ticked(workspace)
    blob = git(workspace.root, "rev-parse", f"HEAD:{M2}")
    entries = f"0 {'0' * 40}\t{M2}\n" + "".join(f"100644 {blob} {stage}\t{M2}\n" for stage in (1, 2, 3))
    git(workspace.root, "update-index", "--index-info", given=entries.encode())
    made(workspace)
    assert len(git(workspace.root, "ls-files", "-u").splitlines()) == 3
    assert git(workspace.root, "show", "--name-only", "--format=") == M1


def test_a_line_that_both_changed_is_told_with_what_to_do_and_the_other_files_are_committed(workspace: Workspace) -> None:
    ticked(workspace)
    ticked(workspace, M2)
    by_hand(workspace, M1, "[x] one", "[x] one and only")
    (only,) = offer_of(workspace).left_out
    assert (only.path, only.text) == (M1, 'ticked "one": the line was changed since')
    assert f"git add -p {M1}" in only.advice
    made(workspace)
    assert in_head(workspace) == text_of("M1").strip()
    assert "[x] one" in in_head(workspace, M2)


def test_an_edit_in_a_line_of_others_is_left_out(workspace: Workspace) -> None:
    by_hand(workspace, M1, "- [ ] two", "- [ ] two\n- [ ] new")
    ticked(workspace, text="new")
    assert "lines that somebody else added or changed" in left_out(workspace)


def test_a_commit_needs_words(workspace: Workspace) -> None:
    ticked(workspace)
    outcome = committed(workspace, " \n ")
    assert isinstance(outcome, Refusal)
    assert "words" in outcome.text


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nobody keeps root from writing")
def test_a_repository_that_cannot_be_written(workspace: Workspace) -> None:
    ticked(workspace)
    (workspace.root / ".git").chmod(0o555)
    try:
        outcome = committed(workspace, "words")
    finally:
        (workspace.root / ".git").chmod(0o755)
    assert isinstance(outcome, Refusal)
    assert isinstance(offered(workspace), Offer)
