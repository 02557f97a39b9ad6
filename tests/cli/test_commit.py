"""Committing edits from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from tests.workspace.commits import M1, M2, by_hand, in_head, somebody, ticked
from tests.workspace.commits import project as project_in
from tests.workspace.folders import text_of
from tests.workspace.repositories import git, needs_git

__all__ = ["somebody"]
pytestmark = needs_git


@pytest.fixture
def project(tmp_path: Path, somebody: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return project_in(tmp_path / "p", tmp_path / "state" / "milestone-tui").root


def edited(root: Path) -> None:
    assert main(["tick", f"{root}/{M1}:9"]) == 0
    assert main(["set", "-C", str(root), "M2", "status", "blocked"]) == 0


def test_edits_are_committed_and_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(project)
    capsys.readouterr()
    assert main(["commit", str(project)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith('M1, M2: 1 tick, 1 status\n\n- M1: tick "one"\n- M2: set status to "blocked"\n\n--- milestones/M1.md\n')
    assert "+- [x] one\n" in out
    assert err == f"milestone-tui: committed {git(project, 'rev-parse', '--short', 'HEAD')}: M1, M2: 1 tick, 1 status\n"
    assert git(project, "status", "--porcelain") == ""
    assert main(["commit", str(project)]) == 0
    assert "git has all your edits" in capsys.readouterr().err


def test_a_dry_run_prints_the_same_and_commits_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(project)
    head = git(project, "rev-parse", "HEAD")
    capsys.readouterr()
    assert main(["commit", "--dry-run", str(project)]) == 0
    dry, err = capsys.readouterr()
    assert err == "milestone-tui: nothing was committed; without --dry-run: committed M1, M2: 1 tick, 1 status\n"
    assert git(project, "rev-parse", "HEAD") == head
    assert main(["commit", str(project)]) == 0
    assert capsys.readouterr().out == dry


def test_words_of_ones_own(project: Path) -> None:
    edited(project)
    assert main(["commit", "-m", "# Mine\n\nall of it", str(project)]) == 0
    assert git(project, "log", "-1", "--format=%B") == "# Mine\n\nall of it"


def test_words_that_say_nothing_are_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(project)
    assert main(["commit", "-m", " ", str(project)]) == 1
    assert "needs some words" in capsys.readouterr().err


def test_one_file_alone(project: Path) -> None:
    edited(project)
    assert main(["commit", f"{project}/{M2}"]) == 0
    assert in_head_of(project, M1) == text_of("M1").strip()
    assert "blocked" in in_head_of(project, M2)


def in_head_of(root: Path, path: str) -> str:
    from milestone_tui.workspace.workspace import Workspace

    return in_head(Workspace(root), path)


def test_what_is_left_out_is_told_and_the_rest_is_committed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from milestone_tui.workspace.workspace import Workspace

    found = Workspace(project, project.parent / "state" / "milestone-tui")
    ticked(found, M1)
    ticked(found, M2)
    by_hand(found, M1, "[x] one", "[x] one and only")
    assert main(["commit", str(project)]) == 1
    err = capsys.readouterr().err
    assert 'milestones/M1.md is left out: ticked "one": the line was changed since; commit this file with git' in err
    assert "committed" in err
    assert main(["commit", str(project)]) == 1
    assert "nothing is committed" in capsys.readouterr().err


def test_a_file_that_git_does_not_follow_is_told_and_is_no_failure(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "milestones/M3.md").write_text(text_of("M3"), encoding="utf-8")
    assert main(["tick", f"{project}/milestones/M3.md:9"]) == 0
    capsys.readouterr()
    assert main(["commit", str(project)]) == 0
    assert "M3.md is left out: git does not follow it" in capsys.readouterr().err


def test_no_repository_is_a_refusal(tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bare.md").write_text(text_of("M9"), encoding="utf-8")
    assert main(["commit", str(tmp_path / "bare.md")]) == 1
    assert "in no git repository" in capsys.readouterr().err
    assert main(["commit", str(tmp_path / "nowhere")]) == 2


def test_text_of_files_reaches_neither_terminal_nor_git_as_control(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "one \x1b]0;title\x07 \u202e\x1b[31m [red] $(touch pwned)"
    (project / M1).write_text(f"# M1\x1b[2J\n\n- [ ] {text}\n", encoding="utf-8")
    git(project, "commit", "-q", "-a", "-m", "Hostile")
    (project / ".git/hooks").mkdir(exist_ok=True)
    assert main(["tick", f"{project}/{M1}:3"]) == 0
    for command in (["commit", "--dry-run"], ["commit"], ["history"]):
        assert main([*command, str(project)]) == 0
    captured = capsys.readouterr()
    message = git(project, "log", "-1", "--format=%B")
    for told in (captured.out, captured.err, message):
        assert not [character for character in told if character in "\u202e\x7f" or (ord(character) < 32 and character != "\n")]
    assert "[red] $(touch pwned)" in message
    assert not list(project.rglob("pwned"))


def test_history_tells_what_is_committed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(project)
    main(["commit", f"{project}/{M1}"])
    capsys.readouterr()
    assert main(["history", str(project)]) == 0
    newer, older = capsys.readouterr().out.splitlines()
    short = git(project, "rev-parse", "--short=7", "HEAD")
    assert "committed" not in newer
    assert older.endswith(f"(committed {short})")
    assert main(["history", "--json", str(project)]) == 0
    found = json.loads(capsys.readouterr().out)["history"]
    assert [each["commit"] for each in found] == ["", git(project, "rev-parse", "HEAD")]


def test_as_a_process_without_a_terminal(project: Path) -> None:
    edited(project)
    done = subprocess.run(
        [sys.executable, "-m", "milestone_tui", "commit", "."],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert b"committed" in done.stderr


def test_history_calls_nothing_committed_that_git_took_away_before(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "-C", str(project), "M2", "status", "blocked"]) == 0
    git(project, "checkout", "--", ".")
    assert main(["set", "-C", str(project), "M2", "owner", "Iris"]) == 0
    assert main(["commit", str(project)]) == 0
    capsys.readouterr()
    assert main(["history", str(project)]) == 0
    newer, older = capsys.readouterr().out.splitlines()
    assert "(committed " in newer
    assert "committed" not in older
    assert main(["undo", str(project)]) == 0
    assert main(["undo", str(project)]) == 0
    assert "undone already" in capsys.readouterr().err
