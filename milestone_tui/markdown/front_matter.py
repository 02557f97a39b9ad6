"""The YAML block at the head of a file: where it lies, and its values with their spans. Nothing is constructed."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from milestone_tui.text.span import Span

_OPEN = re.compile(rb"---[ \t]*\r?\n(?![ \t]*\r?\n)")
_CLOSE = re.compile(rb"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_LONE_COMMENT = re.compile(rb"^#[ \t]*(\S+)[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(
    rb"^(?:\"([^\"\n]+)\"|([^\s:#\-\[{][^:\n]{0,80}?))[ \t]*:(?=[ \t\r]|$)[ \t]*([^\r\n]*?)[ \t]*\r?$", re.MULTILINE
)
_DASHED = re.compile(rb"^[ \t]*-[ \t]+([^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_FLOW_LIST = re.compile(rb"\[([^\[\]\r\n]*)\]")
_FLOW_ITEM = re.compile(rb"[^,\s](?:[^,]*[^,\s])?")
_COMMENT_AFTER = re.compile(rb"(?<![ \t])[ \t]+#.*$")
_TOO_DEEP = re.compile(rb"^[ \t]{400}|(?:[-?][ \t]+){100}", re.MULTILINE)
_MAX_NESTING = 100
"""The C loader recurses without a limit; nothing that people write comes near this depth."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """One value; `span` is the text between the quotes, if there are quotes."""

    text: str
    """The value with quotes and escapes undone. Empty for a key without a value."""
    span: Span
    style: str
    """`plain`, `'`, `"`, `|`, `>`, `empty` (nothing stands there; `span` is where it would) or `alias`."""


class Sequence(NamedTuple):
    """A list, in either notation."""

    items: tuple[Node, ...]
    span: Span


class Mapping(NamedTuple):
    """Keys and values in the order of the file; a key may occur twice."""

    entries: tuple[Entry, ...]
    span: Span


class Entry(NamedTuple):
    """A key with its value."""

    key: str
    at: Span
    """The key itself."""
    value: Node


Node = Scalar | Sequence | Mapping


class FrontMatter(NamedTuple):
    """The block between the fences."""

    span: Span
    """The YAML text, without the fences."""
    body: int
    """The first byte after the closing fence's line."""
    entries: tuple[Entry, ...]
    comment: Entry | None
    """A word that stands alone in a comment before the first key: some tools keep the id there."""
    problem: str
    """Why the YAML could not be read as such, or empty."""
    problem_at: int
    """The byte that the problem is about."""


def read_front_matter(text: bytes, bom: int) -> FrontMatter | None:
    """The front matter of a UTF-8 text, or None. Never raises: broken YAML is read line by line, and says so."""
    if not text.startswith(b"---", bom):
        return None
    opening = _OPEN.match(text, bom)
    closing = _CLOSE.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return None
    span = Span(opening.end(), closing.start())
    body = min(len(text), closing.end() + 1)
    problem, problem_at = "", span.start
    entries: tuple[Entry, ...] | None = None
    raw = text[span.start : span.end]
    if too_deep(raw):
        problem = f"nested deeper than {_MAX_NESTING} levels"
    else:
        try:
            node = yaml.compose(raw.decode(), _LOADER)
            entries = _Reader(raw, span.start).top(node)
            if entries is None:
                problem = "no key: value pairs"
        except yaml.MarkedYAMLError as error:
            problem = (error.problem or str(error)).strip()
            if error.problem_mark is not None:
                problem_at = span.start + len(raw.decode()[: error.problem_mark.index].encode())
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            problem = str(error).splitlines()[0]
    if entries is None:
        entries = _by_lines(raw, span.start)
        if not entries:
            return None
    return FrontMatter(span, body, entries, _lone_comment(raw, span.start), problem, min(problem_at, span.end))


def too_deep(raw: bytes) -> bool:
    """Whether YAML text nests deeper than the loader may be trusted with."""
    if raw.count(b"[") + raw.count(b"{") > _MAX_NESTING:
        depth = deepest = 0
        for byte in raw:
            if byte in b"[{":
                depth += 1
                deepest = max(deepest, depth)
            elif byte in b"]}":
                depth -= 1
        if deepest > _MAX_NESTING:
            return True
    return _TOO_DEEP.search(raw) is not None


