"""The arguments of the commands that edit."""

from __future__ import annotations

from argparse import ArgumentParser

_WHERE = "a line of a file, or the id of a milestone (then with words of the item)"
_TEXT = "words of the item's text that no other item of the milestone has"

TICK = "Tick a box. What is ticked already is success and touches nothing."
UNTICK = "Open a box again. What is open already is success and touches nothing."
SET = """\
Give a field another value, everywhere the file repeats it; or a part of an item, a risk or a checkpoint.

  set M02 status completed                    a field of a milestone; one that the file lacks is added
  set M02 target +2w                          also fri, tomorrow, 2026-12-04; progress +10
  set M02 dependencies +M01                   a list: +ONE adds, ^ONE takes away, ONE,TWO is all of it
  set docs/m02.md:57 due fri                  the item in that line: text, owner, due, estimate, state
  set M02 --item "monthly invoice" owner mira
  set M02 --risk "vendor" impact high         probability, impact, level, mitigation, contingency, owner, status
  set M02 --checkpoint 50 date +1w            date, criteria

A line can also be that of a risk or a checkpoint. An empty VALUE takes an owner, a day or an estimate away.
A VALUE with a minus goes behind --, as in: set -- M02 target -1w"""
ADD = """\
Add an item with an open box, a risk, a checkpoint, or a heading that the file lacks.

  add M02 "send the first invoice" --under Tasks --owner mira --due fri
  add M02 "the vendor is late" --risk --probability high --impact low --mitigation "a second one"
  add M02 "prices with reasons" --checkpoint 50 --due +2w
  add M02 "Deployment Strategy" --section"""
MOVE = "Move an item, with all that is nested in it."
RM = "Delete an item, a risk or a checkpoint, with all that is nested in it."
ALIGN = """\
Bring the declared percentage, the counts and the day of the last update in line with the boxes.
Prints the difference first and asks; without a terminal it needs --yes or --dry-run."""


def tick(parser: ArgumentParser) -> None:
    """Of `tick` and `untick`."""
    parser.add_argument("where", metavar="FILE:LINE|ID", help=_WHERE.replace("item", "box"))
    parser.add_argument("text", metavar="TEXT", nargs="?", help=_TEXT.replace("item", "box"))
    parser.add_argument("--expect", metavar="TEXT", help="refuse unless the box has this text")
    _common(parser)


def set_(parser: ArgumentParser) -> None:
    """Of `set`."""
    parser.add_argument("where", metavar="ID|FILE:LINE", help="the id of a milestone, its file, or a line of it")
    parser.add_argument("field", metavar="FIELD", help="status, priority, target, owner, …; or a part of what is named")
    parser.add_argument("value", metavar="VALUE", help="written in the words of the file: `active` may become `🔄 In Progress`")
    noun = parser.add_mutually_exclusive_group()
    noun.add_argument("--item", metavar="TEXT", help="the item of the milestone with these words")
    noun.add_argument("--risk", metavar="TEXT", help="the risk of the milestone with these words")
    noun.add_argument("--checkpoint", metavar="PERCENT", help="the checkpoint of the milestone at that per cent")
    parser.add_argument("--raw", action="store_true", help="write VALUE as it is given")
    parser.add_argument("--expect", metavar="VALUE", help="refuse unless the file has this value, or the item this text, now")
    _common(parser)


def add(parser: ArgumentParser) -> None:
    """Of `add`."""
    parser.add_argument("where", metavar="ID|FILE:LINE", help="a milestone, its file, or the line of an item or heading in it")
    parser.add_argument("text", metavar="TEXT", help="the words of the item, the risk, the criteria or the heading")
    parser.add_argument("--under", metavar="HEADING", help="the heading it goes under, as words or a line")
    parser.add_argument("--after", metavar="TEXT|LINE", help="the item (or risk) that it follows, as words or a line")
    parser.add_argument("--depth", type=int, metavar="N", help="how deep it is nested: 0 at the left")
    parser.add_argument("--owner", metavar="WHO", default="", help="who does it")
    parser.add_argument("--due", metavar="DAY", default="", help="when it is due: 2026-12-04, +3d, fri")
    parser.add_argument("--estimate", metavar="AMOUNT", default="", help="how much work it is: 4h, 2-3 days")
    noun = parser.add_mutually_exclusive_group()
    noun.add_argument("--section", action="store_true", help="TEXT is the heading of a section to add, not an item")
    noun.add_argument("--risk", action="store_true", help="TEXT is a risk to add, as the file has them")
    noun.add_argument("--checkpoint", metavar="PERCENT", help="TEXT are the criteria of a checkpoint to add there; --due its day")
    for part in ("probability", "impact", "level"):
        parser.add_argument(f"--{part}", metavar="WORD", default="", help=f"of a risk: its {part}, in any of the usual words")
    parser.add_argument("--mitigation", metavar="WORDS", default="", help="of a risk: what is done against it")
    parser.add_argument("--contingency", metavar="WORDS", default="", help="of a risk: what is done when it comes")
    _common(parser)


def move(parser: ArgumentParser) -> None:
    """Of `move`."""
    parser.add_argument("where", metavar="FILE:LINE|ID", help=_WHERE)
    parser.add_argument("text", metavar="TEXT", nargs="?", help=_TEXT)
    to = parser.add_mutually_exclusive_group(required=True)
    to.add_argument("--up", action="store_true", help="before the one above it")
    to.add_argument("--down", action="store_true", help="behind the one below it")
    to.add_argument("--after", metavar="TEXT|LINE", help="behind that item")
    to.add_argument("--before", metavar="TEXT|LINE", help="before that item")
    to.add_argument("--into", metavar="TEXT|LINE", help="the last nested in that item")
    to.add_argument("--under", metavar="HEADING", help="the last under that heading")
    to.add_argument("--indent", action="store_true", help="nested in the one above it")
    to.add_argument("--outdent", action="store_true", help="behind the one it is nested in")
    parser.add_argument("--expect", metavar="TEXT", help="refuse unless the item has this text")
    _common(parser)


def rm(parser: ArgumentParser) -> None:
    """Of `rm`."""
    parser.add_argument("where", metavar="FILE:LINE|ID", help=_WHERE)
    parser.add_argument("text", metavar="TEXT", nargs="?", help=_TEXT)
    noun = parser.add_mutually_exclusive_group()
    noun.add_argument("--risk", metavar="TEXT", help="the risk of the milestone with these words, instead of an item")
    noun.add_argument("--checkpoint", metavar="PERCENT", help="the checkpoint of the milestone at that per cent")
    parser.add_argument("--keep-nested", action="store_true", help="refuse when other items are nested in it")
    parser.add_argument("--expect", metavar="TEXT", help="refuse unless the item has this text")
    _common(parser)


def align(parser: ArgumentParser) -> None:
    """Of `align`."""
    parser.add_argument("where", metavar="ID|FILE", help="the id of a milestone, or its file")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument("--no-date", action="store_true", help="leave the day of the last update")
    _common(parser)


def _common(parser: ArgumentParser) -> None:
    parser.add_argument("-C", dest="path", metavar="PATH", default=".", help="the project to look in; the current folder")
    parser.add_argument("--dry-run", action="store_true", help="print what would change as a unified diff, and change nothing")
