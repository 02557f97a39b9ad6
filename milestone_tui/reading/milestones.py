"""Puts a milestone together from its facts, counts and dependencies."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.markdown.document import Document
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Percent, Person, Stated
from milestone_tui.reading.anchors import Anchor
from milestone_tui.reading.boxes import box_count
from milestone_tui.reading.dependencies import listed_dependencies, merged, stated_blockers, stated_dependencies
from milestone_tui.reading.dialects.profiles import dialect_of
from milestone_tui.reading.facts import Facts, is_unset, plain, title_anchor
from milestone_tui.reading.identity import Name, id_of_file, is_id, name_in, names_a_role, readable, stem_of, tells_a_role, usable
from milestone_tui.reading.key_lines import KeyLine
from milestone_tui.reading.outline import Outline, Section
from milestone_tui.reading.places import Scope, places, title_heading
from milestone_tui.reading.status_words import emoji_status, status_share
from milestone_tui.reading.vocabulary.lexicon import Lexicon
from milestone_tui.text.fold import fold, plain_hyphens
from milestone_tui.text.repair import repair
from milestone_tui.text.span import Span

_NOBODY = Name("", "", -1, -1, "", "", "")


class ReadMilestone(NamedTuple):
    """A milestone with the places of its fields."""

    milestone: Milestone
    anchors: dict[str, tuple[Anchor, ...]]
    scope: Scope


def read_milestone(document: Document, outline: Outline, scope: Scope, path: str) -> ReadMilestone:
    """The milestone that stands in `scope`."""
    found, lines = places(document, outline, scope)
    facts = Facts(document, outline, found)
    heading = title_heading(document, outline, scope)
    name = name_in(heading.title, outline.lexicon) if heading else _NOBODY
    identity, title, aliases = _identity(document, facts, name, heading, path, scope)
    listed = [dependency for _, dependency in listed_dependencies(document, outline, scope)]
    total, closing = box_count(document, outline, scope)
    owners = facts.people()
    status = facts.stated("status") or _heading_status(document, name, heading, scope, outline.lexicon)
    milestone = Milestone(
        key=path if scope.whole else f"{path}#{identity}",
        id=identity,
        title=title,
        path=path,
        line=document.line_at(heading.text.start) if heading else 1,
        dialect=dialect(document, outline, lines, scope),
        aliases=aliases,
        status=status,
        priority=facts.stated("priority"),
        risk_level=facts.stated("risk_level"),
        value=facts.stated("value"),
        complexity=facts.stated("complexity"),
        dates=facts.dates(),
        owner=_owner(owners),
        people=owners,
        effort=facts.effort(),
        declared=facts.declared() or _heading_share(document, heading, scope),
        boxes=total,
        closing=closing,
        dependencies=merged([*stated_dependencies(document, found, outline.lexicon), *listed]),
        blockers=stated_blockers(document, outline, scope, found),
        track=facts.stated("track"),
        critical_path=_yes_or_no(facts.stated("critical_path")),
        weight=name.weight,
        mode=name.mode,
        fields=(*facts.fields.values(), *(field for _, field in facts.lists)),
        repeats=tuple(facts.repeats),
        attached=(),
    )
    return ReadMilestone(milestone, _anchors(document, facts, heading, name), scope)


def _identity(
    document: Document, facts: Facts, name: Name, heading: Section | None, path: str, scope: Scope
) -> tuple[str, str, tuple[str, ...]]:
    """Id, title and other names. What is only a number in a title names less surely than the file does."""
    ids, title = _stated_names(document, facts, scope)
    if name.id and usable(name.id):
        ids.append(name.id)
    if scope.whole:
        of_file, stem = id_of_file(path, facts.lexicon), stem_of(path)
        ids += [of_file, *([] if names_a_role(stem) else [stem])]
        if ids[0].isdecimal() and of_file != stem and not of_file.isdecimal():
            ids.insert(0, of_file)
    title = title or readable(repair(name.title)) if not (name.title and not usable(name.title)) else title
    if not title and heading is not None:
        title = readable(repair(heading.title)).rstrip(":： ")
        title = ids[0] if ids and fold(title) in (fold(ids[0] + ": " + ids[0]), fold(ids[0])) else title
    identity = ids[0] if ids else str(scope.section)
    if title and tells_a_role(title):
        title = _title_beside(facts, identity) or title
    known = dict.fromkeys(fold(other) for other in ids[1:] if fold(other) != fold(identity))
    return identity, title or identity, tuple(known)


def _stated_names(document: Document, facts: Facts, scope: Scope) -> tuple[list[str], str]:
    """The ids and the title that fields state."""
    ids: list[str] = []
    stated_id, stated_title = facts.fields.get("id"), facts.fields.get("title")
    if stated_id and usable(stated_id.raw):
        ids.append(plain_hyphens(plain(stated_id.raw)))
    comment = document.front_matter.comment if document.front_matter and scope.whole else None
    if comment is not None:
        ids.append(comment.value.text)  # type: ignore[union-attr]
    if not stated_title or not usable(stated_title.raw):
        return ids, ""
    given = plain(stated_title.raw)
    if is_id(given, facts.lexicon):
        return [*ids, given], ""
    own = name_in(given, facts.lexicon)
    title = readable(own.title) if own.id and own.title else readable(given)
    return [*ids, own.id] if own.id else ids, title


def _title_beside(facts: Facts, identity: str) -> str:
    """The title in `Milestone: M3 — Roof` of a file about that milestone, whose heading says only what the file is for."""
    stated = facts.fields.get("milestone")
    name = name_in(plain(stated.raw), facts.lexicon) if stated else _NOBODY
    return readable(name.title) if name.id and fold(name.id) == fold(identity) and usable(name.title) else ""


def _owner(people: tuple[Person, ...]) -> Stated | None:
    for person in people:
        if person.role == "owner":
            return Stated(person.name, person.name, person.line)
    return None


def _heading_status(document: Document, name: Name, heading: Section | None, scope: Scope, lexicon: Lexicon) -> Stated | None:
    """For one of many in a file the mark of its heading, as in `### Milestone 3 — Empresa ✅`."""
    if scope.whole or heading is None or not name.mark:
        return None
    value = emoji_status(name.mark, lexicon)
    return Stated(value, name.mark, document.line_at(heading.text.start)) if value else None


def _heading_share(document: Document, heading: Section | None, scope: Scope) -> Percent | None:
    if scope.whole or heading is None:
        return None
    share = status_share(heading.title)
    return Percent(share, heading.title, document.line_at(heading.text.start)) if share is not None else None


def _yes_or_no(stated: Stated | None) -> Stated | None:
    if stated is None:
        return None
    word = fold(stated.raw).lstrip("*_ ")
    value = "yes" if word.startswith(("yes", "true")) else "no" if word.startswith(("no", "false")) else None
    return None if is_unset(stated.raw) and value is None else stated._replace(value=value)


def _anchors(document: Document, facts: Facts, heading: Section | None, name: Name) -> dict[str, tuple[Anchor, ...]]:
    anchors = {field: tuple(found) for field, found in facts.anchors.items()}
    if heading is not None and name.start >= 0 and name.title:
        start = heading.text.start + len(heading.title[: name.start].encode())
        span = Span(start, start + len(name.title.encode()))
        anchors["title"] = (*anchors.get("title", ()), title_anchor(document, span))
    return anchors


def dialect(document: Document, outline: Outline, lines: list[KeyLine], scope: Scope) -> str:
    """The dialect by whose marks the scope goes."""
    matter = document.front_matter
    text = document.text
    return dialect_of(
        (fold(entry.key) for entry in matter.entries) if matter and scope.whole else (),
        (text[line.key_start : line.key_end].lower() for line in lines),
        (section.title.lower() for section in outline.sections[scope.section : scope.last]),
    )
