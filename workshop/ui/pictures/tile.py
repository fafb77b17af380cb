"""A photo as a tile: small, cut to the shape of the tile, opened by a click or Enter."""

from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.records.pictures import PictureRecord
from workshop.ui.desk import Desk
from workshop.ui.pictures.shelf import shelf_of
from workshop.ui.widgets.card import Tile
from workshop.ui.widgets.elided_label import ElidedLabel

_ROUND = 8  # pixels of the corners


class PhotoFace(QWidget):
    """Fills its surface with a photo."""

    def __init__(self, desk: Desk, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._picture: PictureRecord | None = None
        self._shelf = shelf_of(desk)
        self._shelf.arrived.connect(self._arrived)
        self.setFixedHeight(size.height())
        self.setMinimumWidth(size.width())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.is_chosen = False

    def show_picture(self, picture: PictureRecord) -> None:
        """Show another one."""
        if picture != self._picture:
            self._picture = picture
            self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as chosen."""
        if chosen != self.is_chosen:
            self.is_chosen = chosen
            self.update()

    def _arrived(self, content: str) -> None:
        if self._picture is not None and self._picture.content == content:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo in rounded corners; before it has come, and where it cannot be found, a quiet surface."""
        theme, picture = self._desk.theme, self._picture
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _ROUND, _ROUND)
        painter.fillPath(shape, theme.color("track"))
        if picture is not None:
            ratio = self.devicePixelRatioF()
            cover = max(self.width() / picture.width, self.height() / picture.height)
            wanted = min(480, round(cover * max(picture.width, picture.height) * ratio) + 1)
            found = self._shelf.pixmap(picture.content, wanted)
            if found is not None and found.isNull():
                self._paint_missing(painter)
            elif found is not None:
                painter.setClipPath(shape)
                painter.drawPixmap(QRectF(self.rect()), found, _middle_of(found.size(), self.size()))
                painter.setClipping(False)
        width, role = (3.0, "accent") if self.is_chosen else (1.0, "line")
        painter.setPen(QPen(theme.color(role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)
        if self.is_chosen:
            self._paint_tick(painter)
        painter.end()

    def _paint_tick(self, painter: QPainter) -> None:
        """What is chosen is not told by the colour of its frame alone."""
        side = self._desk.type.px(24)
        badge = QRectF(self.width() - side - 7, 7, side, side)
        painter.setPen(QPen(self._desk.theme.color("accent-ink"), 1.5))
        painter.setBrush(self._desk.theme.color("accent"))
        painter.drawEllipse(badge)
        inner = side * 2 // 3
        icon = self._desk.icons.pixmap("check", inner, "accent-ink")
        painter.drawPixmap(badge.center() - QPointF(inner / 2, inner / 2), icon)

    def _paint_missing(self, painter: QPainter) -> None:
        icon = self._desk.icons.pixmap("image", 24, "muted")
        painter.drawPixmap(self.rect().center() - QPoint(12, 12), icon)


class PhotoTile(Tile):
    """A photo that can be pressed. A `choosable` one is ticked by that, opened by a double click, and has its words below."""

    look = "bare"
    opened = Signal()
    removeRequested = Signal()
    captionRequested = Signal()

    def __init__(self, desk: Desk, size: QSize, parent: QWidget | None = None, *, choosable: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self.picture: PictureRecord | None = None
        self.setProperty("named", True)
        self.face = PhotoFace(desk, size)
        self._words = ElidedLabel(look="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.face)
        column.addWidget(self._words)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setVisible(choosable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(choosable)
        if not choosable:
            self.clicked.connect(self.opened)
        self.toggled.connect(self.face.set_chosen)

    @property
    def id(self) -> UUID | None:
        """The id of the picture that is shown."""
        return self.picture.id if self.picture is not None else None

    def show_picture(self, picture: PictureRecord, place: int, of: int, words: str = "") -> None:
        """Show a picture, the `place`th of so many; `words` stand below it instead of its caption."""
        say = self._desk.language.say
        self.picture = picture
        self.face.show_picture(picture)
        name = say("Photo {n} of {of}", n=place, of=of)
        told = words or picture.caption
        self.setAccessibleName(f"{name}, {told}" if told else name)
        self.setToolTip(picture.caption)
        self._words.setText(told or " ")

    def offer(self, at: QPoint) -> None:
        """What can be done with it."""
        say, menu = self._desk.language.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("Show large")).triggered.connect(self.opened)
        menu.addAction(say("Write a caption…")).triggered.connect(self.captionRequested)
        menu.addSeparator()
        menu.addAction(say("Remove photo")).triggered.connect(self.removeRequested)
        menu.popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu by right click or its key."""
        event.accept()
        self.offer(event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it large; the first click has ticked it."""
        event.accept()
        if self.isCheckable():
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, F2 writes the caption."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removeRequested.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.captionRequested.emit()
        else:
            super().keyPressEvent(event)


def _middle_of(picture: QSize, surface: QSize) -> QRectF:
    """The middle part of a picture that has the shape of the surface."""
    shape = QSize(surface).scaled(picture, Qt.AspectRatioMode.KeepAspectRatio)
    part = QRect(QPoint(0, 0), shape)
    part.moveCenter(QRect(QPoint(0, 0), picture).center())
    return QRectF(part)
