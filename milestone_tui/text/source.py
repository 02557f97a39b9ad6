"""The bytes of a file made safe to parse, every offset kept."""

from __future__ import annotations

import codecs
from enum import StrEnum
from typing import NamedTuple

_UTF8_BOM = codecs.BOM_UTF8
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BROKEN_AS_QUESTION_MARK = "milestone_tui.question_mark"


class Encoding(StrEnum):
    """How the bytes of a file came to be text."""

    UTF_8 = "utf-8"
    BROKEN_UTF_8 = "utf-8 with invalid bytes"
    UTF_16 = "utf-16"
    NUL = "text with NUL bytes"


class Source(NamedTuple):
    """A file's bytes and the valid UTF-8 that stands for them."""

    data: bytes
    """The file as it is; the only thing that patches are made against."""
    text: bytes
    """Valid UTF-8. As long as `data`, byte for byte in the same places, unless `read_only`."""
    bom: int
    """How many bytes a byte order mark takes at the front of `text`: 0 or 3."""
    encoding: Encoding

    @property
    def read_only(self) -> bool:
        """Whether offsets in `text` cannot be trusted to be those of the file."""
        return self.encoding in (Encoding.UTF_16, Encoding.NUL)


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "?" * (error.end - error.start), error.end


codecs.register_error(_BROKEN_AS_QUESTION_MARK, _question_marks)


def source_of(data: bytes) -> Source:
    """The source for the bytes of a file: each invalid byte stands as one `?`, UTF-16 is decoded, NUL is `?`."""
    if data.startswith(_UTF16_BOMS):
        text = data.decode("utf-16", errors="replace").encode()
        return Source(data, text, 0, Encoding.UTF_16)
    bom = len(_UTF8_BOM) if data.startswith(_UTF8_BOM) else 0
    if b"\0" in data:
        text = data.replace(b"\0", b"?").decode("utf-8", _BROKEN_AS_QUESTION_MARK).encode()
        return Source(data, text, bom, Encoding.NUL)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", _BROKEN_AS_QUESTION_MARK).encode()
        return Source(data, text, bom, Encoding.BROKEN_UTF_8)
    return Source(data, data, bom, Encoding.UTF_8)
