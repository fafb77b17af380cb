"""A report through the system's print dialog, page by page as pictures."""

from typing import Any

from PySide6.QtCore import QMarginsF, QObject, QRect, Qt, Signal
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
        self.printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self.printer.setFullPage(True)
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
        self._pages = range(first - 1, last)
        self._printed = 0
        self._tasks.build(
            lambda: render_all(self._paper.content, DOTS / POINTS), self._print, self._end, self._fail, owner=self
        )

    def _print(self, picture: Picture) -> None:
        if picture.page not in self._pages:
            return
        if self._printed:
            self.printer.newPage()
        self._printed += 1
        room = QRect(0, 0, self.printer.width(), self.printer.height())
        size = picture.image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(
            QRect((room.width() - size.width()) // 2, 0, size.width(), size.height()), picture.image
        )

    def _end(self, _count: Any) -> None:
        self._painter.end()
        self.finished.emit(self._printed)
        self.deleteLater()

    def _fail(self, _error: Exception) -> None:
        self._painter.end()
        self.failed.emit()
        self.deleteLater()
