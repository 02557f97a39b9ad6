"""What can be changed about a thing at the cursor: the fields of a form, and the edits that a filled one asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from milestone_tui.editing.offers import offered
from milestone_tui.model.checklist import Item
from milestone_tui.model.edit import AddItem, Edit, ItemTarget, SetCheckpoint, SetField, SetItem, SetRisk
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.model.values import Stated
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon


class FormField(NamedTuple):
    """One line to fill."""

    name: str
    label: str
    value: str = ""
    words: tuple[str, ...] = ()
    """What can be chosen; any text when empty."""
    hint: str = ""


class Form(NamedTuple):
    """A form, and what a filled one means."""

    title: str
    fields: tuple[FormField, ...]
    edits: Callable[[dict[str, str]], list[Edit]]
    """From the values that were changed, by the names of their fields."""


DAY_HINT = "2026-12-01, fri, +1d, +2w; empty takes it away"
_ITEM_FIELDS = (("text", "Text", ""), ("owner", "Owner", "a name; empty for nobody"), ("due", "Due", DAY_HINT))
_ESTIMATE = ("estimate", "Estimate", "4 hours, 3d")


def target_of(item: Item, milestone: str) -> ItemTarget:
    """The item, to be found again in whatever the file holds then."""
    return ItemTarget(item.line, item.text, item.key, False, milestone)


def item_form(path: str, milestone: str, item: Item, bare: str) -> Form:
    """Text, owner, day and estimate of an item. `bare` is its text without what the other fields say."""
    values = {
        "text": bare,
        "owner": item.owner or "",
        "due": item.due.isoformat() if item.due else "",
        "estimate": item.estimate or "",
    }
    fields = tuple(FormField(name, label, values[name], (), hint) for name, label, hint in (*_ITEM_FIELDS, _ESTIMATE))
    target = target_of(item, milestone)

    def edits(changed: dict[str, str]) -> list[Edit]:
        return [SetItem(path, target, part, value, item.text) for part, value in changed.items()]

    return Form("Edit the item", fields, edits)


def new_item_form(path: str, milestone: str, after: Item | None, under: str) -> Form:
    """An item to be added behind another one, or as the last under a heading."""
    fields = tuple(FormField(name, label, "", (), hint) for name, label, hint in (*_ITEM_FIELDS, _ESTIMATE))

    def edits(changed: dict[str, str]) -> list[Edit]:
        if not changed.get("text", "").strip():
            return []
        behind = target_of(after, milestone) if after is not None else None
        parts = {name: changed.get(name, "") for name in ("owner", "due", "estimate")}
        return [AddItem(path, changed["text"], milestone, under if behind is None else "", behind, None, **parts)]

    return Form("Add an item", fields, edits)


def facts_form(milestone: Milestone, lexicon: Lexicon = BUILT_IN, ids: Sequence[str] = ()) -> Form:
    """The facts of a milestone as its file states them; empty for those that it does not state."""
    stated: dict[str, tuple[str, Stated | None]] = {
        "status": ("Status", milestone.status),
        "priority": ("Priority", milestone.priority),
        "risk": ("Risk", milestone.risk_level),
        "value": ("Value", milestone.value),
    }
    fields = []
    for name, (label, value) in stated.items():
        raw = value.raw if value else ""
        fields.append(FormField(name, label, raw, offered(name, raw, milestone.dialect, lexicon)))
    fields.append(FormField("owner", "Owner", milestone.owner.raw if milestone.owner else ""))
    for name, label in (("start", "Start"), ("target", "Target"), ("completed", "Completed")):
        dated = milestone.date(name)
        fields.append(FormField(name, label, dated.raw if dated else "", (), DAY_HINT))
    declared = milestone.declared.raw if milestone.declared else ""
    fields.append(FormField("completion", "Declared", declared, (), "per cent; +5 and -5 go up and down"))
    track = milestone.track.raw if milestone.track else ""
    fields.append(FormField("track", "Track", track))

    def edits(changed: dict[str, str]) -> list[Edit]:
        before = {field.name: field.value for field in fields}
        return [
            SetField(milestone.path, milestone.key, name, value, expect=before[name] or None) for name, value in changed.items()
        ]

    return Form("Edit the facts", tuple(fields), edits)


def risk_form(path: str, milestone: str, risk: Risk, dialect: str, lexicon: Lexicon = BUILT_IN) -> Form:
    """Ratings and answers of a risk."""
    rated = {"probability": risk.probability, "impact": risk.impact, "level": risk.level}
    fields = [FormField("text", "Risk", risk.text)]
    for name, value in rated.items():
        raw = value.raw if value else ""
        fields.append(FormField(name, name.capitalize(), raw, offered(name, raw, dialect, lexicon)))
    answers = {"mitigation": risk.mitigation, "contingency": risk.contingency, "owner": risk.owner, "status": risk.status_raw}
    fields += [FormField(name, name.capitalize(), value) for name, value in answers.items()]

    def edits(changed: dict[str, str]) -> list[Edit]:
        order = sorted(changed, key=lambda part: part == "text")
        return [SetRisk(path, milestone, risk.text, part, changed[part], risk.line) for part in order]

    return Form("Edit the risk", tuple(fields), edits)


def checkpoint_form(path: str, milestone: str, checkpoint: Checkpoint) -> Form:
    """Day and criteria of a checkpoint."""
    fields = (
        FormField("date", "Day", checkpoint.date_raw, (), DAY_HINT),
        FormField("criteria", "Criteria", checkpoint.criteria),
    )
    name = f"{checkpoint.percent:g}" if checkpoint.percent is not None else checkpoint.criteria

    def edits(changed: dict[str, str]) -> list[Edit]:
        return [SetCheckpoint(path, milestone, name, part, value, checkpoint.line) for part, value in changed.items()]

    return Form("Edit the checkpoint", fields, edits)
