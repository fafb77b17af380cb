"""While an idea is written down, one that says nearly the same is shown below the field and can be supported instead."""

from collections.abc import Iterator
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPushButton, QWidget

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.language import mark
from workshop.models.errors import InputError
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.ui.desk import Desk
from workshop.ui.page import Page
from workshop.ui.pages.ideas import similar_strip
from workshop.ui.pages.ideas.similar_strip import KEY, SimilarStrip
from workshop.ui.widgets.capture_field import CaptureField

BENCH = "정류장에 벤치를 놓아 주세요"
LAMP = "골목 가로등을 고쳐 주세요"


class Writing(Page):
    """A page with a field, the strip, and something below it."""

    name = "writing"
    project: UUID | None = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.field, self.strip, self.below = CaptureField("Idea", "Enter"), SimilarStrip(desk), QPushButton("Below")
        for widget in (self.field, self.strip, self.below):
            self.content.addWidget(widget)
        self.content.addStretch(1)
        self.field.edited.connect(lambda text: self.strip.look_for(text, self.place.project_id))
        self.strip.declare(self)
        self.seen: list[UUID] = []
        self.supported: list[tuple[UUID, str]] = []
        self.strip.shown.connect(self.seen.append)
        self.strip.supported.connect(lambda *told: self.supported.append(told))

    def focus_first(self) -> None:
        self.field.setFocus()


class Desktop(PageConsole):
    """The page on a project, with ideas already in it."""

    def __init__(self, qtbot: Any, room: Room, code: str = "en") -> None:
        super().__init__(qtbot, room.library, Writing, code)
        self.room = room
        self.show_place(self.place(room))

    @staticmethod
    def place(room: Room):
        from workshop.ui.page import Place

        return Place(room.project_id, room.session_id)

    @property
    def strip(self) -> SimilarStrip:
        return self.page.strip

    @property
    def suggested(self) -> str | None:
        assert (self.strip.similar is not None) == self.strip.frame.isVisible()
        return self.strip.similar.idea.text if self.strip.similar else None

    def compose(self, preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.page.field, event)

    def write(self, text: str) -> None:
        self.compose("", text)
        self.settle()


@pytest.fixture
def room(library: Library) -> Room:
    made = make_room(library)
    for text in (BENCH, LAMP, "정류장에 벤치를 놓아요"):
        ideas.add_idea(library, session_id=made.session_id, text=text, author=made.people[2].id)
    return made


@pytest.fixture
def desktop(qtbot: Any, room: Room) -> Iterator[Desktop]:
    made = Desktop(qtbot, room)
    yield made
    made.end()


def test_what_is_nearly_the_same_is_shown_and_nothing_below_moves(desktop: Desktop) -> None:
    before = desktop.page.below.geometry()
    desktop.write("골목에")
    assert desktop.suggested is None
    desktop.write(" 가로등을 고쳐요")
    assert desktop.suggested == LAMP
    assert "no. 03" in desktop.strip.frame.accessibleName()
    assert desktop.page.below.geometry() == before
    desktop.page.field.empty()
    desktop.settle()
    assert desktop.suggested is None
    assert desktop.page.below.geometry() == before


def test_the_syllable_in_the_making_counts(desktop: Desktop) -> None:
    desktop.write("가로")
    desktop.compose("등")
    desktop.settle()
    assert desktop.suggested is None
    desktop.compose("", "등 고쳐")
    desktop.compose("주")
    desktop.settle()
    assert desktop.suggested == LAMP
    assert desktop.page.field.composition == "주"


def test_the_key_supports_without_leaving_the_field(desktop: Desktop) -> None:
    desktop.write("골목 가로등 고쳐 주세요")
    idea = desktop.strip.similar.idea.id
    desktop.qtbot.keyClick(desktop.page.field, Qt.Key.Key_F8)
    assert KEY == "F8"
    assert desktop.page.supported == [(idea, "골목 가로등 고쳐 주세요")]
    assert desktop.suggested is None
    desktop.qtbot.keyClick(desktop.page.field, Qt.Key.Key_F8)
    assert len(desktop.page.supported) == 1  # pressed twice, meant once
    assert desktop.page.field.hasFocus()


