"""What a pasted list or a spreadsheet would become."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from tests.gallery.console_libraries import WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.exchange.sheets import Table

_ROWS = (
    ("번호", "주제", "아이디어"),
    ("2", "건너기", "횡단보도마다 남은 시간을 보여 주는 신호등"),
    ("", "", "정류장에 앉을 곳 — a bench at every stop, with a roof and a lamp for the evening"),
    ("99", "", "번호를 알 수 없는 사람의 생각"),
    ("", "건너기", "가나다 " * 1_300),
    ("3", "", ""),
    ("", "새 주제", "야간 보행 도우미"),
)
_TABLE = Table(tuple(enumerate(_ROWS, start=1)), "의견")


def _open(hall: Hall) -> QWidget:
    hall.go("ideas", hall.place(0))
    hall.page.more.take_in(_TABLE)
    hall.settle()
    return hall.sheet()


def _left_out(hall: Hall) -> QWidget:
    sheet = _open(hall)
    sheet.table.choose(3)
    hall.press(Qt.Key.Key_Return)
    return sheet


def _pasted(hall: Hall) -> QWidget:
    hall.go("ideas", hall.place(0))
    hall.page.more.take_in_lines(["1. 벤치를 놓자", "2. 그늘을 만들자", "• 가로등을 밝게"])
    hall.settle()
    return hall.sheet()


def _nothing(hall: Hall) -> QWidget:
    """No column says that it holds ideas."""
    hall.go("ideas", hall.place(0))
    hall.page.more.take_in(Table(((1, ("a", "b")), (2, ("c", "d")))))
    hall.settle()
    return hall.sheet()


def _menu(hall: Hall) -> QMenu:
    hall.go("ideas", hall.place(0))
    hall.page.more.offer()
    hall.settle()
    return hall.menu()


def _photos(hall: Hall) -> QWidget:
    hall.go("ideas", hall.place(0))
    hall.page.more.open_photos()
    hall.settle()
    return hall.sheet()


def _pasted_in_run(hall: Hall) -> QWidget:
    hall.go("run", hall.place(0))
    hall.page.acts.take_in(["- 벤치를 놓자", "- 그늘을 만들자"])
    hall.settle()
    return hall.sheet()


VIEWS = (
    View("ideas/photos", WORKSHOP, _photos),
    View("run/pasted", WORKSHOP, _pasted_in_run),
    View("ideas/take-in", WORKSHOP, _open),
    View("ideas/take-in-left-out", WORKSHOP, _left_out),
    View("ideas/take-in-pasted", WORKSHOP, _pasted),
    View("ideas/take-in-nothing", WORKSHOP, _nothing),
    View("ideas/more", WORKSHOP, _menu),
)
