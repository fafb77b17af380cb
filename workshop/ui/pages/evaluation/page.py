"""The evaluation page: forms of the project, their answers and results, and what changed between before and after."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from workshop.language import mark
from workshop.models.enums import Stage
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import FormRecord
from workshop.models.titles import title_of
from workshop.services.evaluation import evaluations
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Page, Place
from workshop.ui.pages.evaluation.answer_acts import AnswerActs
from workshop.ui.pages.evaluation.changes_view import change_card
from workshop.ui.pages.evaluation.comparisons_view import comparison_cards
from workshop.ui.pages.evaluation.paper_entry import PaperEntry
from workshop.ui.pages.evaluation.questionnaires.part import QuestionnairesPart
from workshop.ui.pages.evaluation.situation import Situation, load_situation
from workshop.ui.pages.evaluation.view import CHANGES, COMPARED, FORMS, QUESTIONNAIRES, EvaluationView
from workshop.ui.report_places import to_report
from workshop.ui.widgets.form import Field

_TABLES = (
    "evaluation_form",
    "answer",
    "answer_theme",
    "answer_place",
    "lab_session",
    "city_service",
    "project",
    "consent",
    "questionnaire",
)
_OF_PHOTOS = ("picture", "idea")


class EvaluationPage(Page):
    """Forms by session, one chosen; or every service before and after."""

    name = "evaluation"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.situation = Situation()
        self._form_id: UUID | None = None
        self._loading = self._again = False
        self._changes_shown: object = None
        self._compared_shown: object = None
        self.view = EvaluationView(desk)
        self.view.setVisible(False)
        self.questionnaires = QuestionnairesPart(self)
        self.view.stack.addWidget(self.questionnaires)
        self.content.addWidget(self.view, 1)
        self.view.list.chosen.connect(self.choose)
        self.view.detail.verbAsked.connect(self._do)
        self.answers = AnswerActs(self)
        self.view.detail.answersAsked.connect(self.answers.do)
        self.view.detail.undoOffered.connect(self.undoOffered)
        self.view.choice.chosen.connect(self._choose_part)
        self.view.new_button.clicked.connect(self.ask_new)

    def open(self, place: Place) -> None:
        """Show the forms of the place's project; the form of `item_id` where one is named."""
        if place.item_id is not None or place.project_id != self.place.project_id:
            self._form_id = place.item_id
        super().open(place)

    def reload(self) -> None:
        """Read anew, once more where something changed while it was being read."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        work = partial(load_situation, self.desk.library, self.place, self._form_id)
        self.desk.tasks.run(work, self._show, self._loading_failed, owner=self)

    def stale(self, changed: Changed[Any]) -> bool:
        """Only what forms are made of concerns this page, and where photos were chosen as answers, what becomes of them."""
        result = self.situation.result
        photos = _OF_PHOTOS if result is not None and result.photos else ()
        return self.isVisible() and changed.touches(*_TABLES, *photos)

    def draft(self) -> dict[str, Any]:
        """Which form and which part is looked at."""
        self.questionnaires.editor.flush()
        return {"form": self._form_id, "part": self.view.choice.value, "editing": self.questionnaires.editing}

    def restore(self, draft: dict[str, Any]) -> None:
        """Look at the same again."""
        self._form_id = draft.get("form")
        self.view.choice.set_chosen(draft.get("part", FORMS))
        self.questionnaires.editing = draft.get("editing")
        self.reload()

    def focus_first(self) -> None:
        """The keyboard begins at the chosen form."""
        super().focus_first()
        self.view.list.focus_chosen()

    def choose(self, form_id: UUID) -> None:
        """Look at another form."""
        self._form_id = form_id
        self.reload()

    def ask_new(self) -> None:
        """Ask for session, instrument, service and stage of a new form."""
        sessions = self.situation.coming_sessions
        if not sessions:
            self.noticeRequested.emit(mark("Every session has ended. Prepare the next one, then make its form."))
            return
        say, code = self.say, self.desk.language.code
        fields = (
            Field("session_id", say("In which session"), "choice", choices=tuple((each.id, each.title) for each in sessions)),
            Field(
                "instrument", say("What is asked"), "choice",
                choices=tuple((each.key, each.title.in_language(code)) for each in self.situation.instruments),
            ),
            self._service_field(),
            self._stage_field(),
        )  # fmt: skip
        here = next((each.id for each in sessions if each.id == self.place.session_id), sessions[0].id)
        dialog = FormDialog(
            self.desk, say("New form"), fields, say("Make the form"), self, stay=True,
            values={"session_id": here, "instrument": "service-quality", "stage": Stage.DURING},
        )  # fmt: skip
        dialog.submitted.connect(partial(self._make, dialog))
        dialog.open()

    # What is shown.

    def _show(self, situation: Situation) -> None:
        self._loading = False
        self.situation = situation
        form = situation.form
        self._form_id = form.id if form else None
        view = self.view
        view.header.set_over(situation.project.title if situation.project else "")
        if situation.forms:
            view.list.show_forms(situation)
            view.detail.show_form(situation)
        self._show_part()
        view.setVisible(True)
        if self._again:
            self._again = False
            self.reload()

    def _choose_part(self, _value: object) -> None:
        self.questionnaires.editor.flush()
        self._show_part()

    def _show_part(self) -> None:
        asks = self.view.choice.value == QUESTIONNAIRES
        self.view.new_button.setVisible(bool(self.situation.forms) and not asks)
        if asks:
            self.view.show_part(self.questionnaires)
            self.questionnaires.reload()
        elif self.situation.project is None:
            self._show_no_project()
        elif not self.situation.forms:
            self._show_no_forms()
        elif self.view.choice.value == CHANGES:
            self._show_changes()
        elif self.view.choice.value == COMPARED:
            self._show_compared()
        else:
            self.view.show_forms()

    def _show_no_project(self) -> None:
        state = self.view.show_empty(
            "star", self.say("No project is open"),
            self.say("Choose a project first; its evaluation forms are kept here."), self.say("To the projects"),
        )  # fmt: skip
        state.chosen.connect(lambda: self.pageRequested.emit("start", None))

    def _show_no_forms(self) -> None:
        say = self.say
        text = say(
            "A form asks participants about a service or a session. Ask the same before and after a service is tried"
            " out, and what changed is shown side by side."
        )
        where = say("A form belongs to a session.")
        if self.situation.coming_sessions:
            state = self.view.show_empty("star", say("No evaluation forms yet"), text, say("Make the first form"))
            state.chosen.connect(self.ask_new)
        else:
            text = f"{text} {where}"
            state = self.view.show_empty("star", say("No evaluation forms yet"), text, say("Prepare a session"))
            state.chosen.connect(lambda: self.pageRequested.emit("prepare", None))

    def _show_changes(self) -> None:
        changes = self.situation.changes
        if not changes:
            self.view.show_empty(
                "star", self.say("Nothing to compare yet"),
                self.say("Put the same form for a service once before and once after it is tried out; both are then shown here."),
            )  # fmt: skip
            return
        if self._changes_shown != changes:
            self._changes_shown = changes
            self.view.changes.show_cards([change_card(self.desk, change) for change in changes])
        self.view.show_changes()

    def _show_compared(self) -> None:
        compared = (self.situation.types, self.situation.trends)
        if not any(compared):
            self.view.show_empty(
                "star", self.say("Nothing to compare yet"),
                self.say(
                    "Put the same form in two sessions, or for services of two types, and close it; they are then held"
                    " against each other here."
                ),
            )  # fmt: skip
            return
        if self._compared_shown != compared:
            self._compared_shown = compared
            self.view.compared.show_cards(comparison_cards(self.desk, *compared))
        self.view.show_compared()

    def _loading_failed(self, error: Exception) -> None:
        self._loading = self._again = False
        self.desk.tasks.failed.emit(error)

    # What is done.

    def _do(self, verb: str) -> None:
        form, library = self.situation.form, self.desk.library
        if form is None:
            return
        services = {"open": evaluations.open_form, "close": evaluations.close_form, "remove": evaluations.remove_form}
        if verb in services:
            self._run(partial(services[verb], library, form_id=form.id))
        elif verb == "booth":
            self._show_booth(form)
        elif verb == "show":
            self._show_to_room(form)
        elif verb == "paper":
            PaperEntry(self.desk, form, self).open()
        elif verb == "edit":
            self._ask_edit(form)
        elif verb == "report":
            self.pageRequested.emit("reports", to_report(self.place, of=form.service_id))
        elif verb == "export":
            self.answers.ask_place(form)
        elif verb == "import":
            self.answers.ask_file(form)

    def _run(self, work: Any, dialog: FormDialog | None = None) -> None:
        self.do(work, dialog=dialog, done=self._done)

    def _done(self, changed: Changed[Any]) -> None:
        if isinstance(changed.record, FormRecord):
            self._form_id = changed.record.id
        self.reload()

    def _show_booth(self, form: FormRecord) -> None:
        stage = self.desk.stage
        if stage is None:
            return
        stage.show_evaluation_booth(form.id)
        if not stage.is_open:
            stage.open_window()
        self.noticeRequested.emit(mark("The booth for “{title}” is on the shared screen.", title=form.title))

    def _show_to_room(self, form: FormRecord) -> None:
        stage = self.desk.stage
        if stage is None:
            return
        stage.show_form_result(form.id)
        if not stage.is_open:
            stage.open_window()
        self.noticeRequested.emit(mark("The result of “{title}” is on the shared screen.", title=form.title))

    def _make(self, dialog: FormDialog, values: dict[str, Any]) -> None:
        work = partial(evaluations.make_form, self.desk.library, language=self.desk.language, **values)
        self.view.choice.set_chosen(FORMS)
        self._run(work, dialog)

    def _ask_edit(self, form: FormRecord) -> None:
        fields = (
            Field("title", self.say("Title"), required=True), self._service_field(), self._stage_field(),
        )  # fmt: skip
        dialog = FormDialog(
            self.desk, self.say("Edit the form"), fields, self.say("Save"), self, stay=True,
            values={"title": form.title, "service_id": form.service_id, "stage": form.stage},
        )  # fmt: skip

        def submit(values: dict[str, Any]) -> None:
            self._run(
                partial(
                    evaluations.edit_form, self.desk.library, form_id=form.id, title=values["title"],
                    stage=values["stage"], service=(values["service_id"],),
                ),
                dialog,
            )  # fmt: skip

        dialog.submitted.connect(submit)
        dialog.open()

    def _service_field(self) -> Field:
        none = (None, self.say("No single service"))
        services = tuple((service.id, service.title) for service in self.situation.services)
        return Field("service_id", self.say("Service"), "choice", choices=(none, *services))

    def _stage_field(self) -> Field:
        stages = tuple((stage, self.tell(title_of(stage))) for stage in Stage)
        help_text = self.say("Before and after are compared where service and questions are the same.")
        return Field("stage", self.say("When, seen from the change"), "segments", help=help_text, choices=stages)
