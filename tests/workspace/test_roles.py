"""Role files attached to their milestone."""

from __future__ import annotations

from milestone_tui.model.milestone import Milestone
from milestone_tui.workspace.roles import attach
from tests.factories import milestone

Attached = dict[str, list[tuple[str, str]]]


def of_path(path: str, id: str = "", key: str = "") -> Milestone:
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return milestone(id or stem, key=key or path, path=path, boxes=(1, 2))


def attached(*milestones: Milestone) -> Attached:
    return {each.key: [(one.role, one.path) for one in each.attached] for each in attach(milestones, {})}


def test_a_suffix_that_names_a_role_attaches_a_file_to_the_one_it_is_named_after() -> None:
    base = of_path("e/m-E23-03-delete.md", "m-E23-03")
    roles = [of_path(f"e/m-E23-03-delete-{role}.md", "m-E23-03") for role in ("tracking", "log", "plan")]
    assert attached(base, *roles) == {base.key: [("tracking", roles[0].path), ("log", roles[1].path), ("plan", roles[2].path)]}


def test_a_tracking_sheet_in_another_folder_finds_its_milestone_by_id() -> None:
    base, sheet = of_path("done/M-07.06-edge.md", "M-07.06"), of_path("tracking/M-07.06-tracking.md", "M-07.06")
    assert attached(base, sheet) == {base.key: [("tracking", sheet.path)]}


def test_a_role_file_without_a_milestone_stays_in_the_list() -> None:
    alone = of_path("tracking/M-07.06-tracking.md", "M-07.06")
    assert attached(alone) == {alone.key: []}


def test_a_word_like_a_role_without_an_id_before_it_means_nothing() -> None:
    files = [of_path("a/harlequin.md"), of_path("a/harlequin-plan.md"), of_path("a/plan.md")]
    assert len(attached(*files)) == 3


def test_a_folder_named_by_an_id_is_one_milestone() -> None:
    names = ["status", "plan", "acceptance", "issues", "decisions"]
    files = [of_path(f"milestones/m1-foundation/{name}.md", "M1") for name in names]
    assert attached(*files) == {files[0].key: [(name, file.path) for name, file in zip(names[1:], files[1:], strict=True)]}


def test_a_roadmap_is_the_milestone_of_its_folder_and_slices_belong_to_it() -> None:
    files = [of_path(f"g/M001/{name}.md", "M001") for name in ("M001-CONTEXT", "M001-ROADMAP", "M001-SUMMARY", "M001-VALIDATION")]
    piece = of_path("g/M001/slices/S02/S02-PLAN.md", "S02")
    found = attached(*files, piece)
    assert list(found) == [files[1].key]
    assert [role for role, _ in found[files[1].key]] == ["context", "summary", "validation", "slice s02 plan"]


def test_a_meta_file_is_the_milestone_of_its_folder() -> None:
    files = [
        of_path("02_REQUIREMENTS/M01_Name/M01_milestone_meta.md", "M01"),
        of_path("02_REQUIREMENTS/M01_Name/notes.md", "notes"),
    ]
    assert attached(*files) == {files[0].key: [("notes", files[1].path)]}


def test_an_epics_folder_does_not_swallow_the_milestones_in_it() -> None:
    spec = of_path("epics/E-23-validation/spec.md", "E-23")
    inner = of_path("epics/E-23-validation/m-E23-03-delete.md", "m-E23-03")
    sheet = of_path("epics/E-23-validation/m-E23-03-delete-tracking.md", "m-E23-03")
    assert attached(spec, inner, sheet) == {spec.key: [], inner.key: [("tracking", sheet.path)]}


def test_role_files_of_one_base_are_one_milestone_even_without_the_base() -> None:
    files = [of_path(f"v/v1.0-{name}.md", "v1.0") for name in ("AUDIT", "REQUIREMENTS", "ROADMAP")]
    assert attached(*files) == {files[2].key: [("audit", files[0].path), ("requirements", files[1].path)]}


def test_a_file_of_its_own_wins_over_an_entry_in_a_list() -> None:
    own = of_path("m/M2.md", "M2")
    listed, other = of_path("PLAN.md", "M2", "PLAN.md#M2"), of_path("PLAN.md", "M3", "PLAN.md#M3")
    assert attached(own, listed, other) == {own.key: [("list", "PLAN.md")], other.key: []}


def test_boxes_of_role_files_are_counted_apart() -> None:
    base, sheet = of_path("e/M1.md", "M1"), of_path("e/M1-log.md", "M1")
    (found,) = attach([base, sheet], {})
    assert found.boxes == base.boxes
    assert found.attached[0].boxes == sheet.boxes


def test_what_was_attached_before_gives_the_same_object() -> None:
    base, sheet = of_path("e/M1.md", "M1"), of_path("e/M1-log.md", "M1")
    known: dict[str, Milestone] = {}
    (first,) = attach([base, sheet], known)
    (second,) = attach([base, sheet], known)
    assert first is second
