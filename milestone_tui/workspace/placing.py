"""Where an edit stands in a file that others changed around it.

Of lines that came or went less has to be around them than undo asks for: undo writes, what is committed is looked at first.
"""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.text.patch import Patch
from milestone_tui.workspace.journal import Record, digest
from milestone_tui.workspace.reversal import Hunk, NotFound, found_again, is_so_already

_BREAKS = (b"\n", b"\r")


def placed(data: bytes, record: Record) -> tuple[Patch, ...] | NotFound:
    """The patches that take an edit back in `data`; none of a part that was taken back by hand."""
    if digest(data) == record.digest_after:
        exact = found_again(data, record.hunks, undo=True, untouched=True)
        return exact if not isinstance(exact, NotFound) else ()
    out: list[Patch] = []
    for hunk in record.hunks:
        patch = _placed(data, hunk)
        if isinstance(patch, NotFound):
            return patch
        if patch is not None:
            out.append(patch)
    return tuple(out)


def _placed(data: bytes, hunk: Hunk) -> Patch | NotFound | None:
    """None for what was taken back by hand."""
    tries = [hunk, *_looser(hunk, gone=not hunk.new)]
    missing = NotFound("", "", False)
    for number, each in enumerate(tries):
        found = found_again(data, (each,), undo=True, untouched=False)
        if not isinstance(found, NotFound):
            return found[0]
        missing = missing if number else found
    if any(is_so_already(data, (each,), undo=True) for each in (hunk, *_looser(hunk, gone=not hunk.old))):
        return None
    for each in _one_sided(hunk):
        found = found_again(data, (each,), undo=True, untouched=False)
        if not isinstance(found, NotFound):
            return found[0]
    return missing


def _looser(hunk: Hunk, *, gone: bool) -> Iterator[Hunk]:
    """Lines that came or went: alone where they are there; where they are `gone`, the line above them before that below."""
    if not _is_of_lines(hunk):
        return
    if not gone:
        yield hunk._replace(lead=b"", trail=b"", above=hunk.above + hunk.lead, below=hunk.trail + hunk.below)
        return
    lead, trail = _last(hunk.lead), _first(hunk.trail)
    if lead and trail:
        yield hunk._replace(lead=lead, trail=trail)


def _one_sided(hunk: Hunk) -> Iterator[Hunk]:
    """For lines that went: behind what stood above them, else before what stood below."""
    if hunk.new or not _is_of_lines(hunk):
        return
    for lead, trail in ((_last(hunk.lead), b""), (b"", _first(hunk.trail))):
        if (lead + trail).strip():
            yield hunk._replace(lead=lead, trail=trail)


def _is_of_lines(hunk: Hunk) -> bool:
    """Whether whole lines came or went, and nothing else changed."""
    lines = hunk.old or hunk.new
    alone = not (hunk.old and hunk.new) and lines.endswith(_BREAKS)
    return alone and (not hunk.lead or hunk.lead.endswith(_BREAKS)) and bool(lines.strip())


def _last(lines: bytes) -> bytes:
    parts = lines.splitlines(keepends=True)
    return parts[-1] if parts else b""


def _first(lines: bytes) -> bytes:
    parts = lines.splitlines(keepends=True)
    return parts[0] if parts else b""
