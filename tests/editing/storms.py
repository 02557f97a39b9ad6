"""Edits at random over any text: each is proven, changes only what it says, and is taken back to the byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from milestone_tui.editing.items import states_of
from milestone_tui.editing.planning import Change, Refusal, plan
from milestone_tui.editing.targets import Box, boxes_of
from milestone_tui.model.edit import (
    AddCheckpoint,
    AddItem,
    AddRisk,
    AddSection,
    Align,
    Edit,
    IndentItem,
    ItemTarget,
    MoveItem,
    RemoveCheckpoint,
    RemoveItem,
    RemoveRisk,
    SetBox,
    SetCheckpoint,
    SetField,
    SetItem,
    SetList,
    SetRisk,
    SetState,
)
from milestone_tui.model.plan import Risk
from milestone_tui.reading.reader import Reading, read
from milestone_tui.text.patch import Patch, apply, invert

VARIANTS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda data: data,
    "with CRLF": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "with CR": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r"),
    "with a BOM": lambda data: b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf"),
    "with tabs": lambda data: data.replace(b"    ", b"\t").replace(b"  ", b"\t"),
    "with invalid bytes": lambda data: data.replace(b"e", b"\xe9", 3) + b"\n\xff\xfe",
    "without a final newline": lambda data: data.rstrip(b"\r\n"),
    "with mixed line ends": lambda data: b"".join(
        line.rstrip(b"\r\n") + (b"\r\n" if number % 3 else b"\n") for number, line in enumerate(data.splitlines(keepends=True))
    ),
}
WORDS = (
    "paint the hull",
    "a | b",
    "# no heading",
    "--- no rule",
    "ünïcödé 🚢",
    "`code` and **bold**",
    "1. one",
    "> quoted",
    "- dash",
    "<!-- x",
)

_OF_MILESTONES = 0.4
"""How many of the edits are not of items."""


class Storm(NamedTuple):
    """What came of many edits."""

    made: int
    refused: Counter[str]


def rage(data: bytes, path: str, rng: Random, edits: int) -> Storm:
    """`edits` edits one after the other, then as many undone; fails when a byte is not as it was."""
    made: list[tuple[bytes, tuple[Patch, ...]]] = []
    refused: Counter[str] = Counter()
    reading = read(data, path)
    for _ in range(edits):
        edit = any_edit(reading, rng)
        if edit is None:
            break
        outcome = plan(edit, reading)
        if isinstance(outcome, Refusal):
            refused[f"{type(edit).__name__}: {outcome.text[:60]}"] += 1
            continue
        assert apply(reading.document.data, outcome.patches) == outcome.after, edit
        untouched_lines_stay(outcome)
        made.append((reading.document.data, outcome.patches))
        reading = read(outcome.after, path)
    now = reading.document.data
    for before, patches in reversed(made):
        now = apply(now, invert(patches))
        assert now == before
    assert now == data
    return Storm(len(made), refused)


def untouched_lines_stay(change: Change) -> None:
    """No line goes or changes but by the patches; line breaks and the end of the file stay as they are."""
    before, after = change.before, change.after
    if all(text.removeprefix(b"\xef\xbb\xbf") for text in (before, after)):
        assert before.endswith((b"\n", b"\r")) == after.endswith((b"\n", b"\r")), change.summary
    assert before[:3] != b"\xef\xbb\xbf" or after[:3] == b"\xef\xbb\xbf"
    if b"\r" not in before:
        assert b"\r" not in after
    elif b"\n" not in before:
        assert b"\n" not in after
    elif before.count(b"\n") == before.count(b"\r\n"):
        assert after.count(b"\n") == after.count(b"\r\n")


def any_edit(reading: Reading, rng: Random) -> Edit | None:
    """Some edit of some item of the file, or None when it has none."""
    boxes = boxes_of(reading.document, reading.outline)
    if not boxes or rng.random() < _OF_MILESTONES:
        return of_milestone(reading, rng)
    box, other = rng.choice(boxes), rng.choice(boxes)
    target, anchor = _target(box), _target(other)
    path = reading.path
    kinds: list[Callable[[], Edit]] = [
        lambda: SetBox(path, rng.random() < 0.5, line=box.item.line, item=box.item.key, text=box.item.text),
        lambda: SetState(path, target, rng.choice(list(states_of(reading)))),
        lambda: SetItem(path, target, "text", f"{rng.choice(WORDS)} {rng.randrange(99)}"),
        lambda: SetItem(path, target, "owner", rng.choice(("mira", "Noor Haddad", ""))),
        lambda: SetItem(path, target, "due", rng.choice(("2026-12-04", "2027-01-31", ""))),
        lambda: SetItem(path, target, "estimate", rng.choice(("4h", "2-3 days", ""))),
        lambda: AddItem(
            path, f"{rng.choice(WORDS)} {rng.randrange(99)}", after=target, depth=rng.choice((None, 0, box.item.depth + 1))
        ),
        lambda: AddItem(path, f"new {rng.randrange(99)}", under=str(rng.choice(reading.outline.sections).number + 1)),
        lambda: RemoveItem(path, target),
        lambda: MoveItem(path, target, rng.choice(("up", "down"))),
        lambda: MoveItem(path, target, rng.choice(("before", "after", "in")), anchor),
        lambda: IndentItem(path, target, rng.random() < 0.5),
    ]
    return rng.choice(kinds)()


def of_milestone(reading: Reading, rng: Random) -> Edit | None:
    """Some edit of a milestone's fields, lists, risks, checkpoints and figures."""
    if not reading.found:
        return None
    number = rng.randrange(len(reading.found))
    milestone, contents, path = reading.found[number].milestone, reading.contents(number), reading.path
    key = milestone.key
    kinds: list[Callable[[], Edit]] = [
        lambda: SetField(
            path, key, rng.choice(("status", "priority", "risk_level")), rng.choice(("active", "high", "completed", "low"))
        ),
        lambda: SetField(path, key, rng.choice(("target", "start", "updated")), f"2027-0{rng.randrange(1, 9)}-11"),
        lambda: SetField(
            path, key, rng.choice(("owner", "title", "version", "goal")), f"{rng.choice(WORDS)} {rng.randrange(99)}"
        ),
        lambda: SetField(path, key, "progress", str(rng.randrange(100))),
        lambda: SetList(path, key, rng.choice(("dependencies", "blocks", "labels")), tuple(rng.sample(("M1", "M2", "M-07"), 2))),
        lambda: AddSection(path, key, rng.choice(("Risks", "Notes", "Dependencies", "Something else"))),
        lambda: Align(path, key, "2027-02-03"),
        lambda: any_risk(path, key, contents.risks, rng),
        lambda: any_checkpoint(path, key, rng),
    ]
    if contents.risks:
        risk = rng.choice(contents.risks)
        part = rng.choice(("probability", "impact", "level", "mitigation", "contingency", "owner", "status", "text"))
        value = (
            rng.choice(("low", "high"))
            if part in ("probability", "impact", "level")
            else f"{rng.choice(WORDS)} {rng.randrange(99)}"
        )
        kinds += [lambda: SetRisk(path, key, risk.text, part, value, risk.line)] * 4
        kinds += [lambda: any_risk(path, key, contents.risks, rng), lambda: RemoveRisk(path, key, risk.text, risk.line)]
    if contents.checkpoints:
        point = rng.choice(contents.checkpoints)
        name = f"{point.percent or 0:g}"
        kinds += [
            lambda: SetCheckpoint(path, key, name, "date", f"2027-0{rng.randrange(1, 9)}-11", point.line),
            lambda: SetCheckpoint(path, key, name, "criteria", rng.choice(WORDS), point.line),
            lambda: any_checkpoint(path, key, rng),
            lambda: RemoveCheckpoint(path, key, name, point.line),
        ]
    return rng.choice(kinds)()


def any_risk(path: str, key: str, risks: tuple[Risk, ...], rng: Random) -> AddRisk:
    """Some risk to be added, behind one that is there or wherever it belongs."""
    after = rng.choice(risks) if risks and rng.random() < 0.5 else None
    said = {part: rng.choice(("", f"{rng.choice(WORDS)} {rng.randrange(99)}")) for part in ("mitigation", "contingency", "owner")}
    said |= {part: rng.choice(("", "", "", "low", "high", "3")) for part in ("probability", "impact", "level")}
    risk = AddRisk(path, key, f"{rng.choice(WORDS)} {rng.randrange(99)}", **said)  # type: ignore[arg-type]  # texts all of them
    return risk._replace(after=after.text, line=after.line) if after else risk


def any_checkpoint(path: str, key: str, rng: Random) -> AddCheckpoint:
    """Some checkpoint to be added."""
    day = rng.choice(("", f"2027-0{rng.randrange(1, 9)}-11"))
    return AddCheckpoint(path, key, str(rng.randrange(101)), day, rng.choice(WORDS))


def _target(box: Box) -> ItemTarget:
    return ItemTarget(box.item.line, box.item.text, box.item.key)
