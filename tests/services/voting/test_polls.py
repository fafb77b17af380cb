"""Setting up a vote and running it: rules that fit, who may vote, copies, reasons, annulment."""

from uuid import UUID, uuid4

import pytest

from tests.builders import Room, cast, make_room, open_poll
from workshop.models.enums import BallotKind, Channel, CountingRule, Electorate, PollState, Sector
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.votes import Comparison, PollRecord
from workshop.services.keeping import checks, undo
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, organizations, participants
from workshop.services.voting import polls, results, voting


def _make(room: Room, rules: polls.BallotRules, *texts: str, cost: int | None = None) -> PollRecord:
    options = [polls.OptionDraft(text, cost=cost) for text in texts or ("가", "나", "다")]
    return polls.make_poll(room.library, session_id=room.session_id, title="안건", rules=rules, options=options).record


def _put(room: Room, poll: PollRecord, person: int, *marks: int | None, pairs: tuple[Comparison, ...] = ()) -> None:
    choices = {option.id: mark for option, mark in zip(poll.options, marks, strict=False) if mark is not None}
    voting.cast_ballot(
        room.library, poll_id=poll.id, participant_id=room.people[person].id, choices=choices, comparisons=pairs,
        ballot_id=uuid4(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (polls.BallotRules(BallotKind.DOTS, dots=0), "1"),
        (polls.BallotRules(BallotKind.DOTS, dots=3, per_option=4), "most on one option"),
        (polls.BallotRules(BallotKind.SCORE, lowest=5, highest=5), "lower to a higher"),
        (polls.BallotRules(BallotKind.SCORE, lowest=0, highest=11), "lower to a higher"),
        (polls.BallotRules(BallotKind.RANKING, rule=CountingRule.DOTS), "counted by that rule"),
        (polls.BallotRules(BallotKind.RANKING, rule=CountingRule.STV, seats=0), "from 1 to"),
        (polls.BallotRules(BallotKind.BUDGET, budget=-1), "budget"),
    ],
)
def test_rules_outside_their_limits_are_refused(library: Library, rules: polls.BallotRules, words: str) -> None:
    with pytest.raises(InputError, match=words):
        _make(make_room(library), rules)


def test_the_largest_budget_is_kept_and_counted_to_the_last_unit(library: Library) -> None:
    room, most = make_room(library), 1_000_000_000_000
    poll = _make(room, polls.BallotRules(BallotKind.BUDGET, budget=most), "가", "나", cost=most - 1)
    polls.open_poll(library, poll_id=poll.id)
    _put(room, poll, 0, 1)
    polls.close_poll(library, poll_id=poll.id)
    polls.reveal_poll(library, poll_id=poll.id)
    result = results.poll_result(library, poll_id=poll.id)
    assert (result.poll.budget, [option.cost for option in result.poll.options]) == (most, [most - 1] * 2)
    assert result.details["spent"] == most - 1


@pytest.mark.parametrize(
    ("rules", "cost", "words"),
    [
        (polls.BallotRules(BallotKind.BUDGET), 5, "budget that is to be spent"),
        (polls.BallotRules(BallotKind.BUDGET, budget=10), None, "needs its cost"),
        (polls.BallotRules(BallotKind.BUDGET, budget=10), 11, "costs more"),
        (polls.BallotRules(BallotKind.RANKING, rule=CountingRule.STV, seats=3), None, "Fewer options"),
    ],
)
def test_what_is_missing_is_told_before_it_opens(
    library: Library, rules: polls.BallotRules, cost: int | None, words: str
) -> None:
    poll = _make(make_room(library), rules, cost=cost)
    with pytest.raises(RefusedError, match=words):
        polls.open_poll(library, poll_id=poll.id)
    assert polls.get_poll(library, poll_id=poll.id).state is PollState.DRAFT


def test_one_proposal_is_enough_for_yes_and_no(library: Library) -> None:
    room = make_room(library)
    poll = _make(room, polls.BallotRules(BallotKind.YES_NO), "이 서비스를 이어 간다")
    assert polls.open_poll(library, poll_id=poll.id).record.state is PollState.OPEN


