"""Every edge of a drawing can be followed from its box to its head, nothing crosses a box, and no line is too wide."""

from __future__ import annotations

import pytest

from milestone_tui.text.terminal import cell_width
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.graph_rows import GraphView, graph_lines, graph_view
from milestone_tui.views.lines import plain
from tests.factories import depends, milestone
from tests.views.following import heads
from tests.views.graphs import analysed, days, random_milestones

SEEDS = range(25)


def drawn(view: GraphView, selected: str = "") -> list[str]:
    return [plain(line) for line in graph_lines(view, selected)]


def followed(view: GraphView, rows: list[str]) -> set[tuple[str, str]]:
    assert view.layout is not None
    return {(box.key, target) for box in view.boxes.values() for target in heads(rows, box, view.boxes, view.layout.down)}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("width", [120, 80, 60])
def test_each_of_22_edges_can_be_followed(seed: int, width: int) -> None:
    graph, schedule = analysed(*random_milestones(15, 22, seed))
    view = graph_view(graph, schedule, width, glyphs(), height=36)
    rows = drawn(view)
    inside = set(view.boxes)
    edges = {(edge.source, edge.target) for edge in graph.edges if edge.source in inside and edge.target in inside}
    assert followed(view, rows) == edges
    assert len(inside) == 15 or width < 80


@pytest.mark.parametrize("seed", SEEDS)
def test_fifteen_milestones_fit_a_screen(seed: int) -> None:
    graph, schedule = analysed(*random_milestones(15, 22, seed))
    view = graph_view(graph, schedule, 120, glyphs(), height=36)
    assert view.layout is not None
    assert len(view.boxes) == 15
    assert view.layout.height <= 36


@pytest.mark.parametrize("seed", range(8))
def test_edges_of_forty_milestones_can_be_followed(seed: int) -> None:
    graph, schedule = analysed(*random_milestones(40, 60, seed))
    view = graph_view(graph, schedule, 200, glyphs())
    assert followed(view, drawn(view)) == {(edge.source, edge.target) for edge in graph.edges}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("width", [120, 80])
def test_no_edge_crosses_a_box(seed: int, width: int) -> None:
    """The frame and the text of each box are whole, and no two boxes share a cell."""
    graph, schedule = analysed(*random_milestones(15, 22, seed))
    view = graph_view(graph, schedule, width, glyphs())
    rows = [row.ljust(width) for row in drawn(view)]
    taken: set[tuple[int, int]] = set()
    for box in view.boxes.values():
        cells = {(x, y) for x in range(box.x, box.x + box.width) for y in range(box.y, box.y + box.height)}
        assert not cells & taken
        taken |= cells
        across = "─" * (box.width - 2)
        assert rows[box.y][box.x : box.x + box.width] == f"╭{across}╮"
        assert rows[box.y + box.height - 1][box.x : box.x + box.width] == f"╰{across}╯"
        for y in range(box.y + 1, box.y + box.height - 1):
            inner = rows[y][box.x : box.x + box.width]
            assert inner[0] == inner[-1] == "│"
            assert not set(inner[1:-1]) & set("─│┌┐└┘├┤┬┴┼▶▼")
    assert view.layout is not None
    assert not {(arrow.x, arrow.y) for arrow in view.layout.arrows} & taken


