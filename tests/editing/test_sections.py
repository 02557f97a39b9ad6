"""A heading that the file lacks is added among its others, in the order of its dialect."""

from __future__ import annotations

from pathlib import Path

import pytest

from milestone_tui.editing.planning import Change
from milestone_tui.model.edit import AddSection
from tests.editing.plans import PATH, made, outcome, refused


@pytest.mark.parametrize(
    ("text", "title", "new"),
    [
        ("# M\n\n## Tasks\n\n- [ ] a\n\n## Notes\n\nx\n", "Risks", "# M\n\n## Tasks\n\n- [ ] a\n\n## Risks\n\n## Notes\n\nx\n"),
        ("# M\n\n## Tasks\n\n- [ ] a\n", "Overview", "# M\n\n## Overview\n\n## Tasks\n\n- [ ] a\n"),
        ("# M\n\n## Tasks\n\n- [ ] a\n\n---\n\nend\n", "Risks", "# M\n\n## Tasks\n\n- [ ] a\n\n## Risks\n\n---\n\nend\n"),
        ("# M\r\n\r\n## Tasks\r\n\r\n- [ ] a", "Else", "# M\r\n\r\n## Tasks\r\n\r\n- [ ] a\r\n\r\n## Else"),
        (
            "# M\n\n## A\n\nx\n\n---\n\n## B\n\ny\n\n---\n\nend\n",
            "Else",
            "# M\n\n## A\n\nx\n\n---\n\n## B\n\ny\n\n## Else\n\n---\n\nend\n",
        ),
        ("# M\n", "Tasks", "# M\n\n## Tasks\n"),
    ],
)
def test_it_stands_where_such_files_have_it(text: str, title: str, new: str) -> None:
    assert made(text, AddSection(PATH, PATH, title)) == new


def test_one_that_is_there_is_not_added_again() -> None:
    planned = outcome("# M\n\n## Risks\n", AddSection(PATH, PATH, "risks"))
    assert isinstance(planned, Change)
    assert planned.patches == ()


@pytest.mark.parametrize("title", ["", "a\nb", "#"])
def test_no_words_are_no_heading(title: str) -> None:
    refused(outcome("# M\n", AddSection(PATH, PATH, title)))


MANIFEST = (Path(__file__).parents[2] / "sample_project/docs/milestones/M02-booking-engine.md").read_text()


@pytest.mark.parametrize(
    ("text", "title", "there"),
    [
        (MANIFEST, "Risks", '"Risk Management" in line 165'),
        (MANIFEST, "Checkpoints", '"Milestone Checkpoints" in line 259'),
        ("# M\n\n## Risk Factors\n\nx\n", "Risk Assessment", '"Risk Factors" in line 3'),
    ],
)
def test_one_that_announces_the_same_in_other_words_is_named_instead(text: str, title: str, there: str) -> None:
    assert there in refused(outcome(text, AddSection(PATH, PATH, title))).text


def test_several_chapters_of_criteria_and_those_of_a_phase_are_no_hindrance() -> None:
    text = "# M\n\n## Acceptance Criteria\n\n- [ ] a\n\n## Phase 1\n\n### Risks\n\n- Ice\n"
    assert "## Success Criteria\n" in made(text, AddSection(PATH, PATH, "Success Criteria"))
    assert "\n## Risk Factors\n" in made(text, AddSection(PATH, PATH, "Risk Factors"))


def test_headings_in_other_words_show_its_place_too() -> None:
    text = "# M\n\n## Key Deliverables\n\nx\n\n## Risk Factors\n\ny\n"
    assert made(text, AddSection(PATH, PATH, "Timeline")) == text.replace("## Risk F", "## Timeline\n\n## Risk F")
