"""The line above a panel where several stand side by side: its name, its figures, and a rule to the end."""

from __future__ import annotations

from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, clip, fill, width_of


def pane_head(title: str, figures: Line, width: int, lit: bool, glyphs: Glyphs) -> Line:
    """Exactly `width` cells; `lit` when keys go to the panel."""
    rule = "-" if glyphs.ellipsis == "..." else "─"
    style = "accent" if lit else "rule"
    words: Line = ((rule * 2, style), (f" {title} ", "accent bold" if lit else "bold"), *figures, (" " if figures else "", ""))
    words = clip(words, width, glyphs.ellipsis)
    rest = width - width_of(words)
    return fill((*words, (rule * rest, style)), width)
