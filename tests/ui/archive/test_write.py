"""Writing an archive from the reports page: where to is known beforehand, it can be stopped, and what is missing is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import make_room, open_poll
from tests.ui.pages.consoles import PageConsole
from workshop.services.keeping.library import Library
from workshop.ui.archive.write import WriteArchive
from workshop.ui.page import Place
from workshop.ui.pages.reports.page import ReportsPage


@pytest.fixture
def sheet(qtbot, library: Library, tmp_path: Path) -> Iterator[WriteArchive]:
    room = make_room(library)
    open_poll(room)
    console = PageConsole(qtbot, library, ReportsPage)
    console.show_place(Place(room.project_id, room.session_id))
    qtbot.mouseClick(console.page.view.archive_button, Qt.MouseButton.LeftButton)
    (sheet,) = console.page.findChildren(WriteArchive)
    sheet.choose_folder(tmp_path)
    sheet.console = console
    yield sheet
    console.end()


def test_one_button_writes_it_and_says_what_is_not_in_it(sheet: WriteArchive, tmp_path: Path, qtbot) -> None:
    target = sheet.target
    assert "문제 발굴" in target.name
    assert not any(tmp_path.glob("*문제*"))
    qtbot.mouseClick(sheet.verb_button, Qt.MouseButton.LeftButton)
    sheet.console.settle()
    assert (target / "bagit.txt").is_file()
    told = "\n".join(words for _role, words in sheet.words)
    assert "먼저 바꿀 것" in told
    assert str(target) in told
    assert sheet.open_button.isVisible()
    assert sheet.target != target  # the next one gets a name of its own


def test_names_go_along_only_after_a_warning(sheet: WriteArchive, qtbot) -> None:
    assert not sheet._warning.isVisible()
    qtbot.mouseClick(sheet.register_box, Qt.MouseButton.LeftButton, pos=sheet.register_box.rect().center())
    assert sheet._warning.isVisible()


def test_it_can_be_stopped_and_nothing_is_left(sheet: WriteArchive, tmp_path: Path, qtbot) -> None:
    before = set(tmp_path.iterdir())
    sheet.write()
    qtbot.mouseClick(sheet.cancel_button, Qt.MouseButton.LeftButton)
    sheet.console.settle()
    assert set(tmp_path.iterdir()) == before
    assert sheet.verb_button.isVisible()


def test_a_folder_that_is_gone_is_said_in_one_sentence(sheet: WriteArchive, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    sheet.choose_folder(tmp_path / "file")
    sheet.write()
    sheet.console.settle()
    assert sheet._error.isVisible()
    assert "\n" not in sheet._error.text()
