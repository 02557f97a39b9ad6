"""`C`: your edits to git. Their words and their difference are shown first; what is committed is what was shown, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from milestone_tui.editing.outcome import Refusal
from milestone_tui.tui.edits import Edits
from milestone_tui.tui.messages import FilesTouched
from milestone_tui.views.commit_lines import commit_lines, left_out_lines
from milestone_tui.views.commit_message import proposed, subject_of, with_subject
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.lines import Line, wrapped

if TYPE_CHECKING:
    from milestone_tui.tui.screens.difference import DifferenceScreen
    from milestone_tui.workspace.committing import Committed, Offer
    from milestone_tui.workspace.workspace import Workspace

_CELLS = 104
_BORDERS = 8
_TITLE = "Commit your edits"


@dataclass
class CommitOffered(Message):
    """It is found out what would be committed."""

    screen: DifferenceScreen
    """That waits for it."""
    offer: Offer | Refusal


@dataclass
class CommitSettled(Message):
    """A commit is made, or was refused."""

    outcome: Committed | Refusal


class Commits(Edits):
    """The part of the app that asks git for a commit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "commit", "Commit", show=False, id="app.commit", tooltip="Commit your edits to git, after a look at them"),
    ]

    def action_commit(self) -> None:
        """Show what would be committed, once every edit that is on its way is made."""
        if self.screen is not self.main or not self._may_write(()):
            return
        from milestone_tui.tui.screens.difference import DifferenceScreen

        waiting: list[Line] = [((f"asking git {self.main.glyphs.ellipsis}", "dim"),)]
        screen = DifferenceScreen(_TITLE, waiting, (), self.main.glyphs)
        self.push_screen(screen, partial(self._commit_chosen, screen))

        def work(workspace: Workspace) -> Message:
            from milestone_tui.workspace.committing import offered

            return CommitOffered(screen, offered(workspace))

        self.disk.writer.then(work)

    @on(CommitOffered)
    def _commit_offered(self, event: CommitOffered) -> None:
        if self.screen is not event.screen:
            return
        offer, width = event.offer, self._commit_width
        if isinstance(offer, Refusal):
            event.screen.show(wrapped(((shown(f"{offer.text}; {offer.advice}"), "late"),), width), ())
        elif not offer.parts:
            nothing: Line = (("there is nothing to commit: git has all your edits", ""),)
            event.screen.show(left_out_lines(offer.left_out_words, width) or [nothing], ())
        else:
            self._show_offer(event.screen, offer, proposed(offer.edits))

    @property
    def _commit_width(self) -> int:
        return max(min(_CELLS, self.size.width - _BORDERS), 8)

    def _show_offer(self, screen: DifferenceScreen, offer: Offer, message: str) -> None:
        from milestone_tui.tui.screens.difference import Way

        self._offer, self._words = offer, message
        files = [(part.path, part.diff) for part in offer.parts]
        lines = commit_lines(message, files, offer.left_out_words, self._commit_width, self.main.glyphs)
        screen.show(lines, (Way("enter", "commit", "commit"), Way("e", "words", "other words")))

    def _commit_chosen(self, screen: DifferenceScreen, way: str | None) -> None:
        offer, message = getattr(self, "_offer", None), getattr(self, "_words", "")
        if way == "commit" and offer is not None:
            self.main.say(f"committing {self.main.glyphs.ellipsis}", "dim")

            def work(workspace: Workspace) -> Message:
                from milestone_tui.workspace.committing import committed

                return CommitSettled(committed(workspace, message, offer))

            self.disk.writer.then(work)
        elif way == "words" and offer is not None:
            self._ask_words(offer, message)

    def _ask_words(self, offer: Offer, message: str) -> None:
        from milestone_tui.tui.screens.asking import AskScreen
        from milestone_tui.tui.screens.difference import DifferenceScreen

        def typed(subject: str | None) -> None:
            screen = DifferenceScreen(_TITLE, (), (), self.main.glyphs)
            self.push_screen(screen, partial(self._commit_chosen, screen))
            words = with_subject(message, subject) if subject else message
            self.call_after_refresh(self._show_offer, screen, offer, words)

        self.push_screen(AskScreen("First line of the commit", "enter shows it, esc leaves it", subject_of(message)), typed)

    @on(CommitSettled)
    def _commit_settled(self, event: CommitSettled) -> None:
        outcome = event.outcome
        if isinstance(outcome, Refusal):
            self.main.say(f"not committed: {outcome.text}; {outcome.advice}", "error")
            if outcome.candidates and self.screen is self.main:
                self._show_said(outcome)
            return
        made, left = outcome.made, len(outcome.offer.left_out)
        more = f"; {made.note}" if made.note else f"; {counted_words(left, 'file', 'files')} left out" if left else ""
        self.main.say(f"{self.main.glyphs.states['completed']} committed {made.short}: {made.subject}{more}")
        self.post_message(FilesTouched())

    def _show_said(self, refusal: Refusal) -> None:
        """What git and its hooks said."""
        from milestone_tui.tui.screens.difference import DifferenceScreen

        width = self._commit_width
        lines = [line for said in refusal.candidates for line in wrapped(((shown(said), ""),), width)]
        lines += [(), *wrapped(((shown(refusal.advice), "dim"),), width)]
        self.push_screen(DifferenceScreen("Not committed", lines, (), self.main.glyphs))
