"""Dialogs: verbs, Escape, and nothing lost on the way."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.widgets.form import Field


@pytest.fixture
def parent(desk, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    yield parent
    for dialog in parent.findChildren(QWidget):
        if dialog.isWindow():
            dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def question(desk, parent, qtbot):
    question = Confirm(desk, "Delete this session?", "46 ideas go with it.", "Delete session", parent)
    question.open()
    question.activateWindow()
    qtbot.waitUntil(question.isVisible)
    return question


def test_the_verb_confirms(question, qtbot):
    with qtbot.waitSignal(question.confirmed):
        qtbot.mouseClick(question.verb_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_hasty_key_cancels(question, qtbot, key):
    with qtbot.assertNotEmitted(question.confirmed), qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question.cancel_button, key)


def test_a_form_on_a_sheet_tells_its_values(desk, parent, qtbot):
    dialog = FormDialog(desk, "New session", [Field("title", "Title", required=True)], "Create", parent)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()  # the title is missing
    qtbot.keyClicks(dialog.form.control("title"), "Priority vote")
    with qtbot.waitSignal(dialog.submitted) as submitted:
        qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    assert submitted.args == [{"title": "Priority vote"}]


def test_a_form_may_stay_until_it_was_accepted(desk, parent, qtbot):
    dialog = FormDialog(desk, "New session", [Field("title", "Title")], "Create", parent, stay=True)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    with qtbot.waitSignal(dialog.submitted):
        dialog.form.submit()
    dialog.show_error("There is such a session already.")
    assert dialog.isVisible()


def test_a_second_press_while_the_first_is_answered_asks_nothing(qtbot, desk) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.show()
    dialog = FormDialog(desk, "Add", [Field("count", "How many", "number", least=1)], "Add", holder, stay=True)
    asked: list[object] = []
    dialog.submitted.connect(asked.append)
    dialog.open()
    for _ in range(2):
        qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    dialog.show_error("Not so many, please.")
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    assert len(asked) == 2
    dialog.reject()
    holder.hide()
