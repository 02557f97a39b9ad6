"""Dependencies from key lines, front matter and lists (docs/dialects.md R2, `dep`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from milestone_tui.markdown.blocks import Item
from milestone_tui.markdown.document import Document
from milestone_tui.model.plan import Blocker, Dependency
from milestone_tui.reading import names
from milestone_tui.reading.names import LINK, SYMBOLS, WIKI, Name, is_settled, names_a_milestone, names_in, names_of_entry
from milestone_tui.reading.outline import Outline, Section
from milestone_tui.reading.placeholders import is_none, is_placeholder
from milestone_tui.reading.places import Place, Scope
from milestone_tui.reading.status_words import emoji_status, status_of
from milestone_tui.reading.vocabulary.headings import heading_kind
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon, field_named
from milestone_tui.text.fold import fold, plain_hyphens
from milestone_tui.text.repair import repair

_BARE_NAME = re.compile(r"[A-Za-z][\x20-\x27\x2b-\x5a\x5c-\x5f\x61-\x7e]*$")
"""Words without brackets, code ticks, stars and symbols: most names need no peeling."""
_LIBRARY = re.compile(r"^[a-z][a-z0-9_-]*(?:[<>=~]+[\d.]+)?$")
_LIST_KINDS = {
    "upstream": "upstream",
    "downstream": "downstream",
    "external": "external",
    "internal": "internal",
    "dependencies": "upstream",
}
_ALL_LISTS = {**_LIST_KINDS, "prerequisites": "upstream"}
"""With the lists in which other things stand too: of all that those hold, only milestones are dependencies."""
_WRAPS_AT = 40
"""Bytes of a value from which on its line may have been broken for its length."""
_KEYED = re.compile(r"[^:]{1,40}:\s")
_NUMBER_SOON = re.compile(rb"[^\n]{0,30}?[0-9]|(?i:[^\n]{0,9}milestone\b)")
"""What every name of a milestone has near its head, but one that the project's own patterns find."""
_BLOCKED_BY = re.compile(r"(?i)\W*blocked by\b")
_FULFILLED = frozenset(("upstream", "internal"))
"""Kinds of which a ticked box says that they are fulfilled."""
_LONGEST_STATE = 60
"""Characters."""
_IT_IS = re.compile(r"(?i)(?:is|are|was|were|has been|have been|already|now)\s")
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
            listed = place.style == "list"
            pieces = names_of_entry(text, lexicon) if listed else names_in(text, lexicon)
            if not listed and len(pieces) > 1 and _are_libraries(pieces, lexicon):
                continue
            found.extend(dependency for piece in pieces for dependency in _dependency(piece, kind, line, lexicon))
    return found


def _are_libraries(pieces: Iterable[Name], lexicon: Lexicon) -> bool:
    """Whether all names are those of code libraries, and none is a milestone's."""
    return all(_LIBRARY.match(piece.text) and not has_id(piece.text, lexicon) for piece in pieces)


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
    boxes: list[tuple[int, Dependency]] = []  # last, as a key line or an entry says more of the same name
    for section in outline.sections[scope.section : scope.last]:
        kind = _ALL_LISTS.get(section.kind)
        if kind is None:
            if section.kind or "locked by" not in section.title or not _BLOCKED_BY.match(section.title):
                continue
            kind = "upstream"
        group, within = -1, kind
        for index in range(section.first, section.last):
            block = document.blocks[index]
            if type(block) is not Item or block.text.end <= block.text.start:
                continue
            if block.depth > 0 and (block.parent != group or group < 0):
                continue
            if (
                block.box >= 0
                and outline.lexicon.ids is None
                and not _NUMBER_SOON.match(document.text, block.text.start, block.text.end)
            ):
                continue
            text = " ".join(document.string(block.text).split())
            if block.depth == 0 and block.box < 0:
                is_label = text.rstrip("*").endswith((":", "："))
                group, within = (index, _kind_of_group(text, kind, outline.lexicon)) if is_label else (-1, kind)
                if group >= 0:
                    continue
            line, ticked = document.line_at(block.text.start), _ticked(document, block)
            for dependency in _entry(text, within, line, outline.lexicon, ticked, section.kind):
                if ticked is None:
                    yield index, dependency
                else:
                    boxes.append((index, dependency))
    yield from boxes


def _ticked(document: Document, block: Item) -> bool | None:
    """Whether the box of an entry is ticked; None where it has none."""
    return document.text[block.box] in b"xX" if block.box >= 0 else None


def _kind_of_group(label: str, kind: str, lexicon: Lexicon) -> str:
    """The kind of what is nested under an entry that is only a label: `**Enables:**`, `- External dependencies:`."""
    folded = fold(label).strip("*:： ")
    return _FIELD_KINDS.get(field_named(folded, lexicon)) or _LIST_KINDS.get(heading_kind(folded)) or kind


_LABELLED = re.compile(r"^(?:[^\w*]{1,4}\s+)?\*\*(?P<key>[^*]+?):?\*\*\s*[:：]?\s*(?P<rest>.*)$")


def _entry(text: str, kind: str, line: int, lexicon: Lexicon, ticked: bool | None, heading: str) -> Iterator[Dependency]:
    """An entry of a dependency list; one that begins with a key, such as `**Enables**: M4, M5`, is read as that key's line.

    A box, and an entry below a heading that announces more than dependencies, is one when it begins with a milestone's name.
    """
    if ticked is not None and kind not in _FULFILLED:
        return
    if (ticked is not None or heading not in _LIST_KINDS) and not names_a_milestone(text, lexicon):
        return
    labelled = _LABELLED.match(text)
    named = _FIELD_KINDS.get(field_named(labelled["key"], lexicon)) if labelled else None
    pieces = names_in(labelled["rest"], lexicon) if labelled and named else names_of_entry(text, lexicon)
    for piece in pieces:
        for found in _dependency(piece, named or kind, line, lexicon, whole=named is None):
            yield found if ticked is None else found._replace(state=_state_of_box(found.state, ticked))


