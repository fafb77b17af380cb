"""Values on one scale, with its grades as bands and something to hold them against, such as an average."""

from collections.abc import Sequence
from dataclasses import dataclass

# Where each letter of the curved grading scale begins: Sauro and Lewis, Quantifying the User Experience, 2016.
_SUS_LETTERS = (("F", 0.0), ("D", 51.7), ("C", 62.7), ("B", 72.6), ("A", 78.9))


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the scale that has a name: from `low` up to, not including, `high`."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A band in its place: its left edge and its width, both 0 to 1, and whether the last value is in it."""

    band: Band
    left: float
    width: float
    holds: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Values in the order in which they were read, the last one being what counts now; `target` is told by its text."""

    values: tuple[float, ...]
    low: float
    high: float
    bands: tuple[Band, ...] = ()
    target: float | None = None
    target_text: str = ""

    @property
    def stretches(self) -> list[Stretch]:
        """The bands from left to right, as far as they lie on the scale."""
        found: list[Stretch] = []
        for band in self.bands:
            left, right = self.place_of(band.low), self.place_of(band.high)
            if right > left:
                found.append(Stretch(band, left, right - left, band is self.band))
        return found

    @property
    def band(self) -> Band | None:
        """The band of the last value; the highest one holds its own end."""
        if not self.values:
            return None
        last = self.values[-1]
        return next((band for band in reversed(self.bands) if band.low <= last <= band.high), None)

    @property
    def told(self) -> str:
        """The values in words, what they are held against, and the ends of the scale."""
        values = " → ".join(f"{value:g}" for value in self.values)
        return "; ".join(part for part in (values, self.target_text, "–".join(self.ends)) if part)

    @property
    def ends(self) -> tuple[str, str]:
        """The ends of the scale as they are written below it."""
        low, high = (f"{end:g}".replace("-", "−") for end in (self.low, self.high))
        return low, f"+{high}" if self.low < 0 else high

    def place_of(self, value: float) -> float:
        """Where a value stands, 0 to 1; what lies outside the scale stands at its end."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return min(max(share, 0.0), 1.0)


def sus_scale(scores: Sequence[float], average: float, average_text: str) -> Scale:
    """Scores of the System Usability Scale, from 0 to 100, with the letters they are graded by."""
    ends = (*(low for _, low in _SUS_LETTERS[1:]), 100.0)
    bands = tuple(Band(name, low, high) for (name, low), high in zip(_SUS_LETTERS, ends, strict=True))
    return Scale(tuple(scores), 0, 100, bands, average, average_text)


def ueq_scale(values: Sequence[float], names: tuple[str, str, str]) -> Scale:
    """Means of the UEQ-S from −3 to 3; `names` say bad, neither and good, apart at −0.8 and 0.8 (UEQ Handbook, 2023)."""
    ends = (-3.0, -0.8, 0.8, 3.0)
    bands = tuple(Band(name, low, high) for name, low, high in zip(names, ends, ends[1:], strict=False))
    return Scale(tuple(values), -3, 3, bands)


def nps_scale(values: Sequence[float]) -> Scale:
    """Net promoter scores from −100 to 100, held against the middle, where promoters and detractors are as many."""
    return Scale(tuple(values), -100, 100, target=0, target_text="0")
