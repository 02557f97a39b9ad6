"""Where commands write: data to stdout, talk to stderr; and the exit codes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from typing import Any

from milestone_tui.text.terminal import harmless

DONE = 0
REFUSED = 1
USAGE = 2

WIDTH_WITHOUT_TERMINAL = 120
_LEAST_WIDTH = 20
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON allows in a string and a terminal does not show, and what no encoding takes."""


def print_lines(lines: Iterable[str]) -> None:
    """Write `lines` to stdout. What its encoding cannot write becomes a `?`: a strange name in a file never ends a command."""
    text = "".join(f"{line}\n" for line in lines)
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def print_json(data: Any) -> None:  # noqa: ANN401 -- whatever json takes
    """Write `data` to stdout as JSON, in plain UTF-8 where stdout takes it, else with escapes."""
    import json

    text = json.dumps(data, indent=2, ensure_ascii=not can_write("–✓…𝄞"))
    sys.stdout.write(f"{_OBEYED.sub(_escaped, text)}\n")
    sys.stdout.flush()


def print_difference(difference: str) -> None:
    """Write a unified diff to stdout; of what a terminal would obey, only tabs stay."""
    print_lines("\t".join(harmless(part) for part in line.split("\t")) for line in difference.removesuffix("\n").split("\n"))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def complain(*sentences: str) -> None:
    """Say something to the person at the terminal, a line each."""
    encoding = sys.stderr.encoding or "utf-8"
    for sentence in sentences:
        text = f"milestone-tui: {harmless(sentence)}"
        print(text.encode(encoding, "replace").decode(encoding), file=sys.stderr)


def can_write(text: str) -> bool:
    """Whether stdout's encoding has all characters of `text`."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def ascii_wanted(asked: bool) -> bool:
    """Whether to draw with ASCII only: when asked to, or when the locale has no other signs."""
    return asked or not can_write("–✓▶━╸≠")


def output_width() -> int:
    """Cells of a line of stdout: the terminal's, else `COLUMNS`, else a fixed width for pipes and files."""
    try:
        return max(_LEAST_WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        pass
    columns = os.environ.get("COLUMNS", "")
    return max(_LEAST_WIDTH, int(columns)) if columns.isdecimal() else WIDTH_WITHOUT_TERMINAL


def hush() -> None:
    """Nobody reads stdout any more: let the interpreter close it without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
