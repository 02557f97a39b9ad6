"""Strings on which a regular expression would take its time, made from the expression itself; and how long it takes."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from types import FrameType
from typing import Any

_parser: Any = import_module("re._parser")
_UNBOUNDED = 30
"""A repetition that may go on for longer is pumped."""
GIVEN_UP = 0.5
"""Seconds after which a call is broken off."""
SIZES = (24, 3_000, 24_000)
_SUSPICIOUS = 0.0015
"""Seconds that a linear expression does not take for SIZES[1] characters; only then is the longest string tried."""
_KILLERS = ("\x00", "", "a", " x", "]", ")\x00")
"""What stands behind a run, so that the expression has to try everything else."""
_RUNS = (
    " ",
    "[",
    "(",
    "*",
    "-",
    "|",
    "1",
    "a",
    "Z",
    "\t",
    "\n",
    "`",
    "中",
    "🚢\ufe0f",
    ".",
    ":",
    "- ",
    "a ",
    "1.",
    "](",
    "[ ",
    "> ",
    "1-",
)
_CATEGORIES = {
    "CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a",
    "CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": "-",
}  # fmt: skip


def pumps(pattern: str, flags: int) -> list[tuple[str, str, str]]:
    """Beginning, what to repeat, and end of strings that make the expression work."""
    tree = _parser.parse(pattern, flags & ~re.DEBUG)
    found = {("", run, killer) for run in _RUNS for killer in _KILLERS[:2]}
    for before, body in _loops(tree, ""):
        for each in body:
            found |= {(before, each, killer) for killer in _KILLERS}
            found.add(("", before + each, "\x00"))
        for one in body[:3]:
            found |= {(before, one + other, "\x00") for other in body[:3] if one != other}
    return sorted(each for each in found if each[1])


def stalled(call: Callable[[str], object], pattern: str, flags: int) -> tuple[float, int, tuple[str, str, str]] | None:
    """A string on which it takes more than a linear expression does: seconds, characters, and the parts; None without one."""
    signal.signal(signal.SIGPROF, _give_up)
    for parts in pumps(pattern, flags):
        before, run, after = parts
        for size in SIZES:
            text = before + run * max(1, size // len(run)) + after
            took = _timed(call, text)
            if took > limit(size):
                took = min(took, took, *(_timed(call, text) for _ in range(1 if took > GIVEN_UP else 3)))
            if took > limit(size):
                return took, size, parts
            if size == SIZES[1] and took < _SUSPICIOUS:
                break
    return None


def limit(size: int) -> float:
    """Seconds that a linear expression stays well below on a string of so many characters, and a quadratic one does not."""
    return 0.005 + size * 3e-6


def _timed(call: Callable[[str], object], text: str) -> float:
    """Seconds that the call takes, or GIVEN_UP when it takes longer."""
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, GIVEN_UP)
    try:
        call(text)
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begun


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


def _loops(tree: Any, before: str) -> Iterator[tuple[str, list[str]]]:
    """For each repetition without an end: a string that leads up to it, and characters that it takes."""
    for position, (operation, argument) in enumerate(tree):
        name = str(operation)
        lead = before + "".join(_sample(each) for each in tree[:position])
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = argument
            if int(most) > _UNBOUNDED:
                yield lead, _bodies(body)
            yield from _loops(body, lead)
        elif name == "SUBPATTERN":
            yield from _loops(argument[3], lead)
        elif name == "ATOMIC_GROUP":
            yield from _loops(argument, lead)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _loops(argument[1], lead)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from _loops(branch, lead)


def _bodies(body: Any) -> list[str]:
    if len(body) == 1 and str(body[0][0]) in ("IN", "ANY", "NOT_LITERAL"):
        return _members(body[0])
    if len(body) == 1 and str(body[0][0]) == "SUBPATTERN":
        return _bodies(body[0][1][3])
    if len(body) == 1 and str(body[0][0]) == "BRANCH":
        return list(dict.fromkeys("".join(_sample(each) for each in branch) for branch in body[0][1][1]))[:5]
    return ["".join(_sample(each) for each in body)]


def _members(node: Any) -> list[str]:
    """Some characters that a class takes."""
    name, argument = str(node[0]), node[1]
    wanted = (" ", "a", "1", "-", "*", "[", "(", "🚢", "\ufe0f", "\t", "_", "é")
    if name == "ANY":
        return list(wanted[:6])
    if name == "NOT_LITERAL":
        return [each for each in wanted if ord(each) != argument][:6]
    if str(argument[0][0]) == "NEGATE":
        return [each for each in wanted if not _in(argument[1:], each)][:8]
    out = []
    for kind, value in argument:
        if str(kind) == "LITERAL":
            out.append(chr(value))
        elif str(kind) == "RANGE":
            out.append(chr(value[0]))
        elif str(kind) == "CATEGORY":
            out.append(_CATEGORIES.get(str(value), "a"))
    return list(dict.fromkeys(out))[:6]


def _in(members: Any, character: str) -> bool:
    for kind, value in members:
        if str(kind) == "LITERAL" and ord(character) == value:
            return True
        if str(kind) == "RANGE" and value[0] <= ord(character) <= value[1]:
            return True
        if str(kind) == "CATEGORY":
            word = character.isalnum() or character == "_"
            holds = {"DIGIT": character.isdigit(), "SPACE": character.isspace(), "WORD": word}[str(value).rpartition("_")[2]]
            if holds != ("NOT" in str(value)):
                return True
    return False


def _sample(node: Any) -> str:
    """A short string that a part of an expression takes."""
    name, argument = str(node[0]), node[1]
    if name == "LITERAL":
        return chr(argument)
    if name in ("IN", "ANY", "NOT_LITERAL"):
        return (_members(node) or ["a"])[0]
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, body = argument
        return "".join(_sample(each) for each in body) * max(int(least), min(1, int(most)))
    if name == "SUBPATTERN":
        return "".join(_sample(each) for each in argument[3])
    if name == "ATOMIC_GROUP":
        return "".join(_sample(each) for each in argument)
    if name == "BRANCH":
        return "".join(_sample(each) for each in argument[1][0])
    if name == "ASSERT" and argument[0] > 0:
        return ""
    return ""
