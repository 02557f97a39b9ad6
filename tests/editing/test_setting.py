"""A field gets another value at every place that says the old one, and nothing else changes."""

from __future__ import annotations

import pytest

from milestone_tui.editing.planning import Change
from milestone_tui.model.values import Stated
from milestone_tui.reading.reader import read
from tests.editing.plans import after, field, refused

MATTER = "---\nid: M1 # the keel\nstatus: {value}\nowner: Noor\n---\n# M1 Keel\n\n- [ ] a\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("active", "completed"),
        ("'active'", "'completed'"),
        ('"active"', '"completed"'),
        ("active   # since May", "completed   # since May"),
        ("'active' # it''s so", "'completed' # it''s so"),
        ("In Progress", "Complete"),
        ("IN_PROGRESS", "COMPLETE"),
    ],
)
def test_a_yaml_scalar_keeps_its_quotes_and_its_comment(old: str, new: str) -> None:
    text = MATTER.format(value=old)
    assert after(text, "status", "completed") == MATTER.format(value=new)


def test_an_empty_yaml_key_takes_a_value_with_a_space_before_it() -> None:
    assert (
        after("---\nstatus: active\ncompleted:\n---\n# M1\n", "completed", "2026-03-01")
        == "---\nstatus: active\ncompleted: 2026-03-01\n---\n# M1\n"
    )


def test_a_value_that_needs_quotes_gets_them() -> None:
    assert 'owner: "Noor: and Ana"\n' in after(MATTER.format(value="active"), "owner", "Noor: and Ana")
    assert "owner: Noor\n" in MATTER


@pytest.mark.parametrize("value", ["|\n  active\n  really", ">-\n  active"])
def test_a_block_scalar_is_refused(value: str) -> None:
    found = refused(field(f"---\nid: M1\nstatus: {value}\n---\n# M1\n", "status", "completed"))
    assert "not edited in place" in found.text


def test_an_alias_is_refused() -> None:
    found = refused(field("---\nother: &a active\nstatus: *a\n---\n# M1\n", "status", "completed"))
    assert "not edited in place" in found.text


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("**Status**: Active", "**Status**: Complete"),
        ("**Status:** Active  ", "**Status:** Complete  "),
        ("- **Status**: 🔄 In Progress (half way)", "- **Status**: ✅ Complete (half way)"),
        ("> **Status**: IN PROGRESS", "> **Status**: COMPLETE"),
        ("Status: in progress", "Status: done"),
        ("**Status**: Active | **Owner**: Noor", "**Status**: Complete | **Owner**: Noor"),
        ("**Owner**: Noor | **Status**: Active", "**Owner**: Noor | **Status**: Complete"),
        ("**Status**: [ ] Planned | [x] In Progress | [ ] Complete", "**Status**: [ ] Planned | [ ] In Progress | [x] Complete"),
    ],
)
def test_a_key_line_changes_in_its_value_alone(line: str, new: str) -> None:
    assert after(f"# M1\n\n{line}\n\nText.\n", "status", "completed") == f"# M1\n\n{new}\n\nText.\n"


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_endings_and_a_bom_stay(ending: str) -> None:
    text = f"\ufeff---{ending}owner: Noor{ending}---{ending}# M1{ending}{ending}**Priority**: High{ending}"
    assert after(text, "priority", "low") == text.replace("High", "Low")
    assert after(text, "owner", "Ana") == text.replace("Noor", "Ana")


def test_every_place_that_agrees_is_changed_and_one_that_differs_is_left() -> None:
    text = "---\npriority: high\n---\n# M1\n\n**Priority**: High\n\n## Notes\n\nx\n\n---\n\n**Priority**: Low\n"
    assert after(text, "priority", "medium") == text.replace("high", "medium").replace("High", "Medium")


def test_a_cell_of_a_key_table_is_set_and_a_bar_in_it_is_escaped() -> None:
    text = "# M1\n\n| Field | Value |\n|---|---|\n| Status | Active |\n| Owner | Noor |\n"
    assert after(text, "owner", "Noor | Ana") == text.replace("Noor", "Noor \\| Ana")


def test_a_title_is_set_in_the_heading_and_nowhere_else() -> None:
    assert after("# Milestone: M1 Keel 🐳 [B]\n\nThe Keel.\n", "title", "Hull") == "# Milestone: M1 Hull 🐳 [B]\n\nThe Keel.\n"


