"""What the dashboard remembers of a project from one run to the next, in the user's state folder; never beside the project."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

_MOST_BYTES = 1024 * 1024


def recall(state_dir: Path | None, root: Path) -> dict[str, Any]:
    """What was remembered of the project at `root`; empty when there is nothing, or nothing that can be read."""
    if state_dir is None:
        return {}
    try:
        with _file(state_dir, root).open("rb") as file:
            found = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def remember(state_dir: Path | None, root: Path, values: dict[str, Any]) -> None:
    """Keep `values` for the next run. Where that cannot be written, nothing is lost but the place of a cursor."""
    if state_dir is None:
        return
    file = _file(state_dir, root)
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.write_text(json.dumps(values), encoding="utf-8")
        temporary.replace(file)
    except (OSError, ValueError):
        with suppress(OSError):
            temporary.unlink()


def _file(state_dir: Path, root: Path) -> Path:
    name = blake2b(os.fsencode(root), digest_size=12).hexdigest()
    return state_dir / "views" / f"{name}.json"
