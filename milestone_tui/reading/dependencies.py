"""Dependencies from key lines, front matter and lists (docs/dialects.md R2, `dep`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from milestone_tui.markdown.blocks import Item
from milestone_tui.markdown.document import Document
from milestone_tui.model.plan import Blocker, Dependency
from milestone_tui.reading.identity import is_id
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.placeholders import is_none, is_placeholder
from milestone_tui.reading.places import Place, Scope
from milestone_tui.reading.status_words import emoji_status, status_of
from milestone_tui.reading.vocabulary.headings import heading_kind
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon, field_named
from milestone_tui.text.fold import fold, plain_hyphens
from milestone_tui.text.repair import repair

_LINK = re.compile(r"!?\[([^\]\[]*)\]\(([^()\s]*+)[^()]*+\)")
_WIKI = re.compile(r"\[\[([^\]\[|]+)(?:\|[^\]\[]*)?\]\]")
_ID_START = re.compile(
    r"(?P<ref>(?:(?:milestone|phase|phases|epic|sprint)\s+)?"
    r"(?:[A-Za-z]{1,6}-){0,3}(?:[A-Za-z]{0,6}\.?-?\d[\w.-]*|[A-Z]\d[\w.-]*|#\d+)"
    r"(?:\s?[-–—]\s?(?:[A-Za-z]{0,6}-?\d[\w.]*))?\+?)",
    re.IGNORECASE,
)
_WORD_ID = re.compile(r"(?P<ref>[A-Za-z]{2,12}-[a-z0-9]{4,6})(?=$|[\s:,)])")
_BARE_NAME = re.compile(r"[A-Za-z][\x20-\x27\x2b-\x5a\x5c-\x5f\x61-\x7e]*$")
"""Words without brackets, code ticks, stars and symbols: most names need no peeling."""
_LIBRARY = re.compile(r"^[a-z][a-z0-9_-]*(?:[<>=~]+[\d.]+)?$")
_SYMBOLS = re.compile(r"^(?:[^\w\s\[({#`\"'<]|\ufe0f|\u200d)+\s*")
_LIST_KINDS = {
    "upstream": "upstream",
    "downstream": "downstream",
    "external": "external",
    "internal": "internal",
    "dependencies": "upstream",
}
_WRAPS_AT = 40
"""Bytes of a value from which on its line may have been broken for its length."""
_KEYED = re.compile(r"[^:]{1,40}:\s")
_FIELD_KINDS = {"upstream": "upstream", "downstream": "downstream", "parallel": "parallel"}


def stated_dependencies(document: Document, places: Iterable[Place], lexicon: Lexicon) -> list[Dependency]:
    """Those of key lines and front matter."""
    found: list[Dependency] = []
    for place in places:
        kind = _FIELD_KINDS.get(place.name)
        if kind is None or place.style == "mapping":
            continue
        for span, text in zip(place.spans, place.texts, strict=True):
            line = document.line_at(span.start)
            if place.style == "text" and span.end - span.start >= _WRAPS_AT:
                text += _wrapped(document.text, span.end)
            pieces = [text] if place.style == "list" else split_names(text, lexicon)
            if place.style != "list" and len(pieces) > 1 and _are_libraries(pieces, lexicon):
                continue
            found.extend(dependency for piece in pieces for dependency in _dependency(piece, kind, line, lexicon))
    return found


def _are_libraries(pieces: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether all names are those of code libraries, and none is a milestone's."""
    return all(_LIBRARY.match(piece) and not has_id(piece, lexicon) for piece in pieces)


def _wrapped(text: bytes, end: int) -> str:
    """What a paragraph goes on with after a line of names that was broken for its length."""
    more = ""
    stop = text.find(b"\n", end)
    while stop >= 0 and not text[end:stop].strip():
        said = text[max(0, stop - 8) : stop].rstrip()
        end = text.find(b"\n", stop + 1)
        end = len(text) if end < 0 else end
        line = text[stop + 1 : end].decode().strip()
        if not line or not (line[0].islower() or line[0].isdigit() or said.endswith(b",")) or _KEYED.match(line):
            break
        more += " " + line
        stop = end if end < len(text) else -1
    return more


