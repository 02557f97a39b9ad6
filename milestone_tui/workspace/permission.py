"""Whether the files of a project can be written at all."""

from __future__ import annotations

import os
from collections.abc import Iterable


def why_none_is_written(root: str, paths: Iterable[str]) -> str:
    """Why none of the files can be written; empty when one can, or when there is none."""
    locations = [f"{root}/{path}" for path in paths]
    if not locations or any(os.access(location, os.W_OK) for location in locations):
        return ""
    return "the disk is mounted read-only" if _is_mounted_so(locations[0]) else "you may not write these files"


def _is_mounted_so(location: str) -> bool:
    try:
        return bool(os.statvfs(location).f_flag & os.ST_RDONLY)
    except (OSError, AttributeError):  # Windows does not say
        return False
