"""What the dashboard sends to a real pseudo-terminal while it shows hostile files: its own sequences, and nothing of theirs."""

from __future__ import annotations

import base64
import os
import re
import sys
from pathlib import Path

import pytest

from tests.faults.hostile import BIDI, CONTROLS, hostile_front_matter, hostile_text
from tests.tui.test_pseudo_terminal import Terminal
from tests.workspace.folders import folder, text_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals here")

_SEQUENCE = re.compile(
    "\x1b\\[(?P<private>[<-?]?)[0-?]*(?P<between>[ -/]*)(?P<final>[@-~])"
    "|\x1b(?P<string>[\\]P_^X])(?P<body>[^\x07\x1b]*)(?:\x07|\x1b\\\\)"
    "|\x1b(?P<other>[ -/]*[0-~])"
)
_FORBIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]|[" + BIDI + "]")
_WALK = (
    "\r",
    "jjj",
    "2",
    "jjjjj",
    "G",
    "o",
    "\x1b",
    "3",
    "jj",
    "\r",
    "\x1b",
    "4",
    "jj",
    "l",
    "5",
    "jj",
    "6",
    "jj",
    "7",
    "jj",
    "1",
    "/",
    "red\r",
    "\x1b",
    "?",
    "\x1b",
)
"""Through all panels, into the file, the search and the help."""


def shown(place: Path, files: dict[str, str]) -> str:
    """All that the program wrote, from the first frame to its end."""
    root = folder(place / "p", files)
    program = Terminal(str(root), home=place / "home")
    try:
        program.until(lambda: b"milestones/M" in program.seen)
        for keys in _WALK:
            before = len(program.seen)
            os.write(program.descriptor, keys.encode())
            program.read(0.4 if keys == "\x1b" else 0.1)  # what follows Escape at once would be one key with it
            if keys in "34567":
                program.until(lambda before=before: len(program.seen) > before + 200)  # type: ignore[misc]  # bound at once
        program.press("q")
        program.exit_code()
    finally:
        program.close()
    return program.seen.decode()


def kinds(output: str) -> set[tuple[str, ...]]:
    """The sequences in it, without their numbers; strings with all they hold."""
    return {
        (
            found["private"] or "",
            found["between"] or "",
            found["final"] or "",
            found["string"] or "",
            found["body"] or "",
            found["other"] or "",
        )
        for found in _SEQUENCE.finditer(output)
    }


def test_nothing_of_a_hostile_file_reaches_the_terminal_as_control(tmp_path: Path) -> None:
    usual = shown(tmp_path / "usual", {"milestones/M1.md": text_of("M1"), "milestones/M2.md": text_of("M2")})
    hostile = shown(
        tmp_path / "hostile",
        {
            "milestones/M1.md": hostile_text("M1"),
            "milestones/M2.md": hostile_front_matter("M2"),
            "milestones/M3 \x1b]52;c;eA==\x07.md": text_of("M3"),
            "milestones/M4\n[red]\u202e;.md": hostile_text("M4"),
        },
    )
    assert "[red]" in hostile, "the file was shown"
    assert "\u241b" in hostile, "with its control characters as signs"
    assert not [kind for kind in kinds(hostile) - kinds(usual) if kind[3] or kind[5] or kind[2] not in "mHhlJK"]
    assert not _FORBIDDEN.findall(_SEQUENCE.sub("", hostile))
    for control in CONTROLS:
        assert control not in hostile or control in usual or len(control) == 1, repr(control)
    assert not list(tmp_path.rglob("pwned"))


def test_a_hostile_name_is_one_argument_of_the_editor_and_one_line_of_the_clipboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "M4\n[red]\u202e; touch pwned; $(touch pwned) `touch pwned`.md"
    root = folder(tmp_path / "p", {f"milestones/{name}": hostile_text("M4")})
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{tmp_path}/arguments'\n", encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.chdir(tmp_path)
    program = Terminal(str(root), home=tmp_path / "home")
    try:
        program.until(lambda: b"milestones/M" in program.seen)
        program.press("y")
        program.until(lambda: b"\x1b]52;c;" in program.seen)
        program.press("E")
        program.until(lambda: (tmp_path / "arguments").exists() and (tmp_path / "arguments").read_bytes().endswith(b"\0"))
        program.press("q")
        program.exit_code()
    finally:
        program.close()
    assert (tmp_path / "arguments").read_bytes() == os.fsencode(root / "milestones" / name) + b"\0"
    copied = base64.b64decode(program.seen.split(b"\x1b]52;c;")[1].partition(b"\x07")[0].partition(b"\x1b")[0]).decode()
    assert copied.startswith("milestones/M4 [red]")
    assert not _FORBIDDEN.findall(copied)
    assert "\n" not in copied
    assert not list(tmp_path.rglob("pwned"))
