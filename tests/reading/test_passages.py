"""Prose and entries under the kind of their section; links; the next milestone of a report."""

from __future__ import annotations

import pytest

from tests.reading.texts import contents


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Objectives", "objective"),
        ("In Scope", "scope_in"),
        ("Out of Scope", "scope_out"),
        ("Constraints", "constraint"),
        ("Key Decisions", "decision"),
        ("Lessons Learned", "lesson"),
        ("Anything", "note"),
    ],
)
def test_the_heading_gives_the_kind_of_a_passage(heading: str, kind: str) -> None:
    found = contents(f"# M1\n\n## {heading}\n\n- Warm buses\n").passages
    assert [(each.kind, each.text, each.line) for each in found] == [(kind, "Warm buses", 5)]


def test_a_bold_lead_or_the_words_before_a_colon_are_the_label() -> None:
    first, second = contents("# M1\n\n## Decisions\n\n- **Heating**: by gas\n- Doors: four\n").passages
    assert (first.label, first.text, second.label, second.text) == ("Heating", "by gas", "Doors", "four")


def test_prose_between_key_lines_is_a_passage_and_key_lines_are_fields() -> None:
    read = contents("# M1\n\n**Colour**: red\nbuses all over town\n")
    assert sorted(each.text for each in read.passages) == ["buses all over town", "red"]


def test_a_box_an_entry_of_a_risk_and_code_are_no_passages() -> None:
    assert contents("# M1\n\n- [ ] a\n\n## Risks\n\n- Ice\n\n```\ncode\n```\n").passages == ()


def test_an_entry_that_is_only_a_link_is_a_link_and_no_passage() -> None:
    read = contents("# M1\n\n## Notes\n\n- [map](map.md)\n- see the [map](map.md)\n")
    assert ([each.text for each in read.passages], len(read.links)) == (["see the [map](map.md)"], 2)


def test_links_are_read_wherever_they_stand_and_pictures_are_none() -> None:
    found = contents("# M1\n\nSee [the plan](plan.md).\n\n## Notes\n\n- [x] [map](a/map.md 'Map')\n- ![photo](bus.png)\n").links
    assert [(each.text, each.target, each.section, each.line) for each in found] == [
        ("the plan", "plan.md", "M1", 3),
        ("map", "a/map.md", "Notes", 7),
    ]


def test_the_preview_of_the_next_milestone_belongs_to_that_one() -> None:
    text = (
        "# Milestone Report: M1\n\n## Next Milestone Preview\n\n### Milestone: M2 Roof\n\n"
        "- **Start Date**: 2026-05-01\n- **Status**: Planned\n\n### Preparatory Work\n\n- Buy tiles\n"
    )
    preview = contents(text).next_milestone
    assert preview is not None
    assert (preview.title, [field.raw for field in preview.fields], [task.text for task in preview.tasks]) == (
        "M2 Roof",
        ["2026-05-01", "Planned"],
        ["Buy tiles"],
    )


def test_a_report_without_a_preview_has_none() -> None:
    assert contents("# M1\n\nThe next milestone is M2.\n").next_milestone is None
