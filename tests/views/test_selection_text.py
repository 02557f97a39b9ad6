"""One line for a selection, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.views.ordering import ORDERS
from milestone_tui.views.properties import PROPERTIES, RISK_LEVELS, STATES
from milestone_tui.views.selection import GROUPS, Selection, Term
from milestone_tui.views.selection_text import Fault, parse, words

TEXTS = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
TYPED = st.text(alphabet=st.sampled_from('abc:,"\\-! '), max_size=30)


def values(one: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(one, min_size=1, max_size=3, unique=True).map(tuple)


TERMS = st.one_of(
    st.builds(Term, st.sampled_from(("owner", "track", "text")), values(TEXTS), st.booleans()),
    st.builds(Term, st.just("status"), values(st.sampled_from(STATES)), st.booleans()),
    st.builds(Term, st.just("risk"), values(st.sampled_from((*RISK_LEVELS, "none"))), st.booleans()),
    st.builds(Term, st.just("is"), values(st.sampled_from(tuple(PROPERTIES))), st.booleans()),
)
SELECTIONS = st.builds(
    Selection,
    st.lists(TERMS, max_size=4).map(tuple),
    st.sampled_from(("", *ORDERS, *(f"-{order}" for order in ORDERS))),
    st.sampled_from(("", *GROUPS)),
)


@given(SELECTIONS)
def test_the_words_of_a_selection_give_it_back(selection: Selection) -> None:
    assert parse(words(selection)) == selection


@given(st.one_of(TYPED, st.text(max_size=30)))
def test_whatever_is_typed_is_a_selection_or_faults(text: str) -> None:
    found = parse(text)
    if isinstance(found, Selection):
        assert parse(words(found)) == found
    else:
        assert found
        assert all(text[fault.at :].startswith(fault.word) for fault in found)


def test_a_whole_line() -> None:
    assert parse('status:active,review  owner:"Mira K" -is:late "sync engine" core sort:-target group:track') == Selection(
        (
            Term("status", ("active", "review")),
            Term("owner", ("Mira K",)),
            Term("is", ("late",), True),
            Term("text", ("sync engine",)),
            Term("text", ("core",)),
        ),
        "-target",
        "track",
    )


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("STATUS:Done", "status:completed"),
        ("status:in-progress,on-hold,on_hold", "status:active,on_hold"),
        ("status:none", "status:unknown"),
        ("risk:H,p3", "risk:high,low"),
        ('text:"a b"', '"a b"'),
        ('"status:active"', '"status:active"'),
        ("!x", "-x"),
        ('"unfinished quote', '"unfinished quote"'),
        ("sort:id sort:target group:none", "sort:target"),
        ("-", '"-"'),
        ("a,b", "text:a,b"),
    ],
)
def test_words_come_out_in_one_form(text: str, canonical: str) -> None:
    found = parse(text)
    assert isinstance(found, Selection)
    assert words(found) == canonical


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("late status:activ", Fault(5, "status:activ", "there is no status 'activ'", "active")),
        ("is:layt", Fault(0, "is:layt", "nothing is 'layt'", "late")),
        ("status:late", Fault(0, "status:late", "'late' is no status", "is:late")),
        ("is:planned", Fault(0, "is:planned", "'planned' is a status", "status:planned")),
        ("status:open", Fault(0, "status:open", "'open' is no status", "is:open")),
        ("risk:huge", Fault(0, "risk:huge", "there is no level 'huge'", "")),
        ("sort:progres", Fault(0, "sort:progres", "there is no order by 'progres'", "progress")),
        ("group:tracks", Fault(0, "group:tracks", "there are no groups by 'tracks'", "track")),
        ("-sort:id", Fault(0, "-sort:id", "sort: takes one name", "")),
        ("owner:", Fault(0, "owner:", "owner: needs a value", "")),
    ],
)
def test_a_word_that_is_not_understood_is_told_with_the_nearest(text: str, fault: Fault) -> None:
    assert parse(text) == [fault]


def test_an_unknown_field_says_how_to_look_for_the_word_itself() -> None:
    found = parse("onwer:mira")
    assert isinstance(found, list)
    assert (found[0].nearest, "quotes" in found[0].text) == ("owner", True)


def test_all_faults_are_told_at_once() -> None:
    found = parse("is:x status:y ok")
    assert isinstance(found, list)
    assert [fault.at for fault in found] == [0, 5]
