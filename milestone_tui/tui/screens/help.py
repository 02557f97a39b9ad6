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


def keys_in_force(app: App[Any]) -> list[KeyRow]:
    """All actions with their keys, in groups, nearest to the focus first."""
    groups: dict[str, dict[str, tuple[list[str], str]]] = {}
    for active in app.screen.active_bindings.values():
        binding = active.binding
        if not active.enabled or not binding.description:
            continue
        title = getattr(active.node, "BINDING_GROUP_TITLE", None) or "Everywhere"
        if binding.id and binding.id.startswith("list."):
            title = "Moving"
        keys, _ = groups.setdefault(title, {}).setdefault(binding.action, ([], active.tooltip or binding.description))
        key = app.get_key_display(binding)
        if key not in keys:
            keys.append(key)
    rows: list[KeyRow] = []
    for title, actions in groups.items():
        rows += [KeyRow("", title), *(KeyRow(" ".join(keys), words) for keys, words in actions.values())]
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
