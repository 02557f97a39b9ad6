"""The facts of a milestone at two moments: status, dates, owner, percentage, name, dependencies, blockers."""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.analysis.change import Change, change_of
from milestone_tui.analysis.matching import matched
from milestone_tui.model.milestone import Attachment, Milestone
from milestone_tui.model.plan import Blocker, Dependency
from milestone_tui.model.values import Dated, Effort, Percent, Stated
from milestone_tui.text.fold import fold

_UNTOLD = ("updated",)
"""Dates that say no more than that the file changed."""


def fact_changes(before: Milestone, after: Milestone) -> Iterator[Change]:
    """All of them; `path` and `line` are those of the value after, or before where it is gone."""
    if before.path != after.path:
        yield change_of(after, "renamed", "file", before.path, after.path, 0)
    if fold(before.id) != fold(after.id):
        yield change_of(after, "id", "id", before.id, after.id, after.line)
    if fold(before.title) != fold(after.title):
        yield change_of(after, "title", "title", before.title, after.title, after.line)
    for kind, words, old, new in _stated(before, after):
        if _said(old) != _said(new):
            line = new.line if new else old.line if old else 0
            yield change_of(after, kind, words, _words(old), _words(new), line, gone=new is None)
    yield from _declared(after, before.declared, after.declared)
    yield from _dates(before, after)
    yield from _efforts(before, after)
    yield from _dependencies(before, after)
    yield from _blockers(before, after)
    yield from _attached(before, after)


def _stated(before: Milestone, after: Milestone) -> Iterator[tuple[str, str, Stated | None, Stated | None]]:
    yield "status", "status", before.status, after.status
    yield "priority", "priority", before.priority, after.priority
    yield "owner", "owner", before.owner, after.owner
    yield "fact", "risk level", before.risk_level, after.risk_level
    yield "fact", "business value", before.value, after.value
    yield "fact", "complexity", before.complexity, after.complexity
    yield "fact", "track", before.track, after.track
    yield "fact", "critical path", before.critical_path, after.critical_path


def _said(stated: Stated | None) -> str:
    """What counts as the same: the canonical word, else the words without their looks."""
    return fold(stated.value or stated.raw) if stated else ""


def _words(stated: Stated | None) -> str:
    return (stated.value or stated.raw).replace("_", " ") if stated else ""


def _declared(after: Milestone, old: Percent | None, new: Percent | None) -> Iterator[Change]:
    def words(percent: Percent | None) -> str:
        if percent is None:
            return ""
        return f"{percent.value:g} %" if percent.value is not None else percent.raw.strip()

    if words(old) != words(new):
        line = new.line if new else old.line if old else 0
        yield change_of(after, "declared", "declared", words(old), words(new), line, gone=new is None)


def _dates(before: Milestone, after: Milestone) -> Iterator[Change]:
    def words(dated: Dated | None) -> str:
        return (dated.day.isoformat() if dated.day else dated.raw.strip()) if dated else ""

    for name in dict.fromkeys(dated.name for dated in (*after.dates, *before.dates)):
        old, new = before.date(name), after.date(name)
        if name not in _UNTOLD and words(old) != words(new):
            line = new.line if new else old.line if old else 0
            yield change_of(after, "date", name.replace("_", " "), words(old), words(new), line, gone=new is None)


def _efforts(before: Milestone, after: Milestone) -> Iterator[Change]:
    olds: dict[str, Effort] = {effort.name: effort for effort in reversed(before.effort)}
    news: dict[str, Effort] = {effort.name: effort for effort in reversed(after.effort)}
    for name in dict.fromkeys(effort.name for effort in (*after.effort, *before.effort)):
        old, new = olds.get(name), news.get(name)
        was, now = (old.raw.strip() if old else ""), (new.raw.strip() if new else "")
        if was != now:
            line = new.line if new else old.line if old else 0
            words = f"{name} effort" if name in ("estimated", "actual", "total") else name.replace("_", " ")
            yield change_of(after, "fact", words, was, now, line, gone=new is None)


def _dependencies(before: Milestone, after: Milestone) -> Iterator[Change]:
    def key(each: Dependency) -> tuple[str, str]:
        return each.kind, fold(each.ref)

    found = matched(before.dependencies, after.dependencies, key, lambda each: fold(each.ref), lambda each: each.kind)
    for old, new in (*found.same, *found.moved, *found.reworded):
        if old.kind != new.kind or fold(old.ref) != fold(new.ref):
            yield change_of(after, "dependency", new.ref, f"{old.kind} {old.ref}", f"{new.kind} {new.ref}", new.line)
        if old.state != new.state:
            yield change_of(after, "dependency", new.ref, old.state or "", new.state or "", new.line, aspect="status")
    for each in found.removed:
        yield change_of(after, "dependency removed", each.ref, each.kind, "", each.line, gone=True)
    for each in found.added:
        yield change_of(after, "dependency added", each.ref, "", each.kind, each.line)


def _blockers(before: Milestone, after: Milestone) -> Iterator[Change]:
    def text(each: Blocker) -> str:
        return fold(each.text)

    found = matched(before.blockers, after.blockers, text, text, lambda each: "")
    for old, new in found.reworded:
        yield change_of(after, "blocker", new.text, old.text, new.text, new.line)
    for old, new in (*found.same, *found.reworded):
        if old.resolved != new.resolved:
            words = ("open", "resolved")
            yield change_of(after, "blocker", new.text, words[old.resolved], words[new.resolved], new.line, aspect="state")
    for each in found.removed:
        yield change_of(after, "blocker removed", each.text, "", "", each.line, gone=True)
    for each in found.added:
        yield change_of(after, "blocker added", each.text, "", "resolved" if each.resolved else "", each.line)


def _attached(before: Milestone, after: Milestone) -> Iterator[Change]:
    """Boxes of role files: their count, for they are read as a count only."""

    def words(attached: Attachment | None) -> str:
        return f"{attached.boxes.done}/{attached.boxes.total} boxes" if attached else ""

    olds: dict[str, Attachment] = {attached.path: attached for attached in before.attached}
    news: dict[str, Attachment] = {attached.path: attached for attached in after.attached}
    for path in sorted(olds.keys() | news.keys()):
        old, new = olds.get(path), news.get(path)
        each = new or old
        if each is not None and words(old) != words(new):
            yield change_of(after, "attached", each.role, words(old), words(new), 0, path=path, gone=new is None)
