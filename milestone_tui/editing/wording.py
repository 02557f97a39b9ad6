"""A new value in the manner of the old one: its emoji, case, notation, and the comment behind it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from milestone_tui.editing.own_words import own_word, spelled
from milestone_tui.reading.day_words import stretch_of
from milestone_tui.reading.dialects.profiles import BY_NAME, STATUS_EMOJI, WORD_FAMILIES
from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.placeholders import is_placeholder
from milestone_tui.reading.status_words import is_menu, status_of
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.text.repair import repair

_RADIO = re.compile(r"\[(?P<mark>[^\]\[]{0,2})\](?P<words>\s*[^|\[\]]+)")
_EMPHASIS_ENDS = r"(?:[*`]{1,3}|_{1,2}(?!\w))"
_WORDS = re.compile(
    r"^(?P<lead>[^\w\[(*_`]*)(?P<open>[*_`]{0,3})(?P<words>[^\W\d_](?:[\w' /-]*?\w)?)"
    rf"(?P<rest>{_EMPHASIS_ENDS}.*|$|\s+[-–—].*|\s*[(,;:.!|].*|\s+(?:by|since|on)\s.*)$",
    re.DOTALL,
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = 3
"""Letters of a weekday cut short."""
_WEEKDAY = rf"(?P<day>{'|'.join((*_WEEKDAYS, *(name[:_SHORT] for name in _WEEKDAYS)))})"
_WEEKDAY_BEFORE = re.compile(rf"\b{_WEEKDAY}(?=\.?,?\s+$)", re.IGNORECASE)
_WEEKDAY_BEHIND = re.compile(rf"^(?P<gap>,?\s+\(?|\()?{_WEEKDAY}(?=\.?\s*(?:[),;]|$))", re.IGNORECASE)
_LEVEL_EMOJI = {"low": "🟢", "medium": "🟡", "high": "🔴", "critical": "🔴"}
_DEFAULT_WORDS = BY_NAME["component"].status_words


def status_text(canonical: str, old: str, dialect: str, said: str = "", lexicon: Lexicon = BUILT_IN) -> str:
    """The words for a status where `old` stands, in the words of the project or the dialect; what follows the old words stays.

    `said` is the word that the person gave for it.
    """
    shown = repair(old)
    if len(_RADIO.findall(shown)) >= 2:
        return _with_option_ticked(canonical, old, lexicon)
    own = own_word("status", canonical, said, shown, lexicon)
    words = own or _words_of(dialect, shown)[canonical]
    emoji, _, bare = words.partition(" ") if not words[0].isalnum() else ("", "", words)
    found = _parted(shown, lexicon.own_statuses)
    if not shown.strip() or is_placeholder(shown) or is_menu(shown, lexicon):
        return words
    if not found:
        return words if any(character.isalpha() for character in shown) else own or STATUS_EMOJI[canonical]
    lead = found.lead
    if lead.strip():
        lead = lead.replace(lead.strip(), emoji or STATUS_EMOJI[canonical], 1)
    return lead + found.open + (spelled(own, found.words) if own else cased(bare, found.words)) + found.rest


class _Parts(NamedTuple):
    """A value taken apart."""

    lead: str
    open: str
    words: str
    rest: str


def _parted(shown: str, own: re.Pattern[str] | None) -> _Parts | None:
    """Emoji, emphasis, words and comment of a value; words of the project's own may hold what else begins a comment."""
    found = _WORDS.match(shown)
    if found is None:
        return None
    start, end = found.span("words")
    longer = own.match(shown, start) if own is not None else None
    end = longer.end() if longer else end
    return _Parts(found["lead"], found["open"], shown[start:end], shown[end:])


def _words_of(dialect: str, old: str) -> dict[str, str]:
    """The words of the dialect. A bare lower-case word, as front matter has it, is answered in the words of its own family."""
    profile = BY_NAME.get(dialect)
    plain = BY_NAME["manifest"].status_words
    bare = old.strip()
    if bare.islower() and bare.isascii() and dialect not in ("manifest", "track"):
        family = next((words for words in WORD_FAMILIES if bare in words.values()), {})
        return {**plain, **family}
    if profile is not None:
        return profile.status_words
    return _DEFAULT_WORDS


