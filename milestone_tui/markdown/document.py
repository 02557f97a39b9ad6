"""A Markdown file as blocks with spans, and the text of any span of it."""

from __future__ import annotations

from milestone_tui.markdown.blocks import Block
from milestone_tui.markdown.front_matter import FrontMatter, read_front_matter
from milestone_tui.markdown.parser import parse_blocks
from milestone_tui.text.lines import LineIndex
from milestone_tui.text.source import Source, source_of
from milestone_tui.text.span import Span


class Document:
    """The bytes of one file, read. Immutable; an edit makes a new one from the patched bytes."""

    __slots__ = ("blocks", "front_matter", "lines", "source", "text")

    source: Source
    text: bytes
    """Valid UTF-8, offset for offset the file's own bytes (see Source)."""
    front_matter: FrontMatter | None
    blocks: tuple[Block, ...]
    lines: LineIndex
    """Line numbers of offsets."""

    def __init__(self, data: bytes) -> None:
        self.source = source_of(data)
        self.text = self.source.text
        self.front_matter = read_front_matter(self.text, self.source.bom)
        start = self.front_matter.body if self.front_matter else self.source.bom
        self.blocks = parse_blocks(self.text, start)
        self.lines = LineIndex(self.text)

    @property
    def data(self) -> bytes:
        """The file as it lies on disk."""
        return self.source.data

    @property
    def read_only(self) -> bool:
        """Whether the file's encoding forbids editing it here."""
        return self.source.read_only

    def line_at(self, offset: int) -> int:
        """The line, from 1, that holds the byte at `offset`."""
        return self.lines.line_at(offset)

    def string(self, span: Span | tuple[int, int]) -> str:
        """The text of a span as it stands in the file."""
        return self.text[span[0] : span[1]].decode()
