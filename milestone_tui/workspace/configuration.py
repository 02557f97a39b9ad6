"""What a project's `.milestone-tui.yaml` and the user's own file say, checked and put together (docs/configuration.md).

Loaded only where there is such a file. It says how text is read and shown; it can run nothing and lead nowhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import yaml

from milestone_tui.model.values import Problem
from milestone_tui.reading.teaching import Taught, lexicon_of
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.workspace.configuration_text import ConfigurationText
from milestone_tui.workspace.configuration_words import Words, ids_of, markers_of, words_of
from milestone_tui.workspace.files import read_file

_OF_A_PROJECT = ("paths", "exclude", "folders")
_OF_A_PERSON = ("keys",)
"""A repository that somebody else wrote does not say what one's keys do."""
_NEVER_A_PLACE = (".", "..", ".git", "node_modules")


class Said(NamedTuple):
    """A text of a configuration file, and where it stands."""

    text: str
    line: int
    path: str
    """Below the root for the project's file, as it is for the user's."""


class Configuration(NamedTuple):
    """What one file says, or both together."""

    paths: tuple[str, ...] = ()
    """Folders, files and globs below the root, with `/`; the only ones that are searched."""
    exclude: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    """Further names of folders that hold milestones, in lower case."""
    taught: Taught = Taught()
    lexicon: Lexicon = BUILT_IN
    """All words, those that are taught among them."""
    views: Mapping[str, Said] = {}
    """Name → what to show."""
    keys: Mapping[str, Said] = {}
    """Id of a key binding → the keys."""
    theme: Said | None = None
    ascii: bool | None = None
    """Whether to draw with ASCII only; None where nothing is said."""
    align: bool | None = None
    """Whether what files say of their boxes follows each tick; None where nothing is said."""
    problems: tuple[Problem, ...] = ()


NOTHING = Configuration()


def configuration_of(data: bytes, path: str, *, of_a_project: bool = True) -> Configuration:
    """What the bytes of a file say; `path` is how its problems name it."""
    text = ConfigurationText(data, path)
    found = _Reader(text, of_a_project).read(text.top) if text.top is not None else NOTHING
    return found._replace(problems=tuple(text.problems))


def together(user: Configuration, project: Configuration) -> Configuration:
    """Both; the project's words and views win over the user's of the same name and are named first. Looks are the user's."""
    ours, theirs = project.taught, user.taught
    taught = Taught(
        {**ours.statuses, **_others(theirs.statuses, ours.statuses)},
        {**ours.levels, **_others(theirs.levels, ours.levels)},
        {**ours.fields, **_others(theirs.fields, ours.fields)},
        {**theirs.markers, **ours.markers},
        tuple(dict.fromkeys((*ours.ids, *theirs.ids))),
    )
    return project._replace(
        taught=taught,
        lexicon=lexicon_of(taught),
        views={**user.views, **project.views},
        keys=user.keys,
        theme=user.theme or project.theme,
        ascii=project.ascii if user.ascii is None else user.ascii,
        align=user.align if project.align is None else project.align,
        problems=(*project.problems, *user.problems),
    )


def _others(words: Mapping[str, str], known: Mapping[str, str]) -> Words:
    from milestone_tui.reading.teaching import spellings

    have = {form for word in known for form in spellings(word)}
    return {word: meaning for word, meaning in words.items() if have.isdisjoint(spellings(word))}


def read_configuration(root: str, project: str, user: str) -> Configuration:
    """What the files at `project` and `user` say; empty for one that is not there. `root` is what the project's is named by."""
    own = _from_file(project, os.path.relpath(project, root).replace(os.sep, "/"), of_a_project=True) if project else NOTHING
    if project and os.path.dirname(project) != root:  # noqa: PTH120 - a string
        own = own._replace(paths=(), exclude=())
    return together(_from_file(user, user, of_a_project=False) if user else NOTHING, own)


def _from_file(location: str, path: str, *, of_a_project: bool) -> Configuration:
    folder = os.path.dirname(location)  # noqa: PTH120 - a string
    if of_a_project and not os.path.realpath(location).startswith(os.path.realpath(folder).rstrip(os.sep) + os.sep):
        advice = "put the file itself there"
        return NOTHING._replace(problems=(Problem(path, 0, "this link leads out of the project and is not read", advice),))
    found = read_file(location, path)
    if isinstance(found, Problem):
        return NOTHING._replace(problems=(found,))
    return configuration_of(found.data, path, of_a_project=of_a_project)


