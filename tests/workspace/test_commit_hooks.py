"""The commit is one of `git commit`: hooks, identity and signature as ever, nothing half done, and nobody is waited for."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from milestone_tui.editing.outcome import Refusal
from milestone_tui.workspace import git_run
from milestone_tui.workspace.committing import Committed, Offer, committed, offered
from milestone_tui.workspace.git_run import Ended
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.commits import M1, M2, by_hand, commit, in_head, kept, made, refused, somebody, ticked, workspace
from tests.workspace.folders import folder, text_of
from tests.workspace.repositories import git, needs_git

__all__ = ["somebody", "workspace"]
pytestmark = [needs_git, pytest.mark.skipif(sys.platform == "win32", reason="the hooks are shell scripts")]


def hook(workspace: Workspace, name: str, script: str) -> None:
    """A hook of the repository."""
    path = workspace.root / ".git/hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(stat.S_IRWXU)


def test_the_hooks_of_a_commit_run_and_see_what_is_committed(workspace: Workspace, tmp_path: Path) -> None:
    ticked(workspace)
    folder(workspace.root, {"notes.txt": "staged\n"})
    git(workspace.root, "add", "notes.txt")
    hook(workspace, "pre-commit", f"git diff --cached --name-only > '{tmp_path}/seen'")
    hook(workspace, "commit-msg", 'echo "Change-Id: I1" >> "$1"')
    hook(workspace, "post-commit", f"touch '{tmp_path}/after'")
    made(workspace)
    assert (tmp_path / "seen").read_text(encoding="utf-8") == f"{M1}\n"
    assert (tmp_path / "after").exists()
    assert git(workspace.root, "log", "-1", "--format=%B") == 'M1: tick "one"\nChange-Id: I1'


def test_showing_runs_no_hook_and_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    ticked(workspace)
    for name in ("pre-commit", "post-index-change", "reference-transaction", "prepare-commit-msg"):
        hook(workspace, name, f"touch '{tmp_path}/sprung'")
    git(workspace.root, "config", "core.fsmonitor", str(workspace.root / ".git/hooks/pre-commit"))
    before = {path: path.stat().st_mtime_ns for path in workspace.root.rglob("*")}
    (tmp_path / "sprung").unlink(missing_ok=True)
    found = offered(workspace)
    assert isinstance(found, Offer)
    assert found.diff
    assert not (tmp_path / "sprung").exists()
    assert {path: path.stat().st_mtime_ns for path in workspace.root.rglob("*")} == before


def test_a_hook_that_refuses_is_told_in_its_own_words_and_nothing_is_changed(workspace: Workspace) -> None:
    ticked(workspace)
    folder(workspace.root, {"notes.txt": "staged\n"})
    git(workspace.root, "add", "notes.txt")
    hook(workspace, "pre-commit", "echo 'the moon is full' >&2; echo 'come back later'; exit 1")
    outcome = refused(workspace)
    assert outcome.text == "git did not commit: come back later"
    assert outcome.candidates == ("the moon is full", "come back later")
    assert "hook" in outcome.advice


def test_an_identity_that_is_missing_is_told_in_the_words_of_git(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ticked(workspace)
    for name in ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL"):
        monkeypatch.delenv(f"GIT_{name}")
    monkeypatch.setenv("HOME", str(tmp_path))
    git(workspace.root, "config", "user.useConfigOnly", "true")
    outcome = refused(workspace)
    assert "git config user.name" in outcome.advice
    assert any("Please tell me who you are" in line for line in outcome.candidates)


@pytest.mark.parametrize("program", ["exit 1", "echo 'gpg: signing failed: No pinentry' >&2; exit 2"])
def test_a_signature_that_fails_is_a_refusal(workspace: Workspace, program: str, tmp_path: Path) -> None:
    ticked(workspace)
    signer = tmp_path / "signer"
    signer.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    signer.chmod(stat.S_IRWXU)
    git(workspace.root, "config", "commit.gpgsign", "true")
    git(workspace.root, "config", "gpg.program", str(signer))
    outcome = refused(workspace)
    assert "gpg" in " ".join(outcome.candidates)
    assert "unlock your key" in outcome.advice


def test_a_hook_that_asks_at_the_terminal_finds_none(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked(workspace)
    monkeypatch.setenv("GPG_TTY", "/dev/pts/0")
    hook(
        workspace,
        "pre-commit",
        f"(read answer; echo \"got '$answer'\"; echo \"tty '$GPG_TTY'\"; (echo ask > /dev/tty) 2>/dev/null || echo none)"
        f" > '{tmp_path}/said'",
    )
    made(workspace)
    assert (tmp_path / "said").read_text(encoding="utf-8") == "got ''\ntty '/dev/null/none'\nnone\n"


def test_a_hook_that_never_ends_is_ended_with_all_that_it_started(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ticked(workspace)
    monkeypatch.setattr(git_run, "COMMIT_SECONDS", 0.5)
    hook(workspace, "pre-commit", f"echo waiting; sleep 60 & echo $! > '{tmp_path}/pid'; wait")
    started = time.monotonic()
    outcome = refused(workspace)
    assert time.monotonic() - started < 10
    assert "git did not finish" in outcome.text
    assert outcome.candidates == ("waiting",)
    status = Path("/proc", (tmp_path / "pid").read_text(encoding="utf-8").strip(), "stat")
    assert not status.exists() or status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"


def test_what_a_hook_leaves_running_is_not_waited_for(workspace: Workspace) -> None:
    ticked(workspace)
    hook(workspace, "post-commit", "sleep 8 &")
    started = time.monotonic()
    made(workspace)
    assert time.monotonic() - started < 6


def test_a_hook_that_never_ends_after_the_commit_does_not_take_it_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked(workspace)
    monkeypatch.setattr(git_run, "COMMIT_SECONDS", 0.7)
    hook(workspace, "post-commit", "sleep 60")
    made(workspace)


def test_what_a_hook_adds_is_committed_and_told_and_no_difference_is_left_over(workspace: Workspace) -> None:
    ticked(workspace)
    folder(workspace.root, {"other.txt": "staged\n"})
    git(workspace.root, "add", "other.txt")
    hook(workspace, "pre-commit", f"echo formatted >> {M1}; echo log >> log.txt; git add {M1} log.txt")
    outcome = commit(workspace)
    assert isinstance(outcome, Committed)
    assert "hook changed" in outcome.made.note
    assert in_head(workspace).endswith("formatted")
    assert git(workspace.root, "status", "--porcelain") == "A  other.txt"


INNER = "new=$(git commit-tree -p HEAD -m inner 'HEAD^{tree}'); git update-ref HEAD $new"


def test_a_hook_that_commits_itself_ends_ours(workspace: Workspace) -> None:
    ticked(workspace)
    hook(workspace, "pre-commit", INNER)
    assert isinstance(commit(workspace), Refusal)
    assert git(workspace.root, "log", "-1", "--format=%s") == "inner"
    assert git(workspace.root, "status", "--porcelain") == f"M {M1}"


def test_a_commit_that_somebody_makes_past_all_locks_is_never_taken_back_by_ours(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked(workspace)
    real = git_run.run_commit

    def late(*arguments: Any, **options: Any) -> Ended:  # noqa: ANN401 -- as run_commit has them
        folder(workspace.root, {"more.txt": "theirs\n"})
        blob = git(workspace.root, "hash-object", "-w", "more.txt")
        tree = git(workspace.root, "mktree", given=f"100644 blob {blob}\tmore.txt\n".encode())
        git(workspace.root, "update-ref", "HEAD", git(workspace.root, "commit-tree", "-p", "HEAD", "-m", "theirs", tree))
        return real(*arguments, **options)

    monkeypatch.setattr("milestone_tui.workspace.git_commit.run_commit", late)
    outcome = commit(workspace)
    assert isinstance(outcome, Refusal)
    assert "same moment" in outcome.text
    assert git(workspace.root, "log", "-1", "--format=%s") == "theirs"


def test_a_message_keeps_every_line_also_those_that_git_takes_for_comments(workspace: Workspace) -> None:
    ticked(workspace)
    words = "#12: done\n\n# a heading\n- [x] one  \n\n\nlast – ✅"
    assert isinstance(committed(workspace, f"{words}\n"), Committed)
    assert git(workspace.root, "log", "-1", "--format=%B") == words
    git(workspace.root, "config", "i18n.commitEncoding", "latin1")
    ticked(workspace, M2)
    assert isinstance(committed(workspace, "✅ \0\udcff x\n"), Committed)
    assert git(workspace.root, "log", "-1", "--format=%s") == "✅ ? x"


def test_words_that_wait_for_another_commit_stay(workspace: Workspace) -> None:
    ticked(workspace)
    (workspace.root / ".git/MERGE_MSG").write_text("picked\n", encoding="utf-8")
    made(workspace)
    assert (workspace.root / ".git/MERGE_MSG").read_text(encoding="utf-8") == "picked\n"


def test_the_surroundings_of_another_git_command_are_not_ours(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ticked(workspace)
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    made(workspace)


def test_an_index_that_cannot_take_the_place_of_the_old_one_takes_the_commit_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked(workspace)
    real = os.replace

    def full(source: str, target: str) -> None:
        if str(target).endswith("index"):
            raise OSError(28, "No space left on device")
        real(source, target)

    before = kept(workspace.root)
    monkeypatch.setattr(os, "replace", full)
    outcome = commit(workspace)
    monkeypatch.undo()
    assert isinstance(outcome, Refusal)
    assert "index cannot be written" in outcome.text
    assert git(workspace.root, "rev-parse", "HEAD") == before.head
    assert not (workspace.root / ".git/index.lock").exists()


def test_what_others_wrote_in_the_same_file_is_not_seen_by_a_hook_that_looks_at_the_index(
    workspace: Workspace, tmp_path: Path
) -> None:
    by_hand(workspace, M1, "- [ ] two", "- [ ] two secrets")
    ticked(workspace)
    hook(workspace, "pre-commit", f"git show :{M1} > '{tmp_path}/seen'")
    made(workspace)
    assert (tmp_path / "seen").read_text(encoding="utf-8") == text_of("M1").replace("[ ] one", "[x] one")
