"""What an edit changed, as a unified diff without context."""

from __future__ import annotations

from collections.abc import Sequence

from milestone_tui.text.changed import changed_lines, line_text
from milestone_tui.text.lines import LineIndex
from milestone_tui.text.patch import Patch


def unified(path: str, before: bytes, after: bytes, patches: Sequence[Patch]) -> str:
    """The diff that the patches make of `before`; an empty string without patches. Text of the file, so not yet harmless."""
    if not patches:
        return ""
    old, new = LineIndex(before), LineIndex(after)
    out = [f"--- {path}", f"+++ {path}"]
    for stretch in changed_lines(before, after, patches):
        out.append(f"@@ -{_range(stretch.old)} +{_range(stretch.new)} @@")
        out += [f"-{line_text(old, before, number).decode('utf-8', 'replace')}" for number in stretch.old]
        out += [f"+{line_text(new, after, number).decode('utf-8', 'replace')}" for number in stretch.new]
    return "\n".join(out) + "\n"


def _range(lines: range) -> str:
    """First line and number of lines; for none the line before which there are none, as `diff` has it."""
    return f"{lines.start if lines else lines.start - 1},{len(lines)}"
