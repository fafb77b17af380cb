"""The reports page: the real PDF page by page, saved, printed, cancelled."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from tests.builders import Room, make_project, make_room
from workshop.language import load_language
from workshop.services import ideas, projects, running
from workshop.services.library import Library
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.page import Place
from workshop.ui.pages.reports import page as reports_page
from workshop.ui.pages.reports.page import ReportsPage
from workshop.ui.pages.reports.printing import PrintJob
from workshop.ui.tasks import Tasks

LEFT = Qt.MouseButton.LeftButton

Open = Callable[..., ReportsPage]


@pytest.fixture
def open_page(qapp, qtbot, library: Library) -> Iterator[Open]:
    """Builds the page on the library and waits until a report is shown."""
    made: list[ReportsPage] = []

    def build(place: Place, language: str = "ko") -> ReportsPage:
        theme = look.load_theme("light")
        look.apply(qapp, theme)
        desk = Desk(load_language(language), theme, Icons(theme), Tasks(), library, Settings(language=language))
        page = ReportsPage(desk)
        qtbot.addWidget(page)
        made.append(page)
        page.resize(1158, 768)
        page.show()
        page.open(place)
        settle(page)
        return page

    yield build
    for page in made:
        assert page.desk.tasks.wait_idle()
        page.desk.tasks.shut_down()


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


def closed_room(library: Library) -> Room:
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text="횡단보도 신호를 길게")
    running.close_session(library, session_id=room.session_id)
    return room


def tile_of(page: ReportsPage, session_id: UUID | None) -> Any:
    return next(tile for tile in page.view.list.tiles if tile.key == session_id)


@pytest.mark.parametrize(("language", "said"), [("ko", "고른 과제가 없습니다"), ("en", "No project is chosen")])
def test_without_a_project_it_leads_to_the_start(open_page: Open, qtbot, language, said):
    page = open_page(Place(), language)
    assert said in words(page)
    assert not page.view.save_button.isVisible()
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(page.view.stack.currentWidget().layout().itemAt(0).widget().button, LEFT)
    assert asked.args[0] == "start"


def test_a_project_without_sessions_has_its_own_report(open_page: Open, library):
    page = open_page(Place(project_id=make_project(library)))
    assert len(page.view.list.tiles) == 1
    assert page.view.preview.page_count >= 1
    assert page.view.save_button.isEnabled()


@pytest.mark.parametrize(("language", "said"), [("ko", "끝난 회차의 최종 보고서"), ("en", "The session has ended")])
def test_the_last_session_that_ended_is_shown_first(open_page: Open, library, language, said):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id), language)
    assert tile_of(page, room.session_id).isChecked()
    assert said in words(page)
    assert "횡단보도 신호를 길게" in text_of(page.paper.content)


def test_a_report_can_be_had_in_the_other_language(open_page: Open, library, qtbot):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id))
    assert "문서번호" in text_of(page.paper.content)
    qtbot.mouseClick(page.view.language_choice.button("en"), LEFT)
    assert not page.view.save_button.isEnabled()  # what is shown is not yet what is wanted
    settle(page)
    assert "Document no." in text_of(page.paper.content)
    assert page.view.save_button.isEnabled()


def test_the_project_report_is_chosen_by_key(open_page: Open, library, qtbot):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id), "en")
    before = page.paper
    page.focus_first()
    qtbot.keyClick(tile_of(page, room.session_id), Qt.Key.Key_Up)
    settle(page)
    assert tile_of(page, None).isChecked()
    assert page.paper != before
    assert "Project report" in page.paper.title


def test_pages_are_drawn_only_when_they_come_into_sight(open_page: Open, library, qtbot):
    page = open_page(Place(project_id=closed_room(library).project_id))
    qtbot.mouseClick(tile_of(page, None), LEFT)
    settle(page)
    preview = page.view.preview
    last = preview.page_count - 1
    qtbot.waitUntil(lambda: 0 in preview.drawn)
    assert last > 1
    assert last not in preview.drawn
    qtbot.keyClick(preview, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: last in preview.drawn)
    assert page.view.page_label.text() == page.say("Page {page} of {all}", page=last + 1, all=last + 1)


def test_a_whole_page_fits_into_sight(open_page: Open, library, qtbot):
    page = open_page(Place(project_id=closed_room(library).project_id))
    preview = page.view.preview
    assert preview._sheets()[0].height() > preview.viewport().height()
    qtbot.mouseClick(page.view.zoom_choice.button("whole"), LEFT)
    assert preview._sheets()[0].height() < preview.viewport().height()
    qtbot.waitUntil(lambda: 0 in preview.drawn)


def test_the_pdf_is_saved_under_a_sensible_name(open_page: Open, library, qtbot, tmp_path: Path, monkeypatch):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id))
    session = page.shelf.session(room.session_id)
    assert page.file_name.startswith(session.document_number)
    assert session.title in page.file_name
    qtbot.mouseClick(page.view.save_button, LEFT)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
    assert Path(dialog.selectedFiles()[0]).name == page.file_name
    file = tmp_path / page.file_name
    with qtbot.waitSignal(page.noticeRequested):
        dialog.fileSelected.emit(str(file))
    dialog.reject()
    settle(page)
    assert file.read_bytes() == page.paper.content
    opened: list[Any] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    qtbot.mouseClick(page.view.folder_button, LEFT)
    assert opened[0].toLocalFile() == str(tmp_path)


def test_characters_that_no_file_may_have_are_left_out(open_page: Open, library):
    project = projects.create_project(
        library, title='길: "안전" / 밤?', language=load_language("ko"), document_prefix="A/B"
    ).record
    page = open_page(Place(project_id=project.id))
    assert not set(page.file_name) & set('<>:"/\\|?*')
    assert page.file_name.endswith(".pdf")


def test_a_folder_that_is_gone_is_told_in_one_sentence(open_page: Open, library, qtbot, tmp_path: Path):
    page = open_page(Place(project_id=make_project(library)), "en")
    with qtbot.waitSignal(page.desk.tasks.failed) as failed:
        page.save(tmp_path / "gone" / "report.pdf", page.paper.content)
    assert "is not there" in page.tell(failed.args[0].message)
    assert not page.view.folder_button.isVisible()


def test_a_build_is_cancelled_and_begun_again(open_page: Open, library, qtbot, monkeypatch):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id), "en")
    shown = page.paper

    def endless(_library: Library, **_values: Any) -> Iterator[float]:
        while True:
            yield 0.4

    with monkeypatch.context() as patch:
        patch.setattr(reports_page, "project_report", endless)
        qtbot.mouseClick(tile_of(page, None), LEFT)
        qtbot.waitUntil(page.view.cancel_button.isVisible)
        qtbot.waitUntil(lambda: page.view.progress.value() == 40)
        qtbot.mouseClick(page.view.cancel_button, LEFT)
    settle(page)
    assert page.paper is shown
    assert not page.view.save_button.isEnabled()
    qtbot.mouseClick(page.view.again_button, LEFT)
    settle(page)
    assert "Project report" in page.paper.title
    assert page.view.save_button.isEnabled()


def test_what_changes_meanwhile_comes_into_the_report(open_page: Open, library):
    room = make_room(library)
    page = open_page(Place(project_id=room.project_id, session_id=room.session_id), "en")
    assert "The session is running" in words(page)
    ideas.add_idea(library, session_id=room.session_id, text="밤길 조명")
    page.reload()
    settle(page)
    assert "밤길 조명" in text_of(page.paper.content)


def test_the_system_is_asked_where_to_print(open_page: Open, library, qtbot):
    page = open_page(Place(project_id=make_project(library)))
    qtbot.mouseClick(page.view.print_button, LEFT)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QPrintDialog) and w.isVisible())
    assert dialog.printer().docName() + ".pdf" == page.file_name
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(PrintJob) is None)


def test_every_page_is_printed(open_page: Open, library, qtbot, tmp_path: Path):
    page = open_page(Place(project_id=make_project(library)))
    job = PrintJob(page.desk.tasks, page.paper, "report", page)
    job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(job.finished, timeout=20_000) as printed:
        job.start()
    assert printed.args == [page.view.preview.page_count]
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) == page.view.preview.page_count


def test_what_is_looked_at_survives_a_rebuild(open_page: Open, library, qtbot):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id))
    qtbot.mouseClick(tile_of(page, None), LEFT)
    qtbot.mouseClick(page.view.language_choice.button("en"), LEFT)
    settle(page)
    again = open_page(Place(project_id=room.project_id), "en")
    again.restore(page.draft())
    settle(again)
    assert tile_of(again, None).isChecked()
    assert again.paper.content == page.paper.content
