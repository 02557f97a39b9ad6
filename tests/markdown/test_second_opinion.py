"""python-frontmatter reads the same values out of ordinary front matter; it writes only files that are new."""

from __future__ import annotations

import frontmatter
import pytest

from milestone_tui.markdown.document import Document
from milestone_tui.markdown.front_matter import Scalar, Sequence
from tests.real_files import needs_real_files, real_files


def ours(data: bytes) -> dict[str, object]:
    matter = Document(data).front_matter
    assert matter is not None
    values: dict[str, object] = {}
    for entry in matter.entries:
        if isinstance(entry.value, Scalar):
            values[entry.key] = entry.value.text
        elif isinstance(entry.value, Sequence):
            values[entry.key] = [item.text for item in entry.value.items if isinstance(item, Scalar)]
    return values


def test_both_read_the_same_text_and_lists() -> None:
    data = b"---\ntitle: 'It''s on'\nowner: Mira  # lead\ndepends_on: [M1, \"M2\"]\ntags:\n  - a\n  - b c\n---\n\n# Body\n"
    assert ours(data) == frontmatter.loads(data.decode()).metadata


@needs_real_files
@pytest.mark.corpus
def test_both_see_the_same_keys_in_real_files() -> None:
    seen = 0
    for path in real_files():
        data = path.read_bytes()
        matter = Document(data).front_matter
        if matter is None or matter.problem:
            continue
        try:
            theirs, _ = frontmatter.parse(data.decode())
        except Exception:
            continue
        if not theirs:
            continue  # it overlooks a block that we see
        assert [str(key) for key in theirs] == list(dict.fromkeys(entry.key for entry in matter.entries)), path
        seen += 1
    assert seen > 40


def test_what_it_writes_for_a_new_file_is_read_back() -> None:
    post = frontmatter.Post("# M7: New\n", milestone_id="M7", status="planned")
    written = frontmatter.dumps(post, sort_keys=False).encode()
    assert ours(written) == {"milestone_id": "M7", "status": "planned"}
