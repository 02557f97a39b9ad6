"""The completion script for bash, from 3.2 on. No word of a file is ever expanded: `compgen -W`, which does that, isn't used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milestone_tui.cli.completions import Argument, Command

_HEAD = r"""# bash completion of milestone-tui, made by `milestone-tui completions bash`
_milestone_tui_words() {
    local word
    for word in "$@"; do
        [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
    done
}

_milestone_tui_files() {
    local name
    compopt -o filenames 2>/dev/null
    while IFS= read -r name; do
        [[ -d $name || $name == *.md || $name == *.markdown ]] && COMPREPLY+=("$name")
    done < <(compgen -f -- "$cur")
}

_milestone_tui_ids() {
    local id
    while IFS= read -r id; do
        [[ $id == "$cur"* ]] && COMPREPLY+=("$(printf '%q' "$id")")
    done < <("$program" completions ids -C "$project" 2>/dev/null)
}
"""

_BODY = r"""
_milestone_tui() {
    local program=$1 cur=${COMP_WORDS[COMP_CWORD]} option= command=dashboard project=. place=0 at=1 word
    COMPREPLY=()
    if (( COMP_CWORD > 1 )); then
        case ${COMP_WORDS[1]} in
            %(commands)s) command=${COMP_WORDS[1]} at=2 ;;
        esac
    fi
    for (( ; at < COMP_CWORD; at++ )); do
        word=${COMP_WORDS[at]}
        [[ $word == = ]] && continue
        if [[ -n $option ]]; then
            [[ $option == -C ]] && project=${word/#\~\//$HOME/}
            option=
        elif _milestone_tui_takes "$command $word"; then
            option=$word
        elif [[ $word != -* ]]; then
            (( place++ ))
        fi
    done
    [[ $cur == = ]] && cur=
    if [[ -n $option ]]; then
        _milestone_tui_value "$command $option"
    elif [[ $cur == -* ]]; then
        _milestone_tui_options "$command"
    else
        (( COMP_CWORD == 1 )) && _milestone_tui_words %(words)s
        _milestone_tui_place "$command $place"
    fi
}

if type compopt >/dev/null 2>&1; then
    complete -o bashdefault -o default -F _milestone_tui milestone-tui
else
    complete -o filenames -o bashdefault -o default -F _milestone_tui milestone-tui
fi"""


def script(commands: Sequence[Command]) -> Iterator[str]:
    """The lines of it."""
    names = [command.name for command in commands if command.name != "dashboard"]
    yield from _HEAD.splitlines()
    valued = [(command, option) for command in commands for option in command.options if option.name]
    patterns = [f'"{command.name} {flag}"' for command, option in valued for flag in option.flags]
    yield from _function("takes", [f"{' | '.join(patterns)}) return 0"], "return 1")
    yield from _function("value", [_case(f"{command.name} ", option.flags, option) for command, option in valued])
    flags = [(command.name, [flag for option in command.options for flag in option.flags]) for command in commands]
    yield from _function("options", [f"{name}) _milestone_tui_words {' '.join(found)}" for name, found in flags])
    places = [(command.name, number, place) for command in commands for number, place in enumerate(command.places)]
    yield from _function("place", [_case(f"{name} ", (str(number),), place) for name, number, place in places])
    yield from (_BODY % {"commands": " | ".join(names), "words": " ".join(names)}).splitlines()


def _function(name: str, cases: list[str], last: str = "") -> Iterator[str]:
    yield from ("", f"_milestone_tui_{name}() {{", "    case $1 in")
    yield from (f"        {case} ;;" for case in cases)
    yield "    esac"
    if last:
        yield f"    {last}"
    yield "}"


def _case(before: str, names: Sequence[str], argument: Argument) -> str:
    calls = [f"_milestone_tui_words {' '.join(argument.words)}"] if argument.words else []
    calls += ["_milestone_tui_files"] if argument.files else []
    calls += ["_milestone_tui_ids"] if argument.ids else []
    pattern = " | ".join(f'"{before}{name}"' for name in names)
    return f"{pattern}) {'; '.join(calls) or ':'}"
