"""Files to what they state: one bad file is one problem and hides no other."""

from __future__ import annotations

import re
from typing import NamedTuple

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Problem
from milestone_tui.reading.reader import Reading, read
from milestone_tui.reading.vocabulary.lexicon import Lexicon
from milestone_tui.text.source import Encoding
from milestone_tui.workspace.files import Stamp, read_file
from milestone_tui.workspace.found import FoundFile

_HEAD = 4096
_ABOUT_PLANS = re.compile(
    rb"(?im)milestone|roadmap|deliverable|acceptance criteria"
    rb"|\*\*status|^status:|^due|\bphase \d|\bsprint \d|\xe9\x87\x8c\xe7\xa8\x8b"
)
_COUNTABLE = re.compile(
    rb"(?im)^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ x]\][ \t]"
    rb"|^[ \t\r\f\v]*(?:[-*][ \t]+)?\**(?:status|progress|target|due)[^\n:]{0,20}:"
)


class FileState(NamedTuple):
    """What a file stated when it was last read."""

    relative: str
    stamp: Stamp | None
    """None when the file could not be read, or may have changed since without a trace: the next look reads it again."""
    content: tuple[int, int]
    """Length and hash of the bytes."""
    milestones: tuple[Milestone, ...]
    """All that the file tells of, also when it is passed over."""
    problems: tuple[Problem, ...]
    skip_reason: str


def content_id(data: bytes) -> tuple[int, int]:
    """By which the same bytes are known again within this process."""
    return len(data), hash(data)


def state_of(file: FoundFile, known: FileState | None, lexicon: Lexicon) -> tuple[FileState, Reading | None]:
    """The state of a file; `known` itself where the bytes are those it was made from. The reading only if there was one to do."""
    found = read_file(file.location, file.relative)
    if isinstance(found, Problem):
        if known is not None and known.problems == (found,):
            return known, None
        return FileState(file.relative, None, (0, 0), (), (found,), ""), None
    stamp = found.stamp if found.settled else None
    content = content_id(found.data)
    if known is not None and known.content == content and not (known.skip_reason and file.asked_for):
        return (known if known.stamp == stamp else known._replace(stamp=stamp)), None
    return read_state(file, found.data, stamp, lexicon)


def read_state(file: FoundFile, data: bytes, stamp: Stamp | None, lexicon: Lexicon) -> tuple[FileState, Reading | None]:
    """The state that these bytes make."""
    content = content_id(data)
    if not file.sure and not reads_like_a_plan(data, lexicon):
        return FileState(file.relative, stamp, content, (), (), "nothing in it speaks of milestones"), None
    try:
        reading = read(data, file.relative, lexicon)
        skip_reason = "" if file.asked_for else reading.skip_reason
        if skip_reason and file.sure and reading.document.source.encoding is Encoding.NUL:
            problem = Problem(
                file.relative, 0, "this is no text: it holds NUL bytes", "remove, rename or exclude what is no milestone"
            )
            return FileState(file.relative, stamp, content, (), (problem,), ""), reading
        return FileState(file.relative, stamp, content, reading.milestones, reading.problems, skip_reason), reading
    except Exception as error:  # whatever one file does to the reader, the others are shown
        text = f"this file cannot be understood: {type(error).__name__}: {error}"
        problem = Problem(file.relative, 0, text, "please report it with the file; the other files are not affected")
        return FileState(file.relative, stamp, content, (), (problem,), ""), None


def reads_like_a_plan(data: bytes, lexicon: Lexicon) -> bool:
    """A cheap look at bytes that no name speaks for: words of planning near the top, and something to count or to know."""
    if lexicon.own_keys is not None and lexicon.own_keys.search(data, 0, _HEAD):
        return True
    return _ABOUT_PLANS.search(data, 0, _HEAD) is not None and _COUNTABLE.search(data) is not None
