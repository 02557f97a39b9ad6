"""The words that are proposed for a commit: what was edited, of which milestones, as people write it in a history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from milestone_tui.text.terminal import harmless

MOST_SUBJECT = 72
"""Characters of the first line: what tools of git show without cutting."""
_MOST_LINE = 300
_MOST_LINES = 200
_MOST_NAMES = 3
_MOST_NAME = 24
_VERBS = {
    "ticked": "tick",
    "unticked": "untick",
    "added": "add",
    "deleted": "delete",
    "moved": "move",
    "reworded": "reword",
    "indented": "indent",
    "outdented": "outdent",
    "nested": "nest",
    "took": "take",
    "aligned": "align",
    "marked": "mark",
}
"""What was done → what a commit does; `set` is the same."""
_BACK = {"tick": "untick", "untick": "tick"}
_KINDS = {
    "tick": ("tick", "ticks"),
    "untick": ("untick", "unticks"),
    "delete": ("deletion", "deletions"),
    "move": ("move", "moves"),
    "indent": ("move", "moves"),
    "outdent": ("move", "moves"),
    "nest": ("move", "moves"),
    "reword": ("rewording", "rewordings"),
    "mark": ("status", "statuses"),
    "align": ("alignment", "alignments"),
    "undo": ("edit undone", "edits undone"),
}
"""Verb → one of them, several of them."""
_DATE = ("date", "dates")
_RATING = ("rating", "ratings")
_PARTS = {
    **dict.fromkeys(("date", "due", "target", "start", "completed", "review", "updated", "last_updated", "created"), _DATE),
    **dict.fromkeys(("priority", "probability", "impact", "level", "risk_level", "complexity", "value"), _RATING),
    **dict.fromkeys(("dependencies", "blocks"), ("dependency", "dependencies")),
    **dict.fromkeys(("status", "state"), ("status", "statuses")),
    "owner": ("owner", "owners"),
    "estimate": ("estimate", "estimates"),
    "progress": ("percentage", "percentages"),
}
_FIELD = ("field", "fields")
_ITEM = ("new item", "new items")
_THING = re.compile(r"add the (?P<thing>heading|risk|checkpoint|milestone|section)\b")
_PART = re.compile(r"(?:set|take|add) (?P<part>[^\s\"]+)")


def proposed(edits: Sequence[tuple[str, str]]) -> str:
    """The message for edits, each with the name of its milestone and its summary; ends with a line break."""
    told = [(_name(name), _words(summary)) for name, summary in edits]
    lines = [f"{name}: {words}" for name, words in told]
    if len(lines) == 1:
        subject = _cut(lines[0], MOST_SUBJECT)
        return f"{subject}\n" if subject == lines[0] else f"{subject}\n\n- {_cut(lines[0], _MOST_LINE)}\n"
    body = [f"- {_cut(line, _MOST_LINE)}" for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        body.append(f"- and {len(lines) - _MOST_LINES} more")
    return "\n".join([_subject(told), "", *body, ""])


def subject_of(message: str) -> str:
    """Its first line."""
    return message.partition("\n")[0]


def with_subject(message: str, subject: str) -> str:
    """The message with another first line."""
    return f"{subject}\n{message.partition(chr(10))[2]}"


def _subject(told: Sequence[tuple[str, str]]) -> str:
    """As much as one line holds."""
    names = list(dict.fromkeys(name for name, _ in told))
    short = [_cut(name, _MOST_NAME) for name in names]
    counted = _counted(words for _, words in told)
    tries = [f"{', '.join(short)}: {counted}"]
    if len(names) > 1:
        more = len(names) - _MOST_NAMES
        tries += [f"{', '.join(short[:_MOST_NAMES])} and {more} more: {counted}"] if more > 0 else []
        tries += [f"{len(names)} milestones: {counted}", f"{len(names)} milestones: {len(told)} edits"]
    tries.append(f"{short[0]}: {len(told)} edits" if len(names) == 1 else f"{len(told)} edits")
    return next((line for line in tries if len(line) <= MOST_SUBJECT), tries[-1])


def _counted(edits: Iterable[str]) -> str:
    """`3 ticks, 1 date`; what there is most of comes first."""
    numbers: dict[tuple[str, str], int] = {}
    for words in edits:
        kind = _kind(words)
        numbers[kind] = numbers.get(kind, 0) + 1
    ordered = sorted(numbers.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{number} {one if number == 1 else many}" for (one, many), number in ordered)


def _kind(words: str) -> tuple[str, str]:
    verb = words.partition(" ")[0].rstrip(":")
    if verb in _KINDS:
        return _KINDS[verb]
    if words.startswith('add "'):
        return _ITEM
    thing = _THING.match(words)
    if thing is not None:
        return (thing["thing"], f"{thing['thing']}s")
    found = _PART.match(words)
    if found is not None and " of checkpoint " in words:
        return _PARTS.get(found["part"], ("checkpoint", "checkpoints"))
    return _PARTS.get(found["part"], _FIELD) if found is not None else ("edit", "edits")


def _words(summary: str) -> str:
    """`ticked "a"` as `tick "a"`, and taken back as `untick "a"`."""
    undone = summary.startswith("undid: ")
    summary = harmless(summary).removeprefix("undid: ").removeprefix("redid: ")
    verb, space, rest = summary.partition(" ")
    verb = _VERBS.get(verb, verb)
    if not undone:
        return f"{verb}{space}{rest}"
    return f"{_BACK[verb]}{space}{rest}" if verb in _BACK else f"undo: {verb}{space}{rest}"


def _name(name: str) -> str:
    return " ".join(harmless(name).split()) or "milestone"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
