"""What panels ask for to add and to delete whole risks and checkpoints: forms to fill, differences to look at first."""

from __future__ import annotations

from milestone_tui.model.edit import RemoveCheckpoint, RemoveRisk
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.tui.messages import FormAsked, PreviewAsked
from milestone_tui.views.figures import shown


def risk_added(path: str, milestone: str, after: Risk | None, line: int, row_key: str = "") -> FormAsked:
    """A risk to be added, behind another one or wherever the file has them."""
    from milestone_tui.tui.forms import new_risk_form

    return FormAsked(new_risk_form(path, milestone, after), "text", row_key, path, after.line if after is not None else line)


def risk_deleted(path: str, milestone: str, risk: Risk) -> PreviewAsked:
    """A risk to be deleted, once what goes with it was seen."""
    return PreviewAsked(RemoveRisk(path, milestone, risk.text, risk.line), f"Delete the risk {shown(risk.text)}?")


def checkpoint_added(path: str, milestone: str, line: int, row_key: str = "") -> FormAsked:
    """A checkpoint to be added."""
    from milestone_tui.tui.forms import new_checkpoint_form

    return FormAsked(new_checkpoint_form(path, milestone), "percent", row_key, path, line)


def checkpoint_deleted(path: str, milestone: str, checkpoint: Checkpoint) -> PreviewAsked:
    """A checkpoint to be deleted, once its line was seen."""
    name = f"at {checkpoint.percent:g} %" if checkpoint.percent is not None else shown(checkpoint.criteria)
    return PreviewAsked(RemoveCheckpoint(path, milestone, checkpoint.name, checkpoint.line), f"Delete the checkpoint {name}?")
