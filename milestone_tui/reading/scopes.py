"""Which stretches of a document are milestones of their own (docs/dialects.md R6)."""

from __future__ import annotations

import re
from collections import Counter

from milestone_tui.reading.identity import id_of_file, is_id, name_in, stem_of
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.places import Scope
from milestone_tui.text.fold import plain_hyphens

_LEAST = 2
_FAMILY = re.compile(r"[\d.].*$")


def scopes(outline: Outline, path: str = "") -> list[Scope]:
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
    if not _tells_of_milestones(outline, found) or _is_one_of_them(outline, found, path):
        return [Scope(0, len(sections), True)]
    return found


def _tells_of_milestones(outline: Outline, found: list[Scope]) -> bool:
    """Headings that name ids in a log, a boundary map or a list of references are no milestones: ids must differ."""
    ids = [outline.sections[scope.section].part for scope in found]
    return len({part[1].casefold() for part in ids if part}) >= _LEAST


def _is_one_of_them(outline: Outline, found: list[Scope], path: str) -> bool:
    """Whether the file itself is a milestone of their kind: what `v2.1` says of `v2.2` and `v2.3` is an outlook."""
    named = name_in(outline.sections[1].title, outline.lexicon).id or id_of_file(path, outline.lexicon)
    own = plain_hyphens(named).casefold()
    if not any(character.isdigit() for character in own) or (own == stem_of(path).casefold() and not is_id(own, outline.lexicon)):
        return False
    ids = [part[1].casefold() for scope in found if (part := outline.sections[scope.section].part)]
    family = _FAMILY.sub("", own)
    alike = all(_FAMILY.sub("", other) == family and not other.startswith(own + ".") for other in ids)
    return own not in ids and alike
