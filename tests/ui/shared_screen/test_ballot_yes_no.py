"""Yes, no and abstain at the booth: by touch and by keys alone, up to the counted ballot."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollRecord
from workshop.services.voting import polls, results
from workshop.ui.shared_screen.voting.marks import step as marks_step
from workshop.ui.shared_screen.voting.marks.mark_card import MarkCard
from workshop.ui.shared_screen.voting.marks.sheet import MarkChip
from workshop.ui.shared_screen.voting.vote import VoteStep

YES, NO, ABSTAIN = 1, -1, 0


def proposals(show, count: int = 4, **more) -> PollRecord:
    made = polls.make_poll(
        show.room.library,
        session_id=show.room.session_id,
        title="Do you agree?",
        rules=polls.BallotRules(BallotKind.YES_NO),
        options=[polls.OptionDraft(f"Proposal {place}") for place in range(count)],
        **more,
    ).record
    poll = polls.open_poll(show.room.library, poll_id=made.id).record
    show.stage.show_voting_booth(poll.id)
    show.settle()
    return poll


def card(show, poll: PollRecord, place: int) -> MarkCard:
    return show.find(f"option-{poll.options[place].id}", MarkCard)


def answer(show, poll: PollRecord, place: int, value: int) -> None:
    show.tap(f"mark-{value}-{poll.options[place].id}")


def seen(show, poll: PollRecord) -> list[int | None]:
    return [card(show, poll, place).value for place in range(len(poll.options))]


def kept(show, poll: PollRecord) -> list[dict[int, int]]:
    """The ballots after the close: answer by proposal, by their numbers."""
    polls.close_poll(show.room.library, poll_id=poll.id)
    show.settle()
    number = {option.id: place for place, option in enumerate(poll.options)}
    _poll, papers = results.kept_papers(show.room.library, poll_id=poll.id)
    return [{number[UUID(option)]: value for option, value in paper.items()} for paper in papers]


def test_yes_no_and_abstain_are_tapped_and_taken_back(show):
    poll = proposals(show)
    show.to_ballot()
    answer(show, poll, 0, YES)
    answer(show, poll, 1, NO)
    answer(show, poll, 2, ABSTAIN)
    answer(show, poll, 3, YES)
    answer(show, poll, 3, YES)
    assert seen(show, poll) == [YES, NO, ABSTAIN, None]
    show.tap("next")
    assert [chip.mark.label for chip in show.scene.findChildren(MarkChip)] == ["Yes", "No", "Abstain"]
    assert "1 proposal has no answer, which is no abstention." in show.texts()
    show.tap("back")
    assert seen(show, poll) == [YES, NO, ABSTAIN, None]
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{0: YES, 1: NO, 2: ABSTAIN}]


def test_an_abstention_is_a_mark_and_no_mark_is_a_blank_ballot(show):
    poll = proposals(show, 1)
    show.to_ballot(0)
    answer(show, poll, 0, ABSTAIN)
    show.tap("next")
    assert "Abstain" in [chip.mark.label for chip in show.scene.findChildren(MarkChip)]
    show.tap("cast")
    show.clock.forward(10)
    show.to_ballot(1)
    assert seen(show, poll) == [None]
    show.tap("next")
    assert "You have chosen nothing." in show.texts()
    show.tap("cast")
    assert sorted(kept(show, poll), key=len) == [{}, {0: ABSTAIN}]
    assert results.poll_result(show.room.library, poll_id=poll.id).blank == 1


def test_answers_by_keys_alone(show):
    poll = proposals(show)
    show.type(show.code(0).replace("-", ""))
    for _step in range(2):
        show.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is card(show, poll, 0)
    show.type("1")
    show.key(Qt.Key.Key_Down)
    show.type("2")
    show.key(Qt.Key.Key_Down)
    show.type("3")
    show.key(Qt.Key.Key_Down)
    show.key(Qt.Key.Key_Space)
    show.key(Qt.Key.Key_Backspace)
    assert seen(show, poll) == [YES, NO, ABSTAIN, None]
    show.type("4")
    assert "1 for yes, 2 for no and 3 for abstain" in show.texts()
    assert seen(show, poll) == [YES, NO, ABSTAIN, None]
    show.clock.forward(5)
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.CHECK
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert kept(show, poll) == [{0: YES, 1: NO, 2: ABSTAIN}]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("count", [1, 3, 24, 80])
def test_every_answer_is_large_enough_for_a_finger(make_show, count, text, language):
    show = make_show(language)
    proposals(show, count)
    show.tap(f"text-{text}")
    show.to_ballot()
    cards = [one for one in show.scene.step.cards if one.isVisible()]
    assert cards
    for one in cards:
        assert show.scene.step.grid.rect().contains(one.geometry())
        assert all(one.rect().contains(button.geometry()) for button in one.buttons)
        assert min(min(button.width(), button.height()) for button in one.buttons) >= 64
        assert not any(button.geometry().intersects(one.text_room()) for button in one.buttons)


def test_the_last_of_eighty_proposals_is_reached_by_keys(show):
    poll = proposals(show, 80)
    show.type(show.code(0).replace("-", ""))
    for _step in range(2):
        show.key(Qt.Key.Key_Return)
    while QApplication.focusWidget() is not card(show, poll, 79):
        before = QApplication.focusWidget()
        show.key(Qt.Key.Key_PageDown)
        assert QApplication.focusWidget() is not before
    show.type("2")
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert kept(show, poll) == [{79: NO}]


def test_answers_are_told_to_a_screen_reader(show, monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr(marks_step, "announce", lambda _widget, text: heard.append(text))
    poll = proposals(show)
    show.to_ballot()
    answer(show, poll, 1, ABSTAIN)
    answer(show, poll, 1, NO)
    assert heard == ["Proposal 1, Abstain. 1 of 4 answered", "Proposal 1, No. 1 of 4 answered"]
    names = [button.accessibleName() for button in card(show, poll, 1).buttons]
    assert names == ["Proposal 1: Yes", "Proposal 1: No, selected", "Proposal 1: Abstain"]
