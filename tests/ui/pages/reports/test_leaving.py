"""A report leaves: what looks personal is shown before, the file has a sensible name, paper keeps its true size."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.builders import Room, cast, make_project, make_room, open_poll
from tests.ui.pages.reports.desk import (
    LEFT,
    Open,
    choose_file,
    closed_room,
    file_dialog,
    paper_text,
    settle,
    sheet_of,
    tile,
    words,
)
from workshop.language import load_language
from workshop.services.ideas import ideas
from workshop.services.keeping import undo
from workshop.services.projects import projects
from workshop.services.voting import polls
from workshop.ui.page import Place
from workshop.ui.pages.reports import page as reports_page
from workshop.ui.pages.reports.personal_sheet import PersonalSheet
from workshop.ui.pages.reports.printing import PrintJob, placed
from workshop.ui.pages.reports.session_folder import SessionFolder
from workshop.ui.report_places import to_report

PHONE, MAIL = "010-1234-5678", "hong@example.org"


def _place(room: Room) -> Place:
    return Place(room.project_id, room.session_id)


def test_the_pdf_is_saved_under_a_sensible_name(open_page: Open, library, qtbot, tmp_path: Path, monkeypatch):
    room = closed_room(library)
    page = open_page(_place(room))
    session = page.offers.session(room.session_id)
    name = page.built.file_name
    assert name == f"{session.document_number} 회차 결과보고서 (ko).pdf"
    qtbot.mouseClick(page.view.save_button, LEFT)
    assert Path(file_dialog().selectedFiles()[0]).name == name
    choose_file(page, tmp_path / name)
    assert (tmp_path / name).read_bytes() == page.built.paper.content
    opened: list[Any] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    qtbot.mouseClick(page.view.foot.folder_button, LEFT)
    qtbot.mouseClick(page.view.foot.file_button, LEFT)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path), str(tmp_path / name)]


def test_characters_that_no_file_may_have_are_left_out(open_page: Open, library):
    project = projects.create_project(
        library, title='길: "안전" / 밤?', language=load_language("ko"), document_prefix="A/B"
    ).record
    page = open_page(Place(project_id=project.id))
    assert not set(page.built.file_name) & set('<>:"/\\|?*')
    assert page.built.file_name.endswith(".pdf")


def test_what_has_no_number_is_called_by_its_session(open_page: Open, library):
    room = make_room(library)
    page = open_page(to_report(_place(room), kind="name-tags"), "en")
    assert page.built.file_name == f"{room.plan.session.title} – Name tags (en).pdf"


def test_a_folder_that_is_gone_is_told_in_one_sentence(open_page: Open, library, qtbot, tmp_path: Path):
    page = open_page(Place(project_id=make_project(library)), "en")
    with qtbot.waitSignal(page.desk.tasks.failed) as failed:
        page.leaving.write(tmp_path / "gone" / "report.pdf", page.built.paper.content)
    assert "is not there" in page.tell(failed.args[0].message)
    assert not page.view.foot.folder_button.isVisible()


def test_what_looks_personal_is_shown_and_masked_before_it_leaves(open_page: Open, library, qtbot):
    room = closed_room(library, text=f"통장 {PHONE}, {MAIL}")
    page = open_page(_place(room), "en")
    assert "2 texts look like telephone numbers" in words(page)
    qtbot.mouseClick(page.view.save_button, LEFT)
    sheet = sheet_of(page, PersonalSheet)
    assert "telephone number · idea no. 1" in words(sheet)
    qtbot.keyClick(sheet.boxes[MAIL], Qt.Key.Key_Space)
    qtbot.keyClick(sheet.mask_button, Qt.Key.Key_Return)
    settle(page)
    assert PHONE not in paper_text(page)
    assert MAIL in paper_text(page)
    assert "1 personal detail is masked." in words(page)
    dialog = file_dialog()  # saving goes on by itself
    dialog.reject()
    assert PHONE in ideas.idea_board(library, session_id=room.session_id).ideas[0].text
    qtbot.mouseClick(page.view.save_button, LEFT)  # it has been decided
    file_dialog().reject()


def test_it_is_asked_again_only_when_something_new_is_written(open_page: Open, library, qtbot):
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text=f"전화 {PHONE}")
    page = open_page(_place(room), "en")
    qtbot.mouseClick(page.view.save_button, LEFT)
    qtbot.mouseClick(sheet_of(page, PersonalSheet).leave_button, LEFT)
    settle(page)
    assert PHONE in paper_text(page)
    file_dialog().reject()
    assert not page.undecided()
    ideas.add_idea(library, session_id=room.session_id, text=f"메일 {MAIL}")
    page.reload()
    settle(page)
    assert page.undecided()
    qtbot.mouseClick(page.view.foot.look_button, LEFT)
    sheet = sheet_of(page, PersonalSheet)
    assert {text: box.isChecked() for text, box in sheet.boxes.items()} == {PHONE: False, MAIL: True}
    sheet.reject()
    assert page.undecided()


def test_what_is_in_sight_can_be_saved_while_newer_data_comes_in(open_page: Open, library, qtbot, monkeypatch):
    room = make_room(library)
    page = open_page(_place(room))
    with monkeypatch.context() as patch:
        patch.setattr(reports_page, "build_report", _endless)
        page.reload()
        qtbot.waitUntil(lambda: page._build is not None)
        qtbot.mouseClick(page.view.save_button, LEFT)
        file_dialog().reject()
        page.cancel()
    settle(page)
    assert page.is_ready


def test_a_save_that_waits_for_masked_pages_survives_new_data_but_not_another_choice(open_page: Open, library, qtbot):
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text=f"전화 {PHONE}")
    page = open_page(_place(room))
    qtbot.mouseClick(page.view.save_button, LEFT)
    qtbot.mouseClick(sheet_of(page, PersonalSheet).mask_button, LEFT)
    page.rebuild()
    settle(page)
    file_dialog().reject()
    undo.undo(library)
    page.reload()
    settle(page)
    assert page.undecided()
    qtbot.mouseClick(page.view.save_button, LEFT)
    qtbot.mouseClick(sheet_of(page, PersonalSheet).mask_button, LEFT)
    qtbot.mouseClick(tile(page, "name-tags"), LEFT)
    settle(page)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]


def _endless(_library: Any, *_values: Any) -> Iterator[float]:
    while True:
        yield 0.4


def test_the_system_is_asked_where_to_print(open_page: Open, library, qtbot):
    page = open_page(Place(project_id=make_project(library)))
    qtbot.mouseClick(page.view.print_button, LEFT)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QPrintDialog) and w.isVisible())
    assert dialog.printer().docName() + ".pdf" == page.built.file_name
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(PrintJob) is None)


def test_every_page_is_printed_in_its_true_size(open_page: Open, library, qtbot, tmp_path: Path):
    room = make_room(library)
    page = open_page(to_report(_place(room), kind="name-tags"))
    job = PrintJob(page.desk.tasks, page.built.paper, "report", page)
    job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(job.finished, timeout=20_000) as printed:
        job.start()
    assert printed.args == [page.view.preview.page_count]
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) == page.view.preview.page_count
        assert document.get_page_size(0) == pytest.approx(page.built.paper.sizes[0], abs=1)


def test_only_what_is_larger_than_the_paper_is_made_smaller():
    paper = QRect(0, 0, 2480, 3508)
    assert placed(QSize(2480, 3508), paper) == paper
    assert placed(QSize(2490, 3500), paper).size() == QSize(2490, 3500)  # a hair too wide: still true
    assert placed(QSize(1000, 600), paper) == QRect(740, 1454, 1000, 600)
    assert placed(QSize(4960, 7016), paper) == paper


def test_all_of_a_session_goes_into_one_folder(open_page: Open, library, qtbot, tmp_path: Path):
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text=f"전화 {PHONE}")
    for _ in range(2):
        poll = open_poll(room)
        cast(room, poll, 0, 1, 2)
        polls.close_poll(library, poll_id=poll.id)
        polls.reveal_poll(library, poll_id=poll.id)
    page = open_page(_place(room))
    qtbot.mouseClick(page.view.all_button, LEFT)
    settle(page)
    qtbot.mouseClick(sheet_of(page, PersonalSheet).mask_button, LEFT)
    settle(page)
    choose_file(page, tmp_path)
    (folder,) = [place for place in tmp_path.iterdir() if place.is_dir()]
    names = sorted(file.name for file in folder.iterdir())
    assert len(names) == 3
    assert sum("투표" in name for name in names) == 2
    assert page.leaving.saved.parent == folder
    assert page.view.foot.folder_button.isVisible()
    assert not [sheet for sheet in page.window().findChildren(SessionFolder) if sheet.isVisible()]


def test_a_report_that_is_dropped_on_the_page_is_checked(open_page: Open, library, qtbot, tmp_path: Path):
    page = open_page(Place(project_id=closed_room(library).project_id), "en")
    file = tmp_path / "report.pdf"
    file.write_bytes(page.built.paper.content)
    _drop(page, file)
    sheet = _verdict(page)
    assert "belong together and are unchanged" in words(sheet)
    sheet.reject()
    file.write_bytes(page.built.paper.content.replace(b"/Type /Page\n", b"/Type /Page \n", 1) + b"\n% more")
    _drop(page, file)
    assert "This report is not as it was made." in words(_verdict(page))
    _verdict(page).reject()
    file.write_bytes(b"no report")
    _drop(page, file)
    assert "report.pdf is no PDF, or is damaged or locked" in words(_verdict(page))


def _drop(page: Any, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    settle(page)


def _verdict(page: Any) -> Any:
    from workshop.ui.pages.reports.verdict_sheet import VerdictSheet

    return sheet_of(page, VerdictSheet)
