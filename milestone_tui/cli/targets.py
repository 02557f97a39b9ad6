"""The PATH of a command: whether there is something to read, and else what the person may have meant."""

from __future__ import annotations

from pathlib import Path

from milestone_tui.cli.output import complain

_SUGGESTIONS = 3
_READABLE = (".md", ".markdown")


def existing(given: str) -> Path | None:
    """The path, or None after saying on stderr that it does not exist and what is near."""
    path = Path(given)
    try:
        if path.exists():
            return path
    except OSError as error:
        complain(f"{given} cannot be looked at: {error.strerror}.")
        return None
    complain(f"{given} does not exist.", *_advice(path))
    return None


def _advice(path: Path) -> list[str]:
    """Where the path leaves what exists, and what there is called alike."""
    from difflib import get_close_matches

    parent = path.parent
    wrong = path.name
    while not parent.is_dir() and parent != parent.parent:
        wrong, parent = parent.name, parent.parent
    try:
        entries = sorted(entry.name for entry in parent.iterdir() if entry.is_dir() or entry.suffix.lower() in _READABLE)
    except OSError:
        entries = []
    near = get_close_matches(wrong, entries, _SUGGESTIONS, 0.5)
    if near:
        return [f"Did you mean {' or '.join(str(parent / name) for name in near)}?"]
    visible = [name for name in entries if not name.startswith(".")]
    if visible:
        return [f"In {parent} there are: {', '.join(visible[:8])}{', and more' if len(visible) > 8 else ''}."]
    return ["Give a project, a folder of milestones, or one Markdown file; `milestone-tui demo` shows an example."]
