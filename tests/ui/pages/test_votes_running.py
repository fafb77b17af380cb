"""A vote that runs: those who have not voted are helped; it is closed with a reason, annulled with one, never reopened."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSpinBox

from tests.builders import Room, cast, make_room, open_poll
from tests.ui.pages.test_votes import Console
from workshop.models.enums import BallotKind, Channel, PollState
from workshop.models.errors import RefusedError
from workshop.models.records.votes import PollRecord
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.voting import polls, results, voting
from workshop.ui.widgets.check_box import CheckBox


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def poll(room: Room) -> PollRecord:
    return open_poll(room)


@pytest.fixture
def console(qtbot: Any, room: Room, poll: PollRecord) -> Iterator[Console]:
    participants.edit_participant(room.library, participant_id=room.people[1].id, name="김하늘")
    made = Console(qtbot, room)
    cast(room, poll, 0, 1)
    made.look_at(poll)
    yield made
    made.end()


def _choose_first(console: Console) -> None:
    table = console.page.view.running.table
    table.setFocus()
    console.qtbot.keyClick(table, Qt.Key.Key_Home)
    console.settle()


def test_who_has_not_voted_is_listed_by_number_and_name(console: Console, room: Room, poll: PollRecord) -> None:
    panel = console.page.view.running
    shown = [(row.cells[0], row.cells[1].text) for row in panel.table.rows_model.rows]
    assert shown == [("02", "김하늘"), ("03", ""), ("04", "")]
    assert panel.turnout.figure.number == "1"
    cast(room, poll, 1, 1)
    console.settle()
    assert [row.cells[0] for row in panel.table.rows_model.rows] == ["03", "04"]


def test_somebody_votes_at_the_booth_without_a_code(console: Console, room: Room, poll: PollRecord) -> None:
    panel = console.page.view.running
    assert not panel.admit_button.isEnabled(), "nobody is chosen yet"
    _choose_first(console)
    console.click(panel.admit_button)
    assert console.stage.shown[-1] == ("show_voting_booth", poll.id)
    assert console.stage.called == [room.people[1].id]


def test_enter_on_a_row_lets_that_one_vote(console: Console, room: Room) -> None:
    _choose_first(console)
    console.qtbot.keyClick(console.page.view.running.table, Qt.Key.Key_Down)
    console.qtbot.keyClick(console.page.view.running.table, Qt.Key.Key_Return)
    assert console.stage.called == [room.people[2].id]


def test_nobody_is_called_while_the_vote_is_paused(console: Console) -> None:
    console.press("pause")
    _choose_first(console)
    console.qtbot.keyClick(console.page.view.running.table, Qt.Key.Key_Return)
    assert console.stage.called == []


def test_a_lost_name_tag_gets_a_new_code_and_the_old_one_is_void(
    console: Console, room: Room, poll: PollRecord
) -> None:
    _choose_first(console)
    console.click(console.page.view.running.code_button)
    sheet, old = console.sheet(), room.people[1].code
    new = sheet.code.text()
    assert new != old
    with pytest.raises(RefusedError):
        voting.admit_voter(room.library, poll_id=poll.id, code=old)
    assert voting.admit_voter(room.library, poll_id=poll.id, code=new).number == 2
    console.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not sheet.isVisible()


def test_a_latecomer_is_added_while_the_vote_runs_in_one_step(console: Console, room: Room, poll: PollRecord) -> None:
    console.click(console.page.view.running.late_button)
    code = console.sheet().code.text()
    assert voting.admit_voter(room.library, poll_id=poll.id, code=code).number == 5
    console.click(console.sheet().cancel_button)
    assert len(console.undone) == 1
    undo.undo(room.library)
    console.settle()
    assert voting.turnout(room.library, poll_id=poll.id).entitled == 4


def test_when_everybody_has_voted_that_is_said(console: Console, room: Room, poll: PollRecord) -> None:
    for person in (1, 2, 3):
        cast(room, poll, person, 1)
    console.settle()
    panel = console.page.view.running
    assert not panel.table.isVisible()
    assert panel.says_everybody


def test_closing_early_keeps_the_reason(console: Console, poll: PollRecord, qtbot: Any) -> None:
    console.press("close")
    qtbot.keyClicks(QApplication.focusWidget(), "the hall closes")
    console.confirm()
    closed = console.poll(poll)
    assert (closed.state, closed.close_reason) == (PollState.CLOSED, "the hall closes")
    assert "the hall closes" in console.page.view.reason


def test_escape_leaves_the_vote_open(console: Console, poll: PollRecord, qtbot: Any) -> None:
    console.press("close")
    qtbot.keyClick(console.sheet(), Qt.Key.Key_Escape)
    console.settle()
    assert console.poll(poll).state is PollState.OPEN


def test_a_vote_is_annulled_only_with_a_reason_and_is_marked(console: Console, poll: PollRecord, qtbot: Any) -> None:
    console.press("annul")
    console.confirm()
    assert console.poll(poll).state is PollState.OPEN, "a reason is needed"
    sheet = console.sheet()
    sheet.form.control("reason").setFocus()
    qtbot.keyClicks(sheet.form.control("reason"), "an option was missing")
    console.confirm()
    annulled = console.poll(poll)
    assert (annulled.state, annulled.annul_reason) == (PollState.ANNULLED, "an option was missing")
    view = console.page.view
    assert "an option was missing" in view.reason
    assert view.button("copy") is not None
    assert [verb for verb in ("open", "resume", "close", "reveal", "annul") if view.button(verb)] == []


def test_a_vote_that_is_over_can_still_be_annulled(console: Console, poll: PollRecord, qtbot: Any) -> None:
    polls.close_poll(console.room.library, poll_id=poll.id)
    console.settle()
    console.press("annul")
    qtbot.keyClicks(QApplication.focusWidget(), "counted for the wrong street")
    console.confirm()
    assert console.poll(poll).state is PollState.ANNULLED


def test_what_the_services_refuse_is_said(console: Console, poll: PollRecord) -> None:
    console.press("close")
    voting.cast_ballot(
        console.room.library, poll_id=poll.id, participant_id=console.room.people[1].id, ballot_id=uuid4()
    )
    polls.close_poll(console.room.library, poll_id=poll.id)
    console.confirm()
    (error,) = console.errors
    assert isinstance(error, RefusedError)


_RULES = {
    BallotKind.DOTS: polls.BallotRules(BallotKind.DOTS, 3, 2),
    BallotKind.APPROVAL: polls.BallotRules(BallotKind.APPROVAL, 2),
    BallotKind.SCORE: polls.BallotRules(BallotKind.SCORE, lowest=0, highest=4),
    BallotKind.RANKING: polls.BallotRules(BallotKind.RANKING, 3),
    BallotKind.PAIRWISE: polls.BallotRules(BallotKind.PAIRWISE, 3),
    BallotKind.BUDGET: polls.BallotRules(BallotKind.BUDGET, budget=1000),
    BallotKind.YES_NO: polls.BallotRules(BallotKind.YES_NO),
}


def _paper_of(console: Console, kind: BallotKind) -> tuple[PollRecord, Any]:
    """An open vote of a kind by name, so that the tests can see what was kept, and the sheet of its first voter."""
    room = console.room
    drafts = [polls.OptionDraft(text, cost=400) for text in ("a bench", "a lamp", "a crossing")]
    made = polls.make_poll(
        room.library, session_id=room.session_id, title="By hand", rules=_RULES[kind], options=drafts, secret=False
    ).record
    poll = polls.open_poll(room.library, poll_id=made.id).record
    console.look_at(poll)
    _choose_first(console)
    console.click(console.page.view.running.paper_button)
    return poll, console.sheet()


def _kept(console: Console, poll: PollRecord) -> list[int]:
    polls.close_poll(console.room.library, poll_id=poll.id)
    return list(voting.named_ballots(console.room.library, poll_id=poll.id)[1].values())


def _enter(console: Console, control: Any, steps: int) -> None:
    control.setFocus()
    if isinstance(control, CheckBox):
        console.qtbot.keyClick(control, Qt.Key.Key_Space)
        return
    key = Qt.Key.Key_Up if isinstance(control, QSpinBox) else Qt.Key.Key_Down
    for _ in range(steps):
        console.qtbot.keyClick(control, key)


@pytest.mark.parametrize(
    ("kind", "steps", "kept"),
    [
        (BallotKind.DOTS, (2, 0, 1), [2, 1]),
        (BallotKind.APPROVAL, (1, 1, 0), [1, 1]),
        (BallotKind.SCORE, (1, 5, 0), [0, 4]),
        (BallotKind.RANKING, (2, 1, 0), [2, 1]),
        (BallotKind.BUDGET, (0, 1, 1), [1, 1]),
        (BallotKind.YES_NO, (1, 2, 3), [1, -1, 0]),
    ],
)
def test_a_paper_ballot_is_typed_in(
    console: Console, kind: BallotKind, steps: tuple[int, ...], kept: list[int]
) -> None:
    poll, sheet = _paper_of(console, kind)
    for control, count in zip(sheet.rows.controls.values(), steps, strict=True):
        if count:
            _enter(console, control, count)
    console.confirm()
    assert voting.turnout(console.room.library, poll_id=poll.id).voted == 1
    assert _kept(console, poll) == kept
    assert dict(console.poll(poll).by_channel)[Channel.PAPER] == 1


def test_comparisons_on_paper_are_typed_in(console: Console) -> None:
    poll, sheet = _paper_of(console, BallotKind.PAIRWISE)
    for pair, steps in zip(sheet.rows.pairs, ((1, 0, 2), (3, 2, 1)), strict=False):
        for control, count in zip(pair, steps, strict=True):
            _enter(console, control, count)
    console.confirm()
    assert _kept(console, poll) == [1, 0]


def test_half_a_comparison_is_not_dropped_in_silence(console: Console) -> None:
    poll, sheet = _paper_of(console, BallotKind.PAIRWISE)
    _enter(console, sheet.rows.pairs[0][0], 1)
    console.confirm()
    assert sheet.isVisible()
    assert voting.turnout(console.room.library, poll_id=poll.id).voted == 0


def test_a_paper_that_breaks_the_rule_is_refused_in_words_and_counted_as_invalid(console: Console) -> None:
    poll, sheet = _paper_of(console, BallotKind.DOTS)
    for control in sheet.rows.controls.values():
        _enter(console, control, 2)
    console.confirm()
    assert sheet.isVisible()
    assert voting.turnout(console.room.library, poll_id=poll.id).voted == 0
    spoilt = sheet.form.control("spoilt")
    spoilt.setFocus()
    console.qtbot.keyClick(spoilt, Qt.Key.Key_Space)
    console.confirm()
    polls.close_poll(console.room.library, poll_id=poll.id)
    result = results.poll_result(console.room.library, poll_id=poll.id)
    assert (result.ballots, result.invalid, result.blank) == (1, 1, 0)


def test_a_blank_paper_is_asked_about(console: Console) -> None:
    poll, sheet = _paper_of(console, BallotKind.APPROVAL)
    console.confirm()
    assert sheet.isVisible()
    assert voting.turnout(console.room.library, poll_id=poll.id).voted == 0
    console.confirm()
    polls.close_poll(console.room.library, poll_id=poll.id)
    assert results.poll_result(console.room.library, poll_id=poll.id).blank == 1
