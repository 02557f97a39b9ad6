"""Which edits of the journal a version of the file, such as git's, lacks: they are taken back in memory, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from milestone_tui.text.patch import Patch, PatchRefused
from milestone_tui.text.twin import Step, Twin, step_before
from milestone_tui.workspace.journal import Record
from milestone_tui.workspace.placing import placed
from milestone_tui.workspace.reversal import Hunk, NotFound


class Lacking(NamedTuple):
    """What a version lacks of a text."""

    base: bytes
    """The text without our edits: the version, or the version with what somebody else changed in it."""
    steps: tuple[Step, ...]
    """How the text came of the base."""
    records: tuple[Record, ...]
    """The edits that made it so, the first one first; what was edited and taken back again is none."""


class Mixed(NamedTuple):
    """An edit of ours that somebody else wrote over, so that the two cannot be told apart."""

    record: Record
    reason: str


def lacking(data: bytes, records: Sequence[Record], version: bytes, is_old: Callable[[Record], bool]) -> Lacking | Mixed:
    """What `version` lacks of our edits in `data`. The `records`, the oldest first, are all of the file that may be lacking.

    `is_old` says of an edit that cannot be found in the text any more that it was made before the version, and need not be.
    """
    return _down_to(data, records, version) or _apart(data, records, version, is_old)


def brought_to(version: bytes, found: Lacking) -> bytes | None:
    """The version with these edits in it, and nothing else; None where they were made in lines that it does not have."""
    if found.base == version:
        return found.steps[-1].after if found.steps else version
    twin = Twin(found.base, version)
    return twin.data if all(twin.follow(step) for step in found.steps) else None


def standing(data: bytes, records: Sequence[Record]) -> tuple[Record, ...]:
    """Those of the edits, the first one first, that stand in the text; what was taken away since by other means does not."""
    found: list[Record] = []
    for record in reversed(records):
        back = placed(data, record)
        before = _stepped(data, back) if back and not isinstance(back, NotFound) else None
        if before is not None:
            data = before[0]
            found.append(record)
    return tuple(reversed(found))


def felt(records: Sequence[Record], base: bytes, data: bytes) -> tuple[Record, ...]:
    """Those of the edits between two texts of which something is seen: not the item that was added, moved and deleted again.

    All of them where nothing of any is to be seen by itself.
    """
    before, after = set(base.splitlines()), set(data.splitlines())
    seen = tuple(record for record in records if any(_is_seen(hunk, before, after) for hunk in record.hunks))
    return seen or tuple(records)


def _is_seen(hunk: Hunk, before: Container[bytes], after: Container[bytes]) -> bool:
    old, new = ((hunk.lead + each + hunk.trail).splitlines() for each in (hunk.old, hunk.new))
    gone, come = [line for line in old if line and line not in new], [line for line in new if line and line not in old]
    return not (gone or come) or any(line in before for line in gone) or any(line in after for line in come)


def _down_to(data: bytes, records: Sequence[Record], version: bytes) -> Lacking | None:
    """Edit after edit taken back until nothing but the version is left; None when that is never so."""
    steps: list[Step] = []
    taken: list[Record] = []
    left = list(records)
    while not _alike(data, version):
        if not left:
            return None
        record = left.pop()
        back = placed(data, record)
        if isinstance(back, NotFound):
            return None
        if back:
            before = _stepped(data, back)
            if before is None:
                return None
            data = before[0]
            steps.append(before[1])
            taken.append(record)
    return Lacking(data, tuple(reversed(steps)), net(taken[::-1]))


def _apart(data: bytes, records: Sequence[Record], version: bytes, is_old: Callable[[Record], bool]) -> Lacking | Mixed:
    """The same where somebody else changed the text too: what stands in the version just so is in it already, and stays."""
    steps: list[Step] = []
    taken: list[Record] = []
    for number in range(len(records) - 1, -1, -1):
        record = records[number]
        if _alike(data, version):
            break
        back = placed(data, record)
        if isinstance(back, NotFound):
            if record.made is None or is_old(record):
                continue
            reason = "several lines read alike" if back.many else "the line was changed since"
            return Mixed(record, reason)
        twin = Twin(data, version)
        new = [patch for patch in back if not _has(twin, data, patch, records[:number])]
        before = _stepped(data, new)
        if before is None:
            return Mixed(record, "the lines were changed since")
        if new:
            data = before[0]
            steps.append(before[1])
            taken.append(record)
    return Lacking(data, tuple(reversed(steps)), net(taken[::-1]))


def _has(twin: Twin, data: bytes, back: Patch, earlier: Sequence[Record]) -> bool:
    """Whether the version is so already. What was deleted is not there either as it read before the `earlier` edits."""
    found = _stepped(data, (back,))
    if found is None:
        return False
    lines = found[0].splitlines(keepends=True)
    for stretch in found[1].stretches:
        gone = lines[stretch.old.start - 1 : stretch.old.stop - 1]
        if not twin.has(stretch.new, () if stretch.new else _as_they_were(gone, earlier)):
            return False
    return True


def _as_they_were(lines: Sequence[bytes], edits: Sequence[Record]) -> list[bytes]:
    """The lines, and how they read before each of the edits."""
    found = [line.rstrip(b"\r\n") for line in lines]
    for record in reversed(edits):
        for hunk in record.hunks:
            now, before = (hunk.lead + each + hunk.trail for each in (hunk.new, hunk.old))
            if now.rstrip(b"\r\n") in found:
                found.append(before.rstrip(b"\r\n"))
    return found


def _stepped(data: bytes, back: Sequence[Patch]) -> tuple[bytes, Step] | None:
    """None for patches that overlap: the lines of several edits that cannot be told apart any more."""
    try:
        return step_before(data, back)
    except PatchRefused:
        return None


def _alike(data: bytes, version: bytes) -> bool:
    """Whether they say the same; git may keep other ends of lines than the work tree has."""
    return data == version or data.replace(b"\r\n", b"\n") == version.replace(b"\r\n", b"\n")


def net(records: Sequence[Record]) -> tuple[Record, ...]:
    """The edits without those that were taken back, and of several in the same place only the last."""
    made: list[Record] = []
    for record in records:
        turned = next((each for each in made if _turns(record, each)), None)
        made.append(record) if turned is None else made.remove(turned)
    kept: list[Record] = []
    for record in made:
        earlier = next((each for each in reversed(kept) if _goes_on(record, each)), None)
        if earlier is not None:
            kept.remove(earlier)
            record = record._replace(hunks=(record.hunks[0]._replace(old=earlier.hunks[0].old),))
        if len(record.hunks) != 1 or record.hunks[0].old != record.hunks[0].new:
            kept.append(record)
    return tuple(kept)


def _turns(record: Record, other: Record) -> bool:
    """Whether the one takes the other back, or makes again what the other took back."""
    subject = other.id if other.kind == "edit" else other.of
    return record.kind != "edit" and record.of == subject and (record.kind == "undo") != (other.kind == "undo")


def _goes_on(record: Record, other: Record) -> bool:
    """Whether it replaced, in the same line, just what the other one wrote."""
    if len(record.hunks) != 1 or len(other.hunks) != 1:
        return False
    hunk, before = record.hunks[0], other.hunks[0]
    same = (before.new, before.lead, before.trail) == (hunk.old, hunk.lead, hunk.trail)
    return same and (bool(hunk.old) or before.old == hunk.new)
