"""Every command in a fence of the documents does what it says, on the sample project."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from tests.workspace.commits import somebody
from tests.workspace.repositories import committed, needs_git

__all__ = ["somebody"]
ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
NOT_RUN = {"milestone-tui demo": "opens the dashboard, which ends when somebody leaves it"}
_FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Agreeing(io.StringIO):
    """A person at a terminal who answers yes."""

    def isatty(self) -> bool:
        return True


def commands(document: str) -> list[str]:
    """The commands of all fences, in order, without their comments."""
    fences = _FENCE.findall((ROOT / document).read_text(encoding="utf-8"))
    lines = (line for fence in fences for line in fence.splitlines() if line.startswith("milestone-tui"))
    return [shlex.join(shlex.split(line, comments=True)) for line in lines]


def test_the_documents_with_commands_are_found() -> None:
    assert {document for document in DOCUMENTS if commands(document)} >= {"README.md", "docs/editing.md"}


@needs_git
@pytest.mark.parametrize("document", [document for document in DOCUMENTS if commands(document)])
def test_each_command_of_a_document_is_true_of_the_sample_project(
    document: str, tmp_path: Path, somebody: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "sample_project"
    shutil.copytree(ROOT / "sample_project", project)
    committed(project, "First")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(project / "docs" / "milestones")
    for command in commands(document):
        if command not in NOT_RUN:
            monkeypatch.setattr("sys.stdin", Agreeing("y\n"))
            code = main(shlex.split(command)[1:])
            assert code == 0, f"{command}\n{capsys.readouterr().err}"
