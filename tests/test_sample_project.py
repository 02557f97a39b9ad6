"""The sample project shows every dialect and every kind of trouble, each on purpose."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from milestone_tui.analysis.standing import Standing, standings
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.workspace.workspace import Workspace

SAMPLE = Path(__file__).parents[1] / "sample_project"
MILESTONES = SAMPLE / "docs" / "milestones"
TODAY = date(2026, 11, 21)
"""The day as of which its story is told."""


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    opened = Workspace(SAMPLE)
    opened.load()
    return opened


@pytest.fixture(scope="module")
def lantern(workspace: Workspace) -> Project:
    return workspace.project


@pytest.fixture(scope="module")
def standing(lantern: Project) -> dict[str, Standing]:
    return {one.id: each for one, each in zip(lantern.milestones, standings(lantern, TODAY).values(), strict=True)}


def by_id(project: Project, id: str) -> Milestone:
    return next(milestone for milestone in project.milestones if milestone.id == id)


def test_all_five_dialects_and_none_are_there(lantern: Project) -> None:
    dialects = {milestone.dialect for milestone in lantern.milestones}
    assert {"manifest", "component", "track", "report", "initiative", "none"} <= dialects


def test_a_dozen_milestones_and_the_later_ones(lantern: Project) -> None:
    assert [milestone.id for milestone in lantern.milestones] == ["L1", "L2", "L3", *(f"M{number:02}" for number in range(1, 14))]


def test_three_tracks_run_side_by_side(lantern: Project) -> None:
    tracks = {milestone.track.raw for milestone in lantern.milestones if milestone.track}
    assert tracks == {"Platform", "Courier", "Business"}


def test_late_blocked_ready_and_contradictory_ones_are_there(standing: dict[str, Standing]) -> None:
    assert {id for id, each in standing.items() if each.late_days} == {"M03"}
    assert standing["M07"].state == "blocked"
    assert "M05" in standing["M07"].blocked_by
    assert standing["L2"].ready
    assert {id for id, each in standing.items() if each.disagreements} >= {"M02", "M09"}
    assert standing["M08"].percent is None


def test_the_readme_files_are_no_milestones(lantern: Project) -> None:
    assert {"README.md", "docs/milestones/README.md"} <= {skipped.path for skipped in lantern.skipped}


def test_broken_files_are_rows_with_their_problem(lantern: Project) -> None:
    assert {problem.path.rpartition("/")[2] for problem in lantern.problems} == {"M12-offline-riders.md", "M13-invoice-export.md"}
    assert by_id(lantern, "M12").boxes.total == 2


def test_damaged_text_is_repaired_for_display_only(lantern: Project) -> None:
    assert "‚úÖ" in (MILESTONES / "M09-route-planner.md").read_text(encoding="utf-8")
    level = by_id(lantern, "M09").risk_level
    assert level is not None
    assert level.value == "low"


def test_one_file_has_crlf_line_ends_and_one_invalid_bytes() -> None:
    crlf = (MILESTONES / "M06-partner-portal.md").read_bytes()
    assert crlf.count(b"\r\n") == crlf.count(b"\n") > 40
    with pytest.raises(UnicodeDecodeError):
        (MILESTONES / "M13-invoice-export.md").read_text(encoding="utf-8")


def test_the_tracking_file_belongs_to_its_milestone(lantern: Project) -> None:
    assert [each.path.rpartition("/")[2] for each in by_id(lantern, "M03").attached] == ["M03-dispatch-desk-tracking.md"]


def test_risks_are_read_from_every_notation(workspace: Workspace, lantern: Project) -> None:
    rated = {
        milestone.id: [
            (risk.probability.value if risk.probability else None, risk.impact.value if risk.impact else None)
            for risk in workspace.contents(milestone.key).risks
        ]
        for milestone in lantern.milestones
    }
    assert rated["M02"] == [("medium", "high"), ("low", "critical"), ("high", "medium")]
    assert rated["M03"] == [("medium", "high"), ("low", "medium")]
    assert rated["M04"] == [("medium", "high"), ("high", "medium"), ("medium", "low")]
    assert rated["M08"] == [("medium", "medium"), ("high", "low")]


def test_checkpoints_are_read(workspace: Workspace, lantern: Project) -> None:
    checkpoints = workspace.contents(by_id(lantern, "M02").key).checkpoints
    assert [(each.percent, each.day) for each in checkpoints] == [
        (25, date(2026, 10, 19)),
        (50, date(2026, 11, 2)),
        (75, date(2026, 11, 16)),
        (100, date(2026, 11, 27)),
    ]
