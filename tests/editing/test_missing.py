"""What a file lacks of what files of its kind have."""

from __future__ import annotations

from milestone_tui.editing.missing import missing
from milestone_tui.reading.reader import read
from tests.editing.plans import PATH

MANIFEST = """---
milestone_id: M1
milestone_name: Keel
dependencies: [M0]
---
# M1: Keel

**Status**: active

## Milestone Scope

x

## Risks

- Ice
"""


def names(text: str, kind: str, key: str = PATH) -> list[str]:
    return [each.name for each in missing(key, read(text.encode(), PATH)) if each.kind == kind]


def test_headings_of_the_dialect_that_nothing_like_them_stands_for() -> None:
    lacking = names(MANIFEST, "section")
    assert lacking[0] == "Executive Summary"
    assert "Milestone Checkpoints" in lacking
    assert not {"Milestone Scope", "Risk Assessment"} & set(lacking)


def test_fields_that_are_stated_nowhere() -> None:
    lacking = names(MANIFEST, "field")
    assert {"owner", "target", "priority"} <= set(lacking)
    assert not {"id", "title", "status", "upstream"} & set(lacking)


def test_they_are_spelled_as_the_dialect_does() -> None:
    words = {each.name: each.words for each in missing(PATH, read(MANIFEST.encode(), PATH))}
    assert words["owner"] == "Milestone Lead"


def test_of_several_milestones_in_a_file_each_has_its_own() -> None:
    text = "# P\n\n## M1 a\n\n**Status**: Active\n\n### Tasks\n\n- [ ] x\n\n## M2 b\n\n**Owner**: Noor\n"
    assert "owner" in names(text, "field", f"{PATH}#M1")
    assert "owner" not in names(text, "field", f"{PATH}#M2")
    assert "Tasks" not in names(text, "section", f"{PATH}#M1")
    assert "Tasks" in names(text, "section", f"{PATH}#M2")


def test_nothing_for_a_milestone_that_is_gone() -> None:
    assert missing("gone.md", read(b"# M1\n", PATH)) == ()
