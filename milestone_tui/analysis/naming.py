"""Which milestones a dependency means: one by its id, alias, title or link, several by a range. Never a guess."""

from __future__ import annotations

import re
from typing import NamedTuple

from milestone_tui.analysis.references import index, resolve, shared_by_file
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Dependency
from milestone_tui.model.project import Project
from milestone_tui.text.fold import fold

MOST_IN_RANGE = 1000
_LONGEST_NUMBERED = 200
"""Characters; what is longer is no name with a number, whatever it looks like."""
_MOST_DIGITS = 9
_RANGE = re.compile(
    r"^(?P<before>\D.*?|)(?P<first>\d+)\s?(?:-|\b(?:to|through|thru)\b|…|\.\.\.?)\s?(?P<again>\D.*?|)(?P<last>\d+)$"
)
_OPEN = re.compile(r"^(?P<before>.*?)(?P<first>\d+)\s?\+$")
_NUMBERED = re.compile(r"^(.*?)(\d+)$")
_COUNTED = re.compile(r"^(?P<word>milestone|phase|epic|sprint)s? (?P<number>\d+|[a-z]+)$")
_OF_MILESTONES = re.compile(r"^(?:[a-z]+[-_])*m(?:s|ilestone)?[-_. #]?$")
_SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LINK = re.compile(r"^\W*?(?:\[[^\]\[]*\]\(\s*+<?([^()\s>#]++)[^()]*+\)|\[\[([^\]\[|#]+))")


class Found(NamedTuple):
    """What the words of a dependency come to."""

    keys: tuple[str, ...]
    """Of the milestones it names, in the order of the project for a range."""
    missing: tuple[str, ...]
    """Names that are none of this project's, or more than one's."""
    by_words: bool = False
    """Named by its title or a link to its file, not by an id: words alone read as something outside the project."""


