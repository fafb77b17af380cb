"""Every reusable widget holds in every theme, size of text and language; none of them is missing in the gallery."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.audit.faults import faint_words, faults
from tests.gallery.looks import Look, all_looks
from tests.gallery.widgets import WIDGETS
from tests.gallery.widgets.specimen import WIDTH, Specimen, shown


@pytest.mark.parametrize("look", all_looks(is_screen=False), ids=str)
@pytest.mark.parametrize("specimen", WIDGETS, ids=lambda specimen: specimen.name)
def test_a_widget_can_be_read_reached_and_heard(qapp: QApplication, specimen: Specimen, look: Look) -> None:
    least = 7 if look.theme == "high-contrast" else 4.5
    with shown(specimen, look) as sheet:
        assert sheet.width() == WIDTH
        assert [*faults(sheet), *faint_words(sheet, least=least)] == []


def test_no_two_widgets_have_the_same_name() -> None:
    names = [specimen.name for specimen in WIDGETS]
    assert sorted(set(names)) == sorted(names)
