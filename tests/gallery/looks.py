"""In what look a view is drawn: language, theme, size of text, size of window."""

from dataclasses import dataclass, replace
from itertools import product

LANGUAGES = ("ko", "en", "stretched")
THEMES = ("light", "dark", "high-contrast")
SCALES = (100, 150, 200)
SIZES = ((1366, 768), (1920, 1080), (2560, 1440))


@dataclass(frozen=True, slots=True)
class Look:
    """One look; `size` is in device-independent pixels, `scale` in percent."""

    language: str = "ko"
    theme: str = "light"
    scale: int = 100
    size: tuple[int, int] = SIZES[0]

    def __str__(self) -> str:
        return f"{self.language}-{self.theme}-{self.size[0]}x{self.size[1]}-{self.scale}"

    def with_(self, **values: object) -> "Look":
        """The same look with some of it changed."""
        return replace(self, **values)  # pyright: ignore[reportArgumentType]


def build_looks(*, scales: tuple[int, ...] = SCALES) -> list[Look]:
    """The looks for which a window has to be built anew; all sizes of window can then be tried on it.

    Every language meets every size of text, and each of them every theme.
    """
    pairs = product(range(len(LANGUAGES)), range(len(scales)))
    return [Look(LANGUAGES[row], THEMES[(row + column) % 3], scales[column]) for row, column in pairs]
