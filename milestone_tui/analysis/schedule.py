"""When each milestone can begin and has to end: the critical-path method in working days, with stated dates as they are."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.critical import Times, critical_chain, late_pass
from milestone_tui.analysis.cycles import sorted_by_need
from milestone_tui.analysis.durations import buffer_days, stated_duration
from milestone_tui.analysis.graph import Graph, Place
from milestone_tui.analysis.standing import target_day
from milestone_tui.analysis.workdays import day_of_number, number_after, number_of
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project

NOTHING_KNOWN = "states neither dates nor an estimate"
NO_LENGTH = "does not say how long it takes"
IN_A_CYCLE = "waits for itself in a circle"
BACKWARDS = "its target is before its start"


class Plan(NamedTuple):
    """The place of one milestone in time. Stated days are as the file has them, computed ones working days."""

    key: str
    start: date | None
    start_stated: bool
    """Whether the file says so; computed otherwise."""
    finish: date | None
    finish_stated: bool
    days: int | None
    """Working days from start to finish, or what the estimate comes to; None when nobody says."""
    days_words: str
    """The words of the estimate that `days` come from; empty when they come from the dates."""
    late_start: date | None
    """The last day on which it may start without delaying the end of the project."""
    late_finish: date | None
    slack: int | None
    """Working days that it may slip without delaying the end; negative when it is too late already."""
    critical: bool
    """On a chain of which each has to wait for the one before, back from the end of the project."""
    buffer: int
    """Working days, 0 when none are stated."""
    uncertain: bool
    """Its computed days depend on something whose length nobody states: they are the earliest possible."""
    note: str
    """Why there is no bar, or not a whole one; empty when there is."""
    start_place: Place | None
    finish_place: Place | None
    """Where the dates are stated, or the estimate that they are computed from."""

    @property
    def computed(self) -> bool:
        """Whether a day of it is worked out rather than stated."""
        return (self.start is not None and not self.start_stated) or (self.finish is not None and not self.finish_stated)

    @property
    def barred(self) -> bool:
        """Whether it has a bar."""
        return self.start is not None and self.finish is not None


class Schedule(NamedTuple):
    """All plans, and what they come to."""

    plans: dict[str, Plan]
    """By key of milestone, in the order of the project; completed and cancelled ones with their own dates alone."""
    critical_path: tuple[str, ...]
    """One chain from its first to its last milestone; others as long are marked critical too."""
    critical_edges: frozenset[tuple[str, str]]
    """(what comes first, what had to wait for it) along all such chains."""
    finish: date | None
    """The last day of the last milestone whose length is known."""


class Pins(NamedTuple):
    """What a milestone states about time: its days, and as numbers of working days; ends are the day after the last."""

    first: date | None
    last: date | None
    start: int | None
    end: int | None
    days: int | None
    words: str
    note: str
    start_place: Place | None
    end_place: Place | None


def schedule(project: Project, graph: Graph, today: date) -> Schedule:
    """The schedule as of `today`: what is not begun begins no earlier, and what is late ends no earlier."""
    pins = {
        milestone.key: _pins(milestone, graph.standings[milestone.key].state == "completed") for milestone in project.milestones
    }
    open_keys = [key for key in pins if not graph.closed(key)]
    inside = set(open_keys)
    needs = {key: [need for need in graph.needs.get(key, ()) if need in inside] for key in open_keys}
    order = sorted_by_need(open_keys, needs)
    times = early_pass(order, needs, pins, number_of(today))
    known = [time.bound for time in times.values() if time.length is not None and time.end is not None]
    known = known or [time.bound for time in times.values() if time.end is not None]
    end = max(known) if known else None
    late = late_pass(order, needs, times, end) if end is not None else {}
    chain, critical, edges = critical_chain(order, needs, times, end)
    plans = {}
    for milestone in project.milestones:
        pinned = pins[milestone.key]
        plan = _plan(milestone, pinned, times.get(milestone.key), milestone.key in inside)
        if milestone.key in late:
            plan = _with_late(plan, times[milestone.key], late[milestone.key])
        plans[milestone.key] = plan._replace(critical=milestone.key in critical)
    return Schedule(plans, chain, edges, _last_day(plans, times, end) if end is not None else None)


def _last_day(plans: dict[str, Plan], times: dict[str, Times], end: int) -> date:
    """As stated where what ends last states it: it may be a Saturday."""
    stated = [plan.finish for key, plan in plans.items() if key in times and times[key].end == end and plan.finish]
    return max(stated, default=day_of_number(end - 1))


def early_pass(order: list[str], needs: dict[str, list[str]], pins: dict[str, Pins], today: int) -> dict[str, Times]:
    """Early start and end of each: the stated ones, else as soon as everything that it needs has ended.

    What waits begins no earlier than the stated end, nor than the end that what comes before leaves possible.
    """
    times: dict[str, Times] = {}
    for key in order:
        pin = pins[key]
        before = [times[need] for need in needs[key] if need in times]
        circled = len(before) < len(needs[key])
        free = max([today, *(each.bound for each in before)])
        start, end = pin.start, pin.end
        if pin.days is not None:
            if start is None:
                start = end - pin.days if end is not None else free
            if end is None:
                end = start + pin.days
        computed = pin.start is None and pin.end is None
        unsure = computed and (circled or any(each.unsure or each.end is None for each in before))
        if end is None:
            bound = max(today, free if start is None else start)
        else:
            possible = free + pin.days if pin.start is None and pin.days is not None else end
            bound = max(today + 1, end, possible)  # what is not over takes today at least
        times[key] = Times(start, end, pin.days, bound, unsure)
    return times


def _pins(milestone: Milestone, completed: bool) -> Pins:
    stated_start, stated_target = milestone.date("start"), milestone.date("target")
    first, last = stated_start.day if stated_start else None, target_day(milestone)
    done = milestone.date("completed")
    if completed and done and done.day:
        stated_target, last = done, done.day
    start = number_of(first) if first else None
    end = number_after(last) if last else None
    estimate = stated_duration(milestone)
    at_start = Place(milestone.path, stated_start.line) if stated_start and first else None
    at_end = Place(milestone.path, stated_target.line) if stated_target and last else None
    if first and last and start is not None and end is not None:
        if last < first:
            return Pins(None, last, None, end, None, "", BACKWARDS, at_start, at_end)
        return Pins(first, last, start, max(end, start), end - start if end > start else None, "", "", at_start, at_end)
    if estimate is None:
        note = NO_LENGTH if first or last else NOTHING_KNOWN
        return Pins(first, last, start, end, None, "", note, at_start, at_end)
    place = Place(milestone.path, estimate.line)
    return Pins(first, last, start, end, estimate.days, estimate.words, "", at_start or place, at_end or place)


def _plan(milestone: Milestone, pins: Pins, times: Times | None, is_open: bool) -> Plan:
    """The plan without its late days."""
    start, end, note, unsure = pins.start, pins.end, pins.note, False
    if times is not None:
        start, end, unsure = times.start, times.end, times.unsure
    elif is_open:
        note = IN_A_CYCLE
    days = pins.days
    return Plan(
        key=milestone.key,
        start=pins.first or (day_of_number(start) if start is not None else None),
        start_stated=pins.start is not None,
        finish=pins.last or (day_of_number(end - 1) if end is not None else None),
        finish_stated=pins.end is not None,
        days=days,
        days_words=pins.words,
        late_start=None,
        late_finish=None,
        slack=None,
        critical=False,
        buffer=buffer_days(milestone, days),
        uncertain=unsure,
        note=note,
        start_place=pins.start_place,
        finish_place=pins.end_place,
    )


def _with_late(plan: Plan, times: Times, late_end: int) -> Plan:
    if times.end is None or times.length is None:
        return plan
    late_start = late_end - times.length
    return plan._replace(
        late_start=plan.start if late_start == times.start else day_of_number(late_start),
        late_finish=plan.finish if late_end == times.end else day_of_number(late_end - 1),
        slack=late_end - times.bound,
    )
