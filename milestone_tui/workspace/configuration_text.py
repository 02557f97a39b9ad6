"""The YAML of a configuration file as texts, lists and pairs with their lines; what is wrong becomes problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml

from milestone_tui.markdown.front_matter import too_deep
from milestone_tui.model.values import Problem

MAX_BYTES = 64 * 1024
_MOST_PROBLEMS = 50
ADVICE = "docs/configuration.md shows every key"


class ConfigurationText:
    """One file: its top node, and the problems that were met in it."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.top = self._composed(data)

    def wrong(self, node: yaml.Node | int, text: str, advice: str = ADVICE) -> None:
        """Note a problem at the line of a node, or at a line."""
        line = node if isinstance(node, int) else node.start_mark.line + 1
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(self.path, line, text, advice))

    def unknown(self, node: yaml.Node, text: str, word: str, known: Iterable[str]) -> None:
        """Note a word that is none of those known, with the one that was probably meant, or with all there is."""
        if len(self.problems) < _MOST_PROBLEMS:
            self.wrong(node, text, _nearest(word, known))

    def pairs(self, node: yaml.Node, name: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """Key, its node and its value's node of a mapping; a key that comes again is a problem."""
        if not isinstance(node, yaml.MappingNode):
            if not _is_empty(node):
                self.wrong(node, f"{name} must hold `key: value` pairs")
            return
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, f"a key of {name} must be a word")
            elif key.value in seen:
                self.wrong(key, f"{name}: `{key.value}` is there already, in line {seen[key.value]}", "join the two")
            else:
                seen[key.value] = key.start_mark.line + 1
                yield key.value, key, value

    def texts(self, node: yaml.Node, name: str) -> Iterator[tuple[str, yaml.Node]]:
        """The entries of a list; a text by itself is a list of one, nothing is a list of none."""
        if _is_empty(node):
            return
        for entry in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if isinstance(entry, yaml.ScalarNode):
                yield entry.value, entry
            else:
                self.wrong(entry, f"{name} takes a list of texts")

    def text(self, node: yaml.Node, name: str) -> str:
        """A text by itself; empty after noting that it is none."""
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value).strip()
        self.wrong(node, f"{name} takes a text", "write it behind the colon")
        return ""

    def truth(self, node: yaml.Node, name: str) -> bool | None:
        """`true` or `false`; None after noting that it is neither."""
        said = node.value.lower() if isinstance(node, yaml.ScalarNode) else ""
        if said in ("true", "yes", "on"):
            return True
        if said not in ("false", "no", "off"):
            self.wrong(node, f"{name} takes true or false", "write one of the two")
            return None
        return False

    def _composed(self, data: bytes) -> yaml.Node | None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        if len(data) > MAX_BYTES:
            self.wrong(0, f"the file is too large: {len(data) / 1024:,.0f} KiB", f"{MAX_BYTES // 1024} KiB are enough")
        elif too_deep(data):
            self.wrong(1, "this nests too deep to be read", ADVICE)
        else:
            try:
                text = data.decode("utf-8-sig")
                if self._is_plain(yaml.parse(text, loader)):
                    return yaml.compose(text, loader)
            except yaml.MarkedYAMLError as error:
                self.wrong(error.problem_mark.line + 1 if error.problem_mark else 0, f"this is not YAML: {error.problem}")
            except (yaml.YAMLError, ValueError, RecursionError) as error:
                self.wrong(0, f"this is not YAML: {error}")
        return None

    def _is_plain(self, events: Iterable[yaml.Event]) -> bool:
        """Whether the file does without anchors, aliases and tags, which a configuration has no use for."""
        for event in events:
            tag = getattr(event, "tag", None)
            if getattr(event, "anchor", None) or (tag and tag != "!"):
                what = f"the tag {tag}" if tag else "an anchor or an alias"
                self.wrong(
                    event.start_mark.line + 1 if event.start_mark else 0,
                    f"{what} is not understood here",
                    "write the value itself",
                )
                return False
        return True


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and not node.style


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(word[:60], names, 1, 0.6)
    return f"perhaps `{close[0]}` is meant" if close else f"use one of {', '.join(names)}"
