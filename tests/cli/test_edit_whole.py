"""`add` and `rm` write and delete whole risks and checkpoints, and undo takes each back as one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from milestone_tui.cli.main import main

Out = pytest.CaptureFixture[str]
TEXT = """# M1: Keel

## Tasks

- [ ] paint

## Risks

| Risk | Impact |
|------|--------|
| Ice  | High   |
| Hail | Low    |

## Milestone Checkpoints
- **25% Checkpoint**: 2026-03-03 - first slice
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "milestones"
    folder.mkdir()
    path = folder / "M1.md"
    path.write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return path


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (["add", "M1", "Fog", "--risk", "--impact", "medium"], "| Hail | Low    |\n", "| Hail | Low    |\n| Fog  | Medium |\n"),
        (["add", "M1", "Fog", "--risk", "--after", "ice"], "| Hail", "| Fog  |        |\n| Hail"),
        (["add", "{}:11", "Fog", "--risk"], "| Hail", "| Fog  |        |\n| Hail"),
        (["add", "M1", "half", "--checkpoint", "50", "--due", "2026-05-05"], "first slice\n",
         "first slice\n- **50% Checkpoint**: 2026-05-05 - half\n"),
        (["rm", "M1", "--risk", "hail"], "| Hail | Low    |\n", ""),
        (["rm", "{}:12"], "| Hail | Low    |\n", ""),
        (["rm", "M1", "--checkpoint", "25"], "- **25% Checkpoint**: 2026-03-03 - first slice\n", ""),
        (["rm", "{}:15"], "- **25% Checkpoint**: 2026-03-03 - first slice\n", ""),
        (["rm", "M1", "paint"], "\n- [ ] paint\n", ""),
    ],
)  # fmt: skip
def test_the_file_says_it_and_undo_takes_it_back(file: Path, words: list[str], old: str, new: str) -> None:
    assert main([word.format(file) for word in words]) == 0
    assert file.read_text() == TEXT.replace(old, new, 1)
    assert main(["undo", str(file.parent)]) == 0
    assert file.read_text() == TEXT


def test_a_dry_run_prints_the_difference_and_writes_nothing(file: Path, capsys: Out) -> None:
    assert main(["add", "M1", "Fog", "--risk", "--dry-run"]) == 0
    assert "+| Fog  |        |" in capsys.readouterr().out
    assert main(["rm", "M1", "--risk", "ice", "--dry-run"]) == 0
    assert "-| Ice  | High   |" in capsys.readouterr().out
    assert file.read_text() == TEXT


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["add", "M1", "Fog", "--impact", "low"], 2, "--impact belongs to a risk"),
        (["add", "M1", "Fog", "--risk", "--owner", "noor"], 1, "no column for owner"),
        (["add", "{}:5", "Fog", "--risk"], 1, "line 5 holds no risk"),
        (["add", "M1", "half", "--checkpoint", "25"], 1, "a checkpoint at 25 % already"),
        (["rm", "M1", "--risk", "fog"], 1, 'no risk says "fog"'),
        (["rm", "M1", "paint", "--risk", "ice"], 2, "name one of them"),
        (["rm", "{}:12", "--expect", "Ice"], 1, 'line 12 says "Hail"'),
    ],
)
def test_what_cannot_be_done_says_why_and_writes_nothing(file: Path, capsys: Out, words: list[str], code: int, said: str) -> None:
    assert main([word.format(file) for word in words]) == code
    assert said in capsys.readouterr().err
    assert file.read_text() == TEXT
