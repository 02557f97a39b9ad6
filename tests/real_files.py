"""Real milestone files and templates beside the repository, where they exist; tests that need them skip loudly without."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
TEMPLATES = SHARED / "templates"
CORPUS = SHARED / "corpus"

needs_real_files = pytest.mark.skipif(not CORPUS.is_dir(), reason="there is no ../shared with real milestone files")


def real_files() -> list[Path]:
    """Every Markdown file of the collection, in order."""
    return sorted([*TEMPLATES.glob("*.md"), *CORPUS.rglob("*.md")])
