"""`milestone-tui status` as a person and as a script meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from milestone_tui.cli.main import main

SAMPLE = Path(__file__).parents[2] / "sample_project"


def ran(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_sample_project_shows_every_milestone_with_data_on_stdout_alone(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "status", SAMPLE, "--width", "120")
    assert (code, err) == (0, "")
    for milestone in (*(f"M{number:02}" for number in range(1, 14)), "L1", "L2", "L3"):
        assert f" {milestone} " in out
    assert max(len(line) for line in out.splitlines()) <= 120


def test_a_broken_file_is_a_row_and_changes_no_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, "status", SAMPLE, "--width", "160", "-v")
    row = next(line for line in out.splitlines() if " M12 " in line)
    assert code == 0
    assert "✗ line" in row
    assert "docs/milestones/M12-offline-riders.md:" in out


def test_a_view_and_a_key_that_do_not_exist_are_listed_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own" / "milestone-tui").mkdir(parents=True)
    (tmp_path / "own" / "milestone-tui" / "config.yaml").write_text("keys: {edit.tik: w}\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    root = tmp_path / "project"
    root.mkdir()
    (root / "M1.md").write_text("# M1: One\n\n**Status**: active\n")
    (root / ".milestone-tui.yaml").write_text('views:\n  broken: "statu:x"\n')
    _, out, _ = ran(capsys, "status", root, "-v")
    assert ".milestone-tui.yaml:2: View `broken`" in out
    assert "config.yaml:1: There is no key `edit.tik`" in out
    _, brief, _ = ran(capsys, "status", root)
    assert "1 problem (-v lists them)" in brief


def test_ascii_draws_without_other_signs(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = ran(capsys, "status", SAMPLE, "--ascii", "--width", "60")
    assert not set("━╸─▶✓○⊘≠–…") & set(out)


def test_json_is_json_and_counts_like_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "status", SAMPLE, "--json")
    data = json.loads(out)
    _, table, _ = ran(capsys, "status", SAMPLE, "--width", "160")
    assert (code, err, data["schema"]) == (0, "", 1)
    assert f"{data['totals']['done']}/{data['totals']['total']} boxes" in table
    for milestone in data["milestones"]:
        row = next(line for line in table.splitlines() if f" {milestone['id']} " in line)
        progress = milestone["progress"]
        assert (f"{progress['done']}/{progress['total']}" if progress["total"] else "–") in row


def test_a_path_that_does_not_exist_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "status", SAMPLE / "doc" / "milestones")
    assert (code, out) == (2, "")
    assert "does not exist" in err
    assert f"Did you mean {SAMPLE / 'docs'}?" in err


def test_a_folder_without_milestones_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "status", tmp_path)
    assert (code, out) == (2, "")
    assert "milestone-tui demo" in err


def test_a_folder_of_other_texts_says_why_each_is_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n\nNothing here.\n", encoding="utf-8")
    code, _, err = ran(capsys, "status", tmp_path)
    assert code == 2
    assert "notes.md is passed over: " in err


def test_a_folder_with_only_broken_files_is_still_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "milestones").mkdir()
    (tmp_path / "milestones" / "M1.md").write_bytes("# M1 One\n\n- [ ] a\n".encode("utf-16"))
    code, out, _ = ran(capsys, "status", tmp_path)
    assert code == 0
    assert "M1" in out


@pytest.mark.parametrize(
    "arguments", [["status", "--width", "wide"], ["status", "a", "b"], ["tick"], ["set", "M01"], ["--colour"]]
)
def test_wrong_usage_is_exit_code_2_and_talks_on_stderr(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "usage: milestone-tui" in err


@pytest.mark.parametrize("command", ["", "demo", "status", "show", "explain", "tick", "untick", "set"])
def test_every_command_has_help_with_the_exit_codes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, *([command] if command else []), "--help")
    assert code == 0
    assert "2 wrong usage or nothing to read" in out
