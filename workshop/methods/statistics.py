"""Small statistics for small groups, exact where they compare."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

# Thresholds for Cliff's delta after Romano, Kromrey, Coraggio and Skowronek (2006).
_NEGLIGIBLE, _SMALL, _MEDIUM = Fraction(147, 1000), Fraction(33, 100), Fraction(474, 1000)
_Z95 = 1.959963984540054


def median(values: Sequence[int | Fraction]) -> Fraction:
    """The middle value, or the mean of the two in the middle; raises ValueError for none."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(Fraction(value) for value in values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def mean(values: Sequence[int | Fraction]) -> Fraction:
    """The arithmetic mean; raises ValueError for none."""
    if not values:
        raise ValueError("no values")
    return sum((Fraction(value) for value in values), Fraction(0)) / len(values)


def wilson_interval(hits: int, n: int) -> tuple[float, float] | None:
    """The 95 % interval of a proportion after Wilson (1927); none for n = 0."""
    if n == 0:
        return None
    share, square = hits / n, _Z95 * _Z95
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = _Z95 / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return (max(0.0, centre - half), min(1.0, centre + half))


@dataclass(frozen=True, slots=True)
class Change:
    """Before and after: how many of the paired went up, stayed, went down, and the effect from −1 to 1 with its word.

    `paired` is 0 where two groups are set side by side. The word is one of `none`, `negligible`, `small`, `medium`, `large`.
    """

    paired: int
    up: int
    same: int
    down: int
    effect: Fraction
    word: str


def change(before: Mapping[str, int], after: Mapping[str, int]) -> Change:
    """Change between two measurements by respondent.

    Those in both are compared with themselves: the effect is (up − down) / pairs, the sign test's dominance. Where nobody is
    in both, the groups stand side by side and the effect is Cliff's delta (1993).
    """
    pairs = [(before[key], after[key]) for key in sorted(before.keys() & after.keys())]
    if pairs:
        up = sum(new > old for old, new in pairs)
        down = sum(new < old for old, new in pairs)
        effect = Fraction(up - down, len(pairs))
        return Change(len(pairs), up, len(pairs) - up - down, down, effect, effect_word(effect))
    effect = cliffs_delta(list(before.values()), list(after.values()))
    return Change(0, 0, 0, 0, effect, effect_word(effect) if before and after else "none")


def cliffs_delta(before: Sequence[int], after: Sequence[int]) -> Fraction:
    """How much more often a value of `after` exceeds one of `before` than the reverse, from −1 to 1; 0 for an empty group."""
    if not before or not after:
        return Fraction(0)
    balance = sum((new > old) - (new < old) for old in before for new in after)
    return Fraction(balance, len(before) * len(after))


def effect_word(effect: Fraction) -> str:
    """The size of an effect in a word, after Romano and others (2006)."""
    size = abs(effect)
    if size < _NEGLIGIBLE:
        return "negligible"
    return "small" if size < _SMALL else "medium" if size < _MEDIUM else "large"


def suppress_small(counts: Mapping[str, int], *, least: int = 5) -> dict[str, int | None]:
    """Counts for publication: those from 1 to under `least` hidden, and one more where it would give a single one back.

    The next smallest count goes with it, since the total is known.
    """
    hidden = {key for key, count in counts.items() if 0 < count < least}
    if len(hidden) == 1:
        rest = sorted((count, key) for key, count in counts.items() if key not in hidden and count > 0)
        hidden |= {rest[0][1]} if rest else set()
    return {key: None if key in hidden else count for key, count in counts.items()}
