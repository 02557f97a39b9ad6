"""Every regular expression of the package and the ways in which the code uses it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import milestone_tui

ROOT = Path(milestone_tui.__file__).parent
_SEARCHING = frozenset(("search", "finditer", "findall", "sub", "subn", "split"))
_MATCHING = frozenset(("match", "fullmatch"))
_FLAGS = {"I": re.I, "IGNORECASE": re.I, "DOTALL": re.S, "S": re.S, "MULTILINE": re.M, "M": re.M, "VERBOSE": re.X}


class Use(NamedTuple):
    """An expression and one way of using it."""

    where: str
    """Module and name, or line."""
    pattern: re.Pattern[str] | re.Pattern[bytes]
    how: str

    def call(self) -> Callable[[str], object]:
        """What the code does with it, for any text."""
        method = getattr(self.pattern, "finditer" if self.how in _SEARCHING else self.how)
        isbytes = isinstance(self.pattern.pattern, bytes)

        def run(text: str) -> None:
            found = method(text.encode() if isbytes else text)
            if self.how in _SEARCHING:
                for _ in found:
                    pass

        return run


def uses() -> list[Use]:
    """All of them, in the order of the modules."""
    out: list[Use] = []
    methods: dict[tuple[Path | None, str], set[str]] = {}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py"))}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in _SEARCHING | _MATCHING:
                name = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
                methods.setdefault((path if name.startswith("_") else None, name), set()).add(node.attr)
    for path, tree in trees.items():
        module = ".".join(("milestone_tui", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        if not module.endswith("__main__"):
            for name, pattern in _compiled(import_module(module)):
                for how in sorted(methods.get((path if name.startswith("_") else None, name), {"search"})):
                    out.append(Use(f"{module}.{name}", pattern, how))
        out += _inline(module, tree)
    return out


def _compiled(module: object) -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    for name, value in list(vars(module).items()):
        for pattern in _within(value, 3):
            yield name, pattern


def _within(value: object, depth: int) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, tuple | list | frozenset | set):
        for each in value:
            yield from _within(each, depth - 1)
    elif depth and isinstance(value, dict):
        yield from _within(list(value.values()), depth - 1)


def _inline(module: str, tree: ast.AST) -> Iterator[Use]:
    """Expressions that are written where they are used."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        first = node.args[0]
        if getattr(node.func.value, "id", "") == "re" and isinstance(first, ast.Constant) and isinstance(first.value, str):
            if node.func.attr == "compile":
                continue
            flags = 0
            for each in [*node.args, *(keyword.value for keyword in node.keywords)]:
                for part in ast.walk(each):
                    if isinstance(part, ast.Attribute) and getattr(part.value, "id", "") == "re":
                        flags |= _FLAGS.get(part.attr, 0)
            yield Use(f"{module}:{node.lineno}", re.compile(first.value, flags), node.func.attr)
