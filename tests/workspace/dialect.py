"""A kitchen's own dialect: a configuration, and files that nobody else would understand."""

from __future__ import annotations

from pathlib import Path

from milestone_tui.workspace.workspace import Workspace
from tests.workspace.folders import folder

CONFIGURATION = """\
folders: [quests]
ids: ["Pot[.][a-z]+"]
words:
  status:
    active: [cooking, am köcheln, "🍳"]
    completed: [served]
    on_hold: [simmering on low]
  levels:
    high: [spicy]
    low: [mild]
  fields:
    owner: [chef]
    target: [serving day]
    upstream: [needs from]
markers:
  k: active
  s: done
  "-": cancelled
  PLATED: done
"""
SOUP = """\
# Pot.soup — The long soup

**State**: Cooking (since May) | **Chef**: Anna | **Serving day**: 2026-12-01
**Priority**: spicy
Needs from: Pot.stock, Pot.bread (served)

## Steps

- [ ] chop
- [k] boil
- [s] wash
- [-] burn
"""
STOCK = "---\nstatus: simmering on low\nchef: Bob\n---\n# Stock\n\n- [x] bones\n"
SOUP_PATH = "quests/the-long-soup.md"
STOCK_PATH = "quests/Pot.stock.md"


def kitchen(root: Path, configuration: str = CONFIGURATION) -> Workspace:
    """The kitchen's project, not read yet; without a configuration when that is empty."""
    files: dict[str, str | bytes] = {SOUP_PATH: SOUP, STOCK_PATH: STOCK}
    if configuration:
        files[".milestone-tui.yaml"] = configuration
    return Workspace(folder(root, files), root.parent / "state")
