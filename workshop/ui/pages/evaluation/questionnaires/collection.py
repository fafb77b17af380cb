"""What the part of the page with questionnaires shows, read in one go on the worker thread."""

from dataclasses import dataclass
from uuid import UUID

from workshop.services.evaluation.instrument_shape import Instrument
from workshop.services.evaluation.instruments import list_instruments
from workshop.services.evaluation.questionnaires import QuestionnaireRecord, list_questionnaires
from workshop.services.keeping.library import Library


@dataclass(frozen=True, slots=True)
class Collection:
    """The questionnaires of one's own, and the ready ones; keys tell them apart."""

    own: tuple[QuestionnaireRecord, ...] = ()
    ready: tuple[Instrument, ...] = ()

    def instrument(self, key: str) -> Instrument | None:
        """The one with a key, own or ready."""
        every = (*(record.instrument for record in self.own), *self.ready)
        return next((each for each in every if each.key == key), None)

    def record(self, key: str) -> QuestionnaireRecord | None:
        """The own one with a key."""
        return next((record for record in self.own if record.instrument.key == key), None)

    def record_of(self, questionnaire_id: UUID) -> QuestionnaireRecord | None:
        """The own one with an id."""
        return next((record for record in self.own if record.id == questionnaire_id), None)


def load_collection(library: Library) -> Collection:
    """Everything that can be asked or edited."""
    return Collection(list_questionnaires(library), list_instruments())
