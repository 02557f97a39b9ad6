"""Where one name of a line ends and the next begins, and what settles a blocker."""

from __future__ import annotations

import pytest

from milestone_tui.reading.dependencies import split_names
from tests.reading.texts import milestone


def test_alternatives_keep_their_words_as_the_note() -> None:
    found = milestone("# M9\n\n**Dependencies**: M1 or M2, M3/M4\n").dependencies
    assert [(each.ref, each.note) for each in found] == [
        ("M1", "M1 or M2"),
        ("M2", "M1 or M2"),
        ("M3", "M3/M4"),
        ("M4", "M3/M4"),
    ]


@pytest.mark.parametrize("line", ["docs/M1.md", "CI/CD", "M1 or a crane", "S3/R2 bucket", "M1 → M2"])
def test_paths_and_strokes_between_other_words_and_arrows_are_no_alternatives(line: str) -> None:
    assert len(milestone(f"# M9\n\n**Dependencies**: {line}\n").dependencies) == 1


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("M-03.00, M-03.01, M-03.02", ["M-03.00", "M-03.01", "M-03.02"]),
        ("M-03.00, M-03.01 (integrates all)", ["M-03.00", "M-03.01"]),
        ("M1 and M2", ["M1", "M2"]),
        ("M2 - the engine, the API and the tests", ["M2"]),
        ("M2 - the engine, v2 interface, 3 reviews", ["M2"]),
    ],
)
def test_an_entry_that_is_all_names_gives_each_of_them(entry: str, names: list[str]) -> None:
    text = f"# M9\n\n## Dependencies\n\n- {entry}\n"
    assert [each.ref for each in milestone(text).dependencies] == names


def test_brackets_keep_their_commas_together() -> None:
    assert split_names("M1 (a, b), M2; M3 and M4, salt and pepper") == ["M1 (a, b)", "M2", "M3", "M4", "salt and pepper"]


@pytest.mark.parametrize(
    ("words", "resolved"),
    [
        ("M4 (resolved)", True),
        ("Licence approval (done)", True),
        ("Key ✅", True),
        ("~~Waiting for the key~~ resolved 2026-10-01", True),
        ("Resolved: keys", True),
        ("Permit - approved", True),
        ("Rate limit, unresolved", False),
        ("Ice, not yet resolved", False),
        ("Ice - must be resolved first", False),
        ("M4 completed", False),
        ("Crane", False),
    ],
)
def test_a_blocker_is_resolved_by_the_same_words_wherever_it_stands(words: str, resolved: bool) -> None:
    listed = milestone(f"# M9\n\n## Blockers\n\n- {words}\n").blockers
    matter = milestone(f'---\nblockers: ["{words}"]\n---\n# M9\n').blockers
    keyed = milestone(f"# M9\n\n**Blockers**: {words.replace(',', '')}\n").blockers
    assert [each.resolved for each in (*listed, *matter, *keyed)] == [resolved] * 3
