"""A project of any size, made up from a number: files of several shapes with something for each panel."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

_VERBS = ("Move", "Split", "Measure", "Document", "Harden", "Replace", "Translate", "Review")
_NOUNS = ("the billing tables", "search", "the import of photos", "sign-in", "the night run", "the map", "reports", "backups")
_PEOPLE = ("Mira Okafor", "Tomas Reyes", "Ines Duarte", "Sami Koskela", "")
_TRACKS = ("Platform", "Phone", "Desk", "")
_LEVELS = ("Low", "Medium", "High", "Critical")
_STATES = ("planned", "active", "completed", "on hold", "blocked", "cancelled", "")
_FIRST_DAY = date(2026, 1, 5)


def generate(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` files `M0001.md`, `M0002.md`, …; the same ones for the same numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    for number in range(1, count + 1):
        shape = _SHAPES[number % len(_SHAPES)]
        (folder / f"M{number:04}.md").write_text(shape(chance, number), encoding="utf-8", newline="\n")


def _key_lines(chance: random.Random, number: int) -> str:
    start, target = _dates(chance, number)
    return f"""# M{number:04}: {_title(chance)}

**Status**: {chance.choice(_STATES)}
**Owner**: {chance.choice(_PEOPLE)}
**Track**: {chance.choice(_TRACKS)}
**Start**: {start}
**Target**: {target}
**Depends on**: {_needs(chance, number)}

## Tasks

{_boxes(chance, 9)}

## Risks

| Risk | Probability | Impact | Mitigation |
|---|---|---|---|
| {_title(chance)} fails | {chance.choice(_LEVELS)} | {chance.choice(_LEVELS)} | try again |

## Checkpoints

- **50% Checkpoint**: {start + (target - start) / 2} - {_title(chance).lower()}
"""


def _front_matter(chance: random.Random, number: int) -> str:
    start, target = _dates(chance, number)
    return f"""---
milestone_id: "M{number:04}"
status: "{chance.choice(_STATES)}"
start_date: "{start}"
target_date: "{target}"
milestone_lead: "{chance.choice(_PEOPLE)}"
completion_percentage: {chance.randrange(101)}
risk_level: "{chance.choice(_LEVELS).lower()}"
dependencies: [{_needs(chance, number)}]
track: "{chance.choice(_TRACKS)}"
---

# M{number:04}: {_title(chance)}

### Success Criteria
{_boxes(chance, 5)}

## Risk Assessment

1. **{_title(chance)}** (Probability: {chance.choice(_LEVELS)}, Impact: {chance.choice(_LEVELS)})
   - **Mitigation**: ask twice
2. Nobody rated this one
"""


def _boxes_alone(chance: random.Random, number: int) -> str:
    return f"# M{number:04}: {_title(chance)}\n\n{_boxes(chance, 14)}\n"


def _prose(chance: random.Random, number: int) -> str:
    return f"# M{number:04}: {_title(chance)}\n\nStatus: {chance.choice(_STATES)}\n\nPeople talk about {chance.choice(_NOUNS)}.\n"


_SHAPES: tuple[Callable[[random.Random, int], str], ...] = (_key_lines, _front_matter, _key_lines, _boxes_alone, _prose)


def _dates(chance: random.Random, number: int) -> tuple[date, date]:
    start = _FIRST_DAY + timedelta(days=number // 3 + chance.randrange(60))
    return start, start + timedelta(days=chance.randrange(7, 90))


def _title(chance: random.Random) -> str:
    return f"{chance.choice(_VERBS)} {chance.choice(_NOUNS)}"


def _needs(chance: random.Random, number: int) -> str:
    """A few that come before, now and then a name that is none of them."""
    named = {f"M{chance.randrange(max(1, number - 40), number):04}" for _ in range(chance.randrange(3)) if number > 1}
    return ", ".join([*sorted(named), *(["Vendor contract"] if chance.random() < 0.02 else [])])


def _boxes(chance: random.Random, most: int) -> str:
    lines = []
    for at in range(chance.randrange(1, most + 1)):
        indent = "  " if at and chance.random() < 0.2 else ""
        due = f" (due {_FIRST_DAY + timedelta(days=chance.randrange(600))})" if chance.random() < 0.2 else ""
        lines.append(f"{indent}- [{chance.choice(' x')}] {_title(chance)} {at}{due}")
    return "\n".join(lines)
