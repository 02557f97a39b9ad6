"""`python -m milestone_tui` is `milestone-tui`."""

from __future__ import annotations

import sys

from milestone_tui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
