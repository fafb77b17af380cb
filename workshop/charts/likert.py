"""How the answers to one scale item are spread: stacked from the left, or leaning to one side of a middle.

The leaning form is the diverging stacked bar of Heiberger and Robbins, Design of Diverging Stacked Bar Charts for Likert Scales,
Journal of Statistical Software 57 (2014): the neutral answer lies across the middle.
"""

from collections.abc import Sequence
from dataclasses import dataclass

SHADES = 5  # colours there are for the steps of a scale


@dataclass(frozen=True, slots=True)
class Segment:
    """The piece of one step (counted from 0): its left edge and its width in parts of the whole room."""

    step: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Likert:
    """Counts from the lowest step to the highest, the words of the steps, and how many gave no answer."""

    counts: tuple[int, ...]
    steps: tuple[str, ...] = ()
    missing: int = 0
    diverging: bool = True

    @property
    def n(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def segments(self) -> list[Segment]:
        """The pieces with somebody in them, from left to right.

        A leaning bar has half of the room on each side of the middle; bars below each other keep the same middle.
        """
        if not self.n:
            return []
        left, unit = 0.0, 1 / self.n
        if self.diverging:
            left, unit = 0.5 - self._below_middle / self.n / 2, 0.5 / self.n
        pieces: list[Segment] = []
        for step, count in enumerate(self.counts):
            if count:
                pieces.append(Segment(step, left, count * unit))
            left += count * unit
        return pieces

    @property
    def told(self) -> str:
        """The counts in words."""
        names = self.steps or tuple(str(step) for step in range(1, len(self.counts) + 1))
        return ", ".join(f"{name}: {count:,}" for name, count in zip(names, self.counts, strict=True))

    @property
    def _below_middle(self) -> float:
        middle, odd = divmod(len(self.counts), 2)
        return sum(self.counts[:middle]) + (self.counts[middle] / 2 if odd else 0)


def shade(step: int, steps: int) -> int:
    """Which of the five shades a step (counted from 0) of a scale with so many steps has, 1 to 5."""
    return 1 + round(step * (SHADES - 1) / max(steps - 1, 1))


def shades(steps: Sequence[object]) -> list[int]:
    """The shade of each step of a scale."""
    return [shade(step, len(steps)) for step in range(len(steps))]
