"""Line numbers of byte offsets, for files with LF, CRLF, CR or a mixture."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from milestone_tui.text.span import Span

_FEW = 64
"""Questions that are answered by counting on from the last one; who asks more often gets an index."""


class LineIndex:
    """Where each line of `data` begins; lines are numbered from 1."""

    __slots__ = ("_data", "_last", "_left", "_starts")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts: list[int] | None = None
        self._left = 0 if b"\r" in data else _FEW
        self._last = (0, 1)

    def __len__(self) -> int:
        return len(self._index())

    def line_at(self, offset: int) -> int:
        """The number of the line that holds the byte at `offset` (1 for the first line)."""
        if self._left and self._starts is None:
            self._left -= 1
            return self._counted(offset)
        return bisect_right(self._index(), offset)

    def span_of(self, line: int) -> Span:
        """The bytes of a line with its line ending; raises IndexError for a line that is not there."""
        starts = self._index()
        if not 1 <= line <= len(starts):
            raise IndexError(f"there is no line {line} in a text of {len(starts)} lines")
        return Span(starts[line - 1], starts[line] if line < len(starts) else len(self._data))

    def _counted(self, offset: int) -> int:
        """By counting line breaks from the place that was asked for last; most questions come in the order of the file."""
        at, line = self._last
        if offset >= len(self._data) > 0:
            offset = len(self._data) - 1
        if offset >= at:
            line += self._data.count(b"\n", at, offset)
        else:
            line -= self._data.count(b"\n", offset, at)
        self._last = (offset, line)
        return line

    def _index(self) -> list[int]:
        if self._starts is None:
            # bytes, unlike str, split only at LF, CRLF and CR
            starts = [0, *accumulate(map(len, self._data.splitlines(keepends=True)))]
            if len(starts) > 1:
                starts.pop()
            self._starts = starts
        return self._starts
