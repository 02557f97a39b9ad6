"""An item changes in its own line: state, words, owner, day, estimate."""

from __future__ import annotations

import pytest

from milestone_tui.editing.items import next_state, states_of
from milestone_tui.model.edit import SetItem, SetState
from milestone_tui.reading.reader import read
from milestone_tui.reading.teaching import Taught, lexicon_of
from tests.editing.plans import PATH, made, named, outcome, refused

TASKS = "# M1\n\n## Tasks\n\n- [ ] paint the hull\n- [x] buy tar\n- [~] rig the mast\n"


@pytest.mark.parametrize(
    ("words", "state", "old", "new"),
    [
        ("paint", "active", "[ ] paint", "[~] paint"),
        ("paint", "done", "[ ] paint", "[x] paint"),
        ("rig", "open", "[~] rig", "[ ] rig"),
        ("tar", "~", "[x] buy", "[~] buy"),
    ],
)
def test_a_state_is_written_by_the_marker_that_the_file_uses(words: str, state: str, old: str, new: str) -> None:
    assert made(TASKS, SetState(PATH, named(words), state)) == TASKS.replace(old, new)


def test_a_state_that_the_file_has_no_marker_for_is_refused_with_those_it_has() -> None:
    found = refused(outcome(TASKS, SetState(PATH, named("paint"), "blocked")))
    assert found.candidates == ("[ ] open", "[~] active", "[x] done")
    assert refused(outcome("- [ ] a\n", SetState(PATH, named("a"), "~")))


@pytest.mark.parametrize(
    ("words", "state", "new"),
    [("paint", "blocked", "[x] paint"), ("paint", "active", "[~] paint"), ("rig", "dropped", "[ ] rig")],
)
def test_a_key_that_goes_on_to_the_next_state_passes_those_that_no_marker_says(words: str, state: str, new: str) -> None:
    old = "[~] rig" if words == "rig" else "[ ] paint"
    assert made(TASKS, SetState(PATH, named(words), state, or_next=True)) == TASKS.replace(old, new)


def test_states_are_gone_through_in_one_order_and_begin_again() -> None:
    reading = read(TASKS.encode(), PATH)
    assert list(states_of(reading)) == ["open", "active", "done"]
    assert [next_state(named(words), reading) for words in ("paint", "rig", "tar")] == ["active", "done", "open"]
    assert states_of(read(b"- [ ] a\n- [X] b\n- [X] c\n", PATH)) == {"open": " ", "done": "X"}


def test_markers_that_the_configuration_counts_are_offered_too() -> None:
    taught = lexicon_of(Taught(markers={"?": "blocked"}))
    assert states_of(read(b"- [ ] a\n", PATH, taught))["blocked"] == "?"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- [ ] paint the hull", "- [ ] paint the deck"),
        ("1. [ ] paint the hull  ", "1. [ ] paint the deck  "),
        ("> - [ ] paint the hull", "> - [ ] paint the deck"),
        ("-\t[ ]\tpaint the hull", "-\t[ ]\tpaint the deck"),
        ("- [ ] paint the\n  hull", "- [ ] paint the\n  deck"),
        ("- [~] paint the hull", "- [~] paint the deck"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_only_the_words_that_change_are_written(old: str, new: str, ending: str) -> None:
    before, after = (f"# M1\n\n{each}".replace("\n", ending or "\n") + ending for each in (old, new))
    assert made(before, SetItem(PATH, named("paint the hull"), "text", "paint the deck")) == after


def test_bytes_that_are_no_utf_8_and_damaged_symbols_stay_where_they_stay() -> None:
    before = b"- [ ] \xe9 paint \xe2\x80\x9a\xc3\xba\xc3\x96 the \xff hull\n"
    text = read(before, PATH).contents(0).checklist[0].items[0].text
    planned = outcome(before, SetItem(PATH, named("paint"), "text", "now " + text.replace("hull", "deck")))
    assert getattr(planned, "after", planned) == b"- [ ] now " + before[6:].replace(b"hull", b"deck")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "needs words"),
        ("a\nb", "several lines"),
        ("a\tb", "a tab"),
        ("a\x1bb", "control character"),
        ("[x] a", "like a box"),
        (" a", "a space"),
        ("a \u202e b", "direction"),
    ],
)
def test_words_that_cannot_stand_there_are_refused_with_the_reason(value: str, reason: str) -> None:
    assert reason in refused(outcome(TASKS, SetItem(PATH, named("paint"), "text", value))).text


