"""A stretch of bytes, half open, counted from the first byte of the file."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Bytes `start` up to but without `end`, counted in the file as it lies on disk (a BOM counts)."""

    start: int
    end: int
