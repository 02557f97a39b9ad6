"""A folder as a project that follows the disk."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from milestone_tui.model.contents import NO_CONTENTS
from milestone_tui.model.project import Project
from milestone_tui.reading.reader import read
from milestone_tui.workspace import loading
from milestone_tui.workspace.assembly import natural_key
from milestone_tui.workspace.files import MAX_BYTES
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.folders import applied, field, folder, text_of, tick


def loaded(root: Path, files: Mapping[str, str | bytes]) -> Workspace:
    workspace = Workspace(folder(root, files), root.parent / "state")
    workspace.load()
    return workspace


def ids(project: Project | None) -> list[str]:
    assert project is not None
    return [milestone.id for milestone in project.milestones]


def test_milestones_come_in_natural_order_of_their_ids(tmp_path: Path) -> None:
    workspace = loaded(
        tmp_path / "p", {f"milestones/{name}.md": "" for name in ("M10", "M2", "M1", "v0.10.0", "v0.9.0", "a2b10", "a2b9")}
    )
    assert ids(workspace.project) == ["a2b9", "a2b10", "M1", "M2", "M10", "v0.9.0", "v0.10.0"]


def test_a_file_of_its_own_wins_over_one_of_many_in_an_index(tmp_path: Path) -> None:
    index = "# Plan\n\n## Milestone M1 — Base\n- [ ] a\n\n## Milestone M7 — Later\n- [ ] b\n"
    workspace = loaded(tmp_path / "p", {"milestones/MILESTONES.md": index, "milestones/M1.md": ""})
    assert [(each.id, each.path) for each in workspace.project.milestones] == [
        ("M1", "milestones/M1.md"),
        ("M7", "milestones/MILESTONES.md"),
    ]
    assert any("file of its own" in skipped.reason for skipped in workspace.project.skipped)


def test_an_absurdly_long_number_still_sorts() -> None:
    assert natural_key("M" + "9" * 6000) > natural_key("M2")


def test_one_bad_file_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = read
    monkeypatch.setattr(loading, "read", lambda data, path, lexicon: real(data, path, lexicon) if "boom" not in path else 1 / 0)
    huge = b"# M9\n" + b"x" * MAX_BYTES
    files: dict[str, str | bytes] = {
        "milestones/M1.md": "",
        "milestones/boom.md": "",
        "milestones/huge.md": huge,
        "milestones/M2.md": "",
    }
    project = loaded(tmp_path / "p", files).project
    assert ids(project) == ["M1", "M2"]
    assert {problem.path: bool(problem.text and problem.advice) for problem in project.problems} == {
        "milestones/boom.md": True,
        "milestones/huge.md": True,
    }


def test_invalid_front_matter_is_a_problem_with_its_line_and_the_file_is_read_all_the_same(tmp_path: Path) -> None:
    project = loaded(tmp_path / "p", {"milestones/M1.md": "---\nid: M1\nassignee: [@x]\n---\n# M1\n- [ ] a\n"}).project
    assert ids(project) == ["M1"]
    assert [(problem.path, problem.line) for problem in project.problems] == [("milestones/M1.md", 3)]


def test_the_same_id_twice_is_shown_twice_and_told(tmp_path: Path) -> None:
    project = loaded(tmp_path / "p", {"milestones/a.md": text_of("M1"), "milestones/b.md": text_of("m1")}).project
    assert [milestone.path for milestone in project.milestones] == ["milestones/a.md", "milestones/b.md"]
    (problem,) = project.problems
    assert problem.path == "milestones/b.md"
    assert "milestones/a.md" in problem.text


def test_role_files_are_attached_and_can_still_be_opened(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/M1.md": "", "milestones/M1-log.md": text_of("M1")})
    (milestone,) = workspace.project.milestones
    assert [(each.role, each.path, each.boxes.total) for each in milestone.attached] == [("log", "milestones/M1-log.md", 3)]
    assert workspace.contents("milestones/M1-log.md").checklist[0].total == 3


def test_progress_is_told_in_growing_batches_and_nothing_comes_twice(tmp_path: Path) -> None:
    seen: list[int] = []
    workspace = Workspace(folder(tmp_path, {f"milestones/M{number}.md": "" for number in range(100)}))
    project = workspace.load(lambda part: seen.append(len(part.milestones)))
    assert seen == [16, 48]
    assert len(project.milestones) == 100
    assert gc.isenabled()


def test_without_a_name_that_speaks_for_it_a_file_must_read_like_a_plan(tmp_path: Path) -> None:
    notes = "# Shopping\n\n- milk\n"
    project = loaded(tmp_path / "p", {"x/plan.md": text_of("M1").replace("Title", "Milestone"), "x/notes.md": notes}).project
    assert ids(project) == ["M1"]
    assert [(each.path, each.reason) for each in project.skipped] == [("x/notes.md", "nothing in it speaks of milestones")]


def test_where_the_named_places_hold_no_milestone_the_others_are_looked_into(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"roadmap/README.md": "# Index\n", "work/alpha.md": text_of("M1") + "\nmilestone\n"}
    assert ids(loaded(tmp_path / "p", files).project) == ["M1"]


def test_a_file_that_was_passed_over_can_be_taken_in(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/README.md": "# Index\n\nText.\n"})
    assert [each.path for each in workspace.candidates()] == ["milestones/README.md"]
    assert [milestone.path for milestone in workspace.take_in("milestones/README.md").milestones] == ["milestones/README.md"]
    workspace.refresh()
    assert len(workspace.project.milestones) == 1


def test_nothing_new_on_the_disk_gives_nothing_new(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/M1.md": ""})
    path = tmp_path / "p" / "milestones" / "M1.md"
    assert workspace.refresh() is None
    os.utime(path, ns=(1, 1))
    assert workspace.refresh() is None
    path.write_bytes(path.read_bytes())
    assert workspace.refresh() is None


def test_a_refresh_makes_only_what_changed_anew(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/M1.md": "", "milestones/M2.md": "", "milestones/M2-log.md": ""})
    before = workspace.project.milestones
    (tmp_path / "p" / "milestones" / "M1.md").write_text(text_of("M1").replace("[ ] one", "[x] one"), encoding="utf-8")
    project = workspace.refresh()
    assert project is not None
    assert project.milestones[0].boxes.done == before[0].boxes.done + 1
    assert project.milestones[1] is before[1]


def test_a_change_of_the_same_size_within_the_same_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/M1.md": ""})
    path = tmp_path / "p" / "milestones" / "M1.md"
    stamp = path.stat().st_mtime_ns
    path.write_bytes(path.read_bytes().replace(b"[ ] one", b"[x] one"))
    os.utime(path, ns=(stamp, stamp))
    project = workspace.refresh()
    assert project is not None
    assert project.milestones[0].boxes.done == 2


def test_new_and_deleted_files_and_folders_are_seen(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/M1.md": ""})
    folder(tmp_path / "p", {"milestones/new/M2.md": ""})
    assert ids(workspace.refresh()) == ["M1", "M2"]
    (tmp_path / "p" / "milestones" / "M1.md").unlink()
    assert ids(workspace.refresh()) == ["M2"]
    (tmp_path / "p" / "milestones" / "new" / "M2.md").unlink()
    (tmp_path / "p" / "milestones" / "new").rmdir()
    assert ids(workspace.refresh()) == []


def test_contents_are_those_of_the_file_as_it_is_now(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/M1.md": ""})
    key = "milestones/M1.md"
    assert workspace.contents(key) is workspace.contents(key)
    folder(tmp_path / "p", {"milestones/M1.md": text_of("M1") + "- [ ] four\n"})
    workspace.refresh()
    assert workspace.contents(key).checklist[0].total == 4
    (tmp_path / "p" / "milestones" / "M1.md").unlink()
    workspace.refresh()
    assert workspace.contents(key) == NO_CONTENTS
    assert workspace.contents("nothing.md#such") == NO_CONTENTS


def test_an_edit_writes_its_bytes_and_gives_the_project_after_it(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/M1.md": "", "milestones/M2.md": ""})
    other = workspace.project.milestones[1]
    outcome = applied(workspace, tick("milestones/M1.md", "one"))
    assert (tmp_path / "p/milestones/M1.md").read_text(encoding="utf-8") == text_of("M1").replace("[ ] one", "[x] one")
    assert outcome.changed
    assert (outcome.path, outcome.line) == ("milestones/M1.md", 9)
    assert outcome.diff == "--- milestones/M1.md\n+++ milestones/M1.md\n@@ -9,1 +9,1 @@\n-- [ ] one\n+- [x] one\n"
    assert outcome.project is workspace.project
    assert outcome.project.milestones[0].boxes.done == 2
    assert outcome.project.milestones[1] is other
    assert workspace.refresh() is None


def test_what_is_so_already_succeeds_and_touches_nothing(tmp_path: Path) -> None:
    workspace = loaded(tmp_path / "p", {"milestones/M1.md": ""})
    path = tmp_path / "p" / "milestones" / "M1.md"
    os.utime(path, ns=(1, 1))
    outcome = applied(workspace, tick("milestones/M1.md", "three"))
    assert (outcome.changed, outcome.diff, path.stat().st_mtime_ns) == (False, "", 1)


def test_an_edit_needs_no_loaded_workspace(tmp_path: Path) -> None:
    workspace = Workspace(folder(tmp_path, {"milestones/M1.md": "", "milestones/M2.md": ""}))
    assert ids(applied(workspace, tick("milestones/M1.md", "one")).project) == ["M1"]
    assert ids(workspace.load()) == ["M1", "M2"]


@pytest.mark.parametrize("path", ["../outside.md", "/etc/hosts", "milestones/../../outside.md", "milestones/link.md", ""])
def test_no_edit_leaves_the_root(tmp_path: Path, path: str) -> None:
    folder(tmp_path, {"outside.md": ""})
    root = folder(tmp_path / "p", {"milestones/M1.md": ""})
    (root / "milestones" / "link.md").symlink_to(tmp_path / "outside.md")
    outcome = Workspace(root).apply(tick(path, "one"))
    assert "not a file of this project" in getattr(outcome, "text", "")
    assert (tmp_path / "outside.md").read_text(encoding="utf-8") == text_of("outside")


def test_an_edit_during_a_scan_is_not_lost_from_the_project(tmp_path: Path) -> None:
    """The scan has read the file before the edit was written, and ends after it."""
    workspace = Workspace(folder(tmp_path, {f"milestones/M{number}.md": "" for number in range(40)}))
    edits: list[Project] = []

    def edit_meanwhile(_: Project) -> None:
        edits.append(applied(workspace, field("milestones/M1.md", "status", "blocked")).project)

    workspace.load()
    workspace.load(edit_meanwhile)
    status = next(milestone.status for milestone in workspace.project.milestones if milestone.id == "M1")
    assert edits
    assert status is not None
    assert status.value == "blocked"


def test_a_look_at_many_files_is_cheap(tmp_path: Path) -> None:
    (tmp_path / "milestones").mkdir()
    for number in range(2_000):
        (tmp_path / "milestones" / f"M{number}.md").write_bytes(b"# M\n- [ ] a\n")
    workspace = Workspace(tmp_path)
    workspace.load()
    began = time.process_time()
    workspace.stamps()
    took = time.process_time() - began
    assert took < 0.2, "2,000 files must take a small part of the second between two looks"


def test_a_binary_where_milestones_lie_is_a_row_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "milestones").mkdir()
    (tmp_path / "milestones" / "M1.md").write_bytes(b"\x7fELF\0\0\x01\x02 noise \0\xff\xfe")
    (tmp_path / "milestones" / "M2.md").write_text("# M2: Two\n\n**Status**: active\n", encoding="utf-8")
    project = Workspace(tmp_path).load()
    assert [each.id for each in project.milestones] == ["M2"]
    assert [(each.path, "NUL" in each.text, bool(each.advice)) for each in project.problems] == [("milestones/M1.md", True, True)]
    assert not project.skipped
