"""The keys that are in force, worked out from the bindings of what has the focus."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.lines import Drawn, Line, fill, wrapped

_KEYS = 14


class KeyRow(NamedTuple):
    """One action, or the title of a group when it has no keys."""

    keys: str
    words: str


_GROUPS = (
    ("milestone", "In a milestone"),
    ("overview", "In the overview"),
    ("screen", "Dashboard"),
    ("app", "Everywhere"),
    ("panel", "Panels"),
    ("find", "Finding"),
    ("list", "Moving"),
)
"""How the ids of bindings begin, and the titles of their groups, in their order."""


def keys_in_force(app: App[Any]) -> list[KeyRow]:
    """All actions that keys reach now, in groups; those of what has the focus first."""
    groups: dict[str, dict[str, tuple[list[str], str]]] = {prefix: {} for prefix, _ in _GROUPS}
    for active in app.screen.active_bindings.values():
        binding = active.binding
        prefix = (binding.id or "").partition(".")[0]
        if not active.enabled or prefix not in groups:
            continue
        keys, _ = groups[prefix].setdefault(binding.id or "", ([], active.tooltip or binding.description))
        key = app.get_key_display(binding)
        if key not in keys:
            keys.append(key)
    rows: list[KeyRow] = []
    for prefix, title in _GROUPS:
        if groups[prefix]:
            rows += [KeyRow("", title), *(KeyRow(" ".join(keys), words) for keys, words in groups[prefix].values())]
    return rows


class KeyList(LineList[KeyRow]):
    """The rows."""

    ONE_LINE_ROWS = False

    def key_of(self, row: KeyRow) -> str:
        """Keys and words."""
        return f"{row.keys} {row.words}"

    def draw(self, row: KeyRow, width: int) -> list[Drawn]:
        """A group's title with an empty line above, or keys and what they do."""
        if not row.keys:
            return [Drawn((), 0), Drawn(((row.words, "heading"),), len(row.words))]
        keys: Line = fill(((f" {row.keys}", "key"),), _KEYS)
        lines = wrapped(((row.words, ""),), max(width - _KEYS - 1, 8))
        drawn = [Drawn((*keys, (" ", ""), *lines[0]), _KEYS)]
        return drawn + [Drawn(((" " * (_KEYS + 1), ""), *line), 0) for line in lines[1:]]


class HelpScreen(ModalScreen[None]):
    """Over the dashboard; any of the usual keys closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen KeyList {
        width: 76; max-width: 100%; height: auto; max-height: 100%; border: round $primary; background: $panel;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "leave", "back", id="help.back", tooltip="Close this"),
    ]

    def __init__(self, rows: list[KeyRow]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """One list."""
        listed = KeyList()
        listed.border_title = "Keys in force"
        listed.border_subtitle = "esc closes"
        yield listed

    def on_mount(self) -> None:
        """Fill it."""
        self.query_one(KeyList).show_rows(self._rows)

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()
