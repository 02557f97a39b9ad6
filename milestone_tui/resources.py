"""Finds what is shipped beside the code: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path | None:
    """The folder of that name, such as `themes` or `sample_project`; None when it was not installed."""
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    return None
