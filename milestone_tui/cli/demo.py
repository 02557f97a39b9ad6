"""`milestone-tui demo`: the dashboard on a copy of the sample project that is gone afterwards."""

from __future__ import annotations

import shutil
import tempfile
from argparse import Namespace
from pathlib import Path

from milestone_tui.cli import dashboard
from milestone_tui.cli.output import USAGE, complain

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "sample_project", _PACKAGE.parent / "sample_project")
"""Inside the installed package; beside it in a checkout."""


def run(args: Namespace) -> int:
    """Copy, open, throw away."""
    sample = next((place for place in _PLACES if place.is_dir()), None)
    if sample is None:
        complain("the sample project was not installed. Point milestone-tui at a folder of your own.")
        return USAGE
    with tempfile.TemporaryDirectory(prefix="milestone-tui-demo-") as folder:
        copy = Path(folder) / "sample_project"
        shutil.copytree(sample, copy)
        args.path = str(copy)
        return dashboard.run(args)
