"""Edits at random over every real file and the sample project: `python -m tests.bench.edit_storm [EDITS] [SEED]`.

Each edit is planned, proven and applied in memory, and all are taken back again; it ends with the first byte that is not as it
was. Prints how many were made and refused, and how long one takes.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.editing.storms import VARIANTS, rage
from tests.real_files import real_files

ROOT = Path(__file__).parents[2]
IN_A_ROW = 8
"""Edits of one file before they are taken back."""
SHOWN = 12


def main() -> None:
    """Rage until so many edits are made, and print the figures."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    rng = Random(sys.argv[2] if len(sys.argv) > 2 else "1")
    files = [*real_files(), *sorted((ROOT / "sample_project").rglob("*.md"))]
    texts = {path: path.read_bytes() for path in files}
    made = 0
    refused: Counter[str] = Counter()
    begun = time.perf_counter()
    while made < wanted:
        path, variant, seed = rng.choice(files), rng.choice(list(VARIANTS)), rng.randrange(1 << 32)
        try:
            storm = rage(VARIANTS[variant](texts[path]), path.name, Random(seed), IN_A_ROW)
        except Exception:
            print(f"{path}, {variant}, seed {seed}", file=sys.stderr)
            raise
        made += storm.made
        for reason, count in storm.refused.items():
            refused[reason.partition(":")[0]] += count
    took = time.perf_counter() - begun
    total = made + sum(refused.values())
    print(
        f"{made} edits made and taken back to the byte over {len(files)} files in {len(VARIANTS)} forms, {total - made} refused"
    )
    print(f"{took:.0f} s, {1000 * took / total:.1f} ms an edit")
    for name, count in refused.most_common(SHOWN):
        print(f"  refused {name}: {count}")


if __name__ == "__main__":
    main()
