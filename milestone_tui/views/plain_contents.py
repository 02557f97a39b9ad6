"""What a milestone's file tells beyond facts and boxes, as sentences under a heading a noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from milestone_tui.model.contents import Contents, Ledger
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint, Deliverable, Feature, Metric, Part, Review, Risk
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import STATE_WORDS
from milestone_tui.views.milestone_sections import PASSAGE_TITLES
from milestone_tui.views.plain_words import boxes_words, dependency_words, ended, labelled, per_cent, rated, said

_MOSCOW = {"must": "must have", "should": "should have", "could": "could have", "wont": "not in it"}


def contents_sentences(milestone: Milestone, contents: Contents, today: date) -> Iterator[str]:
    """All of it, in the order of the milestone panel; each group begins with its heading."""
    yield from _group("Parts", map(_part, contents.parts))
    yield from _group("Risks", map(_risk, contents.risks))
    points = [*(_checkpoint(each, today) for each in contents.checkpoints), *(_review(each, today) for each in contents.reviews)]
    yield from _group("Checkpoints", points)
    yield from _group("Dependencies", map(dependency_words, milestone.dependencies))
    blockers = (f"{'Resolved' if each.resolved else 'Open'} blocker: {ended(shown(each.text))}" for each in milestone.blockers)
    yield from _group("Blockers", blockers)
    yield from _group("Features", map(_feature, contents.features))
    yield from _group("Metrics", map(_metric, contents.metrics))
    yield from _group("Deliverables", map(_deliverable, contents.deliverables))
    yield from _passages(contents)
    for ledger in contents.ledgers:
        yield from _group(shown(ledger.section) or ledger.kind.replace("_", " ").capitalize(), _ledger(ledger))
    yield from _next(contents)
    facts = [
        field for field in contents.fields if field.raw.strip() and field.place != "title" and field.name not in ("title", "id")
    ]
    yield from _group("Other facts", (ended(f"{shown(field.key).replace('_', ' ')}: {shown(field.raw)}") for field in facts))
    yield from _group("Links", (f"{shown(link.text)} leads to {shown(link.target)}" for link in contents.links))


def _group(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"{title}: {len(found)}."
        yield from found


def _part(part: Part) -> str:
    state = STATE_WORDS.get(part.status.value or "", "") if part.status else ""
    counted = boxes_words(part.done, part.total) if part.total else ""
    pairs = (
        ("takes", part.duration or part.planned),
        ("", part.focus),
        ("delivers", part.deliverables),
        ("done when", part.criteria),
        ("", part.note),
    )
    return said(shown(part.title), [state, counted], labelled(pairs))


def _risk(risk: Risk) -> str:
    ratings = [rated("probability", risk.probability), rated("impact", risk.impact)]
    ratings = ratings if any(ratings) else [rated("level", risk.level) or "not rated"]
    return said(shown(risk.text), [*ratings, f"line {risk.line}"], risk_details(risk))


def risk_details(risk: Risk) -> list[str]:
    """What is said of a risk beyond its ratings."""
    status = risk.status or risk.status_raw
    pairs = (
        ("", risk.description),
        ("mitigation", risk.mitigation),
        ("contingency", risk.contingency),
        ("owner", risk.owner),
        ("status", status),
        ("", risk.note),
    )
    return labelled(pairs)


def _checkpoint(each: Checkpoint, today: date) -> str:
    name = f"Checkpoint {per_cent(each.percent)}" if each.percent is not None else "Checkpoint"
    when = day_words(each.day, today) if each.day else shown(each.date_raw)
    reached = {None: "", True: "reached", False: "not reached"}[each.reached]
    return said(name, [when, reached, f"line {each.line}"], [shown(each.criteria).strip()])


def _review(each: Review, today: date) -> str:
    when = day_words(each.day, today) if each.day else shown(each.raw)
    return said("Review", [shown(each.title), when, f"line {each.line}"])


def _feature(each: Feature) -> str:
    pairs = (
        ("priority", each.priority),
        ("effort", each.effort),
        ("", each.description),
        ("value", each.value),
        ("done when", each.criteria),
    )
    return said(shown(each.text), [_MOSCOW.get(each.moscow, "")], labelled(pairs))


def _metric(each: Metric) -> str:
    pairs = (
        ("target", each.target),
        ("now", each.actual),
        ("from", each.baseline),
        ("measured by", each.method),
        ("", each.note),
    )
    return said(shown(each.name), [each.status or ""], labelled(pairs))


def _deliverable(each: Deliverable) -> str:
    state = STATE_WORDS.get(each.state or "", each.state or "")
    pairs = (
        ("", each.description),
        ("done when", each.criteria),
        ("signed off by", each.sign_off),
        ("", each.reason),
        ("now for", each.target),
    )
    return said(shown(each.text), [state], labelled(pairs))


def _passages(contents: Contents) -> Iterator[str]:
    groups: dict[str, list[str]] = {}
    for each in contents.passages:
        title = PASSAGE_TITLES.get(each.kind) or shown(each.section) or each.kind.replace("_", " ").capitalize()
        words = ": ".join(filter(None, (shown(each.label).strip(), shown(each.text).strip())))
        groups.setdefault(title, []).append(ended(words))
    for title, lines in groups.items():
        yield from _group(title, lines)


def _ledger(ledger: Ledger) -> Iterator[str]:
    """A row a line, each cell after the name of its column."""
    for row in ledger.rows:
        cells = zip([*ledger.columns, *[""] * len(row.cells)], row.cells, strict=False)
        yield "; ".join(labelled((shown(column), cell) for column, cell in cells)) + "."


def _next(contents: Contents) -> Iterator[str]:
    following = contents.next_milestone
    if following is not None:
        lines = [ended(f"{shown(field.key)}: {shown(field.raw)}") for field in following.fields]
        lines += [ended(shown(task.text)) for task in following.tasks]
        yield f"Next milestone: {shown(following.title)}."
        yield from lines
