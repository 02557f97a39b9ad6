"""A commit of given bytes for given files, made by `git commit`: with its hooks, its signature and its identity, as ever.

Git's lock of the index is held all the while, so that no other git command comes between. The commit is made from a copy of the
index; the index itself gets only the entries of these files, when the commit is there.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from milestone_tui.editing.outcome import Refusal
from milestone_tui.workspace.git import NoAnswer, asked, names_of
from milestone_tui.workspace.git_repository import Entry, Repository
from milestone_tui.workspace.git_run import Ended, run_commit

_LOCK = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_MOST_LINES = 30
"""Of what git and its hooks said."""
_SHORT = 7
_NONE = "000000"
"""The mode of what is not there."""


class Content(NamedTuple):
    """What is to be committed of one file."""

    name: str
    """As git has it: from the work tree's folder on."""
    mode: str
    data: bytes
    staged: bytes
    """What the index is to hold then: the same, with what else was staged of the file."""
    staged_mode: str


class Made(NamedTuple):
    """A commit that was made. The subject is text of the repository: a hook may have changed it."""

    hash: str
    short: str
    subject: str
    note: str
    """What else has to be said of it, or empty."""


class IndexLock:
    """Git's own lock of an index, held within a `with` block; entering raises FileExistsError where git holds it."""

    def __init__(self, index: str) -> None:
        self.index = index
        self.file = f"{index}.lock"
        self._descriptor = -1

    def __enter__(self) -> IndexLock:
        self._descriptor = os.open(self.file, _LOCK, 0o666)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            os.unlink(self.file)  # noqa: PTH108 - a string

    def fill(self, source: str) -> None:
        """Have these bytes ready to become the index."""
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        rest = memoryview(Path(source).read_bytes())
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]
        if hasattr(os, "fchmod"):
            os.fchmod(self._descriptor, stat.S_IMODE(os.stat(self.index).st_mode))  # noqa: PTH116 - a string

    def become(self) -> None:
        """Make them the index."""
        os.fsync(self._descriptor)
        os.close(self._descriptor)
        self._descriptor = -1
        try:
            os.replace(self.file, self.index)  # noqa: PTH105 - strings
        except OSError:
            os.unlink(self.file)  # noqa: PTH108 - as above
            raise


def commit(
    lock: IndexLock, repository: Repository, contents: Sequence[Content], message: str, *, at_terminal: bool
) -> Made | Refusal:
    """Commit just these contents on top of the repository's head. After a Refusal head and index are as before. Raises NoAnswer.

    `at_terminal` says that a hook or the program that signs may ask for something at the terminal.
    """
    folder = tempfile.mkdtemp(prefix="milestone-tui-")
    try:
        attempt = _Attempt(lock, repository, contents, folder)
        attempt.prepare()
        said = Path(folder, "message")
        said.write_bytes(message.replace("\0", "").encode("utf-8", "replace"))
        with _kept(Path(repository.folder, "MERGE_MSG")):
            ended = run_commit(repository.top, attempt.index, str(said), at_terminal=at_terminal)
        return attempt.settle(ended)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _kept(file: Path) -> Iterator[None]:
    """Words that wait for another commit, which git takes away with every commit, stay."""
    try:
        words = file.read_bytes()
    except OSError:
        words = b""
    yield
    if words and not file.exists():
        with suppress(OSError):
            file.write_bytes(words)


