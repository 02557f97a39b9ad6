"""What is measured."""

from __future__ import annotations

from tests.reading.texts import contents


def test_a_table_of_metrics_is_read_by_its_columns() -> None:
    table = (
        "| Metric | Target | Actual | Status | Baseline |\n|---|---|---|---|---|\n| **Delay** | 2 min "
        "| 3 min | ❌ | 9 min |\n| Calm | 5 | 5 | ✅ | 1 |\n"
    )
    first, second = contents(f"# M1\n\n## KPIs\n\n{table}").metrics
    assert (first.name, first.target, first.actual, first.status, first.baseline) == (
        "Delay",
        "2 min",
        "3 min",
        "missed",
        "9 min",
    )
    assert second.status == "met"


def test_an_entry_states_a_target_or_a_measured_figure() -> None:
    text = (
        "# M1\n\n### Primary Success Metrics\n\n- **Delay**: Target: 2 min\n- **Calm**: 87%\n"
        "- **Kindness**: everybody greets the driver\n"
    )
    delay, calm, kindness = contents(text).metrics
    assert (delay.kind, delay.target, delay.actual) == ("primary", "2 min", "")
    assert calm.actual == "87%"
    assert (kindness.actual, kindness.note) == ("", "everybody greets the driver")


def test_a_progress_line_under_a_metrics_heading_is_a_fact_and_no_metric() -> None:
    assert contents("# M1\n\n## Progress Metrics\n\n- **Progress**: 40%\n").metrics == ()


def test_success_metrics_of_the_front_matter_are_metrics() -> None:
    text = "---\nsuccess_metrics:\n  primary_metric: fewer delays\n  riders: 900\n---\n# M1\n"
    assert [(each.name, each.kind, each.target) for each in contents(text).metrics] == [
        ("fewer delays", "primary", ""),
        ("riders", "target", "900"),
    ]


def test_a_table_without_target_and_actual_is_no_table_of_metrics() -> None:
    assert contents("# M1\n\n| Metric | Meaning |\n|---|---|\n| Delay | minutes |\n").metrics == ()
