"""What is said of a folder in which no milestone was found."""

from __future__ import annotations

from milestone_tui.model.project import Project
from milestone_tui.views.figures import problem_words, shown

_CANDIDATES = 5
_ADVICE = "Point milestone-tui at a folder of milestone files or at one such file; `milestone-tui demo` shows an example."


def nothing_words(place: str, project: Project) -> list[str]:
    """Why there is nothing to show, and what there is instead, a statement each. `place` is what was asked for."""
    if project.problems:
        return [
            f"nothing of {shown(place)} can be read.",
            *(problem_words(problem) for problem in project.problems[:_CANDIDATES]),
        ]
    out = [f"no milestones in {shown(place)}: no file there reads as one."]
    out += [shown(f"{skipped.path} is passed over: {skipped.reason}.") for skipped in project.skipped[:_CANDIDATES]]
    return [*out, _ADVICE]
