"""Which files belong to a milestone without being one: its plan, log, tracking sheet, summary, slices. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from milestone_tui.model.milestone import Attachment, Milestone
from milestone_tui.text.fold import fold

_ROLE = (
    "completion[-_]summary|tracking|log|plan|notes?|summary|context|validation|research|report|retro(?:spective)?|tasks|acceptance|issues|decisions|status|"
    "roadmap|meta|milestone[-_]meta|review|audit|milestone-audit|requirements|spec|completion|delivery[-_]notes|checklist|progress|changelog|risks|uat"
)
_ROLE_FILE = re.compile(rf"(?:(?P<base>.+?)[-_. ])?(?P<role>{_ROLE})")
_MAIN = (
    re.compile(r"readme"),
    re.compile(r"(?:.*[-_. ])?status"),
    re.compile(r"(?:.*[-_. ])?spec"),
    re.compile(r"(?:.*[-_. ])?roadmap"),
    re.compile(r".*[-_. ]meta"),
    re.compile(r"milestone|overview|index"),
    re.compile(r"(?:.*[-_. ])?plan"),
)
"""The names a milestone's own file may have in its folder, the likeliest first."""
_FOLDER_ID = re.compile(r"((?:[a-z]{1,4}-)*(?:m|ms|milestone|phase|epic|e|v|sp|f)[-_. ]?\d+(?:[._]\d+)*[a-z]?)(?=$|[-_. ])")
_FILE_ID = re.compile(r"((?:[a-z]{1,6}-){0,3}[a-z]{0,9}[-_.]?\d+(?:[._]\d+)*)(?=$|[-_. ])")
_SLICE = re.compile(r"(?:slices|tasks|phases)/(.+)")


def attach(milestones: Sequence[Milestone], known: dict[str, Milestone]) -> list[Milestone]:
    """`milestones` without those that are but a role file of another; that one names them in `attached`.

    A milestone that gets attachments is taken from `known` when it was made from the same parts before, so that it stays
    the same object; `known` is brought up to date.
    """
    owners = _owners(milestones)
    if not owners:
        return list(milestones)
    attached: dict[str, list[Attachment]] = {}
    for milestone in milestones:
        if milestone.key in owners:
            owner, role = owners[milestone.key]
            attached.setdefault(owner, []).append(Attachment(role, milestone.path, milestone.boxes))
    out = []
    for milestone in milestones:
        if milestone.key in owners:
            continue
        if milestone.key in attached:
            whole = milestone._replace(attached=tuple(attached[milestone.key]))
            before = known.get(milestone.key)
            milestone = before if before is not None and before == whole else whole
            known[milestone.key] = milestone
        out.append(milestone)
    return out


def _owners(milestones: Sequence[Milestone]) -> dict[str, tuple[str, str]]:
    """Key of each milestone that is a role file, with the key of the one it belongs to and its role."""
    alone = {milestone.path: milestone for milestone in milestones if milestone.key == milestone.path}
    owners: dict[str, tuple[str, str]] = {}
    _of_folders(alone, owners)
    _of_siblings(alone, owners)
    _of_lists(milestones, alone, owners)
    for key, (owner, role) in list(owners.items()):
        seen = {key}
        while owner in owners and owner not in seen:  # a plan of a plan belongs to the milestone itself
            seen.add(owner)
            owner = owners[owner][0]
        if owner in seen:
            del owners[key]
        else:
            owners[key] = owner, role
    return owners


@lru_cache(maxsize=32768)
def _folded(text: str) -> str:
    return fold(text)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


@lru_cache(maxsize=32768)
def _role_named(path: str) -> tuple[str, str] | None:
    """What a file is named after, and its role there; None for a name that says no such thing."""
    found = _ROLE_FILE.fullmatch(fold(_stem(path)))
    return (found["base"], _words(found["role"])) if found and found["base"] else None


def _words(role: str) -> str:
    return role.replace("_", " ").replace("-", " ")


def _of_folders(alone: dict[str, Milestone], owners: dict[str, tuple[str, str]]) -> None:
    """A folder named by an id is one milestone; what has no id of its own in it belongs to that one."""
    inside: dict[str, list[str]] = {}
    for path in alone:
        folder = _milestone_folder(path.rpartition("/")[0])
        if folder is not None:
            inside.setdefault(folder, []).append(path)
    for folder, paths in inside.items():
        identity = _folder_id(folder)
        direct = [path for path in paths if "/" not in path[len(folder) + 1 :]]
        main = _main_file(direct, identity)
        if main is None:
            continue
        for path in paths:
            role = _role_below(path[len(folder) + 1 :].lower().rpartition(".")[0], identity)
            if path != main and role:
                owners[path] = main, role


