"""A surface that shows one photo as large as it can; the wheel zooms, dragging moves what is larger than the surface."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.models.records.pictures import PictureRecord
from workshop.ui.desk import Desk
from workshop.ui.pictures.shelf import shelf_of
from workshop.ui.widgets.picture_frame import STEP, PictureFrame

WHOLE = 2560  # pixels: the longest side of what the library keeps
_MARGIN = 12  # pixels around the photo
_ROUND = 10  # pixels of the corners
_PAN = 64  # pixels by which an arrow key moves a photo that is larger than the surface


class PhotoCanvas(QWidget):
    """One photo; `stepped` tells that the next or the previous one is wanted."""

    stepped = Signal(int)
    zoomChanged = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf_of(desk)
        self._shelf.arrived.connect(self._arrived)
        self.picture: PictureRecord | None = None
        self.frame = PictureFrame()
        self._panned_from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_fitted(self) -> bool:
        """Whether the whole photo is seen."""
        return self.frame.zoom <= 1.001

    def show_picture(self, picture: PictureRecord) -> None:
        """Show the whole of another photo."""
        say = self._desk.language.say
        self.picture = picture
        self.frame = self.frame.with_picture(picture.width, picture.height).in_room(*self._room)
        self.setAccessibleName(say("Photo: {caption}", caption=picture.caption) if picture.caption else say("Photo"))
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or further."""
        place = (at.x() - _MARGIN, at.y() - _MARGIN) if at is not None else None
        self._set(self.frame.zoomed(factor, place))

    def fit(self) -> None:
        """Show the whole photo."""
        self._set(self.frame.fitted())

    def area(self) -> QRectF:
        """Where on the surface the photo is."""
        (left, top), (wide, high) = self.frame.origin, self.frame.size
        return QRectF(left + _MARGIN, top + _MARGIN, wide, high)

    def sizeHint(self) -> QSize:
        """A good part of the window."""
        return QSize(self._desk.type.px(600), self._desk.type.px(420))

    def minimumSizeHint(self) -> QSize:
        """Enough to see something."""
        return QSize(200, 160)

    @property
    def _room(self) -> tuple[int, int]:
        return self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN

    def _set(self, frame: PictureFrame) -> None:
        if frame != self.frame:
            self.frame = frame
            self.setCursor(Qt.CursorShape.ArrowCursor if self.is_fitted else Qt.CursorShape.OpenHandCursor)
            self.update()
            self.zoomChanged.emit()

    def _arrived(self, content: str) -> None:
        if self.picture is not None and self.picture.content == content:
            self.update()

    def _found(self) -> QPixmap | None:
        """The photo, or its small copy until it has come."""
        if self.picture is None:
            return None
        found = self._shelf.pixmap(self.picture.content, WHOLE)
        return found if found is not None else self._shelf.pixmap(self.picture.content, 480)

    # Qt.

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo on a quiet surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _ROUND, _ROUND)
        painter.fillPath(shape, self._desk.theme.color("track"))
        painter.setClipPath(shape)
        found = self._found()
        if found is not None and not found.isNull():
            painter.drawPixmap(self.area(), found, QRectF(found.rect()))
        elif found is not None:
            painter.setPen(self._desk.theme.color("muted"))
            words = self._desk.language.say("This photo is not in the library any more.")
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
        self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """What subclasses draw on the photo."""
        if self.hasFocus():
            painter.setPen(QPen(self._desk.theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND - 1, _ROUND - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is seen."""
        super().resizeEvent(event)
        self.frame = self.frame.in_room(*self._room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom towards the pointer."""
        turns = event.angleDelta().y() / 120
        if turns:
            self.zoom(STEP**turns, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a photo that is larger than the surface."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_fitted:
            self._panned_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._panned_from is not None:
            by = event.position() - self._panned_from
            self._panned_from = event.position()
            self._set(self.frame.moved(by.x(), by.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._panned_from is not None:
            self._panned_from = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Near at this place, or the whole."""
        if self.is_fitted:
            self.zoom(2.5, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to the next photo, or move one that is larger than the surface; plus, minus and 0 zoom."""
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if event.key() in steps:
            across, down = steps[Qt.Key(event.key())]
            if not self.is_fitted:
                self._set(self.frame.moved(-across * _PAN, -down * _PAN))
            elif across:
                self.stepped.emit(across)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)
