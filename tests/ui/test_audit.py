"""The audit of screens finds what it is there to find: each rule meets a planted fault, and a sound window passes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.audit.contrast import contrast
from tests.audit.faults import faint_words, faults
from workshop.ui import theme as look


@pytest.fixture
def sheet(qapp: QApplication, qtbot) -> QWidget:
    """A window with a label, a field and two buttons that is as it should be."""
    look.apply(qapp, look.load_theme("light"))
    sheet = QWidget()
    sheet.setProperty("look", "page")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(sheet)
    column = QVBoxLayout(sheet)
    column.addWidget(QLabel("무엇이 먼저 바뀌어야 할까요?", objectName="question"))
    field = QLineEdit(objectName="field")
    field.setAccessibleName("의견")
    column.addWidget(field)
    row = QHBoxLayout()
    row.addWidget(QPushButton("취소", objectName="cancel"))
    row.addWidget(QPushButton("올리기", objectName="send"))
    column.addLayout(row)
    column.addStretch(1)
    sheet.resize(480, 320)
    sheet.show()
    qtbot.waitExposed(sheet)
    return sheet


def part(sheet: QWidget, name: str) -> QWidget:
    found = sheet.findChild(QWidget, name)
    assert found is not None
    return found


def rules_broken(sheet: QWidget, *, touch: bool = False) -> set[str]:
    QApplication.processEvents()
    return {fault.partition(":")[0] for fault in faults(sheet, touch=touch)}


def test_a_sound_window_has_no_faults(sheet):
    assert faults(sheet) == []
    assert faint_words(sheet, least=4.5) == []


@pytest.mark.parametrize("name", ["question", "send"])
def test_words_without_room_are_found(sheet, name):
    part(sheet, name).setFixedWidth(24)
    assert rules_broken(sheet) == {"clipped"}


def test_lines_without_room_are_found(sheet):
    question = part(sheet, "question")
    question.setWordWrap(True)
    question.setText("아이와 어르신이 함께 걷는 길에서 " * 12)
    question.setFixedHeight(30)
    assert rules_broken(sheet) == {"clipped"}


def test_a_hint_that_does_not_fit_its_field_is_found(sheet):
    part(sheet, "field").setPlaceholderText("참여자의 의견을 한 문장으로 적어 주세요 " * 4)
    assert rules_broken(sheet) == {"clipped"}


def test_words_cut_off_by_what_they_lie_in_are_found(sheet):
    frame = QWidget(sheet)
    QLabel("어린이 보호 구역을 넓힙니다", frame).move(0, 0)
    frame.setGeometry(10, 200, 60, 40)
    frame.show()
    assert rules_broken(sheet) == {"clipped"}


def test_a_control_outside_the_window_is_found(sheet):
    button = QPushButton("다음", sheet)
    button.move(600, 200)
    button.show()
    assert "off_screen" in rules_broken(sheet)


def test_what_can_be_scrolled_to_is_within_reach(sheet):
    area, inside = QScrollArea(sheet), QWidget()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside.resize(200, 900)
    button = QPushButton("맨 아래", inside)
    button.adjustSize()
    button.move(10, 850)
    area.setWidget(inside)
    area.setGeometry(10, 150, 300, 120)
    area.show()
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert rules_broken(sheet) >= {"off_screen"}
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    assert rules_broken(sheet) == set()


def test_a_page_that_scrolls_sideways_is_found(sheet):
    area, inside = QScrollArea(sheet), QWidget()
    inside.resize(900, 50)
    area.setWidget(inside)
    area.setGeometry(10, 150, 300, 120)
    area.show()
    assert rules_broken(sheet) == {"sideways"}
    area.setProperty("sideways", True)  # a wall of columns may be wider than its window
    assert rules_broken(sheet) == set()


def test_controls_above_each_other_are_found(sheet):
    button = QPushButton("그 위에", sheet)
    button.setGeometry(part(sheet, "send").geometry().adjusted(10, 4, 0, 0))
    button.show()
    assert rules_broken(sheet) == {"overlapping"}


def test_a_control_without_a_name_is_found(sheet):
    part(sheet, "field").setAccessibleName("")
    assert rules_broken(sheet) == {"nameless"}


def test_an_order_that_is_not_the_order_of_reading_is_found(sheet):
    QWidget.setTabOrder(part(sheet, "field"), part(sheet, "send"))
    QWidget.setTabOrder(part(sheet, "send"), part(sheet, "cancel"))
    assert rules_broken(sheet) == {"out_of_order"}


def test_what_a_finger_cannot_hit_is_found_on_a_touch_screen(sheet):
    assert rules_broken(sheet) == set()
    assert rules_broken(sheet, touch=True) == {"too_small_for_fingers"}


def test_faint_words_are_found(sheet):
    part(sheet, "question").setStyleSheet("color: #B0ADA6")
    assert ["무엇이" in fault for fault in faint_words(sheet, least=4.5)] == [True]


def test_contrast_is_measured_as_the_standard_does():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
