"""Front matter: where it lies and what its values are, whatever is wrong with it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.markdown.front_matter import FrontMatter, Mapping, Node, Scalar, Sequence, read_front_matter
from tests.real_files import needs_real_files, real_files


def matter_of(text: bytes, bom: int = 0) -> FrontMatter:
    found = read_front_matter(text, bom)
    assert found is not None
    return found


def plain(node: Node) -> object:
    """A node as ordinary values."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries}


def values(matter: FrontMatter) -> dict[str, object]:
    return {entry.key: plain(entry.value) for entry in matter.entries}


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    inner = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries]
    return [scalar for each in inner for scalar in scalars(each)]


def test_values_are_the_words_of_the_file_and_never_dates_or_booleans() -> None:
    matter = matter_of(b"---\nid: 012\ndone: yes\ndue: 2025-02-31\nver: 1.10\nnone: ~\ntime: 10:30\n---\n")
    assert values(matter) == {"id": "012", "done": "yes", "due": "2025-02-31", "ver": "1.10", "none": "~", "time": "10:30"}
    assert matter.problem == ""


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("fence", [b"---", b"..."])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_marks_endings_and_closing_fences_of_every_kind(mark: bytes, fence: bytes, ending: bytes) -> None:
    text = mark + ending.join([b"---", b"id: M1", "owner: Zoë ✅  # c".encode(), fence + b" ", b"body"])
    matter = matter_of(text, len(mark))
    assert values(matter) == {"id": "M1", "owner": "Zoë ✅"}
    assert text[matter.body :] == b"body"
    assert [text[slice(*scalar.span)].decode() for entry in matter.entries for scalar in scalars(entry.value)] == ["M1", "Zoë ✅"]
    assert [text[slice(*entry.at)] for entry in matter.entries] == [b"id", b"owner"]


@pytest.mark.parametrize(
    ("line", "text", "source", "style"),
    [
        ("k: v", "v", "v", "plain"),
        ("k: 'it''s'", "it's", "it''s", "'"),
        ('k: "a\\u00e9"', "aé", "a\\u00e9", '"'),
        ("k: ''", "", "", "'"),
        ("k:", "", "", "empty"),
        ("k: {X}", "{X}", "{X}", "plain"),
        ("k: a # note", "a", "a", "plain"),
        ("k: a#b", "a#b", "a#b", "plain"),
        ("k: &x v", "v", "&x v", "alias"),
        ("k: !!str v", "v", "!!str v", "alias"),
        ("k: 'été' # ✅", "été", "été", "'"),
        ("k: two\n  lines", "two lines", "two\n  lines", "plain"),
    ],
)
def test_the_span_of_a_value_is_the_text_between_its_quotes(line: str, text: str, source: str, style: str) -> None:
    data = f"---\nü: ✅\n{line}\nafter: z\n---\n".encode()
    value = matter_of(data).entries[1].value
    assert isinstance(value, Scalar)
    assert (value.text, data[slice(*value.span)].decode(), value.style) == (text, source, style)


def test_both_of_two_equal_keys_are_there_in_order() -> None:
    assert [plain(entry.value) for entry in matter_of(b"---\na: 1\na: 2\n---\n").entries] == ["1", "2"]


def test_lists_and_maps_keep_their_order_in_either_notation() -> None:
    matter = matter_of(b"---\na: [x, 'y']\nb:\n  - p\n  - q # c\nc:\n  d: e\n---\n")
    assert values(matter) == {"a": ["x", "y"], "b": ["p", "q"], "c": {"d": "e"}}
    assert [type(entry.value) for entry in matter.entries] == [Sequence, Sequence, Mapping]


@pytest.mark.parametrize(
    ("block", "expected", "at"),
    [
        (b"id: M1: Foo\nstatus: active", {"id": "M1: Foo", "status": "active"}, 2),
        (b"a: @x\nb: `y`", {"a": "@x", "b": "`y`"}, 2),
        (b"a: {A} {B}\nb: z", {"a": "{A} {B}", "b": "z"}, 2),
        (b"a: 'open\nb: 2", {"a": "open", "b": "2"}, 0),
        (b"a: b\n\tc: d", {"a": "b"}, 3),
        (b"assignee: [@x]\ntags:\n- p\n- 'q' # c\nk: v", {"assignee": ["@x"], "tags": ["p", "q"], "k": "v"}, 2),
    ],
)
def test_broken_yaml_is_read_line_by_line_and_says_where_it_breaks(block: bytes, expected: dict[str, object], at: int) -> None:
    text = b"---\n" + block + b"\n---\nbody"
    matter = matter_of(text)
    assert values(matter) == expected
    assert matter.problem
    assert text[matter.body :] == b"body"
    if at:
        assert text.count(b"\n", 0, matter.problem_at) + 1 == at
    for entry in matter.entries:
        for scalar in scalars(entry.value):
            assert text[slice(*scalar.span)].decode() == scalar.text


