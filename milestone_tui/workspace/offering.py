"""What git would get of each file: the edits of the journal that it lacks and nothing else, or why it gets none of a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import NamedTuple

from milestone_tui.model.values import Problem
from milestone_tui.reading.reader import read
from milestone_tui.reading.vocabulary.lexicon import Lexicon
from milestone_tui.text.alignment import patches_between
from milestone_tui.workspace.difference import unified
from milestone_tui.workspace.files import read_file
from milestone_tui.workspace.git import NoAnswer, blobs
from milestone_tui.workspace.git_commit import Content
from milestone_tui.workspace.git_repository import (
    Entry,
    Held,
    Repository,
    blob_of,
    held,
    is_ignored,
    is_regular,
    last_commit_of,
    own_repository,
)
from milestone_tui.workspace.journal import Record, digest
from milestone_tui.workspace.reversal import is_so_already
from milestone_tui.workspace.uncommitted import Lacking, Mixed, brought_to, felt, lacking, standing


class Told(NamedTuple):
    """An edit in words."""

    milestone: str
    """The id of its milestone, or the name of its file."""
    summary: str
    """As the journal has it: `ticked "Refund form"`, `undid: ticked "Refund form"`. Text of the file, not yet harmless."""


class Part(NamedTuple):
    """What is to be committed of one file."""

    path: str
    """Below the project's folder."""
    before: bytes
    """As git has it."""
    content: Content
    edits: tuple[Told, ...]
    names: tuple[str, ...]
    """By which the journal knows all edits that git has then."""

    @property
    def diff(self) -> str:
        """What the commit changes in the file. Text of the file, not yet harmless."""
        return unified(self.path, self.before, self.content.data, patches_between(self.before, self.content.data))


class LeftOut(NamedTuple):
    """Why nothing of a file is committed, and what to do about it."""

    path: str
    text: str
    advice: str
    followed: bool = True
    """Whether git has the file at all."""


class File(NamedTuple):
    """A file that was edited with this program."""

    location: str
    """Its real path."""
    path: str
    """Below the project's folder."""
    name: str
    """As git has it."""
    records: tuple[Record, ...]
    """Its edits that no commit of this program holds, the first one first."""


def since_marked(records: Sequence[Record], marks: dict[str, str], is_in_head: Callable[[str], bool]) -> tuple[Record, ...]:
    """Those made after the last one that is known to be in HEAD; a commit that was taken back holds none."""
    for at in range(len(records) - 1, -1, -1):
        commit = marks.get(records[at].id, "")
        if commit and is_in_head(commit):
            return tuple(records[at + 1 :])
    return tuple(records)


class Offering:
    """Works out what git would get of each file. Raises NoAnswer where git gives none."""

    def __init__(self, repository: Repository, files: Sequence[File], lexicon: Lexicon) -> None:
        self.repository = repository
        self.lexicon = lexicon
        self._held = held(repository, [file.name for file in files]) if files else {}
        self._found = {file.location: read_file(file.location, file.path) for file in files}
        wanted = [blob for file in files for blob in self._wanted(file)]
        self._blobs = dict(zip(wanted, blobs(repository.top, wanted), strict=True))

    def _wanted(self, file: File) -> list[str]:
        """By which names git knows the versions of a file that differs from them."""
        known, found = self._held[file.name], self._found[file.location]
        if known.head is None or (not isinstance(found, Problem) and blob_of(found.data, known.head.blob) == known.head.blob):
            return []
        return [entry.blob for entry in (known.head, known.staged) if entry is not None and is_regular(entry)]

    def _bytes(self, entry: Entry) -> bytes:
        data = self._blobs.get(entry.blob)
        if data is None:
            raise NoAnswer("what it holds of a file is not there, or too large")
        return data

    def part_of(self, file: File) -> Part | LeftOut | None:
        """What is to be committed of a file; None for nothing."""
        known, found = self._held[file.name], self._found[file.location]
        if known.head is None:
            return _unknown(self.repository, file, known)
        if not os.path.lexists(file.location):
            return _gone(file, self._bytes(known.head))
        if isinstance(found, Problem):
            return LeftOut(file.path, found.text, found.advice)
        if blob_of(found.data, known.head.blob) == known.head.blob:
            return None
        return _unfit(file, known) or self._worked_out(file, known, found.data)

    def _worked_out(self, file: File, known: Held, data: bytes) -> Part | LeftOut | None:
        assert known.head is not None
        assert known.staged is not None
        version = self._bytes(known.head)
        found = lacking(data, file.records, version, _older_than(self.repository, file.name))
        advice = f"commit this file with git, for instance with git add -p {file.path}"
        if isinstance(found, Mixed):
            return LeftOut(file.path, f"{found.record.summary}: {found.reason}", advice)
        after = brought_to(version, found)
        if after is None:
            return LeftOut(
                file.path, "an edit is in lines that somebody else added or changed, and that git does not have", advice
            )
        if after == version or not found.records:
            return None
        staged = after if known.staged.blob == known.head.blob else brought_to(self._bytes(known.staged), found)
        if staged is None:
            advice = f"commit what is staged first, or take it back: git restore --staged {file.path}"
            return LeftOut(file.path, "something else is staged of the same lines", advice)
        content = Content(file.name, known.head.mode, after, staged, known.staged.mode)
        names = tuple(each.id for each in standing(after, file.records))
        return Part(file.path, version, content, _told(file, found, data, self.lexicon), names)


