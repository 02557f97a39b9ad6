"""How the entry of a new risk is spelled: as the entry beside it, with its ratings in a bracket or in lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from milestone_tui.editing.risks import PARTS, label_like, texts_at
from milestone_tui.model.plan import Risk
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.risk_groups import RATING
from milestone_tui.reading.risk_words import is_risk_label
from milestone_tui.text.fold import fold

_NAMED = re.compile(r"^(?P<lead>(?:\*\*)?(?P<label>[^:：*]{1,20})(?:\*\*[:：]|[:：]\*\*|[:：])\s*)")
_USUAL_BRACKET = "(Probability: {p}, Impact: {i})"


class Spelling(NamedTuple):
    """An entry."""

    text: str
    nested: tuple[str, ...]
    """The lines below it."""


def spellings(values: Mapping[str, str], model: Risk | None, number: int, reading: Reading) -> Iterator[Spelling]:
    """The entries that may say these values, the one most like the `model` first."""
    said = next((str(shown) for shown in texts_at(model.line, reading)), "") if model is not None else ""
    names = [_name(values["text"], said), f"**{values['text']}**", values["text"]]
    bracket = _bracket(values, said, number, reading)
    for name in dict.fromkeys(names):
        if bracket:
            yield Spelling(f"{name} {bracket}", _lines(values, ("probability", "impact"), number, reading))
        yield Spelling(name, _lines(values, (), number, reading))


def _name(text: str, said: str) -> str:
    """The name as the model writes its own: behind a label, bold, or plain."""
    named = _NAMED.match(said)
    if named and is_risk_label(fold(named["label"])):
        return named["lead"] + text
    return f"**{text}**" if said.startswith("**") or not said else text


def _bracket(values: Mapping[str, str], said: str, number: int, reading: Reading) -> str:
    """Both ratings in a bracket as the model has it, or else another risk; empty where the file has lines for them."""
    if "probability" not in values or "impact" not in values:
        return ""
    risks = reading.contents(number).risks
    others = [said, *(str(shown) for risk in risks for shown in texts_at(risk.line, reading))]
    found = next((match for each in others if (match := RATING.search(each))), None)
    if found is None:
        lined = any(detail.name in ("probability", "impact") for risk in risks for detail in risk.details)
        return "" if lined else _USUAL_BRACKET.format(p=values["probability"], i=values["impact"])
    whole, start = found[0], found.start()
    p, i = (found.start("p") - start, found.end("p") - start), (found.start("i") - start, found.end("i") - start)
    return whole[: p[0]] + values["probability"] + whole[p[1] : i[0]] + values["impact"] + whole[i[1] :]


def _lines(values: Mapping[str, str], told: tuple[str, ...], number: int, reading: Reading) -> tuple[str, ...]:
    """A line for each part that the entry itself does not tell."""
    parts = [part for part in PARTS if part in values and part != "text" and part not in told]
    return tuple(f"{label_like(part, number, reading)} {values[part]}" for part in parts)
