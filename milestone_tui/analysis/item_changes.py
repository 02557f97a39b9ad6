"""The boxes of milestones at two moments. One that moved to another heading or another milestone is still itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from milestone_tui.analysis.change import Change, change_of
from milestone_tui.analysis.matching import matched
from milestone_tui.model.checklist import Item
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.text.fold import fold


class BoxChanges(NamedTuple):
    """What became of the boxes of one milestone, as far as its own two texts tell."""

    before: Milestone
    """The same as `after` for one that appeared."""
    after: Milestone
    """The same as `before` for one that vanished."""
    changes: list[Change]
    removed: list[Item]
    added: list[Item]
    told: bool = True
    """Whether boxes that came or went are told one by one; not so where the whole milestone did."""


def item_changes(before: Milestone, after: Milestone, old: Contents, new: Contents) -> BoxChanges:
    """The boxes of a milestone that is there at both moments."""
    found = matched(items_of(old), items_of(new), lambda each: each.key, lambda each: fold(each.text), _heading)
    changes = []
    for was, now in (*found.same, *found.moved, *found.reworded):
        if fold(was.text) != fold(now.text):
            changes.append(change_of(after, "reworded", now.text, was.text, now.text, now.line))
        changes += _state_change(after, was, now)
    return BoxChanges(before, after, changes, found.removed, found.added)


def items_of(contents: Contents) -> list[Item]:
    """All boxes in the order of the file."""
    return [item for section in contents.checklist for item in section.items]


def _heading(item: Item) -> str:
    return item.key.partition("\n")[0]


def _state_change(milestone: Milestone, was: Item, now: Item) -> list[Change]:
    if was.state == now.state:
        return []
    kind = "ticked" if now.state == "done" else "unticked" if was.state == "done" else "box"
    return [change_of(milestone, kind, now.text, was.state, now.state, now.line)]


def settled(found: Sequence[BoxChanges]) -> Iterator[tuple[str, list[Change]]]:
    """Key of each milestone with all changes of its boxes, now that boxes which left one and came to another are known."""
    gone = _alone((at, item) for at, each in enumerate(found) for item in each.removed)
    come = _alone((at, item) for at, each in enumerate(found) for item in each.added)
    moved = {text: (gone[text], come[text]) for text in gone.keys() & come.keys() if gone[text][0] != come[text][0]}
    for at, each in enumerate(found):
        changes = list(each.changes)
        for item in each.removed:
            if each.told and fold(item.text) not in moved:
                changes.append(change_of(each.after, "removed", item.text, item.state, "", item.line, gone=True))
        for item in each.added:
            pair = moved.get(fold(item.text))
            if pair is not None and pair[1][0] == at:
                (source, was), _ = pair
                home = found[source].before
                changes.append(change_of(each.after, "moved", item.text, home.id or home.title, _name(each.after), item.line))
                changes += _state_change(each.after, was, item)
            elif each.told:
                changes.append(change_of(each.after, "added", item.text, "", item.state, item.line))
        yield each.after.key, changes


def _name(milestone: Milestone) -> str:
    return milestone.id or milestone.title


def _alone(found: Iterable[tuple[int, Item]]) -> dict[str, tuple[int, Item]]:
    """By folded text, those whose text is no other's: only they are beyond doubt."""
    out: dict[str, tuple[int, Item] | None] = {}
    for at, item in found:
        text = fold(item.text)
        out[text] = None if text in out else (at, item)
    return {text: each for text, each in out.items() if each is not None}
