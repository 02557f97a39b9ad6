"""Makes a field that holds several values hold others: in front matter, in a key line, in a list under its heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.editing.finishing import finished, unchanged
from milestone_tui.editing.layout import Layout
from milestone_tui.editing.list_carriers import Carrier, carriers_of
from milestone_tui.editing.listed import listed_values
from milestone_tui.editing.new_fields import plan_new_field
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.targets import milestone_of
from milestone_tui.editing.valid import fault_of
from milestone_tui.model.edit import SetField, SetList
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.lexicon import field_named
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch


class _Wish(NamedTuple):
    """The values, brought to one form for comparing."""

    values: tuple[str, ...]
    refs: tuple[str, ...]


def plan_list(edit: SetList, reading: Reading) -> Change | Refusal:
    """The change that makes the field hold just these values."""
    found = milestone_of(edit.milestone, reading)
    if isinstance(found, Refusal):
        return found
    lexicon = reading.outline.lexicon
    name = field_named(edit.field.replace("_", " "), lexicon) or field_named(edit.field, lexicon)
    now = listed_values(name, edit.milestone, reading)
    if edit.expect is not None and tuple(map(fold, edit.expect)) != tuple(map(fold, now)):
        return Refusal(f"{edit.field} is now {', '.join(now) or 'empty'}", "look at the file again", now)
    values = tuple(dict.fromkeys(value.strip() for value in edit.values if value.strip()))
    fault = next((fault for value in values if (fault := fault_of(value, what=f'"{value}"'))), "")
    if fault:
        return Refusal(f"{edit.field} was not set: {fault}", "leave that out")
    carriers = carriers_of(name, found[1], reading)
    if not carriers:
        if not values:
            return unchanged(reading, f"{edit.field} is empty already", found[1].milestone.line)
        one = SetField(edit.path, edit.milestone, edit.field, ", ".join(values), raw=True)
        return plan_new_field(one, name, reading, several=values)
    return _changed(edit, name, _Wish(values, tuple(map(fold, values))), carriers, reading)


def _changed(edit: SetList, name: str, wish: _Wish, carriers: Sequence[Carrier], reading: Reading) -> Change | Refusal:
    layout = Layout(reading.document)
    first = carriers[0]
    patches: list[Patch] = []
    for carrier in carriers:
        agrees = set(carrier.refs) == set(first.refs)
        wanted = [value for value, ref in zip(wish.values, wish.refs, strict=True) if agrees or ref in carrier.refs]
        made = carrier.rewritten(wanted, layout)
        if made is None:
            return Refusal(f"{edit.field} is written in a way that is not edited in place", "edit the line in an editor")
        patches += made

    def check(after: Reading) -> str:
        got = listed_values(name, _key_after(edit.milestone, reading, after), after)
        return "" if set(map(fold, got)) == set(wish.refs) else f"it would be read as {', '.join(got) or 'nothing'}"

    said = ", ".join(wish.values) or "nothing"
    told = frozenset(carrier.line for carrier in carriers if carrier.style == "block")
    places = f" at {len(carriers)} places" if len(carriers) > 1 else ""
    return finished(reading, patches, f"set {edit.field} to {said}{places}", first.line, check, frozenset((name,)), told)


def _key_after(key: str, before: Reading, after: Reading) -> str:
    keys = [each.milestone.key for each in before.found]
    place = keys.index(key)
    return after.found[place].milestone.key if place < len(after.found) else key
