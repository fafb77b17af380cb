"""The reports page on a library, waited for until a report is shown."""

from collections.abc import Iterator

import pytest

from tests.ui.pages.reports.desk import Open, settle
from workshop.language import load_language
from workshop.services.keeping.library import Library
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.page import Place
from workshop.ui.pages.reports.page import ReportsPage
from workshop.ui.tasks import Tasks


@pytest.fixture
def open_page(qapp, qtbot, library: Library) -> Iterator[Open]:
    """Builds the page on the library and waits until a report is shown."""
    made: list[ReportsPage] = []

    def build(place: Place, language: str = "ko", settings: Settings | None = None) -> ReportsPage:
        theme = look.load_theme("light")
        look.apply(qapp, theme)
        settings = settings or Settings(language=language)
        desk = Desk(load_language(language), theme, Icons(theme), Tasks(), library, settings)
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
