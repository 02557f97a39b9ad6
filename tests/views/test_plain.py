"""The panels as sentences: one statement a line, no sign that has to be seen."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from milestone_tui.analysis.agenda import agenda
from milestone_tui.analysis.change import Change
from milestone_tui.analysis.exposure import matrix, register
from milestone_tui.analysis.graph import graph
from milestone_tui.analysis.ladder import ladders
from milestone_tui.analysis.schedule import schedule
from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.totals import totals
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Skipped
from milestone_tui.model.values import Problem
from milestone_tui.reading.reader import read
from milestone_tui.views.activity_rows import ActivityPart, CommitLine
from milestone_tui.views.plain_activity import activity_sentences, change_sentence
from milestone_tui.views.plain_agenda import agenda_sentences
from milestone_tui.views.plain_checkpoints import checkpoint_sentences
from milestone_tui.views.plain_graph import dependency_sentences
from milestone_tui.views.plain_milestone import milestone_sentences
from milestone_tui.views.plain_overview import milestone_sentence, overview_sentences
from milestone_tui.views.plain_risks import risk_sentences
from milestone_tui.views.plain_words import listed, said, section
from tests.factories import TODAY, blocker, depends, milestone, project
from tests.tui.dashboard import FIRST, HOSTILE

SIGNS = re.compile("[\u2190-\u27bf\u2500-\u259f–≠×·…]")


def about(*milestones: Milestone) -> list[str]:
    standing = standings(project(*milestones), TODAY)
    return [milestone_sentence(each, standing[each.key], None, None, TODAY) for each in milestones]


def whole(data: bytes) -> list[str]:
    reading = read(data, "M1.md")
    each = reading.milestones[0]
    standing = standings(project(each), TODAY)[each.key]
    return list(milestone_sentences(each, standing, reading.contents(0), reading.problems, TODAY))


def test_a_milestone_is_one_line_with_words_for_its_signs() -> None:
    first = milestone("M01", status="active", boxes=(27, 42), target=TODAY + timedelta(days=6))
    second = milestone("M02", status="planned", target=TODAY - timedelta(days=7), dependencies=(depends("M01"),), declared=80)
    assert about(first, second) == [
        "M01 Title of M01: active, 64 per cent, 27 of 42 boxes, due 27 Nov in 6 days.",
        "M02 Title of M02: planned, no boxes, late by 7 days, was due 14 Nov, blocked by M01.",
    ]


def test_what_nobody_says_is_said() -> None:
    assert about(milestone()) == ["M01 Title of M01: no status, no boxes, no target date."]


def test_blockers_contradictions_and_readiness_are_words() -> None:
    found = about(
        milestone("M01", status="completed", boxes=(1, 2)),
        milestone("M02", status="planned", dependencies=(depends("M01"),)),
        milestone("M03", blockers=(blocker("no test account"),)),
    )
    assert found[0].endswith("contradiction: says completed, but 1 of 2 boxes are open.")
    assert found[1].endswith("ready to begin.")
    assert found[2].endswith("blocked by no test account.")


def test_the_overview_begins_with_the_totals_and_ends_with_what_is_wrong() -> None:
    each = milestone("M01", status="active", boxes=(1, 2))
    whole = project(each, skipped=(Skipped("a.md", "no"),), problems=(Problem("M01.md", 3, "front matter is broken", "mend it"),))
    standing = standings(whole, TODAY)
    contents = read(b"# M01\n", "M01.md").contents(0)
    lines = list(overview_sentences(whole, [(each, contents)], standing, totals(whole, standing), TODAY))
    assert lines[:3] == [
        "Aurora has 1 milestone: 50 per cent, 1 of 2 boxes.",
        "By status: 1 active.",
        "Nothing is late, blocked or contradictory.",
    ]
    assert lines[3].endswith("its file has a problem in line 3.")
    assert lines[4] == "Problem: M01.md:3: Front matter is broken. Mend it."
    assert lines[5].startswith("1 file was passed over")


def test_boxes_stand_under_their_headings_with_their_state_and_line() -> None:
    lines = whole(FIRST)
    assert "Success criteria: 1 of 2 boxes." in lines
    assert [line for line in lines if line.startswith(("Open: twice", "Done: "))]
    assert all(re.search(r"line \d+\.", line) for line in lines if line.startswith(("Open: ", "Done: ")))
    assert any("level 2" in line for line in lines)


def test_every_risk_and_checkpoint_of_the_file_is_told() -> None:
    text = "\n".join(whole(FIRST))
    assert "probability high, impact low" in text
    assert "Mitigation: buy another." in text


@pytest.mark.parametrize("data", [FIRST, HOSTILE])
def test_no_line_holds_a_control_or_a_line_break(data: bytes) -> None:
    for line in whole(data):
        assert not [character for character in line if ord(character) < 32]


def test_our_own_words_use_no_sign() -> None:
    assert not [line for line in whole(FIRST) if SIGNS.search(line)]


def test_risks_tell_the_grid_then_each_with_its_place() -> None:
    head = b"# M1\n\n## Risks\n\n| Risk | Probability | Impact | Mitigation |\n|---|---|---|---|\n"
    text = head + b"| ice | high | low | salt |\n| fog | | | |\n"
    reading = read(text, "docs/M1.md")
    each = reading.milestones[0]
    lines = list(risk_sentences(matrix(register([(each, reading.contents(0).risks)]))))
    assert lines == [
        "There are: 1 rated risk, 1 not rated.",
        "Probability high and impact low: 1 risk of M1.",
        "M1, risk ice: probability high, impact low, exposure 3, M1.md:7. Mitigation: salt.",
        "M1, risk fog: not rated, M1.md:8.",
    ]
    assert list(risk_sentences(matrix(()))) == []


def test_dependencies_say_who_waits_for_whom_and_in_which_state() -> None:
    milestones = (
        milestone("M01", status="active"),
        milestone("M02", status="planned", dependencies=(depends("M01"),)),
        milestone("M03", dependencies=(depends("M77"),)),
    )
    whole = project(*milestones)
    found = graph(whole, standings(whole, TODAY))
    lines = list(dependency_sentences(found, schedule(whole, found, TODAY), TODAY))
    assert "M02 Title of M02 waits for M01 (active)." in lines
    assert "Finishing M01 frees M02." in lines
    assert "Blocked: M02." in lines
    assert any(line.startswith("M03 names M77, which is no milestone") for line in lines)


def test_checkpoints_come_missed_first_with_days_in_words() -> None:
    text = (
        b"# M1\n\n- [ ] a\n\n## Checkpoints\n\n- **50% Checkpoint**: 2026-11-16 - half\n- **100% Checkpoint**: 2026-11-27 - all\n"
    )
    reading = read(text, "docs/M1.md")
    pairs = [(reading.milestones[0], reading.contents(0))]
    standing = standings(project(reading.milestones[0]), TODAY)
    assert list(checkpoint_sentences(ladders(pairs, standing, TODAY), TODAY)) == [
        "2 dates: 1 missed, 1 next.",
        "Missed, M1 checkpoint 50 per cent: 16 Nov, 5 days late, M1.md:7. Half.",
        "Next, M1 checkpoint 100 per cent: 27 Nov, in 6 days, M1.md:8. All.",
        "M1 is: 0 per cent done.",
    ]


def test_the_agenda_tells_whose_owner_and_whose_day_it_is() -> None:
    text = (
        b"# M1\n\n**Status**: active\n**Owner**: Ines Duarte\n**Target**: 2026-11-14\n\n"
        b"- [ ] a\n  - [ ] b @bo (due 2026-11-23)\n- [ ] c\n"
    )
    reading = read(text, "docs/M1.md")
    standing = standings(project(reading.milestones[0]), TODAY)
    entries = agenda([(reading.milestones[0], reading.contents(0))], standing, TODAY)
    assert list(agenda_sentences(entries, TODAY)) == [
        "2 open boxes: 2 can be done now, 1 overdue.",
        "Overdue, M1: c, owner of the milestone Ines Duarte, 7 days late, its milestone was due 14 Nov, can be done now, "
        "M1.md:9.",
        "Within 7 days, M1: b of a, owner bo, due 23 Nov in 2 days, can be done now, M1.md:8.",
    ]
    assert not list(agenda_sentences((), TODAY))


def test_changes_are_sentences_too() -> None:
    tick = Change("ticked", "M2.md", "M2", "Sync", "refund", "open", "done", "docs/M2.md", 7)
    assert change_sentence(tick, TODAY) == "M2 Sync: ticked, refund, M2.md:7."
    status = tick._replace(kind="status", words="status", before="active", after="completed")
    assert change_sentence(status, TODAY) == "M2 Sync: status, from active to completed, M2.md:7."
    rating = tick._replace(kind="risk", words="ice", before="low", after="high", aspect="probability")
    assert change_sentence(rating, TODAY) == "M2 Sync: risk, ice, probability from low to high, M2.md:7."
    gone = tick._replace(kind="owner", words="owner", before="Mira", after="", gone=True)
    assert change_sentence(gone, TODAY) == "M2 Sync: owner, was Mira, now not said, M2.md."
    point = tick._replace(kind="checkpoint", words="75 % money", before="2026-11-16", after="2026-11-18", aspect="date")
    assert change_sentence(point, TODAY) == "M2 Sync: checkpoint, 75 per cent money, date from 16 Nov to 18 Nov, M2.md:7."
    new = tick._replace(kind="appeared", words="Sync", before="", after="1/2 boxes")
    assert change_sentence(new, TODAY) == "M2 Sync: appeared, 1 of 2 boxes, M2.md:7."
    commit = CommitLine("abc1234", TODAY, "Mira", "Tick it")
    lines = list(activity_sentences([ActivityPart("since yesterday", (tick,), (commit,), "a note")], TODAY))
    assert lines == [
        "Since yesterday: 1 ticked.",
        "A note.",
        "M2 Sync: ticked, refund, M2.md:7.",
        "Commit abc1234 of 21 Nov by Mira: Tick it.",
    ]


def test_a_sentence_ends_once_and_texts_with_commas_stand_apart() -> None:
    assert said("M1", ["a", "", "b"], ["mitigation: salt, sand", "why?"]) == "M1: a, b. Mitigation: salt, sand. Why?"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert list(section("Risks", [], "None.")) == ["Risks", "None.", ""]
    assert list(section("Risks", [])) == []
