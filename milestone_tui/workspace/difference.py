"""What an edit changed, as a unified diff without context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from milestone_tui.text.changed import Stretch, changed_lines, line_text
from milestone_tui.text.lines import LineIndex
from milestone_tui.text.patch import Patch


def unified(path: str, before: bytes, after: bytes, patches: Sequence[Patch]) -> str:
    """The diff that the patches make of `before`; an empty string without patches. Text of the file, so not yet harmless."""
    if not patches:
        return ""
    old, new = LineIndex(before), LineIndex(after)
    out = [f"--- {path}", f"+++ {path}"]
    for stretch in (each for whole in changed_lines(before, after, patches) for each in _apart(whole, old, before, new, after)):
        out.append(f"@@ -{_range(stretch.old)} +{_range(stretch.new)} @@")
        out += [f"-{line_text(old, before, number).decode('utf-8', 'replace')}" for number in stretch.old]
        out += [f"+{line_text(new, after, number).decode('utf-8', 'replace')}" for number in stretch.new]
    return "\n".join(out) + "\n"


def _apart(whole: Stretch, old: LineIndex, before: bytes, new: LineIndex, after: bytes) -> Iterator[Stretch]:
    """The stretch without lines in its midst that are as they were, where as many came as went."""
    if len(whole.old) != len(whole.new):
        yield whole
        return
    pairs = [*zip(whole.old, whole.new, strict=True)]
    for same, run in groupby(pairs, lambda pair: line_text(old, before, pair[0]) == line_text(new, after, pair[1])):
        if not same:
            lines = list(run)
            (first, there), (last, end) = lines[0], lines[-1]
            yield Stretch(range(first, last + 1), range(there, end + 1))


def _range(lines: range) -> str:
    """First line and number of lines; for none the line before which there are none, as `diff` has it."""
    return f"{lines.start if lines else lines.start - 1},{len(lines)}"
