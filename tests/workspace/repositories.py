"""Real git repositories for tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

_WHO = {
    "GIT_AUTHOR_NAME": "Mira",
    "GIT_AUTHOR_EMAIL": "mira@example.org",
    "GIT_COMMITTER_NAME": "Mira",
    "GIT_COMMITTER_EMAIL": "mira@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(root: Path, *arguments: str, day: str = "2026-11-10", given: bytes | None = None) -> str:
    """What git prints; `day` is that of a commit, at noon."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env={**kept, **_WHO, **dates}, input=given, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8", "replace").strip()


def committed(root: Path, subject: str, day: str = "2026-11-10") -> str:
    """Everything below `root` in a commit of a repository that is made if there is none; the commit's hash."""
    if not (root / ".git").exists():
        git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", subject, day=day)
    return git(root, "rev-parse", "HEAD")
