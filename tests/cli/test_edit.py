"""`tick`, `untick` and `set`: written exactly, or refused with what was found."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from milestone_tui.cli.main import main

Out = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
TEXT = (
    b"# M1: First light\r\n\r\n**Status**: \xf0\x9f\x94\x84 In Progress (since May)\r\n\r\n## Tasks\r\n\r\n"
    b"- [ ] Grind the mirror\r\n- [X] Order the glass\r\n- [ ] Grind the flat\r\n\r\n---\r\n\r\n"
    b"**Status**: \xf0\x9f\x94\x84 In Progress"
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "milestones"
    folder.mkdir()
    path = folder / "M1.md"
    path.write_bytes(TEXT)
    return path


def test_a_tick_by_line_is_one_byte_with_the_letter_of_the_file(file: Path, capsys: Out) -> None:
    assert main(["tick", f"{file}:7"]) == 0
    assert file.read_bytes() == TEXT.replace(b"[ ] Grind the mirror", b"[X] Grind the mirror")
    assert capsys.readouterr().out == ""
    assert main(["untick", f"{file}:7"]) == 0
    assert file.read_bytes() == TEXT


def test_a_tick_by_words_finds_the_one_box_that_has_them(file: Path) -> None:
    assert main(["tick", "M1", "the flat", "-C", str(file.parent)]) == 0
    assert file.read_bytes() == TEXT.replace(b"[ ] Grind the flat", b"[X] Grind the flat")


def test_words_that_two_boxes_have_are_refused_with_both(file: Path, capsys: Out) -> None:
    assert main(["tick", "M1", "grind", "-C", str(file.parent)]) == 1
    err = capsys.readouterr().err
    assert "Grind the mirror" in err
    assert "Grind the flat" in err
    assert file.read_bytes() == TEXT


def test_what_is_ticked_already_is_success_and_touches_nothing(file: Path) -> None:
    before = file.stat()
    assert main(["tick", f"{file}:8"]) == 0
    after = file.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_stale_line_number_is_aimed_again_by_the_expected_text(file: Path) -> None:
    assert main(["tick", f"{file}:7", "--expect", "Grind the flat"]) == 0
    assert file.read_bytes() == TEXT.replace(b"[ ] Grind the flat", b"[X] Grind the flat")


def test_an_expected_text_that_is_gone_is_refused(file: Path, capsys: Out) -> None:
    assert main(["tick", f"{file}:7", "--expect", "Polish the mirror"]) == 1
    assert "Polish the mirror" in capsys.readouterr().err
    assert file.read_bytes() == TEXT


def test_a_line_without_a_box_is_refused(file: Path) -> None:
    assert main(["tick", f"{file}:1"]) == 1
    assert file.read_bytes() == TEXT


def test_a_dry_run_prints_the_difference_and_changes_nothing(file: Path, capsys: Out) -> None:
    assert main(["tick", f"{file}:7", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "-- [ ] Grind the mirror" in out
    assert "+- [X] Grind the mirror" in out
    assert file.read_bytes() == TEXT


def test_a_status_is_set_in_the_words_of_the_file_at_every_place_that_agreed(file: Path) -> None:
    assert main(["set", "M1", "status", "completed", "-C", str(file.parent)]) == 0
    text = file.read_bytes().decode()
    assert text.count("✅ Complete") == 2
    assert "✅ Complete (since May)\r\n" in text
    assert len(file.read_bytes().splitlines()) == len(TEXT.splitlines())


def test_raw_writes_the_text_as_given(file: Path) -> None:
    assert main(["set", str(file), "status", "nearly there", "--raw"]) == 0
    assert b"**Status**: nearly there\r\n" in file.read_bytes()


@pytest.mark.parametrize(("field", "value"), [("status", "purple"), ("target", "soon"), ("nonsense", "x")])
def test_what_cannot_be_set_is_refused(file: Path, field: str, value: str, capsys: Out) -> None:
    assert main(["set", "M1", field, value, "-C", str(file.parent)]) == 1
    assert capsys.readouterr().err
    assert file.read_bytes() == TEXT


def test_a_file_that_is_not_there_is_wrong_usage(file: Path) -> None:
    assert main(["tick", "M9", "x", "-C", str(file.parent)]) == 2
    assert main(["tick", f"{file}x:7"]) == 2


def test_fifty_processes_at_once_tick_fifty_boxes_and_nothing_else(tmp_path: Path) -> None:
    boxes = 50
    file = tmp_path / "fifty.md"
    before = "# M1: Fifty\n\n## Tasks\n\n" + "".join(f"- [ ] box {number}\n" for number in range(boxes)) + "\nafter  "
    file.write_text(before)
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "milestone_tui", "tick"]
    running = [
        subprocess.Popen([*command, f"{file}:{5 + number}"], env=environment, stderr=subprocess.DEVNULL)
        for number in range(boxes)
    ]
    assert [process.wait(60) for process in running] == [0] * boxes
    assert file.read_text() == before.replace("[ ]", "[x]")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fifty.md", "state"]


def test_where_figures_follow_each_tick_a_dry_run_shows_them_too(file: Path, capsys: Out) -> None:
    file.write_bytes(b"# M1: One\n\n**Completion**: 0% (0/2)\n\n- [ ] a\n- [ ] b\n")
    (file.parent / ".milestone-tui.yaml").write_text("align: true\n", encoding="utf-8")
    assert main(["tick", f"{file}:5", "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert "+- [x] a" in shown
    assert "+**Completion**: 50% (1/2)" in shown
    assert b"- [ ] a" in file.read_bytes()
    assert main(["tick", f"{file}:5"]) == 0
    assert b"50% (1/2)" in file.read_bytes()


def test_the_file_is_told_as_it_was_given(file: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent.parent)
    assert main(["tick", f"{file.parent.name}/{file.name}:7"]) == 0
    assert f"milestone-tui: {file.parent.name}/M1.md:7: ticked" in capsys.readouterr().err


def test_a_dry_run_does_not_speak_as_if_it_had_written(file: Path, capsys: Out) -> None:
    assert main(["rm", f"{file}:7", "--dry-run"]) == 0
    assert f'nothing was written; without --dry-run: {file}:7: deleted "Grind the mirror"' in capsys.readouterr().err
    assert main(["tick", f"{file}:8", "--dry-run"]) == 0
    assert "nothing was written" not in capsys.readouterr().err
