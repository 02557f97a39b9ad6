"""Finds what a command line means: a file of its own, or a milestone of a project by its id."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from milestone_tui.cli.output import complain
from milestone_tui.cli.state import user_file
from milestone_tui.cli.targets import existing
from milestone_tui.model.milestone import Milestone
from milestone_tui.text.fold import fold
from milestone_tui.workspace.workspace import Workspace

_SUGGESTIONS = 5


class Found(NamedTuple):
    """The milestones that were meant, and where they were read."""

    workspace: Workspace
    milestones: tuple[Milestone, ...]


def find(what: str, project: str) -> Found | None:
    """The milestones of the file `what`, or those whose id or other name it is. None after saying why there are none."""
    path = Path(what)
    if path.exists():
        workspace = Workspace(path, user_file=user_file())
        workspace.load()
        return Found(workspace, workspace.project.milestones)
    root = existing(project)
    if root is None:
        return None
    workspace = Workspace(root, user_file=user_file())
    workspace.load()
    meant = named(what, workspace.project.milestones)
    if not meant:
        complain(f'no milestone in {project} is called "{what}", and there is no such file.', *_near(what, workspace))
        return None
    return Found(workspace, meant)


def named(what: str, milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
    """Those whose id it is; else those that have it for another name, their path or their title."""
    wanted = fold(what)
    by_id = tuple(milestone for milestone in milestones if fold(milestone.id) == wanted)
    if by_id:
        return by_id
    return tuple(
        milestone
        for milestone in milestones
        if wanted in milestone.aliases or wanted in (fold(milestone.path), fold(milestone.key), fold(milestone.title))
    )


def _near(what: str, workspace: Workspace) -> list[str]:
    from difflib import get_close_matches

    ids = [milestone.id for milestone in workspace.project.milestones]
    close = get_close_matches(what, ids, _SUGGESTIONS, 0.5)
    near = [identity for identity in ids if identity in close] or ids[:_SUGGESTIONS]
    if not near:
        return ["There are no milestones there at all; -C PATH names another project."]
    more = f" and {len(ids) - len(near)} more" if len(ids) > len(near) else ""
    return [f"There are: {', '.join(near)}{more}."]