@pytest.mark.parametrize("titles", ["🚀 Rakete und mehr", "里程碑 计划", "e\u0301te\u0301", "\x1b[31mred\x07"])
@pytest.mark.parametrize("width", [20, 39, 40, 41, 60, 80, 120, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_asked(titles: str, width: int, ascii_only: bool) -> None:
    graph, schedule = analysed(*random_milestones(15, 22, 4, titles), milestone("里程碑-二十二-很长的名字", title=titles))
    view = graph_view(graph, schedule, width, glyphs(ascii_only), ascii_only=ascii_only)
    for selected in ("", "M07.md"):
        for row in drawn(view, selected):
            assert cell_width(row) <= width
            assert "\x1b" not in row


def test_ascii_is_ascii() -> None:
    graph, schedule = analysed(*random_milestones(15, 22, 1))
    view = graph_view(graph, schedule, 120, glyphs(True), ascii_only=True)
    assert all(row.isascii() for row in drawn(view, "M05.md"))


def test_a_fork_a_join_and_the_critical_path() -> None:
    """A 5 days, B 3, C 2, D 1; D after B and C, both after A: A, B and D decide the end, and their edges are heavy."""
    graph, schedule = analysed(
        milestone("A", title="A", status="planned", effort=days(5)),
        milestone("B", title="B", status="planned", effort=days(3), dependencies=(depends("A"),)),
        milestone("C", title="C", status="planned", effort=days(2), dependencies=(depends("A"),)),
        milestone("D", title="D", status="planned", effort=days(1), dependencies=(depends("B"), depends("C"))),
    )
    view = graph_view(graph, schedule, 60, glyphs())
    assert drawn(view) == [
        "            ╭──────╮",
        "         ┏━▶│ ○⊘ B │━━━┓  ╭──────╮",
        "╭──────╮ ┃  ╰──────╯   ┗━▶│ ○⊘ D │",
        "│ ○▷ A │━┩           ┌───▶│      │",
        "╰──────╯ │  ╭──────╮ │    ╰──────╯",
        "         └─▶│ ○⊘ C │─┘",
        "            ╰──────╯",
    ]


def test_the_same_from_top_to_bottom_where_it_is_narrow() -> None:
    chain = [milestone(f"M{at}", title=f"M{at}", dependencies=(depends(f"M{at - 1}"),) if at > 1 else ()) for at in range(1, 6)]
    graph, schedule = analysed(*chain)
    view = graph_view(graph, schedule, 40, glyphs())
    assert view.layout is not None
    assert view.layout.down
    assert drawn(view)[:6] == ["╭──────╮", "│ – M1 │", "╰──────╯", "    │", "    ▼", "╭──────╮"]


def test_arrows_walk_along_edges_and_within_a_layer() -> None:
    graph, schedule = analysed(
        milestone("A"),
        milestone("B", dependencies=(depends("A"),)),
        milestone("C", dependencies=(depends("A"),)),
        milestone("D", dependencies=(depends("B"), depends("C"))),
    )
    walk = graph_view(graph, schedule, 120, glyphs()).walk
    assert walk["A.md"] == ("", "B.md", "", "")
    assert walk["B.md"] == ("A.md", "D.md", "", "C.md")
    assert walk["C.md"] == ("A.md", "D.md", "B.md", "")
    assert walk["D.md"].right == ""


def test_up_and_downstream_of_the_selected_one_are_lit() -> None:
    """A feeds B and C, C feeds D; with C selected A is upstream, D downstream, and B neither."""
    graph, schedule = analysed(
        milestone("A", title="A"),
        milestone("B", title="B", dependencies=(depends("A"),)),
        milestone("C", title="C", dependencies=(depends("A"),)),
        milestone("D", title="D", dependencies=(depends("C"),)),
    )
    view = graph_view(graph, schedule, 80, glyphs())
    pieces = [piece for line in graph_lines(view, "C.md") for piece in line]
    styles = {style.split()[0] for _, style in pieces if style}
    assert {"selected", "upstream", "downstream"} <= styles
    lit = "".join(text for text, style in pieces if style.startswith("upstream"))
    assert "┏" in lit  # a heavy frame says it without colour
    assert "▶" in lit
    assert any("╔" in text for text, style in pieces if style.startswith("selected"))


def test_a_circle_is_drawn_but_for_the_edge_that_closes_it() -> None:
    graph, schedule = analysed(
        milestone("A", dependencies=(depends("C"),)),
        milestone("B", dependencies=(depends("A"),)),
        milestone("C", dependencies=(depends("B"),)),
    )
    view = graph_view(graph, schedule, 120, glyphs())
    assert plain(view.note) == "not drawn, closing a circle: C → A"
    assert all("↺" in row for row in drawn(view) if "A" in row)


def test_a_list_where_boxes_have_no_room() -> None:
    graph, schedule = analysed(
        milestone("A", title="First"),
        milestone("B", title="Second", dependencies=(depends("A"),)),
        milestone("C", title="Third", dependencies=(depends("A"), depends("B"))),
    )
    view = graph_view(graph, schedule, 39, glyphs())
    assert view.layout is None
    assert drawn(view, "B.md") == [" – A First", "›  – B Second", "     – C Third ← A"]
    assert view.walk["B.md"].up == "A.md"
    assert view.walk["B.md"].down == "C.md"


def test_of_many_milestones_the_neighbourhood_is_drawn() -> None:
    """A chain of 100, the first 40 done: around M60 what is done is folded and the rest comes as near as fits the rows."""
    chain = [
        milestone(
            f"M{at:03}",
            title="",
            status="completed" if at <= 40 else "planned",
            dependencies=(depends(f"M{at - 1:03}"),) if at > 1 else (),
        )
        for at in range(1, 101)
    ]
    graph, schedule = analysed(*chain)
    view = graph_view(graph, schedule, 120, glyphs(), height=36, focus="M060.md")
    assert view.layout is not None
    assert view.layout.height <= 36
    assert "M060.md" in view.boxes
    assert "M040.md" not in view.boxes
    assert view.scope.folded == 40
    assert view.scope.folded + view.scope.beyond + len(view.boxes) == 100
    assert "40 done folded" in plain(view.note)


@pytest.mark.parametrize("width", [90, 110])
def test_a_long_id_is_cut_once_and_stays_another_than_its_neighbour_s(width: int) -> None:
    """A chain leaves each box no more room than it must have; the first name in it is no milestone."""
    ids = ["UI-M-03.22.7.1", "UI-M-03.22.7.2", "E-23-model-validation-consolidation", "UI-M-03.22.7.3"]
    chain = zip(ids, ["UI-M-03.22.7.0", *ids], strict=False)
    rows = [milestone(id, title=id, status="planned", dependencies=(depends(before),)) for id, before in chain]
    view = graph_view(*analysed(*rows), width, glyphs(), height=30)
    (row,) = (line for line in drawn(view) if "UI-M" in line)
    names = [part.strip() for part in row.split("│") if "-" in part]
    assert [name.count("…") for name in names] == [1] * 5
    assert [name[-2:] for name in names] == [".0", ".1", ".2", "on", ".3"]
