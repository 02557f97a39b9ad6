"""Reads one file: bytes in, milestones with their anchors out. Never raises for anything a file may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from milestone_tui.markdown.document import Document
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Count, Problem
from milestone_tui.reading.key_lines import KeyLine, key_lines
from milestone_tui.reading.merging import conflict_at
from milestone_tui.reading.milestones import ReadMilestone, read_milestone
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.recognition import skip_reason
from milestone_tui.reading.scopes import scopes
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.text.source import Encoding

if TYPE_CHECKING:
    from milestone_tui.model.contents import Contents
    from milestone_tui.reading.contents import ReadContents


_LIKE_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


class Reading:
    """All that one file states. Facts are read at once, contents when they are asked for."""

    def __init__(self, document: Document, path: str, lexicon: Lexicon = BUILT_IN) -> None:
        self.document = document
        self.path = path
        self.outline = Outline(document, lexicon)
        self.found: tuple[ReadMilestone, ...] = _unique(
            [read_milestone(document, self.outline, scope, path) for scope in scopes(self.outline, path)]
        )
        self._contents: dict[int, ReadContents] = {}

    @cached_property
    def lines(self) -> list[KeyLine]:
        """Every key line of the file."""
        return key_lines(self.document, self.outline.sections, self.outline.lexicon)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """In the order of the file; one for an ordinary file. In an unfinished merge boxes stand there twice: none is counted."""
        if self.conflict:
            nothing = Count(0, 0)
            return tuple(each.milestone._replace(boxes=nothing, closing=nothing, merging=self.conflict) for each in self.found)
        return tuple(found.milestone for found in self.found)

    def contents(self, number: int) -> Contents:
        """Everything of the milestone at place `number` of `milestones` beyond its facts."""
        return self.read_contents(number).contents

    def read_contents(self, number: int) -> ReadContents:
        """The same with the places of the boxes, and with what each block was read as."""
        if number not in self._contents:
            from milestone_tui.reading.contents import read_contents

            self._contents[number] = read_contents(self.document, self.outline, self.lines, self.found[number])
        return self._contents[number]

    @cached_property
    def conflict(self) -> int:
        """The line of the first conflict that a merge left in the file, 0 for none."""
        at = conflict_at(self.document)
        return self.document.line_at(at) if at >= 0 else 0

    @cached_property
    def skip_reason(self) -> str:
        """Why a scan of a folder passes this file over; empty for a file that tells of milestones."""
        return skip_reason(self.outline, self.found, self.path, self.document.text)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, with its line and what to do."""
        found = []
        document = self.document
        if document.source.encoding in (Encoding.UTF_16, Encoding.NUL):
            found.append(
                Problem(
                    self.path, 0, f"{document.source.encoding}: shown, but not edited", "save the file as UTF-8 to edit it here"
                )
            )
        elif document.source.encoding is Encoding.BROKEN_UTF_8:
            found.append(
                Problem(
                    self.path,
                    0,
                    "some bytes are not UTF-8; they show as ? and stay as they are",
                    "save the file as UTF-8 to see those characters",
                )
            )
        if self.conflict:
            advice = "choose what is to stay and remove the markers; until then the file is shown, but not edited"
            found.append(Problem(self.path, self.conflict, "a merge was left unfinished: <<<<<<< begins two versions", advice))
        matter = document.front_matter
        if matter is not None and matter.problem:
            line = document.line_at(matter.problem_at)
            advice = "its key: value lines were read one by one; mend the YAML to be sure"
            found.append(Problem(self.path, line, f"front matter is not valid YAML: {matter.problem}", advice))
        found.extend(self._impossible_dates())
        return tuple(found)

    def _impossible_dates(self) -> Iterator[Problem]:
        for milestone in self.milestones:
            for dated in milestone.dates:
                if dated.day is None and _LIKE_A_DAY.match(dated.raw):
                    text = f"{dated.name.replace('_', ' ')} {dated.raw} is no day of the calendar"
                    yield Problem(self.path, dated.line, text, "it counts as no date; correct it in the file")


def read(data: bytes, path: str, lexicon: Lexicon = BUILT_IN) -> Reading:
    """The reading of a file's bytes; `path` is relative to the project's root, with `/`.

    `lexicon` holds the words to read it by.
    """
    return Reading(Document(data), path, lexicon)


def _unique(found: list[ReadMilestone]) -> tuple[ReadMilestone, ...]:
    """Keys that differ even where a file names two milestones alike."""
    seen: dict[str, int] = {}
    out = []
    for each in found:
        key = each.milestone.key
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            each = each._replace(milestone=each.milestone._replace(key=f"{key}~{seen[key]}"))
        out.append(each)
    return tuple(out)
