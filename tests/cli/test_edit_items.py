"""`add`, `move`, `rm`, `align` and what `set` does beyond fields: written exactly, or refused with what was found."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from milestone_tui.workspace.workspace import Workspace

Out = pytest.CaptureFixture[str]
TEXT = """---
id: M1
dependencies: [M0]
---
# M1: Keel

**Status**: 🔄 In Progress | **Progress**: 10%
**Target Date**: 2026-05-01

## Tasks

- [ ] paint @mira (due 2026-06-01)
  - [x] sand
- [x] buy tar

## Risks

| Risk | Impact |
|------|--------|
| Ice  | High   |

## Milestone Checkpoints
- **25% Checkpoint**: 2026-03-03 - first slice
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "milestones"
    folder.mkdir()
    (folder / "M0.md").write_text("---\nid: M0\n---\n# M0: Zero\n\n- [x] a\n")
    path = folder / "M1.md"
    path.write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return path


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (["add", "M1", "new"], "- [x] buy tar\n", "- [x] buy tar\n- [ ] new\n"),
        (["add", "{}:13", "new"], "  - [x] sand\n", "  - [x] sand\n  - [ ] new\n"),
        (["add", "{}:12", "new", "--depth", "1"], "  - [x] sand\n", "  - [x] sand\n  - [ ] new\n"),
        (["add", "{}:16", "new"], "| Ice  | High   |\n", "| Ice  | High   |\n\n- [ ] new\n"),
        (["add", "M1", "new", "--after", "paint", "--owner", "ana"], "- [x] buy", "- [ ] new @ana\n- [x] buy"),
        (["add", "M1", "new", "--under", "tasks", "--due", "2026-12-04"], "tar\n", "tar\n- [ ] new (due 2026-12-04)\n"),
        (["add", "M1", "Notes", "--section"], "first slice\n", "first slice\n\n## Notes\n"),
        (["move", "{}:14", "--indent"], "- [x] buy", "  - [x] buy"),
        (["move", "M1", "sand", "--outdent"], "  - [x] sand", "- [x] sand"),
        (["move", "{}:14", "--into", "12"], "- [x] buy", "  - [x] buy"),
        (["rm", "M1", "sand"], "  - [x] sand\n", ""),
        (["set", "{}:12", "due", "+1w"], "2026-06-01", "2026-06-08"),
        (["set", "{}:12", "state", "next"], "- [ ] paint", "- [x] paint"),
        (["set", "M1", "owner", "ana", "--item", "paint"], "@mira", "@ana"),
        (["set", "{}:20", "impact", "low"], "| Ice  | High   |", "| Ice  | Low    |"),
        (["set", "M1", "impact", "low", "--risk", "ice"], "| Ice  | High   |", "| Ice  | Low    |"),
        (["set", "M1", "date", "+1d", "--checkpoint", "25%"], "2026-03-03", "2026-03-04"),
        (["set", "{}:23", "criteria", "two slices"], "first slice", "two slices"),
        (["set", "M1", "target", "+2w"], "2026-05-01", "2026-05-15"),
        (["set", "M1", "progress", "+15"], "10%", "25%"),
        (["set", "M1", "dependencies", "^M0"], "[M0]", "[]"),
        (["set", "M1", "owner", "Noor"], "dependencies", "milestone_lead: Noor\ndependencies"),
        (["align", "M1", "--yes"], "10%", "67%"),
    ],
)
def test_it_is_written_and_taken_back(file: Path, words: list[str], old: str, new: str) -> None:
    command = [word.format(file) for word in words]
    assert main([*command, "--dry-run"]) == 0
    assert file.read_text() == TEXT
    assert main(command) == 0
    assert sorted(file.read_text().splitlines()) == sorted(TEXT.replace(old, new, 1).splitlines())
    workspace = Workspace(file.parent, file.parents[1] / "state" / "milestone-tui")
    workspace.load()
    workspace.undo()
    assert file.read_text() == TEXT


def test_a_move_before_another_one(file: Path) -> None:
    assert main(["move", "M1", "tar", "--before", "paint"]) == 0
    assert file.read_text() == TEXT.replace("- [x] buy tar\n", "").replace("- [ ] paint", "- [x] buy tar\n- [ ] paint")


def test_a_dry_run_shows_whole_lines(file: Path, capsys: Out) -> None:
    assert main(["add", "M1", "new", "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == ["@@ -14,0 +15,1 @@", "+- [ ] new"]
    assert main(["rm", "M1", "paint", "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "@@ -12,2 +11,0 @@",
        "-- [ ] paint @mira (due 2026-06-01)",
        "-  - [x] sand",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ["add", "M1", "new", "--under", "Nowhere"],
        ["add", "M1", "new", "--due", "soon"],
        ["add", "M1", "[x] new"],
        ["move", "M1", "paint", "--up"],
        ["rm", "M1", "nothing like it"],
        ["rm", "M1", "paint", "--keep-nested"],
        ["rm", "{}:14", "--expect", "paint"],
        ["set", "{}:10", "due", "fri"],
        ["set", "{}:12", "state", "blocked"],
        ["set", "M1", "impact", "low", "--risk", "fire"],
        ["set", "M1", "date", "soon", "--checkpoint", "25"],
        ["set", "M0", "dependencies", "+M1"],
        ["set", "M1", "dependencies", "+M7"],
        ["set", "M1", "dependencies", "^M7"],
        ["align", "M1"],
    ],
)
def test_what_cannot_be_done_is_refused(file: Path, words: list[str], capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main([word.format(file) for word in words]) == 1
    assert capsys.readouterr().err
    assert file.read_text() == TEXT


@pytest.mark.parametrize(
    "words", [["move", "M1", "paint"], ["add", "M1"], ["rm", "M9", "x"], ["move", "M1", "x", "--up", "--down"]]
)
def test_wrong_usage(file: Path, words: list[str]) -> None:
    assert main(words) == 2


def test_every_command_tells_how_it_is_used(capsys: Out) -> None:
    for command in ("add", "move", "rm", "set", "align", "tick"):
        assert main([command, "--help"]) == 0
        assert "--dry-run" in capsys.readouterr().out
