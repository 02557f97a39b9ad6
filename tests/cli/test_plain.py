"""`--plain`: the panels as lines of text, with the figures of the other views."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from tests.cli.test_status import SAMPLE, ran
from tests.workspace.folders import folder

HEADINGS = ["Overview", "Milestones", "Risks", "Dependencies", "Tracks", "Checkpoints", "Agenda", "Activity"]


def test_every_panel_has_its_heading_and_nothing_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, SAMPLE, "--plain")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert [line for line in lines if line in HEADINGS] == HEADINGS
    assert not re.findall("[\u2500-\u259f▶✓○⊘≠–]", out)
    assert "" not in (lines[0], lines[-1])


def test_the_figures_are_those_of_status(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = ran(capsys, SAMPLE, "--plain", "--only", "overview")
    _, status, _ = ran(capsys, "status", SAMPLE, "--json")
    data = json.loads(status)
    assert f"{data['totals']['done']} of {data['totals']['total']} boxes" in out
    for each in data["milestones"]:
        (line,) = [line for line in out.splitlines() if line.startswith(f"{each['id']} ")]
        assert (f"{each['progress']['done']} of {each['progress']['total']} box" in line) is bool(each["progress"]["total"])
        assert ("late by" in line) is (each["late_days"] > 0)
        assert line.count("contradiction: ") == len(each["disagreements"])


@pytest.mark.parametrize(
    "panel", ["overview", "milestone", "risks", "dependencies", "tracks", "checkpoints", "agenda", "activity"]
)
def test_one_panel_can_be_asked_for(panel: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, SAMPLE, "--plain", "--only", panel)
    assert code == 0
    assert [line for line in out.splitlines() if line in HEADINGS] == [out.splitlines()[0]]


def test_one_milestone_can_be_asked_for_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, SAMPLE, "--plain", "--only", "m02")
    assert code == 0
    assert "M02 Booking engine, M02-booking-engine.md:34" in out.splitlines()
    assert "M03 Dispatch desk," not in out


def test_a_panel_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for plain in (["--plain"], []):
        code, out, err = ran(capsys, SAMPLE, *plain, "--only", "nothing")
        assert (code, out) == (2, "")
        assert "overview, milestone, risks" in err


def test_a_folder_without_milestones_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--plain"]) == 2
    assert "milestone-tui demo" in capsys.readouterr().err


def test_a_project_that_says_little_says_so_under_each_heading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path / "p", {"milestones/M1.md": ""})
    _, out, _ = ran(capsys, root, "--plain")
    assert "No milestone lists a risk." in out
    assert "No milestone waits for another." in out
    assert "This folder is in no git repository." in out


def test_control_characters_of_files_reach_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# M1 \x1b[31mred\n\nStatus: active\n\n## Ta\x07sks\n\n- [ ] o\x1b]0;x\x07ne\n- [ ] \u202etwo\n"
    root = folder(tmp_path / "p\x1b[1m", {"milestones/M1\x1b[2J.md": text})
    code, out, _ = ran(capsys, root, "--plain")
    assert code == 0
    assert not [character for character in out if ord(character) < 32 and character != "\n"]
    assert "\u202e" not in out


def test_without_a_terminal_one_panel_is_printed_as_the_panel_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, SAMPLE, "--only", "risks")
    assert code == 0
    assert "rated risk" in out
    assert "no terminal" in err
