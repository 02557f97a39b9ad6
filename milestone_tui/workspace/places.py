"""By their names: where milestones are kept, and which folders hold nothing of the project's own."""

from __future__ import annotations

import re

MARKDOWN_SUFFIXES = (".md", ".markdown")

VENDORED = frozenset(
    (
        "node_modules", "bower_components", "jspm_packages", "vendor", "third_party", "third-party", "site-packages",
        "__pycache__", "venv", "virtualenv", "dist", "build", "_build", "target", "htmlcov", "coverage", "Pods", "DerivedData",
    )
)  # fmt: skip
"""Folders of other people's work and of build results."""

HIDDEN_PLACES = frozenset((".planning", ".gsd", ".roadmap", ".beans", ".repertoire", ".milestones", ".epics"))
"""Hidden folders in which planning tools keep milestones."""

_HIDDEN_MACHINERY = frozenset(
    (
        ".git", ".hg", ".svn", ".venv", ".tox", ".nox", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis",
        ".gradle", ".next", ".nuxt", ".terraform", ".npm", ".yarn",
        ".cargo", ".idea", ".vscode", ".local", ".Trash", ".eggs", ".direnv",
    )
)  # fmt: skip
"""Hidden folders in which no person writes."""

_PLACE = re.compile(
    r"(?:\d+[ ._-]*)?"
    r"(?:milestones?(?:[ ._-].*)?|.*[ ._-]milestones|(?:project[ _-]?)?road-?maps?|epics?|slices|phases?|phase[ _-]plans?"
    r"|deliver(?:y|ies)|initiatives|hitos|meilensteine|jalons|里程碑)"
)
_MILESTONE_FILE = re.compile(
    r"(?:.*[^a-z])?(?:milestones?|road-?maps?|hitos|meilensteine?|里程碑)(?:[^a-z].*)?"
    r"|(?:[a-z]{1,4}-)*m-?\d+(?:[^a-z].*|[a-z])?"
    r"|(?:phase|sprint|epic|slice)[ ._-]?\d.*"
)


def is_markdown(name: str) -> bool:
    """Whether a file of that name is taken for Markdown."""
    return name.lower().endswith(MARKDOWN_SUFFIXES)


def is_place(name: str) -> bool:
    """Whether a folder of that name is where milestones are kept."""
    return name in HIDDEN_PLACES or _PLACE.fullmatch(name.lower()) is not None


def is_milestone_name(name: str) -> bool:
    """Whether a file's name says that it holds milestones, as `ROADMAP.md`, `Milestone 1.md` and `M2-plan.md` do."""
    return _MILESTONE_FILE.fullmatch(name.lower().rpartition(".")[0]) is not None


def is_passed_over(name: str) -> bool:
    """Whether a folder of that name is a vendored or a build folder, or one of hidden machinery."""
    return name in VENDORED or name in _HIDDEN_MACHINERY


def is_of_unknown_use(name: str) -> bool:
    """Whether a folder is hidden without being known: only what lies in it tells whether people plan there."""
    return name.startswith(".") and name not in HIDDEN_PLACES
