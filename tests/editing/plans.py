"""Plans edits of small texts."""

from __future__ import annotations

from milestone_tui.editing.planning import Change, Refusal, plan
from milestone_tui.model.edit import Edit, ItemTarget, SetBox, SetField
from milestone_tui.reading.reader import read

PATH = "plans/M1.md"


def box(
    text: str | bytes, words: str = "", *, done: bool = True, line: int = 0, item: str = "", exact: bool = False
) -> Change | Refusal:
    """The plan for ticking one box."""
    data = text if isinstance(text, bytes) else text.encode()
    return plan(SetBox(PATH, done, line, words, item, exact), read(data, PATH))


def ticked(text: str | bytes, words: str = "", *, done: bool = True, line: int = 0, item: str = "", exact: bool = False) -> bytes:
    """The bytes after a box was ticked; fails when the tick is refused."""
    planned = box(text, words, done=done, line=line, item=item, exact=exact)
    assert isinstance(planned, Change), planned
    return planned.after


def field(
    text: str | bytes, name: str, value: str, *, raw: bool = False, expect: str | None = None, number: int = 0
) -> Change | Refusal:
    """The plan for setting one field of a milestone."""
    data = text if isinstance(text, bytes) else text.encode()
    reading = read(data, PATH)
    return plan(SetField(PATH, reading.milestones[number].key, name, value, raw, expect), reading)


def after(text: str, name: str, value: str, *, raw: bool = False, expect: str | None = None, number: int = 0) -> str:
    """The text after a field was set; fails when that is refused."""
    planned = field(text, name, value, raw=raw, expect=expect, number=number)
    assert isinstance(planned, Change), planned
    return planned.after.decode()


def outcome(text: str | bytes, edit: Edit) -> Change | Refusal:
    """The plan for any edit of a text in the file PATH."""
    return plan(edit, read(text if isinstance(text, bytes) else text.encode(), PATH))


def made(text: str, edit: Edit) -> str:
    """The text after an edit; fails when it is refused."""
    planned = outcome(text, edit)
    assert isinstance(planned, Change), planned
    return planned.after.decode()


def named(words: str) -> ItemTarget:
    """The item with these words."""
    return ItemTarget(text=words)


def refused(planned: Change | Refusal) -> Refusal:
    """The refusal; fails when the edit is planned."""
    assert isinstance(planned, Refusal), planned
    return planned
