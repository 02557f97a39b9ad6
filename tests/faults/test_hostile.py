"""Files that mean harm or are broken: each shows as text or is a problem row, at once; nothing runs, nothing gets out."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from milestone_tui.cli.arguments import ALL_PANELS
from milestone_tui.cli.arguments import PANELS as PRINTED_PANELS
from milestone_tui.cli.main import main
from milestone_tui.editing.planning import Refusal
from milestone_tui.model.values import Problem
from milestone_tui.workspace.files import read_file
from milestone_tui.workspace.workspace import Workspace
from tests.faults.examining import examined
from tests.faults.hostile import BIDI, CONTROLS, MARKUP, RUNNABLE, YAML, hostile_front_matter, hostile_text
from tests.workspace.folders import applied, folder, text_of, tick

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
PATIENCE = 1.0
"""Seconds of processor time for anything that is asked of a file."""
Out = pytest.CaptureFixture[str]


@contextmanager
def at_once() -> Iterator[None]:
    began = time.process_time()
    yield
    assert time.process_time() - began < PATIENCE


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files and names that hold everything a terminal, a shell or a markup language might obey."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "9000")
    monkeypatch.chdir(tmp_path)
    for program in ("EDITOR", "VISUAL", "PAGER", "BROWSER"):
        monkeypatch.setenv(program, f"touch {tmp_path}/pwned")
    names = {
        "milestones/M1.md": hostile_text("M1"),
        "milestones/M2.md": hostile_front_matter("M2"),
        "milestones/M3 \x1b]52;c;eA==\x07.md": text_of("M3"),
        "milestones/M4\n[red]\u202e$(touch pwned);.md": hostile_text("M4"),
        "milestones/-rf.md": text_of("M5"),
        "milestones/M6 \x1b[2J/M6.md": text_of("M6"),
    }
    return folder(tmp_path / "p", names)


def clean(captured: str) -> None:
    found = FORBIDDEN.findall(captured)
    assert not found, f"{found[:5]} in {captured[:2000]!r}"


COMMANDS: list[list[str]] = [
    ["status"],
    ["status", "-v"],
    ["status", "--ascii"],
    ["status", "--json"],
    ["--plain"],
    *(["status", "--panel", panel] for panel in PRINTED_PANELS),
    *(["status", "--panel", panel, "--json"] for panel in PRINTED_PANELS),
    *(["--plain", "--only", panel] for panel in ALL_PANELS),
    ["history"],
    ["commit"],
    ["undo"],
    ["redo"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_lets_anything_of_a_file_reach_the_terminal_as_control(project: Path, command: list[str], capsys: Out) -> None:
    with at_once():
        main([*command, str(project)])
    captured = capsys.readouterr()
    assert captured.out or captured.err
    clean(captured.out + captured.err)
    assert not list(project.parent.rglob("pwned"))


@pytest.mark.parametrize("json_too", [False, True], ids=["text", "json"])
def test_nor_does_showing_or_explaining_one_file(project: Path, json_too: bool, capsys: Out) -> None:
    for path in sorted((project / "milestones").rglob("*.md")):
        main(["show", str(path), *(["--json"] if json_too else [])])
        out = capsys.readouterr()
        clean(out.out + out.err)
        if json_too:
            assert json.loads(out.out)
        main(["explain", str(path)])
        out = capsys.readouterr()
        clean(out.out + out.err)


def test_nor_do_the_commands_that_edit(project: Path, capsys: Out) -> None:
    file = project / "milestones/M1.md"
    lines = file.read_text(encoding="utf-8").split("\n")
    box = next(number for number, line in enumerate(lines, 1) if line.startswith("- [ ] "))
    for command in (
        ["tick", f"{file}:{box}", "--dry-run"],
        ["tick", f"{file}:{box}"],
        ["untick", "M1", "-C", str(project), "plain"],
        ["tick", "M1", "-C", str(project), "red"],
        ["set", "M1", "owner", "somebody", "-C", str(project), "--dry-run"],
        ["set", "M1", "owner", "somebody", "-C", str(project)],
        ["set", "M1", "status", "nonsense \x1b[31m", "-C", str(project)],
        ["add", "M1", "x \x1b]52;c;eA==\x07 [red]", "-C", str(project)],
        ["rm", f"{file}:{box}"],
        ["move", f"{file}:{box}", "--down"],
        ["history", str(project)],
        ["undo", str(project)],
        ["redo", str(project)],
        ["completions", "ids", "-C", str(project)],
    ):
        main(command)
        out = capsys.readouterr()
        clean(out.out.replace("\t", " ") + out.err)
    assert not list(project.parent.rglob("pwned"))
    assert b"\x1b]52;c;eA==" not in b"".join(line for line in file.read_bytes().split(b"\n") if line.startswith(b"- [ ] x"))


def test_what_looks_like_markup_is_shown_as_it_is(project: Path, capsys: Out) -> None:
    main(["show", str(project / "milestones/M1.md")])
    out = capsys.readouterr().out
    for piece in ("[red]", "[@click=app.quit]", "$(touch pwned)", "rm -rf /"):
        assert piece in out


@pytest.mark.parametrize("text", YAML, ids=range(len(YAML)))
def test_no_front_matter_runs_anything_or_takes_its_time(text: str) -> None:
    with at_once():
        reading = examined(text.encode())
    assert len(reading.milestones) <= 1
    assert not Path("pwned").exists()


LONG = 1_000_000
TABLE = (b"a|", b"-|", *[b"b|"] * 20)
BIG: dict[str, Callable[[], bytes]] = {
    "a line of 1 MB": lambda: b"# M1\n\n" + b"word " * (LONG // 5) + b"\n\n- [ ] task\n",
    "a box of 1 MB": lambda: b"# M1\n\n- [ ] " + b"word " * (LONG // 5),
    "a title of 1 MB": lambda: b"# M1: " + b"title [x] " * (LONG // 10),
    "a title of 1 MB of spaces": lambda: b"# M1: a" + b" " * LONG + b"b",
    "a status of 1 MB": lambda: b"# M1\n\n**Status**: active" + b" (since" * (LONG // 7),
    "a status of 1 MB of spaces": lambda: b"# M1\n\n**Status**: a" + b" \t" * (LONG // 2) + b"b\n\n- [ ] x\n",
    "1 MB of symbols": lambda: b"# M1 " + "🚢\ufe0f".encode() * (LONG // 7) + b"a\n\n- [ ] x\n",
    "a key of 1 MB": lambda: b"# M1\n\n**" + b"key " * (LONG // 4) + b"**: x\n",
    "unclosed brackets": lambda: b"# M1\n\n" + b"[" * 100_000,
    "unclosed emphasis": lambda: b"# M1\n\n" + b"*a _b " * 30_000,
    "unclosed code": lambda: b"# M1\n\n" + b"".join(b"`" * (at % 300) + b" " for at in range(3_000)),
    "deep quotes": lambda: b"# M1\n\n" + b"> " * 2_000 + b"- [ ] x\n",
    "1 MB of stars": lambda: b"*" * LONG,
    "1 MB of line breaks": lambda: b"# M1\n" + b"\n" * LONG + b"- [ ] x\n",
    "1 MB of carriage returns": lambda: b"# M1\r" + b"\r" * LONG + b"- [ ] x\r",
    "1 MB of blank quotes": lambda: b"# M1\n\n> - [ ] a\n" + b">\n" * (LONG // 2) + b"x\n",
    "a table of 1,000 columns": lambda: b"# M1\n\n## Risks\n\n" + b"\n".join(b"|" + each * 1_000 for each in TABLE),
    "NUL bytes": lambda: b"# M1\n\n- [ ] x\0\n" + b"\0" * LONG,
    "UTF-16": lambda: ("\ufeff# M1\n\n- [ ] x\n" + "words " * 100_000).encode("utf-16-le"),
    "no text at all": lambda: bytes(range(256)) * (LONG // 256),
}  # fmt: skip


@pytest.mark.parametrize("name", BIG)
def test_no_large_file_takes_its_time(name: str) -> None:
    data = BIG[name]()
    with at_once():
        examined(data)


def test_a_hundred_thousand_boxes_are_counted_and_ticked(tmp_path: Path) -> None:
    boxes = b"".join(b"- [ ] task %d\n" % number for number in range(100_000))
    workspace = Workspace(folder(tmp_path, {"milestones/M1.md": b"# M1\n\n" + boxes}))
    began = time.process_time()
    project = workspace.load()
    assert time.process_time() - began < PATIENCE * 2
    assert project.milestones[0].boxes.total == 100_000


def test_pipes_devices_and_links_are_rows_and_hang_nobody(tmp_path: Path, capsys: Out) -> None:
    root = folder(tmp_path / "p", {"milestones/M1.md": "", "../secret.md": "# M9 secret\n\n- [ ] x\n"})
    place = root / "milestones"
    os.mkfifo(place / "M2.md")
    (place / "M3.md").symlink_to("M3.md")
    (place / "M4.md").symlink_to("M5.md")
    (place / "M5.md").symlink_to("M4.md")
    (place / "M6.md").symlink_to("../../secret.md")
    (place / "M7.md").symlink_to("/dev/zero")
    (place / "M8.md").symlink_to("/etc/passwd")
    (place / "M9.md").symlink_to("nowhere.md")
    (place / "loop").symlink_to("..")
    with at_once():
        assert main(["status", str(root), "-v"]) == 0
    out = capsys.readouterr()
    assert "M1" in out.out
    assert "secret" not in out.out.replace("../secret.md", "")
    assert "root:" not in out.out + out.err
    workspace = Workspace(root)
    project = workspace.load()
    assert [milestone.id for milestone in project.milestones] == ["M1"]
    told = {problem.path.rpartition("/")[2] for problem in project.problems}
    told |= {each.path.rpartition("/")[2] for each in project.skipped}
    assert told >= {f"M{number}.md" for number in range(2, 10)}
    for number in range(2, 10):
        with at_once():
            assert isinstance(workspace.apply(tick(f"milestones/M{number}.md", "x")), Refusal), number
    assert (tmp_path / "secret.md").read_text(encoding="utf-8").endswith("- [ ] x\n")


def test_a_file_that_grows_while_it_is_read_is_read_to_an_end(tmp_path: Path) -> None:
    root = folder(tmp_path / "p", {"milestones/M1.md": ""})
    file, stop = root / "milestones/M1.md", threading.Event()

    def grow() -> None:
        with file.open("ab") as out:
            while not stop.is_set() and out.tell() < 50_000_000:
                out.write(b"- [ ] one more\n" * 1_000)
                out.flush()

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        for _ in range(10):
            found = read_file(str(file), "milestones/M1.md")
            assert len(getattr(found, "data", b"")) <= 6 * 1024 * 1024
    finally:
        stop.set()
        thread.join()


def test_a_file_that_grows_beyond_all_bounds_while_it_is_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder(tmp_path / "p", {"milestones/M1.md": "x" * 100}) / "milestones/M1.md"
    read, grown = os.read, [file.open("ab")]

    def growing(descriptor: int, most: int) -> bytes:
        grown[0].write(b"- [ ] one more\n" * 100_000)
        grown[0].flush()
        return read(descriptor, most)

    monkeypatch.setattr("milestone_tui.workspace.files.os.read", growing)
    found = read_file(str(file), "milestones/M1.md")
    grown[0].close()
    assert isinstance(found, Problem)
    assert found.text == "the file is too large: it grows while it is read"
    assert file.stat().st_size < 20_000_000


@pytest.mark.parametrize("piece", [*CONTROLS, BIDI, MARKUP, RUNNABLE], ids=repr)
def test_a_tick_beside_any_of_it_changes_one_byte(tmp_path: Path, piece: str) -> None:
    text = f"# M1 {piece}\n\n- [ ] first {piece}\n- [ ] plain\n".replace("\x85", "")
    workspace = Workspace(folder(tmp_path, {"milestones/M1.md": text}))
    workspace.load()
    applied(workspace, tick("milestones/M1.md", "plain"))
    assert (tmp_path / "milestones/M1.md").read_bytes() == text.replace("- [ ] plain", "- [x] plain").encode()
