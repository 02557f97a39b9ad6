"""Any edits, one after the other, then all taken back: the bytes are those of the beginning, and each edit did what it says."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.editing.storms import VARIANTS, rage
from tests.real_files import needs_real_files, real_files

_BULLETS = st.sampled_from(["- ", "* ", "+ ", "1. ", "2) ", "-\t", "-   "])
_BOXES = st.sampled_from(["[ ] ", "[x] ", "[X] ", "[~] ", "", "[ ]", "[✅] "])
_TEXTS = st.sampled_from(
    [
        "paint",
        "tar @mira",
        "rig (4h)",
        "oil 📅 2026-01-01",
        "a | b",
        "**bold**: x",
        "~~gone~~",
        "paint",
        "ünï 🚢",
        "Status: done",
        "\\[x] a",
    ]
)
_ITEMS = st.builds(
    lambda indent, bullet, box, text: " " * indent + bullet + box + text,
    st.sampled_from([0, 0, 0, 2, 3, 4, 6]),
    _BULLETS,
    _BOXES,
    _TEXTS,
)
_OTHERS = st.sampled_from(
    [
        "", "", "", "## Tasks", "### Risks", "## M1 a", "words", "  lazy words", "> - [ ] quoted", "> more", "---", "```",
        "<!--", "-->", "    - [ ] code", "| Risk | Impact |", "|---|---|", "| Ice | High |", "**Status**: Active  ",
        "- **25% Checkpoint**: 2026-01-01 - x", "**Dependencies**: M0, M2", "**Progress**: 10%",
        "1. **Ice** (Probability: High, Impact: Low)", "   - Mitigation: salt", "\t- [ ] tabbed",
    ]
)  # fmt: skip
_MATTERS = st.sampled_from(["", "---\nid: M1\nstatus: planned\n---\n", "---\ndependencies:\n  - M0\nprogress: 10 # x\n---\n"])
_FILES = st.builds(
    lambda matter, lines, end: matter + "\n".join(lines) + end,
    _MATTERS,
    st.lists(st.one_of(_ITEMS, _ITEMS, _OTHERS), min_size=1, max_size=16),
    st.sampled_from(["\n", "", "\n\n", "  \n"]),
)


@given(text=_FILES, variant=st.sampled_from(sorted(VARIANTS)), seed=st.integers(0, 2**32))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_edits_of_any_text_are_taken_back_to_the_byte(text: str, variant: str, seed: int) -> None:
    rage(VARIANTS[variant](text.encode()), "plans/M1.md", Random(seed), 6)


@needs_real_files
@pytest.mark.corpus
@pytest.mark.parametrize("variant", list(VARIANTS))
def test_edits_of_every_real_file_are_taken_back_to_the_byte(variant: str) -> None:
    made = 0
    for number, path in enumerate(real_files()):
        made += rage(VARIANTS[variant](path.read_bytes()), path.name, Random(f"{variant}{number}"), 2).made
    assert made > len(real_files()) // 2
