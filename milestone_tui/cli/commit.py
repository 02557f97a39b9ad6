"""`milestone-tui commit`: your edits to git, and nothing else."""

from __future__ import annotations

import sys
from argparse import Namespace

from milestone_tui.cli.output import DONE, REFUSED, USAGE, complain, print_difference, print_lines
from milestone_tui.cli.state import state_dir, user_file
from milestone_tui.cli.targets import existing
from milestone_tui.editing.outcome import Refusal
from milestone_tui.text.terminal import harmless
from milestone_tui.views.commit_message import proposed, subject_of
from milestone_tui.workspace.committing import Offer, committed, offered
from milestone_tui.workspace.workspace import Workspace


def run(args: Namespace) -> int:
    """Commit, or with --dry-run print what would be committed."""
    path = existing(args.project or args.path)
    if path is None:
        return USAGE
    workspace = Workspace(path, state_dir(), user_file())
    offer = offered(workspace)
    if isinstance(offer, Refusal):
        return _refused(offer)
    if not offer.parts:
        complain("there is nothing to commit: git has all your edits here." if not offer.left_out else "nothing is committed.")
        return _left_out(offer)
    message = proposed(offer.edits) if args.message is None else f"{args.message}\n"
    if args.dry_run:
        _print(offer, message)
        complain(f"nothing was committed; without --dry-run: committed {subject_of(message)}")
        return _left_out(offer)
    outcome = committed(workspace, message, offer, at_terminal=sys.stdin.isatty() and sys.stderr.isatty())
    if isinstance(outcome, Refusal):
        return _refused(outcome)
    _print(outcome.offer, message)
    complain(f"committed {outcome.made.short}: {outcome.made.subject or subject_of(message)}")
    if outcome.made.note:
        complain(f"{outcome.made.note}.")
    return _left_out(outcome.offer)


def _print(offer: Offer, message: str) -> None:
    print_lines([*(harmless(line) for line in message.rstrip("\n").split("\n")), ""])
    print_difference(offer.diff)


def _left_out(offer: Offer) -> int:
    """Tell of the files that nothing is committed of. Those that git does not have are nobody's fault."""
    for each in offer.left_out:
        complain(f"{each.path} is left out: {each.text}{'; ' if each.advice else ''}{each.advice}.")
    return REFUSED if any(each.followed for each in offer.left_out) else DONE


def _refused(refusal: Refusal) -> int:
    complain(f"{refusal.text}.", *([f"{refusal.advice}."] if refusal.advice else []), *refusal.candidates)
    return REFUSED
