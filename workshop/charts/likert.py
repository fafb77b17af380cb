"""How the answers to one scale item are spread: stacked from the left, or leaning to one side of a middle.

The leaning form is the diverging stacked bar of Heiberger and Robbins, Design of Diverging Stacked Bar Charts for Likert Scales,
Journal of Statistical Software 57 (2014): the neutral answer lies across the middle.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

SHADES = 5  # colours there are for the steps of a scale
_LEAST_ROOM = 0.1  # beside the middle, so that it is seen where all answers lie on the other side


@dataclass(frozen=True, slots=True)
class Segment:
    """The piece of one step (counted from 0): its left edge and its width in parts of the whole room."""

    step: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Likert:
    """Counts from the lowest step to the highest, the words of the steps, and how many gave no answer.

    `room` is there on the lower and the upper side of the middle of a leaning bar, each as a share of all answers.
    """

    counts: tuple[int, ...]
    steps: tuple[str, ...] = ()
    missing: int = 0
    diverging: bool = True
    room: tuple[float, float] = (1.0, 1.0)

    @property
    def n(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def segments(self) -> list[Segment]:
        """The pieces with somebody in them, from left to right.

        Bars below each other that have the same room have the same middle.
        """
        if not self.n:
            return []
        left, unit = 0.0, 1 / self.n
        if self.diverging:
            unit /= sum(self.room)
            left = self.middle - self.below_middle * unit
        pieces: list[Segment] = []
        for step, count in enumerate(self.counts):
            if count:
                pieces.append(Segment(step, left, count * unit))
            left += count * unit
        return pieces

    @property
    def middle(self) -> float:
        """Where the middle of a leaning bar stands, 0 to 1."""
        return self.room[0] / sum(self.room)

    @property
    def told(self) -> str:
        """The counts in words."""
        names = self.steps or tuple(str(step) for step in range(1, len(self.counts) + 1))
        return ", ".join(f"{name}: {count:,}" for name, count in zip(names, self.counts, strict=True))

    @property
    def below_middle(self) -> float:
        middle, odd = divmod(len(self.counts), 2)
        return sum(self.counts[:middle]) + (self.counts[middle] / 2 if odd else 0)


def sharing_room(bars: Sequence[Likert]) -> list[Likert]:
    """Leaning bars that stand below each other, with no more room than the longest on either side needs."""
    reaches = [(bar.below_middle / bar.n, 1 - bar.below_middle / bar.n) for bar in bars if bar.n]
    if not reaches:
        return list(bars)
    room = (max(_LEAST_ROOM, *(below for below, _ in reaches)), max(_LEAST_ROOM, *(above for _, above in reaches)))
    return [replace(bar, room=room) for bar in bars]


def shade(step: int, steps: int) -> int:
    """Which of the five shades a step (counted from 0) of a scale with so many steps has, 1 to 5."""
    return 1 + round(step * (SHADES - 1) / max(steps - 1, 1))


def shades(steps: Sequence[object]) -> list[int]:
    """The shade of each step of a scale."""
    return [shade(step, len(steps)) for step in range(len(steps))]
