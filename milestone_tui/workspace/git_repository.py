"""A git repository that something is to be committed to: where it is, whether it can be done now, and what it holds of a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.editing.outcome import Refusal
from milestone_tui.workspace.git import NoAnswer, asked, names_of

_MOST_NAMES = 500
"""Names on one command line."""
_UNFINISHED = (
    ("MERGE_HEAD", "a merge", "git merge --continue, or --abort"),
    ("CHERRY_PICK_HEAD", "a cherry-pick", "git cherry-pick --continue, or --abort"),
    ("REVERT_HEAD", "a revert", "git revert --continue, or --abort"),
    ("rebase-merge", "a rebase", "git rebase --continue, or --abort"),
    ("rebase-apply", "a rebase or git am", "git rebase --continue or git am --continue, or --abort"),
    ("SQUASH_MSG", "a squashed merge", "commit it first"),
)
"""What lies in git's folder while something is unfinished, and how it is finished."""
_HEX = frozenset("0123456789abcdef")
_FILES = ("100644", "100755", "100664")


class Repository(NamedTuple):
    """Where a repository keeps what."""

    top: str
    """The folder of the work tree, without links in its path."""
    folder: str
    """Git's folder for this work tree."""
    index_file: str
    head: str
    """The commit that is checked out."""


class Entry(NamedTuple):
    """A file in a commit or in the index."""

    mode: str
    blob: str
    """By which git knows its bytes."""
    state: str = ""
    """In the index why it is no ordinary entry: `unmerged`, `overlooked`; else empty."""


class Held(NamedTuple):
    """What git holds of one file."""

    head: Entry | None
    staged: Entry | None
    converted: str
    """The attribute by which git stores other bytes than the work tree has; empty for none."""


def repository_of(folder: str) -> Repository | Refusal:
    """The repository of a folder, if it can take a commit now. Raises NoAnswer."""
    try:
        top = os.path.realpath(_told(folder, "--show-toplevel"))
    except NoAnswer as error:
        return _no_repository(str(error))
    place = os.path.realpath(os.path.join(folder, _told(folder, "--absolute-git-dir")))  # noqa: PTH118 - strings
    index = os.path.join(folder, _told(folder, "--git-path", "index"))  # noqa: PTH118 - as above
    for name, what, how in _UNFINISHED:
        if os.path.lexists(f"{place}/{name}"):
            return Refusal(f"{what} is not finished in this repository", f"finish it first: {how}")
    try:
        head = _told(folder, "--verify", "--quiet", "HEAD^{commit}")
    except NoAnswer:
        return Refusal("there is no commit yet in this repository", "commit the files once with git; their edits follow here")
    return Repository(top, place, os.path.abspath(index), head)  # noqa: PTH100 - as above


def _told(folder: str, *arguments: str) -> str:
    return os.fsdecode(asked(folder, "rev-parse", *arguments)).removesuffix("\n")


def _no_repository(said: str) -> Refusal:
    if "not a git repository" in said:
        return Refusal("this folder is in no git repository", "git init makes one")
    if "dubious ownership" in said:
        advice = "if you trust it: git config --global --add safe.directory with the path of the repository"
        return Refusal("the repository belongs to somebody else", advice)
    if "work tree" in said:
        return Refusal("this folder is in no work tree of git", "look at a folder of the project itself")
    return Refusal(f"git does not answer: {said}", "try git status there")


def held(repository: Repository, names: Sequence[str]) -> dict[str, Held]:
    """What git holds of the files of these names, which begin at the work tree's folder. Raises NoAnswer."""
    head: dict[str, Entry] = {}
    staged: dict[str, Entry] = {}
    converted: dict[str, str] = {}
    for at in range(0, len(names), _MOST_NAMES):
        some = names[at : at + _MOST_NAMES]
        head |= _entries(
            asked(repository.top, "--literal-pathspecs", "ls-tree", "-z", "--full-tree", repository.head, "--", *some)
        )
        staged |= _staged(asked(repository.top, "--literal-pathspecs", "ls-files", "-z", "-v", "--stage", "--", *some))
        converted |= _converted(
            names_of(asked(repository.top, "check-attr", "-z", "filter", "working-tree-encoding", "--", *some))
        )
    return {name: Held(head.get(name), staged.get(name), converted.get(name, "")) for name in names}


def _entries(text: bytes) -> dict[str, Entry]:
    out = {}
    for line in names_of(text):
        facts, _, name = line.partition(b"\t")
        mode, _, blob = facts.decode("ascii").split(" ")
        out[os.fsdecode(name)] = Entry(mode, blob)
    return out


def _staged(text: bytes) -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for line in names_of(text):
        facts, _, name = line.partition(b"\t")
        tag, mode, blob, stage = facts.decode("ascii").split(" ")
        state = "unmerged" if stage != "0" else "overlooked" if tag != "H" else ""
        out[os.fsdecode(name)] = Entry(mode, blob, state)
    return out


def _converted(parts: Sequence[bytes]) -> dict[str, str]:
    """Name → the attribute that has git run a program over the file or keep it in another encoding."""
    found = {}
    for name, attribute, value in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if value not in (b"unspecified", b"unset") and value.upper() != b"UTF-8":
            found[os.fsdecode(name)] = f"{attribute.decode('ascii')}={value.decode('utf-8', 'replace')}"
    return found


def is_regular(entry: Entry) -> bool:
    """Whether it is a file, not a link or another repository."""
    return entry.mode in _FILES


def blob_of(data: bytes, like: str) -> str:
    """The name by which git would know these bytes, in a repository where another is called `like`."""
    from hashlib import sha1, sha256

    digest = sha1(usedforsecurity=False) if len(like) == 40 else sha256()
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()


def is_in_head(repository: Repository, commit: str) -> bool:
    """Whether HEAD is that commit or came of it."""
    if not (commit and _HEX.issuperset(commit)):
        return False
    try:
        asked(repository.top, "merge-base", "--is-ancestor", commit, repository.head)
    except NoAnswer:
        return False
    return True


def last_commit_of(repository: Repository, name: str) -> int:
    """When the file was last committed, in seconds since 1970; 0 for never. Raises NoAnswer."""
    asking = ("rev-list", "--max-count=1", "--timestamp", repository.head, "--", name)
    found = asked(repository.top, "--literal-pathspecs", *asking).split()
    return int(found[0]) if found else 0


def is_ignored(repository: Repository, name: str) -> bool:
    """Whether git is told to ignore the file."""
    try:
        asked(repository.top, "check-ignore", "--quiet", "--", name)
    except NoAnswer:
        return False
    return True


def own_repository(top: str, location: str) -> str:
    """The folder of another repository within this one that the file lies in, such as a submodule; empty for none."""
    folder = os.path.dirname(location)  # noqa: PTH120 - strings
    while folder.startswith(f"{top.rstrip('/')}/"):
        if os.path.lexists(f"{folder}/.git"):
            return folder
        folder = os.path.dirname(folder)  # noqa: PTH120 - as above
    return ""