class _Attempt:
    """One commit on its way."""

    def __init__(self, lock: IndexLock, repository: Repository, contents: Sequence[Content], folder: str) -> None:
        self.lock = lock
        self.repository = repository
        self.contents = contents
        self._folder = folder
        self.index = f"{folder}/index"
        """From which the commit is made."""
        self._next = f"{folder}/next"
        """What the repository's index becomes."""
        self._tree = ""

    def prepare(self) -> None:
        """Everything that can fail before there is a commit."""
        # With its time stamp: by that git knows which files may have changed just when the index was written.
        shutil.copy2(self.repository.index_file, self.index)
        shutil.copy2(self.repository.index_file, self._next)
        self._git("read-tree", "--reset", self.repository.head)
        stored = self._stored([each.data for each in self.contents] + [each.staged for each in self.contents])
        half = len(self.contents)
        self._put(self.index, [(each.mode, blob, each.name) for each, blob in zip(self.contents, stored[:half], strict=True)])
        self._put(
            self._next, [(each.staged_mode, blob, each.name) for each, blob in zip(self.contents, stored[half:], strict=True)]
        )
        self._tree = self._git("write-tree")
        self.lock.fill(self._next)

    def settle(self, ended: Ended) -> Made | Refusal:
        """What became of it. What counts is whether there is a commit, whatever git and its hooks said."""
        now = repository_head(self.repository)
        as_meant = self._git("rev-parse", f"{now}^{{tree}}") == self._tree
        if now == self.repository.head or (ended.code != 0 and not as_meant):
            return _refused(ended)
        parents = self._git("rev-list", "--max-count=1", "--parents", now).split()[1:]
        if parents != [self.repository.head]:
            return self._taken_back(now, parents)
        note = "" if ended.code == 0 else _last(ended.said)
        with suppress(NoAnswer):
            note = note if as_meant else self._follow(now)
        try:
            self.lock.become()
        except OSError as error:
            self._git("update-ref", "-m", "milestone-tui: taken back", "HEAD", self.repository.head, now)
            return Refusal(f"the index cannot be written: {error.strerror}", "nothing was committed; look at the disk")
        told = ""
        with suppress(NoAnswer):
            told = self._git("rev-list", "--max-count=1", "--format=tformat:%h%x00%s", now).partition("\n")[2]
        short, _, subject = told.partition("\0")
        return Made(now, short or now[:_SHORT], subject, note)

    def _follow(self, now: str) -> str:
        """A hook changed what was committed: the index follows it in all that was not staged. What has to be said then."""
        ours = {each.name: each for each in self.contents}
        changes = _changes(asked(self.repository.top, "diff-tree", "-r", "-z", "--no-renames", self.repository.head, now))
        held = _index_of(asked(self.repository.top, "ls-files", "-z", "--stage", index=self.repository.index_file))
        put: list[tuple[str, str, str]] = []
        for name, (old, new) in changes.items():
            mine = ours.get(name)
            is_plain = mine.data == mine.staged if mine is not None else held.get(name) == (old if old.mode != _NONE else None)
            if is_plain:
                put.append((new.mode if mine is None or new.mode == _NONE else mine.staged_mode, new.blob, name))
        self._put(self._next, put)
        self.lock.fill(self._next)
        return "a hook changed what was committed"

    def _taken_back(self, now: str, parents: Sequence[str]) -> Refusal:
        """Somebody else moved HEAD in the same moment, so that this commit would take back theirs: it goes again."""
        if parents:
            self._git("update-ref", "-m", "milestone-tui: taken back", "HEAD", parents[0], now)
        return Refusal("another commit was made in the same moment", "nothing of yours was committed; try again")

    def _git(self, *arguments: str) -> str:
        return asked(self.repository.top, *arguments, index=self.index).decode("utf-8", "replace").removesuffix("\n")

    def _stored(self, texts: Sequence[bytes]) -> list[str]:
        """Hand the bytes to git just as they are; the names by which it knows them."""
        paths = [Path(self._folder, str(number)) for number in range(len(texts))]
        for path, data in zip(paths, texts, strict=True):
            path.write_bytes(data)
        given = b"".join(os.fsencode(path) + b"\n" for path in paths)
        return (
            asked(self.repository.top, "hash-object", "-w", "--no-filters", "--stdin-paths", given=given).decode("ascii").split()
        )

    def _put(self, index: str, entries: Iterable[tuple[str, str, str]]) -> None:
        lines = b"".join(b"%s %s\t%s\0" % (mode.encode(), blob.encode(), os.fsencode(name)) for mode, blob, name in entries)
        asked(self.repository.top, "update-index", "-z", "--index-info", given=lines, index=index)


def repository_head(repository: Repository) -> str:
    """The commit that is checked out now."""
    return asked(repository.top, "rev-parse", "--verify", "HEAD^{commit}").decode("ascii").strip()


def _changes(text: bytes) -> dict[str, tuple[Entry, Entry]]:
    """Name → entry before and after, of what `diff-tree` prints."""
    parts = names_of(text)
    out = {}
    for facts, name in zip(parts[::2], parts[1::2], strict=True):
        old_mode, new_mode, old, new, _ = facts.decode("ascii").removeprefix(":").split(" ")
        out[os.fsdecode(name)] = Entry(old_mode, old), Entry(new_mode, new)
    return out


def _index_of(text: bytes) -> Mapping[str, Entry]:
    out = {}
    for line in names_of(text):
        facts, _, name = line.partition(b"\t")
        mode, blob, stage = facts.decode("ascii").split(" ")
        out[os.fsdecode(name)] = Entry(mode, blob, "" if stage == "0" else "unmerged")
    return out


def _refused(ended: Ended) -> Refusal:
    last_said = tuple([line for line in ended.said.splitlines() if line.strip()][-_MOST_LINES:])
    if ended.late:
        return Refusal(f"git did not finish: {ended.late}", "nothing was committed; see what its hooks wait for", last_said)
    words = ended.said.lower()
    advice = "nothing was committed; if that is a hook of this repository, do what it asks and try again"
    if "user.email" in words or "user.name" in words:
        advice = 'nothing was committed; tell git who you are: git config user.name "..." and git config user.email "..."'
    elif any(each in words for each in ("gpg", "signing failed", "failed to sign", "failed to write commit object")):
        advice = "nothing was committed; unlock your key first, or use milestone-tui commit in a terminal, where it can ask"
    return Refusal(f"git did not commit: {_last(ended.said)}", advice, last_said)


def _last(said: str) -> str:
    """What git said of why: its last word of that kind, else the last line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("fatal: ", "error: "))]
    return (told or lines or ["it gave no reason"])[-1].removeprefix("fatal: ").removeprefix("error: ")