def test_one_of_several_milestones_is_set_alone() -> None:
    text = "# P\n\n## M1 a\n\n**Priority**: High\n\n## M2 b\n\n**Priority**: High\n"
    assert after(text, "priority", "low", number=1) == text[::-1].replace("hgiH", "woL", 1)[::-1]


@pytest.mark.parametrize(
    ("name", "old", "value", "new"),
    [
        ("target", "2026-03-01", "2026-05-09", "2026-05-09"),
        ("target", "March 1, 2026", "2026-05-09", "May 9, 2026"),
        ("priority", "H", "low", "L"),
        ("progress", "33%", "50", "50%"),
    ],
)
def test_dates_levels_and_percentages_are_written_as_the_file_writes_them(name: str, old: str, value: str, new: str) -> None:
    assert after(f"# M1\n\n**{name}**: {old}\n", name, value) == f"# M1\n\n**{name}**: {new}\n"


def test_setting_what_is_so_already_changes_nothing_and_says_so() -> None:
    planned = field("# M1\n\n**Priority**: High\n", "priority", "high")
    assert isinstance(planned, Change)
    assert planned.patches == ()
    assert "already" in planned.summary


@pytest.mark.parametrize(
    ("name", "old", "value", "text"),
    [
        ("status", "Active", "wonderful", "is no status"),
        ("status", "Active", "Planned | Done", "is no status"),
        ("priority", "High", "soon", "is no level"),
        ("target", "2026-03-01", "in spring", "is no day"),
        ("target", "2026-03-01", "2026-02-30", "is no day"),
        ("progress", "33%", "250%", "is no percentage"),
    ],
)
def test_a_value_that_would_mean_nothing_is_refused(name: str, old: str, value: str, text: str) -> None:
    assert text in refused(field(f"# M1\n\n**{name}**: {old}\n", name, value)).text


def test_raw_writes_the_value_as_it_is_given() -> None:
    assert after("# M1\n\n**Status**: 🔄 In Progress\n", "status", "wonderful", raw=True) == "# M1\n\n**Status**: wonderful\n"


def test_raw_that_would_be_read_otherwise_is_refused() -> None:
    refused(field("# M1\n\n**Status**: Active\n", "status", "Done | **Owner**: Noor", raw=True))
    refused(field("# M1\n\n**Status**: Active\n", "status", "Done\n- [ ] more", raw=True))


def test_a_value_that_is_no_longer_the_expected_one_is_refused() -> None:
    found = refused(field("# M1\n\n**Status**: Done\n", "status", "planned", expect="Active"))
    assert found.text == 'status is now "Done", not "Active"'
    assert found.candidates == ("3: Done",)
    assert "Planned" in after("# M1\n\n**Status**: Active\n", "status", "planned", expect="Active")


def test_a_field_that_nobody_knows_is_refused_with_those_the_file_states() -> None:
    found = refused(field("# M1\n\n**Status**: Done\n", "colour", "red"))
    assert found.text == 'M1 states no "colour"'
    assert "status" in found.advice


def test_a_key_of_the_file_names_the_field_as_well_as_our_name() -> None:
    assert after("---\ndue_date: 2026-03-01\n---\n# M1\n", "due_date", "2026-05-09") == "---\ndue_date: 2026-05-09\n---\n# M1\n"


def test_a_place_that_states_nothing_is_passed_over_for_the_one_that_does() -> None:
    text = "---\nowner: '{OWNER}'\nstatus: active\n---\n# M1\n\n**Owner**: Noor\n"
    assert after(text, "owner", "Ana") == text.replace("Noor", "Ana")


@pytest.mark.parametrize(
    ("name", "old", "value"),
    [
        ("status", "✅ Complete and production-ready", "completed"),
        ("status", "Complete", "done"),
        ("status", "[ ] Active | [x] Done", "completed"),
        ("priority", "Medium-High", "high"),
        ("target", "5 May 2026", "2026-05-05"),
        ("updated", "2026-05-05T07:36:55Z", "2026-05-05"),
        ("progress", "50 % (of the plan)", "50"),
    ],
)
def test_what_means_so_already_keeps_its_words(name: str, old: str, value: str) -> None:
    text = f"# M1\n\n**{name}**: {old}\n"
    assert after(text, name, value) == text


