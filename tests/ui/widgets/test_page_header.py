"""The head of a page holds in narrow windows too."""

import pytest
from PySide6.QtWidgets import QWidget

from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.page_header import PageHeader


@pytest.fixture
def page(qtbot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 300)
    page.show()
    qtbot.waitExposed(page)
    return page


def shown(page: QWidget, width: int) -> PageHeader:
    header = PageHeader("성과공유회 준비", "안심 통학로 리빙랩", parent=page)
    header.add_button(QuietButton("회차를 미리 해 보기"))
    header.add_button(PrimaryButton("회차 시작하기"))
    header.show()
    header.resize(width, header.heightForWidth(width))
    header.resize(width, header.heightForWidth(width))
    return header


def test_buttons_stand_beside_the_title_where_there_is_room(page):
    header = shown(page, 900)
    quiet, primary = header.findChildren(QuietButton)[0], header.findChildren(PrimaryButton)[0]
    place = primary.mapTo(header, primary.rect().topRight())
    assert place.x() == header.width() - 1
    assert quiet.mapTo(header, quiet.rect().topLeft()).y() < header.height() // 2


def test_buttons_go_below_where_there_is_none(page):
    header = shown(page, 200)
    first = header.findChildren(QuietButton)[0]
    assert first.mapTo(header, first.rect().topLeft()).y() > header._title.geometry().bottom()
    assert first.mapTo(header, first.rect().topLeft()).x() == 0


def test_a_hidden_button_gives_its_room_to_the_title(page, qtbot):
    header = shown(page, 900)
    wide = header._buttons.width()
    header.findChildren(QuietButton)[0].hide()
    qtbot.waitUntil(lambda: header._buttons.width() < wide)
