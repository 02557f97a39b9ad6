"""The keys that are in force, worked out from the bindings of what has the focus."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from textual.app import App, ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import ModalScreen

from milestone_tui.tui.screens.keys import why_not, writes
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.lines import Drawn, Line, fill, spread, wrapped

_KEYS = 14
_ID_WIDTH = 74
"""In fewer cells the ids for the configuration are left out."""


class KeyRow(NamedTuple):
    """One action, or the title of a group when it has no keys."""

    keys: str
    words: str
    id: str = ""
    """By which a configuration gives it other keys."""
    off: bool = False
    """Whether it does nothing now."""


_GROUPS = (
    ("edit", "Editing"),
    ("milestone", "In a milestone"),
    ("overview", "In the overview"),
    ("risks", "In the risks"),
    ("graph", "In the dependencies"),
    ("tracks", "In the tracks"),
    ("activity", "In the activity"),
    ("page", "In the document"),
    ("screen", "Dashboard"),
    ("app", "Everywhere"),
    ("panel", "Panels"),
    ("find", "Finding"),
    ("list", "Moving"),
)
"""How the ids of bindings begin, and the titles of their groups, in their order."""


def keys_in_force(app: App[Any]) -> list[KeyRow]:
    """All actions that keys reach now, in groups; those of what has the focus first."""
    groups: dict[str, dict[str, tuple[list[str], str, bool]]] = {prefix: {} for prefix, _ in _GROUPS}
    why = why_not(app)
    for active in bindings_in_force(app):
        binding = active.binding
        words = active.tooltip or binding.description
        keys, *_ = groups[_prefix(binding)].setdefault(binding.id or "", ([], words, bool(why) and writes(binding)))
        key = app.get_key_display(binding)
        if key not in keys:
            keys.append(key)
    rows: list[KeyRow] = []
    for prefix, title in _GROUPS:
        if groups[prefix]:
            found = groups[prefix].items()
            title = f"{title}: not now, {why}" if prefix == "edit" and why else title
            rows += [KeyRow("", title), *(KeyRow(" ".join(keys), words, id, off) for id, (keys, words, off) in found)]
    return rows


def bindings_in_force(app: App[Any]) -> list[ActiveBinding]:
    """Those that are listed, a key each."""
    known = dict(_GROUPS)
    return [active for active in app.screen.active_bindings.values() if active.enabled and _prefix(active.binding) in known]


def _prefix(binding: Binding) -> str:
    return (binding.id or "").partition(".")[0]


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
        keys: Line = fill(((f" {row.keys}", "dim strike" if row.off else "key"),), _KEYS)
        right: Line = ((row.id, "dim"),) if width >= _ID_WIDTH else ()
        lines = wrapped(((row.words, "dim" if row.off else ""),), max(width - _KEYS - 1 - (len(row.id) + 2 if right else 0), 8))
        drawn = [Drawn(spread((*keys, (" ", ""), *lines[0]), right, width, ""), _KEYS)]
        return drawn + [Drawn(((" " * (_KEYS + 1), ""), *line), 0) for line in lines[1:]]


class HelpScreen(ModalScreen[None]):
    """Over the dashboard; any of the usual keys closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen KeyList {
        width: 92; max-width: 100%; height: auto; max-height: 100%; border: round $primary; background: $panel;
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
