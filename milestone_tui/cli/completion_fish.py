"""The completion script for fish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milestone_tui.cli.completions import Argument, Command

_HEAD = r"""# fish completion of milestone-tui, made by `milestone-tui completions fish`
function __milestone_tui_command
    set -l words (commandline -opc)
    if test (count $words) -ge 2; and contains -- $words[2] COMMANDS
        echo $words[2]
    else
        echo dashboard
    end
end

function __milestone_tui_is
    test (__milestone_tui_command) = $argv[1]
end

function __milestone_tui_ids
    set -l words (commandline -opc)
    set -l project .
    set -l at (contains -i -- -C $words)
    and test (count $words) -gt $at
    and set project $words[(math $at + 1)]
    $words[1] completions ids -C $project 2>/dev/null
end

function __milestone_tui_files
    __fish_complete_suffix .md
end

complete -c milestone-tui -f"""


def script(commands: Sequence[Command]) -> Iterator[str]:
    """The lines of it."""
    names = [command for command in commands if command.name != "dashboard"]
    yield from _HEAD.replace("COMMANDS", " ".join(command.name for command in names)).splitlines()
    for command in names:
        yield f"complete -c milestone-tui -n 'test (count (commandline -opc)) -eq 1' -a {command.name} -d {_quoted(command.help)}"
    for command in commands:
        condition = f"complete -c milestone-tui -n '__milestone_tui_is {command.name}'"
        for option in command.options:
            flags = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
            takes = f" -x{_candidates(option)}" if option.name else ""
            yield f"{condition} {flags}{takes} -d {_quoted(option.help)}"
        for place in command.places:
            if _candidates(place):
                yield f"{condition}{_candidates(place)}"


def _candidates(argument: Argument) -> str:
    found = list(argument.words)
    found += ["(__milestone_tui_files)"] if argument.files else []
    found += ["(__milestone_tui_ids)"] if argument.ids else []
    return f" -a {_quoted(' '.join(found))}" if found else ""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
