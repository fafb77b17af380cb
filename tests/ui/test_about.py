"""About: every part that ships is there with its licence and the text of it, also where a part is silent or gone."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from workshop import __version__
from workshop.language import load_language
from workshop.services.evaluation.instruments import list_instruments
from workshop.services.keeping.library import open_library
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.about import distributions
from workshop.ui.about.dialog import AboutDialog
from workshop.ui.about.parts import gather_parts
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.tasks import Tasks

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def show(qapp, qtbot, tmp_path: Path):
    tasks = Tasks()
    opened = []

    def open_dialog(language: str = "ko", scale: int = 100, theme: str = "light") -> AboutDialog:
        chosen = look.load_theme(theme)
        look.apply(qapp, chosen, scale)
        library = open_library(tmp_path / "library.workshop")
        settings = Settings(language=language, theme=theme, text_scale=scale)
        window = QWidget()
        qtbot.addWidget(window)
        window.show()
        dialog = AboutDialog(Desk(load_language(language), chosen, Icons(chosen), tasks, library, settings), window)
        opened.append((dialog, library, window))
        with qtbot.waitActive(dialog):
            dialog.open()
        qtbot.waitUntil(lambda: bool(dialog.parts))
        return dialog

    yield open_dialog
    for _dialog, library, window in opened:
        window.close()
        library.close()
    tasks.shut_down()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_part_has_a_licence_and_a_text(qapp, language: str) -> None:
    parts = gather_parts(load_language(language))
    assert {"Qt", "Python", "SQLite", "Pretendard", "Lucide", "SQLAlchemy", "PySide6_Essentials"} <= {
        p.name for p in parts
    }
    assert all(part.licence and len(part.text) > 40 for part in parts)
    titles = {found.title.in_language(language) for found in list_instruments()}
    assert titles <= {part.name for part in parts}
    missing = load_language(language).say("The text of the licence does not come with this part.")
    assert [part.name for part in parts if part.text == missing] == []


def test_the_texts_are_those_of_the_licences(qapp) -> None:
    texts = {part.name: part.text for part in gather_parts(load_language("en"))}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["Qt"]
    assert "GNU GENERAL PUBLIC LICENSE" in texts["shiboken6"]
    assert "SIL OPEN FONT LICENSE" in texts["Pretendard"]
    assert "ISC License" in texts["Lucide"]
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in texts["Python"]
    assert texts["Living Lab Workshop"] == (ROOT / "LICENSE").read_text(encoding="utf-8").strip("\n")


def test_the_qt_notice_says_what_it_means_and_where_the_source_is(qapp) -> None:
    note = next(part.note for part in gather_parts(load_language("ko")) if part.name == "Qt")
    assert "LGPL" in note
    assert "https://download.qt.io" in note


def test_everything_the_project_asks_for_is_found_with_what_that_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {distributions.canonical(re.match(r"[\w.-]+", line)[0]) for line in project["dependencies"]}
    assert asked == set(distributions.NEEDED)
    found = {distributions.canonical(part.name) for part in distributions.shipped_distributions()}
    assert asked <= found
    assert {"shiboken6", "mako", "markupsafe", "typing-extensions", "charset-normalizer"} <= found
    assert not found & {"pytest", "psycopg", "ruff", "hatchling"}


def test_what_has_no_metadata_is_told_and_not_hidden(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_for_two(name: str):
        if distributions.canonical(name) in {distributions.OWN, "segno"}:
            raise PackageNotFoundError(name)
        return distribution(name)

    monkeypatch.setattr(distributions, "distribution", none_for_two)
    part = next(part for part in gather_parts(load_language("en")) if part.name == "segno")
    assert (part.version, part.licence, part.note) == ("", "Not known", "This part was not found on this computer.")


def test_a_distribution_that_is_silent_is_told(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = [distributions.DistributionPart("silent", "1.0")]
    monkeypatch.setattr("workshop.ui.about.parts.shipped_distributions", lambda: silent)
    part = next(part for part in gather_parts(load_language("en")) if part.name == "silent")
    assert part.licence == "Not stated"
    assert "does not come with" in part.text


@pytest.mark.parametrize(("language", "title"), [("ko", "프로그램 정보"), ("en", "About this program")])
def test_the_keyboard_goes_through_the_list_and_closes(show, language: str, title: str) -> None:
    dialog = show(language)
    assert dialog.windowTitle() == title
    assert QApplication.focusWidget() is dialog.list
    assert "MIT License" in dialog.text.toPlainText()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "GNU LESSER" in dialog.text.toPlainText()
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert "Schrepp" in dialog.text.toPlainText()
    QTest.keyClick(dialog.list, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.text
    QTest.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.copy_button
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_versions_are_copied_for_whoever_helps(show, qtbot) -> None:
    dialog = show("ko")
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    lines = dict(line.split(": ", 1) for line in QApplication.clipboard().text().splitlines())
    assert lines["Living Lab Workshop"] == __version__
    assert {"Python", "Qt", "System", "Displays"} <= lines.keys()
    assert re.fullmatch(r"\d+ \(SQLite [\d.]+\)", lines["Database schema"])
    assert str(Path.home()) not in QApplication.clipboard().text()
    assert "복사했습니다" in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_word_is_cut(show, cut_off, qtbot, language: str, scale: int) -> None:
    dialog = show(language, scale)
    dialog.resize(1284, 706)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    for row in (0, 1, dialog.list.count() - 1):
        dialog.list.setCurrentRow(row)
        QApplication.processEvents()
        assert cut_off(dialog) == []
