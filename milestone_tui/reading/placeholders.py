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
        "not applicable",
        "can start immediately",
    )
)


_WHEN = (
    r"(?:at (?:this|the|present|all)(?: (?:time|moment|point|stage))?|as of (?:now|today|yet)|right now|for now|so far"
    r"|to date|currently|presently|now|yet|today|known|required|needed|necessary|identified|reported|remaining|left"
    r"|outstanding|open|active|applicable|blocking|expected|derzeit|aktuell|momentan|por ahora|目前|当前|暂|現在)"
)
_NAUGHT = r"(?:none|nothing|nil|n/a|na|无|なし|нет|keine|ninguna|ninguno|not (?:blocked|required|needed))"
_NOTHING = re.compile(rf"(?:[^\w\s\"'(\[{{<#/-]+\s*)?(?:{_WHEN}\s*)*+{_NAUGHT}(?:\s+{_WHEN})*+[^\w\"')\]]*$")
"""A mark, a word for nothing, and when or of what kind: `✅ none`, `currently none`, `none known at this time`."""
_SUCH = (
    r"(?:other|further|external|internal|blocking|known|open|active|current|hard|direct|upstream|additional|major|critical|outstanding"
    r"|remaining|prior|previous|special|technical|new)"
)
_WHAT = r"(?:dependenc(?:y|ies)|pre-?requisites?|blockers?|milestones?|requirements?|risks?|issues?|concerns?|problems?)"
_NO_SUCH = re.compile(
    rf"(?:[^\w\s\"'(\[{{<#/-]+\s*)?(?:no|zero|0)(?:(?: {_SUCH}){{0,3}} {_WHAT}\b(?!.*\b(?:but|until)\b)"
    rf"|(?: {_SUCH}){{1,3}}$|(?: [\w-]+){{1,4}} (?:required|needed|necessary)$)"
)
_SAVE = re.compile(r"\b(?:except|besides|beyond|unless|apart from|aside from|other than)\b")
_COMMENT = re.compile(r"(?<!\s)\s*[(:;,.]|\s[-–—]\s")


@lru_cache(maxsize=8192)
def is_none(folded: str) -> bool:
    """Whether folded words say that there is nothing: `none`, `n/a`, a dash, `None (first milestone)`, `no known blockers`."""
    head = folded.strip("*_`.,;: ")
    if head in _NONE:
        return True
    if _SAVE.search(head):
        return False
    if _NO_SUCH.match(head) or _NOTHING.match(head):
        return True
    cut = _COMMENT.search(head)
    if cut is None:
        return False
    before = head[: cut.start()].strip()
    return before in _NONE or _NOTHING.match(before) is not None
