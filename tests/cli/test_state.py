"""Where the user's own files lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from milestone_tui.cli.state import user_file
from tests.workspace.dialect import CONFIGURATION, SOUP_PATH, kitchen


def test_the_users_configuration_lies_where_the_system_has_such_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/conf")
    assert user_file() == Path("/conf/milestone-tui/config.yaml")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert user_file() == Path.home() / ".config" / "milestone-tui" / "config.yaml"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", "/roaming")
    assert user_file() == Path("/roaming/milestone-tui/config.yaml")


def test_every_command_reads_by_the_users_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = kitchen(tmp_path / "p", "folders: [quests]\n").root
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "milestone-tui").mkdir()
    (tmp_path / "milestone-tui" / "config.yaml").write_text(CONFIGURATION.partition("\n")[2])
    soup = str(root / SOUP_PATH)
    assert main(["status", str(root)]) == 0
    assert "active" in capsys.readouterr().out
    assert main(["explain", soup]) == 0
    assert "target" in capsys.readouterr().out
    assert main(["set", soup, "status", "served", "--dry-run"]) == 0
    assert "+**State**: Served (since May)" in capsys.readouterr().out
    assert main(["tick", f"{soup}:10"]) == 0
    assert "- [x] boil" in Path(soup).read_text()
