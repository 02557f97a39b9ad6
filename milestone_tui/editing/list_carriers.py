"""The places that hold the values of a list field, in each of their notations, and how each is written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from milestone_tui.editing.layout import Layout, Line
from milestone_tui.editing.least import least_patch
from milestone_tui.editing.new_items import beside, item_at
from milestone_tui.editing.scalars import encoded, is_plain
from milestone_tui.markdown.front_matter import Scalar
from milestone_tui.markdown.front_matter import Sequence as YamlSequence
from milestone_tui.reading.dependencies import listed_dependencies, split_names, stated_dependencies
from milestone_tui.reading.milestones import ReadMilestone
from milestone_tui.reading.names import names_of_entry
from milestone_tui.reading.placeholders import is_none, is_placeholder
from milestone_tui.reading.places import Place, places
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch
from milestone_tui.text.span import Span

_IN_FLOW = frozenset(",[]{}")


class Piece(NamedTuple):
    """One value where it stands."""

    ref: str
    """The value; of a dependency the name alone; empty for words that name nothing, which stay as they are."""
    source: str
    """As it is written, with quotes and with what is said about it."""
    span: Span


class Carrier(NamedTuple):
    """One place that holds the values."""

    style: str
    """`flow` or `block` YAML, `scalar` YAML, `text` of a key line, `items` of a list, `empty` YAML."""
    span: Span
    pieces: tuple[Piece, ...]
    line: int
    quote: str = ""
    """The style of a YAML scalar."""
    block: int = -1
    """The last item of a list under a heading."""

    @property
    def refs(self) -> tuple[str, ...]:
        """The values folded."""
        return tuple(fold(piece.ref) for piece in self.pieces if piece.ref)

    def rewritten(self, wanted: Sequence[str], layout: Layout) -> list[Patch] | None:
        """The patches that make the place hold just these; None when it is not edited in place."""
        if self.style == "mixed":
            return None
        if [fold(value) for value in wanted] == list(self.refs):
            return []
        if self.style == "block":
            return _block(self, wanted, layout)
        if self.style == "items":
            return _items(self, wanted, layout)
        patch = _inline(self, wanted, layout)
        return None if patch is None else [patch]


def carriers_of(name: str, found: ReadMilestone, reading: Reading) -> list[Carrier]:
    """Every place of the milestone that holds values of the field, the most trusted first."""
    document, outline = reading.document, reading.outline
    stated = [place for place in places(document, outline, found.scope)[0] if place.name == name and place.style != "mapping"]
    ref_of = _ref_of(name, reading)
    carriers = [carrier for place in stated if (carrier := _stated(place, ref_of, reading)) is not None]
    carriers += _listed(name, found, reading)
    return carriers


def _ref_of(name: str, reading: Reading) -> Callable[[str], str]:
    if KIND.get(name) != "dependencies" or name == "blockers":
        return lambda text: text.strip()

    def ref(text: str) -> str:
        whole = Place(name, name, (Span(0, 0),), (text,), "list", "front matter", 0, 0)
        found = stated_dependencies(reading.document, [whole], reading.outline.lexicon)
        return found[0].ref if found else ""

    return ref


def _stated(place: Place, ref_of: Callable[[str], str], reading: Reading) -> Carrier | None:
    document = reading.document
    line = document.line_at(place.at)
    if place.style == "list":
        sequence = _sequence(place, reading)
        if sequence is None:
            return None
        pieces = tuple(_yaml_piece(item, ref_of, reading) for item in sequence.items if isinstance(item, Scalar))
        several = any(len(names_of_entry(text, reading.outline.lexicon)) > 1 for text in place.texts)
        if several or len(pieces) < len(sequence.items):
            return Carrier("mixed", sequence.span, pieces, line)
        flow = document.text[sequence.span.start : sequence.span.start + 1] == b"["
        return Carrier("flow" if flow else "block", sequence.span, pieces, line)
    span, text = place.spans[0], document.string(place.spans[0])
    if place.style == "empty":
        return Carrier("empty", span, (), line, "empty")
    if place.style not in ("text", "plain", "'", '"'):
        return None
    pieces = tuple(_cut(text, span.start, ref_of, reading))
    return Carrier("text" if place.style == "text" else "scalar", span, pieces, line, place.style)


def _sequence(place: Place, reading: Reading) -> YamlSequence | None:
    matter = reading.document.front_matter
    for entry in matter.entries if matter else ():
        if entry.at.start == place.at and isinstance(entry.value, YamlSequence):
            return entry.value
    return None


def _yaml_piece(item: Scalar, ref_of: Callable[[str], str], reading: Reading) -> Piece:
    wide = 1 if item.style in "'\"" else 0
    span = Span(item.span.start - wide, item.span.end + wide)
    return Piece(ref_of(item.text), reading.document.string(span), span)


def _cut(text: str, start: int, ref_of: Callable[[str], str], reading: Reading) -> Iterator[Piece]:
    """The names in a line with their places; what says that there are none is no piece."""
    at = 0
    for name in split_names(text, reading.outline.lexicon):
        place = text.find(name, at)
        if place < 0:
            continue
        at = place + len(name)
        ref = ref_of(name)
        if ref or not _says_nothing(name):
            begin = start + len(text[:place].encode())
            yield Piece(ref, name, Span(begin, begin + len(name.encode())))


def _listed(name: str, found: ReadMilestone, reading: Reading) -> Iterator[Carrier]:
    """The lists under a heading such as `Upstream Dependencies`; one carrier for each heading."""
    if name not in ("upstream", "downstream"):
        return
    document, outline = reading.document, reading.outline
    groups: dict[int, list[Piece]] = {}
    last: dict[int, int] = {}
    for index, dependency in listed_dependencies(document, outline, found.scope):
        item = item_at(document, index)
        if dependency.kind != name or item.depth:
            continue
        number = next(each.number for each in outline.sections if each.first <= index < each.last)
        groups.setdefault(number, []).append(Piece(dependency.ref, str(index), Span(item.start, item.end)))
        last[number] = index
    for number, pieces in groups.items():
        line = document.line_at(pieces[0].span.start)
        yield Carrier("items", pieces[0].span, tuple(pieces), line, block=last[number])


def _says_nothing(words: str) -> bool:
    """Whether words only hold the place of a value: `None`, a slot of a template."""
    return is_none(fold(words)) or is_placeholder(words)


def _inline(carrier: Carrier, wanted: Sequence[str], layout: Layout) -> Patch | None:
    """A list on one line: what stays keeps its words and what separates them; new values follow the last."""
    data, pieces = layout.data, carrier.pieces
    if carrier.style == "empty":
        gap = "" if data[carrier.span.start - 1 : carrier.span.start] in (b" ", b"\t") else " "
        text = ", ".join(_encoded(value, carrier) for value in wanted)
        return Patch(carrier.span.start, b"", f"{gap}[{text}]".encode())
    text = _joined(carrier, wanted, layout)
    if pieces and text:
        start, end = pieces[0].span.start, pieces[-1].span.end
    elif carrier.style == "flow":
        start, end = carrier.span.start + 1, carrier.span.end - 1
        if pieces:
            start, end = pieces[0].span.start, pieces[-1].span.end
    else:
        start, end = carrier.span
        text = text or ("None" if carrier.style == "text" else "[]" if carrier.quote == "plain" else "")
    if carrier.style == "scalar" and carrier.quote == "plain" and text != "[]" and not is_plain(text):
        return None
    return least_patch(layout.document, Span(start, end), text)


def _joined(carrier: Carrier, wanted: Sequence[str], layout: Layout) -> str:
    """The pieces that stay, with what stands between them, and then the new values."""
    string, pieces = layout.document.string, carrier.pieces
    keep = {fold(value) for value in wanted}
    between = string((pieces[0].span.end, pieces[1].span.start)) if len(pieces) > 1 else ", "
    text = ""
    for number, piece in enumerate(pieces):
        if fold(piece.ref) in keep or not (piece.ref or _says_nothing(piece.source.strip("\"'"))):
            gap = string((pieces[number - 1].span.end, piece.span.start)) if number else ""
            text += (gap if text else "") + piece.source
    for value in wanted:
        if fold(value) not in carrier.refs:
            text += (between if text else "") + _encoded(value, carrier)
    return text


def _encoded(value: str, carrier: Carrier) -> str:
    if carrier.style not in ("flow", "empty", "block"):
        return value
    first = carrier.pieces[0].source if carrier.pieces else ""
    quote = first[:1] if first[:1] in ("'", '"') else ""
    if quote:
        return f"{quote}{encoded(value, quote)}{quote}"
    if carrier.style != "block" and _IN_FLOW & set(value):
        return f'"{encoded(value, chr(34))}"'
    return encoded(value, "plain")


def _block(carrier: Carrier, wanted: Sequence[str], layout: Layout) -> list[Patch] | None:
    """One value a line: lines are taken out and put in, those that stay are not touched."""
    lines = [layout.lines.line_at(piece.span.start) for piece in carrier.pieces]
    if not lines or any(b"-" not in layout.line(number).content for number in lines):
        return None
    first = layout.line(lines[0]).content
    lead = first[: carrier.pieces[0].span.start - layout.start(lines[0])]
    keep = {fold(value) for value in wanted}
    gone = [
        line
        for piece, line in zip(carrier.pieces, lines, strict=True)
        if fold(piece.ref) not in keep and (piece.ref or _says_nothing(piece.source.strip("\"'")))
    ]
    patches = [layout.removed(line, line) for line in gone]
    new = [Line(lead + _encoded(value, carrier).encode(), b"") for value in wanted if fold(value) not in carrier.refs]
    if new:
        patches.append(layout.inserted(lines[-1], new))
    return sorted(patches, key=lambda patch: (patch.start, len(patch.old)))


def _items(carrier: Carrier, wanted: Sequence[str], layout: Layout) -> list[Patch] | None:
    """One value an item: items that are gone are taken out, new ones follow the last."""
    keep = {fold(value) for value in wanted}
    patches = []
    stays = {piece.source for piece in carrier.pieces if fold(piece.ref) in keep}
    goes = dict.fromkeys(piece.source for piece in carrier.pieces if fold(piece.ref) not in keep)
    if stays & set(goes):
        return None  # one item names several, and only some of them go
    for source in goes:
        extent = layout.extent(item_at(layout.document, int(source)))
        patches.append(layout.removed(*extent))
    new = [value for value in wanted if fold(value) not in carrier.refs]
    spot = beside(layout, carrier.block)
    if new and spot is not None:
        gap = spot.marker.gap or b" "
        lines = [Line(spot.margin + spot.marker.bullet + gap + value.encode(), b"") for value in new]
        patches.append(layout.inserted(spot.behind, lines))
    return sorted(patches, key=lambda patch: (patch.start, len(patch.old)))
