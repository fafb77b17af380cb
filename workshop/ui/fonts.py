"""The fonts that ship with the application; nothing depends on what a machine has installed."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from workshop.resources import resource_path

FAMILY = "Pretendard"
FALLBACKS = ("Noto Sans KR", "Noto Emoji")  # for Hanja and old Hangul, and for emoji, which the family lacks
_FILES = (
    "Pretendard-Regular.ttf", "Pretendard-SemiBold.ttf", "Pretendard-Bold.ttf", "NotoSansKR-Regular.ttf",
    "NotoEmoji-Regular.ttf",
)  # fmt: skip


@cache
def load_fonts() -> None:
    """Make the fonts known to Qt, once; needs an application."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource_path(f"fonts/{name}")))
    QFont.insertSubstitutions(FAMILY, list(FALLBACKS))


def make_font(pixels: int, weight: QFont.Weight | int = QFont.Weight.Normal) -> QFont:
    """The typeface in a size in pixels, with figures of equal width."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
