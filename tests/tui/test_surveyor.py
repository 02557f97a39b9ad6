"""What is worked out beside the screen: when there is another survey, and when there need not be one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from milestone_tui.tui.snapshot import Snapshot, snapshot_of
from milestone_tui.tui.survey import AGENDA, CONTENTS, PLAN, Survey
from milestone_tui.tui.surveyor import Surveyor
from milestone_tui.workspace.workspace import Workspace
from tests.tui.dashboard import TODAY, project

PATIENCE = 30.0
A_MOMENT = 0.1


class Told:
    """A surveyor at work, and what it tells."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace(root)
        self.workspace.load()
        self.surveys: Queue[Survey] = Queue()
        self.surveyor = Surveyor(lambda: self.workspace, self.surveys.put)
        threading.Thread(target=self.surveyor.run, daemon=True).start()

    def snapshot(self) -> Snapshot:
        """As the files are."""
        self.workspace.refresh()
        return snapshot_of(self.workspace.project, TODAY, True)

    def next(self) -> Survey:
        """What is told next."""
        return self.surveys.get(timeout=PATIENCE)

    def silent(self) -> bool:
        """Whether nothing is told."""
        try:
            self.surveys.get(timeout=A_MOMENT)
        except Empty:
            return True
        return False


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    made = Told(project(tmp_path))
    yield made
    made.surveyor.stop()


def test_a_wish_adds_to_what_is_known_of_a_snapshot(told: Told) -> None:
    told.surveyor.show(told.snapshot())
    told.surveyor.want([CONTENTS])
    assert told.next().parts == {CONTENTS}
    told.surveyor.want([PLAN])
    survey = told.next()
    assert survey.parts == {CONTENTS, PLAN}
    assert survey.plan is not None
    assert len(survey.pairs) == 3


def test_nothing_is_worked_out_twice_when_panels_are_opened_in_turn(told: Told) -> None:
    told.surveyor.show(told.snapshot())
    told.surveyor.want([CONTENTS, PLAN])
    told.next()
    told.surveyor.want([PLAN])
    assert told.silent()
    told.surveyor.want([CONTENTS])
    assert told.silent()


def test_a_file_with_other_contents_is_read_again_though_the_snapshot_is_the_same(told: Told) -> None:
    snapshot = told.snapshot()
    told.surveyor.show(snapshot)
    told.surveyor.want([CONTENTS])
    assert [each.risk.text for each in told.next().risks] == ["The disk is full"]
    file = told.workspace.root / "M1.md"
    file.write_bytes(file.read_bytes().replace(b"The disk is full", b"The disk is empty"))
    told.workspace.refresh()
    told.surveyor.show(snapshot)
    assert [each.risk.text for each in told.next().risks] == ["The disk is empty"]


def test_open_boxes_are_listed_only_for_those_who_ask(told: Told) -> None:
    told.surveyor.show(told.snapshot())
    told.surveyor.want([CONTENTS])
    assert told.next().entries == ()
    told.surveyor.want([CONTENTS, AGENDA])
    assert "Ask around" in {entry.item.text for entry in told.next().entries}
