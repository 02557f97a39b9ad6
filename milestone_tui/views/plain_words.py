"""Words for lines that are heard rather than seen: no sign stands for a meaning, and every line is one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from milestone_tui.analysis.standing import Standing
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Dependency
from milestone_tui.model.values import Dated, Stated
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, percent_words, shown
from milestone_tui.views.glyphs import STATE_WORDS

UNKNOWN = "unknown"


def section(title: str, lines: Iterable[str], nothing: str = "") -> Iterator[str]:
    """A heading and its lines; `nothing` where there are none, or not even the heading."""
    found = list(lines) or ([nothing] if nothing else [])
    if found:
        yield title
        yield from found
        yield ""


def said(lead: str, parts: Iterable[str], further: Iterable[str] = ()) -> str:
    """`lead: one, two, three.` and each text of `further` as a sentence of its own: they have commas themselves."""
    words = ", ".join(part for part in parts if part)
    sentences = [ended(f"{lead}: {words}" if words else lead)]
    sentences += [ended(f"{text[:1].upper()}{text[1:]}") for text in further if text]
    return " ".join(sentences)


def ended(sentence: str) -> str:
    """The sentence with one mark at its end."""
    stripped = sentence.strip()
    return stripped if stripped.endswith((".", "!", "?", "…")) else f"{stripped}."


def labelled(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """`mitigation: salt` for each label with a text; the text alone where there is no label."""
    return [f"{label}: {shown(text).strip()}" if label else shown(text).strip() for label, text in pairs if text.strip()]


def listed(words: Sequence[str]) -> str:
    """`A, B and C`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def per_cent(percent: float | None) -> str:
    """0 to 100 as `64 per cent`, with the figures that stand in the other views."""
    return spoken(percent_words(percent, UNKNOWN))


def spoken(sentence: str) -> str:
    """A sentence of ours with words for its signs."""
    return shown(sentence).replace(" %", " per cent").replace(" × ", " times ")


def boxes_words(done: int, total: int) -> str:
    """`27 of 42 boxes`."""
    return f"{done} of {counted_words(total, 'box', 'boxes')}" if total else "no boxes"


def name_of(id: str, title: str) -> str:
    """`M02 Sync engine`; the one that is there, where one is missing or both are the same."""
    return " ".join(dict.fromkeys(filter(None, (shown(id), shown(title))))) or "without a name"


def place_of(path: str, line: int) -> str:
    """`m02.md:57`."""
    name = shown(path.rpartition("/")[2])
    return f"{name}:{line}" if line else name


def status_of(milestone: Milestone, standing: Standing) -> str:
    """The status in a word; the words of the file where they are not understood."""
    word = STATE_WORDS.get(standing.state)
    raw = shown(milestone.status.raw).strip() if milestone.status else ""
    return word or (f"status {raw}" if raw else "no status")


def days_off(days: int) -> str:
    """`today`, `in 6 days`, `6 days ago`."""
    few = counted_words(abs(days), "day", "days")
    return "today" if not days else f"in {few}" if days > 0 else f"{few} ago"


def dated_words(dated: Dated | None, today: date) -> str:
    """The day, or what the file says in its own words; empty when it says nothing."""
    if dated is None or not dated.raw.strip():
        return ""
    return day_words(dated.day, today) if dated.day else shown(dated.raw).strip()


def due_words(milestone: Milestone, standing: Standing, today: date) -> str:
    """`due 30 May in 6 days`, `late by 7 days, was due 14 Nov`; the target alone of what is closed."""
    target = dated_words(milestone.date("target"), today)
    if not target:
        return "no target date"
    if standing.late_days:
        return f"late by {counted_words(standing.late_days, 'day', 'days')}, was due {target}"
    if standing.due_days is None:
        return f"target {target}"
    return f"due {target} {days_off(standing.due_days)}"


def rated(label: str, stated: Stated | None) -> str:
    """`risk medium`; empty when nobody says."""
    return f"{label} {shown(stated.value or stated.raw).strip()}" if stated and stated.raw.strip() else ""


def dependency_words(dependency: Dependency) -> str:
    """One dependency as its file states it."""
    verbs = {"upstream": "needs", "internal": "needs", "downstream": "holds up", "external": "needs from outside"}
    verb = verbs.get(dependency.kind, "runs beside")
    state = STATE_WORDS.get(dependency.state or "", "")
    return said(f"{verb.capitalize()} {shown(dependency.ref)}", [state, shown(dependency.note).strip()])
