"""A page on a library, and a session in preparation on it."""

import pytest

from tests.builders import make_project
from workshop.language import load_language
from workshop.services.sessions import lab_sessions
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.page import Place
from workshop.ui.pages.prepare.page import PreparePage
from workshop.ui.tasks import Tasks


@pytest.fixture(params=["ko", "en"])
def desk(request, qapp, library):
    theme = look.load_theme("light")
    look.apply(qapp, theme)
    tasks = Tasks()
    tasks.listen(library)
    settings = Settings(language=request.param, theme="light")
    yield Desk(load_language(request.param), theme, Icons(theme), tasks, library, settings)
    tasks.shut_down()


@pytest.fixture
def page(desk, qtbot):
    page = PreparePage(desk)
    qtbot.addWidget(page)
    page.resize(1158, 768)
    desk.tasks.changed.connect(lambda _changed: page.reload())
    page.pageRequested.connect(lambda name, place: page.open(place) if name == "prepare" else None)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def session(page, library, desk):
    """A session in preparation that is shown on the page."""
    project_id = make_project(library)
    made = lab_sessions.prepare_session(
        library, project_id=project_id, language=desk.language, template_key="problem-finding"
    ).record
    page.open(Place(project_id, made.id))
    assert desk.tasks.wait_idle()
    return made
