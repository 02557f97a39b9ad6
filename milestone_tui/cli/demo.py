"""`milestone-tui demo`: the dashboard on a copy of the sample project that is gone afterwards."""

from __future__ import annotations

import shutil
import tempfile
from argparse import Namespace
from pathlib import Path

from milestone_tui.cli import dashboard
from milestone_tui.cli.output import USAGE, complain
from milestone_tui.resources import resource


def run(args: Namespace) -> int:
    """Copy, open, throw away."""
    sample = resource("sample_project")
    if sample is None:
        complain("the sample project was not installed. Point milestone-tui at a folder of your own.")
        return USAGE
    with tempfile.TemporaryDirectory(prefix="milestone-tui-demo-") as folder:
        copy = Path(folder) / "sample_project"
        shutil.copytree(sample, copy)
        args.path = str(copy)
        args.state_dir = Path(folder) / "state"
        return dashboard.run(args)
