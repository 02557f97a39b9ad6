"""Blocks with byte spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milestone_tui.markdown.blocks import Block, Fence, Heading, Html, Item, Paragraph, Rule, Table
from milestone_tui.markdown.document import Document
from milestone_tui.markdown.fallback import parse_blocks_without_pyromark
from milestone_tui.markdown.parser import parse_blocks, text_lines
from tests.real_files import needs_real_files, real_files


def boxes(blocks: tuple[Block, ...], text: bytes) -> list[tuple[int, bytes]]:
    """Byte and state of every box."""
    return [(block.box, text[block.box : block.box + 1]) for block in blocks if isinstance(block, Item) and block.box >= 0]


def items(text: str) -> list[str]:
    data = text.encode()
    return [data[slice(*block.text)].decode() for block in parse_blocks(data, 0) if isinstance(block, Item)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [ ] a\n- [x] b\n- [X] c\n", [3, 11, 19]),
        ("- [ ] |1\n|---|---|\n", [3]),
        ("* [ ] a\r\n+ [x] b\r\n1. [ ] c\r\n10) [ ] d", [3, 12, 22, 33]),
        ("> - [ ] q\n>   - [x] r\n", [5, 17]),
        ("- - [ ] a\n", [5]),
        ("✅\n\n-   [ ] a\n", [10]),
        ("- [ ]a\n- [] b\n- [y] c\n- \\[ ] d\n", []),
        ("```\n- [ ] a\n```\n", []),
        ("~~~~\n- [ ] a\n~~~\n- [ ] b\n~~~~\n- [ ] c\n", [33]),
        ("<!--\n- [ ] a\n-->\n- [ ] b\n", [20]),
        ("    - [ ] code\n", []),
        ("- a\n\n      - [ ] code\n", []),
        ("text\n- [ ] a\n", [8]),
        ("text\n2. [ ] a\n", []),
        ("| [ ] |\n|---|\n| [x] |\n", []),
        ("# a\n\n---\n- [ ] seen\n---\n", [12]),
    ],
)
def test_boxes_are_those_of_gfm(text: str, expected: list[int]) -> None:
    data = text.encode()
    for parse in (parse_blocks, parse_blocks_without_pyromark):
        found = boxes(parse(data, 0), data)
        assert [at for at, _ in found] == expected
        assert all(state in b" xX" for _, state in found)


def test_offsets_count_from_the_beginning_of_the_file() -> None:
    text = b"\xef\xbb\xbf# T\n- [x] a\n"
    heading, item = parse_blocks(text, 3)
    assert isinstance(heading, Heading)
    assert text[slice(*heading.text)] == b"T"
    assert isinstance(item, Item)
    assert text[item.box - 1 : item.box + 2] == b"[x]"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("- a\n  b\n- c", ["a\n  b", "c"]),
        ("- [ ]  two  \n", ["two"]),
        ("- a\n\n  second paragraph\n", ["a"]),
        ("- a\n  - b\n    - c\n", ["a", "b", "c"]),
        ("- a\n  ```\n  x\n  ```\n", ["a"]),
        ("> - [ ] see <url>\n>\n> para\n", ["see <url>"]),
        ("> - a -> b >\n> - c\n", ["a -> b >", "c"]),
        ("-\n  below\n", ["below"]),
        ("- \nnot inside\n", [""]),
        ("- # Heading\n", [""]),
        ("3. three\n", ["three"]),
    ],
)
def test_an_items_own_text_is_its_first_paragraph(text: str, own: list[str]) -> None:
    assert items(text) == own


def test_items_know_their_parents_and_depths() -> None:
    blocks = parse_blocks(b"- a\n  1. b\n     - c\n- d\n\npara\n\n- e\n\n  inside\n", 0)
    found = [(block.depth, block.parent, block.ordered) for block in blocks if isinstance(block, Item)]
    assert found == [(0, -1, False), (1, 0, True), (2, 1, False), (0, -1, False), (0, -1, False)]
    assert [block.item for block in blocks if isinstance(block, Paragraph)] == [-1, 5]


@pytest.mark.parametrize(
    ("text", "level", "title"),
    [
        ("# A\n", 1, "A"),
        ("###### A ##\n", 6, "A"),
        ("## A #b\n", 2, "A #b"),
        ("  ##   `A` é ✅  \r\n", 2, "`A` é ✅"),
        ("##\n", 2, ""),
        ("Title\n===\n", 1, "Title"),
        ("Title\n---\n", 2, "Title"),
    ],
)
def test_headings_have_level_and_text(text: str, level: int, title: str) -> None:
    data = text.encode()
    (heading,) = parse_blocks(data, 0)
    assert isinstance(heading, Heading)
    assert (heading.level, data[slice(*heading.text)].decode()) == (level, title)


@pytest.mark.parametrize("text", ["**Status**: done\n---\n", "one\ntwo\n---\n"])
def test_a_rule_straight_under_key_lines_makes_no_heading(text: str) -> None:
    assert [type(block) for block in parse_blocks(text.encode(), 0)] == [Paragraph, Rule]


def test_table_cells_are_split_as_gfm_does() -> None:
    data = "| a | b |\n|---|--:|\n| `x\\|y` | é ✅ | excess |\n| only |\n".encode()
    (table,) = parse_blocks(data, 0)
    assert isinstance(table, Table)
    cells = [[data[slice(*cell)].decode().strip() for cell in row] for row in table.rows]
    assert cells == [["a", "b"], ["`x\\|y`", "é ✅"], ["only", ""]]


def test_fences_comments_and_rules_are_blocks_of_their_own() -> None:
    data = b"```yaml\na: b\n```\n<!-- c\n- [ ] x\n-->\n***\n    code\n"
    blocks = parse_blocks(data, 0)
    assert [type(block) for block in blocks] == [Fence, Html, Rule, Fence]
    fence = blocks[0]
    assert isinstance(fence, Fence)
    assert (fence.info, data[slice(*fence.body)]) == ("yaml", b"a: b\n")


def test_the_lines_of_an_item_come_without_quote_marks_and_indentation() -> None:
    data = b"> - one\r\n>   two  \r\n> three\r\n"
    (item,) = [block for block in parse_blocks(data, 0) if isinstance(block, Item)]
    assert [data[slice(*line)] for line in text_lines(data, item.text.start, item.text.end)] == [b"one", b"two", b"three"]


def test_code_and_tables_within_quotes_within_quotes_are_found() -> None:
    data = b"> text\n>\n> > more\n> >\n> > ```\n> > - [ ] no box\n> > ```\n>\n> ~~~\n> # none\n> ~~~\n>\n> | a |\n> |---|\n"
    assert [type(block) for block in parse_blocks(data, 0)] == [Paragraph, Paragraph, Fence, Fence, Table]


PIECES = st.sampled_from(
    [
        *("- ", "  ", "    ", "> ", "1. ", "* ", "[ ] t", "[x] t", "text", "===", "---", "```", "~~~", "| a | b |", "|---|---|"),
        *("<!-- c -->", "<div>", "**Key**: v", "\t", "", "- [ ] a", "10) b", "***", "`a|b`", "é ✅", "<!--", "-->"),
        *("# H", "## H ##"),
    ]
)
TEXTS = st.lists(st.lists(PIECES, max_size=3).map("".join), max_size=6).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n"]).map(lambda ending: (ending.join(lines) + ending).encode())
)


@given(TEXTS)
@settings(max_examples=300)
def test_every_span_lies_in_the_text_and_has_no_space_at_its_ends(text: bytes) -> None:
    last = 0
    for block in parse_blocks(text, 0):
        assert last <= block.start <= block.end <= len(text)
        last = block.start
        if isinstance(block, Item):
            own = text[slice(*block.text)]
            assert own == own.strip()
            assert block.box < 0 or text[block.box : block.box + 1] in (b" ", b"x", b"X")
        elif isinstance(block, Paragraph):
            assert text[block.start : block.end].strip() == text[block.start : block.end] != b""


@given(TEXTS)
@settings(max_examples=300)
def test_both_parsers_see_the_same_boxes(text: bytes) -> None:
    with_text = [at for at, _ in boxes(parse_blocks(text, 0), text) if text[at + 2 : at + 4].strip()]
    without = [at for at, _ in boxes(parse_blocks_without_pyromark(text, 0), text) if text[at + 2 : at + 4].strip()]
    assert with_text == without


@needs_real_files
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_both_parsers_see_the_same_blocks_in_real_files(ending: bytes) -> None:
    seen = 0
    for path in real_files()[:: 1 if ending == b"\n" else 4]:
        data = path.read_bytes()
        document = Document(data if ending == b"\n" else data.replace(b"\r\n", b"\n").replace(b"\n", ending))
        start = document.front_matter.body if document.front_matter else document.source.bom
        assert parse_blocks_without_pyromark(document.text, start) == document.blocks, path
        seen += len(document.blocks)
    assert seen > 1000


@given(st.binary(max_size=200))
def test_any_bytes_make_a_document(data: bytes) -> None:
    document = Document(data)
    assert document.data == data
    assert all(0 <= block.start <= block.end <= len(document.text) for block in document.blocks)


@pytest.mark.parametrize(
    "deep",
    [b"> " * 5_000 + b"a", b"- " * 2_000 + b"a", b"[" * 50_000, b"*" * 50_000],
    ids=["quotes", "items", "brackets", "stars"],
)
def test_no_nesting_brings_the_parser_down(deep: bytes) -> None:
    assert Document(deep + b"\n\n# After\n").blocks


@pytest.mark.parametrize(
    "text", ["- \t\t[x] a", "- - \t[x] a", "> - \t[x] a", "1. \t[x] a", "-\t[x] a", "* a\n  - \t[x] b", "- a\n\n- \t\t[x] b"]
)
def test_a_box_behind_tabs_lies_between_its_brackets(text: str) -> None:
    data = text.encode()
    (box,) = (block.box for block in Document(data).blocks if isinstance(block, Item) and block.box >= 0)
    assert data[box - 1 : box + 2] == b"[x]"


@pytest.mark.parametrize("text", ["#\fIn Scope \u2705", "###\vb \u2028", "## \f\u00e9 ##", "#\t\u00e9"])
def test_a_heading_may_have_any_space_behind_its_hashes(text: str) -> None:
    document = Document(text.encode())
    (heading,) = (block for block in document.blocks if isinstance(block, Heading))
    assert document.string(heading.text) == text.strip("# \f\v\t")


@pytest.mark.parametrize("title", ["#\u0130 User Stories", "#1 of all", "a# b", "\\# b", "a # b", "#!/bin/sh"])
def test_an_underlined_heading_that_begins_with_a_hash_is_all_of_its_line(title: str) -> None:
    document = Document(f"{title}\n---\n".encode())
    (heading,) = (block for block in document.blocks if isinstance(block, Heading))
    assert document.string(heading.text) == title
    assert heading.level == 2
