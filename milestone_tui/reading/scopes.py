"""Which stretches of a document are milestones of their own (READING R6)."""

from __future__ import annotations

from collections import Counter

from milestone_tui.reading.outline import Outline
from milestone_tui.reading.places import Scope

_LEAST = 2


def scopes(outline: Outline) -> list[Scope]:
    """One scope for an ordinary file; one for each milestone heading where at least two stand at the same level."""
    sections = outline.sections
    levels = Counter(
        section.level for section in sections if section.part and section.part[0] == "milestone" and section.level > 1
    )
    level = next((level for level, count in sorted(levels.items()) if count >= _LEAST), 0)
    if not level:
        return [Scope(0, len(sections), True)]
    found = [
        Scope(section.number, outline.last_within(section.number), False)
        for section in sections
        if section.level == level and section.part and section.part[0] == "milestone"
    ]
    return found if _tells_of_milestones(outline, found) else [Scope(0, len(sections), True)]


def _tells_of_milestones(outline: Outline, found: list[Scope]) -> bool:
    """Headings that name ids in a log, a boundary map or a list of references are no milestones: ids must differ."""
    ids = [outline.sections[scope.section].part for scope in found]
    return len({part[1].casefold() for part in ids if part}) >= _LEAST
