"""Files that a merge left unfinished."""

from __future__ import annotations

import pytest

from milestone_tui.analysis.agenda import agenda
from milestone_tui.analysis.ladder import actual_percent
from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.totals import totals
from milestone_tui.editing.planning import Refusal, plan
from milestone_tui.model.values import Count, Percent
from milestone_tui.reading.reader import read
from tests.factories import TODAY, milestone, project
from tests.faults.hostile import CONFLICT
from tests.workspace.folders import field, tick

PATH = "milestones/M1.md"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_conflict_is_a_problem_at_its_line_and_the_rest_is_read(ending: str) -> None:
    reading = read(CONFLICT.replace("\n", ending).encode(), PATH)
    (problem,) = reading.problems
    assert problem.line == 5
    assert "merge" in problem.text
    status = reading.milestones[0].status
    assert status is not None
    assert status.value == "active"


def test_its_boxes_are_not_counted_as_both_versions_stand_in_it() -> None:
    (found,) = read(CONFLICT.encode(), PATH).milestones
    assert (found.boxes, found.merging) == (Count(0, 0), 5)
    other = milestone("M2", status="active", boxes=(1, 4))
    whole = project(found, other)
    standing = standings(whole, TODAY)
    assert standing[found.key].percent is None
    sums = totals(whole, standing)
    assert (sums.boxes, sums.uncounted) == (Count(4, 1), 0)
    assert actual_percent(found._replace(declared=Percent(80.0, "80 %", 3)), standing[found.key]) is None
    assert not agenda([(found, read(CONFLICT.encode(), PATH).contents(0))], standing, TODAY)


def test_nothing_in_such_a_file_is_edited() -> None:
    reading = read(CONFLICT.encode(), PATH)
    for edit in (tick(PATH, "two"), field(PATH, "status", "completed")):
        outcome = plan(edit, reading)
        assert isinstance(outcome, Refusal)
        assert "merge" in outcome.text
        assert "5" in outcome.text
        assert outcome.advice


@pytest.mark.parametrize(
    "text",
    [
        f"# M1\n\n```\n{CONFLICT}```\n\n- [ ] two\n",
        "# M1\n\n<<<<<<< is how a conflict begins\n\n- [ ] two\n",
        "# M1\n\ntitle\n=======\n\n>>>>>>> quoted deeply\n\n- [ ] two\n",
        "# M1\n\n- [ ] two\n\n  <<<<<<< a\n  =======\n  >>>>>>> b\n",
    ],
)
def test_what_merely_looks_like_one_is_none(text: str) -> None:
    reading = read(text.encode(), PATH)
    assert not reading.problems
    assert not isinstance(plan(tick(PATH, "two"), reading), Refusal)
