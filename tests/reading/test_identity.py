"""A milestone's id and title from its heading, front matter and file name."""

from __future__ import annotations

import pytest

from milestone_tui.reading.identity import id_of_file, is_id, name_in
from tests.reading.texts import milestone


@pytest.mark.parametrize(
    "text", ["M1", "M001", "v0.3.0", "UI-M-03.22.2", "ASD-014.1", "m-E16-02", "M-R7", "M1.4.a", "0.2.0", "S01", "FT-M-05.07"]
)
def test_ids_of_many_hands_are_known(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["Milestone", "Pilot", "3 things", "release-notes", "M1 Pilot"])
def test_words_are_no_ids(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("heading", "id", "title"),
    [
        ("M1 — Pilot depot", "M1", "Pilot depot"),
        ("M1: Pilot depot", "M1", "Pilot depot"),
        ("Milestone 4 - Launch week", "4", "Launch week"),
        ("Milestone: M0 Docker base 🐳 [B]", "M0", "Docker base"),
        ("v0.3.0: Fewer clicks", "v0.3.0", "Fewer clicks"),
        ("UI‑M‑03.22 — Canvas polish", "UI-M-03.22", "Canvas polish"),
        ("M008: M008: Engine", "M008", "Engine"),
        ("✅ M2 Export (completed 2026-01-01)", "M2", "Export"),
        ("Delivery Notes - Milestone 3: Fans", "3", "Fans"),
        ("Tracking: m-E16-02 — Class truth", "m-E16-02", "Class truth"),
        ("2026 in review", "", "2026 in review"),
        ("3 things to do", "", "3 things to do"),
        ("M0 and M0.5 record", "", "M0 and M0.5 record"),
        ("Pilot depot", "", "Pilot depot"),
    ],
)
def test_a_heading_comes_apart_into_id_and_title(heading: str, id: str, title: str) -> None:
    name = name_in(heading)
    assert (name.id, name.title) == (id, title)


def test_the_title_is_where_the_name_says_it_is() -> None:
    heading = "Milestone: M0 Docker base 🐳 [B]"
    name = name_in(heading)
    assert heading[name.start : name.end] == "Docker base"


@pytest.mark.parametrize(("letter", "mode"), [("P", "parallel"), ("S", "sequential"), ("B", "blocking"), ("P/S/B", "")])
def test_weight_and_mode_are_facts_and_no_part_of_the_title(letter: str, mode: str) -> None:
    read = milestone(f"# Milestone: M7 Night bus 🐘 [{letter}]\n")
    assert (read.title, read.weight, read.mode) == ("Night bus", "🐘", mode)


def test_a_mark_without_a_mode_is_no_weight() -> None:
    assert milestone("# M7 Night bus ✅\n").weight == ""


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("plans/M02_User_Management.md", "M02"),
        ("plans/M0-Docker_Setup.md", "M0"),
        ("plans/milestone-3.md", "3"),
        ("plans/m4-export/status.md", "m4"),
        ("plans/README.md", "README"),
        ("plans/pilot.md", "pilot"),
        ("bin/bean-1d0z--make-it-work.md", "bean-1d0z"),
        ("2026-01-02-notes.md", "2026-01-02-notes"),
    ],
)
def test_a_file_name_gives_an_id(path: str, id: str) -> None:
    assert id_of_file(path) == id


def test_front_matter_wins_over_heading_and_heading_over_file_name() -> None:
    text = "---\nid: M-2026-Q1-002\ntitle: Written above\n---\n# M3 Written below\n"
    read = milestone(text, "plans/M9-elsewhere.md")
    assert (read.id, read.title) == ("M-2026-Q1-002", "Written above")
    assert {"m3", "m9"} <= set(read.aliases)
    assert milestone("# M3 Below\n", "plans/M9-elsewhere.md").id == "M3"
    assert milestone("# Below\n", "plans/M9-elsewhere.md").id == "M9"


def test_a_lone_word_in_a_comment_of_the_front_matter_is_the_id() -> None:
    read = milestone("---\n# bean-f11p\ntitle: Ferry timetable\nstatus: todo\n---\nText.\n", "bin/x.md")
    assert (read.id, read.title) == ("bean-f11p", "Ferry timetable")


def test_a_milestone_without_a_title_shows_its_id() -> None:
    assert milestone("# M008: M008:\n").title == "M008"
    assert milestone("# M003: \n").title == "M003"


def test_a_slot_is_neither_id_nor_title() -> None:
    read = milestone("---\nmilestone_id: '{ID}'\n---\n# [Milestone Name]\n", "plans/M5.md")
    assert read.id == "M5"


def test_a_name_that_looks_like_a_command_stays_text() -> None:
    assert milestone("---\nname: v1.0; rm -rf /\n---\n", "plans/v10.md").title == "v1.0; rm -rf /"


def test_a_file_about_a_milestone_takes_its_title_from_the_line_that_names_it() -> None:
    text = "# UI-M-03.11 Implementation Tracking\n\n**Milestone:** UI-M-03.11 — Artifacts Page\n**Status:** active\n"
    found = milestone(text, "UI-M-03.11-log.md")
    assert (found.id, found.title) == ("UI-M-03.11", "Artifacts Page")
    other = text.replace("**Milestone:** UI-M-03.11", "**Milestone:** UI-M-04")
    assert milestone(other, "UI-M-03.11-log.md").title == "Implementation Tracking"
