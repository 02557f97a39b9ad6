"""What becomes of the edits that somebody asks for: forms, previews, the answer of the disk, and what to do about a refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from textual import on

from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import AddCheckpoint, AddItem, AddRisk, Edit, SetBox, SetList
from milestone_tui.tui.actions import Actions
from milestone_tui.tui.messages import (
    EditRequested,
    EditSettled,
    EditsRequested,
    FactsAsked,
    FormAsked,
    FormReady,
    LackingAsked,
    LackingRead,
    PreviewAsked,
    Previewed,
    Together,
)
from milestone_tui.tui.versions import both, mine_for
from milestone_tui.tui.writer import Job, Turn
from milestone_tui.views.difference_lines import difference_lines
from milestone_tui.views.figures import shown
from milestone_tui.views.footer_row import settled_words
from milestone_tui.views.lines import Line, clip

if TYPE_CHECKING:
    from milestone_tui.workspace.applying import Applied

_DIFFERENCE_CELLS = 104


class Edits(Actions):
    """The part of the app through which every edit goes."""

    read_only: str = ""
    """Why nothing is written; empty when edits are made."""
    today: Callable[[], date]

    def _write(self, job: Job) -> int:
        number = self.disk.writer.edit(job, (self.main.selected,))
        self._jobs[number] = job
        return number

    @property
    def _jobs(self) -> dict[int, Job]:
        """What was asked for and is not answered yet, by its number."""
        found: dict[int, Job] = self.__dict__.setdefault("_edit_jobs", {})
        return found

    @on(EditRequested)
    def _edit_requested(self, event: EditRequested) -> None:
        if self._may_write((event.edit,)):
            number = self._write(event.edit)
            if isinstance(event.edit, SetBox):
                self.main.pend(event.row_key, number, event.edit.done)

    @on(EditsRequested)
    def _edits_requested(self, event: EditsRequested) -> None:
        if self._may_write(event.together.edits):
            self._write(event.together)

    def _turn(self, turn: Turn) -> None:
        if self._may_write(()):
            self._write(turn)

    def _may_write(self, edits: tuple[Edit, ...]) -> bool:
        """Whether the edits may be made; if not, it is said why."""
        if self.read_only:
            return self._refused(edits, f"nothing is written: {self.read_only}", "late")
        for edit in edits:
            if isinstance(edit, SetList) and edit.field in ("dependencies", "blocks") and self.main.snapshot is not None:
                from milestone_tui.analysis.new_links import refused_link

                before = edit.expect or ()
                names = [name for name in edit.values if name not in before]
                refused = refused_link(self.main.snapshot.project, edit.milestone, names, upstream=edit.field == "dependencies")
                if refused is not None:
                    return self._refused(edits, f"not done: {refused.text}; {refused.advice}", "error")
        return True

    def _refused(self, edits: tuple[Edit, ...], why: str, style: str) -> bool:
        """Say why, also to the panels that asked."""
        self.main.say(why, style)
        for edit in edits:
            self.main.stage.settled(edit, None)
        return False

    # Before it is written

    @on(PreviewAsked)
    def _preview_asked(self, event: PreviewAsked) -> None:
        from milestone_tui.tui.screens.difference import DifferenceScreen

        def chosen(way: str | None) -> None:
            if way == "write":
                self.post_message(EditRequested(event.edit, ""))

        if self._may_write(()) and self.screen is self.main:
            lines: list[Line] = [((f"working out the difference {self.main.glyphs.ellipsis}", "dim"),)]
            self.push_screen(DifferenceScreen(event.title, lines, (), self.main.glyphs), chosen)
            self.disk.inquiries.preview(event.edit, event.title)

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        from milestone_tui.tui.screens.difference import DifferenceScreen, Way

        screen, outcome = self.screen, event.outcome
        if not isinstance(screen, DifferenceScreen) or screen.title_words != event.title:
            return
        if isinstance(outcome, Refusal):
            screen.show([((shown(f"not done: {outcome.text}; {outcome.advice}"), "error"),)], ())
        elif not outcome.patches:
            screen.show([((shown(outcome.summary), ""),)], ())
        else:
            lines = difference_lines(event.diff, _DIFFERENCE_CELLS, self.main.glyphs)
            screen.show(lines, (Way("enter", "write", "write it"),))

    @on(FormAsked)
    def _form_asked(self, event: FormAsked) -> None:
        """The form is there at once, so that no key goes elsewhere; the words of its file come when that is read."""
        from milestone_tui.tui.screens.form import FormScreen

        def filled(changed: dict[str, str] | None) -> None:
            edits = screen.form.edits(changed) if changed else []
            if len(edits) == 1:
                self.post_message(EditRequested(edits[0], event.row_key))
            elif edits:
                self.post_message(EditsRequested(Together(tuple(edits))))

        if self._may_write(()) and self.screen is self.main:
            screen = FormScreen(event.form, f"{event.path}:{event.line}", event.first, self.today())
            self.push_screen(screen, filled)
            self.disk.inquiries.prepare(event)

    @on(FactsAsked)
    def _facts_asked(self, event: FactsAsked) -> None:
        from milestone_tui.tui.forms import facts_form

        milestone = self.main.snapshot.milestones.get(event.key) if self.main.snapshot is not None else None
        if milestone is None:
            self.main.say("there is no milestone here to edit", "dim")
        else:
            self._form_asked(FormAsked(facts_form(milestone), event.first, "", milestone.path, milestone.line))

    @on(FormReady)
    def _form_ready(self, event: FormReady) -> None:
        from milestone_tui.tui.screens.form import FormScreen

        if isinstance(self.screen, FormScreen) and self.screen.form is event.asked.form:
            self.screen.show_words(event.form)

    @on(LackingAsked)
    def _lacking_asked(self, event: LackingAsked) -> None:
        """The list is there at once; what the file lacks comes when that is read."""
        from milestone_tui.tui.lacking import UNREAD, addition
        from milestone_tui.tui.screens.choice import ChoiceScreen

        def chosen(name: str | None) -> None:
            follows = addition(name or "", event.milestone)
            if follows is not None:
                self.post_message(follows)

        if self._may_write(()) and self.screen is self.main:
            self.push_screen(ChoiceScreen(f"Add to {shown(event.milestone.id)}", UNREAD, ""), chosen)
            self.disk.inquiries.lacking(event)

    @on(LackingRead)
    def _lacking_read(self, event: LackingRead) -> None:
        from milestone_tui.tui.lacking import UNREAD, options
        from milestone_tui.tui.screens.choice import ChoiceScreen

        if isinstance(self.screen, ChoiceScreen) and self.screen.options is UNREAD:
            self.screen.show_options(options(event.lacking))

    def tell_form(self) -> None:
        """Files changed: a form that is open says so."""
        from milestone_tui.tui.screens.form import FormScreen

        if isinstance(self.screen, FormScreen):
            self.screen.tell_changed()

    # The answer

    @on(EditSettled)
    def _edit_settled(self, event: EditSettled) -> None:
        outcome = event.outcome
        job = self._jobs.pop(event.number, None)
        with self.batch_update():
            for key, contents in event.contents.items():
                self.main.show_contents(key, contents)
            if event.snapshot is not None and event.snapshot.project is self.disk.workspace.project:
                self.main.show_snapshot(event.snapshot)
            self.main.settle(event.number)
            if job is not None:
                self.main.stage.settled(job, event.snapshot)
            if isinstance(outcome, Refusal):
                self.main.say(f"not done: {outcome.text}; {outcome.advice}", "error")
            else:
                undoable = self.disk.workspace.state_dir is not None
                summary = f"{outcome.summary} in {self._named(outcome)}" if isinstance(job, str) else outcome.summary
                self.main.say(settled_words(summary, outcome.changed, undoable, self.main.footer.glyphs))
                if isinstance(job, AddItem | AddRisk | AddCheckpoint) and self.main.milestone.has_focus_within:
                    self.main.milestone.boxes.to_line(outcome.line)
        if isinstance(outcome, Refusal) and outcome.candidates and job is not None and self.screen is self.main:
            self._show_both(job, outcome)

    def _named(self, outcome: Applied) -> str:
        """The milestone that was changed and the line; the path where it holds several or none."""
        found = self.main.snapshot.project.milestones if self.main.snapshot is not None else ()
        ids = [each.id for each in found if each.path == outcome.path]
        return f"{ids[0] if len(ids) == 1 else outcome.path}, line {outcome.line}"

    def _show_both(self, job: Job, refusal: Refusal) -> None:
        """What was wanted beside what stands there now, and what can be done about it."""
        from milestone_tui.tui.screens.difference import DifferenceScreen, Way

        mine = mine_for(job, refusal)
        ways = [Way("k", "keep", "keep what is there"), Way("E", "editor", "open the editor")]
        if mine is not None:
            ways.insert(1, Way("t", "mine", "take mine, at that line"))

        def chosen(way: str | None) -> None:
            if way == "mine" and mine is not None:
                self.post_message(EditRequested(mine, ""))
            elif way == "editor":
                self.action_editor()

        lines = [clip(line, _DIFFERENCE_CELLS, self.main.glyphs.ellipsis) for line in both(job, refusal)]
        self.push_screen(DifferenceScreen("Not written: the file says something else", lines, ways, self.main.glyphs), chosen)
