"""The forms of a project, session by session; one of them is chosen."""

from itertools import groupby

from PySide6.QtWidgets import QWidget

from workshop.models.enums import FormState
from workshop.models.records.evaluations import FormRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.situation import Situation
from workshop.ui.pages.evaluation.wording import answers_words, stage_words
from workshop.ui.widgets.tile_list import ListTile, TileList


class FormList(TileList):
    """The key of a tile is the id of its form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Forms"), parent)
        self._desk = desk

    def show_forms(self, situation: Situation) -> None:
        """Show the forms of all sessions; nothing is touched where nothing changed."""
        content = (situation.forms, situation.sessions)
        self.show_content(content, lambda: self._fill(situation), situation.form.id if situation.form else None)

    def _fill(self, situation: Situation) -> None:
        for _session_id, group in groupby(situation.forms, key=lambda form: form.lab_session_id):
            forms = list(group)
            session = situation.session_of(forms[0])
            self.add_heading(session.title, self._desk.language.day(session.on) if session.on else "")
            for form in forms:
                self.add_tile(self._tile(form))

    def _tile(self, form: FormRecord) -> ListTile:
        language = self._desk.language
        foot = f"{stage_words(language, form)} · {answers_words(language, form.answers)}"
        pill = ("", "")
        if form.state is not FormState.CLOSED:
            pill = (language.tell(title_of(form.state)), "accent" if form.state is FormState.OPEN else "quiet")
        return ListTile(self._desk, form.id, form.title, form.service_title, foot, pill)
