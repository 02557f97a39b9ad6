"""Style names as the terminal's styles, for the theme in force."""

from __future__ import annotations

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

_ATTRIBUTES = {"bold": Style(bold=True), "italic": Style(italic=True), "strike": Style(strike=True)}
_ALIASES = {"heading": "secondary", "key": "accent", "chosen": "selected"}
_STRONG = frozenset(("heading", "key", "chosen"))


class Ink:
    """Styles for one widget. Made anew when the theme changes."""

    def __init__(self, widget: Widget) -> None:
        self.base: Style = widget.rich_style
        self._variables = widget.app.theme_variables
        self._no_color = widget.app.no_color
        self._styles: dict[tuple[str, bool], Style] = {("", False): self.base}

    def style(self, names: str, hot: bool = False) -> Style:
        """The style of names with spaces between; `hot` is under the cursor."""
        found = self._styles.get((names, hot))
        if found is None:
            found = self._styles[names, hot] = self._made(names, hot)
        return found

    def _made(self, names: str, hot: bool) -> Style:
        style = self.base
        for name in names.split():
            if hot and name == "dim":
                continue
            if name in _ATTRIBUTES:
                style += _ATTRIBUTES[name]
                continue
            variable = self._variables.get(_ALIASES.get(name, name))
            if variable is not None:
                style += Style(color=Color.parse(variable).rich_color, bold=True if name in _STRONG else None)
        if hot:
            ground = self._variables.get("cursor")
            if self._no_color or ground is None:
                style += Style(reverse=True)
            else:
                style += Style(bgcolor=Color.parse(ground).rich_color, bold=True)
        return style
