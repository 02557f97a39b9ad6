"""Features with their class, and deliverables with their state."""

from __future__ import annotations

import pytest

from tests.reading.texts import contents


@pytest.mark.parametrize(
    ("heading", "moscow"),
    [
        ("Must-Haves", "must"),
        ("Core Features (Must Have)", "must"),
        ("Should Have", "should"),
        ("Nice-to-Have Features", "could"),
    ],
)
def test_the_heading_gives_the_class_of_a_feature(heading: str, moscow: str) -> None:
    (feature,) = contents(
        f"# M1\n\n### {heading}\n\n- **Night bus** (Priority: High, Effort: 3 days)\n  - Value: people get home\n"
    ).features
    assert (feature.text, feature.moscow, feature.priority, feature.effort, feature.value) == (
        "Night bus",
        moscow,
        "High",
        "3 days",
        "people get home",
    )


def test_an_empty_entry_is_no_feature() -> None:
    assert contents("# M1\n\n## Must-Haves\n\n-\n- Night bus\n").features[0].text == "Night bus"
    assert len(contents("# M1\n\n## Must-Haves\n\n-\n- Night bus\n").features) == 1


def test_excluded_features_are_named_with_their_reason_and_other_scope_is_not() -> None:
    (feature,) = contents("# M1\n\n### Excluded Features\n\n- **Trams**: too dear\n\n### Out of Scope\n\n- Ferries\n").features
    assert (feature.text, feature.moscow, feature.description) == ("Trams", "wont", "too dear")


def test_deliverables_take_their_state_from_the_box_or_the_heading() -> None:
    text = "# M1\n\n## Deliverables\n\n- [x] Map\n- [ ] Timetable\n- Poster\n\n### Deferred Deliverables\n\n- Film\n"
    found = contents(text).deliverables
    assert [(each.text, each.state) for each in found] == [
        ("Map", "completed"),
        ("Timetable", "planned"),
        ("Poster", None),
        ("Film", "deferred"),
    ]


def test_an_estimate_of_tokens_is_a_fact_of_its_own() -> None:
    (found,) = contents("# M1\n\n## Deliverables\n\n- Map of the lines (est. tokens: 40k)\n").deliverables
    assert (found.text, found.tokens) == ("Map of the lines", "40k")


def test_a_table_of_deliverables_is_read_by_its_columns() -> None:
    table = "| Status | Deliverable | Acceptance Criteria |\n|---|---|---|\n| ✅ Done | Map | legible |\n"
    (found,) = contents(f"# M1\n\n## Completed Deliverables\n\n{table}").deliverables
    assert (found.text, found.state, found.state_raw, found.criteria) == ("Map", "completed", "✅ Done", "legible")
