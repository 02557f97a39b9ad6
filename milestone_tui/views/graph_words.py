"""The graph in words: what one milestone waits for and frees, and what is ready, blocked, circular or named by nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from milestone_tui.analysis.graph import EXTERNAL, Graph
from milestone_tui.analysis.schedule import Schedule
from milestone_tui.text.terminal import cell_width
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import STATE_WORDS, Glyphs
from milestone_tui.views.graph_rows import GraphView, graph_lines, sign_pieces
from milestone_tui.views.graph_signs import ASCII, UNICODE, GraphSigns
from milestone_tui.views.lines import Line, Piece, clip, plain, width_of, wrapped
from milestone_tui.views.plain_words import listed

LABEL = 14
LEAST_BESIDE = 44
"""Narrower than this the words stand below their label."""
_NAMED = 2
"""So many of those whose stated dates leave slack are named."""


class GraphWords:
    """Sentences about one graph in lines of `width` cells."""

    def __init__(self, graph: Graph, schedule: Schedule, width: int, glyphs: Glyphs, ascii_only: bool = False) -> None:
        self.graph = graph
        self.schedule = schedule
        self.width = width
        self.glyphs = glyphs
        self.signs: GraphSigns = ASCII if ascii_only else UNICODE

    def about(self, key: str) -> list[Line]:
        """One node: what it is, what it needs, what waits for it, and what finishing it frees."""
        node = self.graph.nodes.get(key)
        if node is None:
            return []
        signs = sign_pieces(self.graph, node, self.glyphs, self.signs)
        title = f" {shown(node.title)}" if node.title not in ("", node.id) else ""
        name: Line = (*signs, (f" {shown(node.id)}", "bold"), (title, ""))
        lines = self._head(name, [self._state(key), *self._timing(key)], self._why_slack(key))
        needs, feeds = self.graph.needs.get(key, ()), self.graph.feeds.get(key, ())
        lines += self._entry("needs", self._names(needs), "upstream")
        lines += self._further(self.graph.upstream(key), needs, "upstream")
        lines += self._entry("needed by", self._names(feeds), "downstream")
        lines += self._further(self.graph.downstream(key), feeds, "downstream")
        return lines + self._freed(key)

    def whole(self, most: int | None = None) -> list[Line]:
        """The critical path, what is ready and what is blocked, circles, and names that name nothing; `most` lines at most."""
        return list(islice(self._whole(), most))

    def _whole(self) -> Iterator[Line]:
        yield from self.critical()
        yield from self._entry(f"{self.signs.ready} ready", self._names(self.graph.ready()), "status-active")
        blocked = f"{self.glyphs.states['blocked']} blocked"
        for number, key in enumerate(self.graph.blocked()):
            yield from self._entry("" if number else blocked, self._held(key), "status-blocked")
        outside = [key for key, node in self.graph.nodes.items() if node.kind == EXTERNAL]
        yield from self._entry(f"{self.signs.external} outside", self._names(outside), "dim")
        yield from self._circles()
        yield from self._missing()

    def critical(self, sign: str = "") -> list[Line]:
        """The critical path and its end, behind its `sign` where there is one; nothing when there is no such path."""
        chain = f" {self.glyphs.arrow} ".join(shown(self.graph.nodes[key].id) for key in self.schedule.critical_path)
        finish = f", ends {self.schedule.finish}" if self.schedule.finish else ""
        finish += ", the last of known length" if finish and self._others_end_later() else ""
        label = f"{sign} critical path" if sign else "critical path"
        return self._entry(label, ((chain, "critical-path"), (finish, "dim")) if chain else (), "critical-path")

    def _others_end_later(self) -> bool:
        """Whether something open is stated to end after the critical path, and says nothing of its length."""
        end = self.schedule.finish
        plans = (plan for key, plan in self.schedule.plans.items() if not self.graph.closed(key) and plan.days is None)
        return end is not None and any(day > end for plan in plans for day in (plan.start, plan.finish) if day)

    def _state(self, key: str) -> str:
        node = self.graph.nodes[key]
        if node.kind == EXTERNAL:
            return "outside the project"
        if key not in self.graph.standings:
            return "no milestone of that name"
        standing = self.graph.standings[key]
        words = STATE_WORDS.get(node.state, "status unknown")
        if any(key in cycle.members for cycle in self.graph.cycles):
            return f"{words}, in a circle"
        if standing.blocked and not standing.closed and node.state != "blocked":
            return f"{words}, blocked"
        return f"{words}, ready" if standing.ready else words

    def _timing(self, key: str) -> list[str]:
        plan = self.schedule.plans.get(key)
        words = []
        if plan and plan.critical:
            words.append("on the critical path")
        if plan and plan.slack is not None:
            late = plan.slack < 0
            words.append(f"{counted_words(abs(plan.slack), 'day', 'days')} {'too late' if late else 'of slack'}")
        return words

    def _head(self, name: Line, words: list[str], why: str) -> list[Line]:
        """Name, state and slack in one line, and `why` there is any; where that has no room, the slack stands below."""
        dot = f" {self.glyphs.dot} "
        head: Line = (*name, (f"  {dot.join(words)}{f' {why}' if why else ''}", "dim"))
        if not why or width_of(head) <= self.width:
            return [clip(head, self.width, self.glyphs.ellipsis)]
        *others, slack = words
        head = (*name, (f"  {dot.join(others)}", "dim"))
        said: Line = ((f"{slack.removesuffix(' of slack')} {why}", "dim"),)
        return [clip(head, self.width, self.glyphs.ellipsis), *self._entry("slack", said, "")]

    def _why_slack(self, key: str) -> str:
        """`before the stated start of M04`: how there can be slack on the critical path; empty where there is none."""
        plans, found = self.schedule.plans, []
        slack = plans[key].slack if key in plans and plans[key].critical else None
        if slack is None or slack <= 0:
            return ""
        left = {key: slack}
        for each in (way := [key]):
            for other in self.graph.feeds.get(each, ()):
                if (each, other) in self.schedule.critical_edges and other not in left:
                    way.append(other)
                    slack = plans[other].slack
                    left[other] = left[each] if slack is None else slack
                    found += [other] if left[other] < left[each] else []
        names = [shown(self.graph.nodes[other].id) for other in found[:_NAMED]]
        names += [f"{len(found) - _NAMED} more"] if len(found) > _NAMED else []
        what = "start" if all(plans[other].start_stated for other in found) else "date"
        return f"before the stated {what if len(found) == 1 else f'{what}s'} of {listed(names)}" if found else ""

    def _further(self, every: frozenset[str], near: Sequence[str], style: str) -> list[Line]:
        far = [key for key in self.graph.nodes if key in every and key not in near]
        return self._entry("  further off", self._names(far), style)

    def _freed(self, key: str) -> list[Line]:
        releases = self.graph.releases(key)
        free = [each.key for each in releases if each.free]
        words: Line = (("frees ", "bold"), *self._names(free)) if free else (("frees nothing yet", "dim"),)
        lines = self._entry("finishing this", words if releases else (), "bold")
        for each in releases:
            if not each.free:
                name = self.graph.nodes[each.key].id
                others = ", ".join((*(self.graph.nodes[other].id for other in each.still), *each.blockers))
                lines += self._entry("", ((shown(f"{name} would still wait for {others}"), "dim"),), "")
        return lines

    def _held(self, key: str) -> Line:
        node = self.graph.nodes[key]
        why = ", ".join(self.graph.standings[key].blocked_by) or "says so itself"
        return ((shown(node.id), ""), (shown(f" {self.glyphs.waits} {why}"), "dim"))

    def _circles(self) -> Iterator[Line]:
        for number, cycle in enumerate(self.graph.cycles):
            names = [shown(self.graph.nodes[key].id) for key in (*cycle.loop, cycle.loop[0])]
            places = "; ".join(str(place) for edge in cycle.edges for place in edge.places)
            words: Line = ((f" {self.glyphs.arrow} ".join(names), "error"), (shown(f"  {places}"), "dim"))
            yield from self._entry("" if number else f"{self.signs.cycle} circle", words, "error")

    def _missing(self) -> Iterator[Line]:
        for number, each in enumerate(self.graph.missing):
            text = f"{each.name} is named by {self.graph.nodes[each.key].id} and is no milestone, or several"
            words: Line = ((shown(text), ""), (shown(f"  {each.place}"), "dim"))
            yield from self._entry("" if number else f"{self.signs.dangling} dangling", words, "error")

    def _names(self, keys: Iterable[str]) -> Line:
        """Sign, id and title of each; a name stays on one line where it can."""
        out: list[Piece] = []
        for key in keys:
            node = self.graph.nodes[key]
            signs = sign_pieces(self.graph, node, self.glyphs, self.signs)
            title = f" {shown(node.title)}" if node.title not in ("", node.id) else ""
            name = f"{''.join(sign for sign, _ in signs)} {shown(node.id)}{title}".replace(" ", "\xa0")
            out += [(f" {self.glyphs.dot} ", "dim")] if out else []
            out.append((name, signs[-1][1]))
        return tuple(out)

    def _entry(self, label: str, words: Line, style: str) -> list[Line]:
        """A label with its words beside it, or below it where there is no room; nothing when there are no words."""
        if not words:
            return []
        if self.width < LEAST_BESIDE:
            head = [clip(((label, style),), self.width, self.glyphs.ellipsis)] if label else []
            return [*head, *((("  ", ""), *line) for line in self._broken(words, max(self.width - 2, 1)))]
        taken = cell_width(label)
        beside = LABEL + 1 if taken <= LABEL else taken + 2
        first: Line = ((label, style), (" " * (beside - taken), ""))
        blanks: Line = ((" " * beside, ""),)
        lines = self._broken(words, self.width - beside)
        return [(*(blanks if number else first), *line) for number, line in enumerate(lines)]

    def _broken(self, words: Line, width: int) -> list[Line]:
        """In lines that neither begin nor end with the sign between two names."""
        dot = self.glyphs.dot
        lines: list[Line] = []
        for line in wrapped(words, width, ellipsis=self.glyphs.ellipsis):
            if plain(line).strip() not in ("", dot):
                line = (*line[:-1], (line[-1][0].removesuffix(f" {dot}"), line[-1][1]))
                lines.append(((line[0][0].removeprefix(f"{dot} "), line[0][1]), *line[1:]))
        return lines


def dependency_report(view: GraphView, selected: str = "") -> list[Line]:
    """Everything of the panel one below the other, for a log or a chat: drawing, what it leaves out, words."""
    words = GraphWords(view.graph, view.schedule, view.width, view.glyphs, view.signs.ascii_only)
    lines = graph_lines(view, selected)
    lines += [view.note] if view.note else []
    lines += [(), *words.about(selected)] if selected else []
    return [*lines, (), *words.whole()]
