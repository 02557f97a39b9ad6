"""Facts of one milestone that contradict each other, each as a sentence. Neither side is ever mended from the other."""

from __future__ import annotations

from datetime import date

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Count

_NOT_DONE = ("planned", "active", "blocked", "on_hold")
TOLERANCE = 5.0
"""Points that the declared and the counted percentage may be apart before it is said."""


def disagreements(milestone: Milestone, state: str, today: date) -> tuple[str, ...]:
    """What in this milestone contradicts what, given its canonical `state`.

    Boxes of post-completion, rollback and lessons sections are left aside: they are meant to be open.
    """
    counted = Count(milestone.boxes.total - milestone.closing.total, milestone.boxes.done - milestone.closing.done)
    out = [*_status_and_boxes(milestone, state, counted), *_declared_and_boxes(milestone, counted)]
    out += _status_and_facts(milestone, state, today, told=bool(out))
    out += [_repeated(milestone, repeat.name or repeat.key, repeat.raw, repeat.line) for repeat in milestone.repeats]
    return tuple(out)


def _status_and_boxes(milestone: Milestone, state: str, counted: Count) -> list[str]:
    still_open = counted.total - counted.done
    if state == "completed" and still_open:
        return [f"says completed, but {still_open} of {counted.total} boxes are open"]
    if counted.total and not still_open and state not in ("completed", "unknown"):
        return [f"all {counted.total} boxes are ticked, but it says {state.replace('_', ' ')}"]
    return []


def _status_and_facts(milestone: Milestone, state: str, today: date, told: bool) -> list[str]:
    """A day of completion, or a percentage, that the status does not go with; the latter only when no boxes say so already."""
    done = milestone.date("completed")
    declared = milestone.declared.value if milestone.declared else None
    out = []
    if state in _NOT_DONE and done and done.day and done.day <= today:
        out.append(f"says {state.replace('_', ' ')}, but was completed on {done.day}")
    if not told and declared is not None:
        if state == "completed" and declared < 100 - TOLERANCE:
            out.append(f"says completed, and {declared:.0f} %")
        elif state == "planned" and declared >= 100:
            out.append(f"says planned, and {declared:.0f} %")
    return out


def _declared_and_boxes(milestone: Milestone, counted: Count) -> list[str]:
    declared = milestone.declared.value if milestone.declared else None
    shares = [count.percent for count in (counted, milestone.boxes) if count.percent is not None]
    if declared is None or not shares or counted.percent is None:
        return []
    if min(abs(declared - share) for share in shares) <= TOLERANCE:
        return []
    # the figure that stands beside it everywhere; both are too far from what is declared
    return [f"says {declared:.0f} %, its boxes say {milestone.boxes.percent or 0:.0f} %"]


def _repeated(milestone: Milestone, name: str, raw: str, line: int) -> str:
    label = name.replace("_", " ")
    for first in milestone.fields:
        if (first.name or first.key) == name:
            return f'{label} is "{first.raw}" in line {first.line} and "{raw}" in line {line}'
    return f'{label} is repeated as "{raw}" in line {line}'
