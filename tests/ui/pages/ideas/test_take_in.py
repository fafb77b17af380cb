"""A pasted list and a spreadsheet are shown before they are taken in, and taken in all or not at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, Qt

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.services.ideas import ideas
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.ui.page import Place
from workshop.ui.pages.ideas.page import IdeasPage
from workshop.ui.pages.run.page import RunPage


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def page(qtbot: Any, room: Room) -> Iterator[PageConsole]:
    made = PageConsole(qtbot, room.library, IdeasPage, "en")
    made.show_place(Place(room.project_id, room.session_id))
    yield made
    made.end()


def _texts(room: Room) -> list[str]:
    return [idea.text for idea in ideas.idea_board(room.library, project_id=room.project_id).ideas]


def _paste(field: Any, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def test_a_pasted_list_is_shown_and_a_row_can_be_left_out(page: PageConsole, room: Room, qtbot: Any) -> None:
    _paste(page.page.view.entry.field, "1. a bench\n2. a lamp\n\n3. a mirror")
    page.settle()
    sheet = page.sheet()
    assert _texts(room) == []
    assert sheet.table.hasFocus()
    qtbot.keyClick(sheet.table, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.table, Qt.Key.Key_Return)
    assert [row.text for row in sheet.rows] == ["a bench", "a mirror"]
    page.click(sheet.verb_button)
    assert _texts(room) == ["a bench", "a mirror"]
    assert len(page.undone) == 1
    undo.undo(room.library)
    assert _texts(room) == []


def test_bullets_can_stay(page: PageConsole, room: Room) -> None:
    _paste(page.page.view.entry.field, "1. a bench\n2. a lamp")
    page.settle()
    sheet = page.sheet()
    page.click(sheet.bullets)
    page.click(sheet.verb_button)
    assert _texts(room) == ["1. a bench", "2. a lamp"]


def test_a_spreadsheet_comes_in_and_goes_out(page: PageConsole, room: Room, tmp_path: Path) -> None:
    book = Workbook()
    for row in (("Theme", "Idea"), ("rest", "=a bench"), ("rest", "a lamp")):
        book.worksheets[0].append(row)
    book.worksheets[0]["B2"].data_type = "s"
    book.save(tmp_path / "in.xlsx")
    page.page.more.take_in_file(str(tmp_path / "in.xlsx"))
    page.settle()
    page.click(page.sheet().verb_button)
    assert _texts(room) == ["=a bench", "a lamp"]
    page.page.more.save(str(tmp_path / "out.xlsx"))
    page.settle()
    assert page.notices[-1] == "Saved as out.xlsx."
    rows = list(load_workbook(tmp_path / "out.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [row[4] for row in rows] == ["Idea", "=a bench", "a lamp"]


def test_what_cannot_be_read_or_saved_is_said(page: PageConsole, room: Room, tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")
    for file in (tmp_path / "broken.xlsx", tmp_path / "none.csv"):
        page.page.more.take_in_file(str(file))
        page.settle()
    page.page.more.save(str(tmp_path / "no folder" / "out.xlsx"))
    page.settle()
    assert len(page.errors) == 3
    assert all(hasattr(error, "message") for error in page.errors)


def test_a_list_is_pasted_on_the_run_page_too(qtbot: Any, room: Room) -> None:
    page = PageConsole(qtbot, room.library, RunPage, "en")
    page.show_place(Place(room.project_id, room.session_id))
    _paste(page.page.view.bar.quick.field, "a bench\na lamp")
    page.settle()
    page.click(page.sheet().verb_button)
    assert _texts(room) == ["a bench", "a lamp"]
    page.end()
