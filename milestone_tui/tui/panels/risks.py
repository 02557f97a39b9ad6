"""Panel 3: what could go wrong? A grid of probability and impact whose cells one walks, and the register of what is in them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.widget import Widget

from milestone_tui.analysis.exposure import RatedRisk, RiskMatrix, cell_of, matrix, only, ordered, rerated
from milestone_tui.model.edit import SetRisk
from milestone_tui.model.plan import Risk
from milestone_tui.model.values import Stated
from milestone_tui.reading.level_words import level_of
from milestone_tui.tui.messages import FormAsked, Said
from milestone_tui.tui.panels.edit_key import edit_key
from milestone_tui.tui.panels.listed import Origin
from milestone_tui.tui.panels.panel import PanelTotals, View
from milestone_tui.tui.panels.risk_grid import RiskGrid
from milestone_tui.tui.panels.risk_register import Register
from milestone_tui.tui.panels.stepping import SteppingPanel
from milestone_tui.tui.panels.whole_edits import risk_added, risk_deleted
from milestone_tui.tui.survey import CONTENTS
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.lines import Line
from milestone_tui.views.risk_rows import RegisterRow, grid_lines, key_of, register_rows, totals_line

_GRID_SHARE = 0.55
"""Of the height, at most."""


def _step_key(keys: str, step: str, name: str, tooltip: str) -> Binding:
    words = name.replace("_", " ").capitalize()
    return Binding(keys, f"step({step})", words, show=False, id=f"edit.{name}", tooltip=tooltip)


class RisksPanel(SteppingPanel[RegisterRow]):
    """Grid and register over all milestones, or over the selected one."""

    BINDING_GROUP_TITLE = "Risks"
    BINDINGS: ClassVar[list[BindingType]] = [
        edit_key("Edit the risk: ratings, what answers it, owner"),
        Binding("a", "add", "add", show=False, id="edit.add", tooltip="Add a risk to the milestone of this one"),
        Binding("d", "delete", "Delete", show=False, id="edit.delete", tooltip="Delete the risk, after a look at the difference"),
        _step_key("shift+left,H", "'probability', -1", "less_likely", "The risk one step to the left: less probable"),
        _step_key("shift+right,L", "'probability', 1", "likelier", "The risk one step to the right: more probable"),
        _step_key("shift+up,K", "'impact', 1", "graver", "The risk one step up: more impact"),
        _step_key("shift+down,J", "'impact', -1", "milder", "The risk one step down: less impact"),
        Binding("m", "only", "this one", id="risks.only", tooltip="The risks of the selected milestone alone, or of all"),
        Binding("c", "all_cells", "all cells", id="risks.all", tooltip="Show the whole register again"),
    ]
    shows = ("survey",)

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.grid = RiskGrid(self.glyphs, id="risk-grid")
        self.listed: Register = Register(self.glyphs, id="register")
        self.totals = PanelTotals(self)
        self.only = ""
        """Key of the milestone whose risks are shown; empty for all."""
        self._matrix: RiskMatrix | None = None
        self._stepped = ""
        """Key of the row of the risk that was moved last; the chosen cell goes along with it."""
        self._coming: tuple[RegisterRow, ...] | None = None
        """What is in the chosen cell, as long as the register does not show it yet."""

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.head
        yield self.totals
        yield self.grid
        yield self.listed

    # What it shows

    def update(self, view: View) -> None:
        """Show the risks that are read."""
        if view.survey is None or CONTENTS not in view.survey.parts:
            return
        self.underway.show(view.survey.snapshot)
        risks = view.survey.risks
        whole = matrix(ordered(map(self._as_asked, risks)) if self.underway else risks)
        self._matrix = only(whole, self.only) if self.only else whole
        moved = next((each for each in whole.rated if key_of(each) == self._stepped), None)
        if moved is not None and self.grid.cell is not None:
            self.grid.cell = cell_of(moved, whole.scale) or self.grid.cell
        self.grid.matrix = self._matrix
        self._show_rows()

    def follow(self, key: str) -> None:
        """Show the risks of that milestone when it is of one alone."""
        if self.only and key and self.view is not None:
            self.only = key
            self.update(self.view)
        else:
            super().follow(key)

    def set_pane(self, pane: bool, room: Size) -> None:
        """With less room, a line a risk."""
        self.listed.compact = pane
        super().set_pane(pane, room)

    def fit(self, view: View) -> None:
        """The grid; the register measures itself when it has its width."""
        if self._matrix is not None:
            self._fit_grid(self._matrix)

    def _show_rows(self) -> None:
        if self._matrix is None:
            return
        if not self._matrix.cells:
            self.grid.cell = None
        self._fit_grid(self._matrix)
        self.grid.redraw()
        self.rest()
        self.listed.show_rows(register_rows(self._matrix, self.grid.cell))
        self.totals.redraw()
        self.head.redraw()

    def _fit_grid(self, found: RiskMatrix) -> None:
        """As high as it needs, up to its share."""
        width, height = self.room
        room = max(int(height * _GRID_SHARE), 1)
        wanted = len(grid_lines(found, max(width, 1), self.glyphs, self.grid.cell, room)) if found.cells else 0
        self.grid.styles.height = min(wanted, room)
        if not wanted and self.grid.has_focus:
            self.listed.focus()
        self.grid.display = wanted > 0

    def on_resize(self) -> None:
        """There is other room."""
        self._show_rows()

    # Keys

    def on_risk_grid_walked(self, event: RiskGrid.Walked) -> None:
        """Another cell is chosen; the register shows what is in it when the cursor rests."""
        event.stop()
        if self._matrix is not None and event.cell != self.grid.cell:
            self._coming = tuple(register_rows(self._matrix, event.cell))
        self.grid.cell, self._stepped = event.cell, ""
        self.grid.redraw()
        if event.into:
            self.rest()
            if any(row.risk for row in self.listed.rows):
                self.listed.focus()
        self.tell_moved()

    def rest(self) -> None:
        """Show what is in the cell."""
        rows, self._coming = self._coming, None
        if rows is not None:
            self.listed.scroll_to(y=0, animate=False, immediate=True, force=True)
            self.listed.show_rows(rows, next((row.key for row in rows if row.risk is not None), ""))

    @property
    def current(self) -> RegisterRow | None:
        """The row at the cursor of the register, or the one that it will be on."""
        if self._coming is None:
            return self.listed.current
        return next((row for row in self._coming if row.risk is not None), None)

    def on_register_above(self, event: Register.Above) -> None:
        """From the first risk up into the grid."""
        event.stop()
        if self.grid.display:
            self.grid.focus()

    def action_all_cells(self) -> None:
        """No cell is chosen."""
        self.grid.cell, self._stepped = None, ""
        self._show_rows()
        self.post_message(Said("the risks of all cells", "dim"))

    def action_only(self) -> None:
        """Of one milestone, or of all."""
        view = self.view
        if view is None:
            return
        self.only = "" if self.only else self.key() or view.selected
        self.update(view)
        named = view.snapshot.milestones.get(self.only)
        self.post_message(Said(f"the risks of {shown(named.id)}" if named else "the risks of all milestones", "dim"))

    def action_edit(self) -> None:
        """Edit the risk."""
        from milestone_tui.tui.forms import risk_form

        each = self._risk_here()
        if each is not None:
            form = risk_form(each.path, each.milestone, each.risk)
            self.post_message(FormAsked(form, "probability", key_of(each), each.path, each.risk.line))

    def action_add(self) -> None:
        """Add a risk behind this one; where there is none, to the selected milestone."""
        self.rest()
        row, view = self.listed.current, self.view
        if row is not None and row.risk is not None:
            self.post_message(risk_added(row.path, row.milestone, row.risk.risk, row.line, row.key))
            return
        milestone = view.snapshot.milestones.get(view.selected) if view is not None else None
        if milestone is not None:
            self.post_message(risk_added(milestone.path, milestone.key, None, milestone.line))

    def action_delete(self) -> None:
        """Delete the risk."""
        each = self._risk_here()
        if each is not None:
            self.post_message(risk_deleted(each.path, each.milestone, each.risk))

    def action_step(self, part: str, step: int) -> None:
        """Rate the risk a step higher or lower; one that states a single level has that raised and lowered."""
        from milestone_tui.editing.steps import stepped

        each, view = self._risk_here(), self.view
        if each is None or view is None or view.survey is None:
            return
        risk = each.risk
        if risk.level is not None and risk.probability is None and risk.impact is None:
            if part == "probability":
                self.post_message(Said("this risk states one level, which goes up and down; e states more of it", "dim"))
                return
            part = "level"
        beside = {key_of(other): _raw(other.risk, part) for other in view.survey.risks if other.milestone == each.milestone}
        like = next(filter(None, beside.values()), "")
        old, key = _raw(risk, part), key_of(each)
        wanted = stepped(part, old, step, like, view.snapshot.lexicon)
        if not isinstance(wanted, str):
            self.post_message(Said(f"{wanted.text}; {wanted.advice}" if wanted.advice else wanted.text, "dim"))
            return
        self._stepped = key
        edit = SetRisk(each.path, each.milestone, risk.text, part, wanted, risk.line, old)
        self.ask_step(edit, f"{part} {key}", wanted)
        self.update(view)

    def _risk_here(self) -> RatedRisk | None:
        """The risk at the cursor of the register, which is also that of the grid."""
        self.rest()
        row = self.listed.current
        if row is None or row.risk is None:
            self.post_message(Said("there is no risk here; c shows them all", "dim"))
            return None
        return row.risk

    def _as_asked(self, each: RatedRisk) -> RatedRisk:
        """The risk as its file will rate it."""
        for part in ("probability", "impact", "level"):
            seen = _raw(each.risk, part)
            wanted = self.underway.value(f"{part} {key_of(each)}", seen)
            if wanted != seen and self.view is not None:
                value = level_of(wanted, self.view.snapshot.lexicon)
                each = rerated(each, part, Stated(value, wanted, each.risk.line))
        return each

    # What others ask

    def origin(self, row: RegisterRow) -> Origin:
        """The line of the risk."""
        return Origin(row.milestone, row.path, row.line)

    def needs(self) -> frozenset[str]:
        """What the files hold."""
        return frozenset((CONTENTS,))

    def keys(self) -> Widget:
        """The grid where there is one."""
        return self.grid if self.grid.display else self.listed

    def figures(self) -> Line:
        """How many there are, and what is not read yet."""
        if self._matrix is None or self.view is None or self.view.survey is None:
            return ((f"reading {self.glyphs.ellipsis}", "dim"),)
        named = self.view.snapshot.milestones.get(self.only)
        of: Line = ((f"{shown(named.id)}: ", "bold"),) if named else ()
        unread = self.view.survey.unread
        words = counted_words(unread, "milestone", "milestones")
        rest: Line = ((f"  {words} not read yet", "dim"),) if unread else ()
        return (*of, *totals_line(self._matrix, self.glyphs), *rest)


def _raw(risk: Risk, part: str) -> str:
    """What the file says of a rating."""
    stated: Stated | None = getattr(risk, part)
    return stated.raw if stated is not None else ""


PANEL = RisksPanel
