"""Numbers on a line, one dot for each, equal ones above each other (Wilkinson, Dot Plots, The American Statistician 1999)."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Dot:
    """The middle of a dot across, 0 to 1, and how many lie below it."""

    x: float
    level: int


@dataclass(frozen=True, slots=True)
class DotStrip:
    """Numbers with the ends of the line they lie on; without numbers there is nothing to draw."""

    values: tuple[float, ...]
    low: float
    high: float

    @property
    def middle(self) -> float | None:
        """The median."""
        return median(self.values) if self.values else None

    def place_of(self, value: float) -> float:
        """Where a value stands, 0 to 1."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return min(max(share, 0.0), 1.0)

    def dots(self, columns: int) -> list[Dot]:
        """One dot for each value; values that fall into the same of so many columns lie above each other."""
        levels: dict[int, int] = {}
        placed: list[Dot] = []
        for value in sorted(self.values):
            column = round(self.place_of(value) * (columns - 1)) if columns > 1 else 0
            placed.append(Dot(column / (columns - 1) if columns > 1 else 0.5, levels.get(column, 0)))
            levels[column] = levels.get(column, 0) + 1
        return placed

    @property
    def told(self) -> str:
        """All numbers in words, in their order."""
        return ", ".join(f"{value:g}" for value in sorted(self.values))
