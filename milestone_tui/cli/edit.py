"""The commands that edit: one edit, written exactly or refused with what was found."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from milestone_tui.cli.aiming import Meant, file_and_line
from milestone_tui.cli.intents import meant_by
from milestone_tui.cli.output import DONE, REFUSED, complain, print_difference
from milestone_tui.cli.state import state_dir
from milestone_tui.editing.outcome import Change, Refusal


def run(args: Namespace) -> int:
    """Carry the edit out, or with --dry-run print the difference it would make."""
    today = date.today()
    meant = meant_by(args, today)
    if isinstance(meant, int):
        return meant
    if isinstance(meant, Refusal):
        return _refused(meant)
    if args.command == "align" and not args.dry_run and not args.yes and not _agreed(meant):
        return REFUSED
    meant.workspace.state_dir = None if args.dry_run else state_dir()
    outcome = _planned(meant) if args.dry_run else meant.workspace.apply(meant.edit, today.isoformat())
    if isinstance(outcome, Refusal):
        return _refused(outcome)
    if args.dry_run and isinstance(outcome, Change):
        _print_difference(outcome)
        _print_alignment(meant, outcome, today)
    file, _ = file_and_line(args.where)
    words = f"{file or outcome.path}:{outcome.line}: {outcome.summary}"
    dry = args.dry_run and isinstance(outcome, Change) and outcome.patches
    complain(f"nothing was written; without --dry-run: {words}" if dry else words)
    return DONE


def _refused(refusal: Refusal) -> int:
    complain(f"{refusal.text}.", *([f"{refusal.advice}."] if refusal.advice else []), *refusal.candidates)
    return REFUSED


def _planned(meant: Meant) -> Change | Refusal:
    from milestone_tui.editing.planning import plan

    reading = meant.reading()
    return reading if isinstance(reading, Refusal) else plan(meant.edit, reading)


def _print_difference(change: Change) -> None:
    from milestone_tui.workspace.difference import unified

    print_difference(unified(change.path, change.before, change.after, change.patches))


def _print_alignment(meant: Meant, change: Change, today: date) -> None:
    """What would follow the change, where the configuration says so."""
    if not change.patches or not meant.workspace.configuration.align:
        return
    from milestone_tui.editing.planning import plan
    from milestone_tui.reading.reader import read
    from milestone_tui.workspace.applying import followers

    after = read(change.after, change.path, meant.workspace.lexicon)
    for edit in followers(meant.edit, change.line, after, today.isoformat()):
        outcome = plan(edit, after)
        if not isinstance(outcome, Refusal) and outcome.patches:
            _print_difference(outcome)


def _agreed(meant: Meant) -> bool:
    """Whether the person at the terminal, having seen the difference, wants it written."""
    import sys

    outcome = _planned(meant)
    if isinstance(outcome, Refusal) or not outcome.patches:
        return True  # said when it is applied
    _print_difference(outcome)
    if not sys.stdin.isatty():
        complain("Nothing was changed: without a terminal to ask at, say --yes.")
        return False
    complain("Write this? [y/N]")
    if sys.stdin.readline().strip().casefold() in ("y", "yes"):
        return True
    complain("Nothing was changed.")
    return False
