"""What files of a milestone's kind usually have and this one lacks: the headings of its dialect, and fields by name."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.editing.headings import sections_of
from milestone_tui.editing.listed import listed_values
from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.sections import family
from milestone_tui.editing.targets import milestone_of
from milestone_tui.reading.dialects.places import SECTIONS, USUAL, USUAL_SECTIONS, keys_of
from milestone_tui.reading.places import places
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.reading.vocabulary.headings import heading_kind
from milestone_tui.text.fold import fold


class Missing(NamedTuple):
    """Something that can be added."""

    kind: str
    """`section` or `field`."""
    name: str
    """The heading as the dialect spells it; of a field ours."""
    words: str
    """As the dialect spells it."""


def missing(milestone: str, reading: Reading) -> tuple[Missing, ...]:
    """Headings in the order of the dialect, then fields in theirs; nothing when the milestone is gone."""
    found, sections = milestone_of(milestone, reading), sections_of(milestone, reading)
    if isinstance(found, Refusal) or isinstance(sections, Refusal):
        return ()
    _, read = found
    dialect = read.milestone.dialect
    titles = {fold(each.title) for each in sections}
    kinds = {family(kind) for each in sections for kind in each.kinds}
    lacking = [
        Missing("section", title, title)
        for title in SECTIONS.get(dialect, USUAL_SECTIONS)
        if fold(title) not in titles and (family(heading_kind(title)) or title) not in kinds
    ]
    stated = {place.name for place in places(reading.document, reading.outline, read.scope)[0]}
    stated |= {name for name, anchors in read.anchors.items() if anchors}
    stated |= {name for name in USUAL if KIND.get(name) == "dependencies" and listed_values(name, milestone, reading)}
    fields = ((name, keys_of(name, dialect)) for name in USUAL if name not in stated)
    return (*lacking, *(Missing("field", name, keys.header) for name, keys in fields if keys is not None))