def _unknown(repository: Repository, file: File, known: Held) -> LeftOut | None:
    if not os.path.lexists(file.location):
        return None
    inner = own_repository(repository.top, file.location)
    if inner:
        return LeftOut(file.path, "it lies in a repository of its own", f"commit it there: milestone-tui commit {inner}", False)
    if known.staged is not None:
        return LeftOut(file.path, "it is new in the index and in no commit yet", "commit it once with git", False)
    if is_ignored(repository, file.name):
        return LeftOut(file.path, "git ignores it", "its edits are in the file only", False)
    return LeftOut(file.path, "git does not follow it", "add and commit it once with git", False)


def _gone(file: File, version: bytes) -> LeftOut | None:
    """Of a file that is gone nothing is left to commit, unless git has all of it anyway."""
    last = file.records[-1]
    if digest(version) == last.digest_after or all(is_so_already(version, each.hunks, undo=False) for each in file.records):
        return None
    return LeftOut(
        file.path, "the file is gone, and your edits with it", f"git restore {file.path} brings back what git has of it"
    )


def _unfit(file: File, known: Held) -> LeftOut | None:
    """Why git must not be given a file in this way, whatever is in it."""
    path, head, staged = file.path, known.head, known.staged
    if os.path.realpath(file.location) != file.location or head is None or not is_regular(head):
        return LeftOut(path, "it is, or lies behind, a link", "commit it with git")
    if known.converted:
        return LeftOut(path, f"git stores it otherwise than it lies here ({known.converted})", "commit it with git")
    if staged is None:
        return LeftOut(path, "its deletion is staged", f"git restore --staged {path} takes that back")
    if staged.state == "unmerged":
        return LeftOut(path, "it is in the middle of a merge", "finish that first, with git add")
    if staged.state == "overlooked":
        advice = f"git update-index --no-assume-unchanged --no-skip-worktree {path} ends that"
        return LeftOut(path, "git is told to overlook its changes", advice)
    if not is_regular(staged):
        return LeftOut(path, "something else is staged in its place", f"git restore --staged {path} takes that back")
    return None


def _older_than(repository: Repository, name: str) -> Callable[[Record], bool]:
    """Tells of an edit whether the file was committed since: then it went along, or was left out on purpose."""
    last: list[int] = []

    def is_old(record: Record) -> bool:
        if not last:
            last.append(last_commit_of(repository, name))
        return int(record.at) <= last[0]

    return is_old


def _told(file: File, found: Lacking, data: bytes, lexicon: Lexicon) -> tuple[Told, ...]:
    milestones = read(data, file.path, lexicon).milestones
    stem = file.path.rpartition("/")[2].rpartition(".")[0] or file.path
    out = []
    for record in felt(found.records, found.base, data):
        above = [milestone.id for milestone in milestones if milestone.line <= record.line] or [
            each.id for each in milestones[:1]
        ]
        out.append(Told((above[-1] if above else "") or stem, record.summary))
    return tuple(out)