def test_another_spelling_is_written_when_it_is_given_on_purpose() -> None:
    text = "# M1\n\n**Status**: ✅ Complete and production-ready\n"
    assert "**Status**: done\n" in after(text, "status", "done", raw=True)
    seen = "✅ Complete and production-ready"
    assert "**Status**: ✅ Complete\n" in after(text, "status", "✅ Complete", expect=seen)
    assert after(text, "status", "completed", expect=seen) == text


@pytest.mark.parametrize(
    ("name", "old", "value"),
    [
        ("target", "first formal contributor release after establishing the release process.", "2026-12-04"),
        ("target", "3 weeks from approval", "2026-12-04"),
        ("updated", "Current optimization sprint", "2026-12-04"),
        ("target", "None (first milestone)", "2026-12-04"),
        ("progress", "nearly there", "50"),
    ],
)
def test_words_are_not_written_over_unless_the_person_has_seen_them(name: str, old: str, value: str) -> None:
    text = f"# M1\n\n**{name}**: {old}\n"
    found = refused(field(text, name, value))
    assert old in found.text
    assert found.candidates == (f"3: {old}",)
    for written in (after(text, name, value, expect=old), after(text, name, value, raw=True)):
        assert written == f"# M1\n\n**{name}**: {value}\n"


@pytest.mark.parametrize("old", ["", "TBD", "[Date]", "YYYY-MM-DD", "{TARGET}", "N/A", "—", "03/04/2026", "Q3 2026"])
def test_a_slot_or_a_period_is_filled_with_a_day(old: str) -> None:
    written = after(f"# M1\n\n**Target**: {old}\n", "target", "2026-12-04")
    assert written.rstrip() == "# M1\n\n**Target**: 2026-12-04"


@pytest.mark.parametrize("expect", [None, "2025-12-08T07:36:55Z"])
def test_another_day_is_not_given_the_time_of_the_old_one(expect: str | None) -> None:
    text = "---\nupdated_at: 2025-12-08T07:36:55Z\n---\n# M1\n"
    found = refused(field(text, "updated", "2026-11-21", expect=expect))
    assert "time of day" in found.text
    assert "--raw" in found.advice
    assert "updated_at: 2026-11-21\n" in after(text, "updated", "2026-11-21", raw=True)


def test_a_text_is_compared_by_its_words_alone() -> None:
    assert after("# M1\n\n**Goal**: 50%\n", "goal", "50.0") == "# M1\n\n**Goal**: 50.0\n"
    assert after("# M1\n\n**Progress**: 50%\n", "progress", "50.0", raw=True) == "# M1\n\n**Progress**: 50.0\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("~~2026-10-01~~ 2026-12-15", "~~2026-10-01~~ 2027-01-10"),
        ("2026-10-01 → 2026-12-15", "2026-10-01 → 2027-01-10"),
        ("2026-11-01 (moved to 2026-12-15)", "2026-11-01 (moved to 2027-01-10)"),
    ],
)
def test_of_a_date_that_was_moved_the_last_one_is_set(old: str, new: str) -> None:
    assert after(f"# M1\n\n**Target**: {old}\n", "target", "2027-01-10") == f"# M1\n\n**Target**: {new}\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Target", "2026-11-10 to 2026-11-30"),
        ("Target", "2026-11-10 to 30"),
        ("Target", "~~2026-11-10~~"),
        ("Start", "2026-11-10 to 2026-11-30"),
        ("Start", "2026-11-10 → 2026-11-30"),
    ],
)
def test_a_range_of_days_is_not_cut_to_pieces(name: str, value: str) -> None:
    text = f"# M1\n\n**{name}**: {value}\n"
    for day in ("2026-11-10", "2026-11-30", "2027-01-10"):
        assert value in refused(field(text, name.lower(), day)).text
    assert after(text, name.lower(), "2027-01-10", raw=True) == f"# M1\n\n**{name}**: 2027-01-10\n"


@pytest.mark.parametrize("old", ["✅ → 🔄", "Planned → In Progress", "Completed -> Reopened"])
def test_a_status_with_an_arrow_says_what_was_set_or_stays(old: str) -> None:
    text = f"# M1\n\n**Status**: {old}\n"
    planned = field(text, "status", "blocked")
    assert not isinstance(planned, Change) or read(planned.after, "M1.md").milestones[0].status == Stated(
        "blocked", planned.after.decode().partition("**: ")[2].strip(), 3
    )
