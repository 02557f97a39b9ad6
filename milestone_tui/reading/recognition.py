"""Whether a Markdown file tells of milestones at all, or is a template, an index or something else (docs/dialects.md R7)."""

from __future__ import annotations

import re

from milestone_tui.model.milestone import Milestone
from milestone_tui.reading.identity import name_in
from milestone_tui.reading.milestones import ReadMilestone
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.placeholders import is_placeholder

_SLOT = re.compile(r"\{[A-Za-z][^{}\n]{0,60}\}|\[(?!P/S/B\])[A-Z][A-Z0-9_ /|-]{2,40}\](?!\()")
_TITLE_SLOT = re.compile(r"\{\{|<[a-z][\w -]*>|\[[A-Z][\w ]{2,40}\](?!\()")
_TEMPLATE_NAME = re.compile(r"(?i)(^|[/_. -])template([/_. -]|s?/|$)")
_NAMED_TEMPLATE = re.compile(r"(?i)(^|/)_?template\.md$")
_INDEX_NAME = re.compile(r"(?i)(^|/)(readme|index|changelog|contributing|license)\.md$")
_FACTS = frozenset(
    [
        "status",
        "priority",
        "target",
        "start",
        "completed",
        "owner",
        "progress",
        "risk_level",
        "estimated",
        "duration",
        "track",
        "goal",
    ]
)
_MOST_SLOTS = 3
_VALUE_SLOT = re.compile(rb"(?m)^[ \t>*+-]*\*\*[^*\n]{1,60}\*\*:?[ \t]*(?:\[[A-Z][A-Z0-9_]{2,40}\]|\{[A-Za-z_]{2,40}\})[ \t\r]*$")
"""A key line whose whole value is a slot, also above the first milestone."""


def skip_reason(outline: Outline, found: tuple[ReadMilestone, ...], path: str, text: bytes) -> str:
    """The reason in a few words, or an empty string for a file to take in; `text` is all of it."""
    if not found:
        return "nothing read"
    slots = sum(is_placeholder(field.raw) for each in found for field in each.milestone.fields)
    open_slot = slots >= _MOST_SLOTS or _title_slot(outline)
    if open_slot or (_TEMPLATE_NAME.search(path) and (slots or _VALUE_SLOT.search(text))):
        return "a template: its slots are not filled"
    if _NAMED_TEMPLATE.search(path):
        return "a template, by its name"
    many = len(found) > 1
    first = found[0].milestone
    tells = many or first.boxes.total > 0 or _states_facts(found)
    if _INDEX_NAME.search(path) and not many and not _is_folder_milestone(path, found):
        return "an index or read-me, not a milestone"
    if not tells and not _titled_as_milestone(outline, first):
        return "not a milestone: it states no status, dates or boxes of its own"
    return ""


def _title_slot(outline: Outline) -> bool:
    titles = [section.title for section in outline.sections[1:2]]
    return any(_SLOT.search(title) or _TITLE_SLOT.search(title) for title in titles)


def _states_facts(found: tuple[ReadMilestone, ...]) -> bool:
    return any(field.name in _FACTS and field.raw for each in found for field in each.milestone.fields)


def _titled_as_milestone(outline: Outline, milestone: Milestone) -> bool:
    """Whether its marks, its title or an id with letters and digits speak for it although it states nothing."""
    if milestone.dialect != "none":
        return True
    titles = [section.title for section in outline.sections[1:2]]
    if any(re.search(r"(?i)\bmilestone\b|里程碑", title) for title in titles):
        return True
    names = [name_in(title, outline.lexicon).id for title in titles]
    if any(name and outline.lexicon.id_end(name) == len(name) for name in names):
        return True
    return any(name[0].isalpha() and any(character.isdigit() for character in name) for name in names if name)


def _is_folder_milestone(path: str, found: tuple[ReadMilestone, ...]) -> bool:
    """A read-me is its folder's milestone when it states a status or an id of its own."""
    names = {field.name for each in found for field in each.milestone.fields}
    return "status" in names or ("id" in names and "title" in names)