@pytest.mark.parametrize(
    ("rules", "marks", "words"),
    [
        (polls.BallotRules(BallotKind.APPROVAL, dots=1), (1, 1), "in all"),
        (polls.BallotRules(BallotKind.APPROVAL, dots=2), (2,), "on one option"),
        (polls.BallotRules(BallotKind.SCORE, lowest=1, highest=5), (6,), "between 1 and 5"),
        (polls.BallotRules(BallotKind.SCORE, lowest=1, highest=5), (0,), "between 1 and 5"),
        (polls.BallotRules(BallotKind.RANKING, dots=2), (1, 2, 3), "2 places"),
        (polls.BallotRules(BallotKind.RANKING, dots=3), (1, 1, 2), "once"),
        (polls.BallotRules(BallotKind.RANKING, dots=3), (1, 3), "once"),
        (polls.BallotRules(BallotKind.RANKING, dots=3, ties=True), (1, 1, 3), "left out"),
        (polls.BallotRules(BallotKind.RANKING, dots=3, ties=True), (2, 2), "begin with the first"),
        (polls.BallotRules(BallotKind.BUDGET, budget=10), (1, 1, 1), "5 more than the budget"),
        (polls.BallotRules(BallotKind.BUDGET, budget=10), (2,), "on one option"),
        (polls.BallotRules(BallotKind.YES_NO), (2,), "yes, no or abstain"),
    ],
)
def test_a_ballot_that_breaks_the_rule_is_refused_with_a_word_of_help(
    library: Library, rules: polls.BallotRules, marks: tuple[int, ...], words: str
) -> None:
    room = make_room(library)
    poll = polls.open_poll(library, poll_id=_make(room, rules, cost=5).id).record
    with pytest.raises(RefusedError, match=words):
        _put(room, poll, 0, *marks)
    assert voting.turnout(library, poll_id=poll.id).voted == 0


def test_comparisons_name_two_options_of_the_ballot_once(library: Library) -> None:
    room = make_room(library)
    poll = polls.open_poll(library, poll_id=_make(room, polls.BallotRules(BallotKind.PAIRWISE, dots=2)).id).record
    a, b, c = (option.id for option in poll.options)
    for pairs, words in (
        ((Comparison(a, a, a),), "not on it"),
        ((Comparison(a, b, c),), "not on it"),
        ((Comparison(a, uuid4(), a),), "not on it"),
        ((Comparison(a, b, a), Comparison(b, a, b)), "twice"),
        ((Comparison(a, b, a), Comparison(b, c, b), Comparison(a, c, a)), "2 in all"),
    ):
        with pytest.raises(RefusedError, match=words):
            _put(room, poll, 0, pairs=pairs)
    _put(room, poll, 0, pairs=(Comparison(b, a, a), Comparison(b, c, None)))
    polls.close_poll(library, poll_id=poll.id)
    _poll, (paper,) = results.kept_papers(library, poll_id=poll.id)
    assert paper == {f"{a}:{b}": 1, f"{b}:{c}": 0}


def test_a_spoilt_paper_is_counted_as_invalid(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 3)
    voting.cast_ballot(
        library, poll_id=poll.id, participant_id=room.people[1].id, ballot_id=uuid4(), channel=Channel.PAPER, spoilt=True
    )  # fmt: skip
    polls.close_poll(library, poll_id=poll.id)
    result = results.poll_result(library, poll_id=poll.id)
    assert (result.ballots, result.invalid, result.blank) == (2, 1, 0)
    assert dict(result.by_channel) == {Channel.SCREEN: 1, Channel.PAPER: 1}


