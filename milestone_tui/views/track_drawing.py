"""The tracks as they are drawn for a room: the axis, the lanes, and as one pane of several the words about dependencies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.graph_words import GraphWords
from milestone_tui.views.lines import Line, begun
from milestone_tui.views.time_axis import Axis
from milestone_tui.views.track_rows import TrackRow, Tracks, track_axis, track_rows

WORDS_SHARE = 3
"""In a pane the words about dependencies take at most one part of so many of the height."""


class Wish(NamedTuple):
    """What a drawing depends on beside the tracks."""

    width: int
    """Cells."""
    height: int
    """Lines."""
    pane: bool
    zoom: str
    shift: int


class TrackDrawing(NamedTuple):
    """What is shown."""

    tracks: Tracks
    wish: Wish
    axis: Axis
    above: Sequence[Line]
    """The axis itself."""
    rows: Sequence[TrackRow]
    words: Sequence[Line]

    def serves(self, tracks: Tracks, wish: Wish) -> bool:
        """Whether it is the drawing of these very tracks as wished."""
        return self.tracks is tracks and self.wish == wish


def track_drawing(tracks: Tracks, wish: Wish, glyphs: Glyphs, ascii_only: bool) -> TrackDrawing:
    """The drawing; beside other panes there is none of the dependencies, so their words stand above the axis."""
    axis = track_axis(tracks, wish.width, wish.zoom, wish.shift)
    rows = track_rows(tracks, axis, wish.width, glyphs, ascii_only)
    above = [((" ", ""), *row.line) for row in rows if row.kind == "axis"]
    words: list[Line] = []
    if wish.pane:
        most = max(wish.height // WORDS_SHARE, 1)
        said = GraphWords(tracks.graph, tracks.schedule, wish.width, glyphs, ascii_only).whole(most + 1)
        words = [((" ", ""), *line) for line in begun(said, most, wish.width, glyphs.ellipsis)]
        rows = [row for row in rows if row.kind != "critical"]  # the words begin with it
    return TrackDrawing(tracks, wish, axis, above, rows[len(above) :], words)
