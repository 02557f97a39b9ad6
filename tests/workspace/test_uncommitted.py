"""Which edits a version of a file lacks, and the version with just these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milestone_tui.text.alignment import patches_between
from milestone_tui.text.patch import Patch, apply
from milestone_tui.workspace.journal import Record, digest
from milestone_tui.workspace.reversal import hunks_of
from milestone_tui.workspace.uncommitted import Lacking, Mixed, brought_to, felt, lacking, net

START = b"# M1\n\n" + b"".join(b"- [ ] item %d\n" % number for number in range(8))


class Story:
    """A file, its version in git, and the journal of our edits, as they come about."""

    def __init__(self, text: bytes = START) -> None:
        self.file = self.git = text
        self.records: list[Record] = []
        self.old = 0
        """How many of them were there when git got the file last."""

    def edit(self, old: bytes, new: bytes, kind: str = "edit", of: str = "") -> str:
        """One of our edits."""
        at = self.file.index(old)
        shared = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
        patches = (Patch(at + shared, old[shared:], new[shared:]),)
        after = apply(self.file, patches)
        name = f"e{len(self.records)}"
        self.records.append(
            Record(
                name, kind, of, "/f", "f", f"{old!r} > {new!r}", 1, hunks_of(self.file, patches), digest(self.file),
                digest(after), True, None, "", float(len(self.records) + 1),
            )
        )  # fmt: skip
        self.file = after
        return name

    def tick(self, number: int) -> str:
        """One of our ticks."""
        return self.edit(b"[ ] item %d\n" % number, b"[x] item %d\n" % number)

    def hand(self, old: bytes, new: bytes) -> None:
        """An edit of somebody else."""
        assert old in self.file
        self.file = self.file.replace(old, new, 1)

    def found(self) -> Lacking | Mixed:
        return lacking(self.file, self.records, self.git, lambda record: record.at <= self.old)

    def names(self) -> list[str]:
        found = self.found()
        assert isinstance(found, Lacking), found
        return [record.id for record in found.records]

    def committed(self) -> bytes | None:
        found = self.found()
        return brought_to(self.git, found) if isinstance(found, Lacking) else None


def test_of_edits_alone_all_is_lacking() -> None:
    story = Story()
    story.tick(1)
    story.tick(2)
    assert story.names() == ["e0", "e1"]
    assert story.committed() == story.file


def test_what_git_has_is_not_lacking_however_it_came_there() -> None:
    story = Story()
    story.tick(1)
    story.git = story.file
    assert story.names() == []
    story.tick(2)
    assert story.names() == ["e1"]
    story.hand(b"# M1\n", b"# M1\n\nby hand\n")
    assert story.names() == ["e1"]
    assert story.committed() == story.file.replace(b"\nby hand\n", b"")


def test_what_somebody_wrote_beside_it_stays_out_also_in_the_next_line() -> None:
    story = Story()
    story.hand(b"- [ ] item 1\n", b"- [x] item 1\n")
    story.tick(2)
    story.hand(b"- [ ] item 3\n", b"- [x] item 3 and more\n- [ ] new\n")
    assert story.committed() == START.replace(b"[ ] item 2", b"[x] item 2")


def test_a_line_that_both_changed_is_told_and_not_committed() -> None:
    story = Story()
    story.tick(2)
    story.hand(b"item 2", b"item two")
    found = story.found()
    assert isinstance(found, Mixed)
    assert found.record.id == "e0"
    story.old = 1
    assert isinstance(story.found(), Lacking)


def test_an_edit_in_a_line_that_git_does_not_have_is_not_committed() -> None:
    story = Story()
    story.hand(b"- [ ] item 2\n", b"- [ ] item two\n")
    story.edit(b"[ ] item two", b"[x] item two")
    assert story.committed() is None


def test_an_edit_that_somebody_took_back_is_none() -> None:
    story = Story()
    story.tick(2)
    story.hand(b"[x] item 2", b"[ ] item 2")
    story.hand(b"# M1", b"# M2")
    assert story.names() == []
    assert story.committed() == START


def test_an_undone_edit_is_none_and_an_undone_one_that_git_has_is_lacking() -> None:
    story = Story()
    name = story.tick(2)
    story.edit(b"[x] item 2\n", b"[ ] item 2\n", "undo", name)
    assert story.names() == []
    story.tick(3)
    assert story.names() == ["e2"]
    story.git = story.file
    story.edit(b"[x] item 3\n", b"[ ] item 3\n", "undo", "e2")
    assert story.names() == ["e3"]
    story.hand(b"# M1", b"# M2")
    assert story.names() == ["e3"]
    assert story.committed() == START


def test_of_several_edits_in_one_place_the_last_is_told_and_of_there_and_back_none() -> None:
    story = Story(START.replace(b"# M1\n", b"# M1\nstatus: planned\n"))
    story.edit(b"planned", b"active")
    story.tick(1)
    story.edit(b"active", b"done")
    story.edit(b"[x] item 1\n", b"[ ] item 1\n")
    assert story.names() == ["e2"]
    assert story.committed() == story.git.replace(b"planned", b"done")


def test_of_an_edit_that_git_has_in_part_the_rest_is_lacking() -> None:
    story = Story()
    story.tick(1)
    story.tick(6)
    story.hand(b"# M1", b"# M2")
    story.git = START.replace(b"[ ] item 6", b"[x] item 6")
    assert story.names() == ["e0"]
    assert story.committed() == START.replace(b"[ ] item 6", b"[x] item 6").replace(b"[ ] item 1", b"[x] item 1")


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_other_ends_of_lines_in_git_are_no_difference(ends: bytes) -> None:
    story = Story(START.replace(b"\n", ends))
    other = b"\n" if ends == b"\r\n" else b"\r\n"
    story.git = START.replace(b"\n", other)
    assert story.names() == []
    story.edit(b"[ ] item 4" + ends, b"[x] item 4" + ends)
    assert story.committed() == story.git.replace(b"[ ] item 4", b"[x] item 4")


OWN = st.tuples(st.just("own"), st.sampled_from(["tick", "word", "new", "gone"]), st.integers(0, 7))
HAND = st.tuples(st.just("hand"), st.sampled_from(["tick", "word", "new", "gone"]), st.integers(0, 7))
GIT = st.tuples(st.just("git"), st.sampled_from(["all", "ours"]), st.just(0))
MOVES = st.lists(st.one_of(OWN, OWN, HAND, HAND, GIT), max_size=14)


def changed(lines: Sequence[bytes], what: str, line: bytes, number: int) -> list[bytes] | None:
    """The lines with an edit; None where there is no such line."""
    if line not in lines:
        return None
    at = lines.index(line)
    new = {
        "tick": [line.replace(b"[ ]", b"[x]") if b"[ ]" in line else line.replace(b"[x]", b"[ ]")],
        "word": [line.removesuffix(b"\n") + b" w%d\n" % number],
        "new": [line, b"- [ ] new %d\n" % number],
        "gone": [],
    }[what]
    return [*lines[:at], *new, *lines[at + 1 :]]


def in_words(text: bytes) -> bytes:
    """Without regard to how lines end."""
    return text.replace(b"\r\n", b"\n")


@settings(max_examples=400, deadline=None)
@given(MOVES, st.booleans())
def test_whatever_others_do_git_gets_exactly_ours_or_nothing(moves: list[tuple[str, str, int]], crlf: bool) -> None:
    """Beside the file and git's version there is a third text, in which only our edits are made: that is what git has to get."""
    story = Story()
    ours = START.splitlines(keepends=True)
    written: set[bytes] = set()
    entangled = False
    for number, (who, what, which) in enumerate(moves):
        lines = story.file.splitlines(keepends=True)
        if who == "git":
            if what == "all" or not entangled:
                story.git, story.old = story.file if what == "all" else b"".join(ours), len(story.records)
                ours, entangled = story.git.splitlines(keepends=True), False
            continue
        items = [line for line in lines if line.startswith(b"- ")]
        if which >= len(items):
            continue
        line = items[which]
        new = changed(lines, what, line, number)
        assert new is not None
        if who == "own":
            here = changed(ours, what, line, number)
            entangled, ours = entangled or here is None, here or ours
            (patch,) = patches_between(story.file, b"".join(new))
            story.edit(story.file[: patch.end], story.file[: patch.start] + patch.new)
            written |= set(new) - set(lines)
        else:
            entangled = entangled or (what != "new" and line not in story.git.splitlines(keepends=True))
            entangled = entangled or bool(written & (set(new) - set(lines)))
            story.file = b"".join(new)
    if entangled:
        return
    if crlf:
        story.git = story.git.replace(b"\n", b"\r\n")
    got, wanted = story.committed(), b"".join(ours)
    if got is None:
        return
    assert got.count(b"\r\n") == (got.count(b"\n") if crlf else 0)
    same_lines = Counter(in_words(got).split(b"\n")) == Counter(wanted.split(b"\n"))
    inserted = any(who != "git" and what in ("new", "gone") for who, what, _ in moves)
    assert in_words(got) == wanted or (inserted and same_lines), (
        "beside new lines of others, ours may stand before or behind them"
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["own", "hand"]), st.integers(0, 7)), max_size=8, unique_by=lambda move: move[1]))
def test_ticks_beside_ticks_of_others_are_never_refused(moves: list[tuple[str, int]]) -> None:
    story = Story()
    wanted = START
    for who, number in moves:
        if who == "own":
            story.tick(number)
            wanted = wanted.replace(b"[ ] item %d" % number, b"[x] item %d" % number)
        else:
            story.hand(b"[ ] item %d" % number, b"[x] item %d" % number)
    assert story.committed() == wanted


def test_net_leaves_edits_of_several_places_alone() -> None:
    story = Story()
    story.tick(1)
    story.tick(2)
    assert net(story.records) == tuple(story.records)


def test_what_was_added_changed_and_deleted_again_is_not_told() -> None:
    story = Story()
    story.edit(b"- [ ] item 3\n", b"- [ ] item 3\n- [ ] Zebra\n")
    ticked = story.tick(5)
    story.edit(b"- [ ] Zebra\n", b"- [x] Zebra\n")
    moved = story.edit(b"- [ ] item 1\n- [ ] item 2\n", b"- [ ] item 2\n- [ ] item 1\n")
    story.edit(b"- [x] Zebra\n", b"")
    found = story.found()
    assert isinstance(found, Lacking)
    assert [each.id for each in felt(found.records, found.base, story.file)] == [ticked, moved]
    only = Story()
    name = only.edit(b"- [ ] item 3\n", b"- [ ] item 3\n\n")
    assert [each.id for each in felt(only.records, only.git, only.file)] == [name]
