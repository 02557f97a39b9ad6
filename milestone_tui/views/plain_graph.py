"""What waits for what, and what runs side by side, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from milestone_tui.analysis.graph import EXTERNAL, Graph
from milestone_tui.analysis.schedule import Plan, Schedule
from milestone_tui.analysis.tracks import Lane
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import STATE_WORDS
from milestone_tui.views.plain_words import ended, listed, name_of, per_cent, said
from milestone_tui.views.track_rows import Tracks


def dependency_sentences(graph: Graph, schedule: Schedule, today: date) -> Iterator[str]:
    """The critical path, what is ready and what is blocked, then each milestone with what it waits for and frees."""
    if not graph.edges and not graph.missing and not graph.parallels:
        return
    if schedule.critical_path:
        ends = [f"ends {day_words(schedule.finish, today)}"] if schedule.finish else []
        yield said("Critical path", [" then ".join(_id(graph, key) for key in schedule.critical_path), *ends])
    for word, keys in (("Ready to begin", graph.ready()), ("Blocked", graph.blocked())):
        if keys:
            yield f"{word}: {listed([_id(graph, key) for key in keys])}."
    for key, node in graph.nodes.items():
        yield from _about(graph, schedule, key, name_of(node.id, node.title))
    for each in graph.parallels:
        yield f"{_id(graph, each.key)} is said to run beside {_id(graph, each.other)}, {shown(str(each.place))}."
    for cycle in graph.cycles:
        names = " then ".join(_id(graph, key) for key in (*cycle.loop, cycle.loop[0]))
        places = "; ".join(dict.fromkeys(shown(str(place)) for edge in cycle.edges for place in edge.places))
        yield f"Circle: {names}; stated in {places}."
    for missing in graph.missing:
        user = _id(graph, missing.key)
        yield f"{user} names {shown(missing.name)}, which is no milestone, or several; {shown(str(missing.place))}."


def _id(graph: Graph, key: str) -> str:
    node = graph.nodes[key]
    return shown(node.id) or shown(node.title)


def _state(graph: Graph, key: str) -> str:
    node = graph.nodes[key]
    if key not in graph.standings:
        return "outside the project" if node.kind == EXTERNAL else "no milestone of that name"
    return STATE_WORDS.get(node.state, "status unknown")


def _about(graph: Graph, schedule: Schedule, key: str, name: str) -> Iterator[str]:
    needs, feeds = graph.needs.get(key, ()), graph.feeds.get(key, ())
    if needs:
        yield f"{name} waits for {listed([f'{_id(graph, each)} ({_state(graph, each)})' for each in needs])}."
    if feeds and key not in graph.standings:
        yield f"{name}, {_state(graph, key)}, is waited for by {listed([_id(graph, each) for each in feeds])}."
    freed = [each.key for each in graph.releases(key) if each.free] if key in graph.standings else []
    if freed:
        yield f"Finishing {_id(graph, key)} frees {listed([_id(graph, each) for each in freed])}."
    plan = schedule.plans.get(key)
    if plan is not None and plan.slack is not None and not graph.closed(key) and (needs or feeds):
        yield f"{_id(graph, key)} has {_slack(plan.slack)}{', and is on the critical path' if plan.critical else ''}."


def _slack(slack: int) -> str:
    few = counted_words(abs(slack), "working day", "working days")
    return f"{few} too few" if slack < 0 else f"{few} of slack" if slack else "no slack"


def track_sentences(tracks: Tracks) -> Iterator[str]:
    """Each track with its milestones and their days in words; then what is at odds."""
    for lane in tracks.lanes:
        yield from _lane(tracks, lane)
    for conflict in tracks.conflicts:
        yield f"Conflict: {ended(shown(conflict.sentence))}"


def _lane(tracks: Tracks, lane: Lane) -> Iterator[str]:
    name = shown(lane.name).replace(" – ", " to ")
    title = f"Track {name}" if name else "Without dependencies" if lane.proposed else "Without a track"
    words = ["proposed from the dependencies"] if lane.proposed and lane.name else []
    words.append(counted_words(len(lane.keys), "milestone", "milestones"))
    words += [f"{counted_words(lane.buffer, 'working day', 'working days')} of buffer"] if lane.buffer else []
    words += [_slack(lane.slack)] if lane.slack is not None else []
    yield said(title, words)
    for key in lane.keys:
        node, plan, standing = tracks.graph.nodes[key], tracks.schedule.plans[key], tracks.graph.standings[key]
        share = per_cent(standing.percent) if standing.percent is not None else ""
        late = f"late by {counted_words(standing.late_days, 'day', 'days')}" if standing.late_days else ""
        state = _state(tracks.graph, key)
        marks = [f"checkpoint on {day_words(mark.day, tracks.today)} {mark.state}" for mark in tracks.marks.get(key, ())]
        yield said(name_of(node.id, node.title), [state, share, *_days(plan, tracks), late, *marks])


def _days(plan: Plan, tracks: Tracks) -> Iterable[str]:
    ends = [(word, day) for word, day in (("from", plan.start), ("to", plan.finish)) if day]
    if ends:
        words = " ".join(f"{word} {day_words(day, tracks.today)}" for word, day in ends)
        yield f"{words}, computed" if plan.computed else words
    if plan.note:
        yield shown(plan.note)
    if plan.buffer:
        yield f"{counted_words(plan.buffer, 'working day', 'working days')} of buffer"
    if plan.slack is not None and not tracks.graph.closed(plan.key):
        yield _slack(plan.slack)
    if plan.critical:
        yield "on the critical path"
