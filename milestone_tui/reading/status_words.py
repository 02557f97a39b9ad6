"""Which lifecycle status the words of a status field mean (docs/dialects.md R4)."""

from __future__ import annotations

import re
from functools import lru_cache

from milestone_tui.reading.placeholders import is_placeholder
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.reading.vocabulary.statuses import (
    BEFORE_THE_WORD,
    BEHIND_COMPLETE,
    DECLARED_NOT_BEGUN,
    DECORATION,
    NOT_COMPLETE_YET,
    ON_ITS_OWN_NOT_A_STATUS,
    PUTS_IN_DOUBT,
    STILL_MISSING,
)
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair

_RADIO = re.compile(r"\[([^\]\[]{0,2})\]\s*([^|\[\]]+)")
_TICKS = frozenset("xX✅✔✓☑")
_PERCENT_COMPLETE = re.compile(r"(\d{1,3})(?:\.\d+)?\s*%")
_CUT = re.compile(
    r"(?<!\s)(?:\s+[-–—]+\s+|\s*[(,;:.!|]|\s+by\s|\s+@|\s+since\s|\s+in v|\s+from v|\s+as of\s|\s+on \d)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]", re.UNICODE)
_LEAD = re.compile(r"^\W*\[\s*+\S{0,2}\s*+\]\s*|^\W+")
_MENU = re.compile(r"(?:(?<!\s)\s+|(?!\s))[|/→]\s*|(?<!\s)\s+(?:or|->)\s+")
_EMPHASIS = re.compile(r"(?<!\w)[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}(?!\w)")
_STRUCK = re.compile(r"~~[^~]+~~")
_WHEN = re.compile(
    r"(?:(?<![\s:,-])[\s:,-]+|(?![\s:,-]))(?:\b(?:on|in|at)\s+)?(?:\d{4}[-/.年]|v?\d{1,9}\.\d|\d{1,2}[-/.]\d|\d{1,3}\s*%).*$"
)
_FROM_WORD_TO_WORD = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_DAY_FIRST = re.compile(r"^\d{4}-\d{2}-\d{2}\s*:?\s*")
_ARROW = re.compile(r"→|->|=>")
_DENIED = re.compile(r"^[\w ]+[:：]\s*(?:no|not|false)\b|^[\w ]+\?")
_SHARE_BEHIND = re.compile(
    r"^[^\W\d]++(?: [^\W\d]++)*+\s*+(?:[:：,(]\s*+)?~?(\d{1,3}(?:\.\d+)?)\s*%(?: (?:complete|done))?[).\s]*$"
)
_FINISHED = ("complete", "completed", "done", "finished")


@lru_cache(maxsize=8192)
def status_of(raw: str, lexicon: Lexicon = BUILT_IN) -> str | None:
    """The canonical status for the words of a status field; None for a menu, a slot or words that are not known."""
    text = repair(raw).replace("\\", "").strip().strip("\"'")
    ticked = _ticked_option(text)
    if ticked is not None:
        return status_of(ticked, lexicon) if ticked else None
    if is_placeholder(text) and fold(text).strip("[] ") not in lexicon.statuses:
        return None
    steps = _ARROW.split(text)
    if len(steps) == 2:  # from one state to the next
        last = status_of(steps[1], lexicon)
        freed = last == "completed" and status_of(steps[0], lexicon) == "blocked"  # the obstacle is resolved, or all of it
        return None if freed else last
    if is_menu(text, lexicon):
        return None
    left = _STRUCK.sub("", text)
    words = _LEAD.sub("", _EMPHASIS.sub("", left if _WORD.search(left) else text)).strip("*`~ []")
    if not _WORD.search(words):
        return _by_emoji(text, lexicon)
    found = _by_words(fold(words), lexicon)
    return _unless_unfinished(fold(words)) if found == "completed" else found


def _unless_unfinished(folded: str) -> str | None:
    """`completed`, unless the words go on to say that something is missing, or to what share: `Implemented but not tested`."""
    if _DENIED.search(folded):
        return None
    share = _SHARE_BEHIND.search(folded)
    if share and float(share[1]) < 100:
        return "active"
    return "active" if STILL_MISSING.search(folded) else "completed"


