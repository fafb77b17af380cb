"""The Tab key reads: also through fields that lie in the rows of a list."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from workshop.ui.widgets.reading_order import ReadingOrder


class _Sheet(ReadingOrder, QWidget):
    pass


def test_fields_in_the_rows_of_a_list_come_in_their_order_before_what_is_below(qtbot) -> None:
    sheet = _Sheet()
    qtbot.addWidget(sheet)
    column = QVBoxLayout(sheet)
    above, rows, below = QPushButton("above"), QListWidget(), QPushButton("below")
    rows.setTabKeyNavigation(False)
    for widget in (above, rows, below):
        column.addWidget(widget)
    fields = [QLineEdit() for _ in range(2)]  # made last, as they are when options come later
    for field in fields:
        item = QListWidgetItem()
        rows.addItem(item)
        rows.setItemWidget(item, field)
    sheet.show()
    qtbot.waitExposed(sheet)
    sheet.activateWindow()
    above.setFocus()
    qtbot.waitUntil(above.hasFocus)
    reached = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    names = {rows: "rows", fields[0]: "first", fields[1]: "second", below: "below", above: "above"}
    assert [names[one] for one in reached] == ["first", "second", "below"]  # the list hands the keyboard to its row
