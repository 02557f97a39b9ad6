"""The reader on broken texts; `python -m tests.bench.fuzz_reader 1000000` is the long form."""

from __future__ import annotations

import time

from tests.faults.examining import examined
from tests.faults.hostile import SEEDS
from tests.faults.mutations import mutated, seeds

TEXTS = 2_500


def test_no_broken_text_raises_or_takes_its_time() -> None:
    of = seeds()
    for number in range(TEXTS):
        data = mutated(number, of)
        began = time.process_time()
        try:
            examined(data)
        except Exception as error:
            raise AssertionError(f"text {number}: {data[:300]!r}") from error
        assert time.process_time() - began < 1, f"text {number}"


def test_the_same_number_makes_the_same_text() -> None:
    assert [mutated(number, SEEDS) for number in range(50)] == [mutated(number, SEEDS) for number in range(50)]
