"""A value over the phases of a project: what was read at each, and what is aimed at."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A value at one point, and how it is told; no value leaves a gap. `note` stands below the label."""

    label: str
    value: float | None
    text: str = ""
    note: str = ""

    @property
    def told(self) -> str:
        """The value in words."""
        return self.text or (f"{self.value:g}" if self.value is not None else "–")


@dataclass(frozen=True, slots=True)
class Point:
    """A reading in its place: across and up, both 0 to 1."""

    reading: Reading
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Level:
    """A value that is drawn across, with its words: at the right or the left end, below or above the line."""

    value: float
    words: str
    right: bool
    below: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Readings in their order on a scale from `low` to `high`.

    What is aimed at (`target`) and where it began (`baseline`) are drawn across, told by their texts.
    """

    readings: tuple[Reading, ...]
    low: float
    high: float
    target: float | None = None
    target_text: str = ""
    baseline: float | None = None
    baseline_text: str = ""

    @property
    def places(self) -> list[float]:
        """Where the labels stand, 0 to 1: each in the middle of an equal share of the room."""
        return [(place + 0.5) / len(self.readings) for place in range(len(self.readings))]

    @property
    def runs(self) -> list[list[Point]]:
        """The points that are joined by a line; a reading without a value ends one run and begins another."""
        runs: list[list[Point]] = [[]]
        for reading, x in zip(self.readings, self.places, strict=True):
            if reading.value is None:
                runs.append([])
            else:
                runs[-1].append(Point(reading, x, self.height_of(reading.value)))
        return [run for run in runs if run]

    @property
    def levels(self) -> list[Level]:
        """The lines across: the target's words at the left, the baseline's at the right, each away from the curve there."""
        known = [reading.value for reading in self.readings if reading.value is not None]
        levels: list[Level] = []
        if self.target is not None:
            levels.append(Level(self.target, self.target_text, False, bool(known) and known[0] > self.target))
        if self.baseline is not None:
            levels.append(Level(self.baseline, self.baseline_text, True, bool(known) and known[-1] > self.baseline))
        return levels

    @property
    def told(self) -> str:
        """All readings in words."""
        parts = [f"{reading.label}: {reading.told}" for reading in self.readings]
        return "; ".join([*parts, *(text for text in (self.baseline_text, self.target_text) if text)])

    def is_below_level(self, point: Point) -> bool:
        """Whether the figure of a point would lie on the line of the target or the baseline if it stood above the point."""
        return any(0 < self.height_of(level.value) - point.y < 0.25 for level in self.levels)

    def height_of(self, value: float) -> float:
        """Where a value stands, 0 to 1; what lies outside the scale stands at its end."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return min(max(share, 0.0), 1.0)


def line_around(
    readings: Sequence[Reading], *, target: tuple[float, str] | None = None, baseline: tuple[float, str] | None = None
) -> Line:
    """A line on a scale that holds readings, target and baseline, with room for figures above and below."""
    known = [reading.value for reading in readings if reading.value is not None]
    known += [level[0] for level in (target, baseline) if level is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = (high - low) / 4 or 1.0  # above; a figure that stands below its point needs more
    (goal, goal_text), (start, start_text) = target or (None, ""), baseline or (None, "")
    return Line(tuple(readings), low - 2 * room, high + room, goal, goal_text, start, start_text)
