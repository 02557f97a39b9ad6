"""A whole risk is added as the file has them, and deleted with all that tells of it; nothing else changes."""

from __future__ import annotations

import pytest

from milestone_tui.model.edit import AddRisk, RemoveRisk
from milestone_tui.reading.reader import read
from tests.editing.plans import PATH, made, outcome, refused

TABLE = """# M1

## Risk Factors

| Risk  | Impact | Likelihood | Mitigation |
|-------|--------|------------|------------|
| Water | H      | L          | pumps      |
| Wind  | Medium | Low        |            |

After.
"""
ENTRIES = """# M1

## Risk Assessment

### High Risks
1. **Ice** (Probability: HIGH, Impact: LOW)
   - **Mitigation**: salt
2. **Fire** (Probability: HIGH, Impact: low)

### Low Risks
- **Hail**

## Notes

x
"""
LABELLED = """# M1

## Risks

- **Risk**: Rats
  - **Probability**: HIGH
  - **Impact**: Low
"""


def added(text: str, risk: str, **parts: str) -> str:
    return made(text, AddRisk(PATH, PATH, risk, **parts))  # type: ignore[arg-type]  # all of them are texts


@pytest.mark.parametrize(
    ("text", "parts", "new"),
    [
        (TABLE, {"probability": "high", "impact": "low"}, "| Fog   | L      | H          |            |\n"),
        (TABLE, {"mitigation": "a|b"}, "| Fog   |        |            | a\\|b       |\n"),
        (TABLE, {"mitigation": "a horn that is heard"}, "| Fog   |        |            | a horn that is heard |\n"),
        (TABLE, {"after": "water"}, "| Fog   |        |            |            |\n"),
        ("# M1\n\n## Risks\n\n|Risk|Impact|\n|--|--|\n|Ice|High|\n|Longer|L|\n", {"impact": "high"}, "|Fog|High|\n"),
        ("# M1\n\n## Risks\n\n> | Risk | Impact |\n> |--|--|\n> | Ice | 3/5 |\n", {"impact": "2"}, "> | Fog | 2/5 |\n"),
        ("# M1\n\n## Risks\n\n| # | Risk | Impact |\n|---|------|-------:|\n| R1 | **Ice** | High |\n| R2 | **Hail** | Low |\n",
         {"impact": "low"}, "| R3 | **Fog** | Low |\n"),
        ("# M1\n\n## Risks\n\n| Risk | Impact |\n|------|--------|\n", {"impact": "low"}, "| Fog  | Low    |\n"),
        ("# M1\n\n## Risks\n\n| Risk | Impact |\n|------|--------|\n| Ice  | High   |", {}, "\n| Fog  |        |"),
        (ENTRIES, {"probability": "low", "impact": "high", "after": "fire"}, "3. **Fog** (Probability: LOW, Impact: HIGH)\n"),
        (ENTRIES, {"level": "high", "mitigation": "a horn"}, "3. **Fog**\n   - **Mitigation**: a horn\n"),
        (ENTRIES, {}, "- **Fog**\n"),
        (LABELLED, {"probability": "low", "owner": "Noor"}, "- **Risk**: Fog\n  - **Probability**: LOW\n  - **Owner**: Noor\n"),
        ("# M1\n\n## Risks\n\n- Ice\n\n- Hail\n", {}, "\n- Fog\n"),
        ("# M1\n\n## Risks\n\n* Ice\n* Hail", {}, "\n* Fog"),
    ],
)  # fmt: skip
def test_it_stands_behind_the_others_in_their_manner(text: str, parts: dict[str, str], new: str) -> None:
    after = added(text, "Fog", **parts)
    assert new in after
    assert after.replace(new, "", 1) == text


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("# M1\n\n## Risks\n\n## Notes\n\nx\n", "- **Fog** (Probability: Low, Impact: High)\n\n"),
        ("# M1\n\n## Tasks\n\n- [ ] a\n", "\n## Risks\n\n- **Fog** (Probability: Low, Impact: High)\n"),
        ("# M1\r\n\r\n## Tasks\r\n\r\n- [ ] a\r\n", "\r\n## Risks\r\n\r\n- **Fog** (Probability: Low, Impact: High)\r\n"),
        ("---\nmilestone_id: M1\nmilestone_name: Keel\n---\n# M1\n\n## Milestone Scope\n\nx\n\n## Quality Assurance\n\ny\n",
         "## Risk Assessment\n\n- **Fog** (Probability: Low, Impact: High)\n\n"),
    ],
)  # fmt: skip
def test_the_first_one_stands_under_a_heading_for_risks(text: str, new: str) -> None:
    after = added(text, "Fog", probability="low", impact="high")
    assert new in after
    assert after.replace(new, "", 1) == text
    risk = read(after.encode(), PATH).contents(0).risks[0]
    assert (risk.text, risk.probability.value, risk.impact.value) == ("Fog", "low", "high")  # type: ignore[union-attr]  # both are


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (TABLE, {"text": ""}), (TABLE, {"text": "a\nb"}), (TABLE, {"text": "Fog", "owner": "Noor"}),
        (TABLE, {"text": "Fog", "impact": "purple"}), (TABLE, {"text": "Fog", "after": "nothing"}),
        ("# M1\n\n## Risks\n\n| Risk | Impact |\n|--|--|\n| Ice | 4 |\n", {"text": "Fog", "impact": "high"}),
        ("# M1\n\n## Risks\n\n### Ice\n\n**Impact**: high\n", {"text": "Fog"}),
        ("- [ ] a\n", {"text": "Fog"}),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_refused(text: str, parts: dict[str, str]) -> None:
    refused(outcome(text, AddRisk(PATH, PATH, **parts)))  # type: ignore[arg-type]  # all of them are texts


@pytest.mark.parametrize(
    ("text", "risk", "gone"),
    [
        (TABLE, "wind", "| Wind  | Medium | Low        |            |\n"),
        (ENTRIES, "fire", "2. **Fire** (Probability: HIGH, Impact: low)\n"),
        (LABELLED, "rats", "\n- **Risk**: Rats\n  - **Probability**: HIGH\n  - **Impact**: Low\n"),
        ("# M1\n\n## Risks\n\n- Ice\n\n- Hail\n\n- Fog\n", "hail", "- Hail\n\n"),
        ("# M1\n\n## Risks\n\n| Risk |\n|---|\n| Ice |", "ice", "\n| Ice |"),
    ],
)
def test_it_is_deleted_with_the_lines_that_tell_of_it(text: str, risk: str, gone: str) -> None:
    assert made(text, RemoveRisk(PATH, PATH, risk)) == text.replace(gone, "")


def test_of_several_alike_the_one_in_its_line_goes() -> None:
    text = "# M1\n\n## Risks\n\n- Ice\n- Hail\n- Ice\n"
    refused(outcome(text, RemoveRisk(PATH, PATH, "ice")))
    assert made(text, RemoveRisk(PATH, PATH, "ice", 7)) == "# M1\n\n## Risks\n\n- Ice\n- Hail\n"


@pytest.mark.parametrize(
    ("text", "risk"),
    [
        (TABLE, "fog"),
        ("# M1\n\n## Risks\n\n- Ice\n  - [ ] buy salt\n", "ice"),
        ("# M1\n\n## Risks\n\n### Ice\n\n**Impact**: high\n", "ice"),
    ],
)
def test_what_cannot_be_deleted_alone_is_refused(text: str, risk: str) -> None:
    refused(outcome(text, RemoveRisk(PATH, PATH, risk)))
