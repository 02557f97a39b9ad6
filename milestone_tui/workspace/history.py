"""The milestone files as they were at a moment of the past, as far as git knows."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from milestone_tui.model.values import Problem
from milestone_tui.workspace.files import read_file
from milestone_tui.workspace.git import NoAnswer, asked, blobs, branch, lines_asked, names_of
from milestone_tui.workspace.moments import Moment
from milestone_tui.workspace.places import is_markdown, is_milestone_name, is_passed_over, is_place

__all__ = ["Commit", "NoPast", "Past", "branch", "snapshot_at"]

MOST_COMMITS = 500
"""Commits that are told; a longer history is cut there."""
_HASH = frozenset("0123456789abcdef")
_FILE_MODES = (b"100644", b"100755", b"100664")


class Commit(NamedTuple):
    """One commit. Author and subject are text of the repository, not yet harmless."""

    hash: str
    short: str
    day: date | None
    """In the zone of who committed it."""
    author: str
    subject: str


class Past(NamedTuple):
    """The files of a moment, as far as they differ from those on disk."""

    words: str
    """As the moment was asked for."""
    commit: Commit | None
    """None for what was no moment of git's, such as the start of the program."""
    files: dict[str, bytes]
    """Path → bytes of then, for those that hold others now or are gone."""
    new: frozenset[str]
    """Paths of now that were not there."""
    commits: tuple[Commit, ...] = ()
    """What was committed since, the newest first."""
    note: str = ""
    """What has to be said of the moment; empty when it is what was asked for."""


class NoPast(NamedTuple):
    """Why there is nothing to compare with, and what to do about it."""

    text: str
    advice: str


def snapshot_at(root: str, moment: Moment, paths: Collection[str]) -> Past | NoPast:
    """The milestone files below `root` at `moment`. `paths` are those of now, relative to it.

    A point of time means the last commit before it on the first-parent line of HEAD, or the first one there is.
    """
    try:
        if lines_asked(root, "rev-parse", "--is-inside-work-tree") != ["true"]:
            return NoPast("this folder is in no work tree of git", "look at a folder of the project itself")
        found = _commit_of(root, moment)
        if isinstance(found, NoPast):
            return found
        commit, note = found
        tree = _tree(root, commit.hash)
        changed = {path: tree[path] for path in paths if path in tree and not _same(root, path, tree[path])}
        gone = {path: name for path, name in tree.items() if path not in paths and _was_a_milestone(root, path, paths)}
        wanted = changed | gone
        files = dict(zip(wanted, blobs(root, list(wanted.values())), strict=True))
        whole = {path: data for path, data in files.items() if data is not None}
        new = frozenset(path for path in paths if path not in tree)
        return Past(moment.words, commit, whole, new, _since(root, commit.hash), note)
    except NoAnswer as error:
        return _explained(str(error))


def _explained(said: str) -> NoPast:
    if "not a git repository" in said:
        return NoPast("this folder is in no git repository", "")
    if "dubious ownership" in said:
        advice = "if you trust it: git config --global --add safe.directory with the path of the repository"
        return NoPast("git does not answer: the repository belongs to somebody else", advice)
    return NoPast(f"git does not answer: {said}", "")


def _commit_of(root: str, moment: Moment) -> tuple[Commit, str] | NoPast:
    """The commit, and what has to be said of it."""
    head = _resolved(root, "HEAD")
    if not head:
        return NoPast("there is no commit yet", "commit the files once, and changes since then will show")
    if moment.time is None:
        name = head if moment.revision in ("HEAD", "@") else _resolved(root, moment.revision)
        if not name:
            advice = "git branch, git tag and git log name those there are; days and words such as yesterday work too"
            return NoPast(f'git knows no commit, tag or branch "{moment.revision}"', advice)
        return _told(root, ["--max-count=1", name])[0], ""
    before = int(moment.time.timestamp()) - 1
    found = _told(root, ["--max-count=1", "--first-parent", f"--min-age={before}", head])
    if found:
        return found[0], ""
    first = _told(root, ["--first-parent", head], most=0)[-1]
    shallow = lines_asked(root, "rev-parse", "--is-shallow-repository") == ["true"]
    why = "this clone is shallow and holds no older commit" if shallow else "there is no older commit"
    return first, f"{why}: compared with the first one"


def _resolved(root: str, revision: str) -> str:
    """The hash of the commit that a revision names; empty when there is none."""
    try:
        found = lines_asked(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except NoAnswer as error:
        if "git ended with 1" in str(error):
            return ""
        raise
    return found[0] if found and len(found[0]) >= 40 and _HASH.issuperset(found[0]) else ""


def _told(root: str, arguments: list[str], most: int = MOST_COMMITS) -> list[Commit]:
    """The commits that `rev-list` gives; with `most` 0 only the last of them."""
    if not most:
        hashes = lines_asked(root, "rev-list", *arguments, "--")
        return _told(root, ["--max-count=1", hashes[-1]])
    limit = [] if arguments[0].startswith("--max-count") else [f"--max-count={most}"]
    form = "--format=tformat:%H%x00%h%x00%cs%x00%an%x00%s"
    lines = lines_asked(root, "rev-list", form, *limit, *arguments, "--")
    return [_commit(line.split("\0")) for line in lines if line.count("\0") == 4]


def _commit(parts: list[str]) -> Commit:
    try:
        day = date.fromisoformat(parts[2])
    except ValueError:
        day = None
    return Commit(parts[0], parts[1], day, parts[3], parts[4])


def _since(root: str, base: str) -> tuple[Commit, ...]:
    return tuple(_told(root, [f"^{base}", "HEAD"]))


def _tree(root: str, commit: str) -> dict[str, str]:
    """Path below `root` → name of its bytes, for the regular Markdown files of a commit."""
    out = {}
    for entry in names_of(asked(root, "ls-tree", "-r", "-z", commit)):
        head, _, name = entry.partition(b"\t")
        mode, _, rest = head.partition(b" ")
        path = os.fsdecode(name)
        if mode in _FILE_MODES and is_markdown(path):
            out[path] = rest.partition(b" ")[2].decode("ascii")
    return out


def _same(root: str, path: str, name: str) -> bool:
    """Whether the file on disk still has the bytes that git calls `name`."""
    from hashlib import sha1, sha256

    found = read_file(f"{root}/{path}", path)
    if isinstance(found, Problem):
        return True  # what cannot be read is not known to have changed
    digest = sha1(usedforsecurity=False) if len(name) == 40 else sha256()
    digest.update(b"blob %d\0" % len(found.data))
    digest.update(found.data)
    return digest.hexdigest() == name


def _was_a_milestone(root: str, path: str, paths: Iterable[str]) -> bool:
    """Whether a file that is none of the project now would have been looked at: by its name, its folder, or its neighbours."""
    if os.path.lexists(f"{root}/{path}"):
        return False
    *folders, name = path.split("/")
    if any(is_passed_over(folder) for folder in folders):
        return False
    if is_milestone_name(name) or any(is_place(folder) for folder in folders):
        return True
    inside = path.rpartition("/")[0]
    return any(other.rpartition("/")[0] == inside for other in paths)
