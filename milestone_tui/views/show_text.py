"""The text of `show`: what was read of a milestone, for people, every line with the number of its line in the file."""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Risk
from milestone_tui.model.values import Field, Stated
from milestone_tui.reading.placeholders import is_placeholder
from milestone_tui.text.terminal import clipped, harmless
from milestone_tui.views.glyphs import Glyphs, glyphs

_BOX = {"done": "[x]", "open": "[ ]", "active": "[~]", "dropped": "[-]", "deferred": "[>]", "blocked": "[!]"}


def show_lines(milestone: Milestone, contents: Contents, width: int, ascii_only: bool) -> Iterator[str]:
    """The lines, each at most `width` cells."""
    signs = glyphs(ascii_only)
    rows = [*_facts(milestone, signs), *_checklist(contents), *_plan(contents, signs), *_rest(contents, signs)]
    digits = len(str(max((line for line, _ in rows), default=1)))
    ellipsis = signs.ellipsis
    yield clipped(harmless(f"{milestone.id}  {milestone.title}"), width, ellipsis)
    yield clipped(harmless(f"{milestone.path}:{milestone.line}  dialect {milestone.dialect}"), width, ellipsis)
    for line, text in rows:
        number = f"{line:>{digits}}" if line else " " * digits
        yield clipped(f"{number}  {harmless(text)}".rstrip(), width, ellipsis)


def _stated(name: str, stated: Stated | None, signs: Glyphs) -> Iterator[tuple[int, str]]:
    if stated is not None:
        unsure = "not filled in" if is_placeholder(stated.raw) else "not sure what it means"
        meaning = unsure if stated.value is None else stated.value
        same = stated.value is not None and stated.value.casefold() == stated.raw.casefold()
        yield stated.line, f"{name}: {stated.raw}" + ("" if same else f"  {signs.arrow} {meaning}")


def _facts(milestone: Milestone, signs: Glyphs) -> Iterator[tuple[int, str]]:
    yield 0, ""
    for name, stated in (
        ("status", milestone.status), ("priority", milestone.priority), ("risk level", milestone.risk_level),
        ("business value", milestone.value), ("complexity", milestone.complexity), ("track", milestone.track),
        ("critical path", milestone.critical_path),
    ):  # fmt: skip
        yield from _stated(name, stated, signs)
    for dated in milestone.dates:
        day = dated.day.isoformat() if dated.day else f"no exact day: {dated.raw}"
        yield dated.line, f"{dated.name.replace('_', ' ')}: {day}"
    for person in milestone.people:
        yield person.line, f"{person.role.replace('_', ' ')}: {person.name}"
    for effort in milestone.effort:
        yield effort.line, f"{effort.name.replace('_', ' ')}: {effort.raw}"
    if milestone.declared is not None:
        yield milestone.declared.line, f"says {milestone.declared.raw}"
    for repeat in milestone.repeats:
        yield repeat.line, f"differs: {repeat.key} says {repeat.raw}"
    for dependency in milestone.dependencies:
        state = f" ({dependency.state})" if dependency.state else ""
        yield (
            dependency.line,
            f"{dependency.kind}: {dependency.ref}{state}" + (f" {signs.dash} {dependency.note}" if dependency.note else ""),
        )
    for blocker in milestone.blockers:
        yield blocker.line, f"{'resolved ' if blocker.resolved else ''}blocker: {blocker.text}"
    for attached in milestone.attached:
        yield 0, f"{attached.role}: {attached.path}  {attached.boxes.done}/{attached.boxes.total}"


def _checklist(contents: Contents) -> Iterator[tuple[int, str]]:
    for section in contents.checklist:
        yield 0, ""
        yield section.line, f"{section.title or 'Checklist'}  {section.done}/{section.total}"
        for item in section.items:
            notes = [f"@{item.owner}" if item.owner else "", f"due {item.due.isoformat()}" if item.due else ""]
            yield item.line, f"{'  ' * (item.depth + 1)}{_BOX[item.state]} {item.text}  {' '.join(filter(None, notes))}"


def _plan(contents: Contents, signs: Glyphs) -> Iterator[tuple[int, str]]:
    for title, rows in (
        (
            "Parts",
            [
                (p.line, f"{p.title}  {p.duration or p.planned}" + (f"  {p.done}/{p.total}" if p.total else ""))
                for p in contents.parts
            ],
        ),
        (
            "Risks",
            [
                (r.line, _risk(r, signs) + r.text + (f" {signs.arrow} {r.mitigation}" if r.mitigation else ""))
                for r in contents.risks
            ],
        ),
        ("Checkpoints", [(c.line, f"{_percent(c.percent)}{c.date_raw}  {c.criteria}") for c in contents.checkpoints]),
        ("Reviews", [(r.line, f"{r.title}  {r.raw}") for r in contents.reviews]),
        ("Features", [(f.line, f"{f.moscow or signs.unknown}: {f.text}  {f.effort}") for f in contents.features]),
        ("Deliverables", [(d.line, f"{d.text}  {d.state or ''}  {d.target}") for d in contents.deliverables]),
        (
            "Metrics",
            [
                (m.line, f"{m.name}: {m.target or signs.unknown} {('now ' + m.actual) if m.actual else ''}")
                for m in contents.metrics
            ],
        ),
    ):
        if rows:
            yield 0, ""
            yield 0, title
            yield from ((line, f"  {text}".rstrip()) for line, text in rows)


def _percent(percent: float | None) -> str:
    return f"{percent:g} %  " if percent is not None else ""


def _risk(risk: Risk, signs: Glyphs) -> str:
    probability, impact, level = risk.probability, risk.impact, risk.level
    if probability or impact:
        return f"{probability.raw if probability else signs.unknown} {signs.times} {impact.raw if impact else signs.unknown}  "
    return f"{level.value or level.raw}  " if level else "unrated  "


def _field(field: Field) -> str:
    """With our name for it, or its place, where the file has no key: the title of a heading."""
    return f"{field.key or field.name.replace('_', ' ') or field.place}: {field.raw}"


def _rest(contents: Contents, signs: Glyphs) -> Iterator[tuple[int, str]]:
    for ledger in contents.ledgers:
        yield 0, ""
        yield ledger.line, f"{ledger.section or ledger.kind}: {' | '.join(ledger.columns)}"
        yield from ((row.line, "  " + " | ".join(row.cells)) for row in ledger.rows)
    section = None
    for passage in contents.passages:
        if passage.section != section:
            section = passage.section
            yield 0, ""
            yield 0, section or passage.kind
        yield passage.line, "  " + ": ".join(filter(None, (passage.label, passage.text)))
    if contents.next_milestone is not None:
        yield 0, ""
        yield contents.next_milestone.line, f"Next milestone: {contents.next_milestone.title}"
        yield from ((field.line, f"  {_field(field)}") for field in contents.next_milestone.fields)
        yield from (
            (task.line, "  " + ": ".join(filter(None, (task.label, task.text)))) for task in contents.next_milestone.tasks
        )
    if contents.fields or contents.links:
        yield 0, ""
        yield from ((field.line, _field(field)) for field in contents.fields)
        yield from ((link.line, f"{link.text} {signs.arrow} {link.target}") for link in contents.links)
