"""Finds the heading that somebody means, among those of a file or of one milestone in it."""

from __future__ import annotations

from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.targets import milestone_of
from milestone_tui.reading.outline import Section
from milestone_tui.reading.reader import Reading
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair

_SHOWN = 8


def sections_of(milestone: str, reading: Reading) -> list[Section] | Refusal:
    """The sections of the milestone of that key, or of the whole file for an empty one."""
    if not milestone:
        return list(reading.outline.sections)
    found = milestone_of(milestone, reading)
    if isinstance(found, Refusal):
        return found
    scope = found[1].scope
    return reading.outline.sections[scope.section : scope.last]


def heading_named(words: str, sections: list[Section], reading: Reading) -> Section | Refusal:
    """The one section whose heading stands in that line, or has these words; ` / ` goes from the outer to the inner."""
    if words.isdecimal():
        return _at_line(int(words), sections, reading)
    headed = [section for section in sections if section.level]
    wanted = tuple(_plain(part) for part in words.split(" / "))
    paths = {section.number: tuple(_plain(title) for title in reading.outline.path(section)) for section in headed}
    for fits in (_is_end, _holds):
        found = [section for section in headed if fits(paths[section.number], wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            return Refusal(
                f'{len(found)} headings match "{words}"', "give its line, or the headings around it", _listed(found, reading)
            )
    return Refusal(f'no heading says "{words}"', "give one of those that are there", _listed(headed, reading))


def listed_headings(sections: list[Section], reading: Reading) -> tuple[str, ...]:
    """Headings with their lines, for a refusal."""
    return _listed([section for section in sections if section.level], reading)


def _at_line(line: int, sections: list[Section], reading: Reading) -> Section | Refusal:
    around = [section for section in sections if section.level and reading.document.line_at(section.text.start) <= line]
    if around:
        return around[-1]
    if sections and sections[0].level == 0:
        return sections[0]
    return Refusal(f"line {line} stands under no heading", "give the line of a heading", _listed(sections, reading))


def _plain(title: str) -> str:
    return fold(repair(title).replace("**", "").replace("`", "")).strip("*_: ")


def _is_end(path: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return path[-len(wanted) :] == wanted


def _holds(path: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(path) >= len(wanted) and all(part in title for part, title in zip(wanted, path[-len(wanted) :], strict=True))


def _listed(sections: list[Section], reading: Reading) -> tuple[str, ...]:
    shown = [f"{reading.document.line_at(section.text.start)}: {section.title}" for section in sections[:_SHOWN]]
    if len(sections) > _SHOWN:
        shown.append(f"and {len(sections) - _SHOWN} more")
    return tuple(shown)
