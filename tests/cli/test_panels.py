"""`status --panel`: the rows of the panels as text and as data."""

from __future__ import annotations

import json

import pytest

from milestone_tui.cli.main import main
from milestone_tui.text.terminal import cell_width
from tests.cli.test_status import SAMPLE

PANELS = ("risks", "dependencies", "tracks", "checkpoints", "agenda")


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("width", ["40", "80", "160"])
def test_a_panel_is_printed_in_the_width_that_is_asked_for(panel: str, width: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(SAMPLE), "--panel", panel, "--width", width]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 8
    assert max(cell_width(line) for line in lines) <= int(width)


@pytest.mark.parametrize("panel", PANELS)
def test_a_panel_is_there_as_data_too(panel: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(SAMPLE), "--panel", panel, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["schema"], data["panel"]) == (1, panel)
    assert len(data[panel]) > 2


def test_the_risks_of_a_panel_are_those_of_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(SAMPLE), "--panel", "risks", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["risks"]
    assert main(["show", "M02", "-C", str(SAMPLE), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["milestones"][0]["risks"]
    assert sorted(risk["text"] for risk in listed if risk["milestone"] == "M02") == sorted(risk["text"] for risk in shown)
