"""A milestone's id and title from its heading, front matter and file name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from milestone_tui.reading.placeholders import is_placeholder
from milestone_tui.reading.status_words import is_status_note
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.text.fold import plain_hyphens
from milestone_tui.text.repair import repair

_ID = (
    r"(?:[A-Za-z]{1,6}-){0,3}(?:[A-Za-z]{0,6}\.?-?\d+[A-Za-z]?|[A-Z]\d+)"
    r"(?:[._-](?:\d+[a-z]?|[A-Z]\d+|[a-z](?![A-Za-z])))*"
)
_AFTER_ID = r"(?=$|[\s:：—–,()（]|[-_](?=[A-Za-z\s]))"
_PREFIX = re.compile(
    r"^(?:tracking\s*[:：]\s*(?=[A-Za-z-]*\d)|[A-Za-z ]{1,30}\s[-–—]\s(?=milestone\s+[A-Z]{0,3}-?\d))?"
    r"(?:(?:milestone report|milestone|里程碑|epic|hito|веха|майлстоун)(?![A-Za-z])\s*(?P<sep>[:：#]|[-–—]\s)?\s*)?",
    re.IGNORECASE,
)
_LEADING_ID = re.compile(rf"(?P<id>{_ID}){_AFTER_ID}\s*(?P<sep>[:：—–_-]*)\s*")
_SEPARATORS = " \t:：—–_-"
_WHOLE_ID = re.compile(rf"^{_ID}$")
_MODE = re.compile(r"(?<!\s)\s*\[(?P<mode>[A-Z](?:/[A-Z])*)\]\s*$")
_MODES = {"P": "parallel", "S": "sequential", "B": "blocking"}
_SYMBOLS_FROM_THE_END = re.compile(r"([^\w\s\"'`)\]}.,;:!?*…。！？）】」%+&/#@$€<>|~=^-]+)\s*")
"""For a text turned round: what no expression finds at the end of a long text without looking at each place in it."""
_LEADING_SYMBOLS = re.compile(r"^[^\w\s\"'`(\[{<.,;:!?#*$%&~=+/@-]+\s+")
_NOTE = re.compile(r"(?<!\s)\s*+[-–—]?\s*+[(\[](?P<words>[^()\[\]]{2,60})[)\]]\s*$")


class Name(NamedTuple):
    """What a heading says of identity."""

    id: str
    """As written, hyphens made plain; empty when the heading holds none."""
    title: str
    """Without id, word `Milestone`, weight class and mode; empty when nothing is left."""
    start: int
    """Where the title begins, in characters of the heading's text; -1 when it is not a plain stretch of it."""
    end: int
    weight: str
    mode: str
    mark: str
    """Symbols at the end of the heading that are no weight class: a status mark."""


