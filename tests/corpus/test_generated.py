"""Promises that hold for any Markdown: generated texts, edited and put back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from milestone_tui.editing.outcome import Change
from milestone_tui.editing.planning import plan
from milestone_tui.editing.targets import boxes_of
from milestone_tui.markdown.blocks import Item
from milestone_tui.markdown.fallback import parse_blocks_without_pyromark
from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.reading.reader import read

_WORDS = st.text(alphabet="abc XY1.-é日✅[]()`*_|\\<>&!", min_size=1, max_size=24).map(lambda text: text.replace("\n", " "))
_BULLETS = st.sampled_from(["- ", "* ", "+ ", "1. ", "10) ", "> - ", "  - ", "    - ", "\t- ", "- - "])
_MARKS = st.sampled_from(["[ ] ", "[x] ", "[X] ", "[~] ", "[-] ", "", "[ ]", "[DONE] "])
_LINES = st.one_of(
    st.builds(lambda bullet, mark, words: bullet + mark + words, _BULLETS, _MARKS, _WORDS),
    st.builds(lambda level, words: "#" * level + " " + words, st.integers(1, 4), _WORDS),
    st.builds(
        lambda key, value: f"**{key}**: {value}",
        st.sampled_from(["Status", "Priority", "Owner", "Target Date", "Progress", "Dependencies", "Unknown"]),
        st.one_of(_WORDS, st.sampled_from(["done", "🔄 In Progress", "2026-03-01", "M1, M2", "40%", "{X}"])),
    ),
    st.sampled_from(
        ["", "---", "```", "~~~", "| a | b |", "|---|---|", "| 1 | [x] |", "<!-- c -->", "<!--", "-->", "===", "text", "> quote"]
    ),
    _WORDS,
)
_TEXTS = st.builds(
    lambda matter, lines, ending, final, bom: (("\ufeff" if bom else "") + matter + ending.join(lines) + final).encode(),
    st.sampled_from(["", "---\nstatus: active\ntitle: 'a''b'\n---\n", "---\nstatus: [a\nowner: x # c\n---\n"]),
    st.lists(_LINES, max_size=14),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
    st.sampled_from(["", "\n"]),
    st.booleans(),
)


@settings(deadline=None, max_examples=300)
@given(_TEXTS)
def test_ticking_any_box_changes_one_byte_and_back(data: bytes) -> None:
    reading = read(data, "a.md")
    for box in boxes_of(reading.document, reading.outline):
        if not box.item.counted:
            continue
        was = data[box.place.byte : box.place.byte + 1] != b" "
        change = plan(SetBox("a.md", not was, line=box.item.line, item=box.item.key), reading)
        assert isinstance(change, Change), change
        assert sum(old != new for old, new in zip(data, change.after, strict=True)) == 1
        if not was:
            back = plan(SetBox("a.md", False, item=box.item.key, line=box.item.line), read(change.after, "a.md"))
            assert isinstance(back, Change)
            assert back.after == data


@settings(deadline=None, max_examples=300)
@given(_TEXTS)
def test_setting_any_field_and_setting_it_back_restores_the_file(data: bytes) -> None:
    reading = read(data, "a.md")
    for place, found in enumerate(reading.found):
        for name, anchors in found.anchors.items():
            first = next((anchor for anchor in anchors if anchor.editable), None)
            if first is None or not first.raw:
                continue
            change = plan(SetField("a.md", found.milestone.key, name, "zzz", raw=True), reading)
            if not isinstance(change, Change):
                continue  # refused: nothing was written
            again = read(change.after, "a.md")
            back = plan(SetField("a.md", again.found[place].milestone.key, name, first.raw, raw=True), again)
            assert isinstance(back, Change), back
            assert back.after == data


@settings(deadline=None, max_examples=300)
@given(_TEXTS)
def test_boxes_agree_with_another_parser_of_gfm(data: bytes) -> None:
    document = read(data, "a.md").document
    start = document.front_matter.body if document.front_matter else document.source.bom
    other = parse_blocks_without_pyromark(document.text, start)
    assert [block.box for block in document.blocks if type(block) is Item and block.box >= 0] == [
        block.box for block in other if type(block) is Item and block.box >= 0
    ]
    assert MarkdownIt("commonmark").enable("table").parse(document.text[start:].decode()) is not None


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_a_word_of_protest(data: bytes) -> None:
    reading = read(data, "any.md")
    for number in range(len(reading.milestones)):
        reading.contents(number)
    assert reading.document.data == data
