"""Which milestone a dependency means: names are whole, folded ids and aliases, never parts of them."""

from __future__ import annotations

from milestone_tui.model.project import Project
from milestone_tui.text.fold import fold

_AMBIGUOUS = ""


def index(project: Project) -> dict[str, str]:
    """Every folded id and alias → the key of the milestone it names.

    An id outranks an alias. A name that two milestones share names neither: it maps to an empty string.
    """
    by_id: dict[str, str] = {}
    for milestone in project.milestones:
        folded = fold(milestone.id)
        if folded:
            by_id[folded] = _AMBIGUOUS if folded in by_id else milestone.key
    names = dict(by_id)
    for milestone in project.milestones:
        for alias in milestone.aliases:
            folded = fold(alias)
            if not folded or folded in by_id:
                continue
            names[folded] = milestone.key if names.get(folded, milestone.key) == milestone.key else _AMBIGUOUS
    return names


def shared_by_file(project: Project, names: dict[str, str]) -> dict[str, dict[str, str]]:
    """Path → the ids that more than one milestone of the project has and only one of that file: there they mean that one."""
    out: dict[str, dict[str, str]] = {}
    for milestone in project.milestones:
        folded = fold(milestone.id)
        if folded and not names.get(folded, milestone.key):
            own = out.setdefault(milestone.path, {})
            own[folded] = _AMBIGUOUS if folded in own else milestone.key
    return out


def resolve(ref: str, names: dict[str, str]) -> str | None:
    """The key of the milestone that `ref` names in an `index`, or None when it names none, or more than one.

    Tried in turn: the whole of it, the file stem of a path, what follows the word "milestone", and its first word.
    `UI-M-03.22` never means `UI-M-03.22.1`.
    """
    folded = fold(ref)
    for candidate in _readings(folded):
        if candidate in names:
            return names[candidate] or None
    return None


def _readings(folded: str) -> list[str]:
    out = [folded]
    if folded.endswith((".md", ".markdown")):
        out.append(folded.rpartition("/")[2].rpartition(".")[0])
    bare = folded.removeprefix("milestone").lstrip("#: ") if folded.startswith(("milestone ", "milestone:")) else folded
    out.append(bare)
    first, _, rest = bare.partition(" ")
    if rest:
        out.append(first.rstrip(":,;."))
    return [reading for reading in out if reading]
