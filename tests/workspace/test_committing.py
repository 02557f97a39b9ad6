"""Exactly our edits are committed, and nothing else of the files, the index or the work tree changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from milestone_tui.editing.outcome import Refusal
from milestone_tui.workspace.committing import Committed, committed
from milestone_tui.workspace.journal import Journal
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.commits import (
    M1,
    M2,
    by_hand,
    commit,
    in_head,
    in_index,
    made,
    offer_of,
    project,
    refused,
    somebody,
    ticked,
    workspace,
)
from tests.workspace.folders import applied as edited
from tests.workspace.folders import field, folder, text_of
from tests.workspace.repositories import committed as committed_by_hand
from tests.workspace.repositories import git, needs_git

__all__ = ["somebody", "workspace"]
pytestmark = needs_git


def test_edits_of_several_files_become_one_commit_with_words_for_each(workspace: Workspace) -> None:
    ticked(workspace)
    edited(workspace, field(M2, "status", "blocked"))
    outcome = made(workspace)
    assert [part.path for part in outcome.offer.parts] == [M1, M2]
    assert git(workspace.root, "status", "--porcelain") == ""
    assert git(workspace.root, "log", "-1", "--format=%an %B").strip() == (
        'Mira M1, M2: 1 tick, 1 status\n\n- M1: tick "one"\n- M2: set status to "blocked"'
    )
    assert outcome.made.short == git(workspace.root, "rev-parse", "--short", "HEAD")


def test_what_is_committed_once_is_not_committed_again(workspace: Workspace) -> None:
    ticked(workspace)
    made(workspace)
    assert not offer_of(workspace).parts
    ticked(workspace, text="two")
    made(workspace)
    assert git(workspace.root, "log", "-1", "--format=%s") == 'M1: tick "two"'


def test_a_commit_by_hand_counts_as_well(workspace: Workspace) -> None:
    ticked(workspace)
    committed_by_hand(workspace.root, "By hand")
    by_hand(workspace, M1, "# M1", "Above.\n\n# M1")
    assert not offer_of(workspace).parts


def test_a_commit_that_was_taken_back_counts_no_more(workspace: Workspace) -> None:
    ticked(workspace)
    made(workspace)
    git(workspace.root, "reset", "-q", "HEAD~1")
    assert [edit.summary for edit in offer_of(workspace).edits] == ['ticked "one"']
    made(workspace)


def test_an_amended_commit_still_counts(workspace: Workspace) -> None:
    ticked(workspace)
    made(workspace)
    git(workspace.root, "commit", "-q", "--amend", "-m", "Other words")
    by_hand(workspace, M1, "# M1", "Above.\n\n# M1")
    assert not offer_of(workspace).parts


def test_an_edit_that_is_undone_after_its_commit_is_committed_the_other_way_round(workspace: Workspace) -> None:
    ticked(workspace)
    made(workspace)
    workspace.undo()
    made(workspace)
    assert git(workspace.root, "log", "-1", "--format=%s") == 'M1: untick "one"'
    assert in_head(workspace) == text_of("M1").strip()


def test_an_edit_that_was_undone_before_is_no_edit(workspace: Workspace) -> None:
    ticked(workspace)
    workspace.undo()
    assert not offer_of(workspace).parts
    by_hand(workspace, M1, "# M1", "# M1 by hand")
    assert not offer_of(workspace).parts


def test_what_others_wrote_in_the_file_stays_in_the_file(workspace: Workspace) -> None:
    by_hand(workspace, M1, "- [ ] two", "- [x] two")
    ticked(workspace)
    by_hand(workspace, M1, "# M1", "Above.\n\n# M1")
    made(workspace)
    assert in_head(workspace) == text_of("M1").replace("[ ] one", "[x] one").strip()
    assert in_index(workspace) == in_head(workspace)


def test_what_is_staged_of_other_files_stays_staged(workspace: Workspace) -> None:
    ticked(workspace)
    folder(workspace.root, {"new.txt": "new\n", "notes.txt": "other\n"})
    git(workspace.root, "add", "new.txt", "notes.txt")
    git(workspace.root, "rm", "-q", "--cached", M2)
    entries = git(workspace.root, "ls-files", "-s")
    made(workspace)
    assert [*set(git(workspace.root, "ls-files", "-s").splitlines()) - set(entries.splitlines())] == [
        f"100644 {git(workspace.root, 'rev-parse', f'HEAD:{M1}')} 0\t{M1}"
    ]
    assert git(workspace.root, "show", "--name-only", "--format=").split() == [M1]


def test_what_is_staged_of_the_same_file_stays_staged(workspace: Workspace) -> None:
    by_hand(workspace, M1, "- [ ] two", "- [x] two")
    git(workspace.root, "add", M1)
    ticked(workspace)
    made(workspace)
    assert in_head(workspace) == text_of("M1").replace("[ ] one", "[x] one").strip()
    assert in_index(workspace) == in_head(workspace).replace("[ ] two", "[x] two")


def test_edits_that_were_staged_with_git_are_committed_and_what_else_was_staged_is_not(workspace: Workspace) -> None:
    ticked(workspace)
    by_hand(workspace, M1, "- [ ] two", "- [x] two")
    git(workspace.root, "add", M1)
    outcome = commit(workspace)
    assert isinstance(outcome, Committed)
    assert in_head(workspace) == text_of("M1").replace("[ ] one", "[x] one").strip()
    assert in_index(workspace) == in_head(workspace).replace("[ ] two", "[x] two")


def test_something_else_staged_of_the_same_line_is_refused(workspace: Workspace) -> None:
    by_hand(workspace, M1, "- [ ] one", "- [ ] number one")
    git(workspace.root, "add", M1)
    by_hand(workspace, M1, "- [ ] number one", "- [ ] one")
    ticked(workspace)
    (only,) = offer_of(workspace).left_out
    assert "staged of the same lines" in only.text
    refused(workspace)


def test_mode_and_staged_mode_stay(workspace: Workspace) -> None:
    git(workspace.root, "update-index", "--chmod=+x", M2)
    git(workspace.root, "commit", "-q", "-m", "x")
    git(workspace.root, "update-index", "--chmod=+x", M1)
    ticked(workspace)
    ticked(workspace, M2)
    made(workspace)
    assert [line.split()[0] for line in git(workspace.root, "ls-tree", "-r", "HEAD", "milestones").splitlines()] == [
        "100644",
        "100755",
    ]
    assert [line.split()[0] for line in git(workspace.root, "ls-files", "-s", "milestones").splitlines()] == ["100755", "100755"]


@pytest.mark.parametrize(
    "data",
    [
        b"# M1\r\n\r\n- [ ] one\r\n- [ ] two\r\n",
        b"\xef\xbb\xbf# M1\n\n- [ ] one\n- [ ] two",
        b"# M1 \xff\xfe\n\n- [ ] one\n- [ ] caf\xe9\n",
        b"# M1\r\n\n- [ ] one\n- [ ] two\r\n",
    ],
    ids=["crlf", "bom, no last line break", "no utf-8", "mixed ends"],
)
@pytest.mark.parametrize("foreign", [False, True])
def test_every_byte_is_the_files_own(workspace: Workspace, data: bytes, foreign: bool) -> None:
    folder(workspace.root, {M1: data})
    committed_by_hand(workspace.root, "Bytes")
    ticked(workspace)
    if foreign:
        by_hand(workspace, M1, "# M1", "Above.\n\n# M1")
    made(workspace)
    git(workspace.root, "checkout", "-q", "-f", "HEAD")
    assert (workspace.root / M1).read_bytes() == data.replace(b"[ ] one", b"[x] one")


@pytest.mark.parametrize("attributes", ["* text=auto eol=crlf\n", "*.md text eol=crlf\n", ""])
@pytest.mark.parametrize("foreign", [False, True])
def test_where_git_keeps_other_ends_of_lines_the_file_is_unchanged_afterwards(
    workspace: Workspace, attributes: str, foreign: bool
) -> None:
    root = workspace.root
    if attributes:
        folder(root, {".gitattributes": attributes})
    else:
        git(root, "config", "core.autocrlf", "true")
    folder(root, {M1: text_of("M1").replace("\n", "\r\n")})
    committed_by_hand(root, "Ends")
    assert "\r" not in in_head(workspace)
    ticked(workspace)
    if foreign:
        by_hand(workspace, M1, "- [ ] two", "- [x] two")
    made(workspace)
    assert in_head(workspace) == text_of("M1").replace("[ ] one", "[x] one").strip()
    assert git(root, "status", "--porcelain") == (f"M {M1}" if foreign else "")


def test_a_project_below_the_top_of_the_repository_and_one_file_alone(tmp_path: Path, somebody: None) -> None:
    top = tmp_path / "top"
    folder(top, {f"sub dir/{M1}": "", f"sub dir/{M2}": "", f"other/{M1}": ""})
    committed_by_hand(top, "First")
    found, other = Workspace(top / "sub dir", tmp_path / "state"), Workspace(top / "other", tmp_path / "state")
    for each, path in ((found, M1), (found, M2), (other, M1)):
        ticked(each, path)
    one = Workspace(top / "sub dir" / M2, tmp_path / "state")
    assert isinstance(commit(one), Committed)
    assert git(top, "show", "--name-only", "--format=") == f"sub dir/{M2}"
    assert isinstance(commit(found), Committed)
    assert git(top, "show", "--name-only", "--format=") == f"sub dir/{M1}"
    assert git(top, "status", "--porcelain") == f"M other/{M1}"


def test_a_linked_work_tree_and_a_detached_head(workspace: Workspace, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    git(workspace.root, "worktree", "add", "-q", "--detach", str(linked))
    found = Workspace(linked, tmp_path / "state")
    ticked(found)
    made(found)
    assert git(workspace.root, "log", "--oneline", "main").count("\n") == 0
    assert git(linked, "status", "--porcelain") == ""


def test_names_that_mean_something_to_git_or_a_shell_are_names(tmp_path: Path, somebody: None) -> None:
    name = "milestones/:(top)M1 \"'$(touch x)*\n\té.md"
    root = folder(tmp_path / "p", {name: text_of("M1"), M2: ""})
    committed_by_hand(root, "First")
    found = Workspace(root, tmp_path / "state")
    ticked(found, name)
    made(found)
    assert git(root, "status", "--porcelain") == ""
    assert not list(root.rglob("x"))


@pytest.mark.parametrize("setting", ["core.splitIndex", "index.sparse", "core.untrackedCache", "feature.manyFiles"])
def test_an_index_of_another_kind(workspace: Workspace, setting: str) -> None:
    git(workspace.root, "config", setting, "true")
    git(workspace.root, "update-index", "--refresh")
    folder(workspace.root, {"notes.txt": "staged\n"})
    git(workspace.root, "add", "notes.txt")
    ticked(workspace)
    made(workspace)
    assert git(workspace.root, "status", "--porcelain") == "M  notes.txt"
    git(workspace.root, "fsck", "--strict")


def test_what_changed_since_it_was_shown_is_not_committed(workspace: Workspace) -> None:
    ticked(workspace)
    shown = offer_of(workspace)
    ticked(workspace, text="two")
    outcome = committed(workspace, "words", shown)
    assert isinstance(outcome, Refusal)
    assert "changed since" in outcome.text
    refused_head = git(workspace.root, "log", "--oneline")
    assert refused_head.count("\n") == 0


def test_a_journal_without_the_mark_is_no_matter(tmp_path: Path, somebody: None) -> None:
    """As after a crash between the commit and the mark."""
    found = project(tmp_path / "p", tmp_path / "state")
    ticked(found)
    made(found)
    journal = tmp_path / "state" / "journal.jsonl"
    journal.write_bytes(b"\n".join(line for line in journal.read_bytes().split(b"\n") if b"committed" not in line))
    assert not Journal(tmp_path / "state").marks()
    assert not offer_of(found).parts
