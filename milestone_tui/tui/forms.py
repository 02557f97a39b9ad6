"""What can be changed about a thing at the cursor: the fields of a form, and the edits that a filled one asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from milestone_tui.editing.listed import listed_values
from milestone_tui.editing.meant import day_meant, number_meant
from milestone_tui.editing.offers import words_for_field, words_for_risk
from milestone_tui.model.checklist import Item
from milestone_tui.model.edit import (
    AddCheckpoint,
    AddItem,
    AddRisk,
    Edit,
    SetCheckpoint,
    SetField,
    SetItem,
    SetList,
    SetRisk,
    item_target,
)
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import NO_RISK, Checkpoint, Risk
from milestone_tui.model.values import Stated
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.fields import KIND


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
    exact: Callable[[Reading], Form] | None = None
    """The same form with values as only the file itself tells them."""

    def with_words(self, reading: Reading) -> Form:
        """The form with what the file says, and with what can be chosen in each field."""
        form = self.exact(reading) if self.exact is not None else self
        return form._replace(fields=tuple(field._replace(words=form.offers(field.name, reading)) for field in form.fields))


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
    target = item_target(item, milestone)

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
        behind = item_target(after, milestone) if after is not None else None
        parts = {name: changed.get(name, "") for name in ("owner", "due", "estimate")}
        return [AddItem(path, changed["text"], milestone, under if behind is None else "", behind, None, **parts)]

    return Form("Add an item", _item_fields({}, None), edits)


def facts_form(milestone: Milestone, listed: tuple[str, ...] | None = None) -> Form:
    """The facts of a milestone as its file states them; empty for those that it does not state.

    `listed` is the whole list of what it waits for, also of names that are no milestones, as far as that is known.
    """
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
    needed = listed
    if needed is None:
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

    def exact(reading: Reading) -> Form:
        return facts_form(milestone, listed_values("upstream", milestone.key, reading))

    def offers(name: str, reading: Reading) -> tuple[str, ...]:
        return words_for_field(name, milestone.key, reading)

    return Form("Edit the facts", tuple(fields), edits, offers, exact)


def field_form(milestone: Milestone, name: str, label: str, raw: str, title: str = "Edit the value") -> Form:
    """One `key: value` of the file, or one to be added, for which `raw` is empty. `name` is ours, or the key of the file."""
    kind = {"date": "day", "percent": "number"}.get(KIND.get(name, ""), "")
    dated = milestone.date(name) if kind == "day" else None
    field = FormField("value", label, raw, (), DAY_HINT if kind == "day" else "", kind, dated.day if dated else None)

    def edits(changed: dict[str, str]) -> list[Edit]:
        return [SetField(milestone.path, milestone.key, name, value, expect=raw or None) for value in changed.values()]

    return Form(title, (field,), edits, lambda _, reading: words_for_field(name, milestone.key, reading))


def risk_form(path: str, milestone: str, risk: Risk) -> Form:
    """Ratings and answers of a risk."""
    rated = {"probability": risk.probability, "impact": risk.impact, "level": risk.level}
    answers = {"mitigation": risk.mitigation, "contingency": risk.contingency, "owner": risk.owner, "status": risk.status_raw}
    values = {**{name: value.raw if value else "" for name, value in rated.items()}, **answers, "text": risk.text}
    fields = [FormField(name, "Risk" if name == "text" else name.capitalize(), value) for name, value in values.items()]

    def edits(changed: dict[str, str]) -> list[Edit]:
        return [SetRisk(path, milestone, risk.text, part, changed[part], risk.line) for part in values if part in changed]

    return Form("Edit the risk", tuple(fields), edits, lambda name, reading: words_for_risk(risk, name, reading))


def new_risk_form(path: str, milestone: str, after: Risk | None) -> Form:
    """A risk to be added, behind another one or as the last."""
    labels = {"text": "Risk"} | {
        name: name.capitalize() for name in ("probability", "impact", "mitigation", "contingency", "owner")
    }
    hints = {"contingency": "what is done when it comes", "mitigation": "what is done against it"}
    fields = tuple(FormField(name, label, "", (), hints.get(name, "")) for name, label in labels.items())

    def edits(changed: dict[str, str]) -> list[Edit]:
        if not changed.get("text", "").strip():
            return []
        behind = {"after": after.text, "line": after.line} if after is not None else {}
        return [AddRisk(path, milestone, **changed, **behind)]  # type: ignore[arg-type]  # names and values of these fields

    like = after or NO_RISK
    return Form("Add a risk", fields, edits, lambda name, reading: words_for_risk(like, name, reading))


def new_checkpoint_form(path: str, milestone: str) -> Form:
    """A checkpoint to be added among the others."""
    fields = (
        FormField("percent", "Per cent", "", ("25", "50", "75", "100"), "0 to 100"),
        FormField("date", "Day", "", (), DAY_HINT, "day"),
        FormField("criteria", "Criteria", "", (), "what must be reached by then"),
    )

    def edits(changed: dict[str, str]) -> list[Edit]:
        said = {name: changed.get(name, "") for name in ("percent", "date", "criteria")}
        return [AddCheckpoint(path, milestone, **said)] if changed else []

    return Form("Add a checkpoint", fields, edits)


def checkpoint_form(path: str, milestone: str, checkpoint: Checkpoint) -> Form:
    """Day and criteria of a checkpoint."""
    fields = (
        FormField("date", "Day", checkpoint.date_raw, (), DAY_HINT, "day", checkpoint.day),
        FormField("criteria", "Criteria", checkpoint.criteria),
    )

    def edits(changed: dict[str, str]) -> list[Edit]:
        return [SetCheckpoint(path, milestone, checkpoint.name, part, value, checkpoint.line) for part, value in changed.items()]

    return Form("Edit the checkpoint", fields, edits)
