"""Text of files on a terminal, and compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.text.fold import fold, plain_hyphens
from milestone_tui.text.terminal import cell_width, clipped, cut_inside, harmless, padded


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [red]text[/]", "plain [red]text[/]"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\tb\r\nc\u2028d", "a b  c d"),
        ("bell\x07 null\0", "bell␇ null␀"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202egpj.exe", "abc\ufffdgpj.exe"),
        ("⚠️ heart ❤️", "⚠ heart ❤"),
        ("\x7f", "\ufffd"),
        ("Ünïcödé 日本 ✅", "Ünïcödé 日本 ✅"),
        ("👩\u200d🚀 👍🏽 \ufeffsoft\xadly \u200bnot", "👩🚀 👍 softly not"),
    ],
)
def test_control_characters_never_reach_a_terminal(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text())
def test_the_cells_of_a_text_are_the_cells_of_its_characters(text: str) -> None:
    """So that cutting and joining texts can't change how wide they are."""
    shown = harmless(text)
    assert cell_width(shown) == sum(map(cell_width, shown))


@given(st.text())
def test_nothing_that_is_shown_can_control_a_terminal(text: str) -> None:
    assert not any(unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs") for character in harmless(text))


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("a b c", 3, "a…"),
        ("abc", 0, ""),
        ("abc", 1, "…"),
    ],
)
def test_clipping_counts_cells_and_marks_the_cut(text: str, width: int, shown: str) -> None:
    assert clipped(text, width) == shown


@given(st.text(st.sampled_from("ab 日本é…x"), max_size=12), st.integers(0, 14), st.booleans())
def test_padded_text_takes_exactly_its_width(text: str, width: int, right: bool) -> None:
    assert cell_width(padded(text, width, right=right)) == width


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UI‑M‑03.22", "ui-m-03.22"),
        ("In\u00a0Progress", "in progress"),
        ("Cafe\u0301", "CAFÉ"),
        ("⚠️ Blocked", "⚠ blocked"),
        ("  a \t b\n", "a b"),
        ("STRASSE", "straße"),
        ("M–1", "M-1"),
    ],
)
def test_what_a_reader_takes_for_the_same_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_ids_do_not_fold_alike() -> None:
    assert len({fold(name) for name in ("M1", "M10", "M-1", "M1.0", "F1")}) == 5


def test_plain_hyphens_keep_case() -> None:
    assert plain_hyphens("UI‑M\u00a01") == "UI-M 1"


def test_ids_that_differ_at_their_ends_still_differ_when_they_are_cut() -> None:
    ids = ["TT-M-03.28", "TT-M-03.29", "M-03.02.01", "M-03.02"]
    assert [cut_inside(id, 8) for id in ids] == ["TT-…3.28", "TT-…3.29", "M-0…2.01", "M-03.02"]
    assert cut_inside(cut_inside("E-23-model-validation-consolidation", 14), 8) == "E-2…tion"
    assert cut_inside("TT-M-03.28", 9, "...") == "TT-....28"


@given(st.text(max_size=30), st.integers(0, 20), st.sampled_from(["…", "..."]))
def test_what_is_cut_inside_is_never_wider_than_asked(text: str, width: int, ellipsis: str) -> None:
    assert cell_width(cut_inside(harmless(text), width, ellipsis)) <= max(width, len(ellipsis) if width else 0)
