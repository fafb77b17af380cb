"""What the tests of preparing have in common."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from workshop.services.sessions import lab_sessions


def plan_of(library, session):
    return lab_sessions.session_plan(library, session_id=session.id)


def titles(library, session):
    return [part.title for part in plan_of(library, session).activities]


def settle(page):
    for _ in range(3):
        QTest.qWait(0)  # what a field tells when it is left
        assert page.desk.tasks.wait_idle()


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text) if text else qtbot.keyClick(field, Qt.Key.Key_Delete)


def submit(qtbot, page, dialog):
    with qtbot.waitSignal(page.undoOffered):
        dialog.form.submit()
    settle(page)


def dialog_of(page, kind):
    (dialog,) = [child for child in page.window().findChildren(kind) if child.isVisible()]
    return dialog


def vote_of(library, session):
    return next(part for part in plan_of(library, session).activities if part.poll_id)
