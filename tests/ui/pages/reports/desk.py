"""What tests of the reports page share: rooms to report on, and what they do with the page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from tests.builders import Room, make_room
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.services.sessions import running
from workshop.ui.dialogs.sheet import Sheet
from workshop.ui.pages.reports.page import ReportsPage

LEFT = Qt.MouseButton.LeftButton

Open = Callable[..., ReportsPage]
S = TypeVar("S", bound=Sheet)


def settle(page: ReportsPage) -> None:
    for _ in range(4):
        assert page.desk.tasks.wait_idle(20_000)
        QApplication.processEvents()


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        texts: list[str] = []
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            texts.append(words.get_text_bounded())
            words.close()
            page.close()
    return "\n".join(texts)


def paper_text(page: ReportsPage) -> str:
    assert page.built is not None
    return text_of(page.built.paper.content)


def closed_room(library: Library, *, text: str = "횡단보도 신호를 길게") -> Room:
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text=text)
    running.close_session(library, session_id=room.session_id)
    return room


def tile(page: ReportsPage, kind: str) -> Any:
    return next(tile for tile in page.view.list.tiles if tile.key.kind.name == kind)


def sheet_of(page: ReportsPage, kind: type[S]) -> S:
    return next(sheet for sheet in page.window().findChildren(kind) if sheet.isVisible())


def file_dialog() -> QFileDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())


def choose_file(page: ReportsPage, file: Path) -> None:
    dialog = file_dialog()
    dialog.fileSelected.emit(str(file))
    dialog.blockSignals(True)
    dialog.close()
    dialog.deleteLater()
    settle(page)
