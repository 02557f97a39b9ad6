"""What is sent in the place of a frame shows the same screen as the frame itself."""

from __future__ import annotations

import random
import re

import pytest
from rich.cells import cell_len, split_graphemes

from milestone_tui.tui.terminal.difference import ScreenDifference
from milestone_tui.tui.terminal.sgr import PLAIN, Look, change, look

WIDTH, HEIGHT = 30, 6
COLOURS = ("38;2;1;2;3;48;2;9;9;9", "1;38;2;1;2;3;48;2;9;9;9", "3;38;5;7", "7;31;42", "2;39;49", "")
WORDS = ("plain", "wide 日本", "━━╸──", "e\u0301tude", "   ", "x", "[ ] box", "👩‍🚀 go", "⚠️ !")

_TOKEN = re.compile(r"\x1b\[([\d;]*)m|\x1b\[(\d+);(\d+)H|\x1b\[[?\d;$]*[a-z]|\r?\n|([^\x1b\r\n]+)")


class Screen:
    """A terminal that knows just enough: places, looks, wide characters. Style is carried from one write to the next."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, Look]] = {}
        self.look = PLAIN
        self.at = (1, 1)

    def feed(self, data: str) -> None:
        for token in _TOKEN.finditer(data):
            if token[1] is not None:
                self._sgr(token[1])
            elif token[2]:
                self.at = int(token[2]), int(token[3])
            elif token[4]:
                for start, end, width in split_graphemes(token[4])[0]:
                    self._put(token[4][start:end], width)

    def _sgr(self, codes: str) -> None:
        """Codes add to the look in force; the parts are those of `look`, which begins from plain."""
        if codes.split(";")[0] in ("", "0"):
            self.look = look(codes)
            return
        off = {"22": {"1", "2"}, "23": {"3"}, "27": {"7"}}
        rest = codes.split(";")
        while rest and rest[0] in off:
            self.look = self.look._replace(attributes=self.look.attributes - off[rest.pop(0)])
        if "39" in rest:
            self.look = self.look._replace(foreground="")
        if "49" in rest:
            self.look = self.look._replace(background="")
        added = look(";".join(rest))
        self.look = Look(
            self.look.attributes | added.attributes,
            added.foreground or self.look.foreground,
            added.background or self.look.background,
        )

    def _put(self, character: str, width: int) -> None:
        row, column = self.at
        for offset in range(width):
            self.cells[row, column + offset] = (character if not offset else "", self.look)
        self.at = row, column + width

    def seen(self) -> dict[tuple[int, int], tuple[str, str, str, bool]]:
        """What a person sees of each cell: on a blank only the ground counts."""
        out = {}
        for place, (character, shown) in self.cells.items():
            blank = character == " " and "7" not in shown.attributes
            front = "" if blank else ";".join(sorted(shown.attributes)) + shown.foreground
            out[place] = character, front, shown.background, "7" in shown.attributes
        return out


def frame(chance: random.Random, rows: list[list[tuple[str, str]]]) -> str:
    """Some of the rows, as the toolkit writes them."""
    out = []
    for number, row in enumerate(rows, 1):
        if chance.random() < 0.7:
            out.append(f"\x1b[{number};1H" + "".join(f"\x1b[{style}m{text}\x1b[0m" if style else text for style, text in row))
    return "\n".join(out) + "\x1b[1;1H"


def row(chance: random.Random) -> list[tuple[str, str]]:
    """Words in styles, as wide as the screen."""
    out: list[tuple[str, str]] = []
    room = WIDTH
    while room > 0:
        text = chance.choice(WORDS)
        if cell_len(text) > room:
            text = " " * room
        out.append((chance.choice(COLOURS), text))
        room -= cell_len(text)
    return out


@pytest.mark.parametrize("seed", range(40))
def test_the_same_screen_with_fewer_bytes(seed: int) -> None:
    chance = random.Random(seed)
    whole, less, difference = Screen(), Screen(), ScreenDifference()
    rows = [row(chance) for _ in range(HEIGHT)]
    sent = written = 0
    for _ in range(30):
        for _ in range(chance.randrange(3)):
            rows[chance.randrange(HEIGHT)] = row(chance)
        data = frame(chance, rows)
        squeezed = difference.squeezed(data)
        whole.feed(data)
        less.feed(squeezed)
        written += len(data)
        sent += len(squeezed)
        assert less.seen() == whole.seen()
        assert less.look == PLAIN
    assert sent < written / 2


def test_a_frame_that_is_there_already_sends_nothing() -> None:
    difference = ScreenDifference()
    data = "\x1b[2;3H\x1b[1;38;2;1;2;3mhello\x1b[0m world\n\x1b[1;3H"
    assert "hello" in difference.squeezed(data)
    assert difference.squeezed(data) == ""


def test_one_changed_cell_sends_one_cell() -> None:
    difference = ScreenDifference()
    difference.squeezed("\x1b[2;3H[ ] tick me\x1b[1;1H")
    assert difference.squeezed("\x1b[2;3H[x] tick me\x1b[1;1H") == "\x1b[2;4Hx\x1b[1;1H"


def test_another_screen_or_an_unknown_sequence_makes_it_forget() -> None:
    for sequence in ("\x1b[?1049h", "\x1b[2J", "\x1b[3L", "\x1bc"):
        difference = ScreenDifference()
        data = "\x1b[2;3Hhello\x1b[1;1H"
        difference.squeezed(data)
        assert difference.squeezed(sequence) == sequence
        assert "hello" in difference.squeezed(data)


def test_modes_and_queries_pass_and_forget_nothing() -> None:
    difference = ScreenDifference()
    data = "\x1b[2;3Hhello\x1b[1;1H"
    difference.squeezed(data)
    for sequence in ("\x1b[?2026h", "\x1b[?2026$p", "\x1b[>1u", "\x1b]52;c;eA==\x07"):
        assert difference.squeezed(sequence) == sequence
    assert difference.squeezed(data) == ""


def test_after_a_change_of_size_everything_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    difference = ScreenDifference()
    data = "\x1b[2;3Hhello\x1b[1;1H"
    difference.squeezed(data)
    difference.distrust()
    assert "hello" in difference.squeezed(data)
    assert "hello" in difference.squeezed(data)


def test_the_way_from_one_look_to_another_is_short() -> None:
    dim, bold = look("38;2;1;2;3;48;2;9;9;9"), look("1;38;2;1;2;3;48;2;9;9;9")
    assert change(dim, dim) == ""
    assert change(dim, bold) == "\x1b[1m"
    assert change(bold, dim) == "\x1b[22m"
    assert change(bold, PLAIN) == "\x1b[m"
    assert change(look("31"), look("32")) == "\x1b[32m"
    assert change(look("1;2"), look("2")) == "\x1b[;2m"
