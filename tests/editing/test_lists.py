"""A list holds other values: those that stay are not written anew, and every place that repeats it follows."""

from __future__ import annotations

import pytest

from milestone_tui.editing.listed import listed_values
from milestone_tui.model.edit import SetList
from milestone_tui.reading.reader import read
from tests.editing.plans import PATH, made, outcome, refused


def set_to(text: str, *values: str, name: str = "dependencies") -> str:
    return made(text, SetList(PATH, PATH, name, values))


MATTER = "---\nid: M1\n{}\n---\n# M1\n"


@pytest.mark.parametrize(
    ("old", "values", "new"),
    [
        ("dependencies: [M0, M2] # both", ("M0", "M3"), "dependencies: [M0, M3] # both"),
        ("dependencies: [\"M0\", 'M2']", ("M0", "M2", "M3"), 'dependencies: ["M0", \'M2\', "M3"]'),
        ("dependencies: [M0,M2,M3]", ("M0", "M3"), "dependencies: [M0,M3]"),
        ("dependencies: [M0]", (), "dependencies: []"),
        ("dependencies: []", ("M0",), "dependencies: [M0]"),
        ("dependencies:", ("M0", "M2"), "dependencies: [M0, M2]"),
        ("depends_on: M0, M2", ("M0", "M3"), "depends_on: M0, M3"),
        ("dependencies:\n  - M0 # keel\n  - M2", ("M0", "M3"), "dependencies:\n  - M0 # keel\n  - M3"),
        ("dependencies:\n- M0\n- M2\n- M3", ("M0", "M3"), "dependencies:\n- M0\n- M3"),
        ("dependencies:\n  - M0", ("M0", "M2"), "dependencies:\n  - M0\n  - M2"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_each_notation_of_yaml(old: str, values: tuple[str, ...], new: str, ending: str) -> None:
    before, after = (MATTER.format(each).replace("\n", ending) for each in (old, new))
    assert set_to(before, *values) == after


@pytest.mark.parametrize(
    ("old", "values", "new"),
    [
        ("M0, M2", ("M0", "M3"), "M0, M3"),
        ("✅ M0 (the keel, done), M2", ("M0",), "✅ M0 (the keel, done)"),
        ("M0 + M2", ("M0", "M2", "M3"), "M0 + M2 + M3"),
        ("None", ("M3",), "M3"),
        ("M0", (), "None"),
    ],
)
def test_a_key_line(old: str, values: tuple[str, ...], new: str) -> None:
    assert set_to(f"# M1\n\n**Dependencies**: {old}\n", *values) == f"# M1\n\n**Dependencies**: {new}\n"


def test_a_list_under_its_heading_loses_and_gains_items() -> None:
    text = "# M1\n\n## Upstream Dependencies\n\n- M0: keel\n- M2: mast\n\n## Notes\n"
    assert set_to(text, "M0", "M3") == text.replace("- M2: mast", "- M3")


def test_every_place_that_agreed_follows_and_one_that_differs_only_loses_what_is_gone() -> None:
    text = "---\ndependencies: [M0, M2]\n---\n# M1\n\n**Dependencies**: M2, M0\n\n## Dependencies\n\n- M0: keel\n"
    assert set_to(text, "M2", "M3") == "---\ndependencies: [M2, M3]\n---\n# M1\n\n**Dependencies**: M2, M3\n\n## Dependencies\n\n"


def test_a_list_that_the_file_lacks_is_added() -> None:
    assert set_to("---\nid: M1\nstatus: planned\n---\n# M1\n", "M0", "M2") == (
        "---\nid: M1\nstatus: planned\ndependencies: [M0, M2]\n---\n# M1\n"
    )
    assert "**Dependencies**: M0, M2\n" in set_to("# M1\n\n**Status**: Active\n", "M0", "M2")
    assert 'labels: ["a, b", c]\n' in set_to("---\nid: M1\n---\n# M1\n", "a, b", "c", name="labels")


def test_the_values_are_the_names_without_what_is_said_about_them() -> None:
    reading = read("# M1\n\n**Dependencies**: ✅ M0 (keel), M2 - mast\n".encode(), PATH)
    assert listed_values("upstream", PATH, reading) == ("M0", "M2")


def test_values_that_are_no_longer_there_and_values_that_cannot_be_written_are_refused() -> None:
    text = "# M1\n\n**Dependencies**: M0\n"
    assert refused(outcome(text, SetList(PATH, PATH, "dependencies", ("M2",), expect=("M9",)))).candidates == ("M0",)
    refused(outcome(text, SetList(PATH, PATH, "dependencies", ("M2\nM3",))))


@pytest.mark.parametrize(
    ("old", "values", "new"),
    [
        ("M4, the big launch, M5", ("M4",), "M4, the big launch"),
        ("M4 + M5 (soon), M6", ("M4", "M6"), "M4, M6"),
        ("M4, M5 and M6", ("M5", "M6"), "M5 and M6"),
    ],
)
def test_words_that_name_nothing_stay_where_they_are(old: str, values: tuple[str, ...], new: str) -> None:
    assert set_to(f"# M1\n\n**Blocks**: {old}\n", *values, name="blocks") == f"# M1\n\n**Blocks**: {new}\n"


def test_slots_of_a_template_give_way() -> None:
    assert set_to('---\ndependencies: ["{DEPENDENCY_1}", "{DEPENDENCY_2}"]\n---\n# M1\n', "M0") == (
        '---\ndependencies: ["M0"]\n---\n# M1\n'
    )
    assert set_to("# M1\n\n**Dependencies**: {Upstream milestone IDs}\n", "M0", "M2") == "# M1\n\n**Dependencies**: M0, M2\n"


def test_a_list_of_more_than_words_is_refused() -> None:
    text = "---\nid: M1\nlabels: [a, {b: c}, d]\n---\n# M1\n"
    refused(outcome(text, SetList(PATH, PATH, "labels", ("a",))))


def test_an_entry_that_names_several_is_not_edited_in_place() -> None:
    text = '---\nid: M9\ndepends_on: [M1, "M2, M3"]\n---\n# M9\n'
    refused(outcome(text, SetList(PATH, PATH, "depends_on", ("M1", "M2"))))
