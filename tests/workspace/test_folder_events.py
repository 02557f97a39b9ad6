"""A pause ends as soon as the kernel tells of a change."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from milestone_tui.workspace import folder_events
from milestone_tui.workspace.folder_events import FolderEvents

pytest.importorskip("watchfiles")
LONG = 60.0


@contextmanager
def listening(folders: Callable[[], tuple[str, ...]]) -> Iterator[FolderEvents]:
    events = FolderEvents(folders)
    thread = threading.Thread(target=events.run)
    thread.start()
    try:
        yield events
    finally:
        events.stop()
        thread.join(LONG)
        assert not thread.is_alive()


def heard(events: FolderEvents, change: Callable[[], object]) -> bool:
    """Whether a long pause ends early while that is done again and again: nobody says when the kernel begins to listen."""
    done = threading.Event()

    def work() -> None:
        while not done.wait(0.05):
            change()

    thread = threading.Thread(target=work)
    thread.start()
    began = time.monotonic()
    events.wait(LONG)
    done.set()
    thread.join()
    return time.monotonic() - began < LONG


def saved(path: Path) -> None:
    """As editors save: another file takes the name."""
    beside = path.with_suffix(".new")
    beside.write_text("- [x] it\n", encoding="utf-8")
    beside.replace(path)


def test_a_save_by_rename_ends_the_pause(tmp_path: Path) -> None:
    with listening(lambda: (str(tmp_path),)) as events:
        assert heard(events, lambda: saved(tmp_path / "M1.md"))


def test_words_that_are_appended_in_place_end_the_pause(tmp_path: Path) -> None:
    path = tmp_path / "M1.md"

    def append() -> None:
        with path.open("a", encoding="utf-8") as file:
            file.write("- [ ] it\n")

    append()
    with listening(lambda: (str(tmp_path),)) as events:
        assert heard(events, append)


def test_a_folder_that_came_later_is_listened_to(tmp_path: Path) -> None:
    folders = [str(tmp_path / "one")]
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with listening(lambda: tuple(folders)) as events:
        assert heard(events, lambda: saved(tmp_path / "one" / "M1.md"))
        folders.append(str(tmp_path / "two"))
        assert heard(events, lambda: saved(tmp_path / "two" / "M1.md"))


def test_a_folder_that_is_gone_is_no_end_of_listening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_events, "_MEND_SECONDS", 0.05)
    folders = (str(tmp_path), str(tmp_path / "gone"))
    with listening(lambda: folders) as events:
        (tmp_path / "gone").mkdir()
        assert heard(events, lambda: saved(tmp_path / "M1.md"))
        (tmp_path / "gone").rmdir()


def test_a_pause_is_as_long_as_it_must_be_at_least(tmp_path: Path) -> None:
    events = FolderEvents(lambda: (str(tmp_path),))
    events._told.set()
    began = time.monotonic()
    assert not events.wait(LONG, at_least=0.2)
    assert 0.2 <= time.monotonic() - began < LONG


def test_without_the_library_a_pause_ends_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    events = FolderEvents(lambda: (str(tmp_path),))
    events.run()
    assert not events.wait(0.01)


def test_when_it_is_stopped_every_pause_ends(tmp_path: Path) -> None:
    events = FolderEvents(lambda: (str(tmp_path),))
    events.stop()
    assert events.wait(LONG)
    assert events.wait(LONG, at_least=LONG)
