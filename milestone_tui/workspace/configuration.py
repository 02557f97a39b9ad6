"""`.milestone-tui.yaml`: which files of a project are its milestones, when the project says so itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from milestone_tui.model.values import Problem

FILE_NAME = ".milestone-tui.yaml"
_WILDCARDS = "*?["


class Configuration(NamedTuple):
    """What the file asks for, as paths and globs relative to its folder."""

    paths: tuple[str, ...]
    exclude: tuple[str, ...]
    problems: tuple[Problem, ...]


def configuration_of(data: bytes) -> Configuration:
    """The configuration that the bytes of the file state; what is wrong with them comes as problems."""
    import yaml

    from milestone_tui.markdown.front_matter import too_deep

    advice = "the file takes two lists: `paths:` and `exclude:`, each of folders, files or globs"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = None if too_deep(data) else yaml.compose(data.decode("utf-8-sig"), loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return Configuration((), (), (Problem(FILE_NAME, line, f"this is not YAML: {error.problem}", advice),))
    except (yaml.YAMLError, ValueError) as error:
        return Configuration((), (), (Problem(FILE_NAME, 0, f"this is not YAML: {error}", advice),))
    if not isinstance(node, yaml.MappingNode):
        return Configuration((), (), (Problem(FILE_NAME, 1, "this is not a list of `key: value` pairs", advice),))
    found: dict[str, tuple[str, ...]] = {}
    problems = []
    for key, value in node.value:
        if key.value not in ("paths", "exclude"):
            continue
        entries = value.value if isinstance(value, yaml.SequenceNode) else [value]
        patterns = []
        for entry in entries:
            text = str(entry.value) if isinstance(entry, yaml.ScalarNode) else ""
            fault = _fault(text)
            if fault:
                problems.append(Problem(FILE_NAME, entry.start_mark.line + 1, f"{key.value}: {fault}", advice))
            else:
                patterns.append(text.replace("\\", "/").removeprefix("./").rstrip("/") or ".")
        found[key.value] = tuple(patterns)
    return Configuration(found.get("paths", ()), found.get("exclude", ()), tuple(problems))


def _fault(text: str) -> str:
    if not text:
        return "an entry must be a path or a glob"
    parts = text.replace("\\", "/").split("/")
    if ".." in parts or text.startswith(("/", "~")) or re.match(r"[A-Za-z]:", text):
        return f"`{text}` leads out of the project"
    return ""


def is_glob(pattern: str) -> bool:
    """Whether a pattern has wildcards."""
    return any(character in pattern for character in _WILDCARDS)


def matcher(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    """What matches, as a whole, each path that one of the patterns names, and each path below one; None without patterns."""
    if not patterns:
        return None
    return re.compile("|".join(f"(?:{_expression(pattern)})" for pattern in patterns))


def _expression(pattern: str) -> str:
    if pattern == ".":
        return ".*"
    out = []
    at = 0
    while at < len(pattern):
        if pattern.startswith("**/", at):
            out.append("(?:[^/]+/)*")
            at += 3
            continue
        character = pattern[at]
        if pattern.startswith("**", at):
            out.append(".*")
            at += 2
            continue
        close = pattern.find("]", at + 2)
        if character == "[" and close > 0:
            inside = pattern[at + 1 : close].replace("\\", r"\\")
            out.append(f"[^{inside[1:]}]" if inside[0] == "!" else f"[{inside}]")
            at = close + 1
            continue
        out.append({"*": "[^/]*", "?": "[^/]"}.get(character) or re.escape(character))
        at += 1
    return "".join(out) + "(?:/.*)?"
