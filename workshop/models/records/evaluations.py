"""What services tell about evaluation forms and their answers."""

from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from workshop.models.enums import Channel, ConditionTest, FormState, ItemKind, Stage
from workshop.models.records.pictures import PictureRecord
from workshop.models.records.scores import Method, ScaleScore, Scores

SUS_AVERAGE = 68  # of many studies: Sauro and Lewis, Quantifying the User Experience, 2016


@dataclass(frozen=True, slots=True)
class Condition:
    """An item is asked only if the answer to an earlier one stands this test against `value`, a number or choice as text.

    Whoever has not answered the earlier item, or was not asked it, is not asked this one either.
    """

    item: str
    test: ConditionTest
    value: str


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One item of a form, as it stood when the form was made; texts by language code.

    `low` and `high` bound a Likert or number item; `labels` holds texts of scale steps or choices by their value. `most` is
    the most choices of a multiple item and the places of a ranking, 0 for as many as there are; `unit` is that of a number.
    `negative` marks an item where agreeing is bad news. An item without `shown_if` is always asked.
    """

    key: str
    kind: ItemKind
    text: dict[str, str]
    required: bool
    low: int
    high: int
    labels: dict[str, dict[str, str]]
    most: int = 0
    unit: dict[str, str] = field(default_factory=dict)
    negative: bool = False
    shown_if: Condition | None = None


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
    method: Method = Method.COUNT


AnswerValue = (
    int | str | list[str]
)  # a list holds choices, or the options of a ranking from the first; a photo is its id


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """One respondent's filled-in form; a missing item is not in `values`."""

    id: UUID
    form_id: UUID
    participant_id: UUID | None
    channel: Channel
    values: dict[str, AnswerValue]


@dataclass(frozen=True, slots=True)
class OptionPlaces:
    """One option of a ranking counted; `key` is its value.

    `counts` is how often it took the first, second … place, `unranked` how often none; `mean` is its mean place and `points`
    those of Borda, in both of which options without a place share the mean of the places that are left.
    """

    key: str
    counts: tuple[int, ...]
    unranked: int
    mean: Fraction
    points: Fraction


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item counted.

    `counts` by value as text, of a ranking the first places; `median` and `top2` (share 0–1) as text for Likert items, else
    empty. `places` are the options of a ranking in the order of the item, none where nobody ranked any.
    """

    item: ItemRecord
    n: int
    missing: int
    counts: dict[str, int]
    median: str
    top2: str
    texts: tuple[str, ...]
    places: tuple[OptionPlaces, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerThemeRecord:
    """A heading under which open answers to one item of a form were sorted by hand."""

    id: UUID
    form_id: UUID
    item: str
    title: str
    position: int


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """What somebody wrote to a text item, and the theme it was put under."""

    answer_id: UUID
    item: str
    text: str
    theme_id: UUID | None


@dataclass(frozen=True, slots=True)
class PhotoAnswer:
    """A photo that respondents chose for a photo item, and how many did.

    `picture` is none where the photo was removed from the library, and where the idea it belongs to was `withdrawn`.
    """

    item: str
    times: int
    picture: PictureRecord | None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class FormResult:
    """A counted form.

    `score` with `score_name` where the instrument comes to one number (SUS, UEQ-S, NPS); `scores` holds all its scales.
    `reliability` is Cronbach's alpha.
    """

    form: FormRecord
    respondents: int
    items: tuple[ItemResult, ...]
    score_name: str
    score: str
    scored: int
    grade: str
    reliability: str
    flags: tuple[str, ...]
    scores: Scores = field(default_factory=Scores)
    themes: tuple[AnswerThemeRecord, ...] = ()
    open_answers: tuple[OpenAnswer, ...] = ()
    photos: tuple[PhotoAnswer, ...] = ()

    @property
    def method(self) -> Method:
        """How the form is scored."""
        return self.form.method


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item before and after, and how many of the paired went up, stayed, went down.

    `effect` is the size of the change in a word, `side` 1 where the service became better in this item and −1 where worse.
    """

    item: ItemRecord
    before: ItemResult
    after: ItemResult
    better: int
    same: int
    worse: int
    effect: str
    side: int = 0


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """One scale of an instrument before and after: persons' scores, and how many of the paired went up, stayed, went down.

    `effect` is the size of the change in a word, `side` 1 where the later scores are higher, −1 where lower.
    """

    before: ScaleScore
    after: ScaleScore
    paired: int
    better: int
    same: int
    worse: int
    effect: str
    side: int


@dataclass(frozen=True, slots=True)
class ServiceChange:
    """A service at two stages with the same instrument.

    `paired` counts respondents known by code in both; 0 means two groups side by side.
    """

    before: FormResult
    after: FormResult
    paired: int
    items: tuple[ItemChange, ...]
    scales: tuple[ScaleChange, ...] = ()
