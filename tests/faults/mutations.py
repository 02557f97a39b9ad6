"""Texts that no sane person writes, each made up from its number: real files and hostile seeds, cut, mixed and broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tests.faults.hostile import SEEDS, TOKENS
from tests.real_files import real_files

_USUAL_BYTES = 1_500
_WHOLE_FILE = 0.02
_LARGE = 0.0005
"""How many of the texts are long: a token many thousand times."""
_LONGEST_RUN = 50_000
_MOST_CHANGES = 6


def seeds() -> list[bytes]:
    """What mutations begin with: the real files beside the repository, where there are any, and what is known to be hard."""
    return [*(path.read_bytes() for path in real_files()), *SEEDS]


def mutated(number: int, of: Sequence[bytes]) -> bytes:
    """The text of that number; the same one for the same number and seeds."""
    chance = Random(number)
    data = bytearray(_cut(chance, chance.choice(of)))
    for _ in range(chance.randrange(_MOST_CHANGES + 1)):
        chance.choice(_CHANGES)(chance, data, of)
    if chance.random() < _LARGE:
        at = chance.randrange(len(data) + 1)
        data[at:at] = chance.choice(TOKENS) * chance.randrange(_LONGEST_RUN)
    return bytes(data)


def _cut(chance: Random, data: bytes) -> bytes:
    """Some whole lines of a text; now and then all of it."""
    if chance.random() < _WHOLE_FILE or not data:
        return data
    start = 0 if chance.random() < 0.4 else data.find(b"\n", chance.randrange(len(data))) + 1
    return data[start : start + chance.randrange(_USUAL_BYTES)]


def _place(chance: Random, data: bytearray) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.expovariate(1 / 20)))


def _delete(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    start, end = _place(chance, data)
    del data[start:end]


def _double(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    start, end = _place(chance, data)
    data[start:start] = data[start:end] * chance.choice((1, 1, 2, 9, 40))


def _insert(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    at, _ = _place(chance, data)
    data[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 2, 3, 80))


def _replace(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    start, end = _place(chance, data)
    data[start:end] = chance.choice(TOKENS)


def _flip(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    for _ in range(chance.randrange(1, 5)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)


def _splice(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    at, _ = _place(chance, data)
    data[at:at] = _cut(chance, chance.choice(of))[: chance.randrange(1, 400)]


def _swap_lines(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    lines = bytes(data).splitlines(keepends=True)
    if len(lines) > 1:
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
        data[:] = b"".join(lines)


def _line_ends(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    data[:] = bytes(data).replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\n\r", b" ")))


def _indent(chance: Random, data: bytearray, of: Sequence[bytes]) -> None:
    data[:] = bytes(data).replace(b"\n", b"\n" + chance.choice((b" ", b"    ", b"\t", b"> ", b"- ", b"| ")))


_CHANGES: tuple[Callable[[Random, bytearray, Sequence[bytes]], None], ...] = (
    _delete, _delete, _double, _insert, _insert, _insert, _replace, _flip, _splice, _swap_lines, _line_ends, _indent,
)  # fmt: skip
