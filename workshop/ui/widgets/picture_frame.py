"""How much of a picture is seen: the arithmetic of fitting, zooming and moving it; tested without a window."""

from dataclasses import dataclass, replace

WHOLE = 10_000  # places on a map are in ten-thousandths of its width and height
MOST = 8.0  # times the size at which the whole map is seen
STEP = 1.25


@dataclass(frozen=True, slots=True)
class PictureFrame:
    """A picture of `width` × `height` in a room of `across` × `down` pixels.

    `zoom` 1 shows the whole picture; `x` and `y`, in ten-thousandths, are what lies in the middle of the room.
    """

    width: int = 1
    height: int = 1
    across: int = 1
    down: int = 1
    zoom: float = 1.0
    x: float = WHOLE / 2
    y: float = WHOLE / 2

    @property
    def scale(self) -> float:
        """Pixels of the room for a pixel of the picture."""
        return min(self.across / self.width, self.down / self.height) * self.zoom

    @property
    def size(self) -> tuple[float, float]:
        """The size of the whole picture in pixels of the room."""
        return self.width * self.scale, self.height * self.scale

    @property
    def origin(self) -> tuple[float, float]:
        """Where in the room the left upper corner of the picture is."""
        wide, high = self.size
        return self.across / 2 - self.x / WHOLE * wide, self.down / 2 - self.y / WHOLE * high

    def to_room(self, x: float, y: float) -> tuple[float, float]:
        """Where in the room a place of the map is."""
        (left, top), (wide, high) = self.origin, self.size
        return left + x / WHOLE * wide, top + y / WHOLE * high

    def to_map(self, across: float, down: float) -> tuple[int, int]:
        """The place of the map at a point of the room; beyond the edge it is at the edge."""
        (left, top), (wide, high) = self.origin, self.size
        return _within((across - left) / wide), _within((down - top) / high)

    def holds(self, across: float, down: float) -> bool:
        """Whether a point of the room is on the picture."""
        (left, top), (wide, high) = self.origin, self.size
        return left <= across <= left + wide and top <= down <= top + high

    def in_room(self, across: int, down: int) -> "PictureFrame":
        """The same part of the map in a room of another size."""
        return replace(self, across=max(1, across), down=max(1, down))._kept()

    def with_picture(self, width: int, height: int) -> "PictureFrame":
        """The whole of another picture."""
        return PictureFrame(max(1, width), max(1, height), self.across, self.down)

    def fitted(self) -> "PictureFrame":
        """The whole of the picture."""
        return replace(self, zoom=1.0)._kept()

    def zoomed(self, factor: float, at: tuple[float, float] | None = None) -> "PictureFrame":
        """Nearer or further; the point of the room that is pointed at, else the middle, stays where it is."""
        across, down = at or (self.across / 2, self.down / 2)
        (left, top), (wide, high) = self.origin, self.size
        x, y = (across - left) / wide, (down - top) / high
        nearer = replace(self, zoom=min(max(self.zoom * factor, 1.0), MOST))
        wide, high = nearer.size
        middle = x + (self.across / 2 - across) / wide, y + (self.down / 2 - down) / high
        return replace(nearer, x=middle[0] * WHOLE, y=middle[1] * WHOLE)._kept()

    def moved(self, across: float, down: float) -> "PictureFrame":
        """The picture moved by so many pixels of the room."""
        wide, high = self.size
        return replace(self, x=self.x - across / wide * WHOLE, y=self.y - down / high * WHOLE)._kept()

    def showing(self, x: float, y: float, margin: float = 24) -> "PictureFrame":
        """Moved no more than it takes to show a place with some pixels around it."""
        across, down = self.to_room(x, y)
        return self.moved(_back(across, self.across, margin), _back(down, self.down, margin))

    def _kept(self) -> "PictureFrame":
        """No further than the edges of the picture; what is smaller than the room is in its middle."""
        wide, high = self.size
        return replace(self, x=_middle(self.x, wide, self.across), y=_middle(self.y, high, self.down))


def _within(share: float) -> int:
    return min(max(round(share * WHOLE), 0), WHOLE)


def _middle(place: float, size: float, room: float) -> float:
    if size <= room:
        return WHOLE / 2
    half = room / size / 2 * WHOLE
    return min(max(place, half), WHOLE - half)


def _back(place: float, room: float, margin: float) -> float:
    margin = min(margin, room / 2)
    return max(0.0, margin - place) - max(0.0, place - (room - margin))