def listed_dependencies(document: Document, outline: Outline, scope: Scope) -> Iterator[tuple[int, Dependency]]:
    """Those of lists under headings such as `Upstream Dependencies`, each with the index of its block."""
    for section in outline.sections[scope.section : scope.last]:
        kind = _LIST_KINDS.get(section.kind)
        if kind is None:
            continue
        group, within = -1, kind
        for index in range(section.first, section.last):
            block = document.blocks[index]
            if type(block) is not Item or block.box >= 0 or block.text.end <= block.text.start:
                continue
            if block.depth > 0 and (block.parent != group or group < 0):
                continue
            text = " ".join(document.string(block.text).split())
            if block.depth == 0:
                is_label = text.rstrip("*").endswith((":", "："))
                group, within = (index, _kind_of_group(text, kind, outline.lexicon)) if is_label else (-1, kind)
                if group >= 0:
                    continue
            for dependency in _entry(text, within, document.line_at(block.text.start), outline.lexicon):
                yield index, dependency


def _kind_of_group(label: str, kind: str, lexicon: Lexicon) -> str:
    """The kind of what is nested under an entry that is only a label: `**Enables:**`, `- External dependencies:`."""
    folded = fold(label).strip("*:： ")
    return _FIELD_KINDS.get(field_named(folded, lexicon)) or _LIST_KINDS.get(heading_kind(folded)) or kind


_CALENDAR = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}$")
_LABELLED = re.compile(r"^(?:[^\w*]{1,4}\s+)?\*\*(?P<key>[^*]+?):?\*\*\s*[:：]?\s*(?P<rest>.*)$")


def _entry(text: str, kind: str, line: int, lexicon: Lexicon) -> Iterator[Dependency]:
    """An entry of a dependency list; one that begins with a key, such as `**Enables**: M4, M5`, is read as that key's line."""
    labelled = _LABELLED.match(text)
    named = _FIELD_KINDS.get(field_named(labelled["key"], lexicon)) if labelled else None
    if labelled and named:
        pieces = split_names(labelled["rest"], lexicon)
        return (found for piece in pieces for found in _dependency(piece, named, line, lexicon))
    return _dependency(text, kind, line, lexicon, whole=True)


def merged(dependencies: Iterable[Dependency]) -> tuple[Dependency, ...]:
    """Each name once per kind; a state or note that a later place gives completes the earlier one."""
    kept: dict[tuple[str, str], Dependency] = {}
    for each in dependencies:
        place = (each.kind, fold(each.ref))
        first = kept.get(place)
        if first is None:
            kept[place] = each
        else:
            kept[place] = first._replace(state=first.state or each.state, note=first.note or each.note)
    return tuple(kept.values())


def stated_blockers(document: Document, outline: Outline, scope: Scope, places: Iterable[Place]) -> tuple[Blocker, ...]:
    """Blockers from front matter, key lines and lists under a `Blockers` heading."""
    found: list[Blocker] = []
    for place in places:
        if place.name == "blockers" and place.style != "mapping":
            for span, text in zip(place.spans, place.texts, strict=True):
                pieces = [text] if place.style == "list" else split_names(text, outline.lexicon)
                line = document.line_at(span.start)
                found.extend(Blocker(repair(piece), False, line) for piece in pieces if _says_something(piece))
    for section in outline.sections[scope.section : scope.last]:
        if section.kind == "blockers":
            found.extend(_listed_blockers(document, section.first, section.last))
    return tuple(found)


def _listed_blockers(document: Document, first: int, last: int) -> Iterator[Blocker]:
    for index in range(first, last):
        block = document.blocks[index]
        if type(block) is Item and block.depth == 0 and block.text.end > block.text.start:
            text = " ".join(document.string(block.text).split())
            said = _NUMBERED.sub("", text)
            if _says_something(said) and not re.match(r"(?i)or:\s|no (active |current |known )?blockers", said):
                ticked = block.box >= 0 and document.text[block.box : block.box + 1] in b"xX"
                resolved = ticked or re.search(r"(?i)\bresolved\b|~~|✅", text) is not None
                yield Blocker(repair(text), resolved, document.line_at(block.text.start))


_NUMBERED = re.compile(r"(?i)^\W*blocker\s*+\d*+\W*:\W*")


def _says_something(text: str) -> bool:
    return not is_none(fold(text)) and not is_placeholder(text)


def split_names(text: str, lexicon: Lexicon = BUILT_IN) -> list[str]:
    """The names in a list such as `✅ M1 (a, b), M2 + M3 and M4`, brackets kept together."""
    pieces: list[str] = []
    depth = start = 0
    for at, character in enumerate(text):
        if character in "([{（":
            depth += 1
        elif character in ")]}）":
            depth = max(0, depth - 1)
        elif depth == 0 and character in ",;，、；":
            pieces.append(text[start:at])
            start = at + 1
    pieces.append(text[start:])
    out: list[str] = []
    for piece in pieces:
        parts = re.split(r"(?<!\s)\s+(?:\+|and|&|und|и|和|与)\s+", piece.strip())
        out.extend(parts if len(parts) > 1 and all(has_id(part, lexicon) for part in parts) else [piece.strip()])
    return [piece for piece in out if piece]


