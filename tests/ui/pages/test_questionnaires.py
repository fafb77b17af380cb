"""Questionnaires edited as a person would: typed, dragged, moved by keys, seen in the preview, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from tests.questionnaires import keep_questionnaire
from workshop.language import load_language
from workshop.models.enums import ConditionTest, ItemKind
from workshop.models.records.evaluations import Condition
from workshop.services.evaluation import questionnaires
from workshop.services.evaluation.instrument_files import write_instrument
from workshop.services.evaluation.instrument_shape import Instrument, Item
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.icons import Icons
from workshop.ui.page import Place
from workshop.ui.pages.evaluation.page import EvaluationPage
from workshop.ui.pages.evaluation.questionnaires.editor import Editor
from workshop.ui.tasks import Tasks

Key, LEFT, ALT = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


class Room:
    """The part of the page with questionnaires, and how it is worked."""

    def __init__(self, page: EvaluationPage, library: Library) -> None:
        self.page, self.library = page, library
        self.told: list[str] = []
        page.noticeRequested.connect(lambda message: self.told.append(page.tell(message)))

    @property
    def editor(self) -> Editor:
        return self.page.questionnaires.editor

    @property
    def kept(self) -> Instrument:
        (record,) = questionnaires.list_questionnaires(self.library)
        return record.instrument

    @property
    def keys(self) -> list[str]:
        return [item.key for item in self.kept.items]

    def item(self, key: str) -> Item:
        return next(item for item in self.kept.items if item.key == key)

    def settle(self) -> None:
        for _ in range(4):
            assert self.page.desk.tasks.wait_idle()
            QApplication.processEvents()
        if QApplication.activeWindow() is None:
            self.page.activateWindow()  # no window manager does so after a dialog
            QApplication.processEvents()

    def push(self, words: str, inside: QWidget | None = None) -> None:
        text = self.page.say(words)
        buttons = [one for one in (inside or self.page).findChildren(QAbstractButton) if one.isVisible()]
        QTest.mouseClick(next(one for one in buttons if one.text() == text), LEFT)
        self.settle()

    def field(self, name: str) -> QWidget:
        found = self.editor.form.findChild(QWidget, name)
        assert found is not None, name
        return found

    def write(self, name: str, text: str) -> None:
        """Put the keyboard into a field, write, and leave it."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(field, event)
        self.editor.questions.setFocus()
        self.settle()

    def dialog(self) -> FormDialog:
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog) and one.isVisible())

    def add(self, kind: str) -> None:
        """Add a question of a kind by the menu."""
        has_some = self.editor.add_button.isVisible()
        QTest.mouseClick(self.editor.add_button if has_some else self.editor.empty.button, LEFT)
        self.choose_kind(kind)

    def choose_kind(self, kind: str) -> None:
        """Choose from the menu of kinds that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(action for action in menu.actions() if action.text() == self.page.say(kind)).trigger()
        menu.close()
        self.settle()

    def edit(self, key: str = "") -> None:
        keep_questionnaire(self.library)
        self.page.questionnaires.shelf.key = "bus-stop"
        self.page.questionnaires.reload()
        self.settle()
        self.push("Edit the questions")
        if key:
            self.editor.choose(key)
            self.settle()


@pytest.fixture
def room(qapp, qtbot, library: Library) -> Iterator[Room]:
    theme = look.load_theme("light")
    look.apply(qapp, theme)
    tasks = Tasks()
    desk = Desk(load_language("ko"), theme, Icons(theme), tasks, library, Settings(language="ko"))
    page = EvaluationPage(desk)
    qtbot.addWidget(page)
    page.resize(1158, 768)
    page.show()
    page.activateWindow()
    page.open(Place())
    made = Room(page, library)
    made.settle()
    made.push("Questionnaires")
    yield made
    assert tasks.wait_idle()
    tasks.shut_down()


a_menu_opens = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen screen


@a_menu_opens
def test_a_first_questionnaire_from_nothing_to_one_that_can_be_asked(room: Room) -> None:
    room.push("New questionnaire…")
    dialog = room.dialog()
    dialog.form.control("ko").set_value("밤길 안전")
    room.push("Make the questionnaire", dialog)
    room.add("Single choice")
    assert room.page.window().focusWidget() is room.field("text-ko")
    room.write("text-ko", "밤길이 어두운가요?")
    room.write("label-1-ko", "예")
    assert not questionnaires.list_questionnaires(room.library)[0].is_ready
    room.write("label-2-ko", "아니요")
    assert questionnaires.list_questionnaires(room.library)[0].problems == ()
    assert (room.kept.title.ko, room.kept.items[0].text.ko) == ("밤길 안전", "밤길이 어두운가요?")


@a_menu_opens
def test_the_kind_of_a_question_is_chosen_anew_from_the_menu(room: Room) -> None:
    room.edit("minutes")
    room.field("kind").setFocus()
    QTest.keyClick(room.field("kind"), Key.Key_Space)
    room.choose_kind("Scale")
    item = room.item("minutes")
    assert (item.kind, item.text.ko) == (ItemKind.LIKERT, "버스를 보통 얼마나 기다리나요?")
    assert room.editor.form.item == item
    undo.undo(room.library)
    assert room.item("minutes").kind is ItemKind.NUMBER


def test_a_copy_of_a_ready_one_is_a_start(room: Room) -> None:
    room.push("Copy and change…")
    room.push("Make the questionnaire", room.dialog())
    assert room.kept.title.ko.endswith("(사본)")
    assert len(room.editor.questions.lines) == len(room.kept.items) > 3


def test_a_question_is_moved_by_keys_and_by_dragging_and_taken_back(room: Room) -> None:
    room.edit("why-not")
    questions = room.editor.questions
    questions.setFocus()
    QTest.keyClick(questions, Key.Key_Down, ALT)
    room.settle()
    assert room.keys[:3] == ["used", "opposites", "why-not"]
    assert questions.chosen == "why-not"
    start, end = (QPoint(60, round((row + 0.5) * questions.row_height)) for row in (0, 1))
    QTest.mousePress(questions.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(questions.viewport(), start + QPoint(0, 30))
    QTest.mouseMove(questions.viewport(), end + QPoint(0, 12))
    QTest.mouseRelease(questions.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end + QPoint(0, 12))
    room.settle()
    assert room.keys[:3] == ["opposites", "used", "why-not"]
    undo.undo(room.library)
    undo.undo(room.library)
    room.page.questionnaires.reload()
    room.settle()
    assert room.keys[:3] == ["used", "why-not", "opposites"]
    assert [line.activity_id for line in questions.lines][:3] == room.keys[:3]


def test_what_is_typed_is_seen_at_once_and_kept_when_the_field_is_left(room: Room) -> None:
    room.edit("minutes")
    field = room.field("text-ko")
    field.setFocus()
    field.selectAll()
    composing = QInputMethodEvent("기다리", [])
    QCoreApplication.sendEvent(field, composing)
    room.editor.preview.draw()
    assert "기다리" in room.editor.preview.accessibleName()
    room.editor.questions.setFocus()
    room.settle()
    assert room.item("minutes").text.ko == "기다리"


def test_another_question_is_chosen_and_nothing_typed_is_lost(room: Room) -> None:
    room.edit("wishes")
    field = room.field("label-air-en")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Clean air")
    room.editor.choose("first")
    room.settle()
    assert room.item("wishes").labels["air"].en == "Clean air"
    assert room.editor.form.item == room.item("first")


def test_choices_are_added_moved_and_removed(room: Room) -> None:
    room.edit("wishes")
    room.push("Add a choice")
    assert room.field("label-1-ko").hasFocus()
    QTest.keyClick(room.field("label-1-ko"), Key.Key_Up, ALT)
    room.settle()
    assert list(room.item("wishes").labels) == ["bench", "light", "air", "1", "voice"]
    assert room.field("label-1-ko").hasFocus()
    QTest.mouseClick(room.field("remove-1"), LEFT)
    room.settle()
    assert list(room.item("wishes").labels) == ["bench", "light", "air", "voice"]


def test_a_condition_is_set_as_a_sentence(room: Room) -> None:
    room.edit("minutes")
    QTest.mouseClick(room.field("conditional"), LEFT)
    room.settle()
    assert room.item("minutes").shown_if is not None
    item = room.field("condition-item")
    place = item.findData("recommend")
    item.setCurrentIndex(place)
    item.activated.emit(place)
    room.settle()
    test = room.field("condition-test")
    place = test.findData(ConditionTest.AT_MOST)
    test.activated.emit(place)
    room.settle()
    assert room.item("minutes").shown_if == Condition("recommend", ConditionTest.AT_MOST, "10")
    QTest.mouseClick(room.field("conditional"), LEFT)
    room.settle()
    assert room.item("minutes").shown_if is None


def test_the_ends_of_a_scale_keep_their_words_when_it_grows(room: Room) -> None:
    room.edit("opposites")
    high = room.field("high")
    high.setFocus()
    QTest.keyClick(high, Key.Key_Down)
    QTest.keyClick(high, Key.Key_Down)
    room.editor.questions.setFocus()
    room.settle()
    item = room.item("opposites")
    assert (item.low, item.high, list(item.labels)) == (1, 5, ["1", "5"])
    assert item.labels["5"].en == "easy"


def test_undo_shows_the_old_words_again(room: Room) -> None:
    room.edit("photo")
    room.write("text-ko", "다른 글")
    undo.undo(room.library)
    room.page.questionnaires.reload()
    room.settle()
    assert room.field("text-ko").value == "불편한 곳의 사진을 골라 주세요."


def test_a_question_is_copied_and_removed(room: Room) -> None:
    room.edit("first")
    room.push("Copy", room.editor.form)
    assert room.keys[5:7] == ["first", "q1"]
    assert room.editor.questions.chosen == "q1"
    room.push("Remove", room.editor.form)
    assert "q1" not in room.keys
    assert room.editor.form.item is not None


def test_a_file_goes_out_and_comes_in(room: Room, tmp_path: Path) -> None:
    instrument = keep_questionnaire(room.library)
    part = room.page.questionnaires
    part.hand_out(instrument, str(tmp_path / "정류장"))
    room.settle()
    part.take_in(str(tmp_path / "정류장.toml"))
    room.settle()
    assert "이미 있습니다" in room.told[-1]
    assert len(questionnaires.list_questionnaires(room.library)) == 1


def test_a_malformed_file_is_told_with_its_line(room: Room, tmp_path: Path) -> None:
    instrument = keep_questionnaire(room.library)
    file = tmp_path / "망가짐.toml"
    file.write_bytes(write_instrument(instrument).replace(b'kind = "number"', b'kind = "nummer"'))
    failures: list[str] = []
    room.page.desk.tasks.failed.connect(lambda error: failures.append(room.page.tell(error.message)))
    room.page.questionnaires.take_in(str(file))
    room.settle()
    assert "번째 줄, ‘kind’" in failures[0]


@a_menu_opens
def test_a_question_of_every_kind_is_added_behind_the_chosen_one(room: Room) -> None:
    room.edit("used")
    for kind in ("Scale", "Several choices", "A number", "Ranking", "Free text", "Photo"):
        room.add(kind)
    kinds = [item.kind for item in room.kept.items[1:7]]
    assert set(kinds) == set(ItemKind) - {ItemKind.SINGLE}