def test_a_vote_of_one_sector_is_for_its_people_alone(library: Library) -> None:
    room = make_room(library)
    participants.edit_participant(library, participant_id=room.people[0].id, sector=Sector.EXPERT)
    made = _make(room, polls.BallotRules(BallotKind.DOTS))
    with pytest.raises(InputError, match="sector"):
        polls.edit_poll(library, poll_id=made.id, electorate=Electorate.SECTOR)
    polls.edit_poll(library, poll_id=made.id, electorate=Electorate.SECTOR, sector=Sector.EXPERT)
    poll = polls.open_poll(library, poll_id=made.id).record
    assert [voter.number for voter in voting.turnout(library, poll_id=poll.id).voters] == [1]
    with pytest.raises(RefusedError, match="another sector"):
        voting.admit_voter(library, poll_id=poll.id, code=room.people[1].code)
    assert voting.admit_voter(library, poll_id=poll.id, code=room.people[0].code).number == 1


def test_everyone_registered_may_vote_without_being_present(library: Library) -> None:
    room = make_room(library)
    late = participants.register_participant(library, project_id=room.project_id).record
    made = _make(room, polls.BallotRules(BallotKind.DOTS))
    polls.edit_poll(library, poll_id=made.id, electorate=Electorate.REGISTERED)
    poll = polls.open_poll(library, poll_id=made.id).record
    assert voting.admit_voter(library, poll_id=poll.id, code=late.code).number == 5
    assert voting.turnout(library, poll_id=poll.id).entitled == 5


def _organizations_vote(room: Room) -> PollRecord:
    """Persons 1 and 2 come from the city with three votes, person 3 from the university; person 4 from nowhere."""
    for person, name in ((0, "시청"), (1, "시청"), (2, "대학교")):
        organizations.set_organization(room.library, participant_id=room.people[person].id, name=name)
    city = next(
        one for one in organizations.list_organizations(room.library, project_id=room.project_id) if one.name == "시청"
    )
    organizations.set_weight(room.library, organization_id=city.id, weight=3)
    made = _make(room, polls.BallotRules(BallotKind.DOTS, dots=1))
    polls.edit_poll(room.library, poll_id=made.id, electorate=Electorate.ORGANIZATIONS)
    return polls.open_poll(room.library, poll_id=made.id).record


def test_an_organization_votes_once_with_its_weight(library: Library) -> None:
    room = make_room(library)
    poll = _organizations_vote(room)
    assert {(voter.organization, voter.weight) for voter in voting.turnout(library, poll_id=poll.id).voters} == {
        ("시청", 3),
        ("대학교", 1),
    }
    _put(room, poll, 1, 1)
    with pytest.raises(RefusedError, match="voted already"):
        _put(room, poll, 0, 0, 1)
    with pytest.raises(RefusedError, match="delegates"):
        _put(room, poll, 3, 0, 1)
    _put(room, poll, 2, 0, 1)
    turnout = voting.turnout(library, poll_id=poll.id)
    assert (turnout.voted, turnout.entitled) == (2, 2)
    polls.close_poll(library, poll_id=poll.id)
    result = results.poll_result(library, poll_id=poll.id)
    assert [line.points for line in result.lines[:2]] == [3, 1]
    assert result.weighted == 4
    assert checks.check_library(library) == ()


def test_an_organization_is_made_once_by_its_name_and_can_be_taken_back(library: Library) -> None:
    room = make_room(library)
    for person in room.people[:2]:
        organizations.set_organization(library, participant_id=person.id, name=" 시청 ")
    (city,) = organizations.list_organizations(library, project_id=room.project_id)
    assert (city.name, city.weight, city.delegates) == ("시청", 1, (1, 2))
    organizations.set_organization(library, participant_id=room.people[0].id, name="")
    assert organizations.list_organizations(library, project_id=room.project_id)[0].delegates == (2,)
    undo.undo(library)
    assert organizations.list_organizations(library, project_id=room.project_id)[0].delegates == (1, 2)
    with pytest.raises(InputError):
        organizations.set_weight(library, organization_id=city.id, weight=0)


def test_casting_a_named_ballot_again_is_the_same_as_once(library: Library) -> None:
    room = make_room(library)
    poll = _organizations_vote(room)
    _put(room, poll, 0, 1)
    _put(room, poll, 0, 1)
    with pytest.raises(RefusedError, match="voted already"):
        _put(room, poll, 0, 0, 1)
    assert voting.turnout(library, poll_id=poll.id).voted == 1


