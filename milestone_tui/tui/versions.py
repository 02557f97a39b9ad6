"""Two versions of one thing: what somebody wanted to write, and what the file says there now."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import Edit, ItemTarget, SetBox
from milestone_tui.tui.messages import Together
from milestone_tui.tui.writer import Job
from milestone_tui.views.figures import shown
from milestone_tui.views.lines import Line

_ALIKE = 0.6
"""Of the letters, from which on one text is taken for another one reworded."""


def both(job: Job, refusal: Refusal) -> list[Line]:
    """The one beside the other, with the reason and the advice."""
    said = wanted(job)
    return [
        ((shown(refusal.text), "late"),),
        (),
        *([(("you wanted", "heading"),), *said, ()] if said else []),
        (("it says now", "heading"),),
        *(((shown(line), ""),) for line in refusal.candidates),
        (),
        ((shown(refusal.advice), "dim"),),
    ]


def mine_for(job: Job, refusal: Refusal) -> Edit | None:
    """The same edit for what stands in that line or field now; None where that is something else, or says nothing."""
    return _aimed_anew(job) if _is_reworded(job, refusal) else None


def _is_reworded(job: Job, refusal: Refusal) -> bool:
    """Whether what stands there now is what was meant, in other words; something else may have come to that line as well."""
    meant = getattr(getattr(job, "target", None), "text", "") or getattr(job, "text", "")
    if not meant or isinstance(job, (str, Together)):
        return True
    lines = (each.partition("] ")[2] or each.partition(": ")[2] for each in refusal.candidates)
    return any(SequenceMatcher(None, meant.casefold(), line.casefold()).ratio() >= _ALIKE for line in lines)


def _aimed_anew(job: Job) -> Edit | None:
    """The same edit for whatever stands in that line or field now; None where that says nothing."""
    if isinstance(job, (str, Together)):
        return None
    changed: dict[str, Any] = {}
    if getattr(job, "expect", None) is not None:
        changed["expect"] = None
    target = getattr(job, "target", None)
    if isinstance(target, ItemTarget) and target.line:
        changed["target"] = ItemTarget(target.line, milestone=target.milestone)
    if isinstance(job, SetBox) and job.line:
        changed |= {"text": "", "item": ""}
    return job._replace(**changed) if changed else None


def wanted(job: Job) -> list[Line]:
    """The edit in a few words."""
    if isinstance(job, (str, Together)):
        return []
    text = getattr(getattr(job, "target", None), "text", "") or getattr(job, "text", "")
    value = getattr(job, "value", "")
    part = getattr(job, "part", "") or getattr(job, "field", "")
    lines: list[Line] = [((shown(text), ""),)] if text else []
    if isinstance(job, SetBox):
        lines.append((("ticked" if job.done else "open again", "dim"),))
    if part:
        lines.append(((f"{part}: ", "dim"), (shown(str(value)), "")))
    return lines
