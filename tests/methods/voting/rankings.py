"""Rankings for tests: the published ones, and random ones."""

import math
import random
from collections.abc import Iterator, Sequence
from itertools import permutations, product

Ranking = tuple[tuple[str, ...], ...]

OPTIONS = ("a", "b", "c", "d")
SIX = (*OPTIONS, "e", "f")


def rankings(told: str) -> list[Ranking]:
    """Rankings from a line such as `5 ACB, 2 CBA`."""
    found: list[Ranking] = []
    for part in told.split(","):
        count, order = part.split()
        found += [tuple((option,) for option in order)] * int(count)
    return found


# 45 voters (Schulze's own example), Tennessee's capital, and 20 voters who choose three sweets (all on Wikipedia).
SCHULZE_45 = rankings("5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC")
TENNESSEE = rankings("42 MNCK, 26 NCKM, 15 CKNM, 17 KCNM")
SWEETS = rankings("4 O, 2 PO, 8 CS, 4 CN, 1 S, 1 N")


def random_profiles(
    count: int,
    *,
    seed: int,
    complete: bool = True,
    ties: bool = False,
    most: int = 12,
    options: Sequence[str] = OPTIONS,
) -> Iterator[list[Ranking]]:
    """Random votes of up to `most` voters on some options; rankings cut short, and with equals, where asked for."""
    chance = random.Random(seed)
    for _ in range(count):
        yield [_random_ranking(chance, options, complete, ties) for _ in range(chance.randint(1, most))]


def in_every_order(ballots: Sequence[Ranking], options: Sequence[str] = OPTIONS) -> tuple[list[Ranking], int]:
    """Each ballot as the same number of ballots without equals, every order of its equals alike, and that number."""
    times = math.factorial(len(options))
    strict: list[Ranking] = []
    for ballot in ballots:
        ways = list(product(*(permutations(group) for group in ballot)))
        orders = [tuple((option,) for group in way for option in group) for way in ways]
        strict += orders * (times // len(orders))
    return strict, times


def _random_ranking(chance: random.Random, options: Sequence[str], complete: bool, ties: bool) -> Ranking:
    order = chance.sample(options, len(options))
    kept = order if complete else order[: chance.randint(1, len(options))]
    groups: list[tuple[str, ...]] = []
    for option in kept:
        if ties and groups and chance.random() < 0.3:
            groups[-1] = (*groups[-1], option)
        else:
            groups.append((option,))
    return tuple(groups)
