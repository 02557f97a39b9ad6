"""Brings what a file says of its boxes in line with them: the declared percentage, counts such as `3/5`, the last update."""

from __future__ import annotations

import re
from collections.abc import Iterator

from milestone_tui.editing.finishing import Check, finished, unchanged
from milestone_tui.editing.least import least_patch
from milestone_tui.editing.occupied import states_time
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.setting import plan_field
from milestone_tui.editing.targets import milestone_of
from milestone_tui.editing.wording import beside_day
from milestone_tui.model.edit import Align, SetField
from milestone_tui.reading.anchors import Anchor
from milestone_tui.reading.boxes import box_count
from milestone_tui.reading.day_words import day_of
from milestone_tui.reading.facts import is_unset
from milestone_tui.reading.milestones import ReadMilestone
from milestone_tui.reading.places import Scope
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.status_words import status_share
from milestone_tui.text.patch import Patch

_COUNT = re.compile(r"(?<![\d/.-])(?P<done>\d{1,4})(?P<between>\s*(?:/|of|von)\s*)(?P<total>\d{1,4})(?![\d/]|\.\d|-\d)")
_IN_BRACKETS = re.compile(r"[(\[]\s*" + _COUNT.pattern + r"[^)\]]{0,20}[)\]]\s*$")
_OF_BOXES = re.compile(
    r"\s*(?:$|[()\[\],;|/–—-]|(?:sub)?(?:tasks?|items?|boxes|box|criteria|to-?dos?|checks?|done|complete|completed|ticked)\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?(?=\s*%)")


def plan_aligned(edit: Align, reading: Reading) -> Change | Refusal:
    """The change after which percentage, counts and last update say what the boxes say."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    number, own = found
    boxes = own.milestone.boxes
    if not boxes.total:
        return Refusal(f"{own.milestone.id} has no boxes to count", "there is nothing that its figures could follow")
    told = list(_counts(own, reading))
    if any(patch is None for patch in told):
        return Refusal("bytes that are not UTF-8 stand beside a count", "edit the line in an editor")
    patches = tuple(patch for patch in told if patch is not None and patch.old != patch.new)
    summary = f"aligned with {boxes.done} of {boxes.total} boxes"
    if edit.today and (patches or edit.ticked):
        outcome = _day(edit, own, reading)
        if isinstance(outcome, Refusal):
            return outcome
        if isinstance(outcome, str):
            summary += f"; the last update {outcome} and is left"
        else:
            patches = (*patches, *outcome.patches)
    aside = frozenset(
        ("progress", "declared", "updated", "dates", "fields", "repeats", "status", "completion_rate", "title", "aliases", "id")
    )
    if not patches:
        return unchanged(reading, "the figures say what the boxes say already", own.milestone.line)
    line = reading.document.line_at(min(patch.start for patch in patches))
    return finished(reading, patches, summary, line, _is_aligned(number), aside)


def _day(edit: Align, own: ReadMilestone, reading: Reading) -> Change | Refusal | str:
    """The change of the last update; or what is said there that is not known of another day."""
    places = [anchor for anchor in own.anchors.get("updated", ()) if anchor.editable]
    if not places:
        return unchanged(reading, "", own.milestone.line)
    if day_of(places[0].raw)[0] is None:
        return "holds no day"
    if any(states_time(anchor.raw) for anchor in places):
        return "states a time of day"
    if any(character.isalnum() for anchor in places if any(day_of(anchor.raw)) for character in beside_day(anchor.raw)):
        return "says more than a day"
    return plan_field(SetField(edit.path, own.milestone.key, "updated", edit.today), reading)


def _counts(found: ReadMilestone, reading: Reading) -> Iterator[Patch | None]:
    """The patches of fields and headings that tell how many boxes are ticked."""
    boxes = found.milestone.boxes
    for name in ("progress", "completion_rate", "status"):
        for anchor in found.anchors.get(name, ()):
            if anchor.editable and not is_unset(anchor.raw):
                new = _told(anchor, name, boxes.done, boxes.total)
                if new is not None:
                    yield least_patch(reading.document, anchor.span, new)
    outline, document = reading.outline, reading.document
    for section in outline.sections[found.scope.section + 1 : found.scope.last]:
        count = _IN_BRACKETS.search(section.title)
        if count is None or section.parts[:1] == (found.scope.section,):
            continue
        inside, _ = box_count(document, outline, Scope(section.number, outline.last_within(section.number), False))
        if inside.total and int(count["total"]) <= max(inside.total, 1) * 4:
            counted = _with_count(section.title, inside.done, inside.total, count.start("done"))
            share = str(_percent(inside.done, inside.total))
            title = counted[: count.start()] + _SHARE.sub(share, counted[count.start() :], count=1)
            yield least_patch(document, section.text, title)


def _told(anchor: Anchor, name: str, done: int, total: int) -> str | None:
    """The words of a field with our figures in them; None where it has none of its own."""
    raw = anchor.raw
    if name == "status":
        stated = status_share(raw)
        own = next((found for found in _SHARE.finditer(raw) if stated is not None and float(found[0]) == stated), None)
        return raw[: own.start()] + str(_percent(done, total)) + raw[own.end() :] if own else None
    share = str(_percent(done, total))
    counted = _COUNT.search(raw)
    if counted and not _OF_BOXES.match(raw, counted.end()):
        return None  # it counts something else
    text = _with_count(raw, done, total, counted.start("done")) if counted else raw
    if _SHARE.search(text):
        return _SHARE.sub(share, text, count=1)
    bare = re.fullmatch(r"\d{1,3}(?:\.\d+)?", text.strip())
    if bare:
        return text.replace(bare[0], share)
    return text if text != raw else None


def _percent(done: int, total: int) -> int:
    """Whole per cents; 100 only when all is done, and 0 only when nothing is."""
    share = round(100 * done / total)
    return 100 if done == total else min(99, max(share, 1 if done else 0))


def _with_count(text: str, done: int, total: int, at: int) -> str:
    found = _COUNT.search(text, at)
    assert found is not None
    return text[: found.start()] + f"{done}{found['between']}{total}" + text[found.end() :]


def _is_aligned(number: int) -> Check:
    def check(after: Reading) -> str:
        milestone = after.found[number].milestone
        if milestone.declared is None or milestone.declared.value is None:
            return ""
        share = _percent(milestone.boxes.done, milestone.boxes.total)
        counted = _COUNT.search(milestone.declared.raw)
        others = counted is not None and not _OF_BOXES.match(milestone.declared.raw, counted.end())
        return "" if others or round(milestone.declared.value) == share else f"it would declare {milestone.declared.raw}"

    return check
