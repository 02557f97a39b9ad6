"""Our edits among those of others, in every order, staged and not: git gets ours and no others.

Beside the project there is a shadow of it, in which nothing but our edits is made: what git has afterwards must be just that.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import AddItem, Edit, ItemTarget, MoveItem, RemoveItem, SetItem
from milestone_tui.workspace.committing import Committed, Offer, offered
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.commits import M1, M2, WHO, commit, kept
from tests.workspace.folders import field, folder, tick
from tests.workspace.repositories import committed as committed_by_hand
from tests.workspace.repositories import git, needs_git

pytestmark = needs_git

OURS = ("one", "two", "three", "four")
THEIRS = ("Anna", "Bert", "Carl", "Dora")
TEXT = "---\nid: M\nstatus: active\n---\n# M Title\n\nWritten by Hand.\n\n## Tasks\n\n" + "".join(
    f"- [ ] {mine}\n- [ ] {other}\n" for mine, other in zip(OURS, THEIRS, strict=True)
)

EDITS: tuple[Edit, ...] = (
    *(tick(M1, text) for text in OURS),
    *(tick(M1, text, done=False) for text in OURS),
    tick(M2, "one"),
    field(M1, "status", "blocked"),
    field(M1, "status", "active"),
    AddItem(M1, "five", under="Tasks"),
    SetItem(M1, ItemTarget(text="three"), "owner", "bao"),
    RemoveItem(M1, ItemTarget(text="four")),
    MoveItem(M1, ItemTarget(text="two"), "before", ItemTarget(text="one")),
)
OWN = st.tuples(st.just("own"), st.sampled_from(EDITS))
TURN = st.tuples(st.just("turn"), st.sampled_from(["undo", "redo"]))
HAND = st.tuples(
    st.just("hand"),
    st.sampled_from(
        [
            *((f"[ ] {name}", f"[x] {name}") for name in THEIRS),
            *((f"{name}\n", f"{name} and others\n") for name in THEIRS),
            ("- [ ] Anna\n", ""),
            ("# M Title\n", "# M Title\n\nAbove by Hand.\n"),
            ("by Hand.", "by Hand.\n- [ ] Hand"),
            ("- [ ] Dora\n", "- [ ] Dora\nLast by Hand.\n"),
        ]
    ),
)
GIT = st.tuples(st.just("git"), st.sampled_from(["add", "stage", "other", "all", "commit"]))
MOVES = st.lists(st.one_of(OWN, OWN, OWN, TURN, HAND, HAND, GIT), min_size=1, max_size=12)


class Story:
    """A project in a repository, and its shadow."""

    def __init__(self, home: Path) -> None:
        self.root = folder(home / "p", {M1: TEXT, M2: TEXT, "notes.txt": "notes\n"})
        committed_by_hand(self.root, "First")
        self.workspace = Workspace(self.root, home / "state")
        self.shadow = Workspace(folder(home / "shadow", {M1: TEXT, M2: TEXT}), home / "shadow state")
        self.alike = True
        """Whether each of our edits was made in both or in neither."""

    def move(self, who: str, what: object) -> None:
        if who == "own":
            outcomes = [each.apply(what) for each in (self.workspace, self.shadow)]  # type: ignore[arg-type]  # an edit
            self.alike = self.alike and len({isinstance(each, Refusal) for each in outcomes}) == 1
        elif who == "turn":
            outcomes = [getattr(each, str(what))() for each in (self.workspace, self.shadow)]
            self.alike = self.alike and len({isinstance(each, Refusal) for each in outcomes}) == 1
        elif isinstance(what, tuple):
            file = self.root / M1
            file.write_bytes(file.read_bytes().replace(what[0].encode(), what[1].encode(), 1))
        else:
            self.git(str(what))

    def git(self, what: str) -> None:
        if what == "add":
            git(self.root, "add", M1)
        elif what == "stage":
            text = git(self.root, "show", f"HEAD:{M1}").replace("[ ] Bert", "[x] Bert") + "\n"
            blob = git(self.root, "hash-object", "-w", "--stdin", given=text.encode())
            git(self.root, "update-index", "--cacheinfo", f"100644,{blob},{M1}")
        elif what == "other":
            folder(self.root, {"notes.txt": "other\n", "new.txt": "new\n"})
            git(self.root, "add", "notes.txt", "new.txt")
        elif what == "all":
            git(self.root, "commit", "-q", "--allow-empty", "-a", "-m", "By hand")
            for path in (M1, M2):
                (self.shadow.root / path).write_bytes((self.root / path).read_bytes())
        else:
            self.commit()

    def commit(self) -> None:
        before = kept(self.root)
        offer = offered(self.workspace)
        assert isinstance(offer, Offer), offer
        outcome = commit(self.workspace)
        after = kept(self.root)
        assert after.files == before.files
        assert not after.lock
        if isinstance(outcome, Refusal):
            assert after == before
            assert not offer.parts
        else:
            assert git(self.root, "rev-parse", "HEAD~1") == before.head
            assert self.staged_by_others(after.staged) == self.staged_by_others(before.staged)
        out = {each.path for each in offer.left_out}
        for path in (M1, M2):
            if self.alike and path not in out:
                assert git(self.root, "show", f"HEAD:{path}") == (self.shadow.root / path).read_text("utf-8").strip(), path
        assert isinstance(outcome, Committed) or not offer.parts

    def staged_by_others(self, difference: str) -> list[str]:
        """What is staged of the lines that we never edit."""
        names = (*THEIRS, "Hand", "notes", "new")
        return sorted(line for line in difference.splitlines() if any(name in line for name in names))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_in_every_order_exactly_our_edits_are_committed(moves: list[tuple[str, object]]) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as home:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        for name, value in WHO.items():
            patch.setenv(name, value)
        story = Story(Path(home))
        for who, what in moves:
            story.move(who, what)
        story.commit()
