"""The ballot: a tap on and a tap off, many options on large cards, page by page, in an order of one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workshop.models.enums import BallotKind
from workshop.services.voting import polls


def approval(show, options: int, **rules):
    made = polls.make_poll(
        show.room.library,
        session_id=show.room.session_id,
        title="Which?",
        options=[polls.OptionDraft(f"Option number {place}") for place in range(options)],
        **rules,
    ).record
    poll = polls.open_poll(show.room.library, poll_id=made.id).record
    show.stage.show_voting_booth(poll.id)
    show.settle()
    return poll


def test_approval_is_a_tap_on_and_a_tap_off(show):
    poll = approval(show, 4, ballot=BallotKind.APPROVAL, dots=2, per_option=1)
    show.to_ballot()
    show.tap(show.card(poll, 0))
    show.tap(show.card(poll, 1))
    show.tap(show.card(poll, 2))
    assert "chosen 2 already" in show.texts()
    show.tap(show.card(poll, 0))
    show.tap(show.card(poll, 2))
    show.tap("next")
    show.tap("cast")
    assert show.counted(poll) == {
        "Option number 1": 1, "Option number 2": 1, "Option number 0": 0, "Option number 3": 0,
    }  # fmt: skip


def test_twenty_four_options_lie_on_one_page_large_enough_for_fingers(show):
    poll = approval(show, 24, dots=3, per_option=3)
    show.to_ballot()
    cards = [show.card(poll, place) for place in range(24)]
    assert all(one.isVisible() for one in cards)
    assert min(min(one.width(), one.height()) for one in cards) >= 64
    inside = show.scene.step.grid.rect()
    assert all(inside.contains(one.geometry()) for one in cards)
    assert not any(a.geometry().intersects(b.geometry()) for a in cards for b in cards if a is not b)


def test_eighty_options_are_turned_page_by_page(show):
    poll = approval(show, 80, dots=3, per_option=3)
    show.to_ballot()
    assert not show.card(poll, 79).isVisible()
    while show.find("page-next").isEnabled():
        show.tap("page-next")
    show.tap(show.card(poll, 79))
    show.tap("next")
    assert "Option number 79" in show.texts()
    show.tap("back")
    assert show.card(poll, 79).isVisible(), "the page is kept"


def test_arrows_lead_over_the_edge_of_a_page(show):
    poll = approval(show, 80, dots=3, per_option=3)
    show.to_ballot()
    per_page = show.scene.step.grid.grid.per_page
    show.card(poll, per_page - 1).setFocus()
    show.key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is show.card(poll, per_page)
    assert show.card(poll, per_page).isVisible()


def test_each_voter_has_an_order_of_their_own_where_the_poll_says_so(show):
    poll = approval(show, 40, dots=1, per_option=1, shuffled=True)
    orders = []
    for person in (0, 1):
        show.to_ballot(person)
        orders.append([option.id for option in show.scene.vote.order])
        show.tap("back")
        show.tap("back")
    plain = [option.id for option in poll.options]
    assert all(sorted(order) == sorted(plain) for order in orders)
    assert orders[0] != orders[1]
    assert plain not in orders


@pytest.mark.parametrize("text", [100, 150, 200])
def test_no_card_moves_when_a_dot_is_refused(show, text):
    poll = approval(show, 6, dots=1, per_option=1)
    show.tap(f"text-{text}")
    show.to_ballot()
    show.tap(show.card(poll, 0))
    before = [show.card(poll, place).geometry() for place in range(6)]
    top = show.scene.step.grid.geometry()
    show.tap(show.card(poll, 1))
    assert "chosen 1 already" in show.texts()
    assert [show.card(poll, place).geometry() for place in range(6)] == before
    assert show.scene.step.grid.geometry() == top
