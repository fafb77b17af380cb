"""Calling somebody to the real voting booth from the page of votes: nobody who votes there is chased away."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gallery.console_libraries import DRAFT_VOTE, VOTING
from tests.gallery.hall import Hall, hall
from tests.gallery.looks import Look
from workshop.services.voting import polls
from workshop.ui.shared_screen.voting.booth import VotingBooth


@pytest.fixture
def place(qapp: QApplication) -> Iterator[Hall]:
    with hall(VOTING, Look()) as room:
        yield room


def _let_vote(place: Hall, poll_id: UUID, row: int) -> int:
    """The number that was let in."""
    place.go("votes", place.place(0, poll_id))
    table = place.page.view.running.table
    table.setFocus()
    place.press_on(table, Qt.Key.Key_Home)
    for _ in range(row):
        place.press_on(table, Qt.Key.Key_Down)
    place.click_button(place.page.view.running.admit_button)
    return int(table.rows_model.rows[row].cells[0])


def _booth(place: Hall) -> VotingBooth:
    assert isinstance(place.stage.scene, VotingBooth)
    return place.stage.scene


def test_the_booth_lets_in_who_was_chosen_without_a_code(place: Hall) -> None:
    opened = place.poll_place("가장 먼저 풀어야 할 문제").item_id
    number = _let_vote(place, opened, 2)
    vote = _booth(place).vote
    assert vote is not None
    assert (vote.voter.number, vote.poll.id) == (number, opened)


def test_who_votes_in_another_vote_is_not_chased_away(place: Hall) -> None:
    opened = place.poll_place("가장 먼저 풀어야 할 문제").item_id
    number = _let_vote(place, opened, 0)
    other = place.poll_place(DRAFT_VOTE).item_id
    polls.open_poll(place.library, poll_id=other)
    place.settle()
    _let_vote(place, other, 3)
    vote = _booth(place).vote
    assert vote is not None
    assert (vote.voter.number, vote.poll.id) == (number, opened)


def test_a_free_booth_of_another_vote_changes_to_this_one(place: Hall) -> None:
    opened = place.poll_place("가장 먼저 풀어야 할 문제").item_id
    other = polls.open_poll(place.library, poll_id=place.poll_place(DRAFT_VOTE).item_id).record
    place.stage.show_voting_booth(opened)
    place.settle()
    number = _let_vote(place, other.id, 3)
    vote = _booth(place).vote
    assert vote is not None
    assert (vote.voter.number, vote.poll.id) == (number, other.id)
