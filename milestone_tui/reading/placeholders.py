"""Slots of templates that nobody has filled: they state nothing (docs/dialects.md R4)."""

from __future__ import annotations

import re
from functools import lru_cache

_WHOLE = re.compile(
    r"""^(?:
        \{[^{}]*\}[%\w]{0,3} | \{\{.*\}\}                         # {STATUS}, {X}%
      | <[^<>]+>
      | \[[A-Z][A-Z0-9_ /|.-]*\][%\w]{0,3}           # [PRIORITY_LEVEL], [DATE]
      | \[[A-Z](?=[^\]\[]*[a-z ])[^\]\[]*+\]        # [Milestone Name], [To be completed later]
      | Y{2,4}[-/]M{1,2}(?:[-/]D{1,2})? | M{1,2}/D{1,2}/Y{2,4}
      | [-+$<>/~ ]*X[X,.]*(?:\s*(?:hours?|days?|weeks?|%|/\s*5|/\s*10|ms))?
      | T\.?B\.?[DA]\.? | \?+ | _{3,}
    )$""",
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def is_placeholder(raw: str) -> bool:
    """Whether a value is a slot of a template rather than a statement."""
    text = raw.strip().strip("*_`\"' ")
    return _WHOLE.match(text) is not None


_NONE = frozenset(
    (
        "",
        "-",
        "–",
        "—",
        "none",
        "n/a",
        "na",
        "nil",
        "null",
        "~",
        "nothing",
        "no",
        "无",
        "なし",
        "нет",
        "keine",
        "ninguna",
        "ninguno",
        "[]",
        "{}",
        "tbd",
        "none identified",
        "none currently identified",
        "no blockers",
        "not applicable",
        "can start immediately",
    )
)


_NO_SUCH = re.compile(r"no (?:other|further|external|internal|blocking|known|open|active|current|dependenc|prerequisite|blocker)")
_COMMENT = re.compile(r"(?<!\s)\s*[(:;,.]|\s[-–—]\s")


def is_none(folded: str) -> bool:
    """Whether folded words say that there is nothing: `none`, `n/a`, a dash, `None (first milestone)`."""
    head = folded.strip("*_`.,;: ")
    if head in _NONE:
        return True
    if head.startswith("no ") and _NO_SUCH.match(head):
        return True
    cut = _COMMENT.search(head)
    return cut is not None and head[: cut.start()].strip() in _NONE
