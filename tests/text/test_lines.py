"""Line numbers of byte offsets."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.text.lines import LineIndex
from milestone_tui.text.span import Span

LINES = st.lists(
    st.tuples(st.binary(max_size=4).map(lambda raw: raw.translate(None, b"\r\n")), st.sampled_from([b"\n", b"\r\n", b"\r"]))
)


@pytest.mark.parametrize(
    ("data", "spans"),
    [
        (b"", [(0, 0)]),
        (b"a", [(0, 1)]),
        (b"a\n", [(0, 2)]),
        (b"a\nb", [(0, 2), (2, 3)]),
        (b"a\r\nb\r\n", [(0, 3), (3, 6)]),
        (b"a\rb\r", [(0, 2), (2, 4)]),
        (b"a\r\nb\nc\rd", [(0, 3), (3, 5), (5, 7), (7, 8)]),
        (b"\n\n", [(0, 1), (1, 2)]),
        (b"\r\r\n", [(0, 1), (1, 3)]),
    ],
)
def test_every_line_ending_ends_one_line(data: bytes, spans: list[tuple[int, int]]) -> None:
    index = LineIndex(data)
    assert [index.span_of(line) for line in range(1, len(index) + 1)] == [Span(*span) for span in spans]


@given(LINES, st.binary(max_size=3).map(lambda raw: raw.translate(None, b"\r\n")))
def test_the_lines_together_are_the_text_and_each_byte_is_in_its_line(lines: list[tuple[bytes, bytes]], last: bytes) -> None:
    data = b"".join(body + ending for body, ending in lines) + last
    index = LineIndex(data)
    spans = [index.span_of(line) for line in range(1, len(index) + 1)]
    assert b"".join(data[span.start : span.end] for span in spans) == data
    for line, span in enumerate(spans, 1):
        assert all(index.line_at(offset) == line for offset in range(span.start, span.end))
        assert len(re.findall(rb"\r\n|\r|\n", data[span.start : span.end])) <= 1


@pytest.mark.parametrize("line", [0, -1, 3])
def test_a_line_that_is_not_there_is_an_error(line: int) -> None:
    with pytest.raises(IndexError, match="2 lines"):
        LineIndex(b"a\nb").span_of(line)
