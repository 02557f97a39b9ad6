"""A milestone's facts and counts: what lists, totals and graphs need, without its contents."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.model.plan import Blocker, Dependency
from milestone_tui.model.values import Count, Dated, Effort, Field, Percent, Person, Stated


class Milestone(NamedTuple):
    """One milestone as its file states it."""

    key: str
    """Unique in a project: the path, and for one of many in a file `#` and its id or number."""
    id: str
    title: str
    path: str
    """Of the file, relative to the project's root, with `/`."""
    line: int
    """Where it begins in the file."""
    dialect: str
    """`manifest`, `component`, `track`, `report`, `initiative`, `mixed` or `none`."""
    aliases: tuple[str, ...]
    """Other names by which it may be meant: number, file stem, front matter name."""
    status: Stated | None
    priority: Stated | None
    risk_level: Stated | None
    value: Stated | None
    complexity: Stated | None
    dates: tuple[Dated, ...]
    owner: Stated | None
    people: tuple[Person, ...]
    effort: tuple[Effort, ...]
    declared: Percent | None
    """The percentage that the file claims."""
    boxes: Count
    """The boxes that GFM sees."""
    closing: Count
    """Those of them in post-completion, rollback and lessons sections."""
    dependencies: tuple[Dependency, ...]
    blockers: tuple[Blocker, ...]
    track: Stated | None
    critical_path: Stated | None
    """`yes` or `no`."""
    weight: str
    """The weight class emoji of a track title, or empty."""
    mode: str
    """`parallel`, `sequential`, `blocking` or empty: the `[P]`, `[S]`, `[B]` of a track title."""
    fields: tuple[Field, ...]
    """The key: value facts that the values above come from, first place first."""
    repeats: tuple[Field, ...]
    """Later places that state one of these facts again, and differently."""
    attached: tuple[Attachment, ...]
    """Role files that belong to it; their boxes are not in `boxes`."""
    merging: int = 0
    """Line at which a merge that was left unfinished begins two versions of the text; then no box is counted. 0 for none."""

    def date(self, name: str) -> Dated | None:
        """The date fact of that name, or None when the file has none."""
        for dated in self.dates:
            if dated.name == name:
                return dated
        return None


class Attachment(NamedTuple):
    """A file that belongs to a milestone without being it: its plan, log, tracking sheet, report."""

    role: str
    path: str
    boxes: Count
