"""A tick changes one byte, at the box that was meant, or nothing."""

from __future__ import annotations

import pytest

from milestone_tui.editing.planning import Change
from milestone_tui.reading.reader import read
from tests.editing.plans import PATH, box, refused, ticked

TASKS = "# M1\n\n## Tasks\n\n- [ ] paint the hull\n- [x] buy tar\n"


def changed(before: bytes, after: bytes) -> list[int]:
    """Where two texts of one length differ."""
    assert len(before) == len(after)
    return [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]


@pytest.mark.parametrize(
    "text",
    [
        TASKS,
        TASKS.replace("\n", "\r\n"),
        "\ufeff" + TASKS,
        TASKS.rstrip("\n"),
        TASKS.replace("- [", "-\t["),
        TASKS.replace("- [", "> - ["),
        TASKS.replace("- [", "  1. ["),
        TASKS.replace("- [", "* ["),
        "---\ntitle: ünïcödé 🚢\n---\n" + TASKS,
        TASKS.replace("- [ ]", "- Work\n\n  - [ ]"),
    ],
    ids=["plain", "crlf", "bom", "no newline", "tab", "quote", "ordered", "star", "front matter", "nested"],
)
def test_a_tick_changes_the_one_byte_between_the_brackets(text: str) -> None:
    before = text.encode()
    after = ticked(text, "paint the hull")
    (place,) = changed(before, after)
    assert (before[place - 1 : place + 2], after[place - 1 : place + 2]) == (b"[ ]", b"[x]")
    assert ticked(after, "paint the hull", done=False) == before


def test_invalid_bytes_elsewhere_stay_as_they_are() -> None:
    before = b"# M1 \xff\xfe\n\n- [ ] paint\n- [ ] tar \xe9\n"
    assert changed(before, ticked(before, "paint")) == [before.index(b"[ ] paint") + 1]


def test_the_letter_is_the_one_that_the_file_ticks_with() -> None:
    assert b"[X] paint" in ticked("- [ ] paint\n- [X] a\n- [X] b\n- [x] c\n", "paint")
    assert b"[x] paint" in ticked("- [ ] paint\n- [X] a\n- [x] b\n", "paint")
    assert b"[x] paint" in ticked("- [ ] paint\n- [ ] a\n", "paint")


def test_ticking_what_is_ticked_changes_nothing_and_says_so() -> None:
    planned = box(TASKS, "buy tar")
    assert isinstance(planned, Change)
    assert (planned.patches, planned.before, planned.line) == ((), planned.after, 6)
    assert "already" in planned.summary


@pytest.mark.parametrize(("marker", "after"), [("~", "x"), ("DONE", " "), ("PARTIAL", "DONE"), ("⚠️", "x"), ("✅", " ")])
def test_a_marker_that_is_no_gfm_box_is_written_in_the_manner_of_the_file(marker: str, after: str) -> None:
    done = after != " "
    text = f"- [{marker}] paint\n- [x] tar\n"
    assert ticked(text, "paint", done=done).decode() == text.replace(f"[{marker}]", f"[{after}]")


def test_part_of_a_text_is_enough_when_only_one_box_has_it() -> None:
    assert b"[x] paint the hull" in ticked(TASKS, "HULL")


def test_the_whole_text_wins_over_a_part() -> None:
    assert ticked("- [ ] paint\n- [ ] paint the hull\n", "paint") == b"- [x] paint\n- [ ] paint the hull\n"


def test_a_part_is_not_enough_when_the_exact_text_is_asked_for() -> None:
    found = refused(box(TASKS, "hull", exact=True))
    assert found.candidates == ("5: [ ] paint the hull", "6: [x] buy tar")


def test_duplicates_are_refused_and_listed() -> None:
    found = refused(box("- [ ] paint\n- [ ] tar\n\n## More\n\n- [x] paint\n", "paint"))
    assert found.text == '2 boxes match "paint"'
    assert found.candidates == ("1: [ ] paint", "6: [x] paint")


def test_a_long_list_of_candidates_is_cut_short() -> None:
    found = refused(box("- [ ] paint\n" * 9, "paint"))
    assert len(found.candidates) == 7
    assert found.candidates[-1] == "and 3 more"


def test_a_line_names_one_of_two_equal_boxes() -> None:
    assert ticked("- [ ] paint\n- [ ] paint\n", line=2) == b"- [ ] paint\n- [x] paint\n"
    assert ticked("- [ ] paint\n- [ ] paint\n", "paint", line=2) == b"- [ ] paint\n- [x] paint\n"


def test_a_box_is_found_again_after_lines_were_inserted_above_it() -> None:
    moved = "# M1\n\nA new line.\n\n" + TASKS.removeprefix("# M1\n\n")
    assert b"[x] paint the hull" in ticked(moved, "paint the hull", line=5, exact=True)


def test_a_box_that_moved_is_known_by_its_key_among_equals() -> None:
    before = "# M1\n\n## A\n\n- [ ] paint\n\n## B\n\n- [ ] paint\n"
    key = read(before.encode(), PATH).contents(0).checklist[1].items[0].key
    moved = before.replace("# M1\n", "# M1\n\nnew\n")
    assert ticked(moved, "paint", line=9, item=key, exact=True).decode() == moved[::-1].replace("] [", "]x[", 1)[::-1]


def test_a_box_that_another_text_took_the_place_of_is_refused() -> None:
    found = refused(box(TASKS.replace("paint the hull", "burn the hull"), "paint the hull", line=5, exact=True))
    assert found.text == 'line 5 no longer says "paint the hull"'
    assert found.candidates == ("5: [ ] burn the hull",)


def test_a_line_without_a_box_is_refused_with_the_nearest_boxes() -> None:
    found = refused(box(TASKS, line=3))
    assert found.text == "line 3 holds no box"
    assert found.candidates[0] == "5: [ ] paint the hull"


def test_words_that_no_box_says_are_refused() -> None:
    assert refused(box(TASKS, "sink")).text == 'no box says "sink"'
    assert refused(box("# M1\n", "sink")).candidates == ()


@pytest.mark.parametrize(
    "text", ["```\n- [ ] paint\n```\n", "<!--\n- [ ] paint\n-->\n", "- [ ]paint\n", "| [ ] paint | x |\n|---|---|\n"]
)
def test_what_is_no_box_is_not_ticked(text: str) -> None:
    refused(box(text, "paint"))


def test_only_the_boxes_of_the_named_milestone_are_looked_at() -> None:
    from milestone_tui.editing.planning import plan
    from milestone_tui.model.edit import SetBox

    text = "# P\n\n## M1 a\n\n- [ ] paint\n\n## M2 b\n\n- [ ] paint\n"
    planned = plan(SetBox(PATH, True, text="paint", milestone=f"{PATH}#M2"), read(text.encode(), PATH))
    assert isinstance(planned, Change)
    assert planned.line == 9


def test_a_file_that_is_no_utf_8_text_is_only_shown() -> None:
    assert "only shown" in refused(box("- [ ] paint\n".encode("utf-16"), "paint")).text
    assert "only shown" in refused(box(b"- [ ] paint\n\0", "paint")).text
