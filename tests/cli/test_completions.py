"""Completion as the shells do it: each script is loaded by its real shell and asked what it would offer."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from milestone_tui.cli.arguments import ALL_PANELS, PANELS
from milestone_tui.cli.completions import SAFE, commands
from milestone_tui.cli.main import COMMANDS, main
from tests.cli.test_status import SAMPLE
from tests.workspace.folders import folder, text_of

ROOT = Path(__file__).parents[2]
SHELLS = ("bash", "zsh", "fish")


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A `milestone-tui` to call by its path, which notes that it was called."""
    path = tmp_path / "bin" / "milestone-tui"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\nPYTHONPATH='{ROOT}' exec '{sys.executable}' -m milestone_tui \"$@\"\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder whose ids and file names would run something if a shell took them for more than text."""
    bad = ["$(touch sprung)", "`touch sprung`", "; touch sprung;", "x y", "-rf", "a'b", 'a"b', "a\\b"]
    files = {
        f"milestones/f{number}.md": f"---\nid: '{name.replace(chr(39), chr(39) * 2)}'\n---\n# T\n\n- [ ] a\n"
        for number, name in enumerate(bad)
    }
    return folder(
        tmp_path / "p", {**files, "milestones/M1.md": text_of("M1"), "$(touch sprung).md": text_of("M7"), "notes.txt": "x"}
    )


def scripted(shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["completions", shell]) == 0
    path = tmp_path / f"completion.{shell}"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


