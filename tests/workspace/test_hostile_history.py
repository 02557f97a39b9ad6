"""A repository that wants to run something, escape somewhere, or write to the terminal, and gets to do nothing of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from milestone_tui.workspace.git import branch
from milestone_tui.workspace.history import NoPast, Past, snapshot_at
from milestone_tui.workspace.moments import Moment
from tests.workspace.folders import folder, text_of
from tests.workspace.repositories import committed, git, needs_git
from tests.workspace.test_history import loaded, past, told

pytestmark = needs_git

_HOOKS = ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A script that leaves a file behind when it is run."""
    script = tmp_path / "trap"
    script.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    return script


@pytest.fixture
def hostile(tmp_path: Path, trap: Path) -> Path:
    """A repository in which everything that can name a program names the trap."""
    root = folder(
        tmp_path / "p",
        {"milestones/M1.md": "", "milestones/M2 \"'$(touch x)\n.md": text_of("M2"), "milestones/M3.md": ""},
    )
    committed(root, "First")
    head = committed(root, "Second \x1b[31mred\x1b]0;title\x07 \u202eback")
    git(root, "update-ref", "refs/heads/-x", head)
    git(root, "symbolic-ref", "HEAD", "refs/heads/-x")
    (root / ".gitattributes").write_text("*.md diff=bad filter=bad merge=bad\n", encoding="utf-8")
    for key in (
        "diff.external", "diff.bad.textconv", "diff.bad.command", "filter.bad.smudge", "filter.bad.clean", "filter.bad.process",
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "gpg.program", "credential.helper",
        "pager.rev-list", "alias.rev-list", "uploadpack.packObjectsHook",
    ):  # fmt: skip
        git(root, "config", key, str(trap))
    git(root, "config", "log.showSignature", "true")
    git(root, "config", "core.hooksPath", str(root / ".git/hooks"))
    for hook in _HOOKS:
        (root / ".git/hooks").mkdir(exist_ok=True)
        (root / ".git/hooks" / hook).write_bytes(trap.read_bytes())
        (root / ".git/hooks" / hook).chmod(stat.S_IRWXU)
    return root


def test_nothing_that_a_repository_names_is_run(hostile: Path, tmp_path: Path) -> None:
    for path in (hostile / "milestones").iterdir():
        path.write_bytes(path.read_bytes().replace(b"- [ ] one", b"- [x] one"))
    assert [kind for kind, _, _ in told(hostile, "HEAD")] == ["ticked"] * 3
    assert [kind for kind, _, _ in told(hostile, "yesterday")] == ["ticked"] * 3
    assert branch(str(hostile)) == "-x"
    assert not (tmp_path / "sprung").exists()
    assert not list(hostile.rglob("x"))


def test_a_partial_clone_fetches_nothing(hostile: Path, tmp_path: Path, trap: Path) -> None:
    (blob,) = {git(hostile, "rev-parse", "HEAD:milestones/M1.md")}
    for key, value in {
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::{trap} %S",
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": str(trap),
        "protocol.allow": "always",
        "core.repositoryformatversion": "1",
    }.items():
        git(hostile, "config", key, value)
    lost = hostile / ".git/objects" / blob[:2] / blob[2:]
    lost.chmod(stat.S_IRWXU)
    lost.unlink()
    (hostile / "milestones/M1.md").write_text(text_of("M1").replace("- [ ] one", "- [x] one"), encoding="utf-8")
    found = past(hostile, "HEAD")
    assert isinstance(found, Past | NoPast)
    assert not (tmp_path / "sprung").exists()
    git(hostile, "config", "remote.origin.url", str(hostile))
    past(hostile, "HEAD")
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    "revision", ["--upload-pack=x", "--output=x", "-x", "--all", "--exec=touch x", "@{upstream}", "milestones/M1.md"]
)
def test_a_revision_is_never_an_option_or_a_file(hostile: Path, revision: str) -> None:
    before = sorted(hostile.rglob("*"))
    found = snapshot_at(str(loaded(hostile).root), Moment(revision, None, revision), {"milestones/M1.md"})
    assert isinstance(found, NoPast)
    assert sorted(hostile.rglob("*")) == before


def test_reading_the_past_writes_nothing(hostile: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in hostile.rglob("*")}
    told(hostile, "HEAD~1")
    assert {path: path.stat().st_mtime_ns for path in hostile.rglob("*")} == before


def test_subjects_and_names_reach_no_terminal_as_they_are(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (hostile / "milestones").iterdir():
        path.write_bytes(path.read_bytes().replace(b"- [ ] one", b"- [x] one"))
    assert main(["status", str(hostile), "--since", "HEAD~1"]) == 0
    out = capsys.readouterr().out
    assert "Second" in out
    assert not [character for character in out if ord(character) < 32 and character != "\n"]
    assert "\u202e" not in out


def test_a_head_that_is_a_pipe_or_a_folder_is_no_branch(tmp_path: Path) -> None:
    root = tmp_path / "p"
    (root / ".git").mkdir(parents=True)
    os.mkfifo(root / ".git/HEAD")
    assert branch(str(root)) == ""
    (root / ".git/HEAD").unlink()
    (root / ".git/HEAD").mkdir()
    assert branch(str(root)) == ""
