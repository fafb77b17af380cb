"""A recount: independent programs read the exported ballots and come to the same result."""

import json
import random
import warnings
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.builders import Room, cast, make_room, open_poll
from tests.methods.voting import oracles, ordinal_oracles
from workshop.cli import main
from workshop.models.enums import BallotKind, Channel, CountingRule
from workshop.models.records.votes import Comparison, PollRecord
from workshop.services.keeping.library import Library
from workshop.services.voting import ballot_export, polls, voting

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pabutools.election import parse_pabulib
    from preflibtools.instances import CategoricalInstance, OrdinalInstance

PEOPLE = 18
RULES = {
    "dots": polls.BallotRules(BallotKind.DOTS, dots=5, per_option=3),
    "approval": polls.BallotRules(BallotKind.APPROVAL, dots=3),
    "score": polls.BallotRules(BallotKind.SCORE, lowest=1, highest=5),
    "borda": polls.BallotRules(BallotKind.RANKING, dots=5, rule=CountingRule.BORDA),
    "irv": polls.BallotRules(BallotKind.RANKING, dots=5, rule=CountingRule.IRV),
    "stv": polls.BallotRules(BallotKind.RANKING, dots=5, rule=CountingRule.STV, seats=2),
    "plurality": polls.BallotRules(BallotKind.RANKING, dots=5, rule=CountingRule.PLURALITY),
    "schulze": polls.BallotRules(BallotKind.RANKING, dots=5, rule=CountingRule.SCHULZE, ties=True),
    "pairwise": polls.BallotRules(BallotKind.PAIRWISE, dots=4),
    "greedy": polls.BallotRules(BallotKind.BUDGET, budget=100, rule=CountingRule.GREEDY),
    "equal-shares": polls.BallotRules(BallotKind.BUDGET, budget=100),
    "majority": polls.BallotRules(BallotKind.YES_NO),
}
COSTS = (60, 45, 30, 20, 10)


def _hold(room: Room, rules: polls.BallotRules, chance: random.Random) -> PollRecord:
    """A vote of everybody but one, with a blank ballot and a spoilt one among them."""
    options = [polls.OptionDraft(f"사업 {place}; “둘”", cost=cost) for place, cost in enumerate(COSTS)]
    made = polls.make_poll(
        room.library, session_id=room.session_id, title="무엇을 먼저?", rules=rules, options=options
    ).record
    poll = polls.open_poll(room.library, poll_id=made.id).record
    for place, person in enumerate(room.people[:-1]):
        choices, comparisons = _marks(poll, chance) if place else ({}, [])
        voting.cast_ballot(
            room.library, poll_id=poll.id, participant_id=person.id, choices=choices, comparisons=comparisons,
            ballot_id=uuid4(), spoilt=place == 1, channel=Channel.PAPER,
        )  # fmt: skip
    return polls.close_poll(room.library, poll_id=poll.id).record


def _marks(poll: PollRecord, chance: random.Random) -> tuple[dict[Any, int], list[Comparison]]:
    ids = [option.id for option in poll.options]
    some = chance.sample(ids, chance.randint(1, len(ids)))
    match poll.ballot:
        case BallotKind.DOTS:
            return {option: chance.randint(1, 2) for option in some[:2]}, []
        case BallotKind.APPROVAL:
            return dict.fromkeys(some[:3], 1), []
        case BallotKind.SCORE:
            return {option: chance.randint(1, 5) for option in some}, []
        case BallotKind.RANKING:
            some = chance.sample(ids, len(ids)) if poll.rule is CountingRule.IRV else some
            places = {option: place for place, option in enumerate(some, start=1)}
            if poll.ties and len(some) > 1:
                places[some[-1]] = places[some[-2]]
            return places, []
        case BallotKind.BUDGET:
            return dict.fromkeys((option.id for option in chance.sample(poll.options[2:], 2)), 1), []
        case BallotKind.YES_NO:
            return {option: chance.choice((1, 0, -1)) for option in some}, []
        case BallotKind.PAIRWISE:
            one, other, third = chance.sample(ids, 3)
            return {}, [Comparison(one, other, chance.choice((one, other))), Comparison(other, third, None)]


@pytest.fixture(params=sorted(RULES))
def exported(request: pytest.FixtureRequest, library: Library, tmp_path: Path) -> tuple[str, Path, dict[str, Any]]:
    """The rule, the file of ballots, and what is told beside it."""
    room = make_room(library, people=PEOPLE)
    _hold(room, RULES[request.param], random.Random(request.param))
    ballots, told = ballot_export.export_ballots(library, out=tmp_path / "ballots", session_id=room.session_id)
    return request.param, ballots, json.loads(told.read_text("utf-8"))


