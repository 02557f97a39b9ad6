"""Which room a screen has, as classes: known before the first layout, so that no second one is needed."""

from __future__ import annotations

from milestone_tui.tui.screens.painted import PaintedScreen


class RoomyScreen(PaintedScreen):
    """A screen that is laid out by how much room there is."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]  # noqa: RUF012 -- as the base class has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (11, "-tall"), (24, "-high")]  # noqa: RUF012 -- as the base class has it

    def take_room(self) -> None:
        """Set the classes that the size of the terminal asks for; later sizes do that by themselves."""
        for steps, cells in zip((self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), self.app.size, strict=True):
            holding = next((name for least, name in reversed(steps) if cells >= least), "")
            for _, name in steps:
                self.set_class(name == holding, name)
