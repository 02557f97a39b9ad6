"""Which words can stand in a line of Markdown, and why others cannot."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LIKE_A_BOX = re.compile(r"^\[[^\[\]]{0,8}\](?:\s|$)")


def fault_of(text: str, *, what: str = "the text") -> str:
    """Why the text cannot stand in one line of a file; empty when it can."""
    if "\n" in text or "\r" in text:
        return f"{what} would go over several lines"
    if "\t" in text:
        return f"{what} holds a tab"
    if _CONTROL.search(text):
        return f"{what} holds a control character"
    if _DIRECTION.search(text):
        return f"{what} holds a sign that turns the direction of writing"
    return ""


def fault_of_item(text: str) -> str:
    """Why the text cannot be that of an item; empty when it can."""
    if not text.strip():
        return "an item needs words"
    if text != text.strip():
        return "the text begins or ends with a space"
    if _LIKE_A_BOX.match(text):
        return "the text begins like a box of its own"
    return fault_of(text)