def test_where_nothing_comes_of_a_support_it_is_offered_again(desktop: Desktop) -> None:
    desktop.write(LAMP)
    desktop.qtbot.keyClick(desktop.page.field, Qt.Key.Key_F8)
    desktop.settle()
    assert desktop.suggested == LAMP
    desktop.page.strip.supported.connect(lambda *_told: desktop.page.field.empty())
    desktop.qtbot.keyClick(desktop.page.field, Qt.Key.Key_F8)
    desktop.settle()
    assert desktop.suggested is None


def test_another_one_can_be_looked_at(desktop: Desktop) -> None:
    desktop.write(BENCH)
    assert (desktop.suggested, desktop.strip.next_button.text()) == (BENCH, "1/2")
    desktop.click(desktop.strip.next_button)
    assert (desktop.suggested, desktop.strip.next_button.text()) == ("정류장에 벤치를 놓아요", "2/2")
    second = desktop.strip.similar.idea.id
    desktop.click(desktop.strip.see_button)
    assert desktop.page.seen == [second]
    desktop.page.field.setFocus()
    desktop.write("!")
    assert desktop.strip.similar.idea.id == second  # somebody is looking at it


def test_the_keyboard_goes_back_to_the_field_when_the_suggestion_goes(desktop: Desktop) -> None:
    desktop.write("골목 가로등 고쳐 주세요")
    desktop.strip.support_button.setFocus()
    desktop.qtbot.keyClick(desktop.strip.support_button, Qt.Key.Key_Return)
    assert len(desktop.page.supported) == 1
    assert desktop.page.field.hasFocus()


def test_an_old_answer_is_not_shown_for_new_words(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, gate, ask = [], Event(), similar_strip.similar_ideas

    def slow(library: Library, *, project_id: UUID, text: str):
        asked.append(text)
        gate.wait(10)
        return ask(library, project_id=project_id, text=text)

    monkeypatch.setattr(similar_strip, "similar_ideas", slow)
    desktop.compose("", BENCH)
    desktop.qtbot.waitUntil(lambda: len(asked) == 1)
    for text in ("골목 가로", "골목 가로등을", "골목 가로등을 고쳐 주세요"):
        desktop.page.field.set_value(text)
    shown: list[str | None] = []
    desktop.strip._show, show = lambda found: (show(found), shown.append(desktop.suggested)), desktop.strip._show
    gate.set()
    desktop.settle()
    assert asked == [BENCH, "골목 가로등을 고쳐 주세요"]  # one at a time, and none for words that are gone
    assert shown == [LAMP]


def test_a_suggestion_does_not_outlive_its_words_where_the_answer_is_late(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.write(BENCH)
    gate = Event()
    monkeypatch.setattr(similar_strip, "similar_ideas", lambda *_a, **_k: gate.wait(10) and ())
    desktop.page.field.set_value("골목 가로등을 고쳐 주세요")
    desktop.qtbot.waitUntil(lambda: desktop.strip.similar is None)
    gate.set()
    desktop.settle()
    assert desktop.suggested is None


def test_it_learns_of_ideas_that_come_meanwhile(desktop: Desktop) -> None:
    desktop.write("시장에 화장실을 더 지어 주세요")
    assert desktop.suggested is None
    ideas.add_idea(desktop.room.library, session_id=desktop.room.session_id, text="시장에 화장실을 지어 주세요")
    desktop.settle()
    assert desktop.suggested == "시장에 화장실을 지어 주세요"


def test_where_looking_fails_writing_goes_on(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object, **_words: object) -> None:
        raise InputError(mark("No"))

    with monkeypatch.context() as broken:
        broken.setattr(similar_strip, "similar_ideas", fails)
        desktop.write(BENCH)
        assert (desktop.suggested, len(desktop.errors)) == (None, 1)
    desktop.page.field.set_value(LAMP)
    desktop.settle()
    assert desktop.suggested == LAMP
