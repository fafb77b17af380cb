"""An archive being written from the reports page, and taken in on the first page."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.language import load_language, mark
from workshop.models.records.archives import MergeReport, WrittenBag
from workshop.services.archiving.bag_export import export_bag
from workshop.ui.page import Place


def _choose(hall: Hall) -> QWidget:
    hall.go("start", Place())
    hall.push("Take in an archive…")
    return hall.sheet()


def _refused(hall: Hall) -> QWidget:
    sheet = _choose(hall)
    broken = hall.folder / "보관본 2026-05-09.zip"
    broken.write_bytes(b"no archive")
    sheet.look_at(broken)
    hall.settle()
    return hall.sheet()


def _new(hall: Hall) -> QWidget:
    """An archive of another laptop, looked at on this one."""
    sheet = _choose(hall)
    for _step in export_bag(
        hall.library,
        out=hall.folder / "archive",
        language=load_language("ko"),
        session_id=hall.sessions()[0].session.id,
    ):
        pass
    sheet.look_at(hall.folder / "archive")
    hall.settle()
    return hall.sheet()


def _both(hall: Hall) -> QWidget:
    """Two laptops had changed the same; what was taken in, and what was kept."""
    sheet = _choose(hall)
    conflict = mark(
        "{what} was changed on both laptops. Kept: “{kept}”. Set aside: “{lost}”.", what=mark("Idea no. {n}", n=13),
        kept="정류장마다 등받이가 있는 벤치를 놓자", lost="정류장에 긴 벤치를 놓자",
    )  # fmt: skip
    report = MergeReport(
        title="아이디어 워크숍", document_number="HB-2026-P2-02", project_id=hall.project_id, lab_session_id=None,
        is_new=False, with_register=True, added={"idea": 24, "answer": 31, "picture": 6}, updated={"idea": 2},
        conflicts=(conflict,), changes=(mark("{what} is now no. {n}.", what=mark("Idea no. {n}", n=14), n=39),),
        left_out=({code: load_language(code).say("Names, contacts and motives of participants stay in this library.")
                   for code in ("ko", "en")},),
        manifest="0" * 64, backup=Path("library-20260509-140000-000000.workshop"),
    )  # fmt: skip
    sheet._show_done(report)
    hall.settle()
    return hall.sheet()


def _write(hall: Hall) -> QWidget:
    hall.go("reports", hall.place(0))
    hall.push("Archive bag…")
    sheet = hall.sheet()
    sheet.choose_folder(Path("/home/eunpyeong/문서/리빙랩"))
    sheet.register_box.setChecked(True)
    hall.settle()
    return sheet


def _writing(hall: Hall) -> QWidget:
    hall.go("reports", hall.place(0))
    hall.hold_builds()
    hall.push("Archive bag…")
    sheet = hall.sheet()
    sheet.choose_folder(hall.folder)
    hall.push("Write the archive", sheet)
    sheet.bar.show_part(40, 100)
    return sheet


def _written(hall: Hall) -> QWidget:
    hall.go("reports", hall.place(0))
    hall.push("Archive bag…")
    sheet = hall.sheet()
    left_out = (
        mark("The vote “{title}” is still running. It is not in the archive; close it first.", title="먼저 바꿀 것"),
        mark("Names, contacts and motives of participants stay in this library."),
    )
    warnings = (
        mark(
            "{what} holds what looks like a telephone number, an e-mail address or the like.",
            what=mark("Idea no. {n}", n=13),
        ),
    )
    folder = Path("/home/eunpyeong/문서/리빙랩/HB-2026-P2-02 아이디어 워크숍")
    sheet._show_done(WrittenBag(folder, None, ("x",) * 59, left_out, warnings, "0" * 64))
    hall.settle()
    return sheet


VIEWS = (
    View("archive/choose", WORKSHOP, _choose),
    View("archive/refused", WORKSHOP, _refused),
    View("archive/known", WORKSHOP, _new),
    View("archive/taken-in", WORKSHOP, _both),
    View("archive/write", WORKSHOP, _write),
    View("archive/writing", WORKSHOP, _writing),
    View("archive/written", WORKSHOP, _written),
)
