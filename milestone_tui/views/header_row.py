"""The line at the top: whose milestones these are and how they are doing."""

from __future__ import annotations

from milestone_tui.analysis.totals import Totals
from milestone_tui.text.terminal import clipped
from milestone_tui.views.figures import counted_words, percent_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, clip, joined, spread, width_of
from milestone_tui.views.list_rows import two_toned

_BAR_WIDTHS = (24, 16, 10, 6, 0)
_BRANCH_MOST = 24


def header_line(name: str, totals: Totals, watching: str, width: int, glyphs: Glyphs, branch: str = "") -> Line:
    """`watching` is `live`, `reading …` or empty. What has no room is left out, the least telling first."""
    title: Line = (
        (f" {shown(name)}", "bold"),
        (f" {glyphs.dot} {counted_words(totals.milestones, 'milestone', 'milestones')}", "dim"),
    )
    short: Line = ((f" {shown(name)}", "bold"),)
    marks = joined(
        [
            ((f"{sign} {number} {word}", style),)
            for sign, number, word, style in (
                (glyphs.states["active"], totals.by_state.get("active", 0), "active", "status-active"),
                (glyphs.states["blocked"], totals.blocked, "blocked", "status-blocked"),
                (glyphs.late, totals.late, "late", "late"),
                (glyphs.disagree, totals.disagreeing, "disagree", "disagree"),
            )
            if number
        ],
        ("  ", ""),
    )
    where: Line = ((f"{glyphs.branch} {clipped(shown(branch), _BRANCH_MOST, glyphs.ellipsis)}", "dim"),) if branch else ()
    few: Line = tuple((text.rpartition(" ")[0] if text.strip() else text, style) for text, style in marks)
    whole = joined([title, where, marks], ("   ", ""))
    for left in (
        whole,
        joined([title, marks], ("   ", "")),
        joined([short, marks], ("   ", "")),
        joined([short, few], ("  ", "")),
    ):
        for bar in _BAR_WIDTHS:
            right = _figures(totals, watching, bar, glyphs)
            if width_of(left) + width_of(right) + 2 <= width:
                return spread(left, right, width, glyphs.ellipsis)
    return clip(
        joined([few, ((percent_words(totals.percent, glyphs.unknown), "bold"),), short], (" ", "")), width, glyphs.ellipsis
    )


def _figures(totals: Totals, watching: str, bar: int, glyphs: Glyphs) -> Line:
    percent: Line = ((percent_words(totals.percent, glyphs.unknown), "bold"),)
    drawn: Line = two_toned(glyphs.bar(totals.percent, bar), "primary", glyphs) if bar and totals.percent is not None else ()
    counts: Line = ((f"{totals.boxes.done}/{totals.boxes.total}", "dim"),) if totals.boxes.total else ()
    live: Line = ((f"{watching} ", "success" if watching.startswith("live") else "dim"),) if watching else ((" ", ""),)
    return joined([joined([drawn, percent], (" ", "")), counts, live], ("  ", ""))
