"""Your edits as a commit: what git lacks of them, shown first, and then committed with nothing else.

The folders of the files are locked meanwhile, as for an edit, and git's index is too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import cache, partial
from typing import NamedTuple, TypeVar

from milestone_tui.editing.outcome import Refusal
from milestone_tui.workspace.git import NoAnswer
from milestone_tui.workspace.git_commit import IndexLock, Made, commit
from milestone_tui.workspace.git_repository import Repository, is_in_head, repository_of
from milestone_tui.workspace.journal import Journal, Record
from milestone_tui.workspace.locking import Busy, FolderLock
from milestone_tui.workspace.offering import File, LeftOut, Offering, Part, Told, since_marked
from milestone_tui.workspace.workspace import Workspace

T = TypeVar("T")


class Offer(NamedTuple):
    """What would be committed."""

    parts: tuple[Part, ...]
    """None when git has all edits."""
    left_out: tuple[LeftOut, ...]

    @property
    def edits(self) -> tuple[Told, ...]:
        """All of them, file by file."""
        return tuple(edit for part in self.parts for edit in part.edits)

    @property
    def diff(self) -> str:
        """What the commit would change. Text of the files, not yet harmless."""
        return "".join(part.diff for part in self.parts)

    @property
    def left_out_words(self) -> list[tuple[str, str, str]]:
        """Path, why, and what to do, of the files that nothing is committed of."""
        return [(each.path, each.text, each.advice) for each in self.left_out]

    def same_as(self, other: Offer) -> bool:
        """Whether the same bytes would be committed."""
        return self._bytes() == other._bytes()

    def _bytes(self) -> list[tuple[str, bytes, bytes]]:
        return [(part.path, part.before, part.content.data) for part in self.parts]


class Committed(NamedTuple):
    """A commit of edits."""

    made: Made
    offer: Offer


def offered(workspace: Workspace) -> Offer | Refusal:
    """The edits in and below the workspace's target that git lacks. Nothing is written."""
    return _guarded(workspace, lambda found: _offer(workspace, found))


def committed(
    workspace: Workspace, message: str, expect: Offer | None = None, *, at_terminal: bool = False
) -> Committed | Refusal:
    """Commit the edits that git lacks with these words. Refused when that is no longer what `expect` says.

    After a Refusal nothing is committed, and index and files are as they were. `at_terminal`: see `git_commit.commit`.
    """
    if not message.strip():
        return Refusal("a commit needs some words", "say what was done")

    def made(repository: Repository) -> Committed | Refusal:
        with IndexLock(repository.index_file) as lock:
            again = repository_of(str(workspace.root))  # HEAD cannot move any more, but for those who ask nobody
            if isinstance(again, Refusal):
                return again
            offer = _offer(workspace, again)
            if expect is not None and not offer.same_as(expect):
                return Refusal("the files or the repository changed since this was shown", "nothing was committed; look again")
            if not offer.parts:
                return Refusal("there is nothing to commit", "git has all your edits")
            outcome = commit(lock, again, [part.content for part in offer.parts], message, at_terminal=at_terminal)
            if isinstance(outcome, Refusal):
                return outcome
        assert workspace.state_dir is not None
        Journal(workspace.state_dir).mark(outcome.hash, [name for part in offer.parts for name in part.names])
        return Committed(outcome, offer)

    return _guarded(workspace, made)


def _guarded(workspace: Workspace, work: Callable[[Repository], T | Refusal]) -> T | Refusal:
    """Do it while no edit of this program can come between; what stands in the way is a refusal."""
    if workspace.state_dir is None:
        return Refusal("there is nothing to commit", "edits are not kept in a journal here")
    try:
        repository = repository_of(str(workspace.root))
        if isinstance(repository, Refusal):
            return repository
        with ExitStack() as stack:
            for folder in sorted({os.path.dirname(location) for location in _edited(workspace)}):  # noqa: PTH120 - strings
                if os.path.isdir(folder):  # noqa: PTH112 - as above
                    stack.enter_context(FolderLock(folder, workspace.state_dir))
            return work(repository)
    except NoAnswer as error:
        return Refusal(f"git does not answer: {error}", "nothing was committed")
    except Busy:
        return Refusal("somebody else is writing in this folder", "nothing was committed; try again in a moment")
    except FileExistsError as error:
        advice = f"wait for it; one that died left {error.filename}, which can be removed then"
        return Refusal("another git command is at work in this repository", advice)
    except OSError as error:
        return Refusal(f"this cannot be committed: {error.strerror or error}", "nothing was committed")


def _edited(workspace: Workspace) -> dict[str, list[Record]]:
    """Real path → edits of the journal, the first one first, for the files in and below the workspace's target."""
    assert workspace.state_dir is not None
    below = os.path.realpath(workspace.root / workspace.target_file)
    inside = below.rstrip(os.sep) + os.sep
    found: dict[str, list[Record]] = {}
    for record in Journal(workspace.state_dir).records():
        if record.location == below or record.location.startswith(inside):
            found.setdefault(record.location, []).append(record)
    return found


def _offer(workspace: Workspace, repository: Repository) -> Offer:
    assert workspace.state_dir is not None
    files = list(_files(workspace, repository, Journal(workspace.state_dir).marks()))
    offering = Offering(repository, files, workspace.lexicon)
    parts: list[Part] = []
    left_out: list[LeftOut] = []
    for file in files:
        found = offering.part_of(file)
        if isinstance(found, Part):
            parts.append(found)
        elif found is not None:
            left_out.append(found)
    return Offer(tuple(parts), tuple(left_out))


def _files(workspace: Workspace, repository: Repository, marks: dict[str, str]) -> Iterable[File]:
    root = os.path.realpath(workspace.root).rstrip(os.sep) + os.sep
    top = repository.top.rstrip(os.sep) + os.sep
    known = cache(partial(is_in_head, repository))
    for location, records in sorted(_edited(workspace).items()):
        left = since_marked(records, marks, known)
        if left and location.startswith(top):
            name, path = (location.removeprefix(base).replace(os.sep, "/") for base in (top, root))
            yield File(location, path, name, left)
