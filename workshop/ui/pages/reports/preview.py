"""The pages of a report as white sheets below each other; only those in sight are drawn."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from workshop.ui.desk import Desk
from workshop.ui.pages.reports.rendering import Paper, Picture, render_page
from workshop.ui.tasks import Build

MARGIN, GAP = 24, 20  # pixels around and between the sheets
WIDTH, WHOLE = "width", "whole"
_KEPT, _KEPT_LARGE = 6, 1  # pages in memory besides those in sight, and where they are magnified
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)  # times the size that fits
_WIDEST = 2600  # pixels of a magnified page


class Preview(QAbstractScrollArea):
    """A scrolled column of sheets, fitted to the width or one whole page at a time."""

    pageChanged = Signal(int, int)  # the page in sight, counted from 1, and how many there are

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper: Paper | None = None
        self._zoom, self._times = WIDTH, 1.0
        self._pictures: dict[int, QPixmap] = {}
        self._sharp: dict[int, int] = {}  # page: the width in device pixels in which it was drawn
        self._asked: dict[int, tuple[int, Build]] = {}
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # its coming and going would change the width
        self.setAccessibleName(desk.language.say("Preview"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(60)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def drawn(self) -> frozenset[int]:
        """The pages that are drawn, counted from 0."""
        return frozenset(self._sharp)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._paper.sizes) if self._paper else 0

    def show_paper(self, paper: Paper | None, *, keep_place: bool = False) -> None:
        """Show another report, from its beginning or where the old one was being read."""
        if paper == self._paper:
            return
        self._cancel(set())
        self._paper = paper
        self._sharp.clear()
        if not keep_place:
            self._pictures.clear()
        self._set_range()
        if not keep_place:
            self.verticalScrollBar().setValue(0)
        self._tell_page(anew=True)
        self.viewport().update()
        self._ask()

    @property
    def page(self) -> int:
        """The page in sight, counted from 0."""
        return self._page

    @property
    def zoom(self) -> tuple[str, float]:
        """What is fitted into sight, and how many times larger it is shown."""
        return self._zoom, self._times

    def set_zoom(self, zoom: str, times: float = 1.0) -> None:
        """Fit the width, or the whole page, or some times larger than that; the page in sight stays in sight."""
        if (zoom, times) == self.zoom:
            return
        page, self._zoom, self._times = self._page, zoom, times
        self._set_range()
        across = self.horizontalScrollBar()
        across.setValue(across.maximum() // 2)
        self.go_to(page)
        self.viewport().update()
        self._soon.start()

    def magnify(self, step: int) -> None:
        """One step larger or smaller."""
        place = min(range(len(_STEPS)), key=lambda at: abs(_STEPS[at] - self._times)) + step
        if 0 <= place < len(_STEPS):
            self.set_zoom(self._zoom, _STEPS[place])

    def go_to(self, page: int) -> None:
        """Scroll to a page, counted from 0."""
        if 0 <= page < self.page_count:
            self.verticalScrollBar().setValue(self._sheets()[page].top() - MARGIN)

    def sizeHint(self) -> QSize:
        """A good part of a page."""
        return QSize(self._desk.type.px(620), 480)

    def minimumSizeHint(self) -> QSize:
        """Enough to see what it is."""
        return QSize(280, 240)

    # Where the sheets lie.

    def _sheets(self) -> list[QRect]:
        """The place of each sheet in the whole column."""
        room, sheets, top = self.viewport().size(), list[QRect](), MARGIN
        for width, height in self._paper.sizes if self._paper else ():
            across = room.width() - 2 * MARGIN
            if self._zoom == WHOLE:
                across = min(across, round((room.height() - 2 * MARGIN) * width / height))
            across = max(80, min(across, self._desk.type.px(1100)))
            across = min(round(across * self._times), max(across, _WIDEST))
            left = max(MARGIN, (room.width() - across) // 2)
            sheets.append(QRect(left, top, across, round(across * height / width)))
            top += sheets[-1].height() + GAP
        return sheets

    def _set_range(self) -> None:
        sheets, high = self._sheets(), self.viewport().height()
        bottom = sheets[-1].bottom() + MARGIN if sheets else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, bottom - high))
        bar.setPageStep(high)
        bar.setSingleStep(48)
        right = max((sheet.right() for sheet in sheets), default=0) + MARGIN
        aside = self.horizontalScrollBar()
        aside.setRange(0, max(0, right - self.viewport().width()) if self._times > 1 else 0)
        aside.setPageStep(self.viewport().width())
        aside.setSingleStep(48)

    def _in_sight(self, around: int = 0) -> list[int]:
        top = self.verticalScrollBar().value() - around
        bottom = top + self.viewport().height() + 2 * around
        return [page for page, sheet in enumerate(self._sheets()) if sheet.bottom() >= top and sheet.top() <= bottom]

    # Drawing what is in sight.

    def _scrolled(self, _value: int) -> None:
        self._tell_page()
        self.viewport().update()
        self._soon.start()

    def _tell_page(self, *, anew: bool = False) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = max((at for at, sheet in enumerate(self._sheets()) if sheet.top() <= middle), default=0)
        if page != self._page or anew:
            self._page = page
            words = self._desk.language.say("Page {page} of {all}", page=page + 1, all=self.page_count)
            self.setAccessibleDescription(words if self.page_count else "")
            self.pageChanged.emit(page + 1, self.page_count)

    def _ask(self) -> None:
        """Ask for the pages in sight that are not drawn as sharp as they are shown, and for their neighbours."""
        if self._paper is None or not self.isVisible():
            return
        sheets, wanted = self._sheets(), self._in_sight(around=self.viewport().height() // 2)
        self._cancel(set(wanted))
        self._forget(wanted)
        for page in sorted(wanted, key=lambda page: abs(page - self._page)):
            width = round(sheets[page].width() * self.devicePixelRatioF())
            if self._sharp.get(page) == width or (page in self._asked and self._asked[page][0] == width):
                continue
            if page in self._asked:
                self._asked.pop(page)[1].cancel()
            self._asked[page] = (width, self._build(self._paper, page, width))

    def _build(self, paper: Paper, page: int, width: int) -> Build:
        def done(picture: Picture) -> None:
            self._asked.pop(page, None)
            pixmap = QPixmap.fromImage(picture.image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[page], self._sharp[page] = pixmap, width
            self.viewport().update()

        scale = width / paper.sizes[page][0]
        return self._desk.tasks.build(lambda: render_page(paper.content, page, scale), done=done, owner=self)

    def _cancel(self, wanted: set[int]) -> None:
        for page in [page for page in self._asked if page not in wanted]:
            self._asked.pop(page)[1].cancel()

    def _forget(self, wanted: list[int]) -> None:
        """Keep no more pictures than are near."""
        far = sorted(set(self._pictures) - set(wanted), key=lambda page: abs(page - self._page))
        for page in far[_KEPT_LARGE if self._times > 1 else _KEPT :]:
            del self._pictures[page]
            self._sharp.pop(page, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the sheets in sight with a thin edge."""
        color, top, left = self._desk.theme.color, self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), color("track" if self._paper else "card"))
        sheets = self._sheets()
        for page in self._in_sight():
            sheet = sheets[page].translated(-left, -top)
            painter.fillRect(sheet, Qt.GlobalColor.white)  # paper is white in every theme
            if page in self._pictures:
                painter.drawPixmap(sheet, self._pictures[page])
            painter.setPen(QPen(color("line-strong"), 1))
            painter.drawRect(QRectF(sheet).adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends, Page Up and Down and the arrows scroll."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep() - 48)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl held the wheel magnifies."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.magnify(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheets take the new width; what is being read stays in sight."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0
        self._set_range()
        bar.setValue(round(share * bar.maximum()))
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What came while nobody looked is drawn now."""
        super().showEvent(event)
        self._soon.start()
