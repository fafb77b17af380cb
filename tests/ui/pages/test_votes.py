"""The page of votes: set up in one sentence, opened, watched, closed, revealed, decided upon, copied."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.builders import Room, cast, make_room, open_poll
from tests.ui.pages.consoles import PageConsole
from workshop.language import load_language
from workshop.models.enums import BallotKind, Electorate, FollowUpKind, PollState
from workshop.models.records.votes import PollRecord
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.services.projects import follow_ups
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls, results
from workshop.ui.page import Place
from workshop.ui.pages.votes.page import VotesPage
from workshop.ui.pages.votes.sentence import rules_line, rules_sentence
from workshop.ui.pages.votes.words import tie_sentences


class Console(PageConsole):
    """A page of votes in a window of its own."""

    def __init__(self, qtbot: Any, room: Room, code: str = "en") -> None:
        super().__init__(qtbot, room.library, VotesPage, code)
        self.room = room

    def look_at(self, poll: PollRecord) -> None:
        self.show_place(Place(self.room.project_id, self.room.session_id, poll.id))

    def press(self, verb: str) -> None:
        button = self.page.view.button(verb)
        assert button is not None, verb
        self.click(button)

    def choose_kind(self, kind: BallotKind) -> None:
        """With the keyboard, as everybody can."""
        box = self.page.view.draft.kind
        box.setFocus()
        self.qtbot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(list(BallotKind).index(kind)):
            self.qtbot.keyClick(box, Qt.Key.Key_Down)
        self.settle()

    def poll(self, poll: PollRecord) -> PollRecord:
        return polls.get_poll(self.room.library, poll_id=poll.id)


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def draft(room: Room) -> PollRecord:
    options = [polls.OptionDraft(text) for text in ("a bench", "a lamp", "a crossing")]
    return polls.make_poll(room.library, session_id=room.session_id, title="What first?", options=options).record


@pytest.fixture
def console(request: pytest.FixtureRequest, qtbot: Any, room: Room) -> Iterator[Console]:
    made = Console(qtbot, room, getattr(request, "param", "en"))
    yield made
    made.end()


def test_the_rules_are_one_sentence_with_places_to_fill(console: Console, draft: PollRecord, qtbot: Any) -> None:
    console.look_at(draft)
    sentence = console.page.view.draft.sentence
    sentence.dots.setValue(5)
    sentence.most.setValue(2)
    qtbot.waitUntil(lambda: (console.poll(draft).dots, console.poll(draft).per_option) == (5, 2))
    console.settle()
    sentence.who.setCurrentIndex(1)
    sentence.who.activated.emit(1)
    console.settle()
    assert console.poll(draft).electorate is Electorate.REGISTERED
    console.choose_kind(BallotKind.APPROVAL)
    assert console.poll(draft).ballot is BallotKind.APPROVAL
    assert not sentence.most.isVisible()
    assert len(console.undone) == 3


def test_fewer_dots_bring_the_most_on_one_down(console: Console, draft: PollRecord, qtbot: Any) -> None:
    console.look_at(draft)
    console.page.view.draft.sentence.dots.setValue(2)
    qtbot.waitUntil(lambda: console.poll(draft).dots == 2)
    assert console.poll(draft).per_option == 2
    assert console.errors == []


def test_the_question_is_kept_when_the_field_is_left(console: Console, draft: PollRecord, qtbot: Any) -> None:
    console.look_at(draft)
    field = console.page.view.draft.title
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Which one ")
    QApplication.sendEvent(field, QInputMethodEvent("먼저", []))
    console.page.view.list.focus_chosen()
    console.settle()
    assert console.poll(draft).title == "Which one 먼저"


def test_options_are_added_moved_changed_and_removed(console: Console, draft: PollRecord, qtbot: Any) -> None:
    console.look_at(draft)
    panel = console.page.view.draft
    texts = lambda: [option.text for option in console.poll(draft).options]  # noqa: E731
    qtbot.keyClicks(panel.add_field, "a tree")
    qtbot.keyClick(panel.add_field, Qt.Key.Key_Return)
    console.settle()
    assert texts() == ["a bench", "a lamp", "a crossing", "a tree"]
    panel.options.setFocus()
    panel.options.setCurrentRow(3)
    qtbot.keyClick(panel.options, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    console.settle()
    assert texts() == ["a bench", "a lamp", "a tree", "a crossing"]
    assert panel.options.currentRow() == 2
    qtbot.keyClick(panel.options, Qt.Key.Key_Delete)
    console.settle()
    assert texts() == ["a bench", "a lamp", "a crossing"]
    panel.options.item(1).setText("a street lamp")
    console.settle()
    assert texts() == ["a bench", "a street lamp", "a crossing"]


def test_two_options_alike_are_refused_and_the_list_put_back(console: Console, draft: PollRecord, qtbot: Any) -> None:
    console.look_at(draft)
    panel = console.page.view.draft
    qtbot.keyClicks(panel.add_field, "a lamp")
    qtbot.keyClick(panel.add_field, Qt.Key.Key_Return)
    console.settle()
    assert console.errors
    assert [option.text for option in panel.options.drafts] == ["a bench", "a lamp", "a crossing"]


def test_the_ideas_of_the_session_are_taken(console: Console, draft: PollRecord) -> None:
    for text in ("a mirror", "a sign"):
        ideas.add_idea(console.room.library, session_id=console.room.session_id, text=text)
    console.look_at(draft)
    console.click(console.page.view.draft.ideas_button)
    assert [option.text for option in console.poll(draft).options] == ["a mirror", "a sign"]
    assert all(option.idea_id for option in console.poll(draft).options)


def test_a_vote_is_opened_closed_revealed_and_decided_upon(console: Console, draft: PollRecord, qtbot: Any) -> None:
    console.look_at(draft)
    console.press("open")
    assert console.stage.shown[-1] == ("show_voting_booth", draft.id)
    opened = console.poll(draft)
    for person in range(4):
        cast(console.room, opened, person, 2, 1)
    console.settle()
    assert console.page.view.turnout.figure.number == "4"
    console.press("close")  # everybody has voted: nothing is asked
    assert console.poll(draft).state is PollState.CLOSED
    assert console.page.view.result is None, "closed is not revealed"
    console.press("reveal")
    assert console.stage.shown[-1] == ("show_result", draft.id)
    assert [bar.value for bar in console.page.view.result.chart.bars] == [8, 4, 0]
    console.press("decide")
    form = console.sheet().form
    assert form.values()["text"] == "a bench"
    qtbot.keyClicks(form.control("department"), "roads")
    console.confirm()
    (decision,) = follow_ups.list_follow_ups(console.room.library, project_id=console.room.project_id)
    assert (decision.kind, decision.poll_id, decision.department) == (FollowUpKind.DECISION, draft.id, "roads")


def test_closing_early_is_asked_about(console: Console, room: Room) -> None:
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    console.look_at(poll)
    console.press("pause")
    assert console.poll(poll).state is PollState.PAUSED
    console.press("resume")
    console.press("close")
    assert console.poll(poll).state is PollState.OPEN
    console.confirm()
    assert console.poll(poll).state is PollState.CLOSED


def test_it_opens_only_while_its_session_runs(console: Console, draft: PollRecord) -> None:
    running.close_session(console.room.library, session_id=console.room.session_id)
    console.look_at(draft)
    assert not console.page.view.button("open").isEnabled()


def test_a_copy_is_a_new_draft(console: Console, room: Room) -> None:
    poll = open_poll(room, dots=5, per_option=2)
    console.look_at(poll)
    console.press("copy")
    copy = console.page.collection.poll
    assert copy.id != poll.id
    assert (copy.state, copy.dots, copy.per_option) == (PollState.DRAFT, 5, 2)
    assert [option.text for option in copy.options] == [option.text for option in poll.options]
    console.press("remove")
    assert copy.id not in [poll.id for poll in console.page.collection.polls]


def test_a_new_vote_needs_a_question_and_a_session(console: Console, qtbot: Any, korean: Any) -> None:
    library, room = console.room.library, console.room
    ideas.add_idea(library, session_id=room.session_id, text="a mirror")
    console.show_place(Place(room.project_id, room.session_id))
    assert console.page.view.new_button.shortcut().toString() == "Ctrl+N", (
        "as on every page where something new is begun"
    )
    console.click(console.page.view.new_button)
    qtbot.keyClicks(console.sheet().form.control("title"), "And now?")
    console.confirm()
    made = console.page.collection.poll
    assert (made.title, [option.text for option in made.options]) == ("And now?", ["a mirror"])
    running.close_session(library, session_id=room.session_id)
    console.settle()
    console.click(console.page.view.new_button)
    assert console.notices


def test_arrows_in_the_list_go_from_vote_to_vote(console: Console, draft: PollRecord, qtbot: Any) -> None:
    other = polls.make_poll(console.room.library, session_id=console.room.session_id, title="Z").record
    console.look_at(draft)
    keys = [tile.key for tile in console.page.view.list.tiles]
    step = keys.index(other.id) - keys.index(draft.id)
    for _ in range(abs(step)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)
    console.settle()
    assert console.page.collection.poll.id == other.id


def test_after_a_verb_the_keyboard_is_in_the_list(console: Console, draft: PollRecord, qtbot: Any) -> None:
    console.look_at(draft)
    button = console.page.view.button("copy")
    button.setFocus()
    polls.open_poll(console.room.library, poll_id=draft.id)
    console.page.reload()
    console.settle()
    assert QApplication.focusWidget() in console.page.view.list.tiles


def test_a_project_without_votes_says_how_to_begin(console: Console, korean: Any) -> None:
    library = console.room.library
    from tests.builders import make_project

    project = make_project(library, "공원")
    lab_sessions.prepare_session(library, project_id=project, language=korean, title="첫 회차")
    console.show_place(Place(project))
    console.click(console.page.view.empty.button)
    assert console.sheet().form.control("title").isVisible()
    console.sheet().close()
    console.settle()


@pytest.mark.parametrize("console", ["en", "ko"], indirect=True)
@pytest.mark.parametrize("revealed", [False, True])
def test_nothing_is_cut_off_on_a_small_display(console: Console, room: Room, cut_off: Any, revealed: bool) -> None:
    poll = open_poll(room, options=12)
    for person in range(4):
        cast(room, poll, person, 1, 1)
    polls.close_poll(room.library, poll_id=poll.id)
    if revealed:
        polls.reveal_poll(room.library, poll_id=poll.id)
    console.look_at(poll)
    assert cut_off(console.page) == []


@pytest.mark.parametrize("code", ["en", "ko"])
def test_rules_and_ties_in_words(room: Room, code: str) -> None:
    language = load_language(code)
    poll = open_poll(room)
    for person, dots in enumerate([(1, 0, 0), (0, 1, 0), (0, 0, 0)]):
        cast(room, poll, person, *dots)
    polls.close_poll(room.library, poll_id=poll.id)
    result = results.poll_result(room.library, poll_id=poll.id)
    assert "3" in rules_line(language, poll)
    assert "{" not in rules_sentence(language, poll)
    (tie,) = tie_sentences(language, result)
    assert all(text in tie for text in ("선택지 0", "선택지 1"))
