"""The git program, so called that nothing in a repository can make it run or fetch anything."""

from __future__ import annotations

import os
from collections.abc import Sequence

from milestone_tui.workspace.files import MAX_BYTES, read_file

TIMEOUT = 20.0
"""Seconds that git may take before its answer is done without."""
_MISLEADING = frozenset(
    (
        "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_PREFIX",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_ICASE_PATHSPECS", "GIT_GLOB_PATHSPECS",
    )
)  # fmt: skip
"""Variables of a surrounding git command: they would point to another repository than the one at hand."""
_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.quotePath=false",
    "diff.external=",
    "log.showSignature=false",
    "i18n.logOutputEncoding=UTF-8",
)


class NoAnswer(Exception):
    """Git is not there, took too long, or refused; the text is what it said."""


def asked(root: str, *arguments: str, given: bytes = b"", index: str = "") -> bytes:
    """What `git ARGUMENTS` in the folder `root` prints, with `given` on its stdin. Raises NoAnswer.

    No pager, no prompt, no lock, no hook, no fetching of what a partial clone lacks. `index` is a file to use in the place of the
    repository's own index.
    """
    import subprocess

    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    command = ["git", "--no-pager", "--no-optional-locks", *settings, "-C", root, *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=TIMEOUT, check=False, env=_surroundings(index))
    except subprocess.TimeoutExpired:
        raise NoAnswer(f"git took more than {TIMEOUT:.0f} seconds") from None
    except FileNotFoundError:
        raise NoAnswer("git is not installed") from None
    except (OSError, ValueError) as error:
        raise NoAnswer(f"git cannot be run: {error}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoAnswer(said[0].removeprefix("fatal: ") if said else f"git ended with {done.returncode}")
    return done.stdout


def plain_surroundings() -> dict[str, str]:
    """The environment without what a surrounding git command left in it."""
    return {name: value for name, value in os.environ.items() if name not in _MISLEADING and not name.startswith("GIT_TRACE")}


def _surroundings(index: str) -> dict[str, str]:
    own = {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
    }
    return plain_surroundings() | own | ({"GIT_INDEX_FILE": index} if index else {})


def lines_asked(root: str, *arguments: str) -> list[str]:
    """The same as lines of text."""
    return asked(root, *arguments).decode("utf-8", "replace").split("\n")[:-1]


def branch(root: str) -> str:
    """The branch that is checked out at `root` or above; empty on a detached HEAD, without a repository, and without git.

    Text of the repository, not yet harmless. Reads two small files; git itself is asked only for a store that has no such files.
    """
    found = _git_folder(root)
    if found is None:
        return ""
    head = _text(f"{found}/HEAD")
    name = head.removeprefix("ref: ")
    if name == head:
        return ""
    if name == "refs/heads/.invalid":
        try:
            name = "".join(lines_asked(root, "symbolic-ref", "--quiet", "HEAD")[:1])
        except NoAnswer:
            return ""
    return name.removeprefix("refs/heads/")


def _git_folder(root: str) -> str | None:
    """The folder with the HEAD of the work tree that `root` lies in; a linked work tree has one of its own."""
    folder = root
    while True:
        place = f"{folder.rstrip('/')}/.git"
        if os.path.isdir(place):  # noqa: PTH112 - strings go in and come out
            return place
        link = _text(place)
        if link.startswith("gitdir: "):
            return os.path.join(folder, link.removeprefix("gitdir: "))  # noqa: PTH118 - as above
        parent = os.path.dirname(folder)  # noqa: PTH120 - as above
        if parent == folder:
            return None
        folder = parent


def _text(path: str) -> str:
    """The first line of a small regular file; empty where there is none."""
    found = read_file(path, path)
    data = getattr(found, "data", b"")
    return os.fsdecode(data).partition("\n")[0].rstrip("\r")


def names_of(text: bytes) -> Sequence[bytes]:
    """The entries of a list that git ends with NUL."""
    return text.split(b"\0")[:-1]


def blobs(root: str, names: list[str]) -> list[bytes | None]:
    """The bytes of each, in their order; None for what git lacks or what is too large to be read."""
    if not names:
        return []
    sizes = asked(root, "cat-file", "--batch-check", given=_asking(names)).split(b"\n")[:-1]
    held = [line.split() for line in sizes]
    fits = [len(each) == 3 and each[1] == b"blob" and int(each[2]) <= MAX_BYTES for each in held]
    answer = asked(root, "cat-file", "--batch", given=_asking([name for name, fit in zip(names, fits, strict=True) if fit]))
    at = 0
    out: list[bytes | None] = []
    for fit in fits:
        if not fit:
            out.append(None)
            continue
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        out.append(answer[end + 1 : end + 1 + size])
        at = end + size + 2
    return out


def _asking(names: list[str]) -> bytes:
    return b"".join(f"{name}\n".encode() for name in names)
