"""The text form of a selection: one line, such as `status:active,review -owner:mira "sync engine" sort:-target group:track`.

Words have spaces between them; quotes keep spaces together, and `\\` inside them a quote; `-` or `!` before a word negates it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from milestone_tui.reading.vocabulary.levels import WORDS as LEVEL_WORDS
from milestone_tui.reading.vocabulary.statuses import WORDS as STATUS_WORDS
from milestone_tui.text.fold import fold
from milestone_tui.views.ordering import ORDERS
from milestone_tui.views.properties import PROPERTIES, RISK_LEVELS, STATES
from milestone_tui.views.selection import FIELDS, GROUPS, NONE, Selection, Term

_SHAPE = re.compile(r"[^\s\":]+(?=:)")
_PART = re.compile(r'"((?:[^"\\]|\\.)*)(?:"|\\?\Z)|[^\s",]+|,')
_BARE = re.compile(r"[^\s\",:\-!\\][^\s\",:\\]*")
_BARE_VALUE = re.compile(r"[^\s\",\\]+")
_ORDER, _GROUP = "sort", "group"
_NAMES = (*FIELDS, _ORDER, _GROUP)
_ANYTHING = frozenset(("open", "closed", "ready"))
"""Statuses to files, but questions to people: `is:open`."""


class Fault(NamedTuple):
    """One word that is not understood."""

    at: int
    """Where the word begins in the text, from 0."""
    word: str
    text: str
    """What is wrong with it."""
    nearest: str
    """What was meant, perhaps; empty when nothing is near."""


class _Word(NamedTuple):
    """One word of the line, taken apart."""

    at: int
    raw: str
    negated: bool
    field: str
    """Before the colon; empty for a bare word."""
    values: tuple[str, ...]


def parse(text: str) -> Selection | list[Fault]:
    """The selection that the line describes, or what is wrong with it, word by word. Of two orders the last one holds."""
    selection, faults = Selection(), list[Fault]()
    for word in _taken_apart(text):
        found = _understood(word, selection)
        if isinstance(found, Fault):
            faults.append(found)
        else:
            selection = found
    return faults or selection


def words(selection: Selection) -> str:
    """The line that describes the selection: parsing it gives the selection again."""
    out = [_term_words(term) for term in selection.terms]
    out += [f"{_ORDER}:{selection.order}"] if selection.order else []
    out += [f"{_GROUP}:{selection.group}"] if selection.group else []
    return " ".join(out)


def quoted(value: str) -> str:
    """The value with quotes around it where it needs them behind a colon."""
    if _BARE_VALUE.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _term_words(term: Term) -> str:
    sign = "-" if term.negated else ""
    if term.field == "text" and len(term.values) == 1:
        value = term.values[0]
        return sign + (value if _BARE.fullmatch(value) else _always_quoted(value))
    return f"{sign}{term.field}:{','.join(map(quoted, term.values))}"


def _always_quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


# Taking the line apart


def _taken_apart(text: str) -> Iterator[_Word]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start = at
        negated = text[at] in "-!" and at + 1 < len(text) and not text[at + 1].isspace()
        at += negated
        shape = _SHAPE.match(text, at)
        field = shape[0].casefold() if shape else ""
        at = shape.end() + 1 if shape else at
        values, at = _values(text, at)
        yield _Word(start, text[start:at], negated, field, values)


def _values(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The values with commas between, up to a space outside quotes; and where they end."""
    values, current, seen = list[str](), "", False
    while found := _PART.match(text, at):
        at = found.end()
        if found[0] == ",":
            values += [current] if current else []
            current = ""
        else:
            seen = True
            current += re.sub(r"\\(.)", r"\1", found[1]) if found[1] is not None else found[0]
        if at >= len(text) or text[at].isspace():
            break
    return (*values, current) if current or (seen and not values) else tuple(values), at


# Understanding a word


def _understood(word: _Word, selection: Selection) -> Selection | Fault:
    values = tuple(value for value in word.values if value.strip())
    if not word.field:
        return _with_term(selection, Term("text", values, word.negated)) if values else selection
    if word.field not in _NAMES:
        text = f"there is no {word.field!r} to filter by; quotes around the word look for it as it stands"
        return _fault(word, text, word.field, _NAMES)
    if not values:
        return Fault(word.at, word.raw, f"{word.field}: needs a value", "")
    if word.field in (_ORDER, _GROUP):
        return _arranged(word, values, selection)
    known = tuple(_canonical(word.field, value) for value in values)
    for value, canonical in zip(values, known, strict=True):
        if canonical is None:
            return _unknown(word, value)
    return _with_term(selection, Term(word.field, tuple(each for each in known if each is not None), word.negated))


def _with_term(selection: Selection, term: Term) -> Selection:
    return selection._replace(terms=(*selection.terms, term._replace(values=tuple(dict.fromkeys(term.values)))))


def _arranged(word: _Word, values: tuple[str, ...], selection: Selection) -> Selection | Fault:
    value = fold(values[0])
    if word.negated or len(values) > 1:
        return Fault(word.at, word.raw, f"{word.field}: takes one name", "")
    if word.field == _GROUP:
        if value in (*GROUPS, NONE):
            return selection._replace(group="" if value == NONE else value)
        return _fault(word, f"there are no groups by {values[0]!r}", value, (*GROUPS, NONE))
    if value.removeprefix("-") in ORDERS:
        return selection._replace(order=value)
    return _fault(word, f"there is no order by {values[0]!r}", value.removeprefix("-"), ORDERS)


def _canonical(field: str, value: str) -> str | None:
    """The value in the words of the selection; None when it is none that is known."""
    if field in ("owner", "track", "text"):
        return value
    folded = fold(value)
    if field == "is":
        return folded if folded in PROPERTIES else None
    if field == "risk":
        return folded if folded in (*RISK_LEVELS, NONE) else LEVEL_WORDS.get(folded, NONE if folded == "unknown" else None)
    name = folded.replace(" ", "_").replace("-", "_")
    if name in STATES or name == NONE:
        return "unknown" if name == NONE else name
    return None if folded in _ANYTHING else STATUS_WORDS.get(folded)


def _unknown(word: _Word, value: str) -> Fault:
    folded = fold(value)
    if word.field == "status" and folded in PROPERTIES:
        return Fault(word.at, word.raw, f"{value!r} is no status", f"is:{folded}")
    if word.field == "is" and folded.replace(" ", "_") in STATES:
        return Fault(word.at, word.raw, f"{value!r} is a status", f"status:{folded.replace(' ', '_')}")
    known = {"status": STATES, "risk": (*RISK_LEVELS, NONE), "is": tuple(PROPERTIES)}[word.field]
    text = {"status": f"there is no status {value!r}", "risk": f"there is no level {value!r}", "is": f"nothing is {value!r}"}
    return _fault(word, text[word.field], folded, known)


def _fault(word: _Word, text: str, folded: str, known: Iterable[str]) -> Fault:
    from difflib import get_close_matches

    return Fault(word.at, word.raw, text, next(iter(get_close_matches(folded, list(known), 1)), ""))
