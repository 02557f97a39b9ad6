"""YAML lists of dependencies and blockers whose entries are more than one word."""

from __future__ import annotations

from tests.reading.texts import milestone, refs


def test_an_entry_of_a_yaml_list_may_name_several_or_be_a_mapping() -> None:
    text = (
        '---\ndependencies:\n  - "M1, M2"\n  - {id: M3, type: hard, status: done}\n  - milestone: M4\n  - M5: the engine\n'
        "  - name: Harbour permit\n  - {upstream: [M6]}\n  - {downstream: [M12]}\n  - {id: M13, type: blocks}\n---\n# M9\n"
    )
    found = milestone(text).dependencies
    assert [(each.ref, each.kind, each.state, each.line) for each in found] == [
        ("M1", "upstream", None, 3),
        ("M2", "upstream", None, 3),
        ("M3", "upstream", "completed", 4),
        ("M4", "upstream", None, 5),
        ("M5", "upstream", None, 6),
        ("Harbour permit", "external", None, 7),
        ("M6", "upstream", None, 8),
        ("M12", "downstream", None, 9),
    ]


def test_a_mapping_of_lists_gives_each_its_kind() -> None:
    text = "---\ndependencies:\n  upstream: [M1]\n  downstream: [M12]\n  blocked_by: M2\n---\n# M9\n"
    assert (refs(text), refs(text, "downstream")) == (["M1", "M2"], ["M12"])


def test_blockers_of_yaml_mappings_are_told_in_their_words() -> None:
    text = "---\nblockers:\n  - {id: B1, description: No crane, status: resolved}\n  - {title: Ice}\n---\n# M9\n"
    assert [(each.text, each.resolved) for each in milestone(text).blockers] == [("No crane (resolved)", True), ("Ice", False)]
