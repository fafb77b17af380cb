"""The lot: an order of the options drawn from a recorded seed, which anybody can draw again by hand.

No library's shuffle is used, since those may change from version to version. For every option take the SHA-256 of the seed, a
colon and the option's id in UTF-8 (`printf 'SEED:ID' | sha256sum`), and put the options in the order of these numbers.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tie:
    """A use of the lot: at which place, between which options, and which of them it chose."""

    at: str
    options: tuple[str, ...]
    chosen: tuple[str, ...]


def draw_lot(options: Sequence[str], seed: str) -> tuple[str, ...]:
    """The options in the order of the lot: by the SHA-256 of `seed:option`, in hexadecimal (FIPS 180-4)."""
    return tuple(sorted(options, key=lambda option: hashlib.sha256(f"{seed}:{option}".encode()).hexdigest()))


def break_tie(tied: Sequence[str], lot: Sequence[str], *, at: str, places: int = 1) -> Tie:
    """Choose the first `places` of the tied options in the order of the lot.

    Raises ValueError where the lot does not know all of them.
    """
    if not set(tied) <= set(lot):
        raise ValueError("the lot does not hold every tied option")
    return Tie(at, tuple(tied), tuple(option for option in lot if option in tied)[:places])
