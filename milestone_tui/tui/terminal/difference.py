"""Sends a terminal only the cells that are other than what it shows. Frames go in as the toolkit writes them."""

from __future__ import annotations

import re
import time

from rich.cells import cell_len, split_graphemes

from milestone_tui.tui.terminal.sgr import PLAIN, Look, change, look

_TOKEN = re.compile(
    r"\x1b\[(?P<sgr>[\d;]*)m"
    r"|\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|(?P<line>\r?\n)"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X].*?(?:\x07|\x1b\\)|\x1b.|[\x00-\x1f\x7f])",
    re.DOTALL,
)
_HARMLESS = re.compile(r"\x1b\[[?>=<][\d;]*[hlu]|\x1b\[[?>]?[\d;]*\$?[pc]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Modes, queries and titles: nothing on the screen moves. Leaving and entering the other screen is not among them."""
_SCREENS = ("1049", "47", "1047")
_SEEN_ON_BLANKS = frozenset(("4", "7", "9", "21", "53"))
"""Underlined, reversed, struck: what shows on a cell without a character. Of colours only the ground does."""
_DISTRUST_SECONDS = 1.0
"""After a change of size terminals move text about on their own, and frames of the old size are still on their way."""


class ScreenDifference:
    """What a terminal shows, as far as it is known, and the way there from what it is to show."""

    def __init__(self) -> None:
        self._cells: dict[int, list[str]] = {}
        self._looks: dict[int, list[Look]] = {}
        self._distrust_until = 0.0
        self._out: list[str] = []
        self._at = (0, 0)
        self._look = PLAIN

    def forget(self) -> None:
        """Nothing is known of what the terminal shows."""
        self._cells.clear()
        self._looks.clear()

    def distrust(self) -> None:
        """Nothing is known, and nothing will be for a moment."""
        self._distrust_until = time.monotonic() + _DISTRUST_SECONDS

    def squeezed(self, data: str) -> str:
        """What to send in the place of `data`. It ends with the plain look."""
        if self._distrust_until:
            self.forget()
            if time.monotonic() > self._distrust_until:
                self._distrust_until = 0.0
        self._out = []
        self._at = (-1, -1)
        row, column, wanted = -1, -1, PLAIN
        for token in _TOKEN.finditer(data):
            kind = token.lastgroup
            if kind == "text":
                text = token["text"]
                if row < 0:
                    self._send(text, wanted)
                    self.forget()
                    continue
                column = self._put(row, column, text, wanted)
            elif kind == "sgr":
                wanted = look(token["sgr"])
            elif kind == "column":
                row, column = int(token["row"]), int(token["column"])
            elif kind == "line":
                if row < 0:
                    self._pass(token["line"])
                row = column = -1  # whatever follows in a frame says where it goes
            else:
                self._pass(token["other"])
        self._end(row, column)
        return "".join(self._out)

    def _put(self, row: int, column: int, text: str, wanted: Look) -> int:
        """Show the text there; the column behind it."""
        seen = bool(wanted.attributes & _SEEN_ON_BLANKS)
        blank = wanted if seen else Look(PLAIN.attributes, "", wanted.background)
        cells = list(text) if text.isascii() or cell_len(text) == len(text) else _cells_of(text)
        end = column + len(cells)
        shown, looks = self._row(row, end)
        wished = [blank if cell == " " else wanted for cell in cells] if " " in text else [wanted] * len(cells)
        if shown[column:end] == cells and looks[column:end] == wished:
            return end
        first, last = 0, len(cells) - 1
        while first < last and shown[column + first] == cells[first] and looks[column + first] == wished[first]:
            first += 1
        while last > first and shown[column + last] == cells[last] and looks[column + last] == wished[last]:
            last -= 1
        while first and not cells[first]:
            first -= 1
        while last + 1 < len(cells) and not cells[last + 1]:
            last += 1
        self._spoil(shown, column + first, column + last + 1)
        shown[column:end] = cells
        looks[column:end] = wished
        if self._at != (row, column + first):
            self._out.append(f"\x1b[{row};{column + first}H")
        sent = "".join(cells[first : last + 1])
        if not seen and not sent.strip(" ") and not self._look.attributes & _SEEN_ON_BLANKS:
            wanted = self._look._replace(background=wanted.background)
        self._send(sent, wanted)
        self._at = (row, column + last + 1) if len(sent) == last + 1 - first else (0, 0)
        return end

    def _row(self, row: int, end: int) -> tuple[list[str], list[Look]]:
        shown = self._cells.setdefault(row, [])
        looks = self._looks.setdefault(row, [])
        missing = end + 1 - len(shown)
        if missing > 0:
            shown += ["\0"] * missing
            looks += [PLAIN] * missing
        return shown, looks

    @staticmethod
    def _spoil(shown: list[str], first: int, end: int) -> None:
        """Half of a wide character was written over: nobody knows what the other half shows."""
        if not shown[first] and first:
            shown[first - 1] = "\0"
        if not shown[end]:
            shown[end] = "\0"

    def _send(self, text: str, wanted: Look) -> None:
        self._out.append(change(self._look, wanted))
        self._out.append(text)
        self._look = wanted

    def _pass(self, sequence: str) -> None:
        if not _HARMLESS.fullmatch(sequence) or any(f"?{screen}" in sequence for screen in _SCREENS):
            self.forget()
        self._out.append(sequence)

    def _end(self, row: int, column: int) -> None:
        """Plain again, and the cursor where the frame left it."""
        painted = self._at != (-1, -1)
        self._out.append(change(self._look, PLAIN))
        self._look = PLAIN
        if row > 0 and painted and self._at != (row, column):
            self._out.append(f"\x1b[{row};{column}H")


def _cells_of(text: str) -> list[str]:
    """A string a cell: what takes two cells is followed by an empty one, and takes what has no width of its own."""
    cells: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        if width == 0 and cells:
            at = len(cells) - 1 if cells[-1] or len(cells) == 1 else len(cells) - 2
            cells[at] += text[start:end]
        else:
            cells += [text[start:end], *[""] * (width - 1)]
    return cells
