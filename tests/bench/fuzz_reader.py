"""The reader on any number of broken texts: `python -m tests.bench.fuzz_reader [TEXTS] [FIRST]`.

Text n is made up from its number alone, so that a finding can be had again: `python -m tests.bench.fuzz_reader 1 n`. Every text
is read with all it holds. Findings: an exception of any kind, an offset outside the text, more than a second of processor time, a
process that died. Ends with 1 when there is any.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from ctypes import c_double, c_longlong
from multiprocessing.sharedctypes import SynchronizedArray
from types import FrameType

from tests.faults.examining import examined
from tests.faults.mutations import mutated, seeds

LIMIT = 1.0
"""Seconds of processor time that one text may take."""
GIVEN_UP = 30
"""Seconds of processor time after which a text is taken for one that never ends."""
_REPORT_SECONDS = 60


def fuzzed(numbers: range, of: Sequence[bytes], now: SynchronizedArray[int], slot: int, slowest: SynchronizedArray[float]) -> int:
    """How many of these texts were findings; each is printed. `now` tells which text is being read and how many were."""
    findings = 0
    signal.signal(signal.SIGPROF, _give_up)
    for number in numbers:
        now[2 * slot] = number
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, GIVEN_UP)
        try:
            examined(mutated(number, of))
        except Exception:
            findings += 1
            print(f"text {number}: {traceback.format_exc(limit=-3)}", flush=True)
        signal.setitimer(signal.ITIMER_PROF, 0)
        took = time.process_time() - began
        now[2 * slot + 1] += 1
        if took > slowest[2 * slot]:
            slowest[2 * slot], slowest[2 * slot + 1] = took, number
        if took > LIMIT:
            findings += 1
            print(f"text {number}: {took:.2f} s, {len(mutated(number, of)):,} bytes", flush=True)
    return findings


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"not read in {GIVEN_UP} s")


def main() -> int:
    """Read them all on all processors and print the figures."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    of, workers = seeds(), os.cpu_count() or 1
    now, slowest = multiprocessing.Array(c_longlong, 2 * workers), multiprocessing.Array(c_double, 2 * workers)
    begun = time.perf_counter()

    def work(slot: int) -> None:
        sys.exit(min(100, fuzzed(range(first + slot, first + wanted, workers), of, now, slot, slowest)))

    children = [multiprocessing.get_context("fork").Process(target=work, args=(slot,)) for slot in range(workers)]
    for child in children:
        child.start()
    while any(child.is_alive() for child in children):
        for child in children:
            child.join(_REPORT_SECONDS / workers)
        print(f"{sum(now[1::2]):,} texts, {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    findings = 0
    for slot, child in enumerate(children):
        code = child.exitcode or 0
        findings += code if code > 0 else bool(code)
        if code < 0:
            print(f"text {now[2 * slot]}: the process died of signal {-code}")
    took, number = max(zip(slowest[::2], slowest[1::2], strict=True))
    print(f"{sum(now[1::2]):,} texts from {len(of)} seeds in {time.perf_counter() - begun:.0f} s on {workers} processors")
    print(f"{findings} findings; the slowest text took {1000 * took:.0f} ms (number {number:.0f})")
    return min(findings, 1)


if __name__ == "__main__":
    sys.exit(main())
