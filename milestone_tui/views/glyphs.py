"""The signs that stand beside colours: each one cell wide, none with a variation selector, and an ASCII twin for all of them."""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """One set of signs, each one cell wide; only `ellipsis` and `arrow` may take more in ASCII."""

    states: dict[str, str]
    """Canonical status word, or `unknown`, → sign."""
    boxes: dict[str, str]
    """State of an item → the sign inside its brackets."""
    levels: dict[str, str]
    """Canonical level → sign; its word always stands beside it."""
    late: str
    disagree: str
    conflict: str
    """Before what cannot hold together of two milestones."""
    problem: str
    waits: str
    """Before what a milestone waits for."""
    checkpoint: str
    bar_full: str
    bar_half: str
    bar_empty: str
    unknown: str
    """In the place of a value that nobody states."""
    ellipsis: str
    dash: str
    """Between two dates or two figures."""
    arrow: str
    """From a start to a target."""
    dot: str
    """Between words of one line."""
    marked: str
    """Before what is marked, to be changed together."""
    branch: str
    """Before the name of a branch of git."""
    cursor: str
    due: str
    """Before a due date."""
    link: str
    times: str
    """Between probability and impact."""

    def state(self, word: str) -> str:
        """The sign of a status word; of `unknown` for one that has none."""
        return self.states.get(word, self.states["unknown"])

    def bar(self, percent: float | None, width: int) -> str:
        """A progress bar of `width` cells for 0 to 100 per cent; `unknown` at its right end when `percent` is None.

        Full only at 100 and empty only at 0: one box of a thousand shows.
        """
        if percent is None:
            return self.unknown.rjust(width)
        halves = round(2 * width * percent / 100)
        if 0 < percent < 100:
            halves = min(max(halves, 1), 2 * width - 1)
        full, half = divmod(halves, 2)
        return (self.bar_full * full + self.bar_half * half).ljust(width, self.bar_empty)


UNICODE = Glyphs(
    states={
        "completed": "✓",
        "active": "▶",
        "planned": "○",
        "review": "◎",
        "testing": "◔",
        "on_hold": "‖",
        "cancelled": "×",
        "blocked": "⊘",
        "unknown": "–",
    },
    boxes={"open": " ", "done": "x", "active": "~", "dropped": "-", "deferred": ">", "blocked": "!"},
    levels={"low": "▁", "medium": "▃", "high": "▅", "critical": "▇"},
    late="!",
    disagree="≠",
    conflict="↯",
    problem="✗",
    waits="←",
    checkpoint="◇",
    bar_full="━",
    bar_half="╸",
    bar_empty="─",
    unknown="–",
    ellipsis="…",
    dash="–",
    arrow="→",
    dot="·",
    marked="▪",
    branch="⎇",
    cursor="›",
    due="◷",
    link="↗",
    times="×",
)

ASCII = Glyphs(
    states={
        "completed": "v",
        "active": ">",
        "planned": "o",
        "review": "?",
        "testing": "t",
        "on_hold": "=",
        "cancelled": "x",
        "blocked": "@",
        "unknown": "-",
    },
    boxes=UNICODE.boxes,
    levels={"low": "1", "medium": "2", "high": "3", "critical": "4"},
    late="!",
    disagree="#",
    conflict="&",
    problem="X",
    waits="<",
    checkpoint="*",
    bar_full="=",
    bar_half=">",
    bar_empty=".",
    unknown="-",
    ellipsis="...",
    dash="-",
    arrow="->",
    dot="|",
    marked="*",
    branch="%",
    cursor=">",
    due="@",
    link="^",
    times="x",
)

STATE_WORDS = {
    "completed": "completed",
    "active": "active",
    "planned": "planned",
    "review": "review",
    "testing": "testing",
    "on_hold": "on hold",
    "cancelled": "cancelled",
    "blocked": "blocked",
}
"""Canonical status → the word that people see. `unknown` has none: it shows as the sign for unknown."""


def glyphs(ascii_only: bool = False) -> Glyphs:
    """The set to draw with."""
    return ASCII if ascii_only else UNICODE
