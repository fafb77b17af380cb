"""Hand-made results of every counting rule, with what each rule alone tells, as the docstrings of the methods say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from tests.reports.example_forms import START, key
from tests.reports.examples import poll
from workshop.models.enums import BallotKind, Channel, CountingRule, PollState
from workshop.models.records.votes import LotUse, PollOptionRecord, PollRecord, PollResult, ResultLine

TEXTS = (
    "학교 앞 횡단보도 신호를 길게",
    "어두운 길에 스마트 가로등",
    "통학 시간 차 없는 거리",
    "골목 불법 주차 알림",
    "걷는 버스, 함께 걷는 이웃",
)
A, B, C, D, E = (str(key(301 + place)) for place in range(5))
COSTS = (450, 300, 250, 200, 120)
KINDS = {
    CountingRule.PLURALITY: BallotKind.RANKING,
    CountingRule.APPROVAL: BallotKind.APPROVAL,
    CountingRule.DOTS: BallotKind.DOTS,
    CountingRule.SCORE: BallotKind.SCORE,
    CountingRule.BORDA: BallotKind.RANKING,
    CountingRule.IRV: BallotKind.RANKING,
    CountingRule.STV: BallotKind.RANKING,
    CountingRule.SCHULZE: BallotKind.RANKING,
    CountingRule.PAIRWISE: BallotKind.PAIRWISE,
    CountingRule.GREEDY: BallotKind.BUDGET,
    CountingRule.EQUAL_SHARES: BallotKind.BUDGET,
    CountingRule.MAJORITY: BallotKind.YES_NO,
}
SEAL = "0b2f9a54c7e1d3866f10aa92be47d5c8e3f6a1b09c8d7e6f5a4b3c2d1e0f9a8b"

Groups = Sequence[Sequence[str]]
Points = Mapping[str, int | Fraction]

_GRADES: Mapping[str, Mapping[str, int]] = {
    A: {"5": 14, "4": 9, "3": 4, "1": 1}, B: {"5": 9, "4": 12, "3": 5, "2": 2}, C: {"5": 7, "4": 6, "3": 6, "2": 5, "1": 4},
    D: {"4": 6, "3": 12, "2": 7, "1": 2}, E: {},
}  # fmt: skip
_BEFORE = {
    A: {B: 17, C: 19, D: 21, E: 24}, B: {A: 12, C: 16, D: 20, E: 22}, C: {A: 10, B: 13, D: 18, E: 19},
    D: {A: 8, B: 9, C: 11, E: 15}, E: {A: 5, B: 7, C: 10, D: 14},
}  # fmt: skip
_IRV = [
    {"votes": {A: 10, B: 8, C: 6, D: 3, E: 2}, "exhausted": 0, "out": E},
    {"votes": {A: 10, B: 9, C: 4, D: 4}, "exhausted": 2, "out": D},
    {"votes": {A: 11, B: 9, C: 7}, "exhausted": 2, "out": C},
    {"votes": {A: 16, B: 10}, "exhausted": 3, "out": None},
]
_STV = [
    {"votes": {A: 13, B: 7, C: 5, D: 3, E: 1}, "exhausted": 0, "elected": [A], "out": None},
    {"votes": {B: "113/13", C: "83/13", D: "45/13", E: 1}, "exhausted": "6/13", "elected": [], "out": E},
    {"votes": {B: "126/13", C: "83/13", D: "45/13"}, "exhausted": "6/13", "elected": [], "out": D},
    {"votes": {B: "141/13", C: "105/13"}, "exhausted": "14/13", "elected": [B], "out": None},
]


def options_of(texts: Sequence[str] = TEXTS) -> tuple[PollOptionRecord, ...]:
    return tuple(
        PollOptionRecord(key(301 + at), key(300), at, text, None, None, (at * 3 + 2) % len(texts), COSTS[at % 5])
        for at, text in enumerate(texts)
    )


def poll_by(rule: CountingRule, **values: Any) -> PollRecord:
    """A vote that is counted by a rule."""
    record = replace(
        poll(), options=options_of(), ballot=KINDS[rule], rule=rule, dots=3, per_option=1, budget=1000, unit="만원",
        seats=2 if rule is CountingRule.STV else None, lot_seal=SEAL, by_channel=((Channel.SCREEN, 29),), revealed_at=START,
    )  # fmt: skip
    return replace(record, **values)


def result_by(rule: CountingRule, **values: Any) -> PollResult:
    """A believable result of a rule."""
    scores, ranking, winners, details = _COUNTS[rule]
    return replace(made(poll_by(rule), scores, ranking, winners, details), **values)


def made(
    record: PollRecord,
    scores: Points,
    ranking: Groups,
    winners: Sequence[str],
    details: Mapping[str, Any],
    **values: Any,
) -> PollResult:
    """A result put together as the services do it."""
    options = {str(option.id): option for option in record.options}
    lines: list[ResultLine] = []
    for group in ranking:
        rank = len(lines) + 1
        lines += [ResultLine(options[each], Fraction(scores.get(each, 0)), rank, each in winners) for each in group]
    ties = tuple(tuple(options[each].id for each in group) for group in ranking if len(group) > 1)
    return PollResult(
        record, 32, 29, ((Channel.SCREEN, 26), (Channel.CONSOLE, 0), (Channel.PAPER, 3)), 1, 0, tuple(lines), ties,
        record.rule, tuple(options[each].id for each in winners), (), details,
    )  # fmt: skip


def lot(at: str, options: Sequence[int], chosen: Sequence[int]) -> LotUse:
    """The lot decided between options, by their places."""
    return LotUse(at, tuple(key(301 + place) for place in options), tuple(key(301 + place) for place in chosen))


def every_rule() -> tuple[PollResult, ...]:
    """One result of each rule, some with ties and lots."""
    return tuple(result_by(rule, **_EXTRAS.get(rule, {})) for rule in CountingRule)


def bare(rule: CountingRule) -> PollResult:
    """A result without anything that the rule alone tells."""
    return result_by(rule, details={})


def annulled(
    rule: CountingRule = CountingRule.DOTS, reason: str = "두 사람이 같은 이름표로 투표했습니다"
) -> PollRecord:
    """A vote that was counted and then annulled."""
    return poll_by(rule, state=PollState.ANNULLED, annul_reason=reason, annulled_at=START)


def _means() -> dict[str, Fraction]:
    told: dict[str, Fraction] = {}
    for option, counts in _GRADES.items():
        if counts:
            told[option] = Fraction(sum(int(grade) * n for grade, n in counts.items()), sum(counts.values()))
    return told


_ONE_BY_ONE = ((A,), (B,), (C,), (D,), (E,))
_COUNTS: Mapping[CountingRule, tuple[Points, Groups, Sequence[str], Mapping[str, Any]]] = {
    CountingRule.PLURALITY: ({A: 10, B: 8, C: 6, D: 3, E: 2}, _ONE_BY_ONE, (A,), {}),
    CountingRule.APPROVAL: ({A: 21, B: 17, C: 17, D: 6, E: 0}, ((A,), (B, C), (D,), (E,)), (A,), {}),
    CountingRule.DOTS: ({A: 27, B: 21, C: 14, D: 14, E: 8}, ((A,), (B,), (C, D), (E,)), (A,), {}),
    CountingRule.SCORE: (_means(), _ONE_BY_ONE, (A,), {
        "answers": {option: sum(counts.values()) for option, counts in _GRADES.items()},
        "median": {A: "9/2", B: 4, C: 3, D: 3, E: None},
        "distribution": _GRADES,
    }),
    CountingRule.BORDA: ({A: 84, B: Fraction(141, 2), C: 60, D: 43, E: Fraction(65, 2)}, _ONE_BY_ONE, (A,), {}),
    CountingRule.IRV: ({A: 16, B: 10, C: 7, D: 3, E: 2}, _ONE_BY_ONE, (A,), {"rounds": _IRV}),
    CountingRule.STV: ({A: 13, B: Fraction(141, 13)}, ((A,), (B,), (C,), (D,), (E,)), (A, B),
                       {"rounds": _STV, "quota": 10}),
    CountingRule.SCHULZE: ({A: 4, B: 3, C: 2, D: 1, E: 0}, _ONE_BY_ONE, (A,), {"pairwise": _BEFORE, "paths": _BEFORE}),
    CountingRule.PAIRWISE: (
        {A: Fraction(22, 31), B: Fraction(17, 29), C: Fraction(1, 2), D: Fraction(11, 30), E: Fraction(8, 29)},
        _ONE_BY_ONE, (A,), {
            "wins": {A: 21, B: 16, C: 13, D: 10, E: 7}, "losses": {A: 8, B: 11, C: 13, D: 18, E: 20},
            "undecided": {A: 1, B: 2, C: 0, D: 1, E: 2},
        },
    ),
    CountingRule.GREEDY: ({A: 21, B: 18, C: 12, D: 9, E: 4}, _ONE_BY_ONE, (A, B, C), {"budget": 1000, "spent": 1000}),
    CountingRule.EQUAL_SHARES: ({A: 21, B: 18, C: 12, D: 9, E: 4}, _ONE_BY_ONE, (B, A, D), {"budget": 1000, "spent": 950}),
    CountingRule.MAJORITY: ({A: 24, B: 17, C: 14, D: 12, E: 5}, ((A,), (B,), (C,), (D,), (E,)), (A, B), {
        "yes": {A: 24, B: 17, C: 14, D: 12, E: 5}, "no": {A: 3, B: 9, C: 14, D: 15, E: 21},
        "abstained": {A: 1, B: 2, C: 0, D: 1, E: 2}, "tied": [C],
    }),
}  # fmt: skip
_EXTRAS: Mapping[CountingRule, Mapping[str, Any]] = {
    CountingRule.IRV: {"lots": (lot("round 2", (2, 3), (3,)),)},
    CountingRule.GREEDY: {"lots": (lot("place 3", (2, 3), (2,)),)},
}
