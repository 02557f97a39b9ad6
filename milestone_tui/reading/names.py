"""The names in a line of dependencies or blockers: what refers to a milestone, and where one name ends and the next begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from milestone_tui.reading.identity import is_id
from milestone_tui.reading.status_words import emoji_status, status_of
from milestone_tui.reading.vocabulary.lexicon import Lexicon
from milestone_tui.text.fold import fold, plain_hyphens
from milestone_tui.text.repair import repair

LINK = re.compile(r"!?\[([^\]\[]*)\]\(([^()\s]*+)[^()]*+\)")
WIKI = re.compile(r"\[\[([^\]\[|]+)(?:\|[^\]\[]*)?\]\]")
SYMBOLS = re.compile(r"^(?:[^\w\s\[({#`\"'<]|\ufe0f|\u200d)+\s*")
"""Marks before a name."""
_WORD = r"(?:(?:milestone|phase|epic|sprint)s?\s+)"
_ID_START = re.compile(
    rf"(?P<ref>{_WORD}?(?:[A-Za-z]{{1,6}}-){{0,3}}(?:[A-Za-z]{{0,6}}\.?-?\d[\w.-]*|[A-Z]\d[\w.-]*|#\d+)"
    rf"(?:(?P<to>\s?[-–—]\s?|\s?(?:…|\.\.\.?)\s?|\s+(?:to|through|thru)\s+)"
    rf"(?P<last>{_WORD}?(?:[A-Za-z]{{1,6}}-){{0,3}}(?:#|[A-Za-z]{{0,6}}-?)\d[\w.]*))?\+?)",
    re.IGNORECASE,
)
_NUMBER_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_WORD_ID = re.compile(rf"(?P<ref>[A-Za-z]{{2,12}}-[a-z0-9]{{4,6}}(?=$|[\s:,)])|(?i:milestone (?:{_NUMBER_WORD}))(?![\w-]))")
_SPELLED = re.compile(rf"(?i)milestone (?:{_NUMBER_WORD})(?![\w-])")
_OF_A_MILESTONE = re.compile(
    rf"(?i:milestones? (?:\d|(?:{_NUMBER_WORD})\b))|(?i:(?:[a-z]{{1,6}}-){{0,3}}m-?\d)"
    r"|(?P<bare>[A-Z]\d\d|[A-Za-z]-\w*\d|\w+-0\d|#\d)"
)
"""What names a milestone also where tools and the like are listed; a `bare` one only with nothing said behind it."""
_CALENDAR = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}$")
_BRACKET = re.compile(r"[(\[{（]")
_COMMA = re.compile(r"[,;，、；]")
_AND = re.compile(r"(?<!\s)\s+(?:\+|and|&|und|и|和|与)\s+|[+&](?=[A-Za-z#])")
_OR = re.compile(r"(?<!\s)\s+(?:or|and/or|oder)\s+|\s?/\s?")
_SEPARATED = re.compile(r"[,;+&/，、；]|\s(?:and|or|und|oder|и|和|与)\s")
_PATH = re.compile(r"(?i)://|\.(?:md|markdown)\b")
_NUMBER = re.compile(r"\d+(?:\.\d+)*(?!\w)")
_OF_SEVERAL = re.compile(r"(?i)(milestone|phase|epic|sprint)s?\s+\d")
_RESOLVED = re.compile(r"(?i)\bresolved\b(?!\s*[?/|])")
_NOT_YET = re.compile(
    r"(?i)(?:\b(?:not|never|no|be|being|get|until|till|when|once|unless|if|partly|partially|nearly|almost)\b|n't)\s+(?:[\w'-]+\s+){0,3}$|/$"
)
_SAID_LAST = re.compile(r"(?:(?<!\s)\s+[-–—]\s|:)\s*(\w+(?:\s\w+)?)$")


class Name(NamedTuple):
    """One name of a line."""

    text: str
    """As it is written."""
    word: str
    """The word before the number of an earlier name that this one lacks: `Milestone ` for the 6 of `Milestones 5 and 6`."""
    choice: str
    """The alternatives that it stands among, such as `M1 or M2`; empty where it stands alone."""


def names_in(text: str, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names in a list such as `✅ M1 (a, b), M2 + M3 and M4`, brackets kept together."""
    if not _SEPARATED.search(text):
        bare = text.strip()
        return (Name(bare, "", ""),) if bare else ()
    found: list[Name] = []
    word = ""
    for piece in _parts(text, _COMMA):
        for part in _joined(piece, lexicon):
            options = _options(part, lexicon)
            for name in options:
                several = _OF_SEVERAL.match(name)
                if several:
                    word = f"{several[1]} "
                elif not _NUMBER.match(name):
                    word = ""
                found.append(Name(name, "" if several else word, part if len(options) > 1 else ""))
    return tuple(found)


