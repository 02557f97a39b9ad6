"""What `set` means: a field or list of a milestone, or a part of the item, risk or checkpoint that is named."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from milestone_tui.cli.aiming import Answer, Meant, aimed_at, day_or_refusal, file_and_line, one_milestone, reading_of
from milestone_tui.cli.output import complain
from milestone_tui.cli.state import user_file
from milestone_tui.editing.items import next_state
from milestone_tui.editing.meant import number_meant
from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.standing_at import noun_at
from milestone_tui.editing.targets import Box, boxes_of, target_of
from milestone_tui.model.edit import ItemTarget, SetCheckpoint, SetField, SetItem, SetRisk, SetState
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.reading.vocabulary.lexicon import field_named
from milestone_tui.workspace.workspace import Workspace

_NUMBERS = ("percent", "effort")


def set_by(args: Namespace, today: date) -> Answer:
    """The edit that the arguments of `set` mean."""
    file, line = file_and_line(args.where)
    if file is not None and line:
        return _in_line(Workspace(file, user_file=user_file()), file.name, line, args, today)
    if args.item is not None:
        aimed = aimed_at(args, args.item)
        if isinstance(aimed, int):
            return aimed
        return _item(aimed.workspace, aimed.path, aimed.target, args, today)
    found = one_milestone(args)
    if isinstance(found, int):
        return found
    workspace, milestone = found.workspace, found.milestones[0]
    if args.risk is not None:
        return Meant(workspace, SetRisk(milestone.path, milestone.key, args.risk, args.field, args.value, expect=args.expect))
    if args.checkpoint is not None:
        return _checkpoint(workspace, milestone, args, today)
    return _field(workspace, milestone, args, today)


def _in_line(workspace: Workspace, path: str, line: int, args: Namespace, today: date) -> Answer:
    reading = reading_of(workspace, path)
    if isinstance(reading, Refusal):
        return reading
    found = noun_at(line, reading)
    if found is None:
        return Refusal(
            f"line {line} holds no item, risk or checkpoint", "give the line of one, or the milestone's id and a field"
        )
    key, noun = found
    if isinstance(noun, Box):
        return _item(workspace, path, ItemTarget(line, noun.item.text, noun.item.key), args, today)
    if isinstance(noun, Risk):
        return Meant(workspace, SetRisk(path, key, noun.text, args.field, args.value, noun.line, args.expect))
    return _checkpoint_edit(workspace, path, key, noun, args, today)


def _item(workspace: Workspace, path: str, target: ItemTarget, args: Namespace, today: date) -> Answer:
    reading = reading_of(workspace, path)
    if isinstance(reading, Refusal):
        return reading
    value = args.value
    if args.field == "state":
        if value == "next":
            state = next_state(target, reading)
            return state if isinstance(state, Refusal) else Meant(workspace, SetState(path, target, state))
        return Meant(workspace, SetState(path, target, value))
    if args.field == "due":
        box = target_of(target, reading, boxes_of(reading.document, reading.outline))
        day = day_or_refusal(value, None if isinstance(box, Refusal) else box.item.due, today)
        if isinstance(day, Refusal):
            return day
        value = day
    return Meant(workspace, SetItem(path, target, args.field, value, args.expect))


def _checkpoint(workspace: Workspace, milestone: Milestone, args: Namespace, today: date) -> Answer:
    said = args.checkpoint.strip().rstrip("%")
    noun = next((each for each in _checkpoints(workspace, milestone) if f"{each.percent:g}" == said), None)
    if noun is not None:
        return _checkpoint_edit(workspace, milestone.path, milestone.key, noun, args, today)
    return Meant(workspace, SetCheckpoint(milestone.path, milestone.key, said, args.field, args.value, expect=args.expect))


def _checkpoints(workspace: Workspace, milestone: Milestone) -> list[Checkpoint]:
    reading = reading_of(workspace, milestone.path)
    if not isinstance(reading, Reading):
        return []
    keys = [each.key for each in reading.milestones]
    found = reading.contents(keys.index(milestone.key)).checkpoints if milestone.key in keys else ()
    return [each for each in found if each.percent is not None]


def _checkpoint_edit(workspace: Workspace, path: str, key: str, noun: Checkpoint, args: Namespace, today: date) -> Answer:
    value = args.value
    if args.field == "date":
        day = day_or_refusal(value, noun.day, today)
        if isinstance(day, Refusal):
            return day
        value = day
    name = f"{noun.percent:g}" if noun.percent is not None else noun.criteria
    return Meant(workspace, SetCheckpoint(path, key, name, args.field, value, noun.line, args.expect))


def _field(workspace: Workspace, milestone: Milestone, args: Namespace, today: date) -> Answer:
    name = field_named(args.field.replace("_", " "), workspace.lexicon) or field_named(args.field, workspace.lexicon)
    value, kind = args.value, KIND.get(name, "text")
    from milestone_tui.editing.listed import holds_several, listed_values

    if not args.raw:
        reading = reading_of(workspace, milestone.path)
        if isinstance(reading, Reading) and holds_several(name, milestone.key, reading):
            from milestone_tui.cli.listing import listed

            return listed(workspace, milestone, name, listed_values(name, milestone.key, reading), args)
        if kind == "date" and value:
            seen = milestone.date(name)
            day = day_or_refusal(value, seen.day if seen else None, today)
            if isinstance(day, Refusal):
                return day
            value = day
        if kind in _NUMBERS:
            seen_raw = next((field.raw for field in milestone.fields if field.name == name), "")
            value = number_meant(value, seen_raw) or value
    if not name:
        complain(f"{args.field} is no field that is known by name; it is looked for as the file spells it.")
    return Meant(workspace, SetField(milestone.path, milestone.key, args.field, value, args.raw, args.expect))
