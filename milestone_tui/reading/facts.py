"""A milestone's facts: the first place that states one wins, a different later one is noted (docs/dialects.md R3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from milestone_tui.markdown.document import Document
from milestone_tui.model.values import Dated, Effort, Field, Percent, Person, Stated
from milestone_tui.reading.amounts import amount_of, percent_of
from milestone_tui.reading.anchors import Anchor
from milestone_tui.reading.day_words import day_of, last_day_of, range_of
from milestone_tui.reading.level_words import complexity_of, level_of
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.placeholders import is_none, is_placeholder
from milestone_tui.reading.places import Place
from milestone_tui.reading.status_words import status_of, status_share
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.reading.vocabulary.lexicon import Lexicon
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair
from milestone_tui.text.span import Span

_UNITS = {
    "estimated_effort": "person_weeks",
    "actual_effort": "person_weeks",
    "estimated_hours": "hours",
    "actual_hours": "hours",
}
_BELONGS_ELSEWHERE = frozenset(("upstream", "downstream", "parallel", "blockers"))
_SENTENCE_WORDS = 5
BEGINNINGS = frozenset(("start", "original_start", "dated"))
"""Dates of which a range states the first day."""
_EMPTY_WORDS = frozenset(("null", "~", "-", "–", "—"))


class Facts:
    """The fields of one milestone, each with all places that state it."""

    def __init__(self, document: Document, outline: Outline, places: Sequence[Place]) -> None:
        self.document = document
        self.outline = outline
        self.lexicon = outline.lexicon
        self.fields: dict[str, Field] = {}
        self.anchors: dict[str, list[Anchor]] = {}
        self.repeats: list[Field] = []
        self.lists: list[tuple[str, Field]] = []
        for place in places:
            if place.name and place.name not in _BELONGS_ELSEWHERE:
                self._take(place)

    def _take(self, place: Place) -> None:
        name, key = place.name, place.key.strip()
        section = self.outline.sections[place.section].title if place.section else ""
        if place.style == "list":
            for span, text in zip(place.spans, place.texts, strict=True):
                self.lists.append((name, Field(name, key, repair(text), self.document.line_at(span.start), place.place, section)))
            return
        if place.style == "mapping":
            return
        span = place.spans[0]
        raw = place.texts[0] if place.style == "text" else self.document.string(span)
        line = self.document.line_at(span.start if raw else place.at)
        self.anchors.setdefault(name, []).append(Anchor(span, place.style, raw, line, place.place, key))
        field = Field(name, key, repair(_value(place)), line, place.place, section)
        first = self.fields.get(name)
        if first is None or (is_unset(first.raw) and not is_unset(field.raw)):
            self.fields[name] = field
            if first is not None:
                self._believe_last(name)
        elif not is_unset(field.raw) and not self._agrees(name, first.raw, field.raw):
            self.repeats.append(field)

    def _believe_last(self, name: str) -> None:
        """A slot or an empty key states nothing: the place that does is the one to read, and to write first."""
        anchors = self.anchors[name]
        anchors.insert(0, anchors.pop())

    def _agrees(self, name: str, first: str, later: str) -> bool:
        if fold(first).strip("*_`% ") == fold(later).strip("*_`% "):
            return True
        kind = KIND.get(name, "text")
        if kind == "status":
            return status_of(later, self.lexicon) in (None, status_of(first, self.lexicon))
        if kind == "level":
            return level_of(later, self.lexicon) in (None, level_of(first, self.lexicon))
        if kind == "date":
            days = _day_meant(name, later)
            return not any(days) or days == _day_meant(name, first)
        if kind == "percent":
            return percent_of(later) is None or percent_of(first) == percent_of(later)
        if kind == "person":
            one, other = sorted((fold(plain(first)).lstrip("@"), fold(plain(later)).lstrip("@")), key=len)
            return other.startswith(one)  # `Mira Okafor` and `Mira Okafor - 36h`
        return kind == "text"

    def stated(self, name: str) -> Stated | None:
        """A status, level or text fact; None when nothing is stated."""
        field = self.fields.get(name)
        if field is None or not field.raw:
            return None
        kind = KIND.get(name)
        if kind == "status":
            value = status_of(field.raw, self.lexicon)
        elif name == "complexity":
            value = complexity_of(field.raw)
        elif kind == "level":
            value = level_of(field.raw, self.lexicon)
        else:
            value = None if is_unset(field.raw) else plain(field.raw)
        return Stated(value, field.raw, field.line)

    def dates(self) -> tuple[Dated, ...]:
        """Every date fact, in our order of names as the file gives them."""
        found: dict[str, Dated] = {}
        for name, field in self.fields.items():
            if KIND.get(name) == "date" and field.raw and fold(field.raw) not in _EMPTY_WORDS and not _is_goal(field):
                day, until = _day_meant(name, plain(field.raw))
                found[name] = Dated(name, day, until, field.raw, field.line)
        if "completed" not in found:
            found |= _completed_on(self.anchors.get("status", ()), self.lexicon)
        timeline = self.fields.get("duration") or self.fields.get("dated")
        span = range_of(timeline.raw) if timeline else None
        if span and timeline:
            for name, end in zip(("start", "target"), span, strict=True):
                if name not in found:
                    found[name] = Dated(name, end[0], end[1], timeline.raw, timeline.line)
        return tuple(found.values())

    def people(self) -> tuple[Person, ...]:
        """Everybody named in a role."""
        found = [
            Person(name, plain(field.raw), field.line)
            for name, field in self.fields.items()
            if KIND.get(name) == "person" and not is_unset(field.raw)
        ]
        found += [
            Person(name, plain(field.raw), field.line)
            for name, field in self.lists
            if KIND.get(name) == "person" and not is_unset(field.raw)
        ]
        return tuple(found)

    def effort(self) -> tuple[Effort, ...]:
        """Amounts of work and time."""
        found = []
        for name, field in self.fields.items():
            if KIND.get(name) == "effort" and field.raw and fold(field.raw) not in _EMPTY_WORDS:
                low, high, unit = amount_of(plain(field.raw), _UNITS.get(field.key, ""))
                found.append(Effort(name, low, high, unit, field.raw, field.line))
        return tuple(found)

    def declared(self) -> Percent | None:
        """The percentage the file claims; one that a status line gives in passing when there is no field for it."""
        field = self.fields.get("progress")
        if field is not None and not is_unset(field.raw):
            value = percent_of(plain(field.raw), bare=field.place in ("front matter", "table"))
            return Percent(value, field.raw, field.line)
        status = self.fields.get("status")
        share = status_share(status.raw) if status else None
        return Percent(share, status.raw, status.line) if status and share is not None else None


def _completed_on(anchors: Iterable[Anchor], lexicon: Lexicon) -> dict[str, Dated]:
    """`Status: COMPLETED (2025-08-05)` says when."""
    for anchor in anchors:
        bracket = re.search(r"[(（]\s*(?:on )?(\d{4}-\d{2}-\d{2})\s*[)）]", anchor.raw)
        if bracket and status_of(repair(anchor.raw), lexicon) == "completed":
            return {"completed": Dated("completed", day_of(bracket[1])[0], None, bracket[1], anchor.line)}
    return {}


@lru_cache(maxsize=8192)
def is_unset(raw: str) -> bool:
    """Whether a value says nothing: empty, a slot of a template, `N/A`."""
    return is_placeholder(raw) or is_none(fold(raw))


def plain(raw: str) -> str:
    """A value without emphasis marks and code ticks."""
    return raw.replace("**", "").replace("`", "").strip().strip("*_").strip()


def _value(place: Place) -> str:
    text = place.texts[0]
    return text if place.style == "text" else " ".join(text.split())


def _day_meant(name: str, raw: str) -> tuple[date | None, date | None]:
    """The day that a date field means, or the last one of its month: of a range the first for a beginning, else the last."""
    if name not in BEGINNINGS:
        return last_day_of(raw)
    span = range_of(raw)
    return span[0] if span else day_of(raw)


def _is_goal(field: Field) -> bool:
    """`Target: Introduce edge metrics for …` is a goal, not a date."""
    return fold(field.key) == "target" and not any(day_of(field.raw)) and len(field.raw.split()) >= _SENTENCE_WORDS


def title_anchor(document: Document, span: Span) -> Anchor:
    """The place of a title in its heading."""
    return Anchor(span, "text", document.string(span), document.line_at(span.start), "title", "title")
