"""Results of evaluation forms on the shared screen: each instrument, items as bars, themes of open answers, too few answers."""

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import FORMS
from tests.gallery.hall import Hall
from tests.gallery.score_libraries import SCORES
from tests.gallery.screen_acts import Show
from tests.gallery.view import View
from workshop.services.evaluation import evaluations


def _result(instrument: str, page: int = 0) -> Show:
    """A page of the last form of an instrument."""

    def show(hall: Hall) -> QWidget:
        forms = evaluations.list_forms(hall.library, project_id=hall.project_id)
        form = [form for form in forms if form.instrument == instrument and form.answers][-1]
        window = hall.screen(lambda stage: stage.show_form_result(form.id))
        for _ in range(page):
            hall.click(hall.stage.scene.findChild(QWidget, "page-next"))
        return window

    return show


VIEWS = (
    View("screen/result-ueq-s", SCORES, _result("ueq-s")),
    View("screen/result-nps", SCORES, _result("nps")),
    View("screen/result-themes", SCORES, _result("nps", 2)),
    View("screen/result-kano", SCORES, _result("kano")),
    View("screen/result-likert", SCORES, _result("service-quality")),
    View("screen/result-few-answers", FORMS, _result("participant-survey")),
)
