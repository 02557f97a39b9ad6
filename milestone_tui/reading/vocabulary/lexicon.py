"""All words by which a project is read: ours, and those that its configuration adds. Travels with the outline of a document."""

from __future__ import annotations

import re
from functools import lru_cache

from milestone_tui.reading.vocabulary import levels, statuses
from milestone_tui.reading.vocabulary.fields import BY_KEY
from milestone_tui.text.fold import fold

_LONGEST_ID = 48
"""Characters in which a project's own pattern may look for an id."""


class Lexicon:
    """Tables of words, and what is only there when a project has words of its own. Never changed once it is made.

    Two lexicons are the same only when they are the same object, so that what was worked out with one can be kept by it.
    """

    __slots__ = (
        "counted",
        "fields",
        "ids",
        "level_signs",
        "levels",
        "markers",
        "own_keys",
        "own_levels",
        "own_statuses",
        "status_signs",
        "statuses",
        "written",
    )

    def __init__(self) -> None:
        self.statuses = statuses.WORDS
        self.status_signs = statuses.EMOJI
        self.levels = levels.WORDS
        self.level_signs = levels.EMOJI
        self.fields = BY_KEY
        self.markers = statuses.MARKERS
        self.counted: frozenset[str] = frozenset()
        """Markers beyond GFM's own whose boxes count."""
        self.ids: re.Pattern[str] | None = None
        """The project's own ids; matches at the beginning of one."""
        self.own_statuses: re.Pattern[str] | None = None
        """The project's own status words, folded; matches at the head of a status."""
        self.own_levels: re.Pattern[str] | None = None
        self.own_keys: re.Pattern[bytes] | None = None
        """Lines that begin with one of the project's own field names."""
        self.written: dict[str, dict[str, tuple[str, ...]]] = {}
        """`status` or `level` → canonical word → the project's own words for it, as the configuration spells them."""

    def id_end(self, text: str, start: int = 0) -> int:
        """Where the id ends that the project's own patterns find at `start`; -1 where they find none."""
        found = self.ids.match(text[start : start + _LONGEST_ID]) if self.ids is not None else None
        return start + found.end() if found and found.end() else -1


BUILT_IN = Lexicon()
"""The words that need no configuration."""


@lru_cache(maxsize=4096)
def field_named(key: str, lexicon: Lexicon = BUILT_IN) -> str:
    """Our name for a key as a file spells it, or an empty string for one that is not known."""
    folded = fold(key).strip(" *_`:")
    return lexicon.fields.get(folded) or lexicon.fields.get(_without_ornament(folded), "")


def _without_ornament(folded: str) -> str:
    return folded.lstrip("".join(character for character in folded[:4] if not character.isalnum())).strip()


def marker(between: str) -> str:
    """What stands between the brackets of a box, as the tables of markers spell it: `done` is `DONE`, but `x` is not `X`."""
    return between.upper() if len(between) > 1 else between
