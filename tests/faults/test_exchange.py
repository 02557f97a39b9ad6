"""Other programs that write in the very moment in which a file is exchanged for its new version."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from milestone_tui.editing.planning import Change, Refusal, plan
from milestone_tui.model.edit import ItemTarget, SetBox, SetField, SetItem
from milestone_tui.reading.reader import read
from milestone_tui.workspace import replacing, swapping
from milestone_tui.workspace.writing import write
from tests.faults.test_rivals import EDITS, LONGER, PATH, expected, rival
from tests.workspace.folders import folder, names, text_of

needs_swap = pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two names in one step")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return folder(tmp_path / "p", {PATH: ""}) / PATH


def meddling_at(number: int, monkeypatch: pytest.MonkeyPatch, meddle: Callable[[], None]) -> None:
    """Let another program write just before the exchange of that number."""
    real, count = swapping.swapped, 0

    def swapped(one: str, other: str) -> bool:
        nonlocal count
        count += 1
        if count == number:
            meddle()
        return real(one, other)

    monkeypatch.setattr(replacing, "swapped", swapped)


@needs_swap
@pytest.mark.parametrize("atomic", [False, True], ids=["in place", "by rename"])
def test_a_change_between_the_last_look_and_the_exchange_is_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch, atomic: bool
) -> None:
    meddling_at(1, monkeypatch, rival(file, atomic=atomic))
    outcome = write(str(file), lambda data: plan(LONGER, read(data, PATH)), state_dir=None)
    assert isinstance(outcome, Change)
    assert file.read_text(encoding="utf-8") == expected(LONGER)
    assert names(file.parent) == ["M1.md"]


@needs_swap
def test_of_two_changes_amid_an_exchange_the_last_one_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rival(file, atomic=True)

    def both() -> None:
        first()
        meddling_at(1, monkeypatch, second)

    def second() -> None:
        (file.parent / "new").write_bytes(last)
        (file.parent / "new").replace(file)

    last = text_of("M1").replace("## Tasks", "The last word.\n\n## Tasks").encode()
    meddling_at(1, monkeypatch, both)
    outcome = write(str(file), lambda data: plan(LONGER, read(data, PATH)), state_dir=None)
    assert isinstance(outcome, Change)
    assert "The last word." in file.read_text(encoding="utf-8")
    assert "on_hold and longer" in file.read_text(encoding="utf-8")
    assert names(file.parent) == ["M1.md"]


@needs_swap
def test_an_edit_into_which_another_program_wrote_at_once_is_reported_as_made(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def append() -> None:
        with file.open("ab") as out:
            out.write(b"more\n")

    def both() -> None:
        append()
        meddling_at(1, monkeypatch, append)

    meddling_at(1, monkeypatch, both)
    outcome = write(str(file), lambda data: plan(LONGER, read(data, PATH)), state_dir=None)
    assert isinstance(outcome, Change)
    assert file.read_text(encoding="utf-8").count("more\n") == 1, "of two that write at the same moment, one is lost"
    assert "on_hold and longer" in file.read_text(encoding="utf-8")


@needs_swap
def test_an_edit_that_another_program_took_over_while_it_was_to_be_seen_is_reported_as_made(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reworded = SetItem(PATH, ItemTarget(0, "one", "", True, ""), "text", "one and more")
    first = rival(file, atomic=True)

    def take_over() -> None:
        (file.parent / "new").write_bytes(file.read_bytes() + b"\nsaved again\n")
        (file.parent / "new").replace(file)

    def both() -> None:
        first()
        meddling_at(1, monkeypatch, take_over)

    meddling_at(1, monkeypatch, both)
    outcome = write(str(file), lambda data: plan(reworded, read(data, PATH)), state_dir=None)
    assert isinstance(outcome, Change)
    text = file.read_text(encoding="utf-8")
    assert "saved again" in text
    assert text.count("one and more") == 1


@needs_swap
def test_a_file_that_is_deleted_before_the_exchange_stays_deleted(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meddling_at(1, monkeypatch, file.unlink)
    outcome = write(str(file), lambda data: plan(LONGER, read(data, PATH)), state_dir=None)
    assert isinstance(outcome, Refusal)
    assert "gone" in outcome.text
    assert names(file.parent) == []


@EDITS
def test_where_names_cannot_be_exchanged_the_file_is_replaced(
    file: Path, edit: SetBox | SetField, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "swapped", lambda one, other: False)
    assert isinstance(write(str(file), lambda data: plan(edit, read(data, PATH)), state_dir=None), Change)
    assert file.read_text(encoding="utf-8") == expected(edit).replace("A line by somebody else.\n\n", "")
    assert names(file.parent) == ["M1.md"]
