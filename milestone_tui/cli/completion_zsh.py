"""The completion script for zsh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milestone_tui.cli.completions import Argument, Command

_HEAD = r"""#compdef milestone-tui
# zsh completion of milestone-tui, made by `milestone-tui completions zsh`
_milestone_tui_files() {
    _files -g '*.(md|markdown)(-.)'
}

_milestone_tui_ids() {
    local -a ids
    local at project=.
    for (( at = 2; at < CURRENT; at++ )); do
        [[ $words[at] == -C ]] && project=${(Q)words[at+1]/#\~\//$HOME/}
    done
    ids=(${(f)"$("$milestone_tui_program" completions ids -C "$project" 2>/dev/null)"})
    compadd -a ids
}

_milestone_tui_files_and_ids() {
    _alternative 'ids:milestone:_milestone_tui_ids' 'files:file:_milestone_tui_files'
}
"""


def script(commands: Sequence[Command]) -> Iterator[str]:
    """The lines of it."""
    yield from _HEAD.splitlines()
    names = [command for command in commands if command.name != "dashboard"]
    yield from ("", "_milestone_tui() {", "    local milestone_tui_program=${(Q)words[1]} command=dashboard")
    yield "    local -a commands"
    yield "    commands=("
    yield from (f"        {_quoted(f'{command.name}:{command.help}')}" for command in names)
    yield from ("    )", "    if (( CURRENT > 2 )); then", "        case $words[2] in")
    yield f"            ({'|'.join(command.name for command in names)}) command=$words[2]; shift words; (( CURRENT-- )) ;;"
    yield from ("        esac", "    elif [[ $words[CURRENT] != -* ]]; then", "        _describe -t commands command commands")
    yield from ("    fi", "    case $command in")
    for command in commands:
        yield f"        ({command.name})"
        specs = [*(spec for option in command.options for spec in _options(option)), *_places(command.places)]
        yield from (f"            {line}" for line in (" \\\n    ".join(["_arguments -s", *specs])).splitlines())
        yield "            ;;"
    yield from ("    esac", "}", "")
    yield 'if [[ $funcstack[1] == _milestone_tui ]]; then _milestone_tui "$@"; else compdef _milestone_tui milestone-tui; fi'


def _options(option: Argument) -> Iterator[str]:
    others = f"({' '.join(option.flags)})" if len(option.flags) > 1 else ""
    for flag in option.flags:
        equals = "=" if option.name and flag.startswith("--") else ""
        yield _quoted(f"{others}{flag}{equals}[{_escaped(option.help, '[]')}]{_value(option)}")


def _places(places: Sequence[Argument]) -> Iterator[str]:
    for number, place in enumerate(places, 1):
        yield _quoted(f"{number}{_value(place)}")


def _value(argument: Argument) -> str:
    """`:message:action`; nothing for an option that takes no value."""
    if not argument.name:
        return ""
    action = f"({' '.join(argument.words)})" if argument.words else ""
    if argument.files:
        action = "_milestone_tui_files_and_ids" if argument.ids else "_milestone_tui_files"
    elif argument.ids:
        action = "_milestone_tui_ids"
    return f":{_escaped(argument.name.lower(), ':')}:{action or ' '}"


def _escaped(text: str, characters: str) -> str:
    return "".join(f"\\{character}" if character in f"{characters}\\" else character for character in text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
