"""What an edit changed, as a unified diff without context."""

from __future__ import annotations

from collections.abc import Sequence

from milestone_tui.text.lines import LineIndex
from milestone_tui.text.patch import Patch


def unified(path: str, before: bytes, after: bytes, patches: Sequence[Patch]) -> str:
    """The diff that the patches make of `before`; an empty string without patches. Text of the file, so not yet harmless."""
    if not patches:
        return ""
    old, new = LineIndex(before), LineIndex(after)
    groups: list[tuple[int, int, int, int]] = []
    shift = 0
    for patch in sorted(patches, key=lambda each: each.start):
        start = patch.start + shift
        a, b = _lines(old, before, patch.start, patch.end), _lines(new, after, start, start + len(patch.new))
        if groups and a[0] <= groups[-1][1]:
            groups[-1] = groups[-1][0], a[1], groups[-1][2], b[1]
        else:
            groups.append((*a, *b))
        shift += len(patch.new) - len(patch.old)
    out = [f"--- {path}", f"+++ {path}"]
    for first, last, new_first, new_last in groups:
        out.append(f"@@ -{first},{last - first + 1} +{new_first},{new_last - new_first + 1} @@")
        out += [f"-{_line(old, before, number)}" for number in range(first, last + 1)]
        out += [f"+{_line(new, after, number)}" for number in range(new_first, new_last + 1)]
    return "\n".join(out) + "\n"


def _lines(index: LineIndex, data: bytes, start: int, end: int) -> tuple[int, int]:
    """First and last line that a change from `start` to `end` touches."""
    return index.line_at(min(start, max(len(data) - 1, 0))), index.line_at(max(start, min(end, len(data) - 1)))


def _line(index: LineIndex, data: bytes, number: int) -> str:
    span = index.span_of(number)
    return data[span.start : span.end].decode("utf-8", "replace").rstrip("\r\n")
