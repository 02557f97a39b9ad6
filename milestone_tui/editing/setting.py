"""Gives a field of a milestone another value, at every place where the file repeats the old one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from milestone_tui.editing.finishing import unchanged
from milestone_tui.editing.least import least_patch
from milestone_tui.editing.occupied import MEANT, in_the_way, is_no_one_day, meaning, says_so
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.own_words import own_words
from milestone_tui.editing.proof import unmeant
from milestone_tui.editing.scalars import encoded
from milestone_tui.editing.wording import day_text, level_text, percent_text, status_text
from milestone_tui.model.edit import SetField, SetList
from milestone_tui.reading.amounts import percent_of
from milestone_tui.reading.anchors import Anchor
from milestone_tui.reading.day_words import day_of
from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.milestones import ReadMilestone
from milestone_tui.reading.reader import Reading, read
from milestone_tui.reading.status_words import status_of
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.reading.vocabulary.lexicon import Lexicon, field_named
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch, apply
from milestone_tui.text.repair import repair

_MEANS_ALSO = {
    "status": ("completed", "declared"),
    "title": ("id", "aliases"),
    "id": ("id", "aliases", "title"),
    "milestone": ("title",),
}
"""Facts that are read from the words of another one."""


class _Wanted(NamedTuple):
    """The new value, understood."""

    kind: str
    canonical: str
    """The canonical word, ISO day or number; the text itself for a text field."""
    said: str = ""
    """The word as it was given."""


def plan_field(edit: SetField, reading: Reading) -> Change | Refusal:
    """The change that gives the field its new value."""
    found = next((each for each in reading.found if each.milestone.key == edit.milestone), None)
    if found is None:
        names = tuple(f"{each.milestone.id}  {each.milestone.title}" for each in reading.found)
        return Refusal(f"{reading.path} no longer holds that milestone", "look at the file again", names)
    lexicon = reading.outline.lexicon
    name = edit.field if edit.field in found.anchors else _named(edit.field, lexicon)
    anchors = found.anchors.get(name, ())
    editable = [anchor for anchor in anchors if anchor.editable]
    if not editable and (anchors or not name):
        return _no_place(edit, found, anchors)
    wanted = _Wanted("raw", edit.value) if edit.raw else _understood(name, edit.value, lexicon)
    if isinstance(wanted, Refusal):
        return wanted
    if not editable:
        return _unstated(edit._replace(value=wanted.canonical if wanted.kind == "date" else edit.value), name, reading)
    first = editable[0]
    if edit.expect is not None and edit.expect != first.raw:
        return Refusal(
            f'{name} is now "{first.raw}", not "{edit.expect}"', "look at the file again", (f"{first.line}: {first.raw}",)
        )
    if "\n" in edit.value and not (edit.raw and first.place == "front matter"):
        return Refusal("a value cannot hold a line break here", "use an editor for text of several lines")
    agreeing = [anchor for anchor in editable if anchor is first or _same(name, anchor, first, lexicon, exact=edit.raw)]
    on_purpose = edit.expect is not None and wanted.said not in ("", wanted.canonical)
    on_purpose = on_purpose or (wanted.kind == "date" and any(is_no_one_day(name, each.raw) for each in agreeing))
    if not on_purpose and all(says_so(wanted.kind, wanted.canonical, wanted.said, each.raw, lexicon) for each in agreeing):
        return unchanged(reading, f'{name} is "{first.raw}" already', first.line)
    for each in agreeing:
        fault = in_the_way(wanted.kind, name, each.raw, seen=edit.expect is not None)
        if fault is not None:
            return fault._replace(candidates=(f"{each.line}: {each.raw}",))
    return _change(edit, reading, name, agreeing, wanted, found.milestone.dialect)


def _unstated(edit: SetField, name: str, reading: Reading) -> Change | Refusal:
    """A field that no single value states: a list, or one to be added."""
    from milestone_tui.editing.listed import holds_several
    from milestone_tui.editing.lists import plan_list
    from milestone_tui.editing.new_fields import plan_new_field
    from milestone_tui.reading.dependencies import split_names

    if edit.expect:
        return Refusal(f'{name} is not stated, so it is not "{edit.expect}"', "look at the file again")
    if holds_several(name, edit.milestone, reading):
        values = tuple(split_names(edit.value, reading.outline.lexicon))
        return plan_list(SetList(edit.path, edit.milestone, edit.field, values), reading)
    return plan_new_field(edit, name, reading)


def _change(
    edit: SetField, reading: Reading, name: str, anchors: list[Anchor], wanted: _Wanted, dialect: str
) -> Change | Refusal:
    data, line = reading.document.data, anchors[0].line
    patches: list[Patch] = []
    values: dict[int, str] = {}
    for anchor in anchors:
        new = _written(anchor, wanted, dialect, reading.outline.lexicon)
        values[anchor.span.start] = new
        bare = anchor.style == "empty" or (anchor.style == "text" and not anchor.raw and anchor.place != "table")
        if bare and new and data[anchor.span.start - 1 : anchor.span.start] not in (b" ", b"\t"):
            new = " " + new
        patch = least_patch(reading.document, anchor.span, new)
        if patch is None:
            return Refusal(f"{name} holds bytes that are not UTF-8", "edit the line in an editor", (f"{line}: {anchor.raw}",))
        if patch.old != patch.new:
            patches.append(patch)
    if not patches:
        return unchanged(reading, f'{name} is "{anchors[0].raw}" already', line)
    after = apply(data, patches)
    again = read(after, reading.path, reading.outline.lexicon)
    aside = frozenset((name, *_MEANS_ALSO.get(name, ())))
    wrong = _proof(reading, patches, values, again) or _meaning(name, wanted, edit, reading, again)
    wrong = wrong or unmeant(reading, again, patches, aside)
    if wrong:
        return Refusal(f"{name} was not set: {wrong}", "edit the line in an editor", (f"{line}: {anchors[0].raw}",))
    places = f" at {len(patches)} places" if len(patches) > 1 else ""
    summary = f'set {name} to "{values[anchors[0].span.start].strip()}"{places}'
    return Change(reading.path, data, after, tuple(patches), summary, line)


def _named(field: str, lexicon: Lexicon) -> str:
    """Our name for a field as people name it."""
    return field_named(field.replace("_", " "), lexicon) or field_named(field, lexicon)


def _written(anchor: Anchor, wanted: _Wanted, dialect: str, lexicon: Lexicon) -> str:
    if wanted.kind == "raw":
        return wanted.canonical
    if wanted.kind == "status":
        text = status_text(wanted.canonical, anchor.raw, dialect, wanted.said, lexicon)
    elif wanted.kind == "level":
        text = level_text(wanted.canonical, anchor.raw, wanted.said, lexicon)
    elif wanted.kind == "date":
        text = day_text(date.fromisoformat(wanted.canonical), anchor.raw)
    elif wanted.kind == "percent":
        text = percent_text(float(wanted.canonical), anchor.raw)
    else:
        text = wanted.canonical
    if anchor.place == "front matter":
        return encoded(text, anchor.style)
    return text.replace("|", "\\|") if anchor.place == "table" else text


def _understood(name: str, value: str, lexicon: Lexicon) -> _Wanted | Refusal:
    kind = KIND.get(name, "text")
    if kind == "status":
        status = status_of(value, lexicon)
        words = ", ".join(
            ("planned, active, review, testing, completed, on_hold, cancelled, blocked", *own_words("status", lexicon))
        )
        return _Wanted(kind, status, value) if status else Refusal(f'"{value}" is no status', f"use one of {words}, or --raw")
    if kind == "level" and name not in ("complexity", "architecture_impact"):
        level = level_of(value, lexicon)
        words = ", ".join(("low, medium, high, critical", *own_words("level", lexicon)))
        return _Wanted(kind, level, value) if level else Refusal(f'"{value}" is no level', f"use {words}, or --raw")
    if kind == "date":
        day, _ = day_of(value)
        return _Wanted(kind, day.isoformat()) if day else Refusal(f'"{value}" is no day', "write it as YYYY-MM-DD, or use --raw")
    if kind == "percent":
        percent = percent_of(value)
        return (
            _Wanted(kind, str(percent))
            if percent is not None
            else Refusal(f'"{value}" is no percentage', "give 0 to 100, or --raw")
        )
    return _Wanted("text", value)


def _same(name: str, anchor: Anchor, first: Anchor, lexicon: Lexicon, *, exact: bool) -> bool:
    """Whether a later place says what the first one says; `exact` asks for the very same words."""
    if exact or anchor.raw == first.raw:
        return anchor.raw == first.raw
    mine, its = repair(anchor.raw), repair(first.raw)
    if fold(mine) == fold(its):
        return True
    kind = KIND.get(name, "text")
    if kind == "date":
        return day_of(mine)[0] is not None and day_of(mine) == day_of(its)
    return (
        kind in MEANT and meaning(kind, mine, lexicon) is not None and meaning(kind, mine, lexicon) == meaning(kind, its, lexicon)
    )


def _no_place(edit: SetField, found: ReadMilestone, anchors: tuple[Anchor, ...]) -> Refusal:
    if anchors:
        where = tuple(f"{anchor.line}: {anchor.raw.splitlines()[0] if anchor.raw else ''}" for anchor in anchors)
        return Refusal(f"{edit.field} is written in a way that is not edited in place", "open the file in an editor", where)
    fields = tuple(sorted(name for name, known in found.anchors.items() if any(anchor.editable for anchor in known)))
    return Refusal(f'{found.milestone.id} states no "{edit.field}"', "these fields can be set: " + ", ".join(fields))


def _proof(before: Reading, patches: list[Patch], values: dict[int, str], after: Reading) -> str:
    """Why the text after the change does not say exactly what was meant; empty when it does."""
    if len(after.found) != len(before.found):
        return "the file would hold another number of milestones"
    shown = {start: _within_quotes(value) for start, value in values.items()}
    for old, new in zip(before.found, after.found, strict=True):
        if old.milestone.boxes != new.milestone.boxes:
            return "boxes would change"
        expected = {
            (_moved(anchor.span.start, patches), shown.get(anchor.span.start, anchor.raw).strip()) for anchor in _all(old)
        }
        got = {(anchor.span.start, anchor.raw.strip()) for anchor in _all(new)}
        if {raw for _, raw in expected} != {raw for _, raw in got}:
            other = next(iter({raw for _, raw in expected ^ got}), "")
            return f'it would read "{other}" otherwise'
    return ""


def _within_quotes(text: str) -> str:
    """A value as its anchor will show it: a plain scalar that had to be quoted lies between quotes afterwards."""
    bare = text.strip()
    return bare[1:-1] if len(bare) >= 2 and bare[0] in "'\"" and bare[-1] == bare[0] else bare


def _meaning(name: str, wanted: _Wanted, edit: SetField, before: Reading, after: Reading) -> str:
    """Whether the new words say what was asked for; empty when they do, or when they were given as they are."""
    if wanted.kind in ("raw", "text"):
        return ""
    place = next(number for number, found in enumerate(before.found) if found.milestone.key == edit.milestone)
    raw = next((anchor.raw for anchor in after.found[place].anchors.get(name, ()) if anchor.editable), "")
    got = meaning(wanted.kind, raw, after.outline.lexicon)
    return "" if got == wanted.canonical else f'"{raw}" would not say {wanted.canonical}'


def _all(found: ReadMilestone) -> list[Anchor]:
    return [anchor for anchors in found.anchors.values() for anchor in anchors]


def _moved(offset: int, patches: list[Patch]) -> int:
    return offset + sum(len(patch.new) - len(patch.old) for patch in patches if patch.start < offset)
