"""Small statistics for small groups, exact where they compare."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

# Thresholds for Cliff's delta after Romano, Kromrey, Coraggio and Skowronek (2006).
_NEGLIGIBLE, _SMALL, _MEDIUM = Fraction(147, 1000), Fraction(33, 100), Fraction(474, 1000)
Z95 = 1.959963984540054  # the 97.5 % point of the normal distribution


def median(values: Sequence[int | Fraction]) -> Fraction:
    """The middle value, or the mean of the two in the middle; raises ValueError for none."""
    if not values:
        raise ValueError("no values")
    counts = Counter(values)
    below, half = 0, (len(values) - 1) // 2
    middle: list[int | Fraction] = []
    for value in sorted(counts):
        below += counts[value]
        if below > half:
            middle.append(value)
        if below > len(values) // 2:
            break
    return Fraction(middle[0] + middle[-1]) / 2


def mean(values: Sequence[int | Fraction]) -> Fraction:
    """The arithmetic mean; raises ValueError for none."""
    if not values:
        raise ValueError("no values")
    # Answers repeat: fractions are slow, and so each value is taken once with its number.
    return sum((Fraction(value) * n for value, n in Counter(values).items()), Fraction(0)) / len(values)


def variance(values: Sequence[int | Fraction]) -> Fraction:
    """The sample variance (divided by n − 1); raises ValueError for fewer than two."""
    if len(values) < 2:
        raise ValueError("a variance needs two values")
    centre = mean(values)
    squares = sum(((value - centre) ** 2 * n for value, n in Counter(values).items()), Fraction(0))
    return squares / (len(values) - 1)


def wilson_interval(hits: int, n: int) -> tuple[float, float] | None:
    """The 95 % interval of a proportion after Wilson (1927); none for n = 0."""
    if n == 0:
        return None
    share, square = hits / n, Z95 * Z95
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = Z95 / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return (max(0.0, centre - half), min(1.0, centre + half))


@dataclass(frozen=True, slots=True)
class Change:
    """Before and after: how many of the paired went up, stayed, went down, and the effect from −1 to 1 with its word.

    `paired` is 0 where two groups are set side by side; `before_n` and `after_n` count everybody in each measurement, so that
    it can be said how many pairs were found among them. The word is one of `none`, `negligible`, `small`, `medium`, `large`.
    """

    paired: int
    up: int
    same: int
    down: int
    effect: Fraction
    word: str
    before_n: int
    after_n: int


def change(before: Mapping[str, int | Fraction], after: Mapping[str, int | Fraction]) -> Change:
    """Change between two measurements by respondent.

    Those in both are compared with themselves and the others left out: the effect is (up − down) / pairs, the within-pairs
    delta of Cliff, "Dominance statistics", Psychological Bulletin 114, 1993. Where nobody is in both, the groups stand side by
    side and the effect is his delta between groups.
    """
    pairs = [(before[key], after[key]) for key in sorted(before.keys() & after.keys())]
    if pairs:
        up = sum(new > old for old, new in pairs)
        down = sum(new < old for old, new in pairs)
        effect = Fraction(up - down, len(pairs))
        word = effect_word(effect)
        return Change(len(pairs), up, len(pairs) - up - down, down, effect, word, len(before), len(after))
    effect = cliffs_delta(list(before.values()), list(after.values()))
    word = effect_word(effect) if before and after else "none"
    return Change(0, 0, 0, 0, effect, word, len(before), len(after))


def cliffs_delta(before: Sequence[int | Fraction], after: Sequence[int | Fraction]) -> Fraction:
    """How much more often a value of `after` exceeds one of `before` than the reverse.

    From −1 to 1, and 0 for an empty group (Cliff 1993).
    """
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
    """Counts for publication beside their total: those from 1 to under `least` hidden (None), with what would give them back.

    Zeros are shown. As long as one count alone is hidden, or the hidden ones could be worked out from their sum, the next
    smallest is hidden with all its equals, so that no order of the options tells which it was, and the zeros last (complementary
    suppression: Hundepool and others, "Statistical Disclosure Control", 2012). Where every count comes out hidden, the total
    must be hidden too.
    """
    hidden = {key for key, count in counts.items() if 0 < count < least}
    for level in (*sorted({count for count in counts.values() if count >= least}), 0):
        if not hidden or not _can_be_worked_out([counts[key] for key in hidden], least):
            break
        hidden |= {key for key, count in counts.items() if count == level}
    return {key: None if key in hidden else count for key, count in counts.items()}


def groups_to_show(sizes: Mapping[str, int], *, least: int = 10) -> frozenset[str]:
    """The groups by which a result may be broken down: those of `least` people or more.

    Those held back must themselves be none or `least` people together, or the total would give them back; where they are
    fewer, the smallest group that would be shown is held back too.
    """
    shown = sorted((key for key, size in sizes.items() if size >= least), key=lambda key: (sizes[key], key))
    rest = sum(sizes.values()) - sum(sizes[key] for key in shown)
    if 0 < rest < least:
        shown = shown[1:]
    return frozenset(shown)


def _can_be_worked_out(hidden: Sequence[int], least: int) -> bool:
    """Whether the sum of hidden counts, which the total tells, may give one of them away.

    It does for a single one, for sums that are small, and at either end of what hidden counts can be: all of them one, or all
    just under `least`.
    """
    return len(hidden) < 2 or sum(hidden) < least or sum(hidden) in (len(hidden), len(hidden) * (least - 1))
