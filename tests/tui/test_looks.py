"""Themes, colours, signs, and sizes of the screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from milestone_tui.tui.themes import load_themes, semantic_defaults, starting_theme
from tests.test_sample_project import SAMPLE
from tests.tui.dashboard import dashboard, loaded, opened, project, screen_text, surveyed, until

SHIPPED = ["milestone-dark", "milestone-light", "high-contrast", "colour-blind", "terminal-16"]


def test_the_shipped_themes_load() -> None:
    themes, notices = load_themes()
    assert [theme.name for theme in themes] == SHIPPED
    assert not notices


def test_a_bad_theme_file_is_a_notice_and_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("name: [", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("name: b\nbase: {primary: mauvish}\ncolours: {}", encoding="utf-8")
    (tmp_path / "c.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "d.yaml").write_text("- just\n- a list", encoding="utf-8")
    (tmp_path / "deep.yaml").write_text("[" * 30_000, encoding="utf-8")
    themes, notices = load_themes(tmp_path)
    assert [theme.name for theme in themes] == SHIPPED
    assert len(notices) == 5
    assert "mauvish" in " ".join(notices)


def test_a_theme_of_the_user_s_own_comes_after_the_shipped_ones_or_in_the_place_of_one(tmp_path: Path) -> None:
    shipped = (Path(__file__).parents[2] / "themes" / "milestone-dark.yaml").read_text(encoding="utf-8")
    (tmp_path / "harbour.yaml").write_text(shipped.replace("name: milestone-dark", "name: harbour"), encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(shipped.replace("#10161d", "#000000"), encoding="utf-8")
    themes, notices = load_themes(tmp_path)
    assert [theme.name for theme in themes] == [*SHIPPED, "harbour"]
    assert themes[0].background == "#000000"
    assert not notices


def test_a_theme_without_our_meanings_gets_them_from_its_ground_colours(tmp_path: Path) -> None:
    shipped = (Path(__file__).parents[2] / "themes" / "milestone-dark.yaml").read_text(encoding="utf-8")
    text = shipped.replace("name: milestone-dark", "name: bare").partition("colours:")[0] + "colours: {}\n"
    (tmp_path / "bare.yaml").write_text(text, encoding="utf-8")
    themes, notices = load_themes(tmp_path)
    assert not notices
    assert semantic_defaults(themes[-1])["status-blocked"] == "#f4837a"


def test_a_theme_that_is_not_there_gives_the_usual_one_and_a_notice() -> None:
    assert starting_theme("mauve", SHIPPED, 1 << 24) == (
        "milestone-dark",
        f"there is no theme 'mauve'; there are {', '.join(SHIPPED)}",
    )
    assert starting_theme(None, SHIPPED, 16)[0] == "terminal-16"
    assert starting_theme("milestone-light", SHIPPED, 16)[0] == "milestone-light"


@pytest.mark.parametrize("theme", [*SHIPPED, "nord", "ansi-light", "textual-light"])
async def test_every_theme_draws_everything(tmp_path: Path, theme: str) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        app.theme = theme
        await pilot.pause()
        assert "No data loss" in screen_text(app)
        await pilot.press("1", "question_mark", "escape", "f", "escape", "ctrl+p", "escape")
        await pilot.pause()


async def test_a_theme_is_shown_while_it_is_chosen_and_escape_takes_it_back(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        await pilot.press("t", "down")
        await until(pilot, lambda: app.theme == "milestone-light")
        await pilot.press("escape")
        await until(pilot, lambda: app.theme == "milestone-dark")
        await pilot.press("t", "down", "enter")
        await until(pilot, lambda: "theme milestone-light" in screen_text(app))
        assert app.theme == "milestone-light"


async def test_no_color_gives_no_colour_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        segments = [segment for line in app.screen._compositor.render_strips() for segment in line]
        filtered = [
            segment for each in app.get_line_filters() for segment in each.apply(segments, app.screen.background_colors[0])
        ]
        colours = {
            colour.name
            for segment in filtered
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour
        }
        assert colours <= {"default"}
        assert any(segment.style and segment.style.reverse for segment in filtered), "the cursor must still be seen"


async def test_ascii_draws_with_ascii_alone(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path), ascii=True)
    async with app.run_test(size=(120, 24)) as pilot:
        await opened(pilot)
        for keys in ((), ("1",), ("question_mark",), ("escape", "f"), ("escape", "escape")):
            await pilot.press(*keys)
            await pilot.pause()
            text = screen_text(app).replace("␛", "").replace("␇", "")
            assert text.isascii(), [character for character in text if not character.isascii()]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_every_panel_over_the_sample_is_drawn_with_ascii_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    root = tmp_path / "sample_project"
    shutil.copytree(SAMPLE, root)
    for path in root.rglob("*.md"):
        path.write_bytes(bytes(byte for byte in path.read_bytes() if byte < 0x80))
    app = dashboard(root, ascii=True)
    async with app.run_test(size=size) as pilot:
        await surveyed(pilot)
        for key in (
            "1",
            "s",
            "o",
            "o",
            "s",
            "2",
            "v",
            "v",
            "e",
            "escape",
            "3",
            "enter",
            "4",
            "5",
            "+",
            "6",
            "7",
            "question_mark",
            "escape",
        ):
            await pilot.press(key)
            await pilot.pause()
            odd = {character for character in screen_text(app) if not character.isascii()}
            assert not odd, f"{key}: {odd}"


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (20, 5), (40, 10), (79, 24), (99, 30), (100, 30), (160, 20), (300, 80)])
async def test_no_size_is_too_small_or_too_large(tmp_path: Path, size: tuple[int, int]) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=size) as pilot:
        await loaded(pilot)
        await pilot.press(
            "down", "enter", "down", "space", "escape", "1", "o", "2", "tab", "slash", "a", "enter", "question_mark", "escape"
        )
        await pilot.resize_terminal(2, 2)
        await pilot.press("f", "escape", "j", "k")
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: "Milestones" in screen_text(app))