class Names:
    """All names of the milestones of a project."""

    def __init__(self, project: Project) -> None:
        self._names = index(project)
        self._shared = shared_by_file(project, self._names)
        self._titles: dict[str, str] = {}
        self._milestones = project.milestones
        self._numbers: dict[int, dict[str, bool]] | None = None
        self._series: dict[str, list[tuple[int, str]]] | None = None
        for milestone in project.milestones:
            title = fold(milestone.title)
            if title and title not in self._names:
                self._titles[title] = milestone.key if self._titles.get(title, milestone.key) == milestone.key else ""

    def find(self, dependency: Dependency, path: str = "") -> Found:
        """The milestones that a dependency names. An id outranks a range, a range a title, a title the link it stands in.

        In the file at `path` an id that milestones of several files share means the one of that file.
        """
        near = resolve(dependency.ref, self._shared[path]) if path in self._shared else None
        if near:
            return Found((near,), ())
        folded = fold(dependency.ref)
        whole = self._names.get(folded)
        if whole is not None:
            return Found((whole,), ()) if whole else Found((), (dependency.ref,))
        several = self._range(folded) or self._open(folded)
        if several is not None:
            return several
        key = resolve(dependency.ref, self._names)
        if key:
            return Found((key,), ())
        counted = self._counted(folded)
        if counted:
            return Found((counted,), (), True)
        titled = self._titles.get(folded) or self._linked(dependency.raw)
        return Found((titled,), (), True) if titled else Found((), (dependency.ref,))

    def _counted(self, folded: str) -> str | None:
        """`milestone two`, `milestones 2`: what is called `milestone 2`, or M2 when no other milestone's name has that number."""
        match = _COUNTED.match(folded)
        number = match["number"] if match else ""
        number = str(_SPELLED.index(number)) if number in _SPELLED else number
        if not match or not number.isdecimal() or len(number) > _MOST_DIGITS:
            return None
        for name in (f"{match['word']} {number}", number if match["word"] == "milestone" else ""):
            if name in self._names:
                return self._names[name] or None
        if match["word"] != "milestone":
            return None
        if self._numbers is None:
            self._numbers = self._by_number()
        keys = self._numbers.get(int(number), {})
        return next((key for key, fits in keys.items() if fits), None) if len(keys) == 1 else None

    def _by_number(self) -> dict[int, dict[str, bool]]:
        """Number → the milestones with a name that ends in it and has no other, and whether that is a name like M2."""
        numbers: dict[int, dict[str, bool]] = {}
        for milestone in self._milestones:
            for name in map(fold, (milestone.id, *milestone.aliases)):
                before = name.rstrip("0123456789")
                number = name[len(before) :]
                if 0 < len(number) <= _MOST_DIGITS and not any(map(str.isdecimal, before)):
                    keys = numbers.setdefault(int(number), {})
                    keys[milestone.key] = keys.get(milestone.key, False) or _OF_MILESTONES.match(before) is not None
        return numbers

    def blockers(self, milestone: Milestone) -> tuple[tuple[Dependency, ...], tuple[str, ...]]:
        """Open blockers that are nothing but the id or title of a milestone, as dependencies; and the words of the others."""
        named, others = list[Dependency](), list[str]()
        for blocker in milestone.blockers:
            if blocker.resolved:
                continue
            folded = fold(blocker.text)
            key = self._shared.get(milestone.path, {}).get(folded) or self._names.get(folded) or self._titles.get(folded)
            if key and key != milestone.key:
                named.append(Dependency(blocker.text, "upstream", "planned", blocker.text, blocker.line, ""))
            else:
                others.append(blocker.text)
        return tuple(named), tuple(others)

    def _linked(self, raw: str) -> str | None:
        """The milestone to whose file the entry links, when it begins with the link."""
        match = _LINK.match(raw)
        if not match:
            return None
        target = match[1] or match[2]
        return resolve(target if target.lower().endswith((".md", ".markdown")) else f"{target}.md", self._names)

    def _range(self, folded: str) -> Found | None:
        """`m4.1-m4.4`, `phases 1-5`, `#892-#895`: at least one end must be there, or it is a name like any other."""
        match = _RANGE.match(folded) if len(folded) <= _LONGEST_NUMBERED else None
        if not match or match["again"] not in ("", match["before"]):
            return None
        first, last = int(match["first"]), int(match["last"])
        padded = match["first"].startswith("0") or match["last"].startswith("0")
        if not 0 <= last - first <= MOST_IN_RANGE or (padded and len(match["first"]) != len(match["last"])):
            return None
        width = len(match["first"]) if padded else 0
        for before in _singular(match["before"]):
            names = [f"{before}{number:0{width}d}" for number in range(first, last + 1)]
            ends = dict.fromkeys((names[0], names[-1]))
            missing = tuple(name for name in ends if not self._names.get(name))
            if len(missing) < len(ends):
                return Found(tuple(dict.fromkeys(key for key in map(self._names.get, names) if key)), missing)
        return None

    def _open(self, folded: str) -> Found | None:
        """`m3+`: that one, and those of the same series that come after it."""
        match = _OPEN.match(folded) if len(folded) <= _LONGEST_NUMBERED else None
        if not match:
            return None
        if self._series is None:
            self._series = self._by_series()
        for before in _singular(match["before"]):
            later = [(number, key) for number, key in self._series.get(before, ()) if number >= int(match["first"])]
            if later:
                return Found(tuple(dict.fromkeys(key for _, key in sorted(later))), ())
        return None

    def _by_series(self) -> dict[str, list[tuple[int, str]]]:
        """What stands before the last number of a name → the numbers, and the milestones they name."""
        series: dict[str, list[tuple[int, str]]] = {}
        for name, key in self._names.items():
            match = _NUMBERED.match(name) if len(name) <= _LONGEST_NUMBERED else None
            if match and key:
                series.setdefault(match[1], []).append((int(match[2]), key))
        return series


def _singular(before: str) -> tuple[str, ...]:
    """`phases ` may stand for `phase `, and `milestones ` for no word at all."""
    words = [before, *([before[:-2] + " "] if before.endswith("s ") else [])]
    return tuple(dict.fromkeys([*words, *([""] if before in ("milestone ", "milestones ") else [])]))
