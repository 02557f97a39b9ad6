"""A project in a git repository of its own, edits of it, and what a commit of them did."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from milestone_tui.editing.outcome import Refusal
from milestone_tui.views.commit_message import proposed
from milestone_tui.workspace.committing import Committed, Offer, committed, offered
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.folders import applied as edited
from tests.workspace.folders import folder, tick
from tests.workspace.repositories import committed as committed_by_hand
from tests.workspace.repositories import git

M1, M2 = "milestones/M1.md", "milestones/M2.md"
WHO = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Mira",
    "GIT_AUTHOR_EMAIL": "mira@example.org",
    "GIT_COMMITTER_NAME": "Mira",
    "GIT_COMMITTER_EMAIL": "mira@example.org",
}


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows who commits, and nothing of the person who runs the test."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def workspace(tmp_path: Path, somebody: None) -> Workspace:
    """Two milestones that git has."""
    return project(tmp_path / "p", tmp_path / "state")


def project(root: Path, state: Path) -> Workspace:
    """A repository with two milestones and something else."""
    folder(root, {M1: "", M2: "", "notes.txt": "notes\n"})
    committed_by_hand(root, "First")
    return Workspace(root, state)


class Kept(NamedTuple):
    """What a commit must leave alone, or all that a refusal must."""

    files: dict[str, bytes]
    staged: str
    """What is staged, line by line, without the lines that tell where."""
    other_entries: str
    head: str
    lock: bool


def kept(root: Path) -> Kept:
    """As it is now."""
    files = {path.name: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file() and ".git" not in path.parts}
    staged = git(root, "diff", "--cached", "-U0", "--no-color").splitlines()
    plain = "\n".join(line for line in staged if not line.startswith(("@@", "index ")))
    index = Path(git(root, "rev-parse", "--path-format=absolute", "--git-path", "index.lock"))
    return Kept(files, plain, git(root, "ls-files", "-s", "-v"), git(root, "rev-parse", "HEAD"), index.exists())


def commit(workspace: Workspace) -> Committed | Refusal:
    """Commit with the proposed words."""
    offer = offered(workspace)
    if isinstance(offer, Refusal):
        return offer
    return committed(workspace, proposed(offer.edits) if offer.edits else "nothing", offer)


def made(workspace: Workspace) -> Committed:
    """A commit that must succeed, and leave alone what is none of its business."""
    before = kept(workspace.root)
    outcome = commit(workspace)
    assert isinstance(outcome, Committed), outcome
    after = kept(workspace.root)
    assert (after.files, after.staged, after.lock) == (before.files, before.staged, False)
    assert git(workspace.root, "rev-parse", "HEAD~1") == before.head
    return outcome


def refused(workspace: Workspace) -> Refusal:
    """A commit that must be refused, and change nothing at all."""
    before = kept(workspace.root)
    outcome = commit(workspace)
    assert isinstance(outcome, Refusal), outcome
    assert kept(workspace.root) == before
    return outcome


def offer_of(workspace: Workspace) -> Offer:
    """What would be committed; it must be possible to say."""
    before = kept(workspace.root)
    offer = offered(workspace)
    assert isinstance(offer, Offer), offer
    assert kept(workspace.root) == before
    return offer


def left_out(workspace: Workspace) -> str:
    """Why nothing of a file would be committed."""
    offer = offer_of(workspace)
    assert not offer.parts
    (only,) = offer.left_out
    return f"{only.text}; {only.advice}"


def ticked(workspace: Workspace, path: str = M1, text: str = "one") -> None:
    """One of our edits."""
    edited(workspace, tick(path, text))


def by_hand(workspace: Workspace, path: str, old: str, new: str) -> None:
    """Somebody else's edit."""
    file = workspace.root / path
    data = file.read_bytes()
    assert old.encode() in data
    file.write_bytes(data.replace(old.encode(), new.encode(), 1))


def in_head(workspace: Workspace, path: str = M1) -> str:
    """The file as git has it."""
    return git(workspace.root, "show", f"HEAD:{path}")


def in_index(workspace: Workspace, path: str = M1) -> str:
    """The file as it is staged."""
    return git(workspace.root, "show", f":{path}")