def _state_of_box(said: str | None, ticked: bool) -> str:
    """A box outranks the words behind it: `- [ ] M2 (done)` is not ticked off."""
    return "completed" if ticked else "planned" if said in (None, "completed") else said


def merged(dependencies: Iterable[Dependency]) -> tuple[Dependency, ...]:
    """Each name once per kind; a state or note that a later place gives completes the earlier one.

    A bare id is the same name as an earlier one with words behind it: `M1` and `M1-Base`.
    """
    kept: dict[tuple[str, str], Dependency] = {}
    for each in dependencies:
        place = (each.kind, fold(each.ref))
        if kept and place not in kept:
            place = next((known for known in kept if known[0] == each.kind and _is_id_of(place[1], known[1])), place)
        first = kept.get(place)
        if first is None:
            kept[place] = each
        else:
            kept[place] = first._replace(state=first.state or each.state, note=first.note or each.note)
    return tuple(kept.values())


def _is_id_of(id: str, name: str) -> bool:
    """Whether a name is that id with words behind it, both folded."""
    behind = name[len(id) : len(id) + 3]
    return name.startswith(id) and behind[:1] in ("-", "_") and behind[1:].isalpha() and len(behind) == 3


def stated_blockers(document: Document, outline: Outline, scope: Scope, places: Iterable[Place]) -> tuple[Blocker, ...]:
    """Blockers from front matter, key lines and lists under a `Blockers` heading."""
    found: list[Blocker] = []
    for place in places:
        if place.name == "blockers" and place.style != "mapping":
            for span, text in zip(place.spans, place.texts, strict=True):
                pieces = [text] if place.style == "list" else split_names(text, outline.lexicon)
                line = document.line_at(span.start)
                said = (repair(piece) for piece in pieces if _says_something(piece))
                found.extend(Blocker(each, is_settled(each, outline.lexicon), line) for each in said)
    for section in outline.sections[scope.section : scope.last]:
        if section.kind == "blockers":
            found.extend(_listed_blockers(document, section, outline.lexicon))
    return tuple(found)


def _listed_blockers(document: Document, section: Section, lexicon: Lexicon) -> Iterator[Blocker]:
    for index in range(section.first, section.last):
        block = document.blocks[index]
        if type(block) is Item and block.depth == 0 and block.text.end > block.text.start:
            text = repair(" ".join(document.string(block.text).split()))
            said = _NUMBERED.sub("", text)
            if _says_something(said) and not re.match(r"(?i)or:\s", said):
                resolved = _ticked(document, block) or is_settled(text, lexicon)
                yield Blocker(text, resolved, document.line_at(block.text.start))


_NUMBERED = re.compile(r"(?i)^\W*blocker\s*+\d*+\W*:\W*")


def _says_something(text: str) -> bool:
    return not is_none(fold(repair(text))) and not is_placeholder(text) and text.strip() != "0"


def split_names(text: str, lexicon: Lexicon = BUILT_IN) -> list[str]:
    """The names in a list such as `✅ M1 (a, b), M2 + M3 and M4`, brackets kept together."""
    return [name.text for name in names_in(text, lexicon)]


def has_id(text: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether a name begins with something that looks like an id."""
    return names.has_id(text, lexicon)


def _dependency(name: Name, kind: str, line: int, lexicon: Lexicon, *, whole: bool = False) -> Iterator[Dependency]:
    for each in _parsed(name.word + name.text, kind, whole, lexicon):
        if name.word or name.choice:
            each = each._replace(raw=name.text, note=each.note or name.choice)
        yield each._replace(line=line)


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
        link = LINK.search(text)
        bare = WIKI.sub(r"\1", LINK.sub(r"\1", text)).replace("`", "").replace("**", "").strip()
        state = emoji_status(bare, lexicon) if _marked(bare) else None
        bare = SYMBOLS.sub("", bare).strip()
    end = names.end_of_ref(bare, lexicon)
    if end > 0:
        ref = bare[:end].rstrip(".:-")
        state = state or _state_behind(bare[len(ref) :], lexicon)
        note = bare[end:].strip().lstrip(":-–— ").strip()
        yield Dependency(ref, kind, state, raw.strip(), 0, note)
        return
    if link and not whole:
        target = link[2].split("#")[0].rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if has_id(target, lexicon):
            yield Dependency(target, kind, state, raw.strip(), 0, link[1])
            return
    yield from _prose(bare, kind, state, raw, lexicon, whole=whole)


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


def _marked(text: str) -> bool:
    return SYMBOLS.match(text) is not None or re.search(r"[✅✔✓☑🔄⏳🚧❌]", text) is not None or "(" in text


def _state_behind(behind: str, lexicon: Lexicon) -> str | None:
    """The state that stands behind a name. `M1 completed` may be what is asked for as well as what is, and states nothing."""
    words = behind.strip(" :-–—.~")
    if not words or len(words) > _LONGEST_STATE:
        return None
    if words.startswith("("):
        words = words[1:].split(")")[0]
    state = status_of(words, lexicon)
    return None if state == "completed" and behind.lstrip()[:1].isalpha() and not _IT_IS.match(words) else state
