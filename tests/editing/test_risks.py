"""A part of a risk changes where it stands: its cell, its bracket, its own line."""

from __future__ import annotations

import pytest

from milestone_tui.model.edit import SetRisk
from tests.editing.plans import PATH, made, outcome, refused

TABLE = """# M1

## Risk Factors

| Risk  | Impact | Likelihood | Mitigation |
|-------|--------|------------|------------|
| Water | H      | L          | pumps      |
| Wind  | Medium | Low        |            |
"""
ENTRIES = """# M1

## Risk Assessment

### High Risks
1. **Ice** (Probability: High, Impact: Low) - it freezes
   - **Mitigation**: salt
2. **Fire** (Probability: HIGH, Impact: low)

### Other risks
- **Risk**: Rats
  - **Probability**: HIGH
  - **Impact**: Low
"""


def set_to(text: str, risk: str, part: str, value: str) -> str:
    return made(text, SetRisk(PATH, PATH, risk, part, value))


@pytest.mark.parametrize(
    ("risk", "part", "value", "old", "new"),
    [
        ("water", "impact", "low", "| Water | H      |", "| Water | L      |"),
        ("wind", "impact", "high", "| Wind  | Medium |", "| Wind  | High   |"),
        ("wind", "probability", "critical", "| Low        |", "| Critical   |"),
        ("wind", "mitigation", "reef", "| Low        |            |", "| Low        | reef       |"),
        ("water", "mitigation", "", "| pumps      |", "|            |"),
        ("wind", "mitigation", "a | b", "| Low        |            |", "| Low        | a \\| b     |"),
        ("water", "mitigation", "more than the column holds", "| pumps      |", "| more than the column holds |"),
        ("water", "text", "Rain", "| Water |", "| Rain  |"),
    ],
)
def test_a_cell_keeps_the_column_aligned_where_the_words_fit(risk: str, part: str, value: str, old: str, new: str) -> None:
    assert set_to(TABLE, risk, part, value) == TABLE.replace(old, new)


def test_a_table_that_is_not_aligned_is_not_made_so() -> None:
    text = "# M1\n\n## Risks\n\n|Risk|Impact|\n|--|--|\n|Ice|High|\n|Longer|L|\n"
    assert set_to(text, "ice", "impact", "medium") == text.replace("|High|", "|Medium|")


@pytest.mark.parametrize(
    ("risk", "part", "value", "old", "new"),
    [
        ("ice", "probability", "medium", "(Probability: High, Impact: Low) - it", "(Probability: Medium, Impact: Low) - it"),
        ("fire", "impact", "high", "HIGH, Impact: low)", "HIGH, Impact: high)"),
        ("fire", "probability", "low", "(Probability: HIGH", "(Probability: LOW"),
        ("ice", "mitigation", "sand", "**Mitigation**: salt", "**Mitigation**: sand"),
        ("rats", "probability", "low", "**Probability**: HIGH\n  - **Impact**", "**Probability**: LOW\n  - **Impact**"),
        ("rats", "text", "Mice", "**Risk**: Rats", "**Risk**: Mice"),
        ("fire", "mitigation", "water", "Impact: low)\n", "Impact: low)\n   - **Mitigation**: water\n"),
        ("rats", "owner", "the piper", "**Impact**: Low\n", "**Impact**: Low\n  - **Owner**: the piper\n"),
    ],
)
def test_brackets_and_lines_of_their_own(risk: str, part: str, value: str, old: str, new: str) -> None:
    assert set_to(ENTRIES, risk, part, value) == ENTRIES.replace(old, new)


def test_numbers_stay_numbers() -> None:
    text = "# M1\n\n## Risks\n\n| Risk | Probability | Impact |\n|---|---|---|\n| Ice | 4 | 3/5 |\n"
    assert set_to(text, "ice", "impact", "2") == text.replace("3/5", "2/5")
    refused(outcome(text, SetRisk(PATH, PATH, "ice", "probability", "high")))


@pytest.mark.parametrize(
    ("risk", "part", "value"),
    [("hail", "impact", "low"), ("w", "impact", "low"), ("wind", "impact", "purple"), ("wind", "owner", "Mira"),
     ("wind", "text", ""),
     ("wind", "colour", "red"), ("wind", "mitigation", "a\nb")],
)  # fmt: skip
def test_what_cannot_be_set_is_refused_with_what_there_is(risk: str, part: str, value: str) -> None:
    found = refused(outcome(TABLE, SetRisk(PATH, PATH, risk, part, value)))
    if risk == "hail":
        assert found.candidates == ("7: Water", "8: Wind")


def test_a_value_that_is_no_longer_the_expected_one_is_refused() -> None:
    assert "H" in refused(outcome(TABLE, SetRisk(PATH, PATH, "water", "impact", "low", expect="M"))).text
