"""One reusable widget to look at, in the states in which it is met."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tests.gallery.looks import Look
from tests.gallery.stretched import stretched_language
from workshop.language import load_language
from workshop.settings import Settings
from workshop.ui import motion
from workshop.ui import theme as themes
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.reading_order import ReadingOrder

WIDTH = 960  # pixels: as much as a page of the console has beside the navigation


@dataclass(frozen=True, slots=True)
class Specimen:
    """A widget by its name; `make` puts it on a sheet, each state below the other."""

    name: str
    make: Callable[[Desk], QWidget]


class Sheet(ReadingOrder, QWidget):
    """States below each other, each with a quiet line above that says which it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(8)

    def add(self, state: str, widget: QWidget, *, left: bool = False, widest: int = 0) -> QWidget:
        """Show a state; with `left` the widget is as wide as it wishes, with `widest` at most so many pixels wide."""
        self.column.addWidget(MutedLabel(state))
        row = QHBoxLayout()
        row.addWidget(widget, 0 if left else 100)
        if left or widest:
            row.addStretch(1)
        if widest:
            widget.setMaximumWidth(widest)
        self.column.addLayout(row)
        self.column.addSpacing(12)
        return widget


def words(desk: Desk, korean: str, english: str) -> str:
    """What is written on a specimen; the stretched language stretches the English."""
    return korean if desk.language.code == "ko" else desk.language.say(english)


@contextmanager
def desk_in(look: Look) -> Iterator[Desk]:
    """A desk without a library, in a look; nothing moves while it lasts."""
    application = cast("QApplication", QApplication.instance())
    theme = themes.load_theme(look.theme)
    calm = motion.is_calm()
    motion.set_calm(True)
    themes.apply(application, theme, look.scale)
    code = "en" if look.language == "stretched" else look.language
    language = stretched_language() if look.language == "stretched" else load_language(code)
    settings = Settings(language=code, theme=look.theme, text_scale=look.scale)
    tasks = Tasks()
    try:
        yield Desk(language, theme, Icons(theme), tasks, cast("object", None), settings)  # pyright: ignore[reportArgumentType]
    finally:
        tasks.shut_down()
        motion.set_calm(calm)


@contextmanager
def shown(specimen: Specimen, look: Look) -> Iterator[QWidget]:
    """A specimen as it is seen: as wide as a page, as high as it needs."""
    with desk_in(look) as desk:
        widget = specimen.make(desk)
        widget.resize(WIDTH, 400)
        widget.show()
        for _ in range(3):  # what wraps, and what is as high as its rows, settles in turns
            QApplication.processEvents()
            high = widget.heightForWidth(WIDTH) if widget.hasHeightForWidth() else widget.sizeHint().height()
            widget.resize(WIDTH, high)
        QApplication.processEvents()
        try:
            yield widget
        finally:
            widget.close()
            widget.deleteLater()
            QApplication.processEvents()


def draw(specimen: Specimen, look: Look, out: Path) -> Path:
    """A specimen in a look, as a PNG in the folder `widget`."""
    file = out / "widget" / f"{specimen.name}-{look.language}-{look.theme}-{look.scale}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    with shown(specimen, look) as widget:
        widget.grab().save(str(file))
    return file
