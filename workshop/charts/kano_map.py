"""Features by how much they can please and how much their lack displeases (Berger and others, 1993)."""

from collections.abc import Mapping
from dataclasses import dataclass

_NEAR = 0.06  # of the side: points nearer than that share one mark


@dataclass(frozen=True, slots=True)
class KanoPoint:
    """A feature by its number: `better` and `worse` from 0 to 1, the latter without its sign."""

    number: int
    name: str
    better: float
    worse: float


@dataclass(frozen=True, slots=True)
class KanoSpot:
    """A place in the unit square, across and up, and the numbers of the features that are there."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class KanoMap:
    """Features in a square of four fields; `fields` are the names of the categories A, O, I and M, `axes` of both directions."""

    points: tuple[KanoPoint, ...]
    fields: Mapping[str, str]
    axes: tuple[str, str]

    @property
    def corners(self) -> tuple[tuple[float, float, str], ...]:
        """The middle of each field, across and up, with its name."""
        return tuple((x, y, self.fields[key]) for key, x, y in (("A", 0, 1), ("O", 1, 1), ("I", 0, 0), ("M", 1, 0)))

    @property
    def spots(self) -> list[KanoSpot]:
        """The features in their places; those that would cover each other share one."""
        groups: list[list[KanoPoint]] = []
        for point in self.points:
            near = next((group for group in groups if _distance(group[0], point) < _NEAR), None)
            if near is None:
                groups.append([point])
            else:
                near.append(point)
        return [
            KanoSpot(group[0].worse, group[0].better, ", ".join(str(point.number) for point in group))
            for group in groups
        ]

    @property
    def told(self) -> str:
        """All features in words."""
        across, up = self.axes
        return "; ".join(
            f"{point.number} {point.name}: {up} {point.better:.2f}, {across} {point.worse:.2f}" for point in self.points
        )


def _distance(one: KanoPoint, other: KanoPoint) -> float:
    return max(abs(one.better - other.better), abs(one.worse - other.worse))
