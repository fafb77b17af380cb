"""Settings apply at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel

from workshop.language import load_language
from workshop.services.keeping import backups
from workshop.services.keeping.library import open_library
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.about.dialog import AboutDialog
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.pages.settings import SettingsPage
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.card import Card


@pytest.fixture
def page(qapp, qtbot, tmp_path):
    theme = look.load_theme("light")
    look.apply(qapp, theme)
    library = open_library(tmp_path / "library.workshop")
    settings = Settings(language="ko", theme="light")
    page = SettingsPage(Desk(load_language("ko"), theme, Icons(theme), Tasks(), library, settings))
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    yield page
    page.desk.tasks.shut_down()
    library.close()


@pytest.mark.parametrize(
    ("choice", "value", "name"),
    [("language_choice", "en", "language"), ("theme_choice", "dark", "theme"), ("scale_choice", 150, "text_scale")],
)
def test_a_choice_is_told_at_once(page, qtbot, choice, value, name):
    button = getattr(page, choice).button(value)
    with qtbot.waitSignal(page.settingsChanged) as changed:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert getattr(changed.args[0], name) == value
    assert changed.args[0].station == page.desk.settings.station


def test_what_is_chosen_is_shown(page):
    assert (page.language_choice.value, page.theme_choice.value, page.scale_choice.value) == ("ko", "light", 100)


def test_it_says_where_the_data_is_and_opens_the_folder(page, qtbot, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert str(tmp_path / "library.workshop") in [label.text() for label in page.findChildren(QLabel)]
    qtbot.mouseClick(page.folder_button, Qt.MouseButton.LeftButton)
    assert opened[0].toLocalFile() == str(tmp_path)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_it_says_what_it_is_made_of(page, qtbot, key):
    page.about_button.setFocus()
    qtbot.keyClick(page.about_button, key)
    dialog = page.window().findChild(AboutDialog)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: bool(dialog.parts))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("width", "columns"), [(1158, 1), (1712, 2), (2352, 2)])
def test_cards_take_the_width_of_the_page_side_by_side_where_there_is_room(page, qtbot, width, columns):
    page.resize(width, 1000)
    QApplication.processEvents()
    cards = [card for card in page.findChildren(Card) if card.isVisible()]
    places = [card.mapTo(page, QPoint(0, 0)).x() for card in cards]
    assert len(set(places)) == columns
    right = max(place + card.width() for place, card in zip(places, cards, strict=True))
    assert min(places) == width - right  # as much free at the left as at the right
    assert all(card.width() >= page.content.contentsRect().width() / columns - 20 for card in cards)


def test_a_copy_is_made_and_listed_and_asked_to_be_restored_with_one_click(page, qtbot):
    card = page.backups_card
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(card.rows) == 1)
    (kept,) = backups.backups_of(page.desk.library)
    with qtbot.waitSignal(page.restoreRequested) as asked:
        qtbot.keyClick(card.rows[0].button, Qt.Key.Key_Return)
    assert asked.args == [kept.file]


def test_many_copies_are_folded(page, qtbot):
    for _copy in range(7):
        backups.keep_backup(page.desk.library)
    card = page.backups_card
    page.reload()
    qtbot.waitUntil(lambda: len(card.rows) == 4)
    qtbot.mouseClick(card.more_button, Qt.MouseButton.LeftButton)
    assert len(card.rows) == 7
    qtbot.mouseClick(card.more_button, Qt.MouseButton.LeftButton)
    assert len(card.rows) == 4
