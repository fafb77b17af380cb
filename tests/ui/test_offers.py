"""What can be done is collected from what is declared."""

import pytest
import shiboken6
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.ui.command import Command
from workshop.ui.icons import Icons
from workshop.ui.offers import commands_of, offers_of
from workshop.ui.theme import load_theme
from workshop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton


@pytest.fixture
def page(qtbot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    page.show()
    return page


def add(page: QWidget, widget: QWidget) -> QWidget:
    page.layout().addWidget(widget)
    widget.show()
    return widget


def test_commands_buttons_and_what_lists_have_keys_for_are_offered(page):
    Command(page, "Find", ["Ctrl+F"], lambda: None, icon="search")
    add(page, PrimaryButton("New project", shortcut="Ctrl+N"))
    add(page, QuietButton("Print"))
    inner = add(page, QWidget())
    delete = QAction("Delete", inner)
    delete.setShortcut("Del")
    inner.addAction(delete)
    add(page, IconButton(Icons(load_theme("light")).icon("pencil"), "Edit"))
    offers = {offer.words: offer.keys for offer in offers_of(page)}
    assert offers == {"Find": ("Ctrl+F",), "Delete": ("Del",), "New project": ("Ctrl+N",), "Print": ()}


def test_what_cannot_be_done_now_is_not_offered(page):
    can = [False]
    Command(page, "Merge", ["Ctrl+M"], lambda: None, possible=lambda: can[0], waits=True)
    add(page, QuietButton("Off")).setEnabled(False)
    add(page, QuietButton("Hidden")).hide()
    assert offers_of(page) == []
    assert [offer.words for offer in commands_of(page, waiting=True)] == ["Merge"]  # told of in the sheet of shortcuts
    can[0] = True
    assert [offer.words for offer in offers_of(page)] == ["Merge"]


def test_what_only_shows_more_of_a_list_is_not_offered(page):
    add(page, QuietButton("Show 3 more")).setProperty("folds", True)
    assert offers_of(page) == []


def test_nobody_is_offered_one_of_many_buttons_with_the_same_words(page):
    for words in ("Report", "Report", "Edit"):
        add(page, QuietButton(words))
    assert [offer.words for offer in offers_of(page)] == ["Edit"]


def test_an_offer_does_it_and_does_nothing_once_its_button_is_gone(page, qtbot):
    pressed = []
    button = add(page, QuietButton("Print"))
    button.clicked.connect(lambda: pressed.append(True))
    [offer] = offers_of(page)
    offer.call()
    assert pressed == [True]
    shiboken6.delete(button)
    offer.call()
    assert pressed == [True]


def test_a_button_tells_its_keys(page):
    assert PrimaryButton("New project", shortcut="Ctrl+N").toolTip() == "New project (Ctrl+N)"
