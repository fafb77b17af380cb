"""A report through the system's print dialog, page by page as pictures in their true size."""

from typing import Any

from PySide6.QtCore import QMarginsF, QObject, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from workshop.ui.pages.reports.rendering import POINTS, Paper, Picture, render_all
from workshop.ui.tasks import Tasks

DOTS = 300  # per inch


class PrintJob(QObject):
    """Asks where to print, then prints; `finished` tells how many pages, `failed` that the printer refused."""

    finished = Signal(int)
    failed = Signal()

    def __init__(self, tasks: Tasks, paper: Paper, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._paper = tasks, paper
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setResolution(DOTS)
        self.printer.setFullPage(True)
        self._turn(0)
        self.printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
        self.printer.setDocName(title)
        self._painter = QPainter()

    def ask(self) -> None:
        """Show the system's dialog."""
        dialog = QPrintDialog(self.printer, self.parent())
        dialog.setMinMax(1, len(self._paper.sizes))
        dialog.setWindowTitle(self.printer.docName())
        dialog.accepted.connect(self.start)
        dialog.rejected.connect(self.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # the one of QPrintDialog itself wants a receiver

    def start(self) -> None:
        """Print the pages that were asked for."""
        if not self._painter.begin(self.printer):
            self.failed.emit()
            self.deleteLater()
            return
        first = self.printer.fromPage() or 1
        last = self.printer.toPage() or len(self._paper.sizes)
        pages, self._printed = range(first - 1, last), 0
        self._tasks.build(
            lambda: render_all(self._paper.content, DOTS / POINTS, pages),
            self._print,
            self._end,
            self._fail,
            owner=self,
        )

    def _print(self, picture: Picture) -> None:
        if self._printed:
            self._turn(picture.page)
            self.printer.newPage()
        self._printed += 1
        room = QRect(0, 0, self.printer.width(), self.printer.height())
        self._painter.drawImage(placed(self._dots(picture.page), room), picture.image)

    def _dots(self, page: int) -> QSize:
        """The true size of a page in the dots of the printer."""
        width, height = self._paper.sizes[page]
        dots = self.printer.resolution() / POINTS
        return QSize(round(width * dots), round(height * dots))

    def _turn(self, page: int) -> None:
        """Ask for the paper that a page was laid out for, upright or across."""
        width, height = self._paper.sizes[page]
        across = width > height
        upright = QSizeF(min(width, height), max(width, height))
        if page == 0:
            self.printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
        self.printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        )

    def _end(self, _count: Any) -> None:
        self._painter.end()
        self.finished.emit(self._printed)
        self.deleteLater()

    def _fail(self, _error: Exception) -> None:
        self._painter.end()
        self.failed.emit()
        self.deleteLater()


def placed(size: QSize, room: QRect) -> QRect:
    """Where a page goes on the paper: in its true size in the middle, smaller only where the paper is smaller.

    A hair's breadth (one part in a hundred) is no reason to make it smaller: name tags have to fit their holders.
    """
    if size.width() > room.width() * 1.01 or size.height() > room.height() * 1.01:
        size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRect((room.width() - size.width()) // 2, (room.height() - size.height()) // 2, size.width(), size.height())