@pytest.mark.parametrize("value", ["# not a heading", "---", "- a", "1. a", "> a", "a | b", "<!-- a", "```", "**a", "[[a]]", "`"])
def test_words_that_only_look_like_markdown_are_the_items_words(value: str) -> None:
    assert made(TASKS, SetItem(PATH, named("paint"), "text", value)) == TASKS.replace("paint the hull", value)


def test_a_text_that_is_no_longer_the_expected_one_is_refused() -> None:
    found = refused(outcome(TASKS, SetItem(PATH, named("paint"), "text", "x", expect="paint the deck")))
    assert found.candidates == ("5: paint the hull",)


@pytest.mark.parametrize(
    ("text", "part", "value", "new"),
    [
        ("paint @mira today", "owner", "noor", "paint @noor today"),
        ("paint", "owner", "@noor", "paint @noor"),
        ("paint", "owner", "Noor Haddad", "paint (owner: Noor Haddad)"),
        ("paint @mira", "owner", "Noor Haddad", "paint (owner: Noor Haddad)"),
        ("paint (owner: Mira) now", "owner", "", "paint now"),
        ("paint @mira, please", "owner", "", "paint, please"),
        ("paint", "due", "2026-12-04", "paint (due 2026-12-04)"),
        ("paint 📅 2026-01-01 ⏫", "due", "2026-12-04", "paint 📅 2026-12-04 ⏫"),
        ("paint (due 2026-01-01)", "due", "", "paint"),
        ("paint - 2026-01-01", "due", "2026-12-04", "paint - 2026-12-04"),
        ("paint", "estimate", "4h", "paint (4h)"),
        ("paint (est: 2 days) @mira", "estimate", "3 days", "paint (est: 3 days) @mira"),
        ("paint (4h)", "estimate", "", "paint"),
        ("paint ^ref1", "owner", "noor", "paint @noor ^ref1"),
        ("paint est: 2 days", "due", "2026-12-04", "paint est: 2 days, (due 2026-12-04)"),
    ],
)
def test_parts_are_written_where_they_stand_or_where_most_files_have_them(text: str, part: str, value: str, new: str) -> None:
    assert made(f"- [ ] {text}\n", SetItem(PATH, named("paint"), part, value)) == f"- [ ] {new}\n"


@pytest.mark.parametrize(
    ("other", "part", "value", "written"),
    [
        ("tar 📅 2026-01-01", "due", "2026-12-04", "paint 📅 2026-12-04"),
        ("tar (est: 2h)", "estimate", "4h", "paint (est: 4h)"),
        ("tar (owner: Mira)", "owner", "noor", "paint (owner: noor)"),
        ("tar by 2026-01-01", "due", "2026-12-04", "paint by 2026-12-04"),
    ],
)
def test_a_new_part_is_written_as_the_files_other_items_have_it(other: str, part: str, value: str, written: str) -> None:
    text = f"- [ ] {other}\n- [ ] paint\n"
    assert made(text, SetItem(PATH, named("paint"), part, value)) == f"- [ ] {other}\n- [ ] {written}\n"


@pytest.mark.parametrize(("part", "value"), [("due", "in spring"), ("owner", "a (b)"), ("estimate", "a; b"), ("colour", "red")])
def test_a_part_that_would_mean_nothing_is_refused(part: str, value: str) -> None:
    refused(outcome(TASKS, SetItem(PATH, named("paint"), part, value)))
