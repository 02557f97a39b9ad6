"""Whether a file holds what git writes into one that two people changed: both versions of some lines, between markers."""

from __future__ import annotations

import re

from milestone_tui.markdown.blocks import Fence
from milestone_tui.markdown.document import Document

_MARKER = re.compile(rb"^(<{7}|={7}|>{7})(?=[ \t\r\n]|$)", re.MULTILINE)


def conflict_at(document: Document) -> int:
    """The byte of the first `<<<<<<<` that a `=======` and a `>>>>>>>` follow, each at the left margin; -1 without one.

    Markers that lie within one block of code as a whole are an example of such a file.
    """
    if b"<<<<<<<" not in document.text:
        return -1
    fences = [block for block in document.blocks if type(block) is Fence]
    begun, halved = -1, False
    for found in _MARKER.finditer(document.text):
        kind = found[1][:1]
        if kind == b"<":
            begun, halved = found.start(), False
        elif kind == b"=":
            halved = begun >= 0
        elif halved:
            if not any(fence.start < begun and found.end() <= fence.end for fence in fences):
                return begun
            begun, halved = -1, False
    return -1
