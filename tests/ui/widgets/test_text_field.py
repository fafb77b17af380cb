"""The last syllable is never lost, and what is written arrives as it is kept."""

import unicodedata

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workshop.ui.widgets.text_field import LineField, NoteField


def compose(field: QWidget, syllable: str) -> None:
    """What an input method sends while a syllable is being put together."""
    QCoreApplication.sendEvent(field, QInputMethodEvent(syllable, []))


@pytest.fixture(params=[LineField, NoteField])
def field(request, qtbot, desk):
    frame = QWidget()
    qtbot.addWidget(frame)
    field, button = request.param(name="Idea"), QPushButton("Save")
    row = QHBoxLayout(frame)
    row.addWidget(field)
    row.addWidget(button)
    button.clicked.connect(field.submit)
    field.frame, field.button = frame, button
    frame.show()
    frame.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def enter(qtbot, field: QWidget) -> None:
    control = isinstance(field, NoteField)
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(field, Qt.Key.Key_Return, modifier)


def test_enter_takes_the_syllable_still_being_composed(field, qtbot):
    qtbot.keyClicks(field, "school ")
    compose(field, "길")
    with qtbot.waitSignal(field.submitted) as submitted:
        enter(qtbot, field)
    assert submitted.args == ["school 길"]
    assert field.composition == ""


def test_a_click_takes_the_syllable_still_being_composed(field, qtbot):
    compose(field, "길")
    with qtbot.waitSignal(field.submitted) as submitted:
        qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    assert submitted.args == ["길"]


def test_leaving_keeps_the_syllable_still_being_composed(field, qtbot):
    compose(field, "등굣")
    field.button.setFocus()
    qtbot.waitUntil(field.button.hasFocus)
    assert field.value == "등굣"
    assert field.composition == ""


def test_the_syllable_stays_where_it_was_begun(field, qtbot):
    qtbot.keyClicks(field, "ac")
    qtbot.keyClick(field, Qt.Key.Key_Left)
    compose(field, "가")
    assert field.value == "a가c"
    enter(qtbot, field)
    assert field.value == "a가c"


def test_what_is_typed_is_told_with_what_is_composed(field, qtbot):
    told = []
    field.edited.connect(told.append)
    qtbot.keyClicks(field, "a")
    compose(field, "나")
    assert told[-1] == "a나"


def test_text_arrives_composed_and_without_blanks_around(field, qtbot):
    field.set_value("  " + unicodedata.normalize("NFD", "통학로") + " ")
    with qtbot.waitSignal(field.submitted) as submitted:
        enter(qtbot, field)
    assert submitted.args == ["통학로"]


def test_undo_is_the_windows_where_the_field_has_nothing_to_undo(field, qtbot):
    undone = []
    action = field.window().addAction("Undo")
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: undone.append(True))
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.value, undone) == ("", [])
    field.empty()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def test_a_field_has_a_name(field):
    assert field.accessibleName() == "Idea"


def test_a_note_has_the_lines_it_was_asked_for(desk, qtbot):
    short, long = NoteField(lines=2), NoteField(lines=6)
    for note in (short, long):
        qtbot.addWidget(note)
    assert long.sizeHint().height() - short.sizeHint().height() == 4 * long.fontMetrics().lineSpacing()
