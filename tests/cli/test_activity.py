"""`status --panel activity` as a person and as a script meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from milestone_tui.text.terminal import cell_width
from tests.workspace.folders import folder, text_of
from tests.workspace.repositories import committed, needs_git

pytestmark = needs_git


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = folder(tmp_path / "p", {"milestones/M1.md": "", "milestones/M2.md": ""})
    committed(root, "First", "2026-01-10")
    (root / "milestones/M1.md").write_text(text_of("M1").replace("- [ ] one", "- [x] one"), encoding="utf-8")
    committed(root, "Tick one", "2026-01-14")
    (root / "milestones/M2.md").write_text(text_of("M2").replace("status: active", "status: done"), encoding="utf-8")
    return root


def test_without_a_moment_it_is_what_is_not_committed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(project), "--panel", "activity", "--width", "80"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Not committed yet (since commit ")
    assert "✓ status       active → completed" in out
    assert "ticked" not in out
    assert max(cell_width(line) for line in out.splitlines()) <= 80


@pytest.mark.parametrize("moment", ["HEAD~1", "2026-01-12"])
def test_a_moment_alone_asks_for_the_activity(project: Path, moment: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(project), "--since", moment, "--ascii"]) == 0
    out = capsys.readouterr().out
    assert "1 ticked, 1 status" in out
    assert "Tick one  Mira" in out
    assert out.isascii()


def test_it_is_there_as_data_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(project), "--since", "HEAD~1", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["schema"], data["panel"], data["since"]["commit"]["subject"]) == (1, "activity", "First")
    assert [(each["kind"], each["id"], each["line"]) for each in data["activity"]] == [("ticked", "M1", 9), ("status", "M2", 3)]
    assert [commit["subject"] for commit in data["commits"]] == ["Tick one"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--since", "nowhere"], 'no commit, tag or branch "nowhere"'),
        (["--since=--upload-pack=x"], "is no moment"),
        (["--since", "2999-01-01"], "still to come"),
        (["--since", "HEAD", "--panel", "risks"], "--since goes with --panel activity"),
    ],
)
def test_a_moment_that_is_none_is_wrong_usage(
    project: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status", str(project), *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err


def test_a_folder_without_git_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path / "p", {"milestones/M1.md": ""})
    assert main(["status", str(root), "--panel", "activity"]) == 2
    assert "no git repository" in capsys.readouterr().err
