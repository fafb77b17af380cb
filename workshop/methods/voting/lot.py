"""The lot: an order of the options drawn from a recorded seed, which anybody can draw again by hand."""

import hashlib
from collections.abc import Sequence


def draw_lot(options: Sequence[str], seed: str) -> tuple[str, ...]:
    """The options in the order of the lot: by the SHA-256 of `seed:option`, in hexadecimal."""
    return tuple(sorted(options, key=lambda option: hashlib.sha256(f"{seed}:{option}".encode()).hexdigest()))
