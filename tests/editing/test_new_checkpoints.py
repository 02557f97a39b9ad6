"""A whole checkpoint is added in its place among the others, and deleted; nothing else changes."""

from __future__ import annotations

import pytest

from milestone_tui.model.edit import AddCheckpoint, RemoveCheckpoint
from milestone_tui.reading.reader import read
from tests.editing.plans import PATH, made, outcome, refused

LINES = """# M1

## Milestone Checkpoints
- **25% Checkpoint**: 2026-03-03 - first slice works
- **50% Checkpoint**: May 1, 2026 – half
- **100% Checkpoint**: 2026-09-09

Words.
"""
TABLE = """# M1

## Checkpoints

| Checkpoint | Date       | Criteria | Status |
|------------|------------|----------|--------|
| 25%        | 2026-03-03 | slice    | ✅     |
| 75% gate   | 2026-08-08 | most     |        |
"""


def added(text: str, percent: str, day: str = "2026-07-07", criteria: str = "near") -> str:
    return made(text, AddCheckpoint(PATH, PATH, percent, day, criteria))


@pytest.mark.parametrize(
    ("text", "percent", "new"),
    [
        (LINES, "10", "- **10% Checkpoint**: 2026-07-07 - near\n"),
        (LINES, "60 %", "- **60% Checkpoint**: July 7, 2026 – near\n"),
        (LINES.replace("\n", "\r\n"), "30", "- **30% Checkpoint**: 2026-07-07 - near\r\n"),
        (TABLE, "10", "| 10%        | 2026-07-07 | near     |        |\n"),
        (TABLE, "90", "| 90% gate   | 2026-07-07 | near     |        |\n"),
        ("# M1\n\n## Checkpoints\n\n**25% Checkpoint**: 2026-01-01 - a\n\nx\n", "50", "**50% Checkpoint**: 2026-07-07 - near\n"),
        (
            "# M1\n\n## Checkpoints\n\n1. **25% gate**: 2026-01-01 - a\n2. **50% gate**: x",
            "75",
            "\n3. **75% gate**: 2026-07-07 - near",
        ),
        ("# M1\n\n## Checkpoints\n\n- **25% gate**: a\n\n- **50% gate**: x\n", "40", "\n- **40% gate**: 2026-07-07 - near\n"),
    ],
)
def test_it_stands_in_its_place_in_their_manner(text: str, percent: str, new: str) -> None:
    after = added(text, percent)
    assert new in after
    assert after.replace(new, "", 1) == text


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("# M1\n\n## Checkpoints\n", "\n- **50% Checkpoint**: 2026-07-07 - near\n"),
        ("# M1\n\n## Checkpoints\n\n| Gate | Date | Goal |\n|------|------|------|\n", "| 50%  | 2026-07-07 | near |\n"),
        ("# M1\n\n## Tasks\n\n- [ ] a\n", "\n## Checkpoints\n\n- **50% Checkpoint**: 2026-07-07 - near\n"),
    ],
)
def test_the_first_one_stands_under_a_heading_for_checkpoints(text: str, new: str) -> None:
    after = added(text, "50")
    assert new in after
    assert after.replace(new, "", 1) == text
    assert [point.percent for point in read(after.encode(), PATH).contents(0).checkpoints] == [50]


@pytest.mark.parametrize(
    ("percent", "day", "criteria"),
    [("25", "2026-07-07", "x"), ("a", "2026-07-07", "x"), ("101", "2026-07-07", "x"), ("30", "soon", "x"), ("30", "", ""),
     ("30", "", "a\nb")],
)  # fmt: skip
def test_what_cannot_be_added_is_refused(percent: str, day: str, criteria: str) -> None:
    refused(outcome(LINES, AddCheckpoint(PATH, PATH, percent, day, criteria)))


@pytest.mark.parametrize(
    ("text", "point", "gone"),
    [
        (LINES, "50", "- **50% Checkpoint**: May 1, 2026 – half\n"),
        (TABLE, "75", "| 75% gate   | 2026-08-08 | most     |        |\n"),
        (TABLE, "slice", "| 25%        | 2026-03-03 | slice    | ✅     |\n"),
        ("# M1\n\n## Checkpoints\n\n**25% gate**: a\n**50% gate**: b\n", "50", "**50% gate**: b\n"),
    ],
)
def test_it_is_deleted_with_its_line(text: str, point: str, gone: str) -> None:
    assert made(text, RemoveCheckpoint(PATH, PATH, point)) == text.replace(gone, "")


def test_one_that_is_not_there_is_refused() -> None:
    assert "30" in refused(outcome(LINES, RemoveCheckpoint(PATH, PATH, "30"))).text


def test_beside_boxes_it_has_an_open_box() -> None:
    text = (
        "# M1\n\n## Checkpoints\n\n- [x] **25% Checkpoint**: 2026-10-15 - design\n- [ ] **75% Checkpoint**: 2026-12-15 - build\n"
    )
    new = "- [ ] **50% Checkpoint**: 2026-11-11 - half\n"
    at = text.index("- [ ]")
    assert made(text, AddCheckpoint(PATH, PATH, "50", "2026-11-11", "half")) == text[:at] + new + text[at:]


def test_beside_plain_lines_it_is_plain() -> None:
    text = "# M1\n\n## Checkpoints\n\n- 25% Checkpoint: 2026-10-15 - design\n"
    new = text + "- 50% Checkpoint: 2026-11-11 - half\n"
    assert made(text, AddCheckpoint(PATH, PATH, "50", "2026-11-11", "half")) == new
