"""What can be changed about a thing at the cursor: the fields of a form, and the edits that a filled one asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from milestone_tui.editing.meant import day_meant, number_meant
from milestone_tui.editing.offers import words_for_field, words_for_risk
from milestone_tui.model.checklist import Item
from milestone_tui.model.edit import AddItem, Edit, SetCheckpoint, SetField, SetItem, SetList, SetRisk
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.model.values import Stated
from milestone_tui.reading.reader import Reading
from milestone_tui.tui.panels.milestone_list import target_of


class FormField(NamedTuple):
    """One line to fill."""

    name: str
    label: str
    value: str = ""
    words: tuple[str, ...] = ()
    """What can be chosen; any text when empty."""
    hint: str = ""
    kind: str = ""
    """`day` and `number` can be typed as a step or by name; empty for text as it is."""
    seen: date | None = None
    """The day that stands there, from which steps go."""


Offers = Callable[[str, Reading], tuple[str, ...]]
"""From the name of a field and the file to the words that can be written there."""


class Form(NamedTuple):
    """A form, and what a filled one means."""

    title: str
    fields: tuple[FormField, ...]
    edits: Callable[[dict[str, str]], list[Edit]]
    """From the values that were changed, by the names of their fields."""
    offers: Offers = lambda name, reading: ()

    def with_words(self, reading: Reading) -> Form:
        """The form with what can be chosen in each field."""
        fields = tuple(field._replace(words=self.offers(field.name, reading)) for field in self.fields)
        return self._replace(fields=fields)


def meant(field: FormField, value: str, today: date) -> str | None:
    """What was typed, made absolute; None when it is no day."""
    if field.kind == "day" and value.strip():
        day = day_meant(value, field.seen, today)
        return day.isoformat() if day else None
    if field.kind == "number":
        return number_meant(value, field.value) or value
    return value


DAY_HINT = "2026-12-01, fri, +1d, +2w, -1m; empty takes it away"


def item_form(path: str, milestone: str, item: Item) -> Form:
    """Text, owner, day and estimate of an item."""
    due = item.due.isoformat() if item.due else ""
    values = {"text": item.text, "owner": item.owner or "", "due": due, "estimate": item.estimate or ""}
    target = target_of(item, milestone)

    def edits(changed: dict[str, str]) -> list[Edit]:
        parts = [part for part in values if part in changed]
        return [SetItem(path, target, part, changed[part]) for part in parts]

    return Form("Edit the item", _item_fields(values, item.due), edits)


def _item_fields(values: dict[str, str], due: date | None) -> tuple[FormField, ...]:
    return (
        FormField("text", "Text", values.get("text", "")),
        FormField("owner", "Owner", values.get("owner", ""), (), "a name; empty for nobody"),
        FormField("due", "Due", values.get("due", ""), (), DAY_HINT, "day", due),
        FormField("estimate", "Estimate", values.get("estimate", ""), (), "4 hours, 3d"),
    )


def new_item_form(path: str, milestone: str, after: Item | None, under: str) -> Form:
    """An item to be added behind another one, or as the last under a heading."""

    def edits(changed: dict[str, str]) -> list[Edit]:
        if not changed.get("text", "").strip():
            return []
        behind = target_of(after, milestone) if after is not None else None
        parts = {name: changed.get(name, "") for name in ("owner", "due", "estimate")}
        return [AddItem(path, changed["text"], milestone, under if behind is None else "", behind, None, **parts)]

    return Form("Add an item", _item_fields({}, None), edits)


def facts_form(milestone: Milestone) -> Form:
    """The facts of a milestone as its file states them; empty for those that it does not state."""
    stated: tuple[tuple[str, str, Stated | None], ...] = (
        ("status", "Status", milestone.status),
        ("priority", "Priority", milestone.priority),
        ("risk", "Risk", milestone.risk_level),
        ("value", "Value", milestone.value),
        ("owner", "Owner", milestone.owner),
        ("track", "Track", milestone.track),
    )
    fields = [FormField(name, label, value.raw if value else "") for name, label, value in stated]
    for name, label in (("start", "Start"), ("target", "Target"), ("completed", "Completed")):
        dated = milestone.date(name)
        fields.append(FormField(name, label, dated.raw if dated else "", (), DAY_HINT, "day", dated.day if dated else None))
    declared = milestone.declared.raw if milestone.declared else ""
    needed = tuple(dict.fromkeys(each.ref for each in milestone.dependencies if each.kind == "upstream"))
    fields.append(FormField("dependencies", "Waits for", ", ".join(needed), (), "ids with commas between"))
    fields.append(FormField("completion", "Declared", declared, (), "per cent; +5 and -5 go up and down", "number"))

    def edits(changed: dict[str, str]) -> list[Edit]:
        before = {field.name: field.value for field in fields}
        made: list[Edit] = []
        for name, value in changed.items():
            if name == "dependencies":
                names = tuple(each.strip() for each in value.split(",") if each.strip())
                made.append(SetList(milestone.path, milestone.key, name, names, needed))
            else:
                made.append(SetField(milestone.path, milestone.key, name, value, expect=before[name] or None))
        return made

    return Form("Edit the facts", tuple(fields), edits, lambda name, reading: words_for_field(name, milestone.key, reading))


def risk_form(path: str, milestone: str, risk: Risk) -> Form:
    """Ratings and answers of a risk."""
    rated = {"probability": risk.probability, "impact": risk.impact, "level": risk.level}
    answers = {"mitigation": risk.mitigation, "contingency": risk.contingency, "owner": risk.owner, "status": risk.status_raw}
    values = {**{name: value.raw if value else "" for name, value in rated.items()}, **answers, "text": risk.text}
    fields = [FormField(name, "Risk" if name == "text" else name.capitalize(), value) for name, value in values.items()]

    def edits(changed: dict[str, str]) -> list[Edit]:
        return [SetRisk(path, milestone, risk.text, part, changed[part], risk.line) for part in values if part in changed]

    return Form("Edit the risk", tuple(fields), edits, lambda name, reading: words_for_risk(risk, name, reading))


def checkpoint_form(path: str, milestone: str, checkpoint: Checkpoint) -> Form:
    """Day and criteria of a checkpoint."""
    fields = (
        FormField("date", "Day", checkpoint.date_raw, (), DAY_HINT, "day", checkpoint.day),
        FormField("criteria", "Criteria", checkpoint.criteria),
    )
    name = f"{checkpoint.percent:g}" if checkpoint.percent is not None else checkpoint.criteria

    def edits(changed: dict[str, str]) -> list[Edit]:
        return [SetCheckpoint(path, milestone, name, part, value, checkpoint.line) for part, value in changed.items()]

    return Form("Edit the checkpoint", fields, edits)