def _with_option_ticked(canonical: str, old: str, lexicon: Lexicon) -> str:
    def mark(found: re.Match[str]) -> str:
        chosen = status_of(found["words"], lexicon) == canonical
        return f"[{'x' if chosen else ' '}]{found['words']}"

    return _RADIO.sub(mark, old)


def cased(words: str, like: str) -> str:
    """`words` with the capitals and the word break of `like`: `in_progress`, `IN PROGRESS`, `In Progress`, `in-progress`."""
    if like.isupper() and len(like) > 1:
        return words.replace("_", " ").upper()
    if like.islower():
        words = words.lower()
        return words.replace(" ", "-") if "-" in like and " " not in like else words.replace(" ", "_") if "_" in like else words
    if "_" in words and like[:1].isupper():
        words = words.replace("_", " ")
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" ")) if like.istitle() else words[:1].upper() + words[1:]


def level_text(canonical: str, old: str, said: str = "", lexicon: Lexicon = BUILT_IN) -> str:
    """The word for a level where `old` stands: `H`, `HIGH`, `High`, `high` or with its emoji, or as the project has it."""
    shown = repair(old)
    own = own_word("level", canonical, said, shown, lexicon)
    if shown.strip() in ("H", "M", "L") and not own:
        return canonical[0].upper() if canonical != "critical" else "Critical"
    found = _parted(shown, lexicon.own_levels)
    if not found or level_of(shown, lexicon) is None:
        if own:
            return own
        return canonical if shown.strip().islower() or not shown.strip() or is_placeholder(shown) else canonical.capitalize()
    lead = found.lead
    if lead.strip():
        lead = lead.replace(lead.strip(), _LEVEL_EMOJI[canonical], 1)
    return lead + found.open + (spelled(own, found.words) if own else cased(canonical, found.words)) + found.rest


def day_text(day: date, old: str) -> str:
    """The date in the notation of `old`, and its weekday where `old` names one; all else stays. ISO where `old` holds no date."""
    place = stretch_of(old)
    if place is None:
        return day.isoformat()
    before = _WEEKDAY_BEFORE.sub(lambda found: _weekday(day, found), old[: place[0]])
    behind = _WEEKDAY_BEHIND.sub(lambda found: _weekday(day, found), old[place[1] :])
    return before + day_alone(day, old) + behind


def day_alone(day: date, like: str) -> str:
    """The date in the notation of the one in `like`, without what else stands there."""
    place = stretch_of(like)
    old = like[slice(*place)] if place else ""
    name = _MONTHS[day.month - 1]
    for pattern, text in (
        (r"\d{4}/\d{2}/\d{2}", day.isoformat().replace("-", "/")),
        (rf"(?:{'|'.join(_MONTHS)})\s+\d{{1,2}},\s+\d{{4}}", f"{name} {day.day}, {day.year}"),
        (rf"(?:{'|'.join(each[:3] for each in _MONTHS)})\s+\d{{1,2}},\s+\d{{4}}", f"{name[:3]} {day.day}, {day.year}"),
        (r"\d{4}年\d{1,2}月\d{1,2}日", f"{day.year}年{day.month}月{day.day}日"),
    ):
        if re.fullmatch(pattern, old):
            return text
    return day.isoformat()


def beside_day(text: str) -> str:
    """What a value says beside its day and the weekday of that; the whole of one that holds no date."""
    place = stretch_of(text)
    if place is None:
        return text
    return _WEEKDAY_BEFORE.sub("", text[: place[0]]) + "\n" + _WEEKDAY_BEHIND.sub("", text[place[1] :])


def _weekday(day: date, old: re.Match[str]) -> str:
    name = _WEEKDAYS[day.weekday()]
    word = name if len(old["day"]) > _SHORT else name[:_SHORT]
    return old[0].replace(old["day"], word if old["day"][:1].isupper() else word.lower())


def percent_text(value: float, old: str) -> str:
    """The number where the old number stands, with the per cent sign and all else as it was."""
    number = f"{value:g}"
    found = re.search(r"\d{1,3}(?:\.\d+)?", old)
    return old[: found.start()] + number + old[found.end() :] if found else number
