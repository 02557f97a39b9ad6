"""Ticks that are on their way to the disk: what each row will say, until its edit has come to its end."""

from __future__ import annotations


class Pending:
    """Row key → the number of the last edit of it, and what it will say."""

    def __init__(self) -> None:
        self._ticks: dict[str, tuple[int, bool]] = {}

    def __contains__(self, row_key: object) -> bool:
        return row_key in self._ticks

    def says(self, row_key: str) -> bool | None:
        """What the tick on its way will say; None when there is none."""
        tick = self._ticks.get(row_key)
        return tick[1] if tick is not None else None

    def begin(self, row_key: str, number: int, done: bool) -> None:
        """The edit of that number is on its way."""
        self._ticks[row_key] = number, done

    def end(self, number: int) -> list[str]:
        """It came to its end; the rows that show the file again, unless a later one is on its way."""
        ended = [key for key, (last, _) in self._ticks.items() if last == number]
        for key in ended:
            del self._ticks[key]
        return ended

    def clear(self) -> None:
        """Other rows are shown."""
        self._ticks.clear()