def is_menu(text: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether `text` lists status words to choose from, none of them chosen; `Building/Next` says the same twice and is none."""
    options = [_core(option) for option in _MENU.split(text)]
    words = lexicon.statuses
    known = {words[option] for option in options if option in words}
    return len(known) >= 2 or (len(known) == 1 and len(options) > 2 and sum(option in words for option in options) >= 2)


def _core(option: str) -> str:
    words = _FROM_WORD_TO_WORD.search(option)
    return fold(words[0]) if words else ""


def _ticked_option(text: str) -> str | None:
    """For a radio line the ticked option, an empty string when none is; None when it is no radio line."""
    options = _RADIO.findall(text)
    if len(options) < 2 or "]" not in text:
        return None
    if not all(mark.strip() == "" or mark.strip() in _TICKS for mark, _ in options):
        return None
    return next((words.strip() for mark, words in options if mark.strip() in _TICKS and mark.strip()), "")


def _by_words(folded: str, lexicon: Lexicon) -> str | None:
    own = lexicon.own_statuses.match(folded) if lexicon.own_statuses is not None else None
    if own and (own.end() == len(folded) or _CUT.match(folded, own.end())):
        return lexicon.statuses[own[0]]
    words = lexicon.statuses
    head, _, rest = _parted(folded)
    if head in ON_ITS_OWN_NOT_A_STATUS:
        return None
    exact = words.get(head) or words.get(" ".join(head.replace("_", " ").split()))
    if _not_begun(folded, head if exact else ""):
        return "planned"
    if exact:
        return words.get(rest, exact) if head == "open" else exact
    if folded.startswith(NOT_COMPLETE_YET):
        return "active"
    share = _PERCENT_COMPLETE.match(folded)
    if share:
        return "completed" if int(share[1]) >= 100 else "active"
    options = {words.get(option) for option in _MENU.split(head)}
    if len(options) == 1:
        only = options.pop()
        if only:
            return only
    return _by_first_or_last(head.replace("_", " ").split(), words)


def _not_begun(folded: str, known: str) -> bool:
    """Whether words such as `ready for work` announce a beginning; `ready for review`, known as a whole, says more than they."""
    return any(len(words) > len(known) and folded.startswith(words) for words in DECLARED_NOT_BEGUN)


def _parted(folded: str) -> tuple[str, str, str]:
    """The words before the comment, what stands between, and the comment: `open – final qa` is `open`, `–`, `final qa`."""
    cut = _CUT.search(folded)
    if cut is None:
        return folded.strip(" *_~`-"), "", ""
    return folded[: cut.start()].strip(" *_~`-"), cut[0], folded[cut.end() :].strip(" *_~`-)")


def _by_first_or_last(words: list[str], known: dict[str, str]) -> str | None:
    """The longest known words at the head, unless the last word says otherwise; the last word after a few others."""
    last = known.get(words[-1]) if words else None
    for count in range(min(4, len(words)), 0, -1):
        found = known.get(" ".join(words[:count]))
        if count == 1 and words[0] == "complete" and words[1:] and words[1][:1].isalpha() and words[1] not in BEHIND_COMPLETE:
            continue
        if found and (count > 1 or len(words) <= 4):
            return found if count == len(words) or last in (None, found) else None
    if last and 1 < len(words) <= 3:
        plain = last == "cancelled" and PUTS_IN_DOUBT.isdisjoint(words[:-1])
        return last if plain or BEFORE_THE_WORD.issuperset(words[:-1]) else None
    return None


def _by_emoji(text: str, lexicon: Lexicon) -> str | None:
    for character in text.replace("\ufe0f", ""):
        if character in lexicon.status_signs:
            return lexicon.status_signs[character]
    return None


def status_share(raw: str) -> float | None:
    """The percentage that a status line gives in passing, as in `IN PROGRESS (33% Complete)`."""
    found = _PERCENT_COMPLETE.search(raw)
    if not found or not re.search(r"\d\s*%\s*(?:complete|done|完成)|\(\s*~?\d+\s*%\s*\)", raw, re.IGNORECASE):
        return None
    share = float(found[0].rstrip("% "))
    return share if share <= 100 else None


def is_status_note(words: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether a bracket behind a title holds a status and nothing else but when: `completed 2026-01-01`, `规划中`."""
    return _noted(words, lexicon) is not None


def _noted(words: str, lexicon: Lexicon) -> str | None:
    return lexicon.statuses.get(_WHEN.sub("", _DAY_FIRST.sub("", fold(repair(words)))).strip("✅🔄⏳🚧❌*_ "))


@lru_cache(maxsize=4096)
def emoji_status(text: str, lexicon: Lexicon = BUILT_IN) -> str | None:
    """The status that a mark in `text` gives, for headings and list entries: `✅ M1`, `Phase 2 🔄`, `(done)`, `(in progress)`."""
    for character in repair(text).replace("\ufe0f", ""):
        if character in lexicon.status_signs and character not in DECORATION:
            return lexicon.status_signs[character]
    for bracket in re.findall(r"[(\[（]([^()\[\]（）]+)[)\]）]", text):
        found = _in_bracket(bracket, lexicon)
        if found:
            return found
    return None


def _in_bracket(bracket: str, lexicon: Lexicon) -> str | None:
    """`(DONE - but with issues)`, `(33 % complete)`, `(bridge, complete)`; not `(next two weeks)`, which only begins like one."""
    folded = fold(bracket)
    head = _parted(folded)[0]
    if status_share(f"({folded})") is not None and _PERCENT_COMPLETE.match(folded):
        return _by_words(folded, lexicon)
    if head not in ON_ITS_OWN_NOT_A_STATUS and _not_begun(folded, head if _noted(head, lexicon) else ""):
        return "planned"
    if folded.startswith(NOT_COMPLETE_YET) and folded.endswith(_FINISHED):
        return "active"
    return _noted(head, lexicon) or next(filter(None, (_noted(each, lexicon) for each in re.split(r"[,;]\s+", bracket))), None)
