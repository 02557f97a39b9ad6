"""Everything that the reader makes of a text, asked for and looked at."""

from __future__ import annotations

from milestone_tui.editing.targets import boxes_of
from milestone_tui.reading.reader import Reading, read


def examined(data: bytes, path: str = "milestones/M1.md") -> Reading:
    """The reading, after every part of it was read; fails where it says what cannot be."""
    reading = read(data, path)
    document = reading.document
    size = len(document.text)
    assert document.data == data
    assert document.source.read_only or size == len(data)
    keys = [milestone.key for milestone in reading.milestones]
    assert len(set(keys)) == len(keys)
    for number, found in enumerate(reading.found):
        reading.contents(number)
        for anchors in found.anchors.values():
            assert all(0 <= anchor.span.start <= anchor.span.end <= size for anchor in anchors)
            assert all(document.string(anchor.span) is not None for anchor in anchors), "a span begins and ends at characters"
    for box in boxes_of(document, reading.outline):
        start, end = box.place.byte, box.place.byte + box.place.width
        assert 0 < start < end <= size
        if box.place.width == 1 and box.item.counted:
            assert document.text[start - 1 : end + 1 : 2] == b"[]", "a box stands in brackets"
    assert all(problem.text and problem.advice for problem in reading.problems)
    assert isinstance(reading.skip_reason, str)
    return reading
