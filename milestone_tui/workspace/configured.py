"""Finds the configuration files of a workspace and follows them; what they say is read elsewhere, and only where there is one."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon

if TYPE_CHECKING:
    from milestone_tui.workspace.configuration import Configuration

CONFIGURATION = ".milestone-tui.yaml"
"""The name of a project's configuration file."""


class Configured:
    """What the files that hold for a folder say, as of the last look at them."""

    def __init__(self, root: str, user_file: str) -> None:
        self.root = root
        self.user_file = user_file
        self.looked_at: tuple[str, ...] = ()
        """All places where a configuration may lie; empty before the first look."""
        self.found: Configuration | None = None
        """None where there is no file."""
        self._lexicon = BUILT_IN

    def look(self) -> None:
        """Read the files again. The lexicon is another object only when other words are taught."""
        project, around = configuration_file(self.root)
        user = self.user_file if self.user_file and os.path.lexists(self.user_file) else ""
        self.looked_at = (*around, self.user_file) if self.user_file else around
        if not project and not user:
            self.found, self._lexicon = None, BUILT_IN
            return
        from milestone_tui.workspace.configuration import read_configuration

        known, found = self.found, read_configuration(self.root, project, user)
        if known is not None and known.taught == found.taught:
            found = found._replace(lexicon=known.lexicon)
        self.found, self._lexicon = found, found.lexicon

    @property
    def configuration(self) -> Configuration:
        """What they say; nothing where there is none."""
        if not self.looked_at:
            self.look()
        if self.found is not None:
            return self.found
        from milestone_tui.workspace.configuration import NOTHING

        return NOTHING

    @property
    def lexicon(self) -> Lexicon:
        """All words by which the files of the folder are read."""
        if not self.looked_at:
            self.look()
        return self._lexicon


def configuration_file(root: str) -> tuple[str, tuple[str, ...]]:
    """The configuration that holds for a folder, empty for none, and all places that were looked at for one.

    It lies in the folder or in one around it, as far as the repository goes that the folder is in. A folder around it in which
    everybody may write is not trusted with one.
    """
    looked: list[str] = []
    folder = root
    while True:
        location = f"{folder.rstrip('/')}/{CONFIGURATION}"
        looked.append(location)
        if os.path.lexists(location):
            return location, tuple(looked)
        above = os.path.dirname(folder)  # noqa: PTH120 - a string
        if above == folder or os.path.lexists(f"{folder}/.git") or _is_open_to_all(above):
            return "", tuple(looked)
        folder = above


def _is_open_to_all(folder: str) -> bool:
    try:
        return bool(os.stat(folder).st_mode & stat.S_IWOTH)  # noqa: PTH116 - a string
    except OSError:
        return True
