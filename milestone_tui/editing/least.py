"""The smallest patch that makes one text of another, so that bytes which stay are never written anew."""

from __future__ import annotations

from milestone_tui.markdown.document import Document
from milestone_tui.text.patch import Patch
from milestone_tui.text.span import Span

_CONTINUES = 0x80, 0xC0


def least_patch(document: Document, span: Span, new: str) -> Patch | None:
    """The patch after which `span` reads `new`; without effect when it does already.

    None where bytes that are not UTF-8, which are shown as `?`, lie amid what changes and could not be kept.
    """
    old, wanted = document.text[span.start : span.end], new.encode()
    most = min(len(old), len(wanted))
    left = 0
    while left < most and old[left] == wanted[left]:
        left += 1
    while left and (_continues(old, left) or _continues(wanted, left)):
        left -= 1
    right = 0
    while right < most - left and old[-1 - right] == wanted[-1 - right]:
        right += 1
    while right and (_continues(old, len(old) - right) or _continues(wanted, len(wanted) - right)):
        right -= 1
    start, end = span.start + left, span.end - right
    middle = wanted[left : len(wanted) - right]
    raw = document.data[start:end]
    if raw != document.text[start:end] and b"?" in middle:
        return None
    return Patch(start, raw, middle)


def _continues(text: bytes, at: int) -> bool:
    """Whether a character goes on at that byte."""
    return at < len(text) and text[at] & _CONTINUES[1] == _CONTINUES[0]
