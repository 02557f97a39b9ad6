"""Panel 4: what waits for what? A drawing to walk through, and in words below it what the selected milestone needs and frees."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from milestone_tui.analysis.graph import MILESTONE
from milestone_tui.tui.messages import FactsAsked, MilestoneOpened, Said
from milestone_tui.tui.panels.edit_key import edit_key
from milestone_tui.tui.panels.graph_canvas import GraphCanvas
from milestone_tui.tui.panels.panel import Panel, Place, View
from milestone_tui.tui.survey import PLAN, Plan
from milestone_tui.tui.widgets.line_page import LinePage
from milestone_tui.views.figures import counted_words
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.graph_rows import GraphView, graph_view
from milestone_tui.views.graph_words import GraphWords
from milestone_tui.views.lines import Line
from milestone_tui.views.list_rows import NOTHING_FOUND

_WORDS_SHARE = 0.36
"""Of the height, at most, for the words below the drawing."""


class _Words(LinePage):
    """What is said below the drawing; it scrolls when there is more of it than room."""


class DependenciesPanel(Panel):
    """The drawing and the words."""

    BINDING_GROUP_TITLE = "Dependencies"
    BINDINGS: ClassVar[list[BindingType]] = [
        edit_key("Edit what the milestone waits for"),
        Binding("z", "fold", "fold done", id="graph.fold", tooltip="Leave out what is completed, or take it in again"),
        Binding(
            "x", "outside", "Names outside", show=False, id="graph.outside", tooltip="Names that are no milestones: draw, or not"
        ),
        Binding("c", "centre", "centre", id="graph.centre", tooltip="Draw what is around the selected one"),
        Binding("ctrl+d,pagedown", "words(1)", "Words down", show=False, id="graph.words_down", tooltip="Scroll the words below"),
        Binding("ctrl+u,pageup", "words(-1)", "Words up", show=False, id="graph.words_up", tooltip="Scroll them back"),
    ]
    shows = ("survey",)

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.canvas = GraphCanvas(id="graph")
        self.words = _Words(id="graph-words")
        self.words.styles.overflow_x = "hidden"
        self.fold = False
        self.outside = True
        self.selected = ""
        self._words_height = 0
        """Lines; it never shrinks, so that the drawing stays where it is while somebody walks through it."""
        self._focus = ""
        """Around which milestone it is drawn where not everything has room."""
        self._whole: tuple[Plan, int, list[Line]] | None = None
        """What is said of a plan at a width, whatever is selected."""
        self._words_of = ""
        """Which milestone the words are about."""

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.head
        yield self.canvas
        yield self.words

    # What it shows

    def update(self, view: View) -> None:
        """Lay the graph out anew."""
        plan = self._plan
        if plan is None:
            self.canvas.show_lines([((f"working out what waits for what {self.glyphs.ellipsis}", "dim"),)])
            return
        if not self.selected:
            self.selected = view.selected if view.selected in plan.graph.nodes else ""
        self._lay_out(plan)

    def follow(self, key: str) -> None:
        """Light another milestone; draw its neighbourhood when it is not in the drawing."""
        plan = self._plan
        if plan is not None and key in plan.graph.nodes and key != self.selected and not self.canvas.has_focus:
            self._select(key)
            self.rest()

    @property
    def _plan(self) -> Plan | None:
        return self.view.survey.plan if self.view and self.view.survey else None

    def _lay_out(self, plan: Plan) -> None:
        width, height = self.content_size.width - 1, self.content_size.height
        self.words.display = bool(plan.graph.nodes)
        if not plan.graph.nodes:
            self.canvas.drawing = None
            self.canvas.show_lines([((NOTHING_FOUND, "dim"),)])
        if width < 2 or not plan.graph.nodes:
            return
        signs: Glyphs = self.glyphs
        focus = self._focus or self.selected
        drawing = graph_view(
            plan.graph,
            plan.schedule,
            width,
            signs,
            height=max(height - int(height * _WORDS_SHARE) - 1, 1),
            focus=focus,
            fold=self.fold,
            outside=self.outside,
            ascii_only=self.ascii_only,
        )
        if self.selected not in drawing.boxes:
            self.selected = focus if focus in drawing.boxes else next(iter(drawing.boxes), "")
        self._show_words(plan, drawing)
        self.canvas.show_drawing(drawing, self.selected)

    def _show_words(self, plan: Plan, drawing: GraphView) -> None:
        self._words_of = self.selected
        words = GraphWords(plan.graph, plan.schedule, max(self.content_size.width - 1, 1), self.glyphs, self.ascii_only)
        lines = [drawing.note] if drawing.note else []
        lines += words.about(self.selected)
        if self._whole is None or self._whole[0] is not plan or self._whole[1] != words.width:
            self._whole = plan, words.width, words.whole()
        rest = self._whole[2]
        lines += [(), *rest] if rest else []
        self._words_height = max(self._words_height, min(len(lines), max(int(self.content_size.height * _WORDS_SHARE), 1)) + 1)
        self.words.styles.height = self._words_height
        self.words.scroll_to(y=0, animate=False, immediate=True)
        self.words.show_lines(lines)

    def _select(self, key: str) -> None:
        plan, drawing = self._plan, self.canvas.drawing
        self.selected = key
        if plan is None or drawing is None:
            return
        if key not in drawing.boxes:
            self._focus = key
            self._lay_out(plan)
        else:
            self.canvas.show_drawing(drawing, key)

    def rest(self) -> None:
        """Say in words what the drawing shows."""
        plan, drawing = self._plan, self.canvas.drawing
        if plan is not None and drawing is not None and self.selected != self._words_of:
            self._show_words(plan, drawing)

    # Keys

    def on_graph_canvas_walked(self, event: GraphCanvas.Walked) -> None:
        """Another box is selected, or opened."""
        event.stop()
        if event.key != self.selected:
            self._select(event.key)
            self.tell_moved()
        if event.opened and self.key():
            self.post_message(MilestoneOpened(self.key()))

    def action_edit(self) -> None:
        """Edit what it waits for."""
        self.post_message(FactsAsked(self.key(), "dependencies"))

    def action_fold(self) -> None:
        """Leave out what is done."""
        self.fold = not self.fold
        self._draw_again("what is done is folded" if self.fold else "what is done is drawn too")

    def action_outside(self) -> None:
        """Draw names that are no milestones."""
        self.outside = not self.outside
        self._draw_again(f"names that are no milestones are {'drawn' if self.outside else 'left out'}")

    def action_centre(self) -> None:
        """Draw around the selected one."""
        self._focus = self.selected
        self._draw_again("drawn around the selected one")

    def action_words(self, step: int) -> None:
        """Scroll the words."""
        self.rest()
        self.words.action_scroll_page(step)

    def _draw_again(self, said: str) -> None:
        if self._plan is not None:
            self._lay_out(self._plan)
        self.post_message(Said(said, "dim"))

    def on_resize(self) -> None:
        """There is other room."""
        self._words_height = 0
        if self._plan is not None:
            self._lay_out(self._plan)

    # What is remembered

    def remember(self) -> dict[str, Any]:
        """What is left out of the drawing."""
        return {"fold": self.fold, "outside": self.outside}

    def recall(self, values: dict[str, Any]) -> None:
        """What was left out of it."""
        self.fold, self.outside = bool(values.get("fold")), bool(values.get("outside", True))

    # What others ask

    def needs(self) -> frozenset[str]:
        """How the milestones depend on each other."""
        return frozenset((PLAN,))

    def keys(self) -> GraphCanvas:
        """The drawing."""
        return self.canvas

    def key(self) -> str:
        """The selected milestone."""
        plan = self._plan
        node = plan.graph.nodes.get(self.selected) if plan else None
        return node.key if node is not None and node.kind == MILESTONE else ""

    def place(self) -> Place | None:
        """Where the milestone begins, or where a name outside is used."""
        plan = self._plan
        if plan is None or not self.view:
            return None
        milestone = self.view.snapshot.milestones.get(self.selected)
        if milestone is not None:
            return milestone.path, milestone.line
        stated = next((edge.places[0] for edge in plan.graph.edges if self.selected in edge[:2] and edge.places), None)
        return (stated.path, stated.line) if stated is not None else None

    def figures(self) -> Line:
        """How many wait."""
        plan = self._plan
        return ((counted_words(len(plan.graph.edges), "dependency", "dependencies"), "dim"),) if plan else ()


PANEL = DependenciesPanel
