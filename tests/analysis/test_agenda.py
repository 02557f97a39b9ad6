"""What is still to be ticked, by whom, until when, and whether it can be done now."""

from __future__ import annotations

from datetime import date, timedelta

from milestone_tui.analysis.agenda import Entry, agenda, by_due, by_owner, by_readiness
from milestone_tui.analysis.standing import standings
from milestone_tui.model.checklist import ChecklistSection, Item
from milestone_tui.model.contents import NO_CONTENTS, Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Person
from tests.factories import TODAY, depends, milestone, project, stated

TARGET = TODAY + timedelta(days=6)


def box(text: str, depth: int = 0, state: str = "open", owner: str | None = None, due: date | None = None) -> Item:
    return Item(f"key of {text}", text, state, True, 10, depth, owner, due, None)


def boxes(*items: Item, closing: bool = False) -> Contents:
    done = sum(item.state == "done" for item in items)
    return NO_CONTENTS._replace(checklist=(ChecklistSection("Work", ("Work",), 9, len(items), done, items, closing),))


def found(*pairs: tuple[Milestone, Contents]) -> tuple[Entry, ...]:
    whole = project(*(milestone for milestone, _ in pairs))
    return agenda(pairs, standings(whole, TODAY), TODAY)


ACTIVE = milestone("M1", status="active", target=TARGET, owner=stated("@mira"))


def test_a_box_with_open_boxes_below_it_is_not_listed_until_they_are_ticked() -> None:
    entries = found(
        (
            ACTIVE,
            boxes(
                box("two left"),
                box("one", 1),
                box("two", 1),
                box("none left"),
                box("ticked", 1, "done"),
                box("alone"),
                box("x", 0, "done"),
            ),
        )
    )
    assert [(entry.item.text, entry.above.text if entry.above else "") for entry in entries] == [
        ("one", "two left"),
        ("two", "two left"),
        ("none left", ""),
        ("alone", ""),
    ]


def test_dropped_and_deferred_boxes_are_left_out_with_what_is_nested_in_them() -> None:
    items = (box("given up", 0, "dropped"), box("with it", 1), box("put off", 0, "deferred"), box("begun", 0, "active"))
    assert [entry.item.text for entry in found((ACTIVE, boxes(*items)))] == ["begun"]


def test_siblings_at_an_uneven_depth_are_not_nested_in_each_other() -> None:
    entries = found((ACTIVE, boxes(box("top", 0, "done"), box("one", 2, owner="bo"), box("two", 2))))
    assert [(entry.item.text, entry.above and entry.above.text, entry.owner) for entry in entries] == [
        ("one", "top", "bo"),
        ("two", "top", "mira"),
    ]


def test_owner_and_day_come_from_the_box_the_one_above_or_the_milestone() -> None:
    day = TODAY - timedelta(days=2)
    entries = found(
        (ACTIVE, boxes(box("own", owner="@bo", due=day), box("plain"), box("parent", owner="ann", due=TODAY), box("child", 1)))
    )
    assert [(entry.owner, entry.owner_of, entry.due, entry.due_of, entry.overdue) for entry in entries] == [
        ("bo", "own", day, "own", 2),
        ("mira", "milestone", TARGET, "milestone", 0),
        ("ann", "above", TODAY, "above", 0),
    ]


def test_a_first_name_means_the_only_person_who_has_it() -> None:
    """Bo is Bo Tran; Ann may be either of two."""
    people = tuple(Person("stakeholder", name, 5) for name in ("Ann Lee", "Bo Tran", "Ann Day", "bo tran"))
    whole = milestone("M1", status="active", people=people)
    entries = found((whole, boxes(box("a", owner="@bo"), box("b", owner="@ann"), box("c", owner="@zoe"))))
    assert [entry.owner for entry in entries] == ["Bo Tran", "ann", "zoe"]


def test_several_people_in_one_role_are_several_people() -> None:
    team = ACTIVE._replace(
        people=(Person("development_team", "Bao Tran, Sami Koskela", 9), Person("qa_team", "Ines Duarte & Al Gray", 9))
    )
    entries = found((team, boxes(*(box(name, owner=name) for name in ("@bao", "sami", "al", "ines")))))
    assert [entry.owner for entry in entries] == ["Bao Tran", "Sami Koskela", "Al Gray", "Ines Duarte"]
    others = ACTIVE._replace(
        people=(Person("development_team", "Bao Tran, Bao Li", 9), Person("qa_team", "Al Gray, the night shift", 9))
    )
    assert [entry.owner for entry in found((others, boxes(box("a", owner="@bao"), box("b", owner="shift"))))] == ["bao", "shift"]


def test_nobody_and_no_day_are_said_as_such() -> None:
    (entry,) = found((milestone("M1", status="active"), boxes(box("a"))))
    assert (entry.owner, entry.owner_of, entry.due, entry.due_of) == ("", "", None, "")


def test_what_can_be_done_now_is_begun_or_ready_and_not_blocked() -> None:
    one = boxes(box("a"))
    entries = found(
        (milestone("A", status="active"), one),
        (milestone("B", status="planned", dependencies=(depends("A"),)), one),
        (milestone("C", status="planned"), one),
        (milestone("D", status="on_hold"), one),
        (milestone("E"), one),
        (milestone("F", status="completed"), one),
        (milestone("G", status="cancelled"), one),
        (milestone("H", status="active"), boxes(box("a", 0, "blocked"))),
        (milestone("I", status="active"), boxes(box("a"), closing=True)),
    )
    assert {entry.id: entry.readiness for entry in entries} == {
        "A": "ready",
        "B": "waiting",
        "C": "ready",
        "D": "later",
        "E": "ready",
        "H": "waiting",
        "I": "later",
    }


def test_orders() -> None:
    items = boxes(box("none"), box("soon", due=TODAY, owner="Bo"), box("late", due=TODAY - timedelta(days=1), owner="bo"))
    entries = found((milestone("A", status="on_hold"), items), (milestone("B", status="active"), boxes(box("now", due=TODAY))))
    assert [entry.item.text for entry in by_due(entries)] == ["late", "now", "soon", "none"]
    assert [(owner, [entry.item.text for entry in held]) for owner, held in by_owner(entries)] == [
        ("bo", ["late", "soon"]),
        ("", ["now", "none"]),
    ]
    assert [(name, [entry.item.text for entry in held]) for name, held in by_readiness(entries)] == [
        ("ready", ["now"]),
        ("later", ["late", "soon", "none"]),
    ]
