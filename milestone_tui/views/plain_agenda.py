"""The agenda as sentences: what is left to tick, the earliest due day first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from milestone_tui.analysis.agenda import MILESTONE, READY, Entry
from milestone_tui.views.agenda_rows import READINESS_WORDS, agenda_rows
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.milestone_rows import without_notes
from milestone_tui.views.plain_words import days_off, place_of, said


def agenda_sentences(entries: Iterable[Entry], today: date) -> Iterator[str]:
    """How much is open, then under each word for a stretch of days its boxes."""
    entries = tuple(entries)
    if not entries:
        return
    overdue = sum(entry.overdue > 0 for entry in entries)
    ready = sum(entry.readiness == READY for entry in entries)
    figures = [f"{ready} can be done now", f"{overdue} overdue" if overdue else ""]
    yield said(counted_words(len(entries), "open box", "open boxes"), figures)
    bucket = ""
    for row in agenda_rows(entries, "due", today):
        if row.entry is None:
            bucket = row.title
        else:
            yield _sentence(row.entry, bucket, today)


def _sentence(entry: Entry, bucket: str, today: date) -> str:
    """`Overdue, M03: Call the riders, owner Ines Duarte, 7 days late, was due 14 Nov, can be done now, M03.md:57.`

    What the box does not say itself is told as the milestone's.
    """
    above = f" of {shown(without_notes(entry.above)).strip()}" if entry.above else ""
    text = f"{shown(without_notes(entry.item)).strip() or 'a box without words'}{above}"
    whose = "owner of the milestone" if entry.owner_of == MILESTONE else "owner"
    owner = f"{whose} {shown(entry.owner)}" if entry.owner else "no owner"
    due = ""
    if entry.due is not None:
        subject = "its milestone " if entry.due_of == MILESTONE else ""
        if entry.overdue:
            due = f"{counted_words(entry.overdue, 'day', 'days')} late, {subject}was due {day_words(entry.due, today)}"
        else:
            due = f"{subject}{'is ' if subject else ''}due {day_words(entry.due, today)} {days_off((entry.due - today).days)}"
    readiness = READINESS_WORDS[entry.readiness].lower()
    return said(f"{bucket}, {shown(entry.id)}", [text, owner, due, readiness, place_of(entry.path, entry.item.line)])
