"""Finding words in the list that keys go to, and on from there through the files of all milestones."""

from __future__ import annotations

from milestone_tui.tui.messages import FindWanted, MilestoneOpened
from milestone_tui.tui.panels.milestone_list import MilestoneRows
from milestone_tui.tui.panels.panel import Place, View
from milestone_tui.tui.screens.finding import FindingScreen
from milestone_tui.tui.trail import Trail


class SearchingScreen(FindingScreen):
    """`n` goes through the list it was typed for; in a milestone, and where the list holds nothing, through all files."""

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None
        self.trail: Trail | None = None
        self._at: tuple[int, Place | None] = -1, None
        """The number of the hit that was gone to last, and the place where that led."""

    def place(self) -> Place | None:
        """Path and line of what is selected."""
        return None

    def show_trail(self, trail: Trail) -> None:
        """The files were looked through."""
        self.trail = trail
        self._at = -1, None
        self.say(trail.told(), "" if trail.hits else "dim")

    def find_kept(self, words: str) -> None:
        """Somebody keeps what he typed: look through the files too."""
        self.post_message(FindWanted(words))

    def action_find_next(self, step: int) -> None:
        """To the next, in the list or in all files."""
        searched = self._take_focused()
        trail = self.trail
        if searched is None or not self._words or trail is None or trail.words != self._words:
            super().action_find_next(step)
        elif isinstance(searched, MilestoneRows) or not searched.find(self._words, searched.cursor + step, step):
            self._follow_trail(trail, step)

    def _follow_trail(self, trail: Trail, step: int) -> None:
        place = self.place()
        if self.view is None or not trail.hits:
            self.say(trail.told(), "dim")
            return
        number, led_to = self._at
        if number >= 0 and place == led_to:
            number = (number + step) % len(trail.hits)
        else:
            order = [milestone.key for milestone in self.view.snapshot.project.milestones]
            number = trail.after(order, self.view.selected, place[1] if place else 0, step) or 0
        hit = trail.hits[number]
        self.post_message(MilestoneOpened(hit.key, hit.line))
        self.say(f"{number + 1} of {len(trail.hits)}: {hit.path}:{hit.line}", "dim")
        self.call_after_refresh(self._arrived_at, number)

    def _arrived_at(self, number: int) -> None:
        self._at = number, self.place()
