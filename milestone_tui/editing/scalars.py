"""A value written as a YAML scalar in the style of the one it replaces."""

from __future__ import annotations

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def encoded(value: str, style: str) -> str:
    """`value` as the text between the quotes of `style`, or as a scalar of its own where there are none.

    A value that is not safe without quotes gets double quotes.
    """
    if style == "'":
        return value.replace("'", "''")
    if style == '"':
        return _escaped(value)
    return value if is_plain(value) else f'"{_escaped(value)}"'


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")


def is_plain(value: str) -> bool:
    """Whether `value` can stand in a block mapping without quotes and be read back as the same words."""
    if "\t" in value:  # within a plain scalar some readers of YAML take it and some do not
        return False
    try:
        node = yaml.compose(f"k: {value}\nz: 1\n", _LOADER)
    except (yaml.YAMLError, ValueError):
        return False
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 2:
        return False
    scalar = node.value[0][1]
    return isinstance(scalar, yaml.ScalarNode) and not scalar.style and scalar.value == value
