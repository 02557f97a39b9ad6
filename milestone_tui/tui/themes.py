"""Theme files as Textual themes. A file that is no theme is a notice; the others load."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from milestone_tui.markdown.front_matter import too_deep
from milestone_tui.resources import resource

DARK, LIGHT, SIXTEEN = "milestone-dark", "milestone-light", "terminal-16"
_BASE = ("primary", "secondary", "accent", "background", "surface", "panel", "foreground", "warning", "error", "success")
_SHIPPED = (DARK, LIGHT, "high-contrast", "colour-blind", SIXTEEN)
"""Their order; other files follow by name."""
_MOST_BYTES = 64_000

_DEFAULTS: dict[str, Callable[[Theme], str | None]] = {
    "status-active": lambda theme: theme.primary,
    "status-completed": lambda theme: theme.success,
    "status-planned": lambda theme: theme.foreground,
    "status-blocked": lambda theme: theme.error,
    "status-on-hold": lambda theme: theme.secondary,
    "status-cancelled": lambda theme: theme.foreground,
    "status-unknown": lambda theme: theme.foreground,
    "risk-low": lambda theme: theme.success,
    "risk-medium": lambda theme: theme.warning,
    "risk-high": lambda theme: theme.warning,
    "risk-critical": lambda theme: theme.error,
    "late": lambda theme: theme.warning,
    "critical-path": lambda theme: theme.accent,
    "disagree": lambda theme: theme.accent,
    "selected": lambda theme: theme.accent,
    "upstream": lambda theme: theme.secondary,
    "downstream": lambda theme: theme.success,
    "box-done": lambda theme: theme.success,
    "box-open": lambda theme: theme.foreground,
}
"""Meaning → where a theme that does not define it has a colour like it."""


def semantic_defaults(theme: Theme) -> dict[str, str]:
    """A colour for every meaning, from the ground colours of any theme."""
    text = theme.foreground or ("#e0e0e0" if theme.dark else "#1a1a1a")
    found = {meaning: of(theme) or text for meaning, of in _DEFAULTS.items()}
    if theme.ansi:
        return found | {"dim": "ansi_bright_black", "cursor": "ansi_blue", "rule": "ansi_bright_black"}
    ground = Color.parse(theme.surface or theme.background or ("#121212" if theme.dark else "#efefef"))
    ink = Color.parse(text)
    dim = ground.blend(ink, 0.62).hex
    rule = ground.blend(ink, 0.25).hex
    return found | {
        "dim": dim,
        "rule": rule,
        "cursor": ground.blend(Color.parse(theme.primary), 0.3).hex,
        "status-cancelled": dim,
        "status-unknown": dim,
    }


def load_themes(own: Path | None = None, shipped: Path | None = None) -> tuple[list[Theme], list[str]]:
    """The themes that are shipped and those in the user's folder, and what is wrong with the files that are none.

    One of the user's takes the place of a shipped one of its name.
    """
    themes: dict[str, Theme] = {}
    notices: list[str] = []
    for folder in (shipped or resource("themes"), own):
        for path in sorted(folder.glob("*.yaml")) if folder else ():
            try:
                theme = theme_of(_bytes_of(path))
                themes[theme.name] = theme
            except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
                notices.append(f"theme {path.name}: {' '.join(str(error).split())}")
    order = {name: number for number, name in enumerate(_SHIPPED)}
    return sorted(themes.values(), key=lambda theme: (order.get(theme.name, len(order)), theme.name)), notices


def _bytes_of(path: Path) -> bytes:
    if not path.is_file() or path.stat().st_size > _MOST_BYTES:
        raise ValueError(f"is no file of at most {_MOST_BYTES // 1000} kB")
    return path.read_bytes()


def theme_of(data: bytes) -> Theme:
    """The theme that a file describes; ValueError with what is wrong when it does not."""
    if too_deep(data):
        raise ValueError("is nested too deeply")
    loaded = yaml.load(data, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(loaded, dict) or not isinstance(loaded.get("name"), str):
        raise ValueError("has no name")
    base = dict(_colours(loaded, "base"))
    meanings = dict(_colours(loaded, "colours"))
    missing = [name for name in _BASE if name not in base]
    if missing:
        raise ValueError(f"lacks {', '.join(missing)}")
    dark = bool(loaded.get("dark", True))
    ansi = base["background"].startswith("ansi_")
    variables = meanings | (_ansi_variables(dark, meanings) if ansi else {}) | {"border": base["panel"]}
    known: dict[str, Any] = {name: base[name] for name in _BASE}
    return Theme(name=loaded["name"], dark=dark, ansi=ansi, variables=variables, **known)


def _colours(loaded: dict[str, Any], group: str) -> Iterator[tuple[str, str]]:
    values = loaded.get(group)
    if not isinstance(values, dict):
        raise ValueError(f"has no {group}")
    for name, value in values.items():
        try:
            Color.parse(str(value))
        except ColorParseError:
            raise ValueError(f"{group}: {name}: {value!r} is no colour") from None
        yield str(name), str(value)


def _ansi_variables(dark: bool, meanings: dict[str, str]) -> dict[str, str]:
    """What Textual's own widgets need where colours cannot be mixed."""
    return BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"].variables | {
        "block-cursor-background": meanings.get("cursor", "ansi_blue"),
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-foreground": "ansi_default",
        "input-selection-background": meanings.get("cursor", "ansi_blue"),
        "scrollbar": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
    }


def starting_theme(asked: str | None, names: list[str], colours: int) -> tuple[str, str]:
    """Which theme to begin with, and a notice. `colours` is how many the terminal has."""
    usual = SIXTEEN if colours <= 16 and SIXTEEN in names else DARK if DARK in names else next(iter(names), "textual-dark")
    if asked is None or asked in names:
        return asked or usual, ""
    return usual, f"there is no theme {asked!r}; there are {', '.join(names)}"
