"""What all panels have in common: one question each, one value to show, and a cursor that stands somewhere in a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.geometry import Size
from textual.widget import Widget

from milestone_tui.model.contents import Contents
from milestone_tui.tui.messages import ActivityRead
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.survey import Survey
from milestone_tui.tui.widgets.line_view import LineView
from milestone_tui.tui.writer import Job
from milestone_tui.views.glyphs import Glyphs, glyphs
from milestone_tui.views.lines import Line, clip
from milestone_tui.views.pane_head import pane_head
from milestone_tui.views.selection import EVERYTHING, Selection

Place = tuple[str, int]
"""Path below the root, and line, from 1."""
_ROOM_SECONDS, _ROOM_TRIES = 0.05, 40
"""Between two looks whether a panel that was shown before it was laid out has room, and how often it is looked."""


class View(NamedTuple):
    """Everything that panels show. A part that did not change is the same object as before."""

    snapshot: Snapshot
    selection: Selection = EVERYTHING
    """Which milestones are shown, in which order and groups."""
    selected: str = ""
    """Key of the milestone that the cursor is on, wherever that cursor is."""
    contents: Contents | None = None
    """Of the selected milestone; None as long as its file is not read."""
    survey: Survey | None = None
    touched: int = 0
    """Another number as soon as some file changed in what is none of the facts."""


class PanelHead(LineView):
    """Name and figures of a panel where several stand side by side."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(classes="head")
        self.panel = panel

    def line(self, width: int) -> Line:
        """The head."""
        return pane_head(
            self.panel.PANE_TITLE or self.panel.title, self.panel.figures(), width, self.panel.has_focus_within, self.panel.glyphs
        )


class PanelTotals(LineView):
    """The figures of a panel that has the stage to itself."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(classes="totals")
        self.panel = panel

    def line(self, width: int) -> Line:
        """The figures."""
        return clip(((" ", ""), *self.panel.figures()), width, self.panel.glyphs.ellipsis)


class Panel(Vertical):
    """One panel. A subclass makes its widgets in `__init__` and shows `self.view` in `update`."""

    DEFAULT_CSS = """
    Panel { width: 1fr; height: 1fr; }
    Panel .head { display: none; }
    Panel.-pane .head { display: block; }
    Panel.-pane .totals { display: none; }
    """
    PANE_TITLE: ClassVar[str] = ""
    """Its name beside others, where that is not its usual one."""
    shows: ClassVar[tuple[str, ...]] = ("snapshot",)
    """The fields of the view that it is drawn from."""

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = title
        self.ascii_only = ascii_only
        self.glyphs: Glyphs = glyphs(ascii_only)
        self.head = PanelHead(self)
        self.view: View | None = None
        self.moved: Callable[[], None] | None = None
        """Called at once when the cursor moves."""
        self._room = self._pane_room = Size()
        """What it will have after the layout that is coming, and what it had when it was one of several panes."""
        self._roomless = False
        """Whether it was given something to show before it had room for it."""

    # What a subclass says

    def update(self, view: View) -> None:
        """Show what `view` says."""
        raise NotImplementedError

    def needs(self) -> frozenset[str]:
        """The parts of a survey that it shows."""
        return frozenset()

    def follow(self, key: str) -> None:
        """The cursor of another list is on the milestone `key`."""

    def rest(self) -> None:
        """The cursor rests: show what goes with it and is too much to be drawn again and again while a key is held."""

    def show_activity(self, read: ActivityRead) -> None:
        """What changed was found out; most panels do not show that."""

    def keys(self) -> Widget:
        """The widget that keys go to when the panel is opened."""
        raise NotImplementedError

    def key(self) -> str:
        """Key of the milestone at the cursor, or empty."""
        return ""

    def place(self) -> Place | None:
        """Where in which file that stands what the cursor is on."""
        return None

    def figures(self) -> Line:
        """What its head says beside its name."""
        return ()

    def settled(self, job: Job, snapshot: Snapshot | None) -> None:
        """What somebody asked for came to its end: `snapshot` is what it left, None when it was refused."""

    def remember(self) -> dict[str, Any]:
        """What is to be as it is now when the program is next started; for JSON."""
        return {}

    def recall(self, values: dict[str, Any]) -> None:
        """Be as `remember` said; of these values nothing can be taken for granted."""

    # What others do with it

    def show_view(self, view: View) -> None:
        """Show another view; nothing is drawn for what the panel does not show."""
        before, self.view = self.view, view
        empty = not self.key()
        if before is None or not all(_same(getattr(before, name), getattr(view, name)) for name in self.shows):
            self.update(view)
            self.head.redraw()
            if empty or not self.has_focus_within:
                self.follow(view.selected)
            if not self.content_size and not self._roomless:
                self._wait_for_room(_ROOM_TRIES)
        elif before.selected != view.selected:
            self.follow(view.selected)

    def set_pane(self, pane: bool, room: Size) -> None:
        """Whether it is one of several side by side; alone it will have this `room`, and as a pane what it had before."""
        if self.has_class("-pane") != pane:
            if not pane:
                self._pane_room = self.content_size
            self.set_class(pane, "-pane")
            if self.view is not None:
                self._room = self._pane_room if pane else room
                self.fit(self.view)
                self._room = Size()

    def fit(self, view: View) -> None:
        """Be drawn for another room, which it will have after the next layout."""
        self.update(view)

    @property
    def room(self) -> Size:
        """What there is for everything that it shows; before a layout that is known to come, what there will be."""
        return self._room or self.content_size

    def _wait_for_room(self, tries: int) -> None:
        """Look for room again soon: of a layout that was worked out on the way to another one, no resize event tells."""
        self._roomless = True
        self.set_timer(_ROOM_SECONDS, partial(self._look_for_room, tries))

    def _look_for_room(self, tries: int) -> None:
        if not self._roomless or self.view is None:
            return
        if self.content_size:
            self._roomless = False
            self.update(self.view)
            self.head.redraw()
            self.follow(self.view.selected)
        elif tries:
            self._wait_for_room(tries - 1)
        else:
            self._roomless = False

    def _on_resize(self) -> None:
        """There is room; `on_resize` of a panel makes use of it."""
        self._roomless = False

    def tell_moved(self) -> None:
        """The cursor is on something else."""
        if self.moved is not None:
            self.moved()

    def on_descendant_focus(self) -> None:
        """Keys go here."""
        self.head.redraw()

    def on_descendant_blur(self) -> None:
        """Keys go elsewhere."""
        self.head.redraw()


def _same(one: object, other: object) -> bool:
    """Whether two parts of a view are the same; all but words and numbers are so by being the same object."""
    return one is other or (isinstance(one, str | int) and one == other)
