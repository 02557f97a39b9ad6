"""Folders of milestones for the panels: an ordinary project that has something for each of them, and one that means harm."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from tests.tui.dashboard import until

KEYS = {"overview": "1", "milestone": "2", "risks": "3", "dependencies": "4", "tracks": "5", "checkpoints": "6", "activity": "7"}
"""Panel → its key."""

PLAN = {
    "M1.md": """# M1: Ground

**Status**: completed
**Track**: Yard
**Start**: 2026-09-01
**Target**: 2026-10-01
**Owner**: Mira Okafor

- [x] Level the field
""",
    "M2.md": """# M2: Walls

**Status**: active
**Track**: Yard
**Start**: 2026-10-05
**Target**: 2026-12-01
**Owner**: Mira Okafor
**Depends on**: M1

## Tasks

- [x] Order bricks
- [ ] Lay bricks @tomas (due 2026-11-19)
- [ ] Mix mortar (due 2026-11-21)

## Checks

- [ ] Plumb
- [ ] Level

## Risks

| Risk | Probability | Impact | Mitigation |
|---|---|---|---|
| Rain for a week | High | High | a tarpaulin |
| Bricks are late | Medium | High | a second yard |
| A crack | Low | Low | wait |

## Checkpoints

- **25% Checkpoint**: 2026-10-20 - first row
- **50% Checkpoint**: 2026-11-10 - window height
- **75% Checkpoint**: 2026-11-27 - lintels
""",
    "M3.md": """# M3: Roof

**Status**: planned
**Track**: Tower
**Start**: 2026-11-01
**Target**: 2026-11-14
**Owner**: Tomas Reyes
**Depends on**: M2, Crane hire

- [ ] Rafters
- [ ] Tiles
  - [ ] red ones

## Risks

- Wind (Probability: High, Impact: Critical)
- Nobody has looked at the chimney
""",
    "M4.md": "# M4: Garden\n\n**Status**: planned\n**Track**: Yard\n\n- [ ] Ask for a plan\n",
    "M5.md": "# M5: Someday\n\nPeople talk about it.\n",
}
"""File name → text; as of 21 November 2026 M3 is late and waits for M2, of which two checkpoints are missed."""

_ODD = (
    "[red]loud[/red] [/] [@click=app.quit]x[/] [link=x]",
    "\x1b[31mesc\x07\x00\x9b\x7f \x1b]0;title\x07",
    "\u202eesrever\u202c \u2066iso\u2069 \u200f\u2028\u2029",
    "日本語の長い題名と漢字とかな " * 4,
    "👩‍🚀⚠️🏳️‍🌈👨‍👩‍👧 e\u0301\u0323\u0300 न्द 🇩🇪 ☝🏽 ❤️",
    "z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035aalgo\u200b\ufeff\u00ad",
    "wide " * 1000,
    "x" * 5000,
)
"""Texts that are markup, that terminals obey, that turn the direction round, or whose width is easily got wrong."""


def hostile() -> dict[str, str]:
    """Files in each of which one of the odd texts stands wherever a text can stand."""
    files = {}
    for number, odd in enumerate(_ODD, 1):
        cell = odd.replace("|", "/")
        files[f"H{number}.md"] = f"""---
id: "{_quoted(f"H{number} {odd[:60]}")}"
owner: "{_quoted(odd)}"
track: "{_quoted(odd)}"
status: active
start: 2026-10-0{number}
target: 2026-11-{10 + number}
depends_on: ["{_quoted(odd)}", H{number - 1}]
---

# {odd}

## Tasks {odd}

- [ ] {odd} @{odd} (due 2026-11-2{number % 10})
- [x] done {odd}

## Risks

| Risk | Probability | Impact | Mitigation | Owner |
|---|---|---|---|---|
| {cell} | High | Medium | {cell} | {cell} |
| unrated {cell} | {cell} | {cell} | {cell} | {cell} |

## Checkpoints

- **25% Checkpoint**: 2026-11-0{number} - {odd}
- **75% Checkpoint**: {odd} - {odd}

## Dependencies

### Upstream
- H{number - 1}: {odd}
- {odd}

### Blockers
- {odd}
"""
    files[f"Odd [b]{_ODD[3][:9]}👩‍🚀 e\u0301.md"] = "# Q1: An odd name\n\n- [ ] x\n"
    return files


def _quoted(text: str) -> str:
    """For the inside of a quoted scalar."""
    return "".join(
        each if each.isprintable() and each not in '"\\' else f"\\u{ord(each):04x}" if ord(each) > 31 else " " for each in text
    )


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder with these files."""
    root = folder / "milestones"
    root.mkdir()
    for name, text in files.items():
        (root / name).write_bytes(text.encode())
    return root


async def shown_panel(pilot: Pilot[None], name: str) -> MilestoneApp:
    """The app with a panel open and everything in it that it shows."""
    app = pilot.app
    assert isinstance(app, MilestoneApp)
    await until(pilot, lambda: app.main.snapshot is not None and app.main.snapshot.loaded)
    await pilot.press(KEYS[name])

    def complete() -> bool:
        view = app.main.stage.panel(name).view
        needs = app.main.stage.needs()
        survey = view.survey if view else None
        return app.main.stage.active == name and (
            not needs or (survey is not None and not survey.lacks(needs) and not survey.unread)
        )

    await until(pilot, complete)
    await pilot.pause()
    return app


def whole(app: MilestoneApp) -> str:
    """What stands on the screen; fails when a line is not as wide as the screen or holds what a terminal obeys."""
    width, height = app.size
    lines = ["".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()]
    assert len(lines) == height
    for line in lines:
        assert cell_len(line) == width, (cell_len(line), line)
        assert not [each for each in line if ord(each) < 32 or 0x7F <= ord(each) < 0xA0 or each in "\u202e\u2066\u200f\u2028"], (
            line
        )
    return "\n".join(lines)
