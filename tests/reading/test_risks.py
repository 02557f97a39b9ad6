"""Risks from tables, entries and headings; and what stands under a risk heading without being one."""

from __future__ import annotations

import pytest

from milestone_tui.model.plan import Risk
from tests.reading.texts import contents


def risks(text: str) -> tuple[Risk, ...]:
    return contents(f"# M1\n\n{text}").risks


def one(text: str) -> Risk:
    (found,) = risks(text)
    return found


def ratings(risk: Risk) -> tuple[str | None, str | None, str | None]:
    """Probability, impact, level."""
    return tuple(stated.value if stated else None for stated in (risk.probability, risk.impact, risk.level))  # type: ignore[return-value]


def test_columns_of_a_risk_table_are_found_by_name_and_not_by_place() -> None:
    table = "| Risk | Impact | Likelihood | Mitigation | Owner |\n|---|---|---|---|---|\n| Ice | H | L | Salt | Noor |\n"
    found = one(table)
    assert (found.text, *ratings(found)) == ("Ice", "low", "high", None)
    assert (found.mitigation, found.owner, found.line) == ("Salt", "Noor", 5)


def test_a_level_column_of_a_table_of_slices_rates_the_slices() -> None:
    assert risks("| ID | Slice | Risk | Depends | Done |\n|---|---|---|---|---|\n| S01 | Keel | high | — | ✅ |\n") == ()


def test_a_table_of_slices_is_none_of_risks_even_under_a_risk_heading() -> None:
    assert risks("## Risk by slice\n\n| Slice | Risk | Impact |\n|---|---|---|\n| Keel | high | docks |\n") == ()


def test_a_section_of_another_kind_below_a_risk_heading_names_no_risk() -> None:
    assert risks("## Risks\n\n### Deliverables\n\n- **Impact**: high\n") == ()


def test_an_entry_with_bracketed_ratings_is_rated() -> None:
    found = one(
        "## Risks\n\n### High Risks\n\n1. Ice on the quay (Probability: High, Impact: Medium)\n"
        "   - Mitigation: salt\n   - Contingency: wait\n"
    )
    assert (found.text, *ratings(found)) == ("Ice on the quay", "high", "medium", "high")
    assert (found.mitigation, found.contingency) == ("salt", "wait")


def test_nested_lines_rate_the_risk_above_them() -> None:
    found = one(
        "## Risks\n\n- **Ice**\n  - **Probability**: Low\n  - **Impact**: High\n  - **Mitigation**: salt\n  - **Owner**: Noor\n"
    )
    assert (found.text, *ratings(found), found.owner) == ("Ice", "low", "high", None, "Noor")


@pytest.mark.parametrize(
    ("entry", "text", "level"),
    [
        ("Ice on the quay - High", "Ice on the quay", "high"),
        ("Ice on the quay (low)", "Ice on the quay", "low"),
        ("**Ice**: Low - it seldom freezes", "Ice", "low"),
        ("**High Risk - Ice**: salt the quay", "Ice", "high"),
        ("**🟡 中风险**: 码头结冰", "码头结冰", "medium"),
        ("Ice on the quay", "Ice on the quay", None),
    ],
)
def test_a_level_stands_at_either_end_of_an_entry(entry: str, text: str, level: str | None) -> None:
    found = one(f"## Risks\n\n- {entry}\n")
    assert (found.text, ratings(found)[2]) == (text, level)


def test_a_heading_below_a_risk_heading_names_a_risk_when_lines_below_rate_it() -> None:
    found = one("## Risks\n\n### R1.1 Ice on the quay\n\n**Probability**: High\n**Impact**: Low\n\n**Description**: it freezes\n")
    assert (found.text, *ratings(found), found.description) == ("Ice on the quay", "high", "low", None, "it freezes")


def test_a_list_of_mitigations_is_no_list_of_risks() -> None:
    text = "## Risk Mitigation\n\n### Ice Risk\n**Risk**: the quay freezes\n**Mitigation**:\n- salt\n- sand\n"
    found = one(text)
    assert (found.text, found.description, found.mitigation) == ("Ice Risk", "the quay freezes", "salt; sand")


def test_a_bold_line_on_its_own_names_the_risk_that_the_labels_below_tell_of() -> None:
    text = "## Risks\n\n**R1 Ice**\n- **Impact**: high\n- **Mitigation**:\n  - salt\n  - sand\n\n**R2 Fog**\n- **Impact**: low\n"
    assert [(found.text, ratings(found)[1], found.mitigation) for found in risks(text)] == [
        ("Ice", "high", "salt; sand"),
        ("Fog", "low", ""),
    ]


def test_a_label_that_belongs_to_no_risk_is_none() -> None:
    assert [found.text for found in risks("## Risks\n\n- Ice\n- **Mitigation strategy**: go by stages\n")] == ["Ice"]


def test_an_arrow_points_to_the_mitigation() -> None:
    found = one("## Risks\n\n1. **Ice** → salt the quay\n")
    assert (found.text, found.mitigation) == ("Ice", "salt the quay")


@pytest.mark.parametrize(
    ("section", "entry", "status"),
    [
        ("Risks", "~~**Ice**~~: ✅ **已完全解决**", "closed"),
        ("Risks", "Ice (closed)", "closed"),
        ("Risks", "Ice - resolved", "closed"),
        ("Risks Realized", "Ice", "realized"),
        ("Risks Mitigated", "Ice", "mitigated"),
        ("Risks", "Closed-source parts may break", None),
        ("Risks", "Name conflicts, mitigated by a prefix", None),
        ("Risks", "Unresolved questions of law", None),
        ("Risks", "A plan that opens too early", None),
    ],
)
def test_the_fate_of_a_risk_is_read_only_where_it_is_stated(section: str, entry: str, status: str | None) -> None:
    assert one(f"## {section}\n\n- {entry}\n").status == status


