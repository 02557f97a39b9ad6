"""Bytes made safe to parse, every offset kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.text.source import Encoding, source_of


def test_plain_utf_8_is_taken_as_it_is() -> None:
    data = "# Été ✅\r\n".encode()
    source = source_of(data)
    assert (source.text, source.bom, source.encoding, source.read_only) == (data, 0, Encoding.UTF_8, False)


def test_a_byte_order_mark_counts_in_offsets_and_is_told() -> None:
    source = source_of(b"\xef\xbb\xbf# T")
    assert (source.bom, source.text) == (3, b"\xef\xbb\xbf# T")


@pytest.mark.parametrize("broken", [b"\xff", b"\xc3", b"\xe2\x9c", b"\xf0\x9f\x9f", b"\xed\xa0\x80", b"\xc0\xaf", b"\xfe\xfe"])
def test_each_invalid_byte_is_one_question_mark(broken: bytes) -> None:
    source = source_of(b"- [ ] caf" + broken + b" x\n")
    assert source.text == b"- [ ] caf" + b"?" * len(broken) + b" x\n"
    assert source.encoding is Encoding.BROKEN_UTF_8
    assert not source.read_only


@given(st.binary().filter(lambda data: b"\0" not in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))))
def test_every_offset_stays_for_any_bytes(data: bytes) -> None:
    source = source_of(data)
    assert len(source.text) == len(data)
    source.text.decode()
    assert all(was == now for was, now in zip(data, source.text, strict=True) if was < 0x80)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_shown_and_not_edited(codec: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[codec]
    source = source_of(mark + "# Tést".encode(codec))
    assert source.text.decode().endswith("# Tést")
    assert source.read_only


def test_utf_16_that_breaks_off_does_not_raise() -> None:
    assert source_of(b"\xff\xfea\0b").read_only


def test_a_file_with_nul_bytes_is_not_edited() -> None:
    source = source_of(b"# T\0\n\xff")
    assert (source.text, source.encoding, source.read_only) == (b"# T?\n?", Encoding.NUL, True)
