"""Every reusable widget holds in every theme, size of text and language; none of them is missing in the gallery."""

import inspect
from importlib import import_module
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication, QWidget

from tests.audit.faults import faint_words, faults
from tests.audit.hearing import tab_order
from tests.gallery.looks import Look, all_looks
from tests.gallery.widgets import WIDGETS
from tests.gallery.widgets.specimen import WIDTH, Specimen, draw, shown
from workshop.ui import widgets
from workshop.ui.theme import load_theme
from workshop.ui.widgets.focus_ring import FocusRings

# Widgets without a specimen, and why.
ELSEWHERE = {
    "CalmView": "a page of its own: console/opening", "OpeningView": "a page of its own: console/opening",
    "FailureView": "a page of its own: console/library-failed", "Navigation": "in every view of the console",
    "Columns": "has no look of its own", "ListAndDetail": "has no look of its own",
    "ScrolledSheet": "has no look of its own",
    "Veil": "lies above a page: console views with the palette and the keys", "Floating": "toast and undo bar are made of it",
    "CountLabel": "in every page header with a figure", "DisplayLabel": "in the views of votes and of run",
    "Swatch": "in every legend of the views of evaluation",
    "ElidedLabel": "in the views of prepare and of the shared screen",
    "HeadingLabel": "in every dialog", "ListTile": "in the views of votes, evaluation and reports",
    "TileList": "in the views of votes, evaluation and reports",
}  # fmt: skip


def reusable() -> set[str]:
    """Every widget that pages can make use of."""
    modules = [import_module(found.name) for found in walk_packages(widgets.__path__, f"{widgets.__name__}.")]
    return {
        name
        for module in modules
        for name, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and issubclass(kind, QWidget) and not name.startswith("_")
    }


@pytest.mark.parametrize("look", all_looks(is_screen=False), ids=str)
@pytest.mark.parametrize("specimen", WIDGETS, ids=lambda specimen: specimen.name)
def test_a_widget_can_be_read_reached_and_heard(qapp: QApplication, specimen: Specimen, look: Look) -> None:
    least = 7 if look.theme == "high-contrast" else 4.5
    with shown(specimen, look) as sheet:
        assert sheet.width() == WIDTH
        assert [*faults(sheet), *faint_words(sheet, least=least)] == []


@pytest.mark.parametrize("specimen", WIDGETS, ids=lambda specimen: specimen.name)
def test_a_ring_is_around_whatever_has_the_keyboard(qapp: QApplication, qtbot, specimen: Specimen) -> None:
    """What shows it in its own way changes its picture instead."""
    with shown(specimen, Look("ko", "light")) as sheet:
        rings = FocusRings(load_theme("light"), sheet)
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        for control in tab_order(sheet):
            sheet.setFocus()
            before = control.grab().toImage()
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if control.property("ring") is False:
                assert control.grab().toImage() != before, control
            else:
                assert rings._ring is not None, control
                ring = QRect(rings._ring.mapTo(sheet, rings._ring.rect().topLeft()), rings._ring.size())
                assert ring.contains(QRect(control.mapTo(sheet, control.rect().topLeft()), control.size()))


def test_every_widget_is_in_the_gallery(qapp: QApplication) -> None:
    seen: set[str] = set()
    for specimen in WIDGETS:
        with shown(specimen, Look()) as sheet:
            seen |= {kind.__name__ for widget in sheet.findChildren(QWidget) for kind in type(widget).__mro__}
    assert reusable() - seen - ELSEWHERE.keys() == set()
    assert ELSEWHERE.keys() - reusable() == set(), "these are no widgets any more"


def test_no_two_widgets_have_the_same_name() -> None:
    names = [specimen.name for specimen in WIDGETS]
    assert sorted(set(names)) == sorted(names)


def test_a_widget_is_drawn_into_a_file(qapp: QApplication, tmp_path) -> None:
    file = draw(WIDGETS[0], Look("en", "dark", 150), tmp_path)
    assert file.relative_to(tmp_path).as_posix() == f"widget/{WIDGETS[0].name}-en-dark-150.png"
    assert QImageReader(str(file)).size().width() == WIDTH
