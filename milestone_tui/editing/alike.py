"""Compares nouns by what they say, not by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def unplaced(noun: Any) -> Any:  # noqa: ANN401 -- any noun
    """A noun without lines, also those of what it is made of."""
    if not isinstance(noun, tuple):
        return noun
    names = getattr(noun, "_fields", ("",) * len(noun))
    return tuple(unplaced(each) for name, each in zip(names, noun, strict=True) if name != "line")


def one_more(before: Sequence[Any], after: Sequence[Any]) -> int:
    """The place in `after` of the only one that `before` lacks; -1 when that is not all that differs."""
    if len(after) != len(before) + 1:
        return -1
    old, new = [unplaced(each) for each in before], [unplaced(each) for each in after]
    at = next((number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return at if old[at:] == new[at + 1 :] else -1
