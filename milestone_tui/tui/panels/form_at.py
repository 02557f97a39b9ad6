"""Which form changes what a row of a milestone shows."""

from __future__ import annotations

from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.tui.forms import Form, checkpoint_form, facts_form, field_form, item_form, risk_form
from milestone_tui.views.milestone_row import Row

_FACTS = ("title", "dates", "traits", "disagree", "waits")
_FIRST = {"title": "status", "dates": "target", "traits": "priority", "disagree": "status", "waits": "status"}


def form_at(row: Row, milestone: Milestone, contents: Contents | None) -> tuple[Form, str] | None:
    """The form, and the field to begin with; None where nothing can be changed in a form."""
    kind = row.key.partition(":")[0]
    if row.item is not None:
        return item_form(milestone.path, milestone.key, row.item), "text"
    if kind in _FACTS:
        return facts_form(milestone), _FIRST[kind]
    if contents is None or row.heading:
        return None
    if kind == "risks":
        risk = next((each for each in contents.risks if each.line == row.line), None)
        return (risk_form(milestone.path, milestone.key, risk), "probability") if risk else None
    if kind == "checkpoints":
        found = next((each for each in contents.checkpoints if each.line == row.line), None)
        return (checkpoint_form(milestone.path, milestone.key, found), "date") if found else None
    field = next((each for each in (*contents.fields, *milestone.fields) if each.line == row.line), None)
    return (field_form(milestone, field.name or field.key, field.key, field.raw), "value") if field else None
