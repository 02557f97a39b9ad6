"""Line numbers of byte offsets, for files with LF, CRLF, CR or a mixture."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from milestone_tui.text.span import Span


class LineIndex:
    """Where each line of `data` begins; lines are numbered from 1."""

    __slots__ = ("_size", "_starts")

    def __init__(self, data: bytes) -> None:
        # bytes, unlike str, split only at LF, CRLF and CR
        starts = [0, *accumulate(map(len, data.splitlines(keepends=True)))]
        if len(starts) > 1:
            starts.pop()
        self._starts = starts
        self._size = len(data)

    def __len__(self) -> int:
        return len(self._starts)

    def line_at(self, offset: int) -> int:
        """The number of the line that holds the byte at `offset` (1 for the first line)."""
        return bisect_right(self._starts, offset)

    def span_of(self, line: int) -> Span:
        """The bytes of a line with its line ending; raises IndexError for a line that is not there."""
        if not 1 <= line <= len(self._starts):
            raise IndexError(f"there is no line {line} in a text of {len(self._starts)} lines")
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else self._size
        return Span(start, end)
