"""What waits for what, as a drawing: layers of boxes with their edges, and the way from box to box; narrow, an indented list."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.analysis.graph import DANGLING, EXTERNAL, MILESTONE, Graph, Node
from milestone_tui.analysis.schedule import Schedule
from milestone_tui.text.terminal import cell_width, clipped, cut_inside
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.graph_layout import Box, Label, Layout, arranged
from milestone_tui.views.graph_list import listed
from milestone_tui.views.graph_paint import Face, Stroke, painted
from milestone_tui.views.graph_scope import Scope, first_focus, scopes
from milestone_tui.views.graph_signs import ASCII, UNICODE, GraphSigns
from milestone_tui.views.graph_walk import Steps, steps
from milestone_tui.views.lines import Line, Piece, clip, width_of
from milestone_tui.views.list_rows import state_style

LEAST_WIDTH = 40
"""Below this many cells there are no boxes, but a list."""
SCREENS = 3
"""A whole graph may be so many times as high as was asked for before a neighbourhood is drawn instead."""
ID_LEAST, ID_MOST, TITLE_MOST = 10, 18, 18


class GraphView(NamedTuple):
    """A part of the graph, laid out. Painting it anew for another selection does not lay it out again."""

    graph: Graph
    schedule: Schedule
    scope: Scope
    layout: Layout | None
    """None where the list has to do."""
    boxes: dict[str, Box]
    """Where each key stands, in cells of the lines; in the list one row high."""
    walk: dict[str, Steps]
    """Where the arrow keys lead from each key."""
    note: Line
    """What is not in the drawing; may be empty."""
    width: int
    glyphs: Glyphs
    signs: GraphSigns


def graph_view(
    graph: Graph,
    schedule: Schedule,
    width: int,
    glyphs: Glyphs,
    *,
    height: int = 0,
    focus: str = "",
    fold: bool = False,
    outside: bool = True,
    ascii_only: bool = False,
) -> GraphView:
    """The largest part around `focus` that can be drawn in `width` cells; `height` rows are a wish, 0 for as many as it takes."""
    signs = ASCII if ascii_only else UNICODE
    focus = focus if focus in graph.nodes else first_focus(graph, schedule)
    found = scopes(graph, focus, fold, outside) or [Scope((), 0, 0, 0)]
    kept: GraphView | None = None
    for scope in found if width >= LEAST_WIDTH else ():
        inside = set(scope.keys)
        edges = [(edge.source, edge.target) for edge in graph.edges if edge.source in inside and edge.target in inside]
        labels = {key: _label(graph, key, glyphs, signs) for key in scope.keys}
        layout = arranged(scope.keys, edges, labels, width, height)
        if layout is not None:
            walk = steps(layout.boxes, edges, layout.down)
            note = clip(_note(scope, graph, layout, glyphs), width, glyphs.ellipsis)
            kept = GraphView(graph, schedule, scope, layout, layout.boxes, walk, note, width, glyphs, signs)
            if not height or layout.height <= height * (1 if scope.steps else SCREENS):
                break
    if kept is not None:
        return kept
    scope = found[0]
    boxes = {key: Box(key, indent, row, width - indent, 1, indent) for row, (key, indent) in enumerate(_first_rows(graph, scope))}
    walk = steps(boxes, [], True)
    return GraphView(graph, schedule, scope, None, boxes, walk, _note(scope, graph, None, glyphs), width, glyphs, signs)


def graph_lines(view: GraphView, selected: str = "") -> list[Line]:
    """The drawing, with what is up- and downstream of `selected` lit; no line is wider than the view."""
    upstream, downstream = view.graph.upstream(selected), view.graph.downstream(selected)
    relation = {key: "upstream" for key in upstream} | {key: "downstream" for key in downstream}
    if selected:
        relation[selected] = "selected"
    if view.layout is None:
        return _listed_lines(view, relation)
    faces = {key: face(view, key, relation.get(key, "")) for key in view.layout.boxes}

    def stroke(source: str, target: str) -> Stroke:
        heavy = (source, target) in view.schedule.critical_edges
        if source in upstream and (target in upstream or target == selected):
            return Stroke(4, "upstream bold", heavy)
        if target in downstream and (source in downstream or source == selected):
            return Stroke(3, "downstream bold", heavy)
        if heavy:
            return Stroke(2, "critical-path", heavy)
        return Stroke(0, "rule", False) if view.graph.closed(source) else Stroke(1, "dim", False)

    return painted(view.layout, faces, stroke, view.signs, view.glyphs.ellipsis)


def face(view: GraphView, key: str, relation: str) -> Face:
    """What the box of `key` shows; `relation` is `selected`, `upstream`, `downstream` or empty."""
    node, signs = view.graph.nodes[key], view.signs
    frame = signs.chosen if relation == "selected" else signs.lit if relation else signs.plain
    plan = view.schedule.plans.get(key)
    border = f"{relation} bold" if relation else "critical-path" if plan and plan.critical else "dim"
    before = (*sign_pieces(view.graph, node, view.glyphs, signs), (" ", ""))
    room = view.boxes[key].width - (view.layout.frame if view.layout else 0) - width_of(before)
    cut = cut_inside if node.kind == MILESTONE or " " not in node.id else clipped
    id = cut(shown(node.id), min(ID_MOST, room), view.glyphs.ellipsis)
    bold = " bold" if relation == "selected" else ""
    muted = "dim" if view.graph.closed(key) or node.kind != MILESTONE else ""
    head = (*before, (id, f"{muted}{bold}".strip()))
    return Face(frame, border, head, (_title(node), "dim"))


def sign_pieces(graph: Graph, node: Node, glyphs: Glyphs, signs: GraphSigns) -> Line:
    """The sign of a status or of a name outside, and behind it that of a circle, of being blocked, or of being ready."""
    if node.kind == EXTERNAL:
        return ((signs.external, "dim"),)
    if node.kind == DANGLING:
        return ((signs.dangling, "error"),)
    state: Piece = (glyphs.state(node.state), state_style(node.state))
    standing = graph.standings[node.key]
    if any(node.key in cycle.members for cycle in graph.cycles):
        return state, (signs.cycle, "error")
    if standing.late_days:
        return state, (glyphs.late, "late bold")
    if standing.blocked and node.state != "blocked" and not standing.closed:
        return state, (glyphs.states["blocked"], "status-blocked")
    return (state, (signs.ready, "status-active")) if standing.ready else (state,)


def _label(graph: Graph, key: str, glyphs: Glyphs, signs: GraphSigns) -> Label:
    node = graph.nodes[key]
    before = sum(len(text) for text, _ in sign_pieces(graph, node, glyphs, signs)) + 1
    id, title = cell_width(shown(node.id)), cell_width(_title(node))
    least = before + min(id, ID_LEAST)
    best = before + min(id, ID_MOST) + (1 + min(title, TITLE_MOST) if title else 0)
    return Label(least, max(best, least))


def _title(node: Node) -> str:
    return shown(node.title) if node.title != node.id else ""


def _note(scope: Scope, graph: Graph, layout: Layout | None, glyphs: Glyphs) -> Line:
    words = []
    if scope.steps or scope.beyond:
        words.append(f"{counted_words(scope.steps, 'step', 'steps')} up and down")
    if scope.beyond:
        words.append(f"{scope.beyond} further away")
    if scope.folded:
        words.append(f"{scope.folded} done folded")
    if layout and layout.closing:
        edges = ", ".join(f"{graph.nodes[one].id} {glyphs.arrow} {graph.nodes[other].id}" for one, other in layout.closing)
        words.append(f"not drawn, closing a circle: {shown(edges)}")
    return ((f" {glyphs.dot} ".join(words), "dim"),) if words else ()


def _first_rows(graph: Graph, scope: Scope) -> list[tuple[str, int]]:
    return [(row.key, row.indent) for row in listed(graph, scope.keys)]


def _listed_lines(view: GraphView, relation: dict[str, str]) -> list[Line]:
    out = []
    for row in listed(view.graph, view.scope.keys):
        node = view.graph.nodes[row.key]
        lit = relation.get(row.key, "")
        marker = view.glyphs.cursor if lit == "selected" else " "
        signs = sign_pieces(view.graph, node, view.glyphs, view.signs)
        after = f" {view.glyphs.waits} {', '.join(view.graph.nodes[key].id for key in row.others)}" if row.others else ""
        pieces: Line = (
            (marker + " " * row.indent, "selected"),
            *signs,
            (f" {shown(node.id)}", f"{lit} bold".strip() if lit else ""),
            (f" {_title(node)}" if _title(node) else "", "dim"),
            (shown(after), "status-blocked"),
        )
        out.append(clip(pieces, view.width, view.glyphs.ellipsis))
    return out
