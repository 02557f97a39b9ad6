"""What a milestone tells beyond its boxes, each noun as a short list of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from milestone_tui.model.contents import Contents, Ledger, Passage
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint, Feature, Metric, Part, Risk
from milestone_tui.model.values import Stated
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import STATE_WORDS, Glyphs
from milestone_tui.views.lines import Line, Piece, joined
from milestone_tui.views.list_rows import state_style
from milestone_tui.views.milestone_facts import later_facts
from milestone_tui.views.milestone_row import SECTION_BAR, Row

_INDENT: Piece = ("  ", "")
PASSAGE_TITLES = {
    "objective": "Objectives",
    "scope_in": "In scope",
    "scope_out": "Out of scope",
    "constraint": "Constraints",
    "decision": "Decisions",
    "question": "Open questions",
    "lesson": "Lessons",
    "criterion": "Criteria",
    "context": "Context",
    "test": "Testing",
}
"""Kind of passage → the title over it; the others go by the heading of their section."""
_FIRST = ("objective", "scope_in", "scope_out", "criterion", "decision", "constraint", "question")


def section_rows(milestone: Milestone, contents: Contents, today: date, glyphs: Glyphs) -> Iterator[Row]:
    """All lists, in the order in which people ask for them."""
    dot: Piece = (f" {glyphs.dot} ", "dim")
    early = [passage for passage in contents.passages if passage.kind in _FIRST]
    late = [passage for passage in contents.passages if passage.kind not in _FIRST]
    yield from _section("parts", "Parts", (_part(part, glyphs, dot) for part in contents.parts))
    yield from _section("risks", "Risks", (_risk(risk, glyphs, dot) for risk in contents.risks))
    yield from _section("checkpoints", "Checkpoints", _checkpoints(contents, today, glyphs))
    yield from _section("dependencies", "Dependencies", _dependencies(milestone, glyphs))
    yield from _section("blockers", "Blockers", _blockers(milestone, glyphs))
    yield from _section("features", "Features", (_feature(feature, dot) for feature in contents.features))
    yield from _section("metrics", "Metrics", (_metric(metric, glyphs, dot) for metric in contents.metrics))
    yield from _section("deliverables", "Deliverables", _deliverables(contents, glyphs, dot))
    yield from _passages(early)
    yield from _ledgers(contents.ledgers, dot)
    yield from _passages(late)
    yield from _next(contents)
    yield from _later_facts(milestone, today)
    yield from _section("fields", "Other facts", _fields(contents))
    yield from _section("links", "Links", _links(contents, glyphs))


def _section(name: str, title: str, rows: Iterable[Row]) -> Iterator[Row]:
    """A heading with the number of its rows, then the rows; nothing when there are none."""
    listed = list(rows)
    if listed:
        yield Row(f"section:{name}", (), ((title, "heading"),), ((str(len(listed)), "dim"),), listed[0].line, heading=True)
        for number, row in enumerate(listed):
            yield row._replace(key=f"{name}:{row.key or number}")


def _labelled(pairs: Iterable[tuple[str, str]]) -> list[Line]:
    return [((f"{label} " if label else "", "dim"), (shown(value), "")) for label, value in pairs if value.strip()]


def _entry(text: Line, tail: Line, line: int, sign: Piece = ("", ""), key: str = "") -> Row:
    lead: Line = (_INDENT, (f"{sign[0]} ", sign[1])) if sign[0] else (_INDENT,)
    return Row(key, lead, text, tail, line)


def _stated_sign(stated: Stated | None, glyphs: Glyphs) -> Piece:
    state = (stated.value if stated else None) or "unknown"
    return glyphs.state(state), state_style(state)


def _part(part: Part, glyphs: Glyphs, dot: Piece) -> Row:
    details = _labelled((("", part.focus), ("delivers", part.deliverables), ("when", part.criteria), ("", part.note)))
    text = joined([((shown(part.title), "bold"),), *details], dot)
    percent = 100.0 * part.done / part.total if part.total else None
    counted: Line = ((f"{glyphs.bar(percent, SECTION_BAR)}  {part.done}/{part.total}", "dim"),) if part.total else ()
    duration = joined(_labelled((("", part.duration or part.planned),)), dot)
    return _entry(text, joined([duration, counted], _INDENT), part.line, _stated_sign(part.status, glyphs))


def _risk(risk: Risk, glyphs: Glyphs, dot: Piece) -> Row:
    level = risk.level or risk.impact or risk.probability
    value = level.value if level else None
    sign: Piece = (glyphs.levels.get(value or "", glyphs.unknown), f"risk-{value}" if value else "dim")
    both = [_rating(stated) for stated in (risk.probability, risk.impact) if stated]
    if not both and risk.level:
        both = [_rating(risk.level)]
    rated = joined([(piece,) for piece in both], (f" {glyphs.states['cancelled']} ", "dim"))
    status = risk.status or shown(risk.status_raw)
    tail = joined([((status, "dim"),) if status else (), rated], _INDENT)
    pairs = (
        ("", risk.description),
        ("mitigation", risk.mitigation),
        ("contingency", risk.contingency),
        ("owner", risk.owner),
        ("", risk.note),
    )
    return _entry(joined([((shown(risk.text), ""),), *_labelled(pairs)], dot), tail, risk.line, sign)


def _rating(stated: Stated) -> Piece:
    return shown(stated.value or stated.raw), f"risk-{stated.value}" if stated.value else ""


def _checkpoints(contents: Contents, today: date, glyphs: Glyphs) -> Iterator[Row]:
    for each in contents.checkpoints:
        tail: Line = ((_when(each, today), _overdue(each, today)),)
        percent = f"{each.percent:g} %" if each.percent is not None else ""
        sign = (glyphs.states["completed"], "status-completed") if each.reached else (glyphs.checkpoint, "dim")
        text = joined([((percent, "bold"),) if percent else (), ((shown(each.criteria), ""),) if each.criteria else ()], _INDENT)
        yield _entry(text or (("checkpoint", ""),), tail if tail[0][0] else (), each.line, sign)
    for review in contents.reviews:
        when = day_words(review.day, today) if review.day else shown(review.raw)
        yield _entry(
            (("review ", "dim"), (shown(review.title), "")),
            ((when, "dim"),) if when else (),
            review.line,
            (glyphs.checkpoint, "dim"),
        )


def _when(each: Checkpoint, today: date) -> str:
    return day_words(each.day, today) if each.day else shown(each.date_raw)


def _overdue(each: Checkpoint, today: date) -> str:
    return "late" if each.day and each.day < today and each.reached is False else "dim"


def _dependencies(milestone: Milestone, glyphs: Glyphs) -> Iterator[Row]:
    words = {"upstream": "needs", "downstream": "holds up", "external": "external", "internal": "needs", "parallel": "beside"}
    for each in milestone.dependencies:
        state: Line = (
            ((f"{glyphs.state(each.state)} {STATE_WORDS.get(each.state, each.state)}", state_style(each.state)),)
            if each.state
            else ()
        )
        note: Line = ((f"  {shown(each.note)}", "dim"),) if each.note else ()
        yield _entry(((f"{words.get(each.kind, each.kind)} ", "dim"), (shown(each.ref), ""), *note), state, each.line)


def _blockers(milestone: Milestone, glyphs: Glyphs) -> Iterator[Row]:
    for each in milestone.blockers:
        sign = (glyphs.states["completed"], "dim") if each.resolved else (glyphs.states["blocked"], "status-blocked")
        yield _entry(
            ((shown(each.text), "dim" if each.resolved else ""),),
            (("resolved", "dim"),) if each.resolved else (),
            each.line,
            sign,
        )


def _feature(feature: Feature, dot: Piece) -> Row:
    words = {"must": "must have", "should": "should have", "could": "could have", "wont": "not in it"}
    pairs = (("", feature.description), ("value", feature.value), ("when", feature.criteria))
    text = joined([((shown(feature.text), "bold"),), *_labelled(pairs)], dot)
    tail = joined(_labelled((("", feature.priority), ("", feature.effort), ("", words.get(feature.moscow, "")))), _INDENT)
    return _entry(text, tail, feature.line)


def _metric(metric: Metric, glyphs: Glyphs, dot: Piece) -> Row:
    signs = {"met": ("✓", "status-completed"), "partial": ("~", "status-active"), "missed": ("✗", "late")}
    sign = signs.get(metric.status or "", ("", ""))
    pairs = (("by", metric.method), ("from", metric.baseline), ("", metric.note))
    text = joined([((shown(metric.name), ""),), *_labelled(pairs)], dot)
    tail = joined(_labelled((("", metric.status or ""), ("target", metric.target), ("now", metric.actual))), _INDENT)
    known = {"✓": glyphs.states["completed"], "✗": glyphs.problem}
    return _entry(text, tail, metric.line, (known.get(sign[0], sign[0]), sign[1]))


def _deliverables(contents: Contents, glyphs: Glyphs, dot: Piece) -> Iterator[Row]:
    for each in contents.deliverables:
        state = each.state or "unknown"
        pairs = (
            ("", each.description),
            ("when", each.criteria),
            ("signed off by", each.sign_off),
            ("", each.reason),
            ("now for", each.target),
        )
        text = joined([((shown(each.text), ""),), *_labelled(pairs)], dot)
        tail: Line = ((STATE_WORDS.get(state, state), state_style(state)),) if each.state else ()
        yield _entry(text, tail, each.line, (glyphs.state(state), state_style(state) if state in STATE_WORDS else "dim"))


def _passages(passages: list[Passage]) -> Iterator[Row]:
    """Passages under the title of their kind, else under the heading they stand under."""
    groups: dict[str, list[Passage]] = {}
    for passage in passages:
        title = PASSAGE_TITLES.get(passage.kind) or shown(passage.section) or passage.kind.replace("_", " ").capitalize()
        groups.setdefault(title, []).append(passage)
    for title, group in groups.items():
        rows = [
            _entry(
                (
                    ((f"{shown(each.label)}: " if each.text else shown(each.label)), "bold") if each.label else ("", ""),
                    (shown(each.text), ""),
                ),
                (),
                each.line,
            )
            for each in group
        ]
        yield from _section(f"passages {title}", title, rows)


def _ledgers(ledgers: tuple[Ledger, ...], dot: Piece) -> Iterator[Row]:
    for ledger in ledgers:
        title = shown(ledger.section) or ledger.kind.replace("_", " ").capitalize()
        rows = []
        for row in ledger.rows:
            first, *others = [*row.cells, ""]
            pairs = zip((shown(column) for column in ledger.columns[1:]), others, strict=False)
            rows.append(_entry(joined([((shown(first), ""),), *_labelled(pairs)], dot), (), row.line))
        yield from _section(f"ledger {title}", title, rows)


def _next(contents: Contents) -> Iterator[Row]:
    following = contents.next_milestone
    if following is None:
        return
    rows = [_entry(((shown(following.title), "bold"),), (), following.line)]
    rows += [_entry(((f"{shown(field.key)} ", "dim"), (shown(field.raw), "")), (), field.line) for field in following.fields]
    rows += [_entry(((shown(task.text), ""),), (), task.line) for task in following.tasks]
    yield from _section("next", "Next milestone", rows)


def _later_facts(milestone: Milestone, today: date) -> Iterator[Row]:
    groups: dict[str, list[Row]] = {}
    for group, label, words, line in later_facts(milestone, today):
        groups.setdefault(group, []).append(_entry(((f"{label} ", "dim"), (words, "")), (), line))
    for group, rows in groups.items():
        yield from _section(group.lower(), group, rows)


def _fields(contents: Contents) -> Iterator[Row]:
    for field in contents.fields:
        if field.raw.strip() and field.place != "title" and field.name not in ("title", "id"):
            yield _entry(((f"{shown(field.key).replace('_', ' ')} ", "dim"), (shown(field.raw), "")), (), field.line)


def _links(contents: Contents, glyphs: Glyphs) -> Iterator[Row]:
    for link in contents.links:
        text: Line = ((shown(link.text), ""), (f"  {shown(link.target)}", "dim"))
        yield _entry(text, (), link.line, (glyphs.link, "dim"))
