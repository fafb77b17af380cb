"""What a participant will see: the very step of the booth, drawn small."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from workshop.language import load_language
from workshop.services.evaluation.instrument_shape import Item
from workshop.ui.desk import Desk
from workshop.ui.shared_screen.evaluation.item_step import ItemStep
from workshop.ui.shared_screen.evaluation.progress import Progress
from workshop.ui.shared_screen.look import BASE_HEIGHT, BASE_WIDTH, Look, style_sheet

WAIT = 150  # milliseconds after the last letter
_BAR = 76  # pixels of the booth that are left out: its own wishes at the top


class BoothPreview(QLabel):
    """A picture of the question as it is typed; drawn when the letters pause."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._code = desk.language.code
        self._shown: tuple[Item, int, int] | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(desk.type.px(260), desk.type.px(130))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(WAIT)
        self._pause.timeout.connect(self.draw)

    def show_item(self, item: Item, number: int, count: int) -> None:
        """Show a question, the `number`-th of `count`."""
        shown = item, number, count
        if self._shown is None or shown != self._shown or list(item.labels) != list(self._shown[0].labels):
            self._shown = shown
            self._pause.start()

    def set_language(self, code: str) -> None:
        """Show it as somebody reads it who chose this language."""
        self._code = code
        self.draw()

    def draw(self) -> None:
        """Draw it now."""
        self._pause.stop()
        if self._shown is None or self.width() < 40:
            return
        item, number, count = self._shown
        size = QSize(BASE_WIDTH, BASE_HEIGHT - _BAR).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self.setPixmap(self._picture(item, number, count, size))
        language = load_language(self._code)
        text = language.pick(item.record().text) or language.say("The question has no words yet.")
        self.setAccessibleName(f"{self._desk.language.say('What participants see')}: {text}")

    def _picture(self, item: Item, number: int, count: int, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        zoom = size.width() * ratio / BASE_WIDTH
        look = Look(load_language(self._code), self._desk.theme, zoom, bright=True)
        scene = QWidget()
        scene.setObjectName("scene")
        scene.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(scene)
        column.setContentsMargins(look.px(56), look.px(28), look.px(56), look.px(30))
        progress = Progress(look, number, number, max(count, number))
        record = item.record()
        column.addWidget(
            ItemStep(
                look, record, None, progress, faces=not item.negative, give=lambda _value: None, back=_nothing,
                onward=_nothing,
            )
        )  # fmt: skip
        scene.setStyleSheet(style_sheet(look))
        scene.resize(round(size.width() * ratio), round(size.height() * ratio))
        picture = scene.grab()
        scene.deleteLater()
        picture.setDevicePixelRatio(ratio)
        return picture

    def resizeEvent(self, event: object) -> None:
        """Another size, another picture."""
        super().resizeEvent(event)
        self._pause.start()


def _nothing() -> None:
    pass
