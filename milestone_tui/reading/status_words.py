"""Which lifecycle status the words of a status field mean (READING R4)."""

from __future__ import annotations

import re
from functools import lru_cache

from milestone_tui.reading.placeholders import is_placeholder
from milestone_tui.reading.vocabulary.statuses import (
    DECLARED_NOT_BEGUN,
    EMOJI,
    NOT_COMPLETE_YET,
    ON_ITS_OWN_NOT_A_STATUS,
    WORDS,
)
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair

_RADIO = re.compile(r"\[([^\]\[]{0,2})\]\s*([^|\[\]]+)")
_TICKS = frozenset("xX✅✔✓☑")
_PERCENT_COMPLETE = re.compile(r"(\d{1,3})(?:\.\d+)?\s*%")
_CUT = re.compile(r"\s+[-–—]+\s+|\s*[(,;:.!|]|\s+by\s|\s+@|\s+since\s|\s+in v|\s+from v|\s+as of\s|\s+on \d", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]", re.UNICODE)
_LEAD = re.compile(r"^[^\w]+|^\[\s*\S{0,2}\s*\]\s*")
_MENU = re.compile(r"\s*[|/]\s*|\s+or\s+")


@lru_cache(maxsize=8192)
def status_of(raw: str) -> str | None:
    """The canonical status for the words of a status field; None for a menu, a slot or words that are not known."""
    text = repair(raw).replace("\\", "").strip().strip("\"'")
    ticked = _ticked_option(text)
    if ticked is not None:
        return status_of(ticked) if ticked else None
    if is_placeholder(text) and fold(text).strip("[] ") not in WORDS:
        return None
    if is_menu(text):
        return None
    words = _LEAD.sub("", re.sub(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}(?!\w)", "", text)).strip("*`~ []")
    if not _WORD.search(words):
        return _by_emoji(text)
    return _by_words(fold(words))


def is_menu(text: str) -> bool:
    """Whether `text` lists status words to choose from, none of them chosen."""
    options = [_core(option) for option in _MENU.split(text)]
    return len(options) >= 2 and sum(option in WORDS for option in options) >= 2 and _MENU.search(text) is not None


def _core(option: str) -> str:
    return fold(re.sub(r"^[^\w]+|[^\w]+$", "", option))


def _ticked_option(text: str) -> str | None:
    """For a radio line the ticked option, an empty string when none is; None when it is no radio line."""
    options = _RADIO.findall(text)
    if len(options) < 2 or "]" not in text:
        return None
    if not all(mark.strip() == "" or mark.strip() in _TICKS for mark, _ in options):
        return None
    return next((words.strip() for mark, words in options if mark.strip() in _TICKS and mark.strip()), "")


def _by_words(folded: str) -> str | None:
    for words in DECLARED_NOT_BEGUN:
        if folded.startswith(words):
            return "planned"
    if any(folded.startswith(words) for words in NOT_COMPLETE_YET):
        return "active"
    share = _PERCENT_COMPLETE.match(folded)
    if share:
        return "completed" if int(share[1]) >= 100 else "active"
    head = _CUT.split(folded, maxsplit=1)[0].strip(" *_~`-")
    if head in ON_ITS_OWN_NOT_A_STATUS:
        return None
    pieces = head.replace("_", " ").split()
    for form in (head, " ".join(pieces)):
        if form in WORDS:
            return WORDS[form]
    return _by_first_or_last(pieces)


def _by_first_or_last(words: list[str]) -> str | None:
    """The longest known words at the head; of two or three words also the last one: `currently blocked`."""
    for count in range(min(4, len(words)), 0, -1):
        found = WORDS.get(" ".join(words[:count]))
        if found and (count == len(words) or count > 1 or len(words) <= 4):
            return found
    if 1 < len(words) <= 3 and words[0] != "not" and words[0] != "no":
        return WORDS.get(words[-1])
    return None


def _by_emoji(text: str) -> str | None:
    for character in text.replace("\ufe0f", ""):
        if character in EMOJI:
            return EMOJI[character]
    return None


def status_share(raw: str) -> float | None:
    """The percentage that a status line gives in passing, as in `IN PROGRESS (33% Complete)`."""
    found = _PERCENT_COMPLETE.search(raw)
    if not found or not re.search(r"\d\s*%\s*(?:complete|done|完成)|\(\s*~?\d+\s*%\s*\)", raw, re.IGNORECASE):
        return None
    share = float(found[0].rstrip("% "))
    return share if share <= 100 else None


def is_status_note(words: str) -> bool:
    """Whether a bracket behind a title holds a status and nothing else but when: `completed 2026-01-01`, `in progress`, `规划中`."""
    head = re.sub(r"[\s:,-]*\d[\d.\-/年月日]*.*$", "", fold(repair(words))).strip("✅🔄⏳🚧❌ ")
    return head in WORDS


@lru_cache(maxsize=4096)
def emoji_status(text: str) -> str | None:
    """The status that a mark in `text` gives, for headings and list entries: `✅ M1`, `Phase 2 🔄`, `(done)`, `(in progress)`."""
    for character in repair(text).replace("\ufe0f", ""):
        if character in EMOJI:
            return EMOJI[character]
    for bracket in re.findall(r"[(\[]([^()\[\]]+)[)\]]", text):
        found = _by_words(fold(bracket))
        if found:
            return found
    return None
