"""What changed, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from milestone_tui.analysis.change import MILESTONE_KINDS, Change
from milestone_tui.analysis.changes import counts
from milestone_tui.views.activity_rows import ActivityPart, CommitLine, capitalised
from milestone_tui.views.activity_words import after_of, before_of, count_words, is_rewording, matter_of, verb_of
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import shown
from milestone_tui.views.plain_words import ended, name_of, place_of, said


def activity_sentences(parts: Iterable[ActivityPart], today: date) -> Iterator[str]:
    """Each part with its totals, its changes and its commits."""
    for part in parts:
        totals = count_words(counts(part.changes)) or ([] if part.note else ["no milestone changed"])
        yield said(capitalised(shown(part.title)), totals)
        if part.note:
            yield ended(capitalised(shown(part.note)))
        yield from (change_sentence(change, today) for change in part.changes)
        yield from (_commit(commit, today) for commit in part.commits)


def change_sentence(change: Change, today: date) -> str:
    """`M02 Sync engine: ticked, refund the card, m02.md:57.`"""
    before, after = _heard(change, before_of(change, today)), _heard(change, after_of(change, today))
    place = place_of(change.path, 0 if change.gone else change.line)
    aspect = f"{change.aspect} " if change.aspect else ""
    if change.kind == "moved":
        value = f"from {before}"
    elif is_rewording(change):
        value = f"now {after}, was {before}"
    elif before and after:
        value = f"{aspect}from {before} to {after}"
    elif change.kind in ("added", "appeared", "vanished") or " " in change.kind:
        value = before or after
    else:
        value = f"{aspect}now {after}" if after else f"{aspect}was {before}, now not said" if before else ""
    return said(name_of(change.id, change.title), [verb_of(change), _heard(change, matter_of(change)), value, place])


def _heard(change: Change, words: str) -> str:
    """The words without the signs that are ours in them: of counts and of per cents."""
    if change.kind in ("attached", *MILESTONE_KINDS):
        return words.replace("/", " of ", 1)
    return words.replace(" %", " per cent") if change.kind.startswith(("checkpoint", "declared")) else words


def _commit(commit: CommitLine, today: date) -> str:
    day = f" of {day_words(commit.day, today)}" if commit.day else ""
    return said(f"Commit {shown(commit.short)}{day} by {shown(commit.author)}", [shown(commit.subject)])