def in_bash(script: Path, program: Path, folder: Path, *words: str) -> list[str]:
    """What bash would offer for the last of the words."""
    asked = (
        f'source "{script}"; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMP_LINE="$*"; COMP_POINT=${{#COMP_LINE}};'
        ' _milestone_tui "$1"; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "--norc", "--noprofile", "-c", asked, "bash", str(program), *words],
        cwd=folder, capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


@needs("bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["stat"], ["status"]),
        (["--th"], ["--theme"]),
        (["status", "--pa"], ["--panel"]),
        (["status", "--panel", ""], list(PANELS)),
        (["status", "--panel", "=", "ri"], ["risks"]),
        (["status", "--panel", "="], list(PANELS)),
        (["status", "--json", "--since", "yes"], ["yesterday"]),
        (["--plain", "--only", ""], list(ALL_PANELS)),
        (["--theme", "hi"], ["high-contrast"]),
        (["show", "M1"], [f"M1{number}" for number in range(4)]),
        (["show", "--json", "-C", "docs", "M01"], ["M01"]),
        (["tick", "M02", "--e"], ["--expect"]),
        (["set", "M02", "sta"], ["status", "start"]),
        (["set", "-C", ".", "M02", "st"], ["status", "start"]),
        (["completions", ""], ["bash", "zsh", "fish", "ids"]),
        (["show", "docs/m"], ["docs/milestones"]),
        (["explain", "docs/milestones/M08"], ["docs/milestones/M08-pricing-study.md"]),
        (["status", "--width", ""], [""]),
    ],
)
def test_bash_offers_what_may_stand_there(
    words: list[str], offered: list[str], tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert in_bash(scripted("bash", tmp_path, capsys), program, SAMPLE, *words) == offered


@needs("bash")
def test_bash_offers_every_command_and_the_files_at_first(
    tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = in_bash(scripted("bash", tmp_path, capsys), program, SAMPLE, "")
    assert {*COMMANDS, "docs", "README.md"} - {"dashboard"} <= set(offered)


@needs("bash")
def test_bash_runs_nothing_that_stands_in_an_id_or_a_name(
    tmp_path: Path, program: Path, hostile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = scripted("bash", tmp_path, capsys)
    assert in_bash(script, program, hostile, "show", "M") == ["M1"]
    assert sorted(in_bash(script, program, hostile, "explain", "")) == ["$(touch sprung).md", "milestones"]
    assert in_bash(script, program, hostile, "show", "$(touch sprung)") == ["$(touch sprung).md"]
    assert in_bash(script, program, hostile, "show", "-C", "$(touch sprung)", "M") == [""]
    assert not list(tmp_path.rglob("sprung"))


@needs("fish")
def test_fish_offers_commands_options_words_ids_and_files(
    tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = scripted("fish", tmp_path, capsys)

    def offered(line: str) -> list[str]:
        asked = f'source "{script}"; complete -C "$argv[1]"'
        environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(tmp_path)}
        done = subprocess.run(
            ["fish", "--no-config", "-c", asked, line],
            cwd=SAMPLE,
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
            env=environment,
        )
        assert done.stderr == ""
        return [each.partition("\t")[0] for each in done.stdout.splitlines()]

    assert offered("milestone-tui stat") == ["status"]
    assert offered("milestone-tui status --pa") == ["--panel"]
    assert sorted(offered("milestone-tui status --panel ")) == sorted(PANELS)
    assert offered("milestone-tui show M01") == ["M01"]
    assert offered("milestone-tui explain READ") == ["README.md"]
    assert "status" in offered("milestone-tui set M02 sta")


@needs("zsh")
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("milestone-tui stat", "milestone-tui status "),
        ("milestone-tui status --pan", "milestone-tui status --panel="),
        ("milestone-tui status --panel ris", "milestone-tui status --panel risks "),
        ("milestone-tui show M01", "milestone-tui show M01 "),
        ("milestone-tui explain READ", "milestone-tui explain README.md "),
        ("milestone-tui set M02 stat", "milestone-tui set M02 status "),
    ],
)
def test_zsh_completes_a_line(typed: str, line: str, tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert in_zsh(scripted("zsh", tmp_path, capsys), program, tmp_path, typed) == line


def in_zsh(script: Path, program: Path, folder: Path, typed: str) -> str:
    """The line that an interactive zsh makes of `typed` and a tab."""
    out = folder / "line"
    (folder / ".zshrc").write_text(
        f"autoload -Uz compinit; compinit -u -D; source '{script}'; PS1='ready> '; unsetopt beep; setopt no_list_ambiguous\n"
        f"told() {{ print -rn -- \"$BUFFER\" > '{out}'; zle send-break }}; zle -N told; bindkey '^X' told\n",
        encoding="utf-8",
    )
    pid, descriptor = pty.fork()
    if pid == 0:
        os.chdir(SAMPLE)
        environment = {
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "ZDOTDIR": str(folder),
            "TERM": "dumb",
            "HOME": str(folder),
        }
        os.execvpe("zsh", ["zsh", "-i", "-d"], environment)
    seen = b""
    keys = [(b"ready> ", f"{typed}\t".encode()), (typed.split()[-1].encode(), b"\x18")]
    until = time.monotonic() + 30
    try:
        while not out.exists() and time.monotonic() < until:
            if select.select([descriptor], [], [], 0.5)[0]:
                seen += os.read(descriptor, 4096)
            if keys and keys[0][0] in seen:
                os.write(descriptor, keys.pop(0)[1])
                seen = b""
    finally:
        os.write(descriptor, b"\x03\x04exit\n")
        os.close(descriptor)
        os.waitpid(pid, 0)
    return out.read_text(encoding="utf-8") if out.exists() else seen.decode(errors="replace")


def test_every_command_option_and_choice_is_known_to_the_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in SHELLS:
        assert main(["completions", shell]) == 0
        script = capsys.readouterr().out
        for command in commands():
            assert command.name in script
            for option in command.options:
                assert all(flag.lstrip("-") in script for flag in option.flags)
                assert all(word in script for word in option.words)


def test_ids_that_a_shell_could_take_for_more_are_not_offered(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completions", "ids", "-C", str(hostile)]) == 0
    found = capsys.readouterr().out.split()
    assert "M1" in found
    assert all(SAFE.fullmatch(each) for each in found)
    assert not [each for each in found if set(each) & set("$`;'\"\\ &|<>*?()[]{}!~") or each.startswith("-")]


def test_a_folder_of_very_many_files_is_not_read_for_a_key_press(
    hostile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("milestone_tui.cli.completions.MOST_FILES", 3)
    assert main(["completions", "ids", "-C", str(hostile)]) == 0
    assert capsys.readouterr().out == ""


def test_a_project_that_is_not_there_gives_no_ids_and_no_noise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completions", "ids", "-C", str(tmp_path / "nowhere")]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")
