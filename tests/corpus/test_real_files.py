"""Real files: reading never raises, and every edit changes what it says and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from milestone_tui.editing.outcome import Change
from milestone_tui.editing.planning import plan
from milestone_tui.editing.targets import boxes_of
from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.reading.reader import Reading, read
from milestone_tui.text.patch import apply, invert
from milestone_tui.views.show_json import milestone_json
from tests.real_files import CORPUS, needs_real_files, real_files

pytestmark = [needs_real_files, pytest.mark.corpus]

VARIANTS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda data: data,
    "with CRLF": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "with a BOM": lambda data: b"\xef\xbb\xbf" + data,
    "with tabs": lambda data: data.replace(b"    ", b"\t").replace(b"  ", b"\t"),
    "without a final newline": lambda data: data.rstrip(b"\r\n"),
}
ANOTHER = "zzz"


def readings(variant: str) -> list[Reading]:
    return [read(VARIANTS[variant](path.read_bytes()), path.name) for path in real_files()]


@pytest.fixture(scope="module", params=list(VARIANTS))
def all_readings(request: pytest.FixtureRequest) -> list[Reading]:
    return readings(request.param)


def test_every_file_is_read_to_the_last_noun(all_readings: list[Reading]) -> None:
    assert len(all_readings) > 200
    for reading in all_readings:
        for number, milestone in enumerate(reading.milestones):
            json.dumps(milestone_json(milestone, reading.contents(number), {}))
        assert isinstance(reading.skip_reason, str)
        assert isinstance(reading.problems, tuple)


def test_every_box_is_ticked_by_one_byte_and_back(all_readings: list[Reading]) -> None:
    seen = 0
    for reading in all_readings:
        data = reading.document.data
        for box in boxes_of(reading.document, reading.outline)[::7]:
            if not box.item.counted:
                continue
            was = data[box.place.byte : box.place.byte + 1] != b" "
            change = plan(SetBox(reading.path, not was, line=box.item.line), reading)
            assert isinstance(change, Change), (reading.path, change)
            assert len(change.after) == len(data)
            assert [at for at in range(len(data)) if data[at] != change.after[at]] == [box.place.byte]
            assert apply(change.after, invert(change.patches)) == data
            if not was:
                back = plan(SetBox(reading.path, False, line=box.item.line), read(change.after, reading.path))
                assert isinstance(back, Change)
                assert back.after == data
            seen += 1
    assert seen > 200


def test_fields_are_set_and_put_back(all_readings: list[Reading]) -> None:
    """Every third one of each form of the files, all of them over the forms together."""
    seen = 0
    numbers = count(len(all_readings[0].document.data))
    for reading in all_readings:
        data = reading.document.data
        for place, found in enumerate(reading.found):
            for name, anchors in found.anchors.items():
                first = next((anchor for anchor in anchors if anchor.editable), None)
                if first is None or not first.raw or next(numbers) % 3:
                    continue
                change = plan(SetField(reading.path, found.milestone.key, name, ANOTHER, raw=True), reading)
                assert isinstance(change, Change), (reading.path, name, change)
                again = read(change.after, reading.path)
                key = again.found[place].milestone.key
                back = plan(SetField(reading.path, key, name, first.raw, raw=True), again)
                assert isinstance(back, Change), (reading.path, name, back)
                assert back.after == data, (reading.path, name)
                seen += 1
    assert seen > 300


def test_the_share_read_rightly_is_the_one_we_claim() -> None:
    """The counts, sections and lines of boxes of the files whose truth was made by hand."""
    entries = json.loads((CORPUS / "truth.json").read_text(encoding="utf-8"))["entries"]
    assert len(entries) >= 20
    for truth in entries:
        path = CORPUS / truth["repo"].replace("/", "__") / truth["path"]
        reading = read(Path(path).read_bytes(), truth["path"])
        total = sum(milestone.boxes.total for milestone in reading.milestones)
        done = sum(milestone.boxes.done for milestone in reading.milestones)
        assert (total, done) == (truth["checklist"]["total"], truth["checklist"]["done"]), truth["path"]
        if len(reading.milestones) == 1:
            status = reading.milestones[0].status
            assert (status.value if status else None) == truth["status"], truth["path"]
