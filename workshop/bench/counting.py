"""Counting the votes of a full room, against looking at every mark of every ballot once."""

from collections.abc import Generator
from functools import partial
from random import Random

from workshop.bench.benchmark import Benchmark, Ground, Pair
from workshop.language import mark
from workshop.methods.voting.rules import Form, Vote, Way, count


def _ready(rule: str, ground: Ground) -> Generator[Pair]:
    chance = Random(4)
    options = tuple(f"o{place}" for place in range(ground.size(24, 6)))
    voters = ground.size(200, 40)
    rankings = [[[option] for option in chance.sample(options, len(options))] for _voter in range(voters)]
    approvals = [dict.fromkeys(chance.sample(options, len(options) // 4 + 1), 1) for _voter in range(voters)]
    vote = Vote(
        options,
        {Form.RANKINGS: rankings, Form.APPROVALS: approvals},
        costs={option: chance.randrange(10, 200) * 10_000 for option in options},
        budget=10_000_000,
    )

    def look() -> int:
        if rule == "equal-shares":
            return sum(value for marks in approvals for value in marks.values())
        return sum(len(group) for order in rankings for group in order)

    yield Pair(lambda: count(rule, vote, Way(seats=5 if rule == "stv" else None)), look, amount=voters)


def _benchmark(name: str) -> Benchmark:
    return Benchmark(
        name,
        mark("a vote counted by the rule {rule}", rule=name),
        mark("one look at every mark of every ballot"),
        partial(_ready, name),
    )


BENCHMARKS = tuple(_benchmark(name) for name in ("schulze", "stv", "equal-shares"))
