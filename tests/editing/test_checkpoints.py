"""A checkpoint gets another date or other criteria."""

from __future__ import annotations

import pytest

from milestone_tui.model.edit import SetCheckpoint
from tests.editing.plans import PATH, made, outcome, refused

TEXT = """# M1

## Milestone Checkpoints
- **25% Checkpoint**: 2026-03-03 - first slice works
- **50% Checkpoint**: May 1, 2026 - half
- **75% Checkpoint**: most of it
- **100% Checkpoint**: 2026-09-09
"""


@pytest.mark.parametrize(
    ("point", "part", "value", "old", "new"),
    [
        ("25", "date", "2026-04-04", "2026-03-03 - first", "2026-04-04 - first"),
        ("25%", "criteria", "two - slices", "- first slice works", "- two - slices"),
        ("50", "date", "2026-06-01", "May 1, 2026", "June 1, 2026"),
        ("75", "date", "2026-07-01", "most of it", "2026-07-01 - most of it"),
        ("100", "criteria", "all of it", "2026-09-09", "2026-09-09 - all of it"),
        ("100", "date", "2026-10-01", "2026-09-09", "2026-10-01"),
    ],
)
def test_in_a_line(point: str, part: str, value: str, old: str, new: str) -> None:
    assert made(TEXT, SetCheckpoint(PATH, PATH, point, part, value)) == TEXT.replace(old, new)


def test_in_a_table() -> None:
    head = "# M1\n\n## Checkpoints\n\n| Checkpoint | Date       | Criteria |\n|---|---|---|\n"
    text = f"{head}| 25%        | 2026-03-03 | slice    |\n"
    assert made(text, SetCheckpoint(PATH, PATH, "25", "date", "2026-04-04")) == text.replace("03-03", "04-04")
    assert made(text, SetCheckpoint(PATH, PATH, "25", "criteria", "a|b")) == text.replace("| slice    |", "| a\\|b     |")


@pytest.mark.parametrize(
    ("point", "part", "value"), [("30", "date", "2026-01-01"), ("25", "date", "soon"), ("25", "criteria", ""), ("25", "x", "y")]
)
def test_what_cannot_be_set_is_refused(point: str, part: str, value: str) -> None:
    refused(outcome(TEXT, SetCheckpoint(PATH, PATH, point, part, value)))


@pytest.mark.parametrize(
    "line",
    [
        "- 25% Checkpoint: 2026-10-15 - design",
        "- [x] **25% Checkpoint**: 2026-10-15 - design",
        "- [ ] 25% Checkpoint: 2026-10-15 - design",
        "25% Checkpoint: 2026-10-15 - design",
        "- **25% Checkpoint**: ~~2026-09-01~~ 2026-10-15 - design",
        "- **25% Checkpoint**: 2026-09-01 (moved to 2026-10-15) - design",
    ],
)
def test_in_any_form_just_the_day_is_changed(line: str) -> None:
    text = f"# M1\n\n## Milestone Checkpoints\n\n{line}\n\n- [ ] a\n"
    assert made(text, SetCheckpoint(PATH, PATH, "25", "date", "2026-11-11")) == text.replace("2026-10-15", "2026-11-11")
    assert made(text, SetCheckpoint(PATH, PATH, "25", "criteria", "plan")) == text.replace("design", "plan")


@pytest.mark.parametrize("days", ["2026-10-01 to 2026-10-15", "2026-10-01 – 2026-10-15", "~~2026-10-15~~"])
def test_a_range_and_a_struck_day_are_not_cut_to_pieces(days: str) -> None:
    text = f"# M1\n\n## Milestone Checkpoints\n\n- **25% Checkpoint**: {days} - design\n"
    refused(outcome(text, SetCheckpoint(PATH, PATH, "25", "date", "2026-11-11")))
