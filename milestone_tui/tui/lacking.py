"""What can be added to a milestone as a whole: a risk, a checkpoint, and what files of its kind have and this one lacks."""

from __future__ import annotations

from collections.abc import Iterable

from milestone_tui.editing.missing import Missing
from milestone_tui.model.edit import AddSection
from milestone_tui.model.milestone import Milestone
from milestone_tui.tui.forms import field_form
from milestone_tui.tui.messages import FormAsked, PreviewAsked
from milestone_tui.tui.panels.whole_edits import checkpoint_added, risk_added
from milestone_tui.tui.screens.choice import Option
from milestone_tui.views.figures import shown

UNREAD = (Option("", "reading the file", ""),)
"""As long as it is not known what the file lacks."""
_ALWAYS = (Option("risk", "A risk", "row or entry"), Option("checkpoint", "A checkpoint", "row or line"))


def options(lacking: Iterable[Missing]) -> list[Option]:
    """What is offered."""
    return [*_ALWAYS, *(Option(f"{each.kind}:{each.name}", shown(each.words), each.kind) for each in lacking)]


def addition(chosen: str, milestone: Milestone) -> FormAsked | PreviewAsked | None:
    """What follows from the name of an option: a form to fill, or a difference to look at."""
    kind, _, name = chosen.partition(":")
    if kind == "risk":
        return risk_added(milestone.path, milestone.key, None, milestone.line)
    if kind == "checkpoint":
        return checkpoint_added(milestone.path, milestone.key, milestone.line)
    if kind == "section":
        return PreviewAsked(AddSection(milestone.path, milestone.key, name), f"Add the heading {name}?")
    if kind == "field":
        label = name.replace("_", " ").capitalize()
        form = field_form(milestone, name, label, "", "Add a field")
        return FormAsked(form, "value", "", milestone.path, milestone.line)
    return None