@lru_cache(maxsize=4096)
def _milestone_folder(folder: str) -> str | None:
    """The outermost folder of a folder's path that is named by an id."""
    parts = folder.split("/")
    for depth, part in enumerate(parts):
        if _FOLDER_ID.match(part.lower()):
            return "/".join(parts[: depth + 1])
    return None


def _folder_id(folder: str) -> str:
    found = _FOLDER_ID.match(folder.rpartition("/")[2].lower())
    return _bare(found[1]) if found else ""


def _bare(identity: str) -> str:
    return re.sub(r"[-_. ]", "", identity.removeprefix("milestone"))


def _main_file(paths: Sequence[str], identity: str) -> str | None:
    if len(paths) == 1:
        return paths[0]
    stems = {path: path.rpartition("/")[2].lower().rpartition(".")[0] for path in paths}
    for pattern in _MAIN:
        for path in sorted(paths):
            stem = stems[path]
            if pattern.fullmatch(stem) and _own_id(stem) in ("", identity):
                return path
    same = [path for path in sorted(paths) if _own_id(stems[path]) == identity and not _ROLE_FILE.fullmatch(stems[path])]
    return same[0] if len(same) == 1 else None


def _own_id(stem: str) -> str:
    found = _FILE_ID.match(stem)
    return _bare(found[1]) if found else ""


def _role_below(inside: str, identity: str) -> str:
    """The role of a file by its path within its milestone's folder, or an empty string when it is a milestone of its own."""
    of_slice = _SLICE.search(inside)
    if of_slice:
        return "slice " + _words(of_slice[1].rpartition("/")[2])
    stem = inside.rpartition("/")[2]
    if "/" in inside:
        return ""
    own = _own_id(stem)
    if own not in ("", identity) and not own.startswith(("phase", "step", "day", "week")):
        return ""
    found = _ROLE_FILE.fullmatch(stem)
    return _words(found["role"] if found else stem)


def _of_siblings(alone: dict[str, Milestone], owners: dict[str, tuple[str, str]]) -> None:
    """`m-E23-03-x-tracking.md` belongs to `m-E23-03-x.md`, or to whatever alone has the id before the role word."""
    roles = {path: role for path in alone if path not in owners and (role := _role_named(path)) is not None}
    if not roles:
        return
    stems: dict[str, list[str]] = {}
    for path, milestone in alone.items():
        for name in {_folded(_stem(path)), _folded(milestone.id)} - {""}:
            stems.setdefault(name, []).append(path)
    for path, (base, word) in roles.items():
        if not any(character.isdigit() for character in base):
            continue
        folder = path.rpartition("/")[0]
        bases = [other for other in stems.get(base, ()) if other != path and other not in owners]
        near = [other for other in bases if other.rpartition("/")[0] == folder] or bases
        if len(near) == 1:
            owners[path] = near[0], word
    _of_same_base({path: role for path, role in roles.items() if path not in owners}, owners)


def _of_same_base(roles: dict[str, tuple[str, str]], owners: dict[str, tuple[str, str]]) -> None:
    """`v1.0-ROADMAP.md` and `v1.0-REQUIREMENTS.md` are one milestone, also where no `v1.0.md` stands beside them."""
    groups: dict[tuple[str, str], list[str]] = {}
    for path, (base, _) in roles.items():
        if _FILE_ID.fullmatch(base):
            groups.setdefault((path.rpartition("/")[0], base), []).append(path)
    for (_, base), paths in groups.items():
        main = _main_file(paths, _bare(base)) if len(paths) > 1 else None
        for path in paths:
            if main is not None and path != main:
                owners[path] = main, roles[path][1]


def _of_lists(milestones: Sequence[Milestone], alone: dict[str, Milestone], owners: dict[str, tuple[str, str]]) -> None:
    """What a file of many milestones says of one that has a file of its own belongs to that one."""
    own: dict[str, list[str]] = {}
    for milestone in alone.values():
        if milestone.id and milestone.key not in owners:
            own.setdefault(_folded(milestone.id), []).append(milestone.key)
    for milestone in milestones:
        keys = own.get(_folded(milestone.id), ()) if milestone.key != milestone.path else ()
        if len(keys) != 1:
            continue
        together = milestone.path.rpartition("/")[0] == keys[0].rpartition("/")[0]
        if together or not milestone.id.isdigit():
            owners[milestone.key] = keys[0], "list"
