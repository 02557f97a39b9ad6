"""Many writers of one file; `python -m tests.bench.load --runs 20` is the long form."""

from __future__ import annotations

from pathlib import Path

from tests.bench.load import run, text_after
from tests.faults.processes import needs_fork
from tests.faults.rivalry import Missing, Save
from tests.faults.verdict import Records, judged

pytestmark = needs_fork
WRITERS, EDITS = 8, 12


def test_among_themselves_writers_lose_nothing_and_add_nothing(tmp_path: Path) -> None:
    verdict, text = run(tmp_path, WRITERS, EDITS, strangers=False)
    assert verdict.reported == WRITERS * EDITS
    assert text == text_after(WRITERS, EDITS)


def test_beside_strangers_every_edit_that_was_reported_was_there_and_no_settled_write_is_removed(tmp_path: Path) -> None:
    verdict, _ = run(tmp_path, WRITERS, EDITS, strangers=True, pause=0.05)
    assert verdict.reported == WRITERS * EDITS
    assert verdict.saves
    assert verdict.appends
    assert not verdict.not_there
    assert not verdict.removed


def test_the_judge_knows_whose_fault_it_is() -> None:
    """A judge that never finds fault proves nothing."""
    text = "# M1 Title\n\nEditor: 0\n\n- [ ] w0 text:\n\n## Notes\n\n```\nnote 0\n"
    gone = Missing("w0", "- [ ] w0 text: 1", began=100, ended=200, seen=400)
    records = Records([], [], [gone], {}, [], [], [])
    assert judged(records, text).not_there == 1
    stale = Save(150, 250, 300, 1, {"w0": "- [ ] w0 text:"}, frozenset())
    assert judged(records._replace(saves=[stale]), text).overwritten == 1
    assert judged(records._replace(saves=[stale._replace(read_began=210)]), text).not_there == 1
