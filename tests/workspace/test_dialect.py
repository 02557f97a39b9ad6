"""A team's own words are read, shown, ticked and set without code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from milestone_tui.cli.main import main
from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.dialect import CONFIGURATION, SOUP, SOUP_PATH, STOCK_PATH, kitchen
from tests.workspace.folders import applied, folder


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = kitchen(tmp_path / "p")
    opened.load()
    return opened


def text_of(workspace: Workspace, path: str) -> str:
    return (workspace.root / path).read_bytes().decode()


def field(workspace: Workspace, path: str, name: str, value: str) -> str:
    """The text of the file after a field was set."""
    applied(workspace, SetField(path, path, name, value))
    return text_of(workspace, path)


def test_the_dialect_is_read(workspace: Workspace) -> None:
    stock, soup = sorted(workspace.project.milestones, key=lambda each: each.path)
    assert (soup.id, soup.title, stock.id, stock.title) == ("Pot.soup", "The long soup", "Pot.stock", "Stock")
    assert [each.status and each.status.value for each in (soup, stock)] == ["active", "on_hold"]
    assert [each.owner and each.owner.value for each in (soup, stock)] == ["Anna", "Bob"]
    assert soup.priority
    assert soup.priority.value == "high"
    assert [(each.name, str(each.day)) for each in soup.dates] == [("target", "2026-12-01")]
    assert [(each.ref, each.state) for each in soup.dependencies] == [("Pot.stock", None), ("Pot.bread", "completed")]
    assert not workspace.project.problems


def test_boxes_with_taught_markers_count_unless_they_are_dropped(workspace: Workspace) -> None:
    soup = next(each for each in workspace.project.milestones if each.id == "Pot.soup")
    (section,) = workspace.contents(soup.key).checklist
    assert [(item.state, item.counted) for item in section.items] == [
        ("open", True),
        ("active", True),
        ("done", True),
        ("dropped", False),
    ]
    assert soup.boxes == (3, 1) == (section.total, section.done)


def test_show_gives_the_dialect_as_data(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", f"{workspace.root}/{SOUP_PATH}", "--json"]) == 0
    (shown,) = json.loads(capsys.readouterr().out)["milestones"]
    assert (shown["id"], shown["status"]["value"], shown["owner"]) == ("Pot.soup", "active", "Anna")


def test_a_tick_of_a_taught_marker_is_one_byte(workspace: Workspace) -> None:
    applied(workspace, SetBox(SOUP_PATH, True, 0, "boil"))
    assert text_of(workspace, SOUP_PATH) == SOUP.replace("[k]", "[x]")
    applied(workspace, SetBox(SOUP_PATH, False, 0, "wash"))
    assert text_of(workspace, SOUP_PATH) == SOUP.replace("[k]", "[x]").replace("[s]", "[ ]")


def test_what_a_taught_marker_calls_done_is_done_already(workspace: Workspace) -> None:
    outcome = applied(workspace, SetBox(SOUP_PATH, True, 0, "wash"))
    assert (outcome.changed, text_of(workspace, SOUP_PATH)) == (False, SOUP)


def test_a_word_between_the_brackets_is_ticked_with_the_teams_word(tmp_path: Path) -> None:
    root = folder(
        tmp_path, {".milestone-tui.yaml": "markers: {PREP: active, PLATED: done}\n", "milestones/M1.md": "- [PREP] fish\n"}
    )
    applied(Workspace(root), SetBox("milestones/M1.md", True, 0, "fish"))
    assert (root / "milestones/M1.md").read_text() == "- [PLATED] fish\n"


@pytest.mark.parametrize(
    ("path", "said", "line"),
    [
        (SOUP_PATH, "served", "**State**: Served (since May) | **Chef**: Anna | **Serving day**: 2026-12-01"),
        (SOUP_PATH, "completed", "**State**: Served (since May) | **Chef**: Anna | **Serving day**: 2026-12-01"),
        (SOUP_PATH, "on hold", "**State**: Simmering on low (since May) | **Chef**: Anna | **Serving day**: 2026-12-01"),
        (SOUP_PATH, "blocked", "**State**: Blocked (since May) | **Chef**: Anna | **Serving day**: 2026-12-01"),
        (STOCK_PATH, "am köcheln", "status: am köcheln"),
        (STOCK_PATH, "active", "status: cooking"),
    ],
)
def test_a_status_is_set_in_the_teams_words(workspace: Workspace, path: str, said: str, line: str) -> None:
    assert line in field(workspace, path, "status", said).splitlines()


def test_fields_and_levels_are_set_by_the_teams_names(workspace: Workspace) -> None:
    assert "**Chef**: Zed |" in field(workspace, SOUP_PATH, "chef", "Zed")
    assert "**Serving day**: 2027-01-02\n" in field(workspace, SOUP_PATH, "serving day", "2027-01-02")
    assert "**Priority**: mild\n" in field(workspace, SOUP_PATH, "priority", "low")


def test_a_word_that_nobody_taught_is_refused_with_the_teams_words(workspace: Workspace) -> None:
    outcome = workspace.apply(SetField(SOUP_PATH, SOUP_PATH, "status", "burnt"))
    assert isinstance(outcome, Refusal)
    assert "am köcheln" in outcome.advice


def test_files_that_keep_to_our_words_are_answered_in_ours(tmp_path: Path) -> None:
    root = folder(tmp_path, {".milestone-tui.yaml": CONFIGURATION, "quests/a.md": "# A\n\n**Status**: In Progress\n"})
    applied(Workspace(root), SetField("quests/a.md", "quests/a.md", "status", "completed"))
    assert (root / "quests/a.md").read_text() == "# A\n\n**Status**: Complete\n"


def test_one_file_is_read_by_the_configuration_of_the_project_around_it(workspace: Workspace) -> None:
    alone = Workspace(workspace.root / SOUP_PATH)
    assert [each.id for each in alone.load().milestones] == ["Pot.soup"]
    assert alone.configuration.folders == ("quests",)


def test_a_configuration_above_the_repository_does_not_hold(tmp_path: Path) -> None:
    inner = (
        folder(tmp_path, {".milestone-tui.yaml": CONFIGURATION, "repo/.git/HEAD": "x", "repo/milestones/soup.md": SOUP}) / "repo"
    )
    assert [each.status and each.status.value for each in Workspace(inner).load().milestones] == [None]


def test_one_file_of_many_milestones_is_parted_by_the_teams_ids(tmp_path: Path) -> None:
    text = "# The menu\n\n## Pot.soup — Soup\n\nState: cooking\n\n## Pot.bread: Bread (served)\n\n## Pot.soup notes\n"
    root = folder(tmp_path, {".milestone-tui.yaml": CONFIGURATION, "quests/menu.md": text})
    found = Workspace(root).load().milestones
    assert [(each.id, each.title, each.status and each.status.value) for each in found] == [
        ("Pot.bread", "Bread", "completed"),
        ("Pot.soup", "Soup", "active"),
    ]


def test_ranges_of_the_teams_ids_stay_whole(tmp_path: Path) -> None:
    text = "# Q\n\nStatus: active\nDepends on: quest #1 – quest #3, quest #7+\n"
    root = folder(tmp_path, {".milestone-tui.yaml": "ids: ['quest #[0-9]+']\n", "milestones/M1.md": text})
    (milestone,) = Workspace(root).load().milestones
    assert [each.ref for each in milestone.dependencies] == ["quest #1 - quest #3", "quest #7+"]


def test_two_workspaces_with_different_words_do_not_influence_each_other(tmp_path: Path) -> None:
    taught, plain = kitchen(tmp_path / "a"), kitchen(tmp_path / "b", "")
    other = kitchen(tmp_path / "c", CONFIGURATION.replace("active: [cooking", "review: [cooking"))
    for _ in range(2):
        states = [
            {each.path: each.status and each.status.value for each in opened.load().milestones}
            for opened in (taught, plain, other)
        ]
        assert [each.get(SOUP_PATH) for each in states] == ["active", None, "review"]


def test_a_changed_configuration_makes_every_file_read_again(workspace: Workspace) -> None:
    stamps = workspace.stamps()
    (workspace.root / ".milestone-tui.yaml").write_text(CONFIGURATION.replace("active: [cooking", "blocked: [cooking"))
    assert workspace.stamps() != stamps
    project = workspace.refresh()
    assert project is not None
    assert {each.status and each.status.value for each in project.milestones} == {"blocked", "on_hold"}
    (workspace.root / ".milestone-tui.yaml").unlink()
    assert workspace.refresh() is not None
    assert workspace.configuration.folders == ()


def test_a_configuration_that_teaches_nothing_else_reads_no_file_again(workspace: Workspace) -> None:
    before = workspace.project.milestones
    lexicon = workspace.lexicon
    (workspace.root / ".milestone-tui.yaml").write_text(CONFIGURATION + "theme: milestone-light\n")
    workspace.refresh()
    assert workspace.lexicon is lexicon
    assert all(one is other for one, other in zip(before, workspace.project.milestones, strict=True))
    assert workspace.configuration.theme == ("milestone-light", 20, ".milestone-tui.yaml")