@pytest.mark.parametrize(
    "text",
    [
        b"---\n\n# Title\n\nText: here\n\n---\n",
        b"---\nid: x\n",
        b"--\nid: x\n--\n",
        b"----\na: b\n----\n",
        b" ---\na: b\n---\n",
        b"---\n- a\n---\n",
        b"",
    ],
)
def test_what_only_looks_like_front_matter_is_left_to_the_body(text: bytes) -> None:
    assert read_front_matter(text, 0) is None


def test_a_lone_word_in_the_first_comment_is_kept_as_a_candidate_for_the_id() -> None:
    text = b"---\n# beans-f11p\ntitle: x\n---\n"
    comment = matter_of(text).comment
    assert comment is not None
    assert text[slice(*comment.at)] == b"beans-f11p"
    assert matter_of(b"---\n# two words\ntitle: x\n---\n").comment is None


@pytest.mark.parametrize(
    "block",
    [
        b"a: " + b"[" * 30_000,
        b"a: " + b"{" * 30_000,
        b"a:\n" + b"- " * 30_000,
        b"".join(b" " * depth + b"a:\n" for depth in range(350)),
        b"".join(b" " * depth + b"- a:\n" for depth in range(0, 390, 2)),
        b"a: &x [*x]\nb: *x",
        b"\n".join([b"a0: &a0 [x]", *(b"a%d: &a%d [*a%d, *a%d]" % (n, n, n - 1, n - 1) for n in range(1, 60))]),
    ],
    ids=["brackets", "braces", "dashes", "blocks", "items", "cycle", "billion laughs"],
)
def test_no_nesting_brings_the_reader_down(block: bytes) -> None:
    matter = matter_of(b"---\nid: M1\n" + block + b"\n---\nbody")
    assert matter.entries[0].key == "id"
    assert plain(matter.entries[0].value) == "M1"


@given(st.binary(max_size=60).map(lambda raw: raw.decode("utf-8", "replace").encode()))
def test_any_block_is_read_without_an_error_and_with_spans_inside_it(block: bytes) -> None:
    text = b"---\nid: M1\n" + block + b"\n---\nbody"
    matter = read_front_matter(text, 0)
    assert matter is None or all(
        matter.span.start <= scalar.span.start <= scalar.span.end <= matter.span.end
        for entry in matter.entries
        for scalar in scalars(entry.value)
    )


WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\u2028\u2029\x85\ufffe\uffff"),
    min_size=1,
    max_size=12,
)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.one_of(WORDS, st.lists(WORDS, max_size=3)), min_size=1, max_size=5
    )
)
def test_one_value_put_into_its_span_changes_that_key_alone(mapping: dict[str, object]) -> None:
    text = b"---\n" + yaml.safe_dump(mapping, allow_unicode=True, width=10_000).encode() + b"---\n"
    matter = matter_of(text)
    assert list(values(matter)) == sorted(mapping)
    for entry in matter.entries:
        if not isinstance(entry.value, Scalar) or entry.value.style not in ("plain", "'", '"'):
            continue
        span = entry.value.span
        after = matter_of(text[: span.start] + b"other" + text[span.end :])
        assert values(after) == values(matter) | {entry.key: "other"}


@needs_real_files
def test_front_matter_of_real_files_agrees_with_python_frontmatter_on_its_keys() -> None:
    import frontmatter

    compared = 0
    for path in real_files():
        text = path.read_bytes()
        matter = read_front_matter(text, 0) if text.isascii() else None
        if matter is None or matter.problem:
            continue
        compared += 1
        assert list(dict.fromkeys(entry.key for entry in matter.entries)) == list(frontmatter.loads(text.decode()).metadata)
    assert compared > 20