def test_our_tally_and_an_independent_program_come_to_the_result(
    exported: tuple[str, Path, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    rule, file, told = exported
    _RECOUNTS[rule](file, told)
    told_ways = [name for name in ("seats", "utility", "completion") if told.get(name)]
    assert (told_ways == ["utility", "completion"]) == (rule == "equal-shares")
    way = [word for name in told_ways for word in (f"--{name}", str(told[name]))]
    assert main(["tally", str(file), "--rule", rule, *way, "--json"]) == 0
    counted = json.loads(capsys.readouterr().out)
    in_order = rule in {"stv", "greedy", "equal-shares"}
    assert counted["winners"] == told["winners"] if in_order else set(counted["winners"]) == set(told["winners"])
    assert (counted["rule"], counted["scores"]) == (told["rule"], told["scores"])
    assert [(tie["at"], set(tie["options"]), tie["chosen"]) for tie in counted["ties"]] == [
        (tie["at"], set(tie["options"]), tie["chosen"]) for tie in told["ties"]
    ]
    assert [sorted(group) for group in counted["ranking"]] == [sorted(group) for group in told["ranking"]]
    assert (told["ballots"], told["invalid"], told["entitled"]) == (PEOPLE - 1, 1, PEOPLE)


def _recount_ranking(rule: str) -> Callable[[Path, dict[str, Any]], None]:
    def recount(file: Path, told: dict[str, Any]) -> None:
        found = OrdinalInstance(str(file))
        options = [str(option) for option in sorted(found.alternatives_name)]
        ballots = [[[str(o) for o in group] for group in order] for order in found.full_profile() if order]
        assert len(ballots) == told["ballots"] - told["blank"] - told["invalid"]
        if rule == "schulze":
            assert set(told["winners"]) == ordinal_oracles.schulze_winners(ballots, options)
        elif rule == "stv":
            assert set(told["winners"]) == ordinal_oracles.stv_elected(ballots, options, told["seats"])
        elif rule == "irv":
            assert set(told["winners"]) <= ordinal_oracles.irv_winners(ballots, options)
        else:
            firsts = [ballot[0][0] for ballot in ballots]
            assert told["scores"] == {option: firsts.count(option) for option in options}

    return recount


def _recount_borda(file: Path, told: dict[str, Any]) -> None:
    found = OrdinalInstance(str(file))
    points = dict.fromkeys(found.alternatives_name, Fraction(0))
    most = len(points)
    for order in found.full_profile():
        for place, (option,) in enumerate(order):
            points[option] += most - 1 - place
        for option in points.keys() - {option for (option,) in order}:
            points[option] += Fraction(most - 1 - len(order), 2) if order else 0
    assert {option: Fraction(score) for option, score in told["scores"].items()} == {
        str(option): score for option, score in points.items()
    }


def _recount_pairwise(file: Path, told: dict[str, Any]) -> None:
    found = OrdinalInstance(str(file))
    won, met = (dict.fromkeys(found.alternatives_name, 0) for _ in range(2))
    for order in found.full_profile():
        if len(order) == 2:
            won[order[0][0]] += 1
            met[order[0][0]] += 1
            met[order[1][0]] += 1
    assert {key: Fraction(score) for key, score in told["scores"].items()} == {
        str(option): Fraction(won[option] + 1, met[option] + 2) for option in won
    }


def _recount_categories(file: Path, told: dict[str, Any]) -> None:
    found = CategoricalInstance(str(file))
    counts = dict.fromkeys((str(option) for option in found.alternatives_name), 0)
    for preference in found.preferences:
        for option in preference[0] if preference else ():
            counts[str(option)] += found.multiplicity[preference]
    assert counts == told["scores"]


def _recount_points(file: Path, told: dict[str, Any]) -> None:
    _instance, profile = parse_pabulib(str(file))
    given: dict[str, list[int]] = {option["id"]: [] for option in told["options"]}
    for ballot in profile:
        for project in ballot:
            given[project.name].append(int(ballot[project]))
    if told["rule"] == "dots":
        assert told["scores"] == {option: sum(points) for option, points in given.items()}
    else:
        means = {option: Fraction(sum(points), len(points)) for option, points in given.items() if points}
        assert {option: Fraction(score) for option, score in told["scores"].items()} == means


def _recount_budget(file: Path, told: dict[str, Any]) -> None:
    instance, profile = parse_pabulib(str(file))
    costs = {project.name: Fraction(str(project.cost)) for project in instance}
    ballots = [[project.name for project in ballot] for ballot in profile]
    options = sorted(costs, key=int)  # the order of the lot
    rule = "greedy" if told["rule"] == "greedy" else "mes"
    wanted = oracles.budgeted(
        ballots, costs, Fraction(str(instance.budget_limit)), options, rule=rule, completion="add1u"
    )
    assert sorted(told["winners"]) == sorted(wanted)


_RECOUNTS: dict[str, Callable[[Path, dict[str, Any]], None]] = {
    **{rule: _recount_ranking(rule) for rule in ("irv", "stv", "schulze", "plurality")},
    "borda": _recount_borda,
    "pairwise": _recount_pairwise,
    "approval": _recount_categories,
    "majority": _recount_categories,
    "dots": _recount_points,
    "score": _recount_points,
    "greedy": _recount_budget,
    "equal-shares": _recount_budget,
}


def test_ballots_are_written_in_random_order_and_bear_no_keys(library: Library, tmp_path: Path) -> None:
    room = make_room(library, people=PEOPLE)
    poll = open_poll(room)
    for person in range(PEOPLE):
        cast(room, poll, person, person % 4, max(0, 2 - person % 4))
    polls.close_poll(library, poll_id=poll.id)
    first, second = (
        ballot_export.export_ballots(library, out=tmp_path / name, session_id=room.session_id)[0].read_text("utf-8")
        for name in ("one", "two")
    )
    assert first != second
    assert sorted(_votes(first)) == sorted(_votes(second))
    with library.read() as rows:
        from sqlalchemy import select

        from workshop.models.tables.votes import Ballot

        for key in rows.scalars(select(Ballot.id)):
            assert str(key) not in first
            assert key.hex not in first


def _votes(text: str) -> list[str]:
    """The ballots of a file without the numbers of their lines."""
    return [line.partition(";")[2] for line in text.partition("VOTES\n")[2].splitlines()[1:]]


def test_only_votes_that_are_over_are_exported(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 3)
    assert ballot_export.export_ballots(library, out=tmp_path, project_id=room.project_id) == ()
    polls.annul_poll(library, poll_id=poll.id, reason="두 번 열림")
    ballots, told = ballot_export.export_ballots(library, out=tmp_path, project_id=room.project_id)
    assert ballots.suffix == ".pb"
    assert json.loads(told.read_text("utf-8"))["annulled"] == "두 번 열림"
