"""A questionnaire with every kind of question and a condition, for tests and the gallery."""

from uuid import UUID

from workshop.language import Language
from workshop.models.enums import ConditionTest, ItemKind
from workshop.models.records.evaluations import Condition, FormRecord
from workshop.services.evaluation import evaluations, questionnaires
from workshop.services.evaluation.instrument_files import write_instrument
from workshop.services.evaluation.instrument_shape import Instrument, Item, Wording
from workshop.services.evaluation.questionnaire_files import import_questionnaire
from workshop.services.keeping.library import Library


def words(ko: str, en: str = "") -> Wording:
    """A text in both languages."""
    return Wording(ko=ko, en=en)


USED = Item(
    key="used", kind=ItemKind.SINGLE, required=True,
    text=words("스마트 정류장을 써 보셨나요?", "Have you used the smart bus stop?"),
    labels={"yes": words("예", "Yes"), "no": words("아니요", "No")},
)  # fmt: skip
WHY_NOT = Item(
    key="why-not", kind=ItemKind.TEXT, required=True, text=words("쓰지 않은 까닭은 무엇인가요?", "Why have you not used it?"),
    shown_if=Condition("used", ConditionTest.IS, "no"),
)  # fmt: skip
OPPOSITES = Item(
    key="opposites", kind=ItemKind.LIKERT, low=1, high=7,
    text=words("정류장 안내 화면은 어땠나요?", "How was the information screen?"),
    labels={"1": words("복잡하다", "complicated"), "7": words("간단하다", "easy")},
    shown_if=Condition("used", ConditionTest.IS, "yes"),
)  # fmt: skip
RECOMMEND = Item(
    key="recommend", kind=ItemKind.LIKERT, low=0, high=10,
    text=words("이웃에게 얼마나 권하고 싶은가요?", "How likely would you recommend it to a neighbour?"),
    labels={"0": words("전혀 권하지 않겠다", "Not at all likely"), "10": words("꼭 권하겠다", "Extremely likely")},
)  # fmt: skip
WISHES = Item(
    key="wishes", kind=ItemKind.MULTIPLE, most=2,
    text=words("더 있으면 좋을 것을 골라 주세요.", "What should there be more of?"),
    labels={
        "bench": words("따뜻한 의자", "A heated bench"), "light": words("밝은 조명", "Bright lights"),
        "air": words("미세먼지 알림", "Fine dust warnings"), "voice": words("음성 안내", "Spoken information"),
    },
)  # fmt: skip
FIRST = Item(
    key="first", kind=ItemKind.RANKING, most=3,
    text=words("먼저 바뀌어야 할 정류장부터 골라 주세요.", "Which stop should be changed first?"),
    labels={
        "market": words("중앙시장 앞", "Central market"), "school": words("초등학교 뒷문", "School back gate"),
        "clinic": words("보건소 앞", "Health centre"), "station": words("기차역 광장", "Station square"),
    },
)  # fmt: skip
MINUTES = Item(
    key="minutes", kind=ItemKind.NUMBER, low=0, high=120, unit=words("분", "minutes"),
    text=words("버스를 보통 얼마나 기다리나요?", "How long do you usually wait for the bus?"),
)  # fmt: skip
PHOTO = Item(
    key="photo", kind=ItemKind.PHOTO,
    text=words("불편한 곳의 사진을 골라 주세요.", "Choose a photo of what is inconvenient."),
)  # fmt: skip
EVERY_KIND = (USED, WHY_NOT, OPPOSITES, RECOMMEND, WISHES, FIRST, MINUTES, PHOTO)


def keep_questionnaire(library: Library, *items: Item, key: str = "bus-stop") -> Instrument:
    """A questionnaire of one's own with these items, or every kind of item."""
    instrument = Instrument(
        key=key, title=words("우리 동네 버스 정류장", "Our bus stop"), items=items or EVERY_KIND,
        about=words("스마트 정류장을 쓰는 사람에게 묻습니다.", "Asks those who use the smart bus stop."),
        licence=words("자유롭게 쓰고 고칠 수 있습니다(CC0 1.0).", "Free to use and change (CC0 1.0)."),
    )  # fmt: skip
    return import_questionnaire(library, data=write_instrument(instrument), name="bus.toml").record.instrument


def open_own_form(library: Library, session_id: UUID, language: Language, *items: Item) -> FormRecord:
    """An open form of such a questionnaire."""
    asked = keep_questionnaire(library, *items).key
    made = evaluations.make_form(library, session_id=session_id, instrument=asked, language=language).record
    return evaluations.open_form(library, form_id=made.id).record


def questionnaire_id(library: Library, key: str = "bus-stop") -> UUID:
    """The id of a kept questionnaire."""
    return next(each.id for each in questionnaires.list_questionnaires(library) if each.instrument.key == key)
