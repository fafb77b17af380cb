"""Results in the room: every rule with its method, proposals in three parts, nothing of an annulled vote."""

from uuid import uuid4

import pytest

from tests.builders import cast, open_poll
from workshop.models.enums import BallotKind, CountingRule
from workshop.services.voting import polls, voting
from workshop.ui.shared_screen.scenes.result_answers import ResultAnswers

TEXTS = ("a bench", "a lamp", "a crossing")


def _closed(show, kind, *papers, rule=None, ties=False):
    room = show.room
    rules = polls.BallotRules(
        kind, rule=rule or kind.rules[0], dots=3, per_option=1, budget=500, unit="만원", ties=ties,
        seats=2 if rule is CountingRule.STV else None,
    )  # fmt: skip
    options = [polls.OptionDraft(text, cost=200) for text in TEXTS]
    made = polls.make_poll(room.library, session_id=room.session_id, title="What first?", rules=rules, options=options)
    poll = polls.open_poll(room.library, poll_id=made.record.id).record
    for person, paper in zip(room.people, papers, strict=False):
        voting.cast_ballot(
            room.library, poll_id=poll.id, participant_id=person.id, ballot_id=uuid4(),
            choices={poll.options[place].id: n for place, n in paper.items()},
        )  # fmt: skip
    return polls.close_poll(room.library, poll_id=poll.id).record


def _shown(show, poll):
    show.stage.show_result(poll.id)
    show.settle()
    return show.texts()


@pytest.mark.parametrize("rule", list(CountingRule), ids=lambda rule: rule.value)
def test_every_rule_is_shown_with_its_method(show, rule):
    kind = next(kind for kind in BallotKind if rule in kind.rules)
    paper = {} if kind is BallotKind.PAIRWISE else {0: 1}
    texts = _shown(show, _closed(show, kind, paper, paper, {}, rule=rule))
    assert show.failures == []
    assert "{" not in texts
    assert "What first?" in texts
    assert show.scene.bars is not None


def test_a_proposal_has_its_answers_and_what_became_of_it(show):
    _shown(show, _closed(show, BallotKind.YES_NO, {0: 1, 1: -1}, {0: 1, 1: 1, 2: 0}, {0: -1}))
    assert isinstance(show.scene.bars, ResultAnswers)
    told = show.scene.bars.accessibleDescription()
    assert "a bench: carried, Yes 2 · No 1 · Abstained 0" in told
    assert "a lamp: not carried, Yes 1 · No 1 · Abstained 0" in told


def test_a_budget_says_what_is_spent(show):
    texts = _shown(show, _closed(show, BallotKind.BUDGET, {0: 1, 1: 1}, {0: 1}, rule=CountingRule.GREEDY))
    assert "The chosen options cost 400 만원 of the budget of 500 만원; 100 만원 is left." in texts
    assert "a bench: 2 · 200 만원" in show.scene.bars.accessibleDescription()


def test_it_is_said_when_nobody_chose_anything(show):
    assert "Every ballot was blank." in _shown(show, _closed(show, BallotKind.APPROVAL, {}, {}))
    assert "blank." not in _shown(show, _closed(show, BallotKind.APPROVAL, {}, {0: 1}))


def test_the_lot_is_told_where_it_decided(show):
    papers = ({0: 1}, {1: 1}, {2: 1})
    texts = _shown(show, _closed(show, BallotKind.RANKING, *papers, rule=CountingRule.IRV))
    assert "In round 1 the lot decided between" in texts


def test_what_if_is_never_shown_to_the_room(show):
    texts = _shown(show, _closed(show, BallotKind.RANKING, {0: 1}, rule=CountingRule.BORDA))
    assert "Not the result" not in texts
    assert "another rule" not in texts


def test_nothing_that_was_counted_of_an_annulled_vote_is_shown(show):
    poll = open_poll(show.room)
    cast(show.room, poll, 0, 2, 1)
    polls.close_poll(show.room.library, poll_id=poll.id)
    polls.annul_poll(show.room.library, poll_id=poll.id, reason="two people used one code")
    texts = _shown(show, poll)
    assert "This vote was annulled. It has no result." in texts
    assert show.scene.bars is None


def test_a_result_that_is_annulled_while_it_is_shown_disappears(show):
    poll = open_poll(show.room)
    cast(show.room, poll, 0, 2, 1)
    polls.close_poll(show.room.library, poll_id=poll.id)
    polls.reveal_poll(show.room.library, poll_id=poll.id)
    assert "annulled" not in _shown(show, poll)
    polls.annul_poll(show.room.library, poll_id=poll.id, reason="two people used one code")
    show.settle()
    assert "This vote was annulled. It has no result." in show.texts()
