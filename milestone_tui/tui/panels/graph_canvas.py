"""The drawing of what waits for what, with a cursor that goes along its edges."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message

from milestone_tui.tui.widgets.line_page import LinePage
from milestone_tui.views.graph_rows import GraphView, graph_lines


class GraphCanvas(LinePage, can_focus=True, inherit_bindings=False):
    """The drawing. Arrows go along the edges, and pages are those of the words below it."""

    BINDING_GROUP_TITLE = "Dependencies"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "walk('left')", "Back along an edge", show=False, id="graph.left", tooltip="To what it waits for"),
        Binding("right,l", "walk('right')", "Along an edge", show=False, id="graph.right", tooltip="To what waits for it"),
        Binding("down,j", "walk('down')", "Below", show=False, id="graph.down", tooltip="To the one below"),
        Binding("up,k", "walk('up')", "Above", show=False, id="graph.up", tooltip="To the one above"),
        Binding("g,home", "edge(0)", "First", show=False, id="graph.first", tooltip="To the first in the drawing"),
        Binding("G,end", "edge(-1)", "Last", show=False, id="graph.last", tooltip="To the last in the drawing"),
        Binding("enter", "open", "Open", id="list.open", tooltip="Open what the cursor is on"),
    ]

    class Walked(Message):
        """Somebody goes to a box."""

        def __init__(self, key: str, opened: bool = False) -> None:
            super().__init__()
            self.key = key
            self.opened = opened

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.drawing: GraphView | None = None
        self.selected = ""

    def show_drawing(self, drawing: GraphView, selected: str) -> None:
        """Show a drawing, with `selected` lit and in view."""
        top = self.scroll_offset.y if drawing is self.drawing else 0
        self.drawing, self.selected = drawing, selected
        self.show_lines(graph_lines(drawing, selected))
        self.keep_in_view(top)

    def keep_in_view(self, top: int) -> None:
        """Show the lines from `top` on, unless the whole box is not seen then."""
        box = self.drawing.boxes.get(self.selected) if self.drawing else None
        height = self.scrollable_content_region.height
        if box is None or not height:
            return
        if not top <= box.y <= top + height - box.height:
            top = max(box.y - (height - box.height) // 2, 0)
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def action_walk(self, way: str) -> None:
        """Along an edge, or to a neighbour; where there is none to the left, back to the list."""
        drawing = self.drawing
        steps = drawing.walk.get(self.selected) if drawing else None
        key = getattr(steps, way) if steps else next(iter(drawing.boxes), "") if drawing else ""
        if key:
            self.post_message(self.Walked(key))
        elif way == "left":
            raise SkipAction

    def action_edge(self, end: int) -> None:
        """To the first or the last box."""
        if self.drawing and self.drawing.boxes:
            self.post_message(self.Walked([*self.drawing.boxes][end]))

    def action_open(self) -> None:
        """Open the selected one."""
        self.post_message(self.Walked(self.selected, opened=True))

    async def _on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.drawing is None:
            return
        x, y = offset.x, offset.y + self.scroll_offset.y
        for key, box in self.drawing.boxes.items():
            if box.x <= x < box.x + box.width and box.y <= y < box.y + box.height:
                self.post_message(self.Walked(key, opened=key == self.selected or event.chain > 1))

    def _on_resize(self, event: events.Resize) -> None:
        self._shown.clear()
        self.redraw()
        self.keep_in_view(0)
