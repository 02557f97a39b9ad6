"""Which files are found."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from milestone_tui.workspace.configuration import Configuration, read_configuration
from milestone_tui.workspace.configured import CONFIGURATION
from milestone_tui.workspace.discovery import discover
from milestone_tui.workspace.found import Discovery
from tests.workspace.folders import folder


def found(discovery: Discovery) -> list[str]:
    return [file.relative for file in discovery.files]


def asked(root: Path) -> Configuration:
    return read_configuration(str(root), f"{root}/{CONFIGURATION}", "")


def test_folders_named_for_milestones_decide_wherever_they_lie(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {
            "README.md": "",
            "docs/guide.md": "",
            "docs/milestones/M1.md": "",
            "02_MILESTONES/a.md": "",
            ".planning/phases/01/PLAN.md": "",
            "work/epics/e1/spec.md": "",
            "src/app.py": "",
            "docs/milestones/picture.png": "",
        },
    )
    discovery = discover(tmp_path)
    assert found(discovery) == [
        ".planning/phases/01/PLAN.md",
        "02_MILESTONES/a.md",
        "docs/milestones/M1.md",
        "work/epics/e1/spec.md",
    ]
    assert [each.path for each in discovery.candidates] == ["README.md", "docs/guide.md"]
    assert all("outside" in each.reason for each in discovery.candidates)


@pytest.mark.parametrize(
    "name", ["MILESTONES.md", "ROADMAP.md", "docs/project-roadmap.md", "Alpha Release/Milestone 1.md", "x/M01_plan.md"]
)
def test_files_named_for_milestones_are_found_anywhere(tmp_path: Path, name: str) -> None:
    folder(tmp_path, {name: "", "src/notes/other.md": ""})
    assert found(discover(tmp_path)) == [name]


@pytest.mark.parametrize("name", ["templates.md", "Mitigation.md", "milestonesque.md", "broadmap.md", "M.md"])
def test_names_that_only_look_like_it_do_not_decide(tmp_path: Path, name: str) -> None:
    folder(tmp_path, {f"a/{name}": "", "milestones/real.md": ""})
    assert found(discover(tmp_path)) == ["milestones/real.md"]


def test_without_any_such_name_the_files_of_the_folder_itself_are_read_and_those_below_looked_into(tmp_path: Path) -> None:
    folder(tmp_path, {"alpha.md": "", "beta.markdown": "", "deep/gamma.md": ""})
    discovery = discover(tmp_path)
    assert [(file.relative, file.sure) for file in discovery.files] == [
        ("alpha.md", True),
        ("beta.markdown", True),
        ("deep/gamma.md", False),
    ]


def test_vendored_build_and_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    passed = ["node_modules", ".git", ".venv", "vendor", "build", "dist", "target", "__pycache__", ".cache", "lib/site-packages"]
    folder(
        tmp_path,
        {f"{name}/milestones/M1.md": "" for name in passed}
        | {"milestones/M2.md": "", "env/pyvenv.cfg": "x", "env/milestones/M3.md": ""},
    )
    assert found(discover(tmp_path)) == ["milestones/M2.md"]


def test_a_hidden_folder_is_searched_where_something_in_it_is_named_for_milestones(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {".plan/current-milestone.md": "", ".work/milestones/M1.md": "", ".notes/diary.md": "", ".notes/deep/ROADMAP.md": ""},
    )
    assert found(discover(tmp_path)) == [".plan/current-milestone.md", ".work/milestones/M1.md"]


def test_a_folder_of_milestones_may_be_the_target(tmp_path: Path) -> None:
    folder(tmp_path, {"docs/milestones/M1.md": "", "docs/milestones/done/M0.md": "", "README.md": ""})
    assert found(discover(tmp_path / "docs" / "milestones")) == ["M1.md", "done/M0.md"]


def test_one_file_may_be_the_target_whatever_its_name(tmp_path: Path) -> None:
    folder(tmp_path, {"notes.txt": "", "M1.md": ""})
    discovery = discover(tmp_path / "notes.txt")
    assert (discovery.root, found(discovery), discovery.files[0].asked_for) == (tmp_path.resolve(), ["notes.txt"], True)


def test_a_target_that_is_not_there_is_a_problem_with_advice(tmp_path: Path) -> None:
    discovery = discover(tmp_path / "nowhere")
    assert not discovery.files
    assert [(problem.path, bool(problem.advice)) for problem in discovery.problems] == [("nowhere", True)]


def test_links_are_followed_only_within_the_root_and_no_file_comes_twice(tmp_path: Path) -> None:
    root = folder(tmp_path / "project", {"milestones/M1.md": "", "notes/M-plan.txt.md": ""})
    folder(tmp_path, {"outside/secret.md": ""})
    links = {
        "again.md": root / "milestones" / "M1.md",
        "notes.md": root / "notes" / "M-plan.txt.md",
        "leaves.md": tmp_path / "outside" / "secret.md",
        "nowhere.md": root / "gone.md",
    }
    for name, target in links.items():
        (root / "milestones" / name).symlink_to(target)
    (root / "elsewhere.md").symlink_to(links["leaves.md"])
    (root / "milestones" / "loop").symlink_to(root)
    discovery = discover(root)
    assert found(discovery) == ["milestones/M1.md"] or found(discovery) == ["milestones/M1.md", "milestones/notes.md"]
    assert [(each.path, "leads out" in each.reason) for each in discovery.skipped] == [("elsewhere.md", True)]
    assert sorted(problem.path for problem in discovery.problems) == ["milestones/leaves.md", "milestones/nowhere.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_a_problem_row(tmp_path: Path) -> None:
    folder(tmp_path, {"milestones/M1.md": ""})
    os.mkfifo(tmp_path / "milestones" / "pipe.md")
    discovery = discover(tmp_path)
    assert found(discovery) == ["milestones/M1.md"]
    assert [problem.path for problem in discovery.problems] == ["milestones/pipe.md"]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


@pytest.mark.parametrize(
    "pattern", ["milestones/private/", "private", "**/pri*", "/milestones/private/*.md", "milestones/**/M9.md"]
)
def test_what_git_ignores_is_passed_over_and_listed(repository: Path, pattern: str) -> None:
    folder(repository, {".gitignore": f"*.pyc\n{pattern}\n", "milestones/M1.md": "", "milestones/private/M9.md": ""})
    discovery = discover(repository)
    assert found(discovery) == ["milestones/M1.md"]
    assert [(each.path, each.reason) for each in discovery.skipped] == [("milestones/private/M9.md", "ignored by git")]


def test_ignore_files_of_folders_above_and_below_count(repository: Path) -> None:
    folder(repository, {".gitignore": "milestones/a.md\n", "sub/milestones/.gitignore": "b.md\n!c.md\n"})
    folder(repository, {f"sub/milestones/{name}.md": "" for name in "abc"})
    assert found(discover(repository / "sub")) == ["milestones/a.md", "milestones/c.md"]


def test_git_is_not_even_started_where_no_pattern_can_matter(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(repository, {".gitignore": "*.pyc\nnode_modules/\n/dist/*\n# private\n", "milestones/M1.md": "", "build.md": ""})
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("git was started"))
    assert found(discover(repository)) == ["milestones/M1.md"]


def test_the_configuration_decides_where_there_is_one(tmp_path: Path) -> None:
    settings = (
        "paths:\n  - plan\n  - docs/*/goals.md\n  - PLAN.txt\n  - .hidden/**/x.md\nexclude: ['plan/old/**', '**/tmp-?.md']\n"
    )
    names = [
        "plan/a.md",
        "plan/old/b.md",
        "plan/sub/tmp-1.md",
        "docs/x/goals.md",
        "docs/x/other.md",
        "PLAN.txt",
        ".hidden/y/z/x.md",
        "milestones/M1.md",
    ]
    folder(tmp_path, {".milestone-tui.yaml": settings} | dict.fromkeys(names, ""))
    discovery = discover(tmp_path, asked(tmp_path))
    assert found(discovery) == [".hidden/y/z/x.md", "PLAN.txt", "docs/x/goals.md", "plan/a.md"]
    assert [file.relative for file in discovery.files if file.asked_for] == ["PLAN.txt"]
    assert [each.path for each in discovery.skipped] == ["plan/old/b.md", "plan/sub/tmp-1.md"]


def test_a_configuration_may_only_exclude(tmp_path: Path) -> None:
    folder(tmp_path, {".milestone-tui.yaml": "exclude: milestones/old\n", "milestones/M1.md": "", "milestones/old/M0.md": ""})
    assert found(discover(tmp_path, asked(tmp_path))) == ["milestones/M1.md"]


@pytest.mark.parametrize(
    ("settings", "line", "word"),
    [
        ("paths: ]\n", 1, "YAML"),
        ("- a\n", 1, "key: value"),
        ("paths:\n- ../other\n- plan\n", 2, "out of the project"),
        ("paths: /etc\n", 1, "out of the project"),
        ("paths: gone\n", 0, "no `gone`"),
        pytest.param("paths: " + "[" * 30_000, 1, "too deep", id="deep"),
    ],
)
def test_what_is_wrong_with_a_configuration_is_said_with_its_line(tmp_path: Path, settings: str, line: int, word: str) -> None:
    folder(tmp_path, {".milestone-tui.yaml": settings, "plan/a.md": ""})
    (problem,) = discover(tmp_path, asked(tmp_path)).problems
    assert (problem.path, problem.line) == (".milestone-tui.yaml", line)
    assert word in problem.text
    assert problem.advice
