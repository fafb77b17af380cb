"""Taking an archive in by button or by dropping it: nothing happens before it was said what will."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.builders import KO, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.services.archiving.bag_export import export_bag
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library, open_library
from workshop.services.projects import projects
from workshop.ui.archive.take_in import TakeInArchive
from workshop.ui.page import Place
from workshop.ui.pages.start.page import StartPage


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of another laptop."""
    folder = tmp_path_factory.mktemp("other")
    library = open_library(folder / "other.workshop", station="other")
    room = make_room(library)
    ideas.add_ideas(library, session_id=room.session_id, texts=["벤치", "그늘"])
    for _share in export_bag(library, out=folder / "archive", language=KO, session_id=room.session_id, zipped=True):
        pass
    library.close()
    return folder / "archive"


@pytest.fixture
def console(qtbot, library: Library) -> Iterator[PageConsole]:
    shown = PageConsole(qtbot, library, StartPage)
    shown.show_place(Place())
    yield shown
    shown.end()


def _sheet(console: PageConsole) -> TakeInArchive:
    (sheet,) = [one for one in console.page.findChildren(TakeInArchive) if one.isVisible()]
    return sheet


def _told(sheet: TakeInArchive) -> str:
    return "\n".join(words for _role, words in sheet.words)


def _looked_at(console: PageConsole, place: Path) -> TakeInArchive:
    console.qtbot.mouseClick(console.page.first_import, Qt.MouseButton.LeftButton)
    sheet = _sheet(console)
    sheet.look_at(place)
    console.settle()
    return sheet


def test_what_will_happen_is_said_first_and_one_button_does_it(
    console: PageConsole, library: Library, bag: Path
) -> None:
    sheet = _looked_at(console, bag)
    assert "2 ideas" in _told(sheet)
    assert "not here yet" in _told(sheet)
    assert projects.list_projects(library) == ()
    assert QApplication.focusWidget() is sheet.verb_button
    console.qtbot.keyClick(sheet.verb_button, Qt.Key.Key_Return)
    console.settle()
    (card,) = projects.list_projects(library)
    assert (card.project.title, card.ideas) == ("안심 통학로", 2)
    assert "was taken in" in _told(sheet)
    console.qtbot.mouseClick(sheet.open_button, Qt.MouseButton.LeftButton)
    assert console.left == [("project", Place(card.project.id))]


def test_what_is_here_already_is_said_and_offers_nothing_to_take_in(console: PageConsole, bag: Path) -> None:
    sheet = _looked_at(console, bag)
    sheet.take_in()
    console.settle()
    sheet.reject()
    console.settle()
    console.qtbot.mouseClick(console.page.import_button, Qt.MouseButton.LeftButton)
    sheet = _sheet(console)
    sheet.look_at(bag.with_name("archive.zip"))
    console.settle()
    assert "here already" in _told(sheet)
    assert not sheet.verb_button.isVisible()


def test_what_is_refused_is_said_in_one_sentence_and_another_can_be_chosen(
    console: PageConsole, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("../evil", "x")
    sheet = _looked_at(console, tmp_path / "bad.zip")
    assert "no safe name" in sheet._error.text()
    assert sheet.landing.isVisible()
    assert not sheet.verb_button.isVisible()


def _drop(widget: Any, event: type[QDropEvent], place: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(place))])
    at = QPointF(20, 20) if event is QDropEvent else QPointF(20, 20).toPoint()
    sent = event(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    sent.ignore()
    QApplication.sendEvent(widget, sent)
    return sent.isAccepted()


def test_an_archive_may_be_dropped_on_the_page(console: PageConsole, bag: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    assert not _drop(console.page, QDragEnterEvent, tmp_path / "photo.jpg")
    assert _drop(console.page, QDragEnterEvent, bag)
    assert _drop(console.page, QDropEvent, bag)
    console.settle()
    assert "2 ideas" in _told(_sheet(console))


def test_closing_while_it_is_looked_through_ends_that(console: PageConsole, bag: Path, library: Library) -> None:
    console.qtbot.mouseClick(console.page.first_import, Qt.MouseButton.LeftButton)
    sheet = _sheet(console)
    sheet.look_at(bag)
    console.qtbot.mouseClick(sheet.cancel_button, Qt.MouseButton.LeftButton)
    console.settle()
    assert projects.list_projects(library) == ()
