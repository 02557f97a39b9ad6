"""Templates with every slot filled by a word that stands nowhere else, so that each can be looked for in what was read."""

from __future__ import annotations

import re
from typing import NamedTuple

_SLOT = re.compile(r"\{[^{}\n]+\}|\[(?![ xX]\])(?!P/S/B\])[^\[\]\n]+\](?!\()|\bYYYY-MM-DD\b")
_CELL_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_BULLET = re.compile(r"^(?P<lead>\s*(?:[-*+]|\d+\.)\s+(?:\[[ xX]\]\s+)?)(?P<text>.*)$")
_LABEL = re.compile(r"^(?P<label>\*\*[^*]+\*\*:?\s*:?\s*(?:[-–]\s+)?|[A-Z][\w /()-]{2,40}:\s+)(?P<rest>.+)$")


class Slot(NamedTuple):
    """A filled slot."""

    token: str
    line: int
    was: str


def filled(text: str) -> tuple[str, list[Slot]]:
    """The template's text with its slots filled, and where each token stands."""
    filler = _Filler()
    lines = text.split("\n")
    out = []
    in_matter = fence = False
    header_next = True
    for number, line in enumerate(lines, 1):
        if line.strip() == "---" and number == 1:
            in_matter = True
        elif line.strip() == "---" and in_matter:
            in_matter = False
        if line.lstrip().startswith("```"):
            fence = not fence
        is_table = line.lstrip().startswith("|") and not fence
        filler.line = number
        if is_table and _CELL_RULE.match(line):
            header_next = False
        elif is_table:
            line = line if header_next else filler.row(line)
        elif in_matter or fence:
            line = filler.slots(line)
        else:
            line = filler.prose(line)
        header_next = header_next if is_table else True
        out.append(line)
    return "\n".join(out), filler.found


class _Filler:
    def __init__(self) -> None:
        self.found: list[Slot] = []
        self.line = 0

    def token(self, was: str) -> str:
        word = f"Zq{len(self.found):04d}"
        self.found.append(Slot(word, self.line, was))
        return word

    def slots(self, line: str) -> str:
        return _SLOT.sub(lambda found: self.token(found[0]), line)

    def row(self, line: str) -> str:
        cells = line.strip().strip("|").split("|")
        return "| " + " | ".join(self.token(cell.strip()) for cell in cells) + " |"

    def prose(self, line: str) -> str:
        bullet = _BULLET.match(line)
        if bullet is None or _SLOT.search(line) or "](" in line or not bullet["text"].strip():
            return self.slots(line)
        label = _LABEL.match(bullet["text"])
        if label:
            return bullet["lead"] + label["label"] + self.token(label["rest"])
        if bullet["text"].rstrip().endswith(("**:", ":**", ":")):
            return line
        return bullet["lead"] + self.token(bullet["text"])
