"""What was edited, in the user's state folder: an intent before each write, its outcome after it. Append-only JSON lines.

All processes append to one file, each record by one write. The edits of a run that is over can be taken back by the next.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from milestone_tui.editing.planning import Change
from milestone_tui.workspace.reversal import Hunk, hunks_of

_MOST_BYTES = 2 * 1024 * 1024
"""What lies further back in the journal cannot be undone any more."""


class Record(NamedTuple):
    """One edit."""

    id: str
    kind: str
    """`edit`, `undo` or `redo`."""
    of: str
    """For an undo or redo, the edit that it is about."""
    location: str
    """The real path of the file."""
    path: str
    """The path as it was named in the summary."""
    summary: str
    line: int
    hunks: tuple[Hunk, ...]
    digest_before: str
    digest_after: str
    made: bool | None
    """None when the program ended before it knew."""
    copy: tuple[bytes, bytes] | None
    """For a file written in place, all its bytes before and after: what a write that broke off can be mended with."""
    group: str = ""
    """The same for all edits that are one step; empty for an edit that is a step of its own."""
    at: float = 0.0
    """When it was made, in seconds since 1970; 0 where that was not noted."""


class Journal:
    """The journal in `state_dir`. One of these notes edits of one `kind`."""

    def __init__(self, state_dir: Path, kind: str = "edit", of: str = "", group: str = "") -> None:
        self.file = state_dir / "journal.jsonl"
        self.kind = kind
        self.of = of
        self.group = group
        self.fault = ""
        """Why the last record could not be kept, or empty."""

    def intend(self, location: str, change: Change) -> str:
        """Note what is about to be written; gives the name under which `close` is told the outcome."""
        name = os.urandom(6).hex()
        hunks = hunks_of(change.before, change.patches)
        self._append(
            {
                "intent": name,
                "kind": self.kind,
                "of": self.of,
                "file": location,
                "path": change.path,
                "summary": change.summary,
                "line": change.line,
                "hunks": [[each.before_at, each.after_at, *(_text(part) for part in each[2:])] for each in hunks],
                "before": digest(change.before),
                "after": digest(change.after),
                "group": self.group,
                "at": time.time(),
            }
        )
        return name

    def keep_copy(self, name: str, before: bytes, after: bytes) -> None:
        """Keep all bytes of a file that is about to be written in place, safe on the disk."""
        self._append({"copy": name, "before": _text(before), "after": _text(after)}, lasting=True)

    def close(self, name: str, *, made: bool, reason: str = "") -> None:
        """Note the outcome."""
        self._append({"outcome": name, "made": made, "reason": reason})

    def records(self) -> list[Record]:
        """The edits that the journal tells of, oldest first; what failed is left out."""
        found: dict[str, Record] = {}
        for raw in self._lines():
            if "intent" in raw:
                hunks = tuple(Hunk(each[0], each[1], *(_bytes(part) for part in each[2:])) for each in raw["hunks"])
                found[raw["intent"]] = Record(
                    raw["intent"], raw["kind"], raw["of"], raw["file"], raw["path"], raw["summary"], raw["line"], hunks,
                    raw["before"], raw["after"], None, None, raw.get("group", ""), raw.get("at", 0.0),
                )  # fmt: skip
            elif "outcome" in raw and raw["outcome"] in found:
                found[raw["outcome"]] = found[raw["outcome"]]._replace(made=raw["made"])
            elif "copy" in raw and raw["copy"] in found:
                copy = _bytes(raw["before"]), _bytes(raw["after"])
                found[raw["copy"]] = found[raw["copy"]]._replace(copy=copy)
        return [record for record in found.values() if record.made is not False]

    def stacks(self, below: str) -> tuple[list[Record], list[Record]]:
        """The edits that can be taken back and those that can be made again, in and below the path `below`; the next one last."""
        undo: list[Record] = []
        redo: list[Record] = []
        inside = below.rstrip(os.sep) + os.sep
        for record in self.records():
            if record.location != below and not record.location.startswith(inside):
                continue
            if record.kind == "edit":
                undo.append(record)
                redo.clear()
                continue
            source, target = (undo, redo) if record.kind == "undo" else (redo, undo)
            for each in source:
                if each.id == record.of:
                    source.remove(each)
                    target.append(each)
                    break
        return undo, redo

    def settle(self, name: str) -> None:
        """Note that an edit whose outcome was not known never came to be."""
        self.close(name, made=False, reason="not found in the file")

    def mark(self, commit: str, names: Sequence[str]) -> None:
        """Note that git has these edits, in that commit."""
        self._append({"committed": commit, "edits": list(names)})

    def marks(self) -> dict[str, str]:
        """Name of an edit → the commit that it went into, of those that were committed with this program."""
        return {name: raw["committed"] for raw in self._lines() if "committed" in raw for name in raw["edits"]}

    def _append(self, record: dict[str, Any], *, lasting: bool = False) -> None:
        # The break in front keeps a record whole even after one that a crash cut short.
        line = b"\n" + json.dumps(record, separators=(",", ":")).encode() + b"\n"
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self.file, flags, 0o600)
            try:
                os.write(descriptor, line)
                if lasting:
                    os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            self.fault = error.strerror or str(error)
            if lasting:
                raise

    def _lines(self) -> list[dict[str, Any]]:
        try:
            with self.file.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - _MOST_BYTES))
                data = file.read()
        except OSError:
            return []
        out = []
        for line in data.split(b"\n"):
            if line.startswith(b"{"):
                try:
                    out.append(json.loads(line))
                except ValueError:
                    continue
        return [each for each in out if isinstance(each, dict)]


def digest(data: bytes) -> str:
    """By which the same bytes are known again by another process."""
    return blake2b(data, digest_size=16).hexdigest()


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
