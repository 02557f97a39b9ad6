"""Owner, day and estimate within the words of an item: where they stand, and how this file writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from milestone_tui.reading.boxes import DUE, ESTIMATE, OWNER, TRAILING_DAY

_HANDLE = re.compile(r"[A-Za-z](?:[\w.-]*[\w])?$")
_BLOCK_ID = re.compile(r"\s\^[\w-]+$")
_BRACKETS = {")": "(", "]": "[", "）": "（"}
_FORMS = {
    "owner": ((r"\((owner|assignee|assigned to):\s", " ({0}: {1})"), (r"\sowner:\s", " owner: {1}")),
    "due": (
        (r"(📅|🗓|◷)\s*\d{4}-", " {0} {1}"),
        (r"\((due:?|by|until|deadline:?)\s+\d{4}-", " ({0} {1})"),
        (r"\s(due:?|by|until|deadline:)\s+\d{4}-", " {0} {1}"),
        (r"\s([-–—])\s\d{4}-\d\d-\d\d\s*$", " {0} {1}"),
        (r"\((\d{4}-\d\d-\d\d)\)\s*$", " ({1})"),
    ),
    "estimate": ((r"\((est(?:imated?)?\.?:?)\s", " ({0} {1})"), (r"\s(est(?:imate)?:)\s", " {0} {1}")),
}
_PLAIN = {"due": " (due {1})", "estimate": " ({1})"}
PARTS = ("owner", "due", "estimate")


def place_of(part: str, text: str) -> tuple[int, int] | None:
    """Where the value of a part stands in an item's text; None when it has none."""
    found = {"owner": OWNER, "due": DUE, "estimate": ESTIMATE}[part].search(text)
    if found is None and part == "due":
        found = TRAILING_DAY.search(text)
    if found is None:
        return None
    start, end = next(found.span(number) for number in range(1, (found.re.groups or 0) + 1) if found[number])
    value = text[start:end]
    return start + len(value) - len(value.lstrip()), start + len(value.rstrip())


def with_part(part: str, value: str, text: str, others: Iterable[str] = (), *, comma: bool = False) -> str:
    """The item's text with another value for the part; an empty value takes it away. `others` show how the file writes it.

    With `comma` a new part is set apart by one, from words that would else be taken for a part of it.
    """
    place = place_of(part, text)
    if place is not None:
        return text[: place[0]] + value + text[place[1] :] if value else _without(part, text)
    if not value:
        return text
    form = ("," if comma else "") + _form(part, value, others)
    tail = _BLOCK_ID.search(text)
    at = tail.start() if tail else len(text)
    return text[:at].rstrip() + form + text[at:]


def _form(part: str, value: str, others: Iterable[str]) -> str:
    """The value as the file's other items have it, else as most files do."""
    if part == "owner" and _HANDLE.match(value):
        words = [text for text in others if place_of("owner", text)]
        handles = sum(re.search(r"(?<![\w@./])@[A-Za-z]", text) is not None for text in words)
        if handles * 2 >= len(words):
            return f" @{value}"
    counts: dict[str, int] = {}
    for text in others:
        for pattern, form in _FORMS[part]:
            found = re.search(pattern, text, re.IGNORECASE)
            if found:
                lead = found[1] if found.re.groups else ""
                written = form.replace("{0}", lead)
                counts[written] = counts.get(written, 0) + 1
                break
    plain = _PLAIN.get(part, " (owner: {1})")
    return max(counts, key=lambda form: counts[form], default=plain).replace("{1}", value)


def _without(part: str, text: str) -> str:
    """The text without the part: its sign or word goes too, and the brackets that held nothing else."""
    pattern = {"owner": OWNER, "due": DUE, "estimate": ESTIMATE}[part]
    found = pattern.search(text) or TRAILING_DAY.search(text)
    assert found is not None
    start, end = found.span()
    if text[start:end].startswith("(") and not text[start:end].rstrip().endswith(")") and text[end : end + 1] == ")":
        end += 1
    elif text[end : end + 1] in _BRACKETS and text[start - 1 : start] == _BRACKETS[text[end]]:
        start, end = start - 1, end + 1
    left, right = text[:start].rstrip(), text[end:].lstrip()
    return f"{left} {right}".strip() if left and right and right[0] not in ",.;:)" else left + right
