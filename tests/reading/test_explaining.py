"""What each line of a file was read as."""

from __future__ import annotations

from milestone_tui.reading.explaining import explain
from tests.reading.texts import reading

TEXT = """---
status: active
colour: red
---
# M1 Keel

**Status**: Done
**Depends on**: M0

## Tasks

- [ ] a

```
- [ ] code
```

<!-- hidden -->
"""


def told() -> dict[int, tuple[str, str]]:
    return {each.line: (each.noun, each.rule) for each in explain(reading(TEXT))}


def test_every_line_of_the_file_is_there_with_its_text() -> None:
    assert [each.text for each in explain(reading(TEXT))] == TEXT.splitlines()


def test_a_fact_names_its_place_and_a_repeat_says_that_it_is_compared_only() -> None:
    assert told()[2] == ("status", "R3: front matter")
    assert told()[7] == ("status", "R3: header; stated before, so it is compared only")


def test_dependencies_boxes_and_headings_are_named() -> None:
    lines = told()
    assert (lines[8][0], lines[12][0], lines[10]) == ("dependencies", "checklist", ("heading", "R2: announces nothing we know"))


def test_what_is_left_unread_says_why_and_blank_lines_say_nothing() -> None:
    lines = told()
    assert lines[3] == ("", "left unread: front matter key colour is not known")
    assert lines[15] == ("", "code: left unread")
    assert lines[18] == ("", "HTML or comment: left unread")
    assert lines[6] == ("", "")


def test_one_of_several_milestones_names_its_id() -> None:
    lines = [each.rule for each in explain(reading("# P\n\n## M1 a\n\n## M2 b\n"))]
    assert lines[2] == "R6: one of several milestones, id M1"
