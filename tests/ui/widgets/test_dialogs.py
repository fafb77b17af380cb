"""Dialogs: verbs, Escape, and nothing lost on the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from workshop.settings import Settings
from workshop.ui import theme
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


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_field_is_squashed_where_a_form_is_higher_than_the_screen(desk, parent, qtbot, qapp, scale):
    """Choices that need two lines and notes keep their height, also once errors are told; the form scrolls instead."""
    theme.apply(qapp, desk.theme, scale)
    desk = replace(desk, settings=Settings(language="en", text_scale=scale))
    ways = ("Dots", "Approval", "Share a budget", "Put in order", "Compare in pairs", "How much one agrees")
    fields = [Field("title", "Title", help="What participants see. It can be changed later.", required=True)]
    for place in range(4):
        fields += [
            Field(f"note{place}", "Goals", "note", lines=4),
            Field(f"way{place}", "Method", "segments", choices=tuple(enumerate(ways))),
        ]
    dialog = FormDialog(desk, "New vote", fields, "Create", parent, width=400)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    for place in range(4):
        dialog.form.set_error(f"note{place}", "This is too long, please say it in fewer words.")
    QCoreApplication.processEvents()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    for field in fields[1:]:
        control = dialog.form.control(field.name)
        assert control.height() >= control.sizeHint().height(), field.name
        inside = [button.geometry().bottom() for button in control.findChildren(QPushButton)]
        assert all(bottom < control.height() for bottom in inside), field.name
    theme.apply(qapp, desk.theme)
