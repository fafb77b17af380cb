"""Which options a voter compares, two at a time: as few as wished, spread evenly, hanging together where they can."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

OptionT = TypeVar("OptionT")


def choose_pairs(options: Sequence[OptionT], count: int, chance: Random) -> tuple[tuple[OptionT, OptionT], ...]:
    """`count` different pairs of options, or all there are where these are fewer; options are different from each other.

    However early a voter stops, the pairs so far name every option about equally often (no two numbers of times differ by
    more than one), and no circle of comparisons closes before all options hang together: with one pair less than there are
    options any two of them can be compared along a chain. `chance` decides who meets whom, and who stands first.

    The options sit in a random order around a circle, one of them in its middle. A round is a zigzag through all of them and
    back (Walecki's construction of 1883); every pair is met in one round alone, but with an even number of options, where
    the last round's second half comes upon the pairs of the first. Of each round every other pair is taken, then the rest.
    """
    seats = list(options)
    chance.shuffle(seats)
    pairs: list[tuple[OptionT, OptionT]] = []
    around = len(seats) - 1
    for turn in range((around + 1) // 2):
        walk = [seats[-1], *(seats[(turn + _zigzag(step)) % around] for step in range(around))]
        steps = list(zip(walk, [*walk[1:], walk[0]], strict=True))
        pairs += steps[::2] + steps[1::2]
    every = len(seats) * around // 2
    chosen = pairs[: max(0, min(count, every))]
    return tuple((one, other) if chance.random() < 0.5 else (other, one) for one, other in chosen)


def _zigzag(step: int) -> int:
    """0, 1, -1, 2, -2 …"""
    return (step + 1) // 2 if step % 2 else -(step // 2)
