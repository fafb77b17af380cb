"""Bars: ordered, the leading ones marked, equal values equally long."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """What it stands for, how much (0 or more), how that is told (the number itself by default), whether it leads."""

    label: str
    value: float
    text: str = ""
    first: bool = False

    @property
    def told(self) -> str:
        """The value in words."""
        return self.text or f"{self.value:,.12g}"


def lengths(bars: Sequence[Bar], *, most: float = 0) -> list[float]:
    """The length of each bar, 0 to 1, measured against `most`, by default the highest value."""
    whole = max([most, *(bar.value for bar in bars)], default=0)
    return [bar.value / whole if whole else 0.0 for bar in bars]


def told_bars(bars: Sequence[Bar]) -> str:
    """All bars in words, for those who hear a chart."""
    return "; ".join(f"{bar.label}: {bar.told}" for bar in bars)