def is_id(text: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether `text` as a whole looks like a milestone id: `M1`, `v0.3.0`, `UI-M-03.22.2`, `ASD-014.1`."""
    bare = plain_hyphens(text).strip()
    return _WHOLE_ID.match(bare) is not None or lexicon.id_end(bare) == len(bare) > 0


@lru_cache(maxsize=4096)
def name_in(heading: str, lexicon: Lexicon = BUILT_IN) -> Name:
    """Takes a heading such as `Milestone: M0 Docker Environment 🐳 [B]` apart."""
    text = plain_hyphens(heading)
    end = len(text.rstrip())
    mode_at = _MODE.search(text[:end])
    mode = ""
    if mode_at:
        mode = _MODES.get(mode_at["mode"], "")
        end = mode_at.start()
    weight = mark = ""
    symbols = _SYMBOLS_FROM_THE_END.match(text[:end][::-1])
    if symbols and symbols.end() < end:
        (weight, mark) = (symbols[1][::-1], "") if mode_at else ("", symbols[1][::-1])
        end -= symbols.end()
    leading = _LEADING_SYMBOLS.match(text[:end])
    start = leading.end() if leading else 0
    mark = mark or (leading[0].strip() if leading else "")
    own = _own_id_at(text[:end], start, lexicon) if lexicon.ids is not None else None
    identity, start = own or _id_at(text, start, end)
    again = _LEADING_ID.match(text[start:end]) if identity else None
    if again and again["id"].casefold() == identity.casefold():
        start += again.end()
    note = _NOTE.search(text[start:end])
    if note and note.start() > 0 and is_status_note(note["words"], lexicon):
        mark = mark or note[0].strip()
        end = start + note.start()
    title = heading[start:end].strip()
    start += len(heading[start:end]) - len(heading[start:end].lstrip())
    return Name(identity, title, start, start + len(title), repair(weight), mode, repair(mark))


def _own_id_at(text: str, start: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The same by the project's own patterns, which may take in the word `Milestone` or stand behind it; None for no such id."""
    prefix = _PREFIX.match(text[start:])
    for at in dict.fromkeys((0, start, start + prefix.end() if prefix else start)):
        after = lexicon.id_end(text, at)
        if after > 0:
            return text[at:after], len(text) - len(text[after:].lstrip(_SEPARATORS))
    return None


def _id_at(text: str, start: int, end: int) -> tuple[str, int]:
    """The id at the head of a title, empty for none, and where the title goes on."""
    prefix = _PREFIX.match(text[:end][start:])
    prefixed = prefix is not None and prefix.end() > 0
    start += prefix.end() if prefix else 0
    found = _leading_id(text, start, end, prefixed=prefixed)
    return (found["id"], found.end()) if found else ("", start)


def _leading_id(text: str, start: int, end: int, *, prefixed: bool) -> re.Match[str] | None:
    found = _LEADING_ID.match(text[:end], start)
    if not found or not any(character.isdigit() for character in found["id"]):
        return None
    letters = found["id"][0].isalpha()
    if not prefixed and not letters and not found["sep"] and found.end() < end:
        return None  # `3 things to do` begins with a number, not with an id
    if not found["sep"] and re.match(r"(?:and|&|und|to)\s", text[found.end() : end]):
        return None  # `M0 and M0.5` names more than one
    if found["id"].isdigit() and not prefixed and len(found["id"]) > 3:
        return None  # a year
    return found


def readable(title: str) -> str:
    """A title as people read it: emphasis gone, underscores of a file-name style title as spaces."""
    text = title.strip().strip("*_` ").strip()
    if "_" in text and " " not in text:
        text = text.replace("_", " ")
    return text


_ROLE_STEMS = frozenset(
    [
        "readme",
        "status",
        "spec",
        "plan",
        "index",
        "roadmap",
        "summary",
        "context",
        "validation",
        "acceptance",
        "issues",
        "decisions",
        "overview",
        "milestone",
        "tracking",
        "log",
    ]
)


_ROLE_TITLE = re.compile(
    r"(?i)(?:(?:implementation|milestone|project|progress|development) )?"
    r"(?:tracking|tracker|log|status|progress|report|plan|spec|specification)(?: (?:log|report|document|file))?"
)
_PLAIN_FOLDER = re.compile(r"(?i)^\.|^(?:docs?|milestones?|planning|plans?|roadmap|work|epics?|project|templates?|meta|src)$")
"""Folders that name no milestone."""


def names_a_role(stem: str) -> bool:
    """Whether a file's name says what it is for (`status`, `plan`, `README`) and not which milestone it is."""
    return stem.casefold() in _ROLE_STEMS


def tells_a_role(title: str) -> bool:
    """Whether a title says what the file is for, as `Implementation Tracking` does, and not what the milestone is."""
    return _ROLE_TITLE.fullmatch(title) is not None


def id_of_file(path: str, lexicon: Lexicon = BUILT_IN) -> str:
    """The id that a file's name gives: its leading id, or the name itself; the folder's for `README.md` and its like."""
    parts = path.replace("\\", "/").split("/")
    stem = parts[-1].rsplit(".", 1)[0]
    if names_a_role(stem) and len(parts) > 1 and not _PLAIN_FOLDER.match(parts[-2]):
        stem = parts[-2]
    own = lexicon.id_end(stem)
    if own > 0:
        return stem[:own]
    prefix = re.match(r"(?i)milestone[-_ ]*(?=\d)", stem)
    slugged = re.match(r"(?P<id>[a-z]{2,12}-[a-z0-9]{3,6})--", stem)
    if slugged:
        return slugged["id"]
    found = _LEADING_ID.match(stem[prefix.end() :] if prefix else stem)
    named = found is not None and any(character.isdigit() for character in found["id"])
    if found and named and (prefix or found["id"][0].isalpha() or found.end() == len(stem)):
        return found["id"]
    return stem


def stem_of(path: str) -> str:
    """The file name without folder and ending."""
    return path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]


def usable(text: str) -> bool:
    """Whether `text` can stand as an id or a title: something is there and it is no slot of a template."""
    return bool(text.strip()) and not is_placeholder(text)
