"""Edits taken back and made again, also by the next run of the program."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.editing.planning import Refusal
from milestone_tui.text.patch import Patch, apply, invert
from milestone_tui.workspace.applying import Applied
from milestone_tui.workspace.reversal import NotFound, found_again, hunks_of
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.folders import applied, field, folder, text_of, tick

PATH = "milestones/M1.md"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(folder(tmp_path / "p", {PATH: "", "milestones/M2.md": ""}), tmp_path / "state")


def text(workspace: Workspace, path: str = PATH) -> str:
    return (workspace.root / path).read_bytes().decode()


def again(workspace: Workspace) -> Workspace:
    """The same folder in a later run of the program."""
    return Workspace(workspace.target, workspace.state_dir)


def done(outcome: Applied | Refusal) -> Applied:
    assert isinstance(outcome, Applied), outcome
    return outcome


def test_edits_are_taken_back_one_by_one_and_made_again(workspace: Workspace) -> None:
    states = [text(workspace)]
    for edit in (tick(PATH, "one"), field(PATH, "status", "blocked"), tick(PATH, "two")):
        assert applied(workspace, edit).changed
        states.append(text(workspace))
    for expected in reversed(states[:-1]):
        assert done(workspace.undo()).changed
        assert text(workspace) == expected
    assert "nothing to undo" in getattr(workspace.undo(), "text", "")
    for expected in states[1:]:
        assert done(workspace.redo()).changed
        assert text(workspace) == expected
    assert "nothing to redo" in getattr(workspace.redo(), "text", "")


def test_the_next_run_of_the_program_takes_back_what_the_last_one_did(workspace: Workspace) -> None:
    applied(workspace, tick(PATH, "one"))
    outcome = done(again(workspace).undo())
    assert (outcome.summary, outcome.path, outcome.line) == ('undid: ticked "one"', PATH, 9)
    assert text(workspace) == text_of("M1")
    done(again(workspace).redo())
    assert "[x] one" in text(workspace)


def test_the_project_is_that_after_the_undo(workspace: Workspace) -> None:
    workspace.load()
    applied(workspace, tick(PATH, "one"))
    assert [milestone.boxes.done for milestone in done(workspace.undo()).project.milestones] == [1, 1]


def test_a_new_edit_ends_what_could_be_made_again(workspace: Workspace) -> None:
    applied(workspace, tick(PATH, "one"))
    done(workspace.undo())
    applied(workspace, tick(PATH, "two"))
    assert "nothing to redo" in getattr(workspace.redo(), "text", "")


def test_lines_added_above_do_not_stop_an_undo(workspace: Workspace) -> None:
    applied(workspace, tick(PATH, "one"))
    path = workspace.root / PATH
    path.write_text(text(workspace).replace("## Tasks", "New text.\n\n## Tasks\n\n- [ ] zero"), encoding="utf-8")
    assert done(workspace.undo()).line == 13
    assert "[ ] one" in text(workspace)
    assert "New text." in text(workspace)


def test_a_line_that_was_changed_since_is_not_undone_and_both_versions_are_shown(workspace: Workspace) -> None:
    applied(workspace, tick(PATH, "one"))
    changed = text(workspace).replace("[x] one", "[x] number one")
    (workspace.root / PATH).write_text(changed, encoding="utf-8")
    outcome = workspace.undo()
    assert isinstance(outcome, Refusal)
    assert outcome.candidates == ("- [x] one", "- [x] number one")
    assert text(workspace) == changed


def test_of_equal_lines_only_the_one_that_was_edited_is_taken_back(workspace: Workspace) -> None:
    lines = "# M1\n\n## A\n\n- [x] tests\n\n## B\n\n- [ ] tests\n\n## C\n\n- [x] tests\n"
    path = workspace.root / PATH
    path.write_text(lines, encoding="utf-8")
    edit = tick(PATH, "tests")._replace(line=9)
    applied(workspace, edit)
    path.write_text(text(workspace).replace("# M1\n", "# M1\n\nAbove.\n"), encoding="utf-8")
    done(workspace.undo())
    assert text(workspace) == lines.replace("# M1\n", "# M1\n\nAbove.\n")


def test_equal_lines_that_nothing_tells_apart_are_left_alone(workspace: Workspace) -> None:
    path = workspace.root / PATH
    path.write_text("# M1\n\n" + "- [ ] a\n" * 9, encoding="utf-8")
    applied(workspace, tick(PATH, "a")._replace(line=7))
    applied(workspace, tick(PATH, "a")._replace(line=6))
    path.write_text("# M1\n\n" + "- [x] a\n" * 10, encoding="utf-8")
    outcome = workspace.undo()
    assert isinstance(outcome, Refusal)
    assert "alike" in outcome.text
    assert text(workspace) == "# M1\n\n" + "- [x] a\n" * 10


def test_what_somebody_took_back_by_hand_counts_as_taken_back(workspace: Workspace) -> None:
    applied(workspace, tick(PATH, "one"))
    (workspace.root / PATH).write_text(text_of("M1"), encoding="utf-8")
    assert not done(workspace.undo()).changed
    assert "nothing to undo" in getattr(workspace.undo(), "text", "")


def test_only_edits_below_the_target_are_taken_back(workspace: Workspace) -> None:
    applied(workspace, tick(PATH, "one"))
    applied(workspace, tick("milestones/M2.md", "one"))
    one_file = Workspace(workspace.root / PATH, workspace.state_dir)
    done(one_file.undo())
    assert "[ ] one" in text(workspace)
    assert "[x] one" in text(workspace, "milestones/M2.md")
    elsewhere = Workspace(folder(workspace.root.parent / "other", {PATH: ""}), workspace.state_dir)
    assert "nothing to undo" in getattr(elsewhere.undo(), "text", "")


def test_an_edit_made_from_a_file_is_taken_back_from_the_project(workspace: Workspace) -> None:
    applied(Workspace(workspace.root / PATH, workspace.state_dir), tick("M1.md", "one"))
    assert done(workspace.undo()).path == PATH
    assert text(workspace) == text_of("M1")


def test_bytes_that_are_no_text_come_back_as_they_were(workspace: Workspace) -> None:
    data = b"\xef\xbb\xbf# M1\r\n\r\n- [ ] caf\xff one\r\n- [ ] two"
    (workspace.root / PATH).write_bytes(data)
    applied(workspace, tick(PATH, "two"))
    applied(workspace, tick(PATH, "caf? one"))
    done(again(workspace).undo())
    done(again(workspace).undo())
    assert (workspace.root / PATH).read_bytes() == data


def test_without_a_state_folder_edits_work_and_cannot_be_taken_back(workspace: Workspace) -> None:
    bare = Workspace(workspace.target)
    assert applied(bare, tick(PATH, "one")).changed
    assert isinstance(bare.undo(), Refusal)


def test_a_journal_that_cannot_be_written_does_not_stop_an_edit_and_is_told(workspace: Workspace) -> None:
    (workspace.root.parent / "state").write_text("a file, not a folder", encoding="utf-8")
    assert "cannot be undone" in applied(workspace, tick(PATH, "one")).summary
    assert "[x] one" in text(workspace)


def test_a_journal_line_that_a_crash_cut_short_spoils_no_other(workspace: Workspace) -> None:
    applied(workspace, tick(PATH, "one"))
    journal = workspace.root.parent / "state" / "journal.jsonl"
    with journal.open("ab") as file:
        file.write(b'{"intent":"abc","kind":"ed')
    applied(workspace, tick(PATH, "two"))
    done(workspace.undo())
    done(workspace.undo())
    assert text(workspace) == text_of("M1")


def test_the_journal_is_for_its_owner_only_and_each_line_is_json(workspace: Workspace) -> None:
    applied(workspace, tick(PATH, "one"))
    journal = workspace.root.parent / "state" / "journal.jsonl"
    records = [json.loads(line) for line in journal.read_text(encoding="ascii").splitlines() if line]
    assert [next(iter(record)) for record in records] == ["intent", "outcome"]
    if os.name == "posix":
        assert journal.stat().st_mode & 0o077 == 0


LINES = st.lists(st.sampled_from(["- [ ] a", "- [x] b", "text", "", "# H", "é"]), min_size=1, max_size=8)


@given(LINES, st.data(), st.sampled_from(["\n", "\r\n"]))
def test_any_change_is_found_again_and_inverted(lines: list[str], data: st.DataObject, ending: str) -> None:
    before = ending.join([*lines, "z"]).encode() + b"z"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(before)), min_size=2, max_size=4, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    patches = [Patch(start, before[start:end], data.draw(st.sampled_from([b"", b"x", b"new\n"]))) for start, end in pairs]
    after = apply(before, patches)
    hunks = hunks_of(before, patches)
    exact = found_again(after, hunks, undo=True, untouched=True)
    assert not isinstance(exact, NotFound)
    assert apply(after, exact) == before == apply(after, invert(patches))
    looked_for = found_again(after, hunks, undo=True, untouched=False)
    assert isinstance(looked_for, NotFound) or len(apply(after, looked_for)) == len(before)
    forward = found_again(before, hunks, undo=False, untouched=True)
    assert not isinstance(forward, NotFound)
    assert apply(before, forward) == after
