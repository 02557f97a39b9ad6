"""What differs between two moments of a project, each difference as one change. Where the moments come from is not its matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from milestone_tui.analysis.change import Change, change_of
from milestone_tui.analysis.fact_changes import fact_changes
from milestone_tui.analysis.item_changes import BoxChanges, item_changes, items_of, settled
from milestone_tui.analysis.plan_changes import plan_changes
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.text.fold import fold

Pair = tuple[Milestone, Contents]


def changes(before: Iterable[Pair], after: Iterable[Pair]) -> tuple[Change, ...]:
    """All changes, in the order of the milestones of `after` and by line within each; those that vanished come last."""
    olds, news = list(before), list(after)
    followed = _followed(olds, news)
    boxes: list[BoxChanges] = []
    others: list[list[Change]] = []
    for at, (milestone, contents) in enumerate(news):
        if at in followed:
            was, old = olds[followed[at]]
            boxes.append(item_changes(was, milestone, old, contents))
            others.append([*fact_changes(was, milestone), *plan_changes(milestone, old, contents)])
        else:
            boxes.append(BoxChanges(milestone, milestone, [], [], items_of(contents), told=False))
            others.append([change_of(milestone, "appeared", milestone.title, "", _counted(milestone), milestone.line)])
    stayed = set(followed.values())
    for at, (milestone, contents) in enumerate(olds):
        if at not in stayed:
            boxes.append(BoxChanges(milestone, milestone, [], items_of(contents), [], told=False))
            gone = change_of(milestone, "vanished", milestone.title, _counted(milestone), "", milestone.line, gone=True)
            others.append([gone])
    out: list[Change] = []
    for other, (_, ticks) in zip(others, settled(boxes), strict=True):
        out += sorted([*other, *ticks], key=lambda change: change.line)
    return tuple(out)


def counts(found: Iterable[Change]) -> dict[str, int]:
    """How many changes there are of each kind; only the kinds that occur."""
    out: dict[str, int] = {}
    for change in found:
        out[change.kind] = out.get(change.kind, 0) + 1
    return out


def _counted(milestone: Milestone) -> str:
    boxes = milestone.boxes
    return f"{boxes.done}/{boxes.total} boxes" if boxes.total else ""


def _followed(before: Sequence[Pair], after: Sequence[Pair]) -> dict[int, int]:
    """Place in `after` → place in `before` of the same milestone: by id, then by file, then by title and boxes."""
    pairs: dict[int, int] = {}
    for name in (_identity, _key, _title):
        olds = _alone(before, name, set(pairs.values()))
        for text, at in _alone(after, name, set(pairs)).items():
            if text in olds and (name is not _title or _boxes_alike(before[olds[text]][1], after[at][1])):
                pairs[at] = olds[text]
    return pairs


def _boxes_alike(before: Contents, after: Contents) -> bool:
    """Whether most of the boxes are the same, and there are some."""
    old, new = ({fold(item.text) for item in items_of(contents)} for contents in (before, after))
    return 2 * len(old & new) > max(len(old), len(new))


def _alone(pairs: Sequence[Pair], name: Callable[[Milestone], str], known: set[int]) -> dict[str, int]:
    """Name → place, for the names that only one of those not yet known has."""
    found: dict[str, list[int]] = {}
    for at, (milestone, _) in enumerate(pairs):
        if at not in known and name(milestone):
            found.setdefault(name(milestone), []).append(at)
    return {text: places[0] for text, places in found.items() if len(places) == 1}


def _identity(milestone: Milestone) -> str:
    return fold(milestone.id)


def _key(milestone: Milestone) -> str:
    return milestone.key


def _title(milestone: Milestone) -> str:
    return fold(milestone.title)