def has_id(text: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether a name begins with something that looks like an id."""
    bare = _SYMBOLS.sub("", repair(plain_hyphens(text))).strip("*_` ")
    if lexicon.id_end(bare) > 0:
        return True
    found = _ID_START.match(bare)
    return bool(found) and any(character.isdigit() for character in found["ref"]) if found else False


def _dependency(raw: str, kind: str, line: int, lexicon: Lexicon, *, whole: bool = False) -> Iterator[Dependency]:
    return (each._replace(line=line) for each in _parsed(raw, kind, whole, lexicon))


@lru_cache(maxsize=4096)
def _parsed(raw: str, kind: str, whole: bool, lexicon: Lexicon) -> tuple[Dependency, ...]:
    return tuple(_parse(raw, kind, lexicon, whole=whole))


def _parse(raw: str, kind: str, lexicon: Lexicon, *, whole: bool) -> Iterator[Dependency]:
    text = repair(plain_hyphens(raw)).strip()
    if is_none(fold(text)) or is_placeholder(text):
        return
    link = state = None
    bare = text
    if not _BARE_NAME.match(text):
        link = _LINK.search(text)
        bare = _WIKI.sub(r"\1", _LINK.sub(r"\1", text)).replace("`", "").replace("**", "").strip()
        state = emoji_status(bare, lexicon) if _marked(bare) else None
        bare = _SYMBOLS.sub("", bare).strip()
    end = _end_of_ref(bare, lexicon)
    if end > 0:
        ref = bare[:end].rstrip(".:-")
        rest = bare[end:].strip()
        state = state or _state_in(rest, lexicon)
        note = rest.lstrip(":-–— ").strip()
        yield Dependency(ref, kind, state, raw.strip(), 0, note)
        return
    if link and not whole:
        target = link[2].split("#")[0].rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if has_id(target, lexicon):
            yield Dependency(target, kind, state, raw.strip(), 0, link[1])
            return
    yield from _prose(bare, kind, state, raw, lexicon, whole=whole)


def _end_of_ref(bare: str, lexicon: Lexicon) -> int:
    """Where the id, or the range of ids, ends with which a name begins; 0 where it begins with none."""
    own = lexicon.id_end(bare)
    if own > 0:
        behind = bare[own:].lstrip()
        last = lexicon.id_end(behind[1:].lstrip()) if behind[:1] == "-" else -1  # the last of a range
        end = len(bare) - len(behind[1:].lstrip()) + last if last > 0 else own
        return end + (bare[end : end + 1] == "+")
    found = _ID_START.match(bare)
    if not found or not any(character.isdigit() for character in found["ref"]) or _is_prose_number(found["ref"], bare):
        found = _WORD_ID.match(bare)
    return found.end("ref") if found else 0


def _prose(bare: str, kind: str, state: str | None, raw: str, lexicon: Lexicon, *, whole: bool) -> Iterator[Dependency]:
    """Words that name no milestone are something outside, unless they say what is held up."""
    if kind == "parallel":
        return
    name, note = bare, ""
    separator = re.search(r":\s+|(?<!\s)\s+[-–—]\s+", bare) if whole else None
    if separator:
        name, note = bare[: separator.start()], bare[separator.end() :]
        state = state or (status_of(note, lexicon) if len(note.split()) <= 3 else None)
    name = name.strip().rstrip(".")
    if name and not is_placeholder(name) and kind != "downstream":  # what is held up and has no id is an impact, not a milestone
        yield Dependency(name, "external" if kind == "upstream" else kind, state, raw.strip(), 0, note)


def _is_prose_number(ref: str, bare: str) -> bool:
    """Whether the id-like start is a number in a sentence: `3 weeks of …`, `2025-01 budget`."""
    return (ref[0].isdigit() and (not is_id(ref) or _CALENDAR.match(ref) is not None)) or (
        ref.isdigit() and len(bare.split()) > 1 and ":" not in bare[: len(ref) + 2]
    )


def _marked(text: str) -> bool:
    return _SYMBOLS.match(text) is not None or re.search(r"[✅✔✓☑🔄⏳🚧❌]", text) is not None or "(" in text


def _state_in(rest: str, lexicon: Lexicon) -> str | None:
    words = rest.strip(" :-–—.").strip()
    if not words:
        return None
    if words.startswith("("):
        words = words[1:].split(")")[0]
    return status_of(words, lexicon) if len(words) <= 60 else None