def names_of_entry(text: str, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names in an entry of a list: several only when each part is a name, or what follows the first is prose about it."""
    if not _SEPARATED.search(text) or not has_id(text, lexicon):
        return (Name(text, "", ""),)
    found = names_in(text, lexicon)
    if len(found) > 1 and all(is_reference(name.text, lexicon) for name in found):
        return found
    return (Name(text, "", ""),)


def _parts(text: str, separators: re.Pattern[str]) -> list[str]:
    """`text` cut at the separators that stand outside brackets."""
    outside = _without_brackets(text) if _BRACKET.search(text) else text
    parts, start = [], 0
    for cut in separators.finditer(outside):
        parts.append(text[start : cut.start()].strip())
        start = cut.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _without_brackets(text: str) -> str:
    """`text` with all that stands in brackets blanked out, at the same length."""
    out, depth = [], 0
    for character in text:
        if character in "([{（":
            depth += 1
        out.append("\0" if depth else character)
        if character in ")]}）":
            depth = max(0, depth - 1)
    return "".join(out)


def _joined(piece: str, lexicon: Lexicon) -> list[str]:
    """The names between which `and` or `+` stands; prose behind such a word belongs to the name before it."""
    parts = _parts(piece, _AND)
    if len(parts) < 2 or not has_id(parts[0], lexicon):
        return [piece]
    starts: list[int] = []
    at = 0
    for part in parts:
        at = piece.index(part, at)
        if not starts or has_id(part, lexicon):
            starts.append(at)
        at += len(part)
    ends = [*starts[1:], len(piece)]
    return [_AND_AT_THE_END.sub("", piece[start:end]).strip() for start, end in zip(starts, ends, strict=True)]


_AND_AT_THE_END = re.compile(r"(?<!\s)(?:\s+(?:\+|and|&|und|и|和|与)\s*|[+&])$")


def _options(part: str, lexicon: Lexicon) -> list[str]:
    """Alternatives such as `M1/M2` and `M1 or M2`; an id or a path with a stroke in it is one name."""
    options = _parts(part, _OR)
    if len(options) < 2 or lexicon.id_end(part) > len(options[0]) or _PATH.search(part):
        return [part]
    fit = all(is_reference(option, lexicon) and not _peeled(option)[:1].isdigit() for option in options)
    several = _OF_SEVERAL.match(part) is not None and all(_NUMBER.fullmatch(option) for option in options[1:])
    return options if fit or several else [part]


def _peeled(text: str) -> str:
    """A name without marks, emphasis and link."""
    bare = repair(plain_hyphens(text)).strip()
    if "[" in bare:
        bare = WIKI.sub(r"\1", LINK.sub(r"\1", bare))
    return SYMBOLS.sub("", bare).strip("*_` ")


def has_id(text: str, lexicon: Lexicon) -> bool:
    """Whether a name begins with something that looks like an id."""
    bare = _peeled(text)
    if lexicon.id_end(bare) > 0 or _SPELLED.match(bare):
        return True
    found = _ID_START.match(bare)
    return found is not None and any(character.isdigit() for character in found["ref"])


def is_reference(text: str, lexicon: Lexicon) -> bool:
    """Whether a name is a reference with no more than a state, brackets or a note behind it: not `v2 interface`, `3 reviews`."""
    if not has_id(text, lexicon):
        return False
    bare = _peeled(text)
    end = end_of_ref(bare, lexicon)
    behind = bare[end:].strip(" *_`")
    return end > 0 and (not behind or not behind[0].isalnum() or status_of(behind.rstrip("."), lexicon) is not None)


def names_a_milestone(text: str, lexicon: Lexicon) -> bool:
    """Whether an entry of a list of all sorts of things begins with a reference to a milestone."""
    bare = _peeled(text)
    if lexicon.id_end(bare) > 0:
        return True
    found = _OF_A_MILESTONE.match(bare)
    return found is not None and end_of_ref(bare, lexicon) > 0 and (not found["bare"] or is_reference(text, lexicon))


def end_of_ref(bare: str, lexicon: Lexicon) -> int:
    """Where the id, or the range of ids, ends with which a name begins; 0 where it begins with none."""
    own = lexicon.id_end(bare)
    if own > 0:
        behind = bare[own:].lstrip()
        last = lexicon.id_end(behind[1:].lstrip()) if behind[:1] == "-" else -1  # the last of a range
        end = len(bare) - len(behind[1:].lstrip()) + last if last > 0 else own
        return end + (bare[end : end + 1] == "+")
    found = _ID_START.match(bare)
    if not found or not any(character.isdigit() for character in found["ref"]) or _is_prose_number(found["ref"], bare):
        found = _WORD_ID.match(bare)
        return found.end("ref") if found else 0
    return found.end("ref") if not found["last"] or _is_range(found, bare) else found.start("to")


def _is_range(found: re.Match[str], bare: str) -> bool:
    """Whether two ids are the ends of a range: of one series, and no `M1 - 3 weeks`."""
    before = re.split(r"\d", found["last"], maxsplit=1)[0]
    if before:
        return fold(found["ref"]).startswith(fold(before))
    behind = bare[found.end() :].lstrip()
    return found["to"] == found["to"].strip() or not behind or not behind[0].isalnum()


def _is_prose_number(ref: str, bare: str) -> bool:
    """Whether the id-like start is a number in a sentence: `3 weeks of …`, `2025-01 budget`."""
    return (ref[0].isdigit() and (not is_id(ref) or _CALENDAR.match(ref) is not None)) or (
        ref.isdigit() and len(bare.split()) > 1 and ":" not in bare[: len(ref) + 2]
    )


def is_settled(text: str, lexicon: Lexicon) -> bool:
    """Whether what is said of a blocker says that it is none any more: `(resolved)`, `✅`, struck out, `- done`."""
    if "~~" in text or emoji_status(text, lexicon) == "completed":
        return True
    resolved = _RESOLVED.search(text)
    if resolved:
        return _NOT_YET.search(text[: resolved.start()]) is None
    last = _SAID_LAST.search(text.rstrip(" .*_"))
    return last is not None and status_of(last[1], lexicon) == "completed"
