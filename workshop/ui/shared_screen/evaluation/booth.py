"""The evaluation booth: one form after the other, one question at a time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from uuid import UUID, uuid4

from workshop.language import Message, mark
from workshop.models.enums import FormState, ItemKind
from workshop.models.errors import WorkshopError
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import AnswerRecord, AnswerValue, FormRecord, ItemRecord
from workshop.models.records.people import ParticipantRecord
from workshop.services.evaluation import answers
from workshop.services.evaluation.conditions import asked_items
from workshop.services.people import participants
from workshop.ui.shared_screen.booth import Booth
from workshop.ui.shared_screen.code_step import CodeStep
from workshop.ui.shared_screen.evaluation.booth_data import BoothData, load_booth
from workshop.ui.shared_screen.evaluation.item_step import ItemStep
from workshop.ui.shared_screen.evaluation.progress import Progress
from workshop.ui.shared_screen.evaluation.steps import ReviewStep, StartStep
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.scene import Ground, log
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.shared_screen.step import Step
from workshop.ui.shared_screen.steps import NoteStep

_FAILED = mark("Your answers could not be kept yet. They are still here; please try again or ask the facilitator.")
_NO_CODE = mark("Something went wrong. Please try again, or ask the facilitator.")


class At(Enum):
    """Where a respondent is."""

    START = "start"
    CODE = "code"
    ITEM = "item"
    CHECK = "check"
    DONE = "done"


@dataclass
class Response:
    """The answers of one respondent while they are given; thrown away as a whole."""

    values: dict[str, AnswerValue] = field(default_factory=dict)
    place: int = 0  # in all items of the form
    seen: set[str] = field(default_factory=set)  # the items that were shown
    checked: bool = False  # whether the check was reached, to which every question then leads back
    participant_id: UUID | None = None
    answer_id: UUID = field(default_factory=uuid4)


class EvaluationBooth(Booth):
    """One respondent after the other."""

    state = ScreenState.EVALUATION_BOOTH

    def __init__(self, ground: Ground, look: Look, form_id: UUID) -> None:
        super().__init__(ground, look)
        self._form_id = form_id
        self._visit = 0
        self._waits = False
        self._problem: Message | str = ""
        self.at = At.START
        self.response = Response()

    @property
    def form(self) -> FormRecord:
        """The form as it stands."""
        return self.data.form

    @property
    def asked(self) -> tuple[ItemRecord, ...]:
        """The items that are asked after the answers so far."""
        return asked_items(self.form.items, self.response.values)

    def work(self) -> Callable[[], BoothData]:
        """The form with what is shown beside it."""
        return partial(load_booth, self.ground.desk.library, self._form_id)

    def take(self, data: BoothData) -> None:
        """The form may have been closed meanwhile, or photos have come."""
        before, photos = (self.data.form.state, self.data.photos) if self.data else (None, ())
        self.data = data
        if photos != data.photos and self.at is At.ITEM and self._current.kind is ItemKind.PHOTO:
            self.keep_focus(self.refresh)
        if before is data.form.state or self._waits or self.at is At.DONE:
            return
        if data.form.state is FormState.OPEN and self.is_occupied:
            return
        self.begin_anew()

    @property
    def is_occupied(self) -> bool:
        """Whether somebody has begun."""
        return self.at is not At.START

    @property
    def is_waiting(self) -> bool:
        """Whether the library is asked or the answers are on their way."""
        return self._waits

    @property
    def ends_itself(self) -> bool:
        """The thanks clear themselves."""
        return self.at is At.DONE

    def forget(self) -> None:
        """Throw the answers away."""
        self._visit += 1
        self._waits = False
        self._problem = ""
        self.response = Response()
        self.at = At.START

    def make_step(self) -> Step:
        """The step the respondent is at."""
        say, tell = self.look.language.say, self.look.language.tell
        if self.at is At.DONE:
            return NoteStep(
                self.look, "circle-check", say("Your answers are handed in. Thank you."),
                say("This screen clears itself. The next person may come."),
            )  # fmt: skip
        if self.form.state is not FormState.OPEN:
            return NoteStep(
                self.look,
                "clipboard-check",
                say("No answers are taken now"),
                say("The facilitator opens it."),
                tone="muted",
            )
        if self.at is At.START:
            return StartStep(self.look, self.form, start=self._to_item, with_code=self._to_code)
        if self.at is At.CODE:
            step = CodeStep(
                self.look, say("The code on your name tag"), say("The code on your name tag"),
                say("It only sets your answers before and after side by side. Nobody sees it beside your answers."),
                promise=say("Nobody can see who answered what."), error=tell(self._problem), back=self.begin_anew,
            )  # fmt: skip
            step.entered.connect(self._entered)
            return step
        if self.at is At.ITEM:
            return self._item()
        step = ReviewStep(
            self.look, self.asked, self.response.values, back=self._back, back_to_item=self._back_to,
            hand_in=self.hand_in, problem=tell(self._problem),
        )  # fmt: skip
        if self._waits:
            step.set_waiting(True)
        return step

    def hand_in(self) -> None:
        """Hand the answers in once, however often the button is tapped."""
        if self._waits or self.at is not At.CHECK:
            return
        self._waits = True
        if isinstance(self.step, ReviewStep):
            self.step.set_waiting(True)
        library, form_id, response = self.ground.desk.library, self._form_id, self.response
        values, visit = dict(response.values), self._visit

        def submit() -> Changed[AnswerRecord]:
            return answers.submit_answer(
                library,
                form_id=form_id,
                values=values,
                answer_id=response.answer_id,
                participant_id=response.participant_id,
            )

        self.ground.desk.tasks.run(
            submit, lambda _done: self._handed_in(visit), lambda error: self._refused(visit, error), owner=self
        )

    # From step to step.

    def _item(self) -> ItemStep:
        response, form, item = self.response, self.form, self._current
        response.seen.add(item.key)

        def give(value: AnswerValue | None) -> None:
            if value is None:
                response.values.pop(item.key, None)
            else:
                response.values[item.key] = value

        value = response.values.get(item.key)
        known = all(each.shown_if is None for each in form.items)
        number = sum(form.items.index(each) <= response.place for each in self.asked)
        progress = Progress(self.look, number, response.place + 1, len(form.items), known=known)
        return ItemStep(
            self.look, item, value, progress, faces=self.data.faces, photos=self.data.photos, give=give, back=self._back,
            onward=self._go_on,
        )  # fmt: skip

    @property
    def _current(self) -> ItemRecord:
        return self.form.items[self.response.place]

    def _go_to(self, at: At) -> None:
        self._problem = ""
        self.at = at
        self.go()

    def _to_code(self) -> None:
        self._go_to(At.CODE)

    def _to_item(self) -> None:
        self._go_to(At.ITEM)

    def _go_on(self) -> None:
        """To the next question that is asked; from one that was looked at again to a new one, or to the check."""
        response = self.response
        places = [
            self.form.items.index(item) for item in self.asked if not (response.checked and item.key in response.seen)
        ]
        following = [place for place in places if place > response.place]
        if following:
            response.place = following[0]
            self._go_to(At.ITEM)
        else:
            response.checked = True
            self._go_to(At.CHECK)

    def _back(self) -> None:
        response = self.response
        places = [self.form.items.index(item) for item in self.asked]
        if self.at is At.CHECK:
            self._back_to(self.asked[-1])
        elif response.checked:
            self._go_to(At.CHECK)
        elif response.place > places[0]:
            response.place = max(place for place in places if place < response.place)
            self._go_to(At.ITEM)
        else:
            self.begin_anew()

    def _back_to(self, item: ItemRecord) -> None:
        if not self._waits:
            self.response.place = self.form.items.index(item)
            self._go_to(At.ITEM)

    def _entered(self, code: str) -> None:
        library, project_id, visit = self.ground.desk.library, self.form.project_id, self._visit
        self._waits = True

        def found(person: ParticipantRecord) -> None:
            if visit == self._visit:
                self._waits = False
                self.response.participant_id = person.id
                self._go_to(At.ITEM)

        def not_found(error: Exception) -> None:
            if visit == self._visit:
                self._waits = False
                self._problem = _told(error, _NO_CODE)
                self.go()

        self.ground.desk.tasks.run(
            lambda: participants.find_by_code(library, project_id=project_id, code=code), found, not_found, owner=self
        )

    def _handed_in(self, visit: int) -> None:
        if visit == self._visit:
            self._waits = False
            self.response = Response()
            self._go_to(At.DONE)

    def _refused(self, visit: int, error: Exception) -> None:
        if visit == self._visit:
            self._waits = False
            self._problem = _told(error, _FAILED)
            self.go()


def _told(error: Exception, otherwise: Message) -> Message:
    """The error in the user's words; one of ours goes to the log."""
    if isinstance(error, WorkshopError):
        return error.message
    log.error("the evaluation booth was refused", exc_info=error)
    return otherwise
