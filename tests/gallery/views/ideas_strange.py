"""Ideas in words that are hard to show: very long, without a blank, in signs of other scripts, in emoji, over many lines."""

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import PREPARED
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.services.ideas import ideas

_STRANGE = (
    "횡단보도신호가짧아서할머니들이뛰어가십니다" * 12,
    "가나다 " * 1_250,
    "https://example.org/" + "a" * 400,
    "安全한 通學路를 爲하여 老人保護區域을 指定합시다",
    "🚸👵🏽👩‍👧‍👦🛝 놀이터 앞에 🚦를!",
    "من فضلك ضع مقعدًا هنا قرب السوق 1번 출구",
    "Đèn đường bị hỏng ở ngõ sau trường học",
    "한 줄\n두 줄\n\n세 줄\n네 줄\n다섯 줄\n여섯 줄\n일곱 줄",
    '<b>굵게</b> & "따옴표" = SUM(A1:A9)',
    "가",
)


def _wall(hall: Hall) -> QWidget:
    hall.go("ideas", hall.place(0))
    target = hall.page.collection.target
    ideas.add_ideas(hall.window.desk.library, session_id=target.id, texts=_STRANGE)
    hall.settle()
    return hall.window


def _list(hall: Hall) -> QWidget:
    _wall(hall)
    return hall.push("List")


def _in_full(hall: Hall) -> QWidget:
    """The longest, with everything about it."""
    _wall(hall)
    hall.push("Idea in full")
    hall.page.view.wall.choose(hall.page.shown_under(None)[1])
    hall.settle()
    return hall.window


def _writing(hall: Hall) -> QWidget:
    """More lines than the field shows."""
    hall.go("ideas", hall.place(0))
    hall.page.view.entry.field.set_value(_STRANGE[7])
    hall.settle()
    return hall.window


VIEWS = (
    View("ideas/strange", PREPARED, _wall),
    View("ideas/strange-list", PREPARED, _list),
    View("ideas/strange-in-full", PREPARED, _in_full),
    View("ideas/writing-lines", PREPARED, _writing),
)
