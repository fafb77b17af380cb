"""Paper forms by digits alone: refused at once, hidden where not asked, kept half-filled or dropped knowingly, taken back."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.builders import KO, make_room
from tests.questionnaires import EVERY_KIND, MINUTES, RECOMMEND, USED, open_own_form
from workshop.models.tables.evaluations import Answer
from workshop.services.evaluation import answers, evaluations
from workshop.services.evaluation.instrument_shape import Item
from workshop.services.keeping.library import Library
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.icons import Icons
from workshop.ui.pages.evaluation.paper_entry import PaperEntry
from workshop.ui.tasks import Tasks

Key = Qt.Key


class Typist:
    """Somebody at the keyboard with a stack of paper."""

    def __init__(self, desk: Desk, entry: PaperEntry, form_id: object) -> None:
        self.desk, self.entry, self._form_id = desk, entry, form_id

    @property
    def at(self) -> str:
        """The key of the question that has the keyboard."""
        focus = self.entry.focusWidget()
        return next((key for key, field in self.entry.fields.items() if field is focus), "")

    @property
    def told(self) -> str:
        return " | ".join(label.text() for label in self.entry.findChildren(QLabel) if label.isVisible())

    @property
    def kept(self) -> list[dict[str, object]]:
        with self.desk.library.read() as rows:
            return [row.record().values for row in rows.query(Answer).filter(Answer.form_id == self._form_id)]

    def start(self, key: str) -> None:
        self.entry.fields[key].setFocus()

    def type(self, text: str) -> None:
        for sign in text:
            QTest.keyClick(self.entry.focusWidget(), sign)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.entry.focusWidget(), key)

    def save(self) -> None:
        QTest.keyClick(self.entry, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            assert self.desk.tasks.wait_idle()
            QApplication.processEvents()


@pytest.fixture
def typist(qapp, qtbot, library: Library) -> Iterator[object]:
    """Opens the sheet for a form with some items."""
    room = make_room(library)
    theme = look.load_theme("light")
    look.apply(qapp, theme)
    tasks = Tasks()
    desk = Desk(KO, theme, Icons(theme), tasks, library, Settings(language="ko"))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made: list[PaperEntry] = []

    def begin(*items: Item) -> Typist:
        form = open_own_form(library, room.session_id, KO, *items)
        entry = PaperEntry(desk, evaluations.get_form(library, form_id=form.id), window)
        made.append(entry)
        entry.open()
        entry.activateWindow()
        qtbot.waitUntil(entry.isActiveWindow)
        return Typist(desk, entry, form.id)

    yield begin
    for entry in made:
        if shiboken6.isValid(entry):
            entry.form.clear()
            entry.reject()
    assert tasks.wait_idle()
    tasks.shut_down()


def test_digits_alone_lead_through_every_kind_of_question(typist) -> None:
    at = typist(*EVERY_KIND)
    at.start("used")
    at.type("1")
    assert at.at == "opposites"  # “why not” is not asked
    at.type("6")
    at.type("10")
    assert at.at == "wishes"
    at.type("31")
    assert at.at == "first"
    at.type("231")
    assert at.at == "minutes"
    at.type("15")
    at.key(Key.Key_Return)
    assert at.entry.focusWidget() is at.entry.save_button
    at.save()
    assert at.kept == [
        {
            "used": "yes", "opposites": 6, "recommend": 10, "wishes": ["bench", "air"],
            "first": ["school", "clinic", "market"], "minutes": 15,
        }
    ]  # fmt: skip
    assert "지금까지 1장 입력" in at.told


def test_a_wrong_digit_is_refused_at_once_with_what_can_be_typed(typist) -> None:
    at = typist(RECOMMEND, MINUTES)
    at.start("minutes")
    at.type("121")
    assert at.entry.fields["minutes"].text() == "12"
    assert "0–120" in at.told
    at.start("recommend")
    at.type("-")
    assert (at.at, at.entry.fields["recommend"].text()) == ("recommend", "")
    assert "0–10" in at.told


def test_one_of_a_scale_to_ten_waits_for_its_second_digit(typist) -> None:
    at = typist(RECOMMEND, MINUTES)
    at.start("recommend")
    at.type("1")
    assert at.at == "recommend"
    at.key(Key.Key_Return)
    assert at.at == "minutes"
    assert at.entry.values() == {"recommend": 1}


def test_blank_is_one_key_and_a_half_filled_form_is_kept_knowingly(typist) -> None:
    at = typist(USED, RECOMMEND, MINUTES)
    at.start("used")
    at.key(Key.Key_Return)  # needed at the booth; on paper somebody left it blank
    at.type("7")
    at.save()
    assert at.kept == []
    assert "문항 1, 3" in at.told
    at.save()
    assert at.kept == [{"recommend": 7}]


def test_what_was_agreed_to_is_asked_anew_when_the_form_changes(typist) -> None:
    at = typist(RECOMMEND, MINUTES)
    at.start("recommend")
    at.type("7")
    at.save()
    at.start("recommend")
    at.key(Key.Key_Delete)
    at.entry.fields["recommend"].clear()
    at.type("8")
    at.save()
    assert at.kept == []


def test_a_form_that_was_begun_is_dropped_only_when_asked(typist, qtbot) -> None:
    at = typist(RECOMMEND, MINUTES)
    at.start("recommend")
    at.type("7")
    QTest.keyClick(at.entry, Key.Key_Escape)
    question = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Confirm) and one.isVisible())
    QTest.keyClick(question, Key.Key_Escape)
    assert at.entry.isVisible()
    assert at.entry.values() == {"recommend": 7}
    at.entry.reject()
    question = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Confirm) and one.isVisible())
    QTest.mouseClick(question.verb_button, Qt.MouseButton.LeftButton)
    assert not at.entry.isVisible()
    assert at.kept == []


def test_the_last_form_is_taken_back_corrected_and_kept_once(typist) -> None:
    at = typist(USED, RECOMMEND, MINUTES)
    at.start("used")
    at.type("2")
    at.type("3")
    at.type("20")
    at.save()
    QTest.mouseClick(at.entry.back_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert at.kept == []
    assert at.entry.values() == {"used": "no", "recommend": 3, "minutes": 20}
    at.start("recommend")
    at.key(Key.Key_Backspace)
    at.type("9")
    at.save()
    assert at.kept == [{"used": "no", "recommend": 9, "minutes": 20}]


def test_answers_from_somebodys_own_hand_are_not_taken_back(library: Library) -> None:
    from uuid import uuid4

    from workshop.models.errors import RefusedError

    room = make_room(library)
    form = open_own_form(library, room.session_id, KO, RECOMMEND)
    kept = answers.submit_answer(library, form_id=form.id, values={"recommend": 3}, answer_id=uuid4()).record
    with pytest.raises(RefusedError):
        answers.take_back_paper(library, form_id=form.id, answer_id=kept.id)
    assert answers.form_result(library, form_id=form.id).respondents == 1
