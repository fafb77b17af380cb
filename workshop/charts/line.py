"""A value over the phases of a project: what was read at each, and what is aimed at."""

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
class Line:
    """Readings in their order on a scale from `low` to `high`; `target` is drawn across, told by `target_text`."""

    readings: tuple[Reading, ...]
    low: float
    high: float
    target: float | None = None
    target_text: str = ""

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
    def told(self) -> str:
        """All readings in words."""
        parts = [f"{reading.label}: {reading.told}" for reading in self.readings]
        return "; ".join([*parts, self.target_text] if self.target_text else parts)

    def is_below_target(self, point: Point) -> bool:
        """Whether the figure of a point would lie on the line of the target if it stood above the point."""
        return self.target is not None and 0 < self.height_of(self.target) - point.y < 0.25

    def height_of(self, value: float) -> float:
        """Where a value stands, 0 to 1; what lies outside the scale stands at its end."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return min(max(share, 0.0), 1.0)
