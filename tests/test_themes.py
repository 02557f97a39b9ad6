"""The themes that come with the product: complete, and readable."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

THEMES = Path(__file__).parents[1] / "themes"
NAMES = sorted(path.stem for path in THEMES.glob("*.yaml"))
BASE = {"primary", "secondary", "accent", "background", "surface", "panel", "foreground", "warning", "error", "success"}
MEANINGS = {
    *(f"status-{state}" for state in ("active", "completed", "planned", "blocked", "on-hold", "cancelled", "unknown")),
    *(f"risk-{level}" for level in ("low", "medium", "high", "critical")),
    *("late", "critical-path", "disagree", "selected", "upstream", "downstream", "box-done", "box-open", "dim", "cursor"),
}
GROUNDS = ("background", "surface", "panel")
LEAST_CONTRAST = 4.5


def theme(name: str) -> dict[str, Any]:
    loaded = yaml.safe_load((THEMES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_five_themes_are_there() -> None:
    assert NAMES == ["colour-blind", "high-contrast", "milestone-dark", "milestone-light", "terminal-16"]


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_names_every_colour_and_no_other(name: str) -> None:
    loaded = theme(name)
    assert loaded["name"] == name
    assert isinstance(loaded["dark"], bool)
    assert set(loaded["base"]) == BASE
    assert set(loaded["colours"]) == MEANINGS
    for colour in (*loaded["base"].values(), *loaded["colours"].values()):
        assert re.fullmatch(r"#[0-9a-f]{6}|ansi_(bright_)?(black|red|green|yellow|blue|magenta|cyan|white)|ansi_default", colour)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "terminal-16"])
def test_text_of_every_meaning_can_be_read_on_every_ground(name: str) -> None:
    loaded = theme(name)
    grounds = [loaded["base"][ground] for ground in GROUNDS] + [loaded["colours"]["cursor"]]
    texts = {meaning: colour for meaning, colour in loaded["colours"].items() if meaning != "cursor"}
    texts |= {key: colour for key, colour in loaded["base"].items() if key not in GROUNDS}
    least = 7.0 if name == "high-contrast" else LEAST_CONTRAST
    weak = {
        (meaning, ground): round(contrast(colour, ground), 2)
        for meaning, colour in texts.items()
        for ground in grounds
        if contrast(colour, ground) < least
    }
    assert not weak
