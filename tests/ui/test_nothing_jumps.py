"""Nothing jumps when data arrives: the same data moves nothing, and the header of a page stands still from its first paint."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QLabel, QWidget

from tests.gallery.hall import Hall, hall
from tests.gallery.looks import Look
from workshop.ui.actions import ALL_PAGES
from workshop.ui.widgets.headings import TitleLabel

PAGES = [entry.name for entry in ALL_PAGES]


@pytest.fixture
def console(qapp) -> Iterator[Hall]:
    with hall("sample", Look("ko")) as made:
        yield made


def place_of(widget: QWidget, root: QWidget) -> tuple[int, int, int, int]:
    return QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size()).getRect()


def what_is_seen(root: QWidget) -> Counter[tuple[object, ...]]:
    """Kind, words and place of every widget that is seen; two of a kind at one place count twice."""
    seen = [
        widget for widget in root.findChildren(QWidget) if widget.isVisible() and not widget.visibleRegion().isEmpty()
    ]
    return Counter(
        (type(widget).__name__, words(widget), place_of(widget, root)) for widget in seen if is_shown(widget)
    )


def is_shown(widget: QWidget) -> bool:
    """The ring around what has the keyboard comes and goes with the keyboard."""
    return type(widget).__name__ != "_Ring"


def words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel) else widget.accessibleName()


def scrolled(root: QWidget) -> list[tuple[int, int]]:
    areas = [area for area in root.findChildren(QAbstractScrollArea) if area.isVisible()]
    return [(area.verticalScrollBar().value(), area.horizontalScrollBar().value()) for area in areas]


def selected(root: QWidget) -> list[list[tuple[int, int]]]:
    views = [view for view in root.findChildren(QAbstractItemView) if view.isVisible() and view.selectionModel()]
    return [sorted((index.row(), index.column()) for index in view.selectedIndexes()) for view in views]


def keyboard(root: QWidget) -> tuple[object, ...] | None:
    """What has the keyboard, told so that another widget in its place counts as the same."""
    has = QApplication.focusWidget()
    return (type(has).__name__, words(has), place_of(has, root)) if has is not None and root.isAncestorOf(has) else None


def stir(page: QWidget) -> None:
    """Be somewhere: halfway down each list, with something selected, and the keyboard at the last control that is seen."""
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model is not None and model.rowCount() > 1:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            view.selectionModel().setCurrentIndex(model.index(1, 0), flags)
    for area in page.findChildren(QAbstractScrollArea):
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
    controls = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() and not widget.visibleRegion().isEmpty()
    ]
    if controls:
        controls[len(controls) // 2].setFocus()


@pytest.mark.parametrize("name", PAGES)
def test_the_same_data_moves_nothing(console, name):
    console.go(name)
    page = console.page
    stir(page)
    console.settle()
    before = what_is_seen(page), scrolled(page), selected(page), keyboard(page)
    assert len(before[0]) > 10
    page.reload()
    during = what_is_seen(page)
    console.settle()
    after = what_is_seen(page), scrolled(page), selected(page), keyboard(page)
    assert during == before[0], f"while it waits: {sorted(map(str, (during - before[0]) + (before[0] - during)))}"
    assert after[0] == before[0], f"then: {sorted(map(str, (after[0] - before[0]) + (before[0] - after[0])))}"
    assert after[1:] == before[1:]


@pytest.mark.parametrize("name", PAGES)
def test_the_title_stands_still_from_the_first_paint(console, name):
    console.window.go(name, console.place())
    page = console.page
    assert page.grab().width() > 0  # the first paint, before any data
    first = titles(page)
    console.settle()
    assert titles(page)
    assert first in ([], titles(page)), "a title that is there stays where it is"


def titles(page: QWidget) -> list[tuple[int, int]]:
    """Where the title of the page begins; figures beside it may still come."""
    found = [label for label in page.findChildren(TitleLabel) if label.isVisible()]
    return [place_of(label, page)[:2] for label in found[:1]]
