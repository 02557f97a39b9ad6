"""Which of the things before is which of those after: the same key, the same words elsewhere, words that were changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

ALIKE = 0.6
"""Share of their characters that two texts have in common, from which on one is the other reworded."""
_MOST_COMPARED = 12
"""Of each side between two things that stayed; a longer stretch is other text, not a reworded one."""
_MOST_CHARACTERS = 200


class Matched(NamedTuple, Generic[T]):
    """Two lists set against each other."""

    same: list[tuple[T, T]]
    """Before and after, in the order of what is after."""
    moved: list[tuple[T, T]]
    """The same words in another place."""
    reworded: list[tuple[T, T]]
    removed: list[T]
    added: list[T]


def matched(
    before: Sequence[T],
    after: Sequence[T],
    key: Callable[[T], Hashable],
    words: Callable[[T], str],
    place: Callable[[T], Hashable],
) -> Matched[T]:
    """`key` tells one from all others of its list, `words` is its folded text, `place` the heading it stands under."""
    after_of: dict[Hashable, int] = {key(each): at for at, each in enumerate(after)}
    pairs: dict[int, int] = {}
    for at, each in enumerate(before):
        found = after_of.get(key(each))
        if found is not None:
            pairs[at] = found
    stayed = dict(pairs)
    moved = _by_words(before, after, pairs, words)
    pairs |= moved
    reworded = _by_likeness(before, after, pairs, words, place)
    taken = {**pairs, **reworded}
    targets = set(taken.values())
    return Matched(
        _in_order(before, after, stayed),
        _in_order(before, after, moved),
        _in_order(before, after, reworded),
        [each for at, each in enumerate(before) if at not in taken],
        [each for at, each in enumerate(after) if at not in targets],
    )


def _in_order(before: Sequence[T], after: Sequence[T], pairs: dict[int, int]) -> list[tuple[T, T]]:
    return [(before[old], after[new]) for old, new in sorted(pairs.items(), key=lambda pair: pair[1])]


def _by_words(before: Sequence[T], after: Sequence[T], pairs: dict[int, int], words: Callable[[T], str]) -> dict[int, int]:
    """Those that stand elsewhere now; of equals the first is the first."""
    targets = set(pairs.values())
    free: dict[str, list[int]] = {}
    for at in range(len(after) - 1, -1, -1):
        if at not in targets:
            free.setdefault(words(after[at]), []).append(at)
    out: dict[int, int] = {}
    for at, each in enumerate(before):
        if at not in pairs and free.get(words(each)):
            out[at] = free[words(each)].pop()
    return out


def _by_likeness(
    before: Sequence[T],
    after: Sequence[T],
    pairs: dict[int, int],
    words: Callable[[T], str],
    place: Callable[[T], Hashable],
) -> dict[int, int]:
    """Within a place and between the same neighbours, each with the likest of the others."""
    back = {new: old for old, new in pairs.items()}
    old_runs = _runs(before, place, {old: old for old in pairs})
    new_runs = _runs(after, place, back)
    out: dict[int, int] = {}
    for where, olds in old_runs.items():
        news = new_runs.get(where, [])
        if not news or max(len(olds), len(news)) > _MOST_COMPARED:
            continue
        scored = [(likeness(words(before[old]), words(after[new])), old, new) for old in olds for new in news]
        used: set[int] = set()
        for score, old, new in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
            if score >= ALIKE and old not in out and new not in used:
                out[old] = new
                used.add(new)
    return out


def _runs(things: Sequence[T], place: Callable[[T], Hashable], known: dict[int, int]) -> dict[Hashable, list[int]]:
    """The unknown ones, by their place and by which known one stands above them there."""
    runs: dict[Hashable, list[int]] = {}
    above: dict[Hashable, int] = {}
    for at, each in enumerate(things):
        where = place(each)
        if at in known:
            above[where] = known[at]
        else:
            runs.setdefault((where, above.get(where)), []).append(at)
    return runs


def likeness(one: str, other: str) -> float:
    """0 to 1: how much of two texts is the same, in its order."""
    from difflib import SequenceMatcher

    found = SequenceMatcher(None, one[:_MOST_CHARACTERS], other[:_MOST_CHARACTERS], autojunk=False)
    return found.ratio() if found.real_quick_ratio() >= ALIKE and found.quick_ratio() >= ALIKE else 0.0
