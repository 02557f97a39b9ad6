"""Damaged emoji put right, and nothing else touched."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.text.repair import repair
from tests.real_files import TEMPLATES, needs_real_files

SYMBOLS = ["✅", "⏳", "🔄", "⏸️", "❌", "🟢", "🟡", "🟠", "🔴", "📋", "⚠️", "🚀", "▶"]


def damaged(text: str, codec: str) -> str:
    """What becomes of UTF-8 that is decoded with another code page; bytes it lacks come through as C1 controls."""
    try:
        return text.encode().decode(codec)
    except UnicodeDecodeError:
        return "".join(
            bytes([byte]).decode(codec) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte) for byte in text.encode()
        )


@pytest.mark.parametrize("codec", ["mac_roman", "cp1252"])
@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_damaged_symbol_is_put_right_wherever_it_stands(symbol: str, codec: str) -> None:
    bad = damaged(symbol, codec)
    assert repair(f"**Status**: {bad} Complete | {bad}\n") == f"**Status**: {symbol} Complete | {symbol}\n"


@needs_real_files
@pytest.mark.parametrize(
    ("name", "symbols"),
    [
        ("003-report.md", {"✅": 20, "🔄": 2, "⏸️": 1, "❌": 1, "⚠️": 1, "📚": 1}),
        ("004-initiative.md", {"⏳": 5, "🟢": 1, "🟡": 1, "🔴": 1}),
    ],
)
def test_every_damaged_run_of_the_templates_is_put_right(name: str, symbols: dict[str, int]) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    runs = re.findall(r"[^\x00-\x7f]+", text)
    assert Counter(repair(run) for run in runs if repair(run) != run) == symbols
    assert not re.search("[‚Ô\uf8ff]|üü", repair(text))


@pytest.mark.parametrize(
    "text",
    [
        "l’été d’André — « déjà » … “École” ‘œuvre’ naïve Noël",
        "Größe – §12 „Übung“ ‚Prüfung‘ Straße ÄÖÜ äöü",
        "¿Qué pasó? ¡Año! El niño – «mañana»",
        "Ação, não, coração – ‘são’ ÃO Â",
        "Смета — «Проект» № 5 Ёлка",
        "里程碑：完成 ✅ 進行中，日本語「テスト」 한국어",
        "±5 µm · 30 °C · 10 € · 5 £ · ½ × ÷ ≈ → ✓ ✅ 🔄 ⚠️ 👩‍💻",
        "šťastný žluťoučký kůň ‚uvozovky‘ Łódź ő ű",
        "√2 ≤ ∞ ∂x Ω ‰ ‹a› †",
    ],
)
def test_clean_typography_of_any_language_stays(text: str) -> None:
    assert repair(text) == text


@given(st.text(alphabet=st.characters(whitelist_categories=("L", "N", "P", "Z")), max_size=40))
def test_letters_never_change(text: str) -> None:
    assert [character for character in repair(text) if character.isalnum()] == [
        character for character in text if character.isalnum()
    ]
