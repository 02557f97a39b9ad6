"""`show` and `explain`: everything that was read, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from milestone_tui.cli.main import main
from tests.cli.test_status import SAMPLE

Out = pytest.CaptureFixture[str]


def shown(out: Out, *arguments: str) -> dict[str, Any]:
    assert main(["show", *arguments, "--json"]) == 0
    return dict(json.loads(out.readouterr().out))


def test_status_and_show_give_the_same_figures(capsys: Out) -> None:
    assert main(["status", str(SAMPLE), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["milestones"]
    assert len(rows) > 12
    for row in rows:
        one = next(each for each in shown(capsys, row["id"], "-C", str(SAMPLE))["milestones"] if each["path"] == row["path"])
        assert (one["title"], one["line"]) == (row["title"], row["line"])
        assert (one["progress"]["done"] or 0, one["progress"]["total"] or 0) == (
            row["progress"]["done"] or 0,
            row["progress"]["total"] or 0,
        )
        assert (one["status"] or {}).get("value") == (row["status"] or {}).get("value")
        sections = one["checklist"]["sections"]
        assert sum(section["total"] for section in sections) == one["checklist"]["total"]
        assert sum(section["done"] for section in sections) == one["checklist"]["done"]


def test_a_file_is_shown_alone_even_when_a_scan_passes_it_over(tmp_path: Path, capsys: Out) -> None:
    template = tmp_path / "template.md"
    template.write_text("# Milestone: {NAME}\n\n**Status**: {STATUS}\n**Owner**: {WHO}\n**Target**: {WHEN}\n\n- [ ] {TASK}\n")
    found = shown(capsys, str(template))["milestones"]
    assert [(each["path"], each["checklist"]["total"]) for each in found] == [("template.md", 1)]


def test_a_dependency_names_the_milestone_it_means(capsys: Out) -> None:
    found = shown(capsys, "M04", "-C", str(SAMPLE))["milestones"][0]
    assert {each["ref"]: each["target"] for each in found["dependencies"] if each["kind"] == "upstream"} == {
        "M02": "M02",
        "M03": "M03",
    }


def test_a_milestone_is_found_by_its_other_names(capsys: Out) -> None:
    assert shown(capsys, "m02-booking-engine", "-C", str(SAMPLE))["milestones"][0]["id"] == "M02"


def test_every_shown_line_is_the_line_of_the_file(capsys: Out) -> None:
    found = shown(capsys, "M02", "-C", str(SAMPLE))["milestones"][0]
    lines = (SAMPLE / found["path"]).read_text(encoding="utf-8").splitlines()
    items = [item for section in found["checklist"]["sections"] for item in section["items"]]
    assert len(items) == 30
    assert all(item["text"] in lines[item["line"] - 1] for item in items)
    assert all(risk["text"] in lines[risk["line"] - 1] for risk in found["risks"])


def test_an_unknown_name_says_what_there_is(capsys: Out) -> None:
    assert main(["show", "M0Z", "-C", str(SAMPLE)]) == 2
    err = capsys.readouterr().err
    assert "M0Z" in err
    assert any(f"M{number:02}" in err for number in range(1, 14))


def test_the_text_of_a_file_reaches_the_terminal_without_its_controls(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "M1.md").write_bytes(b"# M1: red \x1b[31m alert\n\n**Status**: active\n\n- [ ] bell \x07 here [bold]\n")
    assert main(["show", str(tmp_path / "M1.md")]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "[bold]" in out


def test_explain_puts_a_reading_beside_every_line_that_is_not_blank(capsys: Out) -> None:
    file = SAMPLE / "docs" / "milestones" / "M02-booking-engine.md"
    assert main(["explain", str(file)]) == 0
    printed = capsys.readouterr().out.splitlines()
    lines = file.read_text(encoding="utf-8").split("\n")
    assert len(printed) >= len(lines) - 1
    assert all(line.count("│") == (2 if text.strip() else 1) for line, text in zip(printed, lines, strict=False))
    assert sum("left unread" in line for line in printed) < len(printed) / 10


def test_explain_of_a_folder_is_wrong_usage(capsys: Out) -> None:
    assert main(["explain", str(SAMPLE)]) == 2
    assert "file" in capsys.readouterr().err


def test_every_row_has_a_label(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "M1.md").write_text("# Pot.soup — The long soup\n\n**Status**: active\n", encoding="utf-8")
    assert main(["show", str(tmp_path / "M1.md")]) == 0
    out = capsys.readouterr().out
    assert "heading: Pot.soup — The long soup" in out
    assert "  : " not in out
