"""The questions of a questionnaire in their order: dragged, or moved with Alt and an arrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize

from workshop.models.titles import title_of
from workshop.services.evaluation.instrument_shape import Item
from workshop.services.evaluation.questionnaires import QuestionnaireRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.prepare.agenda_list import AgendaList
from workshop.ui.pages.prepare.agenda_model import PlanLine


class QuestionList(AgendaList):
    """The list of the running order with questions in it; their keys take the place of activities."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._painter.least_begin, self._painter.least_minutes = 26, 0
        self.setObjectName("questions")
        self.setAccessibleName(desk.language.say("Questions"))
        self.setAccessibleDescription(desk.language.say("Alt with the arrow keys moves a question."))

    def show_questions(self, record: QuestionnaireRecord) -> None:
        """Show the questions, those with something missing marked."""
        wrong = {problem.place for problem in record.problems}
        items = record.instrument.items
        self.set_lines([self._line(place, item, items, wrong=place in wrong) for place, item in enumerate(items)])

    def minimumSizeHint(self) -> QSize:
        """All lines, narrower than a running order: there are no minutes."""
        return QSize(self._desk.type.px(120), self.sizeHint().height())

    def _line(self, place: int, item: Item, items: Sequence[Item], *, wrong: bool) -> PlanLine:
        language = self._desk.language
        parts = [language.tell(title_of(item.kind))]
        if item.required:
            parts.append(language.say("needed"))
        if item.shown_if is not None:
            number = next((n for n, other in enumerate(items, start=1) if other.key == item.shown_if.item), 0)
            parts.append(language.say("after question {n}", n=number) if number else language.say("conditional"))
        text = language.pick(item.record().text) or language.say("(no words yet)")
        missing = language.say("incomplete") if wrong else ""
        return PlanLine(item.key, language.number(place + 1), text, " · ".join(parts), "", missing, "warn")
