"""The idea booth: empty, while somebody writes, when it hangs on the wall."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_acts import Show, activity, begin, session_id, tap, wishing
from tests.gallery.screen_libraries import FEW, SCREEN
from tests.gallery.view import View

_TEXT = "학교 앞 횡단보도에 어린이가 서 있으면 초록불이 더 길게 켜지면 좋겠습니다."


def _empty(hall: Hall) -> QWidget:
    chosen = activity(hall, FEW)
    begin(hall, chosen.id, 2)
    return hall.screen(lambda stage: stage.show_idea_booth(session_id(hall), chosen.id))


def _writing(hall: Hall) -> QWidget:
    window = _empty(hall)
    hall.stage.scene.findChild(QWidget, "idea").insertPlainText(_TEXT)
    hall.settle()
    return window


def _composing(hall: Hall) -> QWidget:
    window = _empty(hall)
    field = hall.stage.scene.findChild(QWidget, "idea")
    field.insertPlainText("횡단보도 신호가 짧")
    QCoreApplication.sendEvent(field, QInputMethodEvent("습", []))
    hall.settle()
    return window


def _nothing_written(hall: Hall) -> QWidget:
    window = _empty(hall)
    tap(hall, "submit")
    return window


def _wrong_code(hall: Hall) -> QWidget:
    window = _writing(hall)
    hall.stage.scene.findChild(QWidget, "author").insert("99999")
    tap(hall, "submit")
    return window


def _sent(hall: Hall) -> QWidget:
    window = _writing(hall)
    tap(hall, "submit")
    return window


_STATES: dict[str, Show] = {
    "": _empty,
    "-writing": _writing,
    "-composing": _composing,
    "-nothing-written": _nothing_written,
    "-wrong-code": _wrong_code,
    "-sent": _sent,
    "-text-150": wishing(_writing, "text-150"),
    "-text-200": wishing(_wrong_code, "text-200"),
    "-contrast": wishing(_writing, "contrast"),
}
VIEWS = tuple(View(f"screen/idea-booth{name}", SCREEN, show) for name, show in _STATES.items())