class _Reader:
    """Turns YAML nodes, whose marks count characters, into values whose spans count bytes."""

    def __init__(self, raw: bytes, base: int) -> None:
        self.raw = raw
        self.base = base
        self.text = None if raw.isascii() else raw.decode()
        self.seen: set[int] = set()

    def top(self, node: yaml.Node | None) -> tuple[Entry, ...] | None:
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            return None
        return self.entries(node)

    def span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark.index, node.end_mark.index
        if self.text is not None:
            start, end = len(self.text[:start].encode()), len(self.text[:end].encode())
        return Span(self.base + start, self.base + end)

    def entries(self, node: yaml.MappingNode) -> tuple[Entry, ...]:
        return tuple(
            Entry(key.value if isinstance(key, yaml.ScalarNode) else self.source(key), self.span(key), self.node(value))
            for key, value in node.value
        )

    def source(self, node: yaml.Node) -> str:
        span = self.span(node)
        return self.raw[span.start - self.base : span.end - self.base].decode()

    def node(self, node: yaml.Node) -> Node:
        if id(node) in self.seen:
            span = self.span(node)
            return Scalar(node.value if isinstance(node, yaml.ScalarNode) else "", span, "alias")
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        span = self.span(node)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.node(item) for item in node.value), span)
        assert isinstance(node, yaml.MappingNode)
        if node.flow_style and len(node.value) == 1 and node.value[0][1].value == "":
            return Scalar(self.source(node), span, "plain")  # `{NAME}`, an unfilled slot of a template
        return Mapping(self.entries(node), span)

    def scalar(self, node: yaml.ScalarNode) -> Scalar:
        span = self.span(node)
        source = self.raw[span.start - self.base : span.end - self.base]
        style = node.style or "plain"
        if not source:
            return Scalar("", span, "empty")
        if style in "'\"":
            if source[:1] != style.encode():  # an anchor or a tag stands before it
                return Scalar(node.value, span, "alias")
            return Scalar(node.value, Span(span.start + 1, span.end - 1), style)
        if style == "plain" and source[:1] in b"&!":
            return Scalar(node.value, span, "alias")
        return Scalar(node.value, span, style)


def _by_lines(raw: bytes, base: int) -> tuple[Entry, ...]:
    """Keys at the left margin of YAML that no parser takes, each with the rest of its line or the dashes below it."""
    found = list(_KEY.finditer(raw))
    entries = []
    for number, line in enumerate(found):
        key = (line.group(1) or line.group(2)).decode().strip()
        group = 1 if line.group(1) else 2
        after = found[number + 1].start() if number + 1 < len(found) else len(raw)
        value: Node = _bare(raw, line.start(3), line.end(3), base)
        dashes = list(_DASHED.finditer(raw, line.end(), after))
        flow = _FLOW_LIST.match(raw, line.start(3), line.end(3))
        if flow:
            items = tuple(_bare(raw, each.start(), each.end(), base) for each in _FLOW_ITEM.finditer(raw, *flow.span(1)))
            value = Sequence(items, Span(base + flow.start(), base + flow.end()))
        elif not line.group(3) and dashes:
            items = tuple(_bare(raw, each.start(1), each.end(1), base) for each in dashes)
            value = Sequence(items, Span(base + dashes[0].start(), base + dashes[-1].end()))
        entries.append(Entry(key, Span(base + line.start(group), base + line.end(group)), value))
    return tuple(entries)


def _bare(raw: bytes, start: int, end: int, base: int) -> Scalar:
    source = raw[start:end]
    for quote in (b'"', b"'"):
        close = source.find(quote, 1)
        if source.startswith(quote) and close > 0 and not _COMMENT_AFTER.sub(b"", b" " + source[close + 1 :]).strip():
            return Scalar(source[1:close].decode(), Span(base + start + 1, base + start + close), quote.decode())
    kept = _COMMENT_AFTER.sub(b"", source)
    if kept.startswith(b"#"):
        kept = b""
    elif kept[:1] in (b'"', b"'"):  # a quote that nothing closes, often what broke the YAML
        start, kept = start + 1, kept[1:]
    return Scalar(kept.decode(), Span(base + start, base + start + len(kept)), "plain" if kept else "empty")


def _lone_comment(raw: bytes, base: int) -> Entry | None:
    found = _LONE_COMMENT.match(raw.lstrip(b"\r\n"))
    if not found:
        return None
    shift = base + len(raw) - len(raw.lstrip(b"\r\n"))
    span = Span(shift + found.start(1), shift + found.end(1))
    return Entry("#", span, Scalar(found.group(1).decode(), span, "comment"))
