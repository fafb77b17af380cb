"""The evaluation page: forms made, opened, filled in from paper and read, before against after."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.builders import Room, make_project, make_room
from workshop.language import load_language
from workshop.models.enums import Channel, ConsentPurpose, FormState, ServiceKind, Stage
from workshop.models.records.evaluations import FormRecord
from workshop.services.evaluation import answers, comparisons, evaluations
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import city_services
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.icons import Icons
from workshop.ui.page import Place
from workshop.ui.pages.evaluation.page import EvaluationPage
from workshop.ui.pages.evaluation.paper_entry import PaperEntry
from workshop.ui.pages.evaluation.wording import effect_pill
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.charts.likert_bar import LikertBar
from workshop.ui.widgets.charts.scale_chart import ScaleChart
from workshop.ui.widgets.empty_state import EmptyState

LEFT = Qt.MouseButton.LeftButton
QUALITY = ("useful", "easy", "reliable", "safe", "fair")
KO, EN = load_language("ko"), load_language("en")

Open = Callable[..., EvaluationPage]


class SharedScreen:
    """A shared screen that remembers what it was asked to show."""

    def __init__(self) -> None:
        self.is_open = False
        self.shown: list[UUID] = []

    def show_evaluation_booth(self, form_id: UUID) -> None:
        self.shown.append(form_id)

    def show_form_result(self, form_id: UUID) -> None:
        self.shown.append(form_id)

    def open_window(self) -> None:
        self.is_open = True


@pytest.fixture
def open_page(qapp, qtbot, library: Library) -> Iterator[Open]:
    """Builds the page on the library and waits until it shows what is there."""
    made: list[EvaluationPage] = []

    def build(project_id: UUID | None, language: str = "ko", stage: Any = None, item: UUID | None = None) -> Any:
        theme = look.load_theme("light")
        look.apply(qapp, theme)
        tasks = Tasks()
        desk = Desk(load_language(language), theme, Icons(theme), tasks, library, Settings(language=language), stage)
        page = EvaluationPage(desk)
        qtbot.addWidget(page)
        made.append(page)
        page.resize(1158, 768)
        page.show()
        page.open(Place(project_id=project_id, item_id=item))
        settle(page)
        return page

    yield build
    for page in made:
        assert page.desk.tasks.wait_idle()
        page.desk.tasks.shut_down()


def settle(page: EvaluationPage) -> None:
    for _ in range(3):
        assert page.desk.tasks.wait_idle()
        QApplication.processEvents()


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def make_form(
    room: Room, *, stage: Stage = Stage.DURING, instrument: str = "service-quality", **more: Any
) -> FormRecord:
    made = evaluations.make_form(
        room.library, session_id=room.session_id, instrument=instrument, language=KO, stage=stage, **more
    )
    return evaluations.open_form(room.library, form_id=made.record.id).record


def answer(room: Room, form: FormRecord, *values: int, person: int | None = None, comment: str = "") -> None:
    keys = [item.key for item in form.items if item.kind == "likert"]
    given: dict[str, Any] = dict(zip(keys, values, strict=False))
    if comment:
        given["comment"] = comment
    answers.submit_answer(
        room.library, form_id=form.id, values=given, answer_id=uuid4(),
        participant_id=None if person is None else room.people[person].id,
    )  # fmt: skip


def close(room: Room, form: FormRecord) -> None:
    evaluations.close_form(room.library, form_id=form.id)


def agree_to_use(room: Room) -> None:
    for person in room.people:
        participants.set_consent(room.library, participant_id=person.id, purpose=ConsentPurpose.USE, given=True)


def press(page: EvaluationPage, verb: str) -> None:
    QTest.mouseClick(page.view.detail.buttons[verb], LEFT)
    settle(page)


def sheet(kind: type[QWidget]) -> Any:
    return next(window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible())


@pytest.mark.parametrize(("language", "said"), [("ko", "열린 과제가 없습니다"), ("en", "No project is open")])
def test_without_a_project_it_leads_to_the_start(open_page: Open, qtbot, language, said):
    page = open_page(None, language)
    assert said in words(page)
    button = page.view.stack.currentWidget().findChild(QWidget, options=Qt.FindChildOption.FindChildrenRecursively)
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(button.button, LEFT)
    assert asked.args[0] == "start"


def test_a_project_without_sessions_leads_to_their_preparation(open_page: Open, library, qtbot):
    page = open_page(make_project(library), "en")
    assert "No evaluation forms yet" in words(page)
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(page.view.stack.currentWidget().findChild(EmptyState).button, LEFT)
    assert asked.args[0] == "prepare"


def test_a_form_is_made_in_a_short_form_and_can_be_taken_back(open_page: Open, library, qtbot):
    room = make_room(library)
    service = city_services.add_service(
        library, project_id=room.project_id, title="걷는 버스", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record
    before = len(evaluations.list_forms(library, project_id=room.project_id))
    page = open_page(room.project_id)
    page.ask_new()
    dialog = sheet(FormDialog)
    dialog.form.set_values({"instrument": "sus", "service_id": service.id, "stage": Stage.BASELINE})
    with qtbot.waitSignal(page.undoOffered):
        qtbot.mouseClick(dialog.verb_button, LEFT)
    settle(page)
    assert not [window for window in QApplication.topLevelWidgets() if isinstance(window, FormDialog)]
    form = page.situation.form
    assert (form.instrument, form.service_id, form.stage, form.state) == (
        "sus",
        service.id,
        Stage.BASELINE,
        FormState.DRAFT,
    )
    undo.undo(library)
    page.reload()
    settle(page)
    assert len(page.situation.forms) == before


def test_a_form_is_opened_shown_on_the_shared_screen_and_closed(open_page: Open, library):
    room = make_room(library)
    made = evaluations.make_form(library, session_id=room.session_id, instrument="sus", language=KO).record
    screen = SharedScreen()
    page = open_page(room.project_id, stage=screen, item=made.id)
    press(page, "open")
    press(page, "booth")
    assert screen.shown == [made.id]
    assert screen.is_open
    press(page, "close")
    assert evaluations.get_form(library, form_id=made.id).state is FormState.CLOSED
    assert "booth" not in page.view.detail.buttons


def test_without_a_shared_screen_there_is_no_dead_button(open_page: Open, library):
    room = make_room(library)
    page = open_page(room.project_id, item=make_form(room).id)
    assert "booth" not in page.view.detail.buttons
    assert "paper" in page.view.detail.buttons


@pytest.mark.parametrize(("language", "said"), [("ko", "회차가 진행 중일 때"), ("en", "once its session runs")])
def test_before_the_session_it_says_when_the_form_can_be_opened(open_page: Open, library, language, said):
    from workshop.services.sessions import lab_sessions

    project_id = make_project(library)
    session = lab_sessions.prepare_session(library, project_id=project_id, language=KO, title="다음 회차").record
    form = evaluations.make_form(library, session_id=session.id, instrument="sus", language=KO).record
    page = open_page(project_id, language, item=form.id)
    assert said in words(page.view.detail)
    assert "open" not in page.view.detail.buttons
    press(page, "remove")
    assert evaluations.list_forms(library, project_id=project_id) == ()


def test_a_paper_form_is_typed_in_digit_by_digit(open_page: Open, library, qtbot):
    room = make_room(library)
    agree_to_use(room)
    form = make_form(room)
    page = open_page(room.project_id, item=form.id)
    press(page, "paper")
    entry: PaperEntry = sheet(PaperEntry)
    qtbot.keyClicks(entry.code, room.people[0].code)
    qtbot.keyClick(entry.code, Qt.Key.Key_Return)
    for key, digit in zip(QUALITY, "5403", strict=False):  # 0 is no answer: the field keeps the keyboard
        qtbot.keyClick(entry.fields[key], digit)
    assert entry.fields["reliable"].value is None
    qtbot.keyClick(entry.fields["reliable"], "2")
    assert entry.values() == {"useful": 5, "easy": 4, "reliable": 2, "safe": 3}
    written = QInputMethodEvent()
    written.setCommitString("밝아서 좋아요")  # as an input method gives it
    QApplication.sendEvent(entry.fields["comment"], written)
    qtbot.keyClick(entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "문항 5" in words(entry)  # the half-filled form is kept only knowingly
    with qtbot.waitSignal(entry.saved):
        qtbot.keyClick(entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert entry.values() == {}
    with library.read() as rows:
        from workshop.models.tables.evaluations import Answer

        (kept,) = [row.record() for row in rows.query(Answer).filter(Answer.form_id == form.id)]
    assert kept.channel is Channel.PAPER
    assert kept.participant_id == room.people[0].id
    assert kept.values == {"useful": 5, "easy": 4, "reliable": 2, "safe": 3, "comment": "밝아서 좋아요"}
    entry.reject()


def test_the_keyboard_jumps_to_the_next_field(open_page: Open, library, qtbot):
    room = make_room(library)
    page = open_page(room.project_id, item=make_form(room).id)
    press(page, "paper")
    entry: PaperEntry = sheet(PaperEntry)
    entry.activateWindow()
    first, second = entry.fields["useful"], entry.fields["easy"]
    first.setFocus()
    qtbot.keyClick(first, "4")
    qtbot.waitUntil(second.hasFocus)
    qtbot.keyClick(second, Qt.Key.Key_Backspace)
    qtbot.waitUntil(first.hasFocus)
    for field in (first, second, *(entry.fields[key] for key in QUALITY[2:]), entry.fields["comment"]):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(entry.save_button.hasFocus)
    entry.reject()


def test_an_unknown_code_is_told_and_nothing_is_kept(open_page: Open, library, qtbot):
    room = make_room(library)
    form = make_form(room)
    page = open_page(room.project_id, "en", item=form.id)
    press(page, "paper")
    entry: PaperEntry = sheet(PaperEntry)
    qtbot.mouseClick(entry.save_button, LEFT)
    assert "Nothing has been entered yet." in words(entry)
    qtbot.keyClicks(entry.code, "no-such-code")
    qtbot.keyClick(entry.fields["useful"], "1")
    for _ in range(2):
        qtbot.mouseClick(entry.save_button, LEFT)
    settle(page)
    assert "This code is not known" in words(entry)
    assert entry.values() == {"useful": 1}
    assert evaluations.get_form(library, form_id=form.id).answers == 0
    entry.form.clear()
    entry.reject()


def test_what_was_answered_is_not_shown_while_the_form_is_open(open_page: Open, library):
    room = make_room(library)
    form = make_form(room)
    for _ in range(6):
        answer(room, form, 5, 5, 5, 5, 5, comment="비밀")
    page = open_page(room.project_id, item=form.id)
    assert page.view.detail.findChildren(LikertBar) == []
    assert "비밀" not in words(page)
    close(room, form)
    page.reload()
    settle(page)
    bars = page.view.detail.findChildren(LikertBar)
    assert len(bars) == len(QUALITY)
    assert bars[0].accessibleDescription().endswith("매우 그렇다: 6")
    assert "비밀" in words(page)


def test_of_few_answers_only_their_number_is_shown(open_page: Open, library):
    room = make_room(library)
    form = make_form(room)
    for _ in range(4):
        answer(room, form, 5, 5, 5, 5, 5, comment="한마디")
    close(room, form)
    page = open_page(room.project_id, "en", item=form.id)
    told = words(page.view.detail)
    assert "Fewer than five" in told
    assert "4" in told
    assert "한마디" not in told
    assert page.view.detail.findChildren(LikertBar) == []


def test_sus_is_told_on_its_scale_with_a_warning_for_those_who_answered_all_alike(open_page: Open, library):
    room = make_room(library)
    form = make_form(room, instrument="sus")
    for _ in range(5):
        answer(room, form, *[5, 1] * 5)
    answer(room, form, *[3] * 10)
    close(room, form)
    page = open_page(room.project_id, "en", item=form.id)
    told = words(page.view.detail)
    assert "91.7" in told
    assert "grade A+" in told
    assert "not a percentage" in told
    assert "Some answered every item alike" in told
    assert told.count("lower is better") == 5
    assert page.view.detail.findChild(ScaleChart).accessibleDescription() == "91.7; average 68; 0–100"


def measured_twice(room: Room, *, paired: bool, instrument: str = "service-quality") -> None:
    service = city_services.add_service(
        room.library, project_id=room.project_id, title="걷는 버스", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record
    values = {Stage.BASELINE: [2, 4] * 5, Stage.AFTER: [4, 2] * 5}
    for stage, given in values.items():
        form = make_form(room, stage=stage, instrument=instrument, service_id=service.id)
        for person in range(6):
            answer(room, form, *given, person=person if paired else None)
        close(room, form)


@pytest.mark.parametrize(
    ("language", "paired", "said"),
    [
        ("en", True, "compared in pairs"),
        ("en", False, "not paired"),
        ("ko", True, "짝지어"),
        ("ko", False, "짝짓지 않고"),
    ],
)
def test_before_and_after_say_how_they_are_compared(open_page: Open, library, qtbot, language, paired, said):
    room = make_room(library, people=6)
    agree_to_use(room)
    measured_twice(room, paired=paired)
    page = open_page(room.project_id, language)
    qtbot.mouseClick(page.view.choice.button("changes"), LEFT)
    told = words(page.view.changes)
    assert said in told
    assert ("higher 6, same 0, lower 0" in told or "높아짐 6" in told) is paired
    assert len(page.view.changes.findChildren(LikertBar)) == 2 * len(QUALITY)


def test_less_agreement_with_a_negative_item_is_an_improvement(library):
    room = make_room(library, people=6)
    agree_to_use(room)
    for paired in (True, False):
        measured_twice(room, paired=paired, instrument="sus")
        change = comparisons.service_changes(library, project_id=room.project_id)[-1]
        assert [item.side for item in change.items] == [1] * 10
        assert {effect_pill(EN, item.effect, item.side)[1] for item in change.items} == {"ok"}


def test_arrow_keys_move_between_forms_and_what_is_looked_at_survives_a_rebuild(open_page: Open, library, qtbot):
    room = make_room(library)
    first, second = make_form(room), make_form(room, instrument="sus")
    page = open_page(room.project_id, item=first.id)
    page.focus_first()
    ids = [tile.key for tile in page.view.list.tiles]
    tile = page.view.list.tiles[ids.index(second.id)]
    qtbot.mouseClick(tile, LEFT)
    settle(page)
    assert page.situation.form.id == second.id
    tile = next(tile for tile in page.view.list.tiles if tile.key == second.id)
    qtbot.keyClick(tile, Qt.Key.Key_Up)
    settle(page)
    assert page.situation.form.id == ids[ids.index(second.id) - 1]
    again = open_page(room.project_id, "en")
    again.restore(page.draft())
    settle(again)
    assert again.situation.form.id == page.situation.form.id


def test_only_what_forms_are_made_of_makes_the_page_stale(open_page: Open, library):
    page = open_page(make_room(library).project_id)
    touched = {name: SimpleNamespace(touches=lambda *tables, name=name: name in tables) for name in ("answer", "idea")}
    assert page.stale(touched["answer"])
    assert not page.stale(touched["idea"])
