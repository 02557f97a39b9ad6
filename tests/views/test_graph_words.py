"""The graph in words: every kind of trouble is told by a sign and a word."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.text.terminal import cell_width
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.graph_rows import graph_view
from milestone_tui.views.graph_words import GraphWords, dependency_report
from milestone_tui.views.lines import plain
from tests.factories import dated, depends, milestone, stated
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


STAGES = (
    milestone("A", title="", status="active", effort=days(5)),
    milestone(
        "B", title="", status="planned", effort=days(5), dates=(dated("start", date(2026, 12, 7)),), dependencies=(depends("A"),)
    ),
    milestone("C", title="", status="planned", effort=days(5), dependencies=(depends("B"),)),
    milestone(
        "D", title="", status="planned", effort=days(5), dates=(dated("target", date(2027, 1, 1)),), dependencies=(depends("C"),)
    ),
)
"""A can end on 27 November, B starts a week later, C ends on 18 December, D starts another week later."""


def test_slack_on_the_critical_path_says_which_stated_day_it_stands_before() -> None:
    words = GraphWords(*analysed(*STAGES), 100, glyphs())
    assert [plain(words.about(f"{id}.md")[0]).partition("critical path · ")[2] for id in "ABCD"] == [
        "10 days of slack before the stated dates of B and D",
        "5 days of slack before the stated date of D",
        "5 days of slack before the stated date of D",
        "0 days of slack",
    ]
    narrow = GraphWords(*analysed(*STAGES), 70, glyphs())
    assert [plain(line) for line in narrow.about("A.md")[:2]] == [
        "▶ A  active · on the critical path",
        "slack          10 days before the stated dates of B and D",
    ]
    first = GraphWords(*analysed(*STAGES[:2]), 100, glyphs())
    assert plain(first.about("A.md")[0]).endswith("on the critical path · 5 days of slack before the stated start of B")


def test_the_end_of_the_critical_path_says_when_others_are_stated_to_end_later() -> None:
    later = milestone("L", status="planned", target=date(2027, 9, 30))
    over = later._replace(status=stated("cancelled"))
    ends = [plain(GraphWords(*analysed(*STAGES, each), 120, glyphs()).whole()[0]) for each in (later, over)]
    assert ends == [
        "critical path  A → B → C → D, ends 2027-01-01, the last of known length",
        "critical path  A → B → C → D, ends 2027-01-01",
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
