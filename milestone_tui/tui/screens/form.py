"""A form over the dashboard: a line a field, enter asks for what was changed, escape for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input

from milestone_tui.editing.meant import DAY_KEYS
from milestone_tui.tui.forms import Form, FormField, meant
from milestone_tui.tui.widgets.line_view import LineView
from milestone_tui.views.figures import shown
from milestone_tui.views.lines import Line, Piece, clip

_LABEL = 13


def _ellipsis(view: LineView) -> str:
    return "..." if view.app.has_class("-ascii") else "…"


class _Label(LineView):
    """The name of a field."""

    def __init__(self, words: str) -> None:
        super().__init__(classes="label")
        self.words = words

    def line(self, width: int) -> Line:
        """The name."""
        return clip(((f" {self.words}", "dim"),), width, _ellipsis(self))


class _Hint(LineView):
    """What can be chosen in the field that is typed into, or what is wrong."""

    shown_line: Line = ()

    def line(self, width: int) -> Line:
        """That."""
        return clip(self.shown_line, width, _ellipsis(self))


class FormInput(Input):
    """One line of a form. Where there are words to choose from, ctrl+down and ctrl+up go through them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+down,ctrl+n", "choose(1)", "Next word", show=False, id="form.next", tooltip="The next word that fits here"),
        Binding("ctrl+up", "choose(-1)", "Word before", show=False, id="form.previous", tooltip="The word before it"),
    ]

    def __init__(self, field: FormField) -> None:
        super().__init__(field.value, compact=True, select_on_focus=False)
        self.field = field
        self.cursor_blink = False

    @property
    def changed(self) -> bool:
        """Whether something else is typed than what stands in the file."""
        return self.value != self.field.value

    def show(self, value: str) -> None:
        """What stands in the file, if nothing else is typed."""
        if not self.changed and value != self.value:
            self.value = value
            self.cursor_position = len(value)
        self.field = self.field._replace(value=value)

    def offer(self, words: tuple[str, ...]) -> None:
        """What can be chosen."""
        self.field = self.field._replace(words=words)
        self.suggester = SuggestFromList(words, case_sensitive=False) if words else None

    def action_choose(self, step: int) -> None:
        """Another of the words."""
        words = self.field.words
        if words:
            at = words.index(self.value) + step if self.value in words else 0
            self.value = words[at % len(words)]
            self.cursor_position = len(self.value)


class FormScreen(ModalScreen[dict[str, str] | None]):
    """Gives the values that were changed by the names of their fields, or None."""

    DEFAULT_CSS = """
    FormScreen { align: center middle; }
    FormScreen Vertical { width: 84; max-width: 100%; height: auto; max-height: 100%; }
    FormScreen Vertical { background: $panel; border: round $primary; }
    FormScreen Horizontal { height: 1; }
    FormScreen .label { width: 13; background: $panel; }
    FormScreen Input { width: 1fr; background: $panel; }
    FormScreen Input:focus { background: $cursor; }
    FormScreen LineView { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="find.back", tooltip="Change nothing"),
        Binding("down,tab", "field(1)", "Next", show=False, id="form.down", tooltip="To the next field"),
        Binding("up,shift+tab", "field(-1)", "Above", show=False, id="form.up", tooltip="To the field above"),
    ]

    def __init__(self, form: Form, place: str, first: str, today: date) -> None:
        super().__init__()
        self.today = today
        self.form = form
        self.place_words = place
        self.inputs: Sequence[FormInput] = [FormInput(field) for field in form.fields]
        self.first = first
        self.hint = _Hint()
        self.warning = ""
        self.wrong = ""
        """What is wrong with what was typed; until something else is typed."""

    def compose(self) -> ComposeResult:
        """A line a field, and a line for hints."""
        with Vertical() as box:
            box.border_title = Content(f" {self.form.title} ")
            box.border_subtitle = Content(f" {shown(self.place_words)}   enter writes, esc leaves ")
            for typed in self.inputs:
                with Horizontal():
                    yield _Label(typed.field.label)
                    yield typed
            yield self.hint

    def on_mount(self) -> None:
        """Begin at the field that was asked for."""
        wanted = next((typed for typed in self.inputs if typed.field.name == self.first), self.inputs[0])
        wanted.focus()

    def show_words(self, form: Form) -> None:
        """What the file says, and what can be chosen in each field, was found out; what is typed already stays."""
        pairs = list(zip(self.inputs, form.fields, strict=True))
        if not any(typed.changed and typed.field.value != field.value for typed, field in pairs):
            self.form = form
            for typed, field in pairs:
                typed.show(field.value)
        for typed, field in pairs:
            typed.offer(field.words)
        self._show_hint()

    def tell_changed(self) -> None:
        """The file changed while the form is open."""
        self.warning = "the file changed meanwhile; what you write goes to its own line, or is refused"
        self._show_hint()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another field."""
        self._show_hint()

    def _show_hint(self) -> None:
        if self.wrong:
            self._say(self.wrong, "error")
        elif self.warning:
            self._say(self.warning, "late")
        else:
            typed = self.focused
            field = typed.field if isinstance(typed, FormInput) else None
            pieces: list[Piece] = [(" ", "")]
            for word in field.words if field else ():
                pieces += [(shown(word), "accent"), ("  ", "")]
            self.hint.shown_line = (*pieces, (field.hint if field else "", "dim"))
            self.hint.redraw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Something else is typed."""
        event.stop()
        if self.wrong:
            self.wrong = ""
            self._show_hint()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        changed = {}
        for typed in self.inputs:
            if typed.changed:
                value = meant(typed.field, typed.value, self.today)
                if value is None:
                    self.wrong = f"{typed.value!r} is no day; {DAY_KEYS}"
                    typed.focus()
                    self._show_hint()
                    return
                changed[typed.field.name] = value
        self.dismiss(changed)

    def _say(self, text: str, style: str) -> None:
        self.hint.shown_line = ((f" {shown(text)}", style),)
        self.hint.redraw()

    def action_field(self, step: int) -> None:
        """Another field."""
        at = next((number for number, typed in enumerate(self.inputs) if typed.has_focus), 0)
        self.inputs[(at + step) % len(self.inputs)].focus()

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
