"""Every sign is one cell wide, and the ASCII set is ASCII."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from milestone_tui.views.glyphs import ASCII, STATE_WORDS, UNICODE, Glyphs

WIDE_IN_ASCII = ("ellipsis", "arrow")


def signs(glyphs: Glyphs) -> dict[str, str]:
    out: dict[str, str] = {}
    for name, value in glyphs._asdict().items():
        out.update({f"{name}.{key}": sign for key, sign in value.items()} if isinstance(value, dict) else {name: value})
    return out


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_sign_is_one_cell_without_variation_selector(glyphs: Glyphs) -> None:
    for name, sign in signs(glyphs).items():
        assert "\ufe0e" not in sign
        assert "\ufe0f" not in sign
        assert cell_len(sign) == 1 or (glyphs is ASCII and name in WIDE_IN_ASCII), name


def test_the_ascii_set_is_ascii() -> None:
    assert all(sign.isascii() for sign in signs(ASCII).values())


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_no_two_states_share_a_sign(glyphs: Glyphs) -> None:
    assert len(set(glyphs.states.values())) == len(glyphs.states)
    assert set(glyphs.states) == {*STATE_WORDS, "unknown"}


def test_a_bar_is_full_only_when_all_is_done_and_empty_only_when_nothing_is() -> None:
    assert UNICODE.bar(100, 4) == "━━━━"
    assert UNICODE.bar(0, 4) == "────"
    assert UNICODE.bar(0.1, 4) == "╸───"
    assert UNICODE.bar(99.9, 4) == "━━━╸"
    assert UNICODE.bar(None, 4) == "   –"


@pytest.mark.parametrize("percent", [0, 1, 12.5, 33.3, 50, 87, 99.99, 100, None])
def test_a_bar_has_the_width_that_was_asked_for(percent: float | None) -> None:
    for width in (1, 2, 8, 21):
        assert cell_len(UNICODE.bar(percent, width)) == width
