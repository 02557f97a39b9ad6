"""Risks and checkpoints of a milestone at two moments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from milestone_tui.analysis.change import Change, change_of
from milestone_tui.analysis.matching import matched
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.model.values import Stated
from milestone_tui.text.fold import fold


class _Named(NamedTuple):
    """A risk or a checkpoint with the words that name it and its place among those of the same words."""

    words: str
    number: int
    line: int
    facts: tuple[tuple[str, str], ...]
    """What is said of it: name and words."""
    told: str


def plan_changes(after: Milestone, old: Contents, new: Contents) -> Iterator[Change]:
    """Every risk and checkpoint that came, went, or is described otherwise."""
    yield from _changes(after, "risk", _risks(old.risks), _risks(new.risks))
    yield from _changes(after, "checkpoint", _checkpoints(old.checkpoints), _checkpoints(new.checkpoints))


def _changes(after: Milestone, kind: str, before: list[_Named], now: list[_Named]) -> Iterator[Change]:
    found = matched(before, now, lambda each: each[:2], lambda each: each.words, lambda each: "")
    for old, new in (*found.same, *found.moved, *found.reworded):
        if old.words != new.words:
            yield change_of(after, kind, new.told, old.told, new.told, new.line)
        said = dict(old.facts)
        for name, words in new.facts:
            if fold(said[name]) != fold(words):
                yield change_of(after, kind, new.told, said[name], words, new.line, aspect=name)
    for each in found.removed:
        yield change_of(after, f"{kind} removed", each.told, "", "", each.line, gone=True)
    for each in found.added:
        yield change_of(after, f"{kind} added", each.told, "", "", each.line)


def _risks(risks: Iterable[Risk]) -> list[_Named]:
    return _numbered((each.text, each.line, _risk_facts(each), fold(each.text)) for each in risks)


def _risk_facts(risk: Risk) -> tuple[tuple[str, str], ...]:
    return (
        ("probability", _rating(risk.probability)),
        ("impact", _rating(risk.impact)),
        ("level", _rating(risk.level)),
        ("status", risk.status or risk.status_raw),
        ("owner", risk.owner.strip()),
        ("mitigation", risk.mitigation.strip()),
        ("contingency", risk.contingency.strip()),
    )


def _rating(stated: Stated | None) -> str:
    return (stated.value or stated.raw) if stated else ""


def _checkpoints(checkpoints: Iterable[Checkpoint]) -> list[_Named]:
    return _numbered(
        (_checkpoint_words(each), each.line, _checkpoint_facts(each), _checkpoint_name(each)) for each in checkpoints
    )


def _checkpoint_name(each: Checkpoint) -> str:
    return f"{each.percent:g} %" if each.percent is not None else fold(each.criteria or each.date_raw)


def _checkpoint_words(each: Checkpoint) -> str:
    percent = f"{each.percent:g} %" if each.percent is not None else ""
    return " ".join(filter(None, (percent, each.criteria.strip()))) or each.date_raw.strip()


def _checkpoint_facts(each: Checkpoint) -> tuple[tuple[str, str], ...]:
    reached = {None: "", True: "reached", False: "not reached"}[each.reached]
    day = each.day.isoformat() if each.day else each.date_raw.strip()
    return (("date", day), ("state", reached), ("criteria", each.criteria.strip()))


def _numbered(found: Iterable[tuple[str, int, tuple[tuple[str, str], ...], str]]) -> list[_Named]:
    seen: Counter[str] = Counter()
    out = []
    for told, line, facts, name in found:
        out.append(_Named(name, seen[name], line, facts, told))
        seen[name] += 1
    return out
