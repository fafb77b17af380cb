"""Boxes on a photo, in thousandths of its width and height: drawn, moved, sized; the arithmetic without a window."""

from dataclasses import dataclass, replace

WHOLE = 1000
LEAST = 20  # thousandths: a box that is narrower was a slip of the hand
FIRST = 200  # thousandths: the side of a box that is begun with the keyboard
STEP, FINE = 20, 4  # thousandths by which an arrow key moves or sizes


@dataclass(frozen=True, slots=True)
class Box:
    """A box; `key` stays the same however it is moved."""

    left: int
    top: int
    right: int
    bottom: int
    key: int = 0

    @property
    def is_slip(self) -> bool:
        """Whether it is too small to be meant."""
        return self.right - self.left < LEAST or self.bottom - self.top < LEAST

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.right - self.left, self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def moved(self, across: int, down: int) -> "Box":
        """Moved, but not over the edge of the photo."""
        across = max(-self.left, min(across, WHOLE - self.right))
        down = max(-self.top, min(down, WHOLE - self.bottom))
        return replace(
            self, left=self.left + across, right=self.right + across, top=self.top + down, bottom=self.bottom + down
        )

    def sized(self, across: int, down: int) -> "Box":
        """Larger or smaller at the right and at the foot."""
        return replace(
            self,
            right=min(max(self.right + across, self.left + LEAST), WHOLE),
            bottom=min(max(self.bottom + down, self.top + LEAST), WHOLE),
        )


def drawn(one: tuple[float, float], other: tuple[float, float]) -> Box:
    """The box between two corners."""
    (left, right), (top, bottom) = (sorted(pair) for pair in zip(one, other, strict=True))
    return Box(_within(left), _within(top), _within(right), _within(bottom))


def begun(boxes: list[Box], like: Box | None) -> Box:
    """A new box for the keyboard: as large as the last one and beside it, else in the middle of the photo."""
    if like is None:
        corner = (WHOLE - FIRST) // 2
        return Box(corner, corner, corner + FIRST, corner + FIRST)
    wide, high = like.size
    gap = 12
    beside = Box(like.right + gap, like.top, like.right + gap + wide, like.bottom)
    if beside.right > WHOLE:  # the next row
        first = min((box.left for box in boxes), default=0)
        beside = Box(first, like.bottom + gap, first + wide, like.bottom + gap + high)
    if beside.bottom > WHOLE:
        return replace(like, key=0).moved(gap, gap)
    return beside


def _within(place: float) -> int:
    return max(0, min(WHOLE, round(place)))