class _Reader:
    """Goes through the keys of one file."""

    def __init__(self, text: ConfigurationText, of_a_project: bool) -> None:
        self.text = text
        self.of_a_project = of_a_project
        self.found: Configuration = NOTHING

    def read(self, top: yaml.Node) -> Configuration:
        """What the file says."""
        keys: dict[str, Callable[[yaml.Node], None]] = {
            name: getattr(self, f"_{name}")
            for name in ("paths", "exclude", "folders", "ids", "words", "markers", "views", "keys", "theme", "ascii", "align")
        }
        for name, key, value in self.text.pairs(top, "the file"):
            if name not in keys:
                self.text.unknown(key, f"`{name}` is not known", name, keys)
            elif name in _OF_A_PROJECT and not self.of_a_project:
                self.text.wrong(key, f"`{name}` is a project's own to say", "put it into the project's .milestone-tui.yaml")
            elif name in _OF_A_PERSON and self.of_a_project:
                self.text.wrong(key, f"`{name}` is a person's own to say", "put it into your own config.yaml")
            else:
                keys[name](value)
        return self.found

    def _paths(self, node: yaml.Node) -> None:
        self.found = self.found._replace(paths=self._patterns(node, "paths"))

    def _exclude(self, node: yaml.Node) -> None:
        self.found = self.found._replace(exclude=self._patterns(node, "exclude"))

    def _patterns(self, node: yaml.Node, name: str) -> tuple[str, ...]:
        patterns = []
        for text, place in self.text.texts(node, name):
            if _leads_out(text):
                advice = "name what lies below the project's folder"
                self.text.wrong(place, f"{name}: `{text}` leads out of the project", advice)
            elif text.strip() and "\0" not in text:
                patterns.append(text.replace("\\", "/").removeprefix("./").rstrip("/") or ".")
            else:
                self.text.wrong(place, f"{name}: an entry must be a path or a glob", "name a folder, a file or a glob")
        return tuple(patterns)

    def _folders(self, node: yaml.Node) -> None:
        names = []
        for text, place in self.text.texts(node, "folders"):
            name = text.strip().rstrip("/").casefold()
            if not name or "/" in name or "\\" in name or name in _NEVER_A_PLACE:
                self.text.wrong(place, f"folders: `{text}` is not the name of a folder", "for a path or a glob there is `paths:`")
            else:
                names.append(name)
        self.found = self.found._replace(folders=tuple(names))

    def _ids(self, node: yaml.Node) -> None:
        self._teach(ids=ids_of(self.text, node))

    def _words(self, node: yaml.Node) -> None:
        found = words_of(self.text, node)
        self._teach(statuses=found.get("status", {}), levels=found.get("levels", {}), fields=found.get("fields", {}))

    def _markers(self, node: yaml.Node) -> None:
        self._teach(markers=markers_of(self.text, node))

    def _teach(self, **taught: Words | tuple[str, ...]) -> None:
        self.found = self.found._replace(taught=self.found.taught._replace(**taught))  # type: ignore[arg-type]  # by name

    def _views(self, node: yaml.Node) -> None:
        self.found = self.found._replace(views=self._named(node, "views"))

    def _keys(self, node: yaml.Node) -> None:
        self.found = self.found._replace(keys=self._named(node, "keys"))

    def _named(self, node: yaml.Node, name: str) -> dict[str, Said]:
        found = {}
        for key, place, value in self.text.pairs(node, name):
            text = self.text.text(value, f"{name}: `{key}`")
            if text and key.strip():
                found[key.strip()] = self._said(text, value)
            elif text:
                self.text.wrong(place, f"{name}: a name is missing", "write it before the colon")
        return found

    def _theme(self, node: yaml.Node) -> None:
        text = self.text.text(node, "theme")
        self.found = self.found._replace(theme=self._said(text, node) if text else None)

    def _ascii(self, node: yaml.Node) -> None:
        self.found = self.found._replace(ascii=self.text.truth(node, "ascii"))

    def _align(self, node: yaml.Node) -> None:
        self.found = self.found._replace(align=self.text.truth(node, "align"))

    def _said(self, text: str, node: yaml.Node) -> Said:
        return Said(text, node.start_mark.line + 1, self.text.path)


def _leads_out(text: str) -> bool:
    parts = text.replace("\\", "/").split("/")
    return ".." in parts or text.startswith(("/", "\\", "~")) or re.match(r"[A-Za-z]:", text) is not None
