"""Folders of milestone files for tests, and edits of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from milestone_tui.editing.planning import Refusal
from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.workspace.applying import Applied
from milestone_tui.workspace.workspace import Workspace

MILESTONE = "---\nid: {id}\nstatus: active\n---\n# {id} Title\n\n## Tasks\n\n- [ ] one\n- [ ] two\n- [x] three\n"


def text_of(id: str) -> str:
    """A small milestone file."""
    return MILESTONE.format(id=id)


def folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """`root` with these files in it; an empty text stands for a small milestone named like its file."""
    for relative, content in files.items():
        path = root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = (content or text_of(path.stem)).encode()
        path.write_bytes(content)
    return root


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def tick(path: str, text: str, *, done: bool = True) -> SetBox:
    """The edit that ticks the one box of that text."""
    return SetBox(path=path, done=done, line=0, text=text, item="", exact=True)


def field(path: str, name: str, value: str) -> SetField:
    """The edit that gives a field of a file's only milestone another value."""
    return SetField(path=path, milestone=path, field=name, value=value, raw=True)


def applied(workspace: Workspace, edit: SetBox | SetField) -> Applied:
    """Apply an edit that must succeed."""
    outcome = workspace.apply(edit)
    assert not isinstance(outcome, Refusal), outcome
    return outcome
