"""The lines of `explain`: line number, the file's text, and what it was read as."""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.reading.explaining import explain
from milestone_tui.reading.reader import Reading
from milestone_tui.text.repair import repair
from milestone_tui.text.terminal import harmless, padded

_LEAST_TEXT = 24
_MOST_TEXT = 76


def explain_lines(reading: Reading, width: int) -> Iterator[str]:
    """One line for each line of the file, at most `width` cells wide as far as the text of the file goes."""
    digits = len(str(len(reading.document.lines)))
    text_width = min(_MOST_TEXT, max(_LEAST_TEXT, width // 2 - digits))
    for each in explain(reading):
        text = padded(harmless(repair(each.text)), text_width)
        if not each.rule:
            yield f"{each.line:>{digits}} │"
            continue
        noun = f"{each.noun}  ({each.rule})" if each.noun else f"· {each.rule}"
        yield f"{each.line:>{digits}} │ {text} │ {harmless(noun)}"
