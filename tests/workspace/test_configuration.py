"""What a configuration file says, and what is wrong with it, line by line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milestone_tui.reading.reader import read
from milestone_tui.reading.teaching import lexicon_of
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN
from milestone_tui.workspace.configuration import NOTHING, Configuration, configuration_of, together
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.dialect import CONFIGURATION
from tests.workspace.folders import folder

NAME = ".milestone-tui.yaml"


def said(text: str, *, of_a_project: bool = True) -> Configuration:
    return configuration_of(text.encode(), NAME, of_a_project=of_a_project)


def test_every_key_is_understood() -> None:
    found = said(
        "paths: plan/\nexclude: [plan/old, './x']\nfolders: [Quests/]\nviews:\n  late work: 'status:open late'\n"
        "theme: milestone-light\nascii: yes\n"
    )
    assert found.problems == ()
    assert (found.paths, found.exclude, found.folders) == (("plan",), ("plan/old", "x"), ("quests",))
    assert found.views == {"late work": ("status:open late", 5, NAME)}
    assert (found.theme, found.ascii) == (("milestone-light", 6, NAME), True)


def test_keys_are_a_person_s_own_to_say() -> None:
    own = said("keys: {milestone.tick: 'space,x'}\n", of_a_project=False)
    assert own.keys == {"milestone.tick": ("space,x", 1, NAME)}
    assert own.problems == ()
    cloned = said("theme: a\nkeys: {app.editor: space}\n")
    assert cloned.keys == {}
    assert [(problem.line, problem.text) for problem in cloned.problems] == [(2, "`keys` is a person's own to say")]


@pytest.mark.parametrize(
    ("text", "line", "words", "advice"),
    [
        ("paths: ]\n", 1, "not YAML", "configuration.md"),
        ("- a\n", 1, "key: value", "configuration.md"),
        ("\nexlude: [a]\n", 2, "`exlude` is not known", "`exclude`"),
        ("? [a]\n: b\n", 1, "a key of the file must be a word", ""),
        ("theme: a\nascii: true\ntheme: b\n", 3, "there already, in line 1", "join"),
        ("paths:\n- a\n- ../b\n", 3, "leads out of the project", "below"),
        ("exclude: C:/x\n", 1, "leads out of the project", "below"),
        ("paths: {a: b}\n", 1, "paths takes a list of texts", ""),
        ("folders:\n- quests\n- a/b\n", 3, "not the name of a folder", "paths"),
        ("folders: [.git]\n", 1, "not the name of a folder", ""),
        ("ids:\n- ok-\\d+\n- (a+)+\n", 3, "not repeated", "QST"),
        ("ids: ['[a']\n", 1, "not understood", "QST"),
        ("ids: ['\\w+\\w+\\w+\\w+']\n", 1, "too many", "QST"),
        ("ids: ['a*']\n", 1, "where nothing stands", "QST"),
        ("words:\n  statuss: {active: a}\n", 2, "`statuss` is not known", "`status`"),
        ("words:\n  status:\n    activ: [cooking]\n", 3, "`activ` is not known", "`active`"),
        ("words:\n  fields:\n    ownr: [chef]\n", 3, "`ownr` is not known", "`owner`"),
        ("words:\n  status:\n    active:\n    - cooking\n    - done\n", 5, "`done` means completed already", "another"),
        ("words:\n  status:\n    active: In-Progress-ish\n    planned: in progress\n", 4, "means active already", "another"),
        ("words: {fields: {owner: [due]}}\n", 1, "`due` means target already", "another"),
        ("words:\n  status:\n    active: [a b]\n    planned: [a-b]\n", 4, "there already, in line 3", "once"),
        ("words: {status: {active: ['✅']}}\n", 1, "means completed already", "another"),
        ("words: {status: {active: ['🍳🍳']}}\n", 1, "single symbol", ""),
        ("words: {status: {active: ['TBD']}}\n", 1, "nothing is said", ""),
        ("words: {status: {active: ['a [b]']}}\n", 1, "never part of a word", ""),
        ("words: {fields: {owner: ['1st']}}\n", 1, "begin with a letter", ""),
        ("words: [a]\n", 1, "words must hold", ""),
        ("markers:\n  x: open\n", 2, "Markdown's own", "leave"),
        ("markers:\n  k: cooking\n", 2, "`cooking` is no state", "open"),
        ("markers:\n  'a b': done\n", 2, "cannot stand in a box", "one sign"),
        ("views:\n  late:\n  - a\n", 3, "views: `late` takes a text", ""),
        ("keys: {tick: j}\n", 1, "`keys` is a person's own to say", "config.yaml"),
        ("ascii: perhaps\n", 1, "true or false", ""),
        ("a: &x [1]\nb: *x\n", 1, "an anchor", "itself"),
        ("theme: !!python/object:os.system x\n", 1, "the tag", "itself"),
        ("paths: " + "[" * 1000, 1, "too deep", ""),
        ("# " + "x" * 1_000_000, 0, "too large", "64 KiB"),
        ("\0", 0, "not YAML", ""),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else None,
)
def test_what_is_wrong_is_told_with_its_line_and_advice(text: str, line: int, words: str, advice: str) -> None:
    (problem,) = said(text).problems
    assert (problem.path, problem.line) == (NAME, line)
    assert words in problem.text
    assert advice in problem.advice


def test_one_mistake_leaves_the_rest_of_the_file_in_force() -> None:
    found = said(CONFIGURATION.replace("[chef]", "[chef, due]") + "nonsense: 1\ntheme: x\n")
    assert [problem.line for problem in found.problems] == [12, 20]
    assert found.taught.fields == {"chef": "owner", "serving day": "target", "needs from": "upstream"}
    assert found.theme is not None


def test_words_of_the_same_meaning_may_be_named_again() -> None:
    found = said("words: {status: {done: [shipped], active: [in progress]}, fields: {dependencies: [needs]}}\n")
    assert found.problems == ()
    assert found.taught.statuses == {"shipped": "completed", "in progress": "active"}
    assert found.taught.fields == {"needs": "upstream"}


def test_where_files_lie_is_not_for_the_users_own_file_to_say() -> None:
    found = said("paths: [a]\nfolders: [b]\ntheme: c\n", of_a_project=False)
    assert [problem.line for problem in found.problems] == [1, 2]
    assert (found.paths, found.folders) == ((), ())
    assert found.theme is not None


def test_the_projects_words_win_over_the_users_and_come_first() -> None:
    user = said("words: {status: {active: [cooking, stirring]}}\nmarkers: {k: active}\nviews: {a: x, b: y}\nascii: true\n")
    project = said("words: {status: {review: [cooking], active: [frying]}}\nmarkers: {k: done}\nviews: {a: z}\n")
    both = together(user, project)
    assert both.taught.statuses == {"cooking": "review", "frying": "active", "stirring": "active"}
    assert both.lexicon.written["status"]["active"] == ("frying", "stirring")
    assert both.lexicon.markers["k"] == "done"
    assert {name: view.text for name, view in both.views.items()} == {"a": "z", "b": "y"}
    assert both.ascii is True


def test_the_users_file_is_read_and_named_by_its_own_path(tmp_path: Path) -> None:
    root = folder(tmp_path / "p", {"milestones/M1.md": "Status: cooking\n"})
    user = tmp_path / "config.yaml"
    user.write_text("words: {status: {active: [cooking]}}\npaths: [x]\n")
    workspace = Workspace(root, user_file=user)
    project = workspace.load()
    assert [each.status and each.status.value for each in project.milestones] == ["active"]
    assert [(problem.path, problem.line) for problem in project.problems] == [(str(user), 2)]


def test_without_a_file_nothing_is_said_and_our_own_words_hold(tmp_path: Path) -> None:
    workspace = Workspace(folder(tmp_path, {"milestones/M1.md": ""}), user_file=tmp_path / "nowhere")
    workspace.load()
    assert workspace.configuration is NOTHING
    assert workspace.lexicon is BUILT_IN


def test_without_a_file_no_module_for_it_is_loaded(tmp_path: Path) -> None:
    root = folder(tmp_path, {"milestones/M1.md": ""})
    program = f"import sys; from milestone_tui.cli.main import main; main(['status', {str(root)!r}]); print(sorted(sys.modules))"
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert "milestone_tui.workspace.configured" in done.stdout
    for module in ("workspace.configuration", "workspace.asked", "workspace.globs", "reading.teaching"):
        assert f"milestone_tui.{module}'" not in done.stdout


def test_a_file_that_comes_later_is_noticed(tmp_path: Path) -> None:
    user = tmp_path / "config.yaml"
    workspace = Workspace(folder(tmp_path / "p", {"milestones/M1.md": "Status: cooking\n"}), user_file=user)
    workspace.load()
    before = workspace.stamps()
    user.write_text("words: {status: {active: [cooking]}}\n")
    assert workspace.stamps() != before
    assert workspace.refresh() is not None


@pytest.mark.parametrize("kind", ["pipe", "folder", "dangling", "outside"])
def test_what_is_no_plain_file_of_the_project_is_a_problem_and_no_wait(tmp_path: Path, kind: str) -> None:
    root = folder(tmp_path / "p", {"milestones/M1.md": ""})
    (tmp_path / "elsewhere").write_text("theme: x\n")
    if kind == "pipe":
        os.mkfifo(root / NAME)
    elif kind == "folder":
        (root / NAME).mkdir()
    else:
        (root / NAME).symlink_to(root / "gone" if kind == "dangling" else tmp_path / "elsewhere")
    workspace = Workspace(root)
    project = workspace.load()
    assert [problem.path for problem in project.problems] == [NAME]
    assert [each.id for each in project.milestones] == ["M1"]
    assert workspace.configuration.theme is None


def test_a_folder_around_in_which_everybody_may_write_has_no_say(tmp_path: Path) -> None:
    root = folder(tmp_path, {NAME: "theme: x\n", "p/milestones/M1.md": ""}) / "p"
    assert Workspace(root).configuration.theme is not None
    tmp_path.chmod(0o777)
    assert Workspace(root).configuration.theme is None


def test_the_paths_of_a_project_do_not_hold_for_a_folder_within_it(tmp_path: Path) -> None:
    settings_ = "paths: [plan]\nwords: {status: {active: [cooking]}}\n"
    root = folder(tmp_path, {NAME: settings_, "plan/a.md": "Status: cooking\n", "other/milestones/b.md": "Status: cooking\n"})
    assert [each.path for each in Workspace(root).load().milestones] == ["plan/a.md"]
    (milestone,) = Workspace(root / "other").load().milestones
    assert (milestone.path, milestone.status and milestone.status.value) == ("milestones/b.md", "active")


def test_a_taught_folder_is_searched_even_where_its_name_is_one_that_is_passed_over(tmp_path: Path) -> None:
    names = ["build/a.md", ".quests/b.md", "src/c.md"]
    root = folder(tmp_path, {NAME: "folders: [build, .quests]\n"} | dict.fromkeys(names, ""))
    assert [each.path for each in Workspace(root).load().milestones] == ["build/a.md", ".quests/b.md"]


def test_a_file_named_by_an_id_of_the_teams_own_is_found_anywhere(tmp_path: Path) -> None:
    root = folder(tmp_path, {NAME: "ids: ['soup']\n", "notes/soup-cold.md": "- [ ] x\n", "notes/other.md": "- [ ] x\n"})
    (milestone,) = Workspace(root).load().milestones
    assert milestone.id == "soup"


_KEYS = "paths|ids|words|status|levels|fields|markers|views|keys|theme|ascii|folders|active|high|owner|done|cooking"
_SIGNS = r""":|: |- |[|]|{|}|,|'|"|*|&a|!|?|#|~|x|(|)|\d+|🍳|é|../|**/|[z-a]|%|@"""
_PIECES = st.sampled_from([*_KEYS.split("|"), *_SIGNS.split("|"), "|", "\n", "\n  ", "\n    ", "\t", "\x00", "\ufeff"])


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.lists(_PIECES, max_size=40).map("".join).map(str.encode), st.binary(max_size=200)))
def test_no_file_whatever_it_holds_raises(data: bytes) -> None:
    found = configuration_of(data, NAME)
    whole = together(found, found)
    assert all(problem.text and problem.advice and problem.path == NAME for problem in whole.problems)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.text(st.characters(blacklist_categories=["Cs"]), max_size=12), max_size=6),
    st.lists(st.text("(a|b)?*+{1,9}[-]\\dw.^$", max_size=14), max_size=4),
    st.lists(st.text("*?[]!a-z/.", max_size=14), max_size=4),
)
def test_whatever_is_taught_reads_every_file_without_raising(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], ids: list[str], globs: list[str]
) -> None:
    import json

    text = json.dumps({"words": {"status": {"active": words}, "fields": {"owner": words}}, "ids": ids, "exclude": globs})
    root = folder(tmp_path_factory.mktemp("p"), {NAME: text, "milestones/M1.md": f"# {''.join(words)}\n\nStatus: {words}\n"})
    assert len(Workspace(root).load().milestones) <= 1


def test_a_glob_of_many_stars_takes_no_time(tmp_path: Path) -> None:
    pattern = "/".join(["**"] * 5 + ["*a" * 40 + "b"]) + "/" + "**/x/" * 10 + "y"
    names = {f"milestones/{'a' * 200}/{'x/' * 30}{number}.md": "" for number in range(20)}
    root = folder(tmp_path, {NAME: f"exclude: ['{pattern}']\n"} | names)
    begun = time.perf_counter()
    assert len(Workspace(root).load().milestones) == 20
    assert time.perf_counter() - begun < 2


def test_the_documented_dialect_is_in_order() -> None:
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    found = said(page.split("```yaml\n")[1].split("```")[0])
    assert found.problems == ()
    assert read(page.split("```markdown\n")[1].split("```")[0].encode(), "a.md", lexicon_of(found.taught)).milestones[
        0
    ].boxes == (3, 1)


def test_a_file_of_mistakes_is_told_in_part_and_at_once() -> None:
    begun = time.perf_counter()
    found = said("words:\n  fields:\n" + "".join(f"    ownerr{number}: [a{number}]\n" for number in range(2500)))
    assert len(found.problems) == 50
    assert time.perf_counter() - begun < 2
