"""What services tell about evaluation forms and their answers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import Channel, FormState, ItemKind, Stage

SUS_AVERAGE = 68  # of many studies: Sauro and Lewis, Quantifying the User Experience, 2016


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One item of a form, as it stood when the form was made; texts by language code.

    `low` and `high` bound a Likert or number item; `labels` holds texts of scale steps or choices by their value.
    """

    key: str
    kind: ItemKind
    text: dict[str, str]
    required: bool
    low: int
    high: int
    labels: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class FormRecord:
    """An evaluation form put to the room: an instrument, perhaps for a service, at one stage."""

    id: UUID
    project_id: UUID
    lab_session_id: UUID
    activity_id: UUID | None
    service_id: UUID | None
    service_title: str
    instrument: str
    title: str
    stage: Stage
    state: FormState
    items: tuple[ItemRecord, ...]
    answers: int
    opened_at: datetime | None
    closed_at: datetime | None


AnswerValue = int | str | list[str]


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """One respondent's filled-in form; a missing item is not in `values`."""

    id: UUID
    form_id: UUID
    participant_id: UUID | None
    channel: Channel
    values: dict[str, AnswerValue]


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item counted. `counts` by value as text; `median` and `top2` (share 0–1) as text for Likert items, else empty."""

    item: ItemRecord
    n: int
    missing: int
    counts: dict[str, int]
    median: str
    top2: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormResult:
    """A counted form; `score` with `score_name` where the instrument has one (SUS), `reliability` is Cronbach's alpha."""

    form: FormRecord
    respondents: int
    items: tuple[ItemResult, ...]
    score_name: str
    score: str
    scored: int
    grade: str
    reliability: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item before and after; medians and top-2 shares as text, and how many of the paired went up, stayed, went down."""

    item: ItemRecord
    before: ItemResult
    after: ItemResult
    better: int
    same: int
    worse: int
    effect: str


@dataclass(frozen=True, slots=True)
class ServiceChange:
    """A service before and after with the same instrument.

    `paired` counts respondents known by code in both; 0 means two groups side by side.
    """

    before: FormResult
    after: FormResult
    paired: int
    items: tuple[ItemChange, ...]