def test_a_status_column_states_a_fate() -> None:
    table = (
        "## Risks\n\n| Risk | Impact | Status |\n|---|---|---|\n| Ice | H | Unresolved |\n| Fog | L "
        "| Closed |\n| Closed roads | L | |\n"
    )
    assert [found.status for found in risks(table)] == ["open", "closed", None]


@pytest.mark.parametrize("entry", ["None", "None identified", "N/A"])
def test_a_risk_section_without_risks_has_none(entry: str) -> None:
    assert risks(f"## Risks\n\n- {entry}\n") == ()


@pytest.mark.parametrize("title", ["Risk Monitoring", "Escalation Procedures", "Mitigation Strategies", "Risk Scale"])
def test_sections_about_handling_risks_hold_none(title: str) -> None:
    assert risks(f"## {title}\n\n- Look at the list on Mondays\n") == ()


def test_sections_below_a_risk_heading_that_announce_nothing_hold_none() -> None:
    assert risks("## Technology risks\n\n### Strengths\n\n- It is fast\n") == ()


def test_a_footer_below_a_rule_tells_of_no_risk() -> None:
    text = "# M1\n\n## Risks\n\n### Low Risks\n- **Rain**: wet\n\n---\n\n**Status**: Complete\n"
    assert [(risk.text, risk.status) for risk in contents(text).risks] == [("Rain", None)]


def test_an_entry_with_a_rating_is_a_risk_under_a_heading_about_handling_risks_too() -> None:
    found = one("## Risk Management\n\n- **Ice on the hill** (Probability: High, Impact: Low)\n- Reviewed every Monday\n")
    assert (found.text, *ratings(found)) == ("Ice on the hill", "high", "low", None)


@pytest.mark.parametrize(
    ("status", "fate"),
    [
        ("To be mitigated", "open"),
        ("Partially mitigated", "open"),
        ("Cannot be mitigated", "open"),
        ("Will be closed in Q1", "open"),
        ("To be mitigated by M2", "open"),
        ("Reopened (was closed)", "open"),
        ("Being resolved", "open"),
        ("Not closed", "open"),
        ("Closed → Reopened", "open"),
        ("Open (mitigated by retries)", "open"),
        ("🟡 Monitoring", "open"),
        ("Closed 2026-10-01", "closed"),
        ("Mitigated - see ADR 3", "mitigated"),
        ("Mitigated by retries", "mitigated"),
        ("✅ resolved", "closed"),
        ("🟢 Closed", "closed"),
        ("Closed - reopened in May", "open"),
        ("Closed and written down", "closed"),
        ("✅", "mitigated"),
        ("**Closed**", "closed"),
        ("Risk has been mitigated", "mitigated"),
        ("~~Open~~ Closed", "closed"),
        ("Occurred in March 2026", "realized"),
        ("Not realized", None),
        ("Has not occurred", None),
        ("Closed when the vendor signs", None),
        ("No longer active", None),
        ("Watching the closed roads", None),
    ],
)
def test_a_word_within_a_phrase_is_no_fate(status: str, fate: str | None) -> None:
    assert one(f"## Risks\n\n| Risk | Impact | Status |\n|---|---|---|\n| Ice | H | {status} |\n").status == fate


def test_mitigations_are_no_risks_in_chinese_either() -> None:
    assert risks("## 实施建议\n\n### 📞 风险缓解措施\n\n1. **技术风险**: 预留20%缓冲时间\n") == ()


@pytest.mark.parametrize(("title", "level"), [("🔴 高风险项", "high"), ("🟡 中风险项", "medium"), ("🟢 低风险项", "low")])
def test_chinese_headings_give_the_level(title: str, level: str) -> None:
    assert ratings(one(f"## 🚨 风险评估\n\n### {title}\n1. **群组** - 计算复杂\n"))[2] == level


def test_a_risk_below_a_heading_of_solved_ones_is_closed_when_it_says_so() -> None:
    text = "## 风险状况\n\n### ✅ 已解决风险\n- ~~**Ice**~~: ✅ **已完全解决** - salted\n- **Fog**\n"
    assert [found.status for found in risks(text)] == ["closed", "mitigated"]


def test_a_heading_over_entries_that_read_as_risks_is_of_a_group() -> None:
    rated = one("## Risks\n\n### Technical\n\n- **Ice on the hill** (Probability: High, Impact: Low)\n")
    assert (rated.text, *ratings(rated)) == ("Ice on the hill", "high", "low", None)
    nested = one("## Risks\n\n### Technical\n\n- **Ice on the hill**\n  - Impact: Low\n  - Mitigation: salt\n")
    assert (nested.text, ratings(nested)[1], nested.mitigation) == ("Ice on the hill", "low", "salt")
    told = one("## 风险状况\n\n### 🟡 遗留问题\n- **Tauri环境依赖**: 版本兼容性问题\n- **建议**: 可在构建环境中解决\n")
    assert (told.text, told.description, told.note) == ("Tauri环境依赖", "版本兼容性问题", "建议: 可在构建环境中解决")


def test_a_heading_names_a_risk_though_its_list_begins_with_a_label_that_is_not_known() -> None:
    found = one("## Risks\n\n### Ice on the quay\n\n- **Cause**: frost\n- **Impact**: High\n")
    assert (found.text, ratings(found)[1]) == ("Ice on the quay", "high")
