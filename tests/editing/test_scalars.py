"""Values written as YAML scalars."""

from __future__ import annotations

import pytest
import yaml

from milestone_tui.editing.scalars import encoded, is_plain


@pytest.mark.parametrize(
    "value",
    [
        "plain",
        "it's",
        'a "word"',
        "a: b",
        "# no comment",
        "- no item",
        "back\\slash",
        "tab\there",
        "",
        "yes",
        "2026-01-01",
        "ä 🚢",
        "[x]",
        "{x}",
        "*a",
        "&a",
        "!t",
        "%d",
        "@n",
    ],
)
@pytest.mark.parametrize("style", ["plain", "'", '"', "empty"])
def test_a_value_is_read_back_as_the_same_words(value: str, style: str) -> None:
    quote = style if style in ("'", '"') else ""
    text = f"key: {quote}{encoded(value, style)}{quote}\n"
    node = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    assert node.value[0][1].value == value


@pytest.mark.parametrize("value", ["in progress", "M1", "2026-01-01", "a, b", "50%"])
def test_ordinary_words_need_no_quotes(value: str) -> None:
    assert is_plain(value)
    assert encoded(value, "plain") == value


@pytest.mark.parametrize("value", ["a: b", "a #b", "'a", "- a", "a\tb", " a", "a\nb", "[a", "{a}", "*a"])
def test_words_that_yaml_would_read_otherwise_do(value: str) -> None:
    assert not is_plain(value)
