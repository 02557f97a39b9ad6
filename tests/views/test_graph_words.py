"""The graph in words: every kind of trouble is told by a sign and a word."""

from __future__ import annotations

import pytest

from milestone_tui.text.terminal import cell_width
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.graph_rows import graph_view
from milestone_tui.views.graph_words import GraphWords, dependency_report
from milestone_tui.views.lines import plain
from tests.factories import depends, milestone
from tests.views.graphs import analysed, days, random_milestones

TROUBLED = (
    milestone("A", title="Start", status="active", effort=days(5)),
    milestone("B", title="Build", status="planned", effort=days(3), dependencies=(depends("A"),)),
    milestone("C", title="Check", status="planned", dependencies=(depends("A"), depends("B"))),
    milestone("D", title="Draft", status="planned"),
    milestone("E", title="Egg", dependencies=(depends("H"), depends("M99"))),
    milestone("H", title="Hen", dependencies=(depends("E"), depends("Farmer", "external"))),
)


def test_one_milestone() -> None:
    words = GraphWords(*analysed(*TROUBLED), 80, glyphs())
    assert [plain(line) for line in words.about("A.md")] == [
        "▶ A Start  active · on the critical path · 0 days of slack",
        "needed by      ○⊘ B Build · ○⊘ C Check",
        "finishing this frees ○⊘ B Build",
        "               C would still wait for B",
    ]
    assert [plain(line) for line in words.about("C.md")] == [
        "○⊘ C Check  planned, blocked",
        "needs          ▶ A Start · ○⊘ B Build",
    ]
    assert plain(words.about("dangling:m99")[0]) == "? M99  no milestone of that name"
    assert plain(words.about("external:farmer")[0]) == "↗ Farmer  outside the project"


def test_the_whole() -> None:
    words = GraphWords(*analysed(*TROUBLED), 80, glyphs())
    assert [plain(line) for line in words.whole()] == [
        "critical path  A → B, ends 2026-12-02",
        "▷ ready        ○▷ D Draft",
        "⊘ blocked      B ← A",
        "               C ← A, B",
        "↗ outside      ↗ Farmer",
        "↺ circle       E → H → E  E.md:9; H.md:9",
        "? dangling     M99 is named by E and is no milestone, or several  E.md:9",
    ]


@pytest.mark.parametrize("width", [*range(20, 64)])
def test_no_line_begins_or_ends_with_the_sign_between_two_names(width: int) -> None:
    named = [milestone(f"M{at}", title="A title of length"[: 17 - at % 3], status="planned") for at in range(9)]
    words = GraphWords(*analysed(*named), width, glyphs())
    assert any(plain(line) for line in words.whole())
    assert not [line for line in words.whole() if plain(line).endswith("·") or plain(line).strip().startswith("·")]


@pytest.mark.parametrize("width", [10, 20, 39, 40, 80, 120])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_report_keeps_to_its_width(width: int, ascii_only: bool) -> None:
    graph, schedule = analysed(*TROUBLED, *random_milestones(15, 22, 3, "🚀 计划"))
    view = graph_view(graph, schedule, width, glyphs(ascii_only), ascii_only=ascii_only)
    for line in dependency_report(view, "M03.md"):
        assert cell_width(plain(line)) <= width
