"""A document as it is meant to look: Markdown laid out by Rich, as lines with our style names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milestone_tui.text.terminal import harmless
from milestone_tui.views.lines import Line, Piece, clip, wrapped

if TYPE_CHECKING:
    from rich.console import Console
    from rich.style import Style

MOST_BYTES = 400_000
"""Of a document that is laid out; a larger one would take seconds."""
_NAMES = "names"
_STYLES = {
    "markdown.h1": "heading bold",
    **{f"markdown.h{level}": "heading" for level in range(2, 7)},
    "markdown.code": "accent",
    "markdown.code_block": "accent",
    "markdown.em": "italic",
    "markdown.strong": "bold",
    "markdown.s": "strike",
    "markdown.link": "primary",
    "markdown.link_url": "dim",
    "markdown.block_quote": "dim",
    "markdown.hr": "rule",
    "markdown.item.bullet": "primary",
    "markdown.item.number": "primary",
    "markdown.table.border": "rule",
    "markdown.table.header": "bold",
}
_ASCII = str.maketrans({"•": "*", "▌": "|", "─": "-", "━": "=", "╸": "=", "╺": "=", "│": "|", "…": "."})


def document_lines(matter: str, body: str, width: int, ascii_only: bool = False) -> list[Line]:
    """The front matter as it is written, then the body laid out, in lines of at most `width` cells."""
    ellipsis = "..." if ascii_only else "…"
    lines: list[Line] = []
    for text in matter.splitlines():
        lines += [clip(line, width, ellipsis) for line in wrapped(((harmless(text), "dim"),), width, ellipsis=ellipsis)]
    if matter:
        lines.append(())
    return lines + [clip(line, width, ellipsis) for line in _laid_out(body, width, ascii_only)]


def _laid_out(body: str, width: int, ascii_only: bool) -> list[Line]:
    console = _console(width)
    lines = console.render_lines(_markdown(body), console.options.update(width=width), pad=False)
    return [tuple(_piece(segment.text, segment.style, ascii_only) for segment in line if segment.text) for line in lines]


def _piece(text: str, style: Style | None, ascii_only: bool) -> Piece:
    """The piece in our style names; what a character reference of the file stands for is made harmless here."""
    names = str(style.meta.get(_NAMES, "")) if style is not None and style.meta else ""
    text = harmless(text)
    return (text.translate(_ASCII) if ascii_only else text), names


def _console(width: int) -> Console:
    """Draws nowhere; its styles carry names in the place of colours."""
    from io import StringIO

    from rich.console import Console
    from rich.style import Style
    from rich.theme import Theme

    styles = {name: Style(meta={_NAMES: names}) for name, names in _STYLES.items()}
    none = {name: Style() for name in ("markdown.paragraph", "markdown.text", "markdown.item", "markdown.list")}
    return Console(
        file=StringIO(), width=width, theme=Theme(styles | none), color_system=None, markup=False, emoji=False, highlight=False
    )


def _markdown(body: str) -> Any:  # noqa: ANN401 -- a class that is made when it is first needed, for its import takes long
    """Markdown of which code is shown as it is: colours by syntax would be those of no theme of ours."""
    from rich.markdown import CodeBlock, Heading, Markdown
    from rich.padding import Padding
    from rich.text import Text

    class Plain(CodeBlock):
        def __rich_console__(self, console: Any, options: Any) -> Any:  # noqa: ANN401 -- as the base class has it
            yield Padding(Text(str(self.text).rstrip(), style="markdown.code_block"), (0, 2))

    class Left(Heading):
        LEVEL_ALIGN = {}  # noqa: RUF012 -- as the base class has it

    class Document(Markdown):
        elements = Markdown.elements | {"fence": Plain, "code_block": Plain, "heading_open": Left}

    safe = "\n".join(harmless(line.expandtabs(4)) for line in body.splitlines())
    return Document(safe, hyperlinks=False)
