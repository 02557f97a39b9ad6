"""Where in the bytes a fact stands, so that an edit can be made there. Kept beside the model, never in it."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.text.span import Span


class Anchor(NamedTuple):
    """One place that states a field."""

    span: Span
    """The value's bytes; empty where a key has no value yet."""
    style: str
    """How the value is written: `text`, or the style of a YAML scalar (`plain`, `'`, `"`, `empty`, …)."""
    raw: str
    """The value's text as it stands in the file."""
    line: int
    place: str
    """`front matter`, `header`, `section`, `table`, `footer`, `title`."""
    key: str = ""
    """The key as the file spells it."""

    @property
    def editable(self) -> bool:
        """Whether the value is one stretch of one line, or of a YAML scalar that can be replaced as a whole."""
        return self.style in ("text", "plain", "'", '"', "empty")