def test_a_copy_has_all_rules_and_can_keep_the_winners_alone(library: Library) -> None:
    room = make_room(library)
    made = polls.make_poll(
        library,
        session_id=room.session_id,
        title="순위",
        rules=polls.BallotRules(BallotKind.RANKING, dots=2, rule=CountingRule.SCHULZE, ties=True, seats=2),
        options=[polls.OptionDraft(text) for text in ("가", "나", "다")],
        electorate=Electorate.SECTOR,
        sector=Sector.PUBLIC,
        secret=False,
        shuffled=True,
    ).record
    chosen = [made.options[2].id, made.options[0].id]
    copy = polls.copy_poll(library, poll_id=made.id, session_id=room.session_id, options=chosen).record
    assert [option.text for option in copy.options] == ["다", "가"]
    for name in ("title", "ballot", "rule", "dots", "ties", "seats", "electorate", "sector", "secret", "shuffled"):
        assert getattr(copy, name) == getattr(made, name)
    assert copy.state is PollState.DRAFT


def test_an_early_close_keeps_its_reason(library: Library) -> None:
    poll = open_poll(make_room(library))
    closed = polls.close_poll(library, poll_id=poll.id, reason=" 시간이 다 되어 ").record
    assert closed.close_reason == "시간이 다 되어"


@pytest.mark.parametrize("before", ["open", "closed", "revealed"])
def test_an_annulled_vote_is_kept_with_its_reason_and_never_comes_back(library: Library, before: str) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 3)
    if before != "open":
        polls.close_poll(library, poll_id=poll.id)
    if before == "revealed":
        polls.reveal_poll(library, poll_id=poll.id)
    with pytest.raises(InputError, match="why"):
        polls.annul_poll(library, poll_id=poll.id, reason=" ")
    annulled = polls.annul_poll(library, poll_id=poll.id, reason="두 번 안내가 잘못됨").record
    assert (annulled.state, annulled.annul_reason) == (PollState.ANNULLED, "두 번 안내가 잘못됨")
    assert results.poll_result(library, poll_id=poll.id).lines[0].points == 3
    for verb in (polls.open_poll, polls.resume_poll, polls.close_poll, polls.reveal_poll):
        with pytest.raises(RefusedError):
            verb(library, poll_id=poll.id)
    with pytest.raises(RefusedError):
        polls.annul_poll(library, poll_id=poll.id, reason="다시")
    with pytest.raises(RefusedError, match="not open"):
        cast(room, poll, 1, 1)


def test_a_vote_in_preparation_cannot_be_annulled(library: Library) -> None:
    made = _make(make_room(library), polls.BallotRules(BallotKind.DOTS))
    with pytest.raises(RefusedError):
        polls.annul_poll(library, poll_id=made.id, reason="싫어서")


def test_who_comes_late_may_vote_while_it_runs(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    late: UUID = participants.register_participant(library, project_id=room.project_id).record.id
    attendance.everyone_present(library, session_id=room.session_id)
    voting.cast_ballot(library, poll_id=poll.id, participant_id=late, ballot_id=uuid4())
    assert voting.turnout(library, poll_id=poll.id).voted == 1


def test_what_would_be_by_another_rule_leaves_the_result_alone(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 3)
    cast(room, poll, 1, 0, 1, 1)
    cast(room, poll, 2, 0, 1)
    with pytest.raises(RefusedError):
        results.what_if(library, poll_id=poll.id, rule=CountingRule.APPROVAL)
    polls.close_poll(library, poll_id=poll.id)
    assert results.what_if(library, poll_id=poll.id, rule=CountingRule.APPROVAL).lines[0].option.text == "선택지 1"
    assert results.poll_result(library, poll_id=poll.id).lines[0].option.text == "선택지 0"
    with pytest.raises(RefusedError, match="counted by that rule"):
        results.what_if(library, poll_id=poll.id, rule=CountingRule.STV)
