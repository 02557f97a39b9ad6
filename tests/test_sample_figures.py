"""Every figure of the sample project on Saturday, 21 November 2026, worked out by hand from its files; rows and JSON agree."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

import pytest

from milestone_tui.analysis.agenda import agenda, by_readiness
from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.totals import totals
from milestone_tui.cli.panels import print_panel
from milestone_tui.cli.status import print_status
from milestone_tui.views.agenda_rows import agenda_rows
from milestone_tui.workspace.workspace import Workspace
from tests.test_sample_project import SAMPLE, TODAY

BOXES = {
    "L1": (0, 2),
    "L2": (1, 3),
    "L3": (1, 2),
    "M01": (16, 18),  # criteria 4/4, done 3/3, phases 3/3 3/3 2/2, launch 1/2, transfer 0/1
    "M02": (17, 30),  # criteria 3/5, done 1/3, phases 3/3 8/11 1/3 1/2, launch 0/2, measurement 0/1
    "M03": (11, 23),  # criteria 2/4 1/2 1/2, phases 3/3 2/3 0/2, tasks 2/2 0/2 0/1 0/1, transfer 0/1
    "M04": (1, 10),  # prerequisites 1/3, objectives 0/2, deliverables 0/3, documents 0/2
    "M05": (9, 19),  # deliverables 2/4, prerequisites 2/2, checks 2/2 0/3, criteria 1/3, tasks 2/5
    "M06": (6, 10),  # prerequisites 2/2, objectives 1/2, deliverables 2/4, documents 1/2
    "M07": (2, 12),  # criteria 1/4 0/1, phases 1/2 0/3, tasks 0/1 0/1
    "M08": (0, 0),
    "M09": (6, 9),  # deliverables 2/3, tests 2/2, criteria 2/3, rollback 0/1
    "M10": (1, 3),  # immediate 1/2, short-term 0/1
    "M11": (0, 10),  # criteria 0/3, phases 0/2 0/2 0/2, launch 0/1
    "M12": (0, 2),
    "M13": (1, 3),  # the box in the fence is none
}
"""(ticked, all)."""
RISKS = {
    ("high", "critical"): (12, ["M07"]),
    ("high", "high"): (9, ["M11"]),
    ("medium", "high"): (6, ["M02", "M03", "M04", "M05", "M07", "M10"]),
    ("high", "medium"): (6, ["M02", "M04", "M05", "M06"]),
    ("low", "critical"): (4, ["M02"]),
    ("medium", "medium"): (4, ["M06", "M08", "M12"]),
    ("low", "high"): (3, ["M11"]),
    ("high", "low"): (3, ["M01", "M08", "M13"]),
    ("low", "medium"): (2, ["M03"]),
    ("medium", "low"): (2, ["M04", "M09"]),
}
"""(probability, impact) → exposure and milestones, with high 3 and critical 4; the columns of M04 and M06 have impact first."""
SLACK = {
    # Back from the end of M11 on Friday 19 March, the last of those with a length. It starts on 1 February.
    "M11": 0,
    "M04": 10,  # ends 15 January; from Monday 18 January to 1 February
    "M06": 40,  # ends 4 December; eight weeks
    "M07": 30,  # ends 18 December; six weeks
    "M02": 11,  # ends 27 November; M04, 34 days from 1 December, may start ten days later, on 15 December: 30 November to then
    "M03": 15,  # its end is past: it can end on Monday 23 November; from Tuesday to 15 December
    "M05": 10,  # ends 11 December; M07, 25 days, may start on 28 December
    "M12": 35,  # ends 29 January; seven weeks to the end
}
CHECKPOINTS = [
    # M01 was completed on 5 October, M09 on 2 November, each three days after its target. When M01 and M02, with 57 %, reached
    # their checkpoints, no file says; nor how a review went. Everything else is open.
    ("M01", "2026-09-09", "reached", -73),
    ("M01", "2026-09-17", "reached", -65),
    ("M01", "2026-09-25", "reached", -57),
    ("M01", "2026-10-02", "reached", -50),
    ("M01", "2026-10-02", "late", -50),
    ("M01", "2027-01-11", "next", 51),
    ("M02", "2026-10-19", "reached", -33),
    ("M02", "2026-11-02", "reached", -19),
    ("M02", "2026-11-16", "missed", -5),
    ("M02", "2026-11-23", "next", 2),
    ("M02", "2026-11-27", "ahead", 6),
    ("M02", "2026-11-27", "ahead", 6),
    ("M03", "2026-10-09", "past", -43),
    ("M03", "2026-10-30", "past", -22),
    ("M03", "2026-11-14", "missed", -7),
    ("M03", "2026-11-16", "past", -5),
    ("M04", "2027-01-15", "next", 55),
    ("M05", "2026-12-11", "next", 20),
    ("M06", "2026-12-04", "next", 13),
    ("M07", "2026-11-13", "past", -8),
    ("M07", "2026-12-04", "next", 13),
    ("M07", "2026-12-18", "ahead", 27),
    ("M07", "2026-12-18", "ahead", 27),
    ("M09", "2026-10-30", "late", -22),
    ("M11", "2026-12-07", "next", 16),
    ("M11", "2027-02-12", "ahead", 83),
    ("M11", "2027-02-24", "ahead", 95),
    ("M11", "2027-03-08", "ahead", 107),
    ("M11", "2027-03-19", "ahead", 118),
    ("M11", "2027-03-19", "ahead", 118),
    ("M12", "2027-01-29", "next", 69),
    ("L1", "2027-09-30", "next", 313),
    ("L2", "2027-05-28", "next", 188),
]
EXPECTED = {
    "M01": 100.0,
    "M02": 88.7,  # 47 of 53 days
    "M03": 100.0,
    "M04": 0.0,
    "M05": 62.3,  # 33 of 53
    "M06": 66.7,  # 26 of 39
    "M07": 15.6,  # 5 of 32
    "M09": 100.0,
    "M11": 0.0,
    "M12": 0.0,
    "L1": None,  # says no start
    "L2": None,
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    opened = Workspace(SAMPLE)
    opened.load()
    return opened


class Printed:
    """What `status` prints on that day."""

    def __init__(self, workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
        self.workspace = workspace
        self.capsys = capsys

    def text(self, panel: str = "", width: int = 120, json: bool = False) -> str:
        args = Namespace(panel=panel, json=json, width=width, ascii=False, verbose=False)
        if panel:
            print_panel(self.workspace, self.workspace.project, args, TODAY)
        else:
            print_status(self.workspace.project, args, TODAY)
        return self.capsys.readouterr().out

    def data(self, panel: str = "") -> dict[str, Any]:
        return json.loads(self.text(panel, json=True))  # type: ignore[no-any-return]


@pytest.fixture
def printed(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> Printed:
    return Printed(workspace, capsys)


def line_of(text: str, *words: str) -> str:
    """The line that holds all these words; an empty one if there is none."""
    return next((line for line in text.splitlines() if all(word in line for word in words)), "")


def test_progress_of_all_and_of_each(printed: Printed) -> None:
    """L3 is cancelled and left out: 71 of 154. M08 has no boxes."""
    data, text = printed.data(), printed.text()
    assert {key: data["totals"][key] for key in ("done", "total", "percent", "uncounted")} == {
        "done": 71,
        "total": 154,
        "percent": 46.1,
        "uncounted": 1,
    }
    assert "46 %  71/154 boxes  1 milestone without boxes" in text
    for milestone in data["milestones"]:
        done, whole = BOXES[milestone["id"]]
        progress = milestone["progress"]
        assert (progress["done"] or 0, progress["total"] or 0) == (done, whole)
        assert progress["percent"] == (round(100 * done / whole, 1) if whole else None)
        row = line_of(text, f" {milestone['id']} ")
        assert (f"{done}/{whole}" in row and f"{100 * done / whole:.0f} %" in row) if whole else " – " in row


def test_late_blocked_ready_and_disagreeing(printed: Printed, workspace: Workspace) -> None:
    """Late: M03, due on the 14th. Blocked: M07 by itself, L1 by M11, M04 by M02 and M03, M11, M12 by M05, M13 by M02.

    Ready: L2, as M10 is completed. Disagreeing: M02 says 80 and has 63 without its closing boxes, 57 with them; M07 says 10 and
    has 17; M09 is completed with 2 of 8 open, without the rollback. M03 says 55 and has 50, M01 100 of 100 without closing boxes.
    """
    data = printed.data()
    found = {milestone["id"]: milestone for milestone in data["milestones"]}
    assert {id: each["late_days"] for id, each in found.items() if each["late_days"]} == {"M03": 7}
    assert {id: each["blocked_by"][:4] for id, each in found.items() if each["blocked"]} == {
        "L1": ["M11"],
        "M04": ["M02", "M03"],
        "M07": ["M05", "40 ring scanners are held at customs; the supplier promises the first week of December"],
        "M11": ["M02", "M04", "M06", "M07"],
        "M12": ["M05"],
        "M13": ["M02"],
    }
    assert [id for id, each in found.items() if each["ready"]] == ["L2"]
    assert [id for id, each in found.items() if each["disagreements"]] == ["M02", "M07", "M09"]
    assert "16 milestones  ▶ 4 active  ✓ 3 completed  ⊘ 6 blocked  ! 1 late  ≠ 3 disagree" in printed.text()
    sums = totals(workspace.project, standings(workspace.project, TODAY))
    assert (sums.late, sums.blocked, sums.disagreeing) == (1, 6, 3)


def test_risks_stand_in_their_cells(printed: Printed) -> None:
    """Not rated: M05's phones and M09's riders have one word, M10's storm no probability. Over: M10's two systems."""
    data, text = printed.data("risks"), printed.text("risks", 160)
    steps = {1.0: "low", 2.0: "medium", 3.0: "high", 4.0: "critical"}
    assert [steps[step] for step in data["scale"]] == ["low", "medium", "high", "critical"]
    assert {
        (steps[cell["probability"]], steps[cell["impact"]]): (cell["exposure"], cell["milestones"]) for cell in data["cells"]
    } == RISKS
    assert sum(cell["risks"] for cell in data["cells"]) == 23
    rated = [risk for risk in data["risks"] if risk["cell"]]
    assert sum(risk["exposure"] for risk in rated) == 12 + 9 + 10 * 6 + 4 * 4 + 4 * 3 + 3 * 2
    assert [risk["milestone"] for risk in data["risks"] if not risk["cell"] and not risk["over"]] == ["M05", "M09", "M10"]
    assert [(risk["milestone"], risk["line"]) for risk in data["risks"] if risk["over"]] == [("M10", 105)]
    assert text.startswith("23 rated risks · 3 not rated · 1 over\n")
    for (_, impact), (_, milestones) in RISKS.items():
        assert f"{len(milestones)} {milestones[0]}" in line_of(text, f"{impact} ", "│")
    register = [line.split() for line in text.splitlines() if line[:4].strip().isdigit() and line[4:6] == " M"]
    assert [int(words[0]) for words in register] == sorted((risk["exposure"] for risk in rated), reverse=True)
    assert [words[1] for words in register] == [risk["milestone"] for risk in rated]


def test_the_critical_path_and_the_slack(printed: Printed) -> None:
    """M11 waits longest for M04, which ends last of what it needs; M04 for M02."""
    data, text = printed.data("dependencies"), printed.text("dependencies", 160)
    assert (data["critical_path"], data["finish"]) == (["M02", "M04", "M11"], "2027-03-19")
    assert "critical path  M02 → M04 → M11, ends 2027-03-19" in text
    nodes = {node["milestone"]: node for node in data["dependencies"]}
    assert {id: node["slack"] for id, node in nodes.items() if node["slack"] is not None} == SLACK
    assert {id for id, node in nodes.items() if node["critical"]} == {"M02", "M04", "M11"}
    assert [id for id, node in nodes.items() if node["ready"]] == ["L2"]
    assert "▷ ready        ○▷ L2 Cold boxes" in text
    assert [id for id, node in nodes.items() if node["blocked"]] == ["L1", "M04", "M07", "M11", "M12", "M13"]
    assert {id: node["frees"] for id, node in nodes.items() if node["frees"]} == {"M02": ["M13"], "M05": ["M12"], "M11": ["L1"]}
    assert [each["name"] for each in data["outside"]] == ["Payment provider", "Depot North's second screen", "Scanner supplier"]
    assert (data["cycles"], data["dangling"]) == ([], [])
    both_ends = [edge for edge in data["edges"] if (edge["first"], edge["then"]) == ("M04", "M11")]
    assert [[(place["path"][-10:], place["line"]) for place in edge["places"]] for edge in both_ends] == [
        [("racking.md", 59), ("-launch.md", 19)]
    ]


def test_tracks_their_days_and_conflicts(printed: Printed) -> None:
    """Buffer: 12 % of the 40 days of M02 and 20 % of the 34 of M04 are 5 and 7; 20 % of the 30 of M06 are 6."""
    data, text = printed.data("tracks"), printed.text("tracks", 200)
    assert [(lane["track"], lane["buffer"], lane["slack"]) for lane in data["tracks"]] == [
        ("Platform", 12, 10),
        ("Courier", 0, 10),
        ("Business", 6, 0),
        ("", 0, None),
    ]
    assert "12 days of buffer · 10 days of slack" in line_of(text, "Platform ")
    bars = {bar["milestone"]: bar for lane in data["tracks"] for bar in lane["milestones"]}
    assert {id: bar["slack"] for id, bar in bars.items() if bar["slack"] is not None} == SLACK
    assert {id: (bar["days"], bar["percent"]) for id, bar in bars.items() if id in ("M02", "M04", "M11")} == {
        "M02": (40, 56.7),
        "M04": (34, 10.0),
        "M11": (35, 0.0),
    }
    assert [id for id, bar in bars.items() if bar["computed"]] == []
    assert (bars["M03"]["start"], bars["M03"]["finish"]) == ("2026-10-12", "2026-11-14")  # a Saturday, as it is stated
    told = [(each["kind"], each["milestones"], [place["line"] for place in each["places"]]) for each in data["conflicts"]]
    assert told == [("order", ["M07", "M05"], [12, 8]), ("owner", ["M05", "M07"], [9, 7]), ("owner", ["M07", "M12"], [7, 8])]
    for conflict in data["conflicts"]:
        assert conflict["text"] in text


def test_checkpoints_and_expected_progress(printed: Printed) -> None:
    data, text = printed.data("checkpoints"), printed.text("checkpoints")
    found = [(each["milestone"], each["day"], each["state"], each["days"]) for each in data["checkpoints"]]
    assert sorted(found) == sorted(CHECKPOINTS)
    assert data["totals"] == {
        "missed": 2,
        "next": 10,
        "ahead": 9,
        "met": 0,
        "late": 2,
        "reached": 6,
        "past": 4,
        "undated": 0,
    }
    assert [(each["milestone"], each["late_days"]) for each in data["checkpoints"] if each["late_days"]] == [
        ("M01", 3),
        ("M09", 3),
    ]
    assert "3 d late   M09  target" in text
    assert text.startswith("33 dates  0 met  2 late  ! 2 missed  next: M02 review in 2 d  6 reached\n")
    assert "7 d late   M03  target" in text
    assert "5 d late   M02  75 %" in text
    ladders = {each["milestone"]: each for each in data["milestones"]}
    assert {id: each["expected"] for id, each in ladders.items()} == EXPECTED
    assert [id for id, each in ladders.items() if each["behind"]] == ["M02", "M03", "M05", "M06"]
    for id, each in ladders.items():
        done, whole = BOXES[id]
        expected = "–" if EXPECTED[id] is None else f"{EXPECTED[id]:.0f} %"
        assert each["actual"] == round(100 * done / whole, 1)
        row = line_of(text, f"{id} ", "expected ")
        assert f"{100 * done / whole:.0f} %" in row
        assert f"expected {expected:>5}" in row


def test_what_is_left_to_do(workspace: Workspace) -> None:
    """Open boxes: 2 2 13 12 9 10 4 10 10 2 2 are 76; `Payment by card` waits for its refund, so 75 are things to do.

    Overdue: the 12 of M03 without the 3 that have a day of their own. To be done now: M02's 12 without 3 closing ones,
    M03's 12 without the blocked and the closing one, 10 of M05, 4 of M06, 2 of L2. Waiting: those of M04, M07, M11, M12,
    M13 and L1, and the blocked one of M03. Later: the four closing ones.
    """
    project = workspace.project
    pairs = [(each, workspace.contents(each.key)) for each in project.milestones]
    entries = agenda(pairs, standings(project, TODAY), TODAY)
    assert len(entries) == 75
    assert {readiness: len(found) for readiness, found in by_readiness(entries)} == {
        "ready": 9 + 10 + 10 + 4 + 2,
        "waiting": 9 + 10 + 10 + 2 + 2 + 2 + 1,
        "later": 3 + 1,
    }
    headings = [(row.title, row.number) for row in agenda_rows(entries, "due", TODAY) if row.heading]
    assert headings[0] == ("Overdue", 9)
    assert {entry.id for entry in entries if entry.overdue} == {"M03"}
