"""A commit before it is made, as lines with styles: its words, what stays out of it, and the difference file by file."""

from __future__ import annotations

from collections.abc import Sequence

from milestone_tui.views.difference_lines import difference_lines
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, wrapped


def commit_lines(
    message: str,
    files: Sequence[tuple[str, str]],
    left_out: Sequence[tuple[str, str, str]],
    width: int,
    glyphs: Glyphs,
) -> list[Line]:
    """`files` are paths with their differences; of what is left out: path, why, and what to do."""
    words = message.rstrip("\n").split("\n")
    lines: list[Line] = [line for text in words[:1] for line in wrapped(((shown(text), "bold"),), width)]
    lines += [line for text in words[1:] for line in wrapped(((shown(text), ""),), width)]
    if left_out:
        lines += [(), (("left out", "heading"),), *left_out_lines(left_out, width)]
    for path, diff in files:
        lines += [(), *wrapped(((shown(path), "heading"),), width), *difference_lines(diff, width, glyphs)]
    return lines


def left_out_lines(left_out: Sequence[tuple[str, str, str]], width: int) -> list[Line]:
    """Why nothing of these files is committed."""
    lines: list[Line] = []
    for path, text, advice in left_out:
        words: Line = ((shown(f"{path}: {text}"), "late"), (shown(f"; {advice}") if advice else "", "dim"))
        lines += wrapped(words, width)
    return lines
