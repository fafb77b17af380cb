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


def all_looks(*, is_screen: bool) -> list[Look]:
    """The looks for which a window has to be built anew; all sizes of window can then be tried on it.

    Every language meets every size of text, and each of them every theme. The shared screen has no size of text of its own:
    a participant chooses it there.
    """
    if is_screen:
        return [Look(language, theme) for language, theme in zip(LANGUAGES, THEMES, strict=True)]
    pairs = product(range(3), range(3))
    return [Look(LANGUAGES[row], THEMES[(row + column) % 3], SCALES[column]) for row, column in pairs]


def some_looks(number: int, *, is_screen: bool, is_wish: bool = False) -> list[Look]:
    """Of all looks those in which view `number` is looked at each day: every language, size of text and theme.

    The longest language always has the largest text, which is the hardest; the other two languages and sizes and all themes
    change places from view to view. What a participant wished at the shared screen is seen there in the longest language: the
    same state without the wish is seen in all of them.
    """
    if is_screen:
        return all_looks(is_screen=True)[-1:] if is_wish else all_looks(is_screen=True)
    themes = [THEMES[(number + turn) % 3] for turn in range(3)]
    smaller = SCALES[:2] if number % 2 else SCALES[1::-1]
    hardest = Look(LANGUAGES[-1], themes[-1], SCALES[-1])
    return [*(Look(LANGUAGES[turn], themes[turn], smaller[turn]) for turn in range(2)), hardest]
