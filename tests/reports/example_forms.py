"""Hand-made evaluation forms with their results, before and after."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID

from workshop.models.enums import (
    FormState,
    ItemKind,
    Stage,
)
from workshop.models.records.evaluations import (
    FormRecord,
    FormResult,
    ItemChange,
    ItemRecord,
    ItemResult,
    ServiceChange,
)
from workshop.models.records.scores import Method, ScaleScore, Scores

START = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)

AGREEMENT = ("전혀 그렇지 않다", "그렇지 않다", "보통이다", "그렇다", "매우 그렇다")
AGREEMENT_ENGLISH = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")


def key(number: int) -> UUID:
    """A key that is the same in every run."""
    return UUID(int=number)


def scale_item(name: str, korean: str, english: str) -> ItemRecord:
    """An item with five steps of agreement."""
    labels = {str(at): {"ko": AGREEMENT[at - 1], "en": AGREEMENT_ENGLISH[at - 1]} for at in range(1, 6)}
    return ItemRecord(name, ItemKind.LIKERT, {"ko": korean, "en": english}, False, 1, 5, labels)


def item_result(item: ItemRecord, *counts: int, median: str = "4", missing: int = 1) -> ItemResult:
    """Counts for the steps of a scale item."""
    n = sum(counts)
    share = f"{(counts[-1] + counts[-2]) / n:.4f}"
    return ItemResult(item, n, missing, {str(at + 1): count for at, count in enumerate(counts)}, median, share, ())


USEFUL = scale_item(
    "useful", "이 서비스는 나와 이웃에게 쓸모가 있다.", "This service is useful to me and my neighbours."
)
EASY = scale_item("easy", "이 서비스는 이용하기 쉽다.", "This service is easy to use.")
FAIR = scale_item(
    "fair",
    "이 서비스는 어린이와 어르신, 몸이 불편한 이웃까지 누구나 이용할 수 있다.",
    "Everyone can use this service, including children, older people and people with disabilities.",
)


def form_result(stage: Stage = Stage.DURING, *, number: int = 400, shift: int = 0) -> FormResult:
    """A filled-in evaluation with a score, three scale items, a choice and comments."""
    choice = ItemRecord(
        "often",
        ItemKind.SINGLE,
        {"ko": "얼마나 자주 이용하나요?", "en": "How often do you use it?"},
        False,
        0,
        0,
        {
            "daily": {"ko": "거의 날마다", "en": "Almost every day"},
            "weekly": {"ko": "일주일에 한두 번", "en": "Once or twice a week"},
            "never": {"ko": "이용한 적이 없다", "en": "Never"},
        },
    )
    comment = ItemRecord(
        "comment",
        ItemKind.TEXT,
        {"ko": "좋았던 점이나 고쳤으면 하는 점", "en": "What was good, what should change?"},
        False,
        0,
        0,
        {},
    )
    texts = (
        "소리가 잘 들려서 눈이 나쁜 어머니도 혼자 건너십니다.",
        "비 오는 날에는 바닥 불빛이 번져서 잘 안 보여요.",
        "정문 말고 후문에도 놓아 주세요. 아이들 절반은 후문으로 다닙니다. "
        "그리고 신호가 바뀌기 전에 나오는 안내 소리가 아침에는 조금 커서 가까운 집에서는 창문을 못 엽니다.",
    )
    items = (
        item_result(USEFUL, 0, 1, 4 - shift, 12, 10 + shift),
        item_result(EASY, 1, 3, 7 - shift, 11 + shift, 5, missing=1),
        item_result(FAIR, 2, 6 - shift, 8, 9 + shift, 3, median="3", missing=0),
        ItemResult(choice, 27, 1, {"daily": 14, "weekly": 9, "never": 4}, "", "", ()),
        ItemResult(comment, 3, 25, {}, "", "", texts),
    )
    form = FormRecord(
        key(number),
        key(1),
        key(3),
        None,
        key(500),
        "바닥 신호등",
        "sus",
        "바닥 신호등 사용성 평가",
        stage,
        FormState.CLOSED,
        tuple(item.item for item in items),
        28,
        START,
        START + timedelta(minutes=120),
        Method.SUS,
    )
    scale = ScaleScore("sus", 0, 100, 27, Fraction(145, 2), Fraction(75), 11.2, (68.1, 76.9), Fraction(81, 100), "B")
    return FormResult(form, 28, items, "SUS", "72.5", 27, "B", "0.81", (), Scores((scale,)))


def service_change() -> ServiceChange:
    """A service before and after, partly the same people."""
    before, after = form_result(Stage.BASELINE), form_result(Stage.AFTER, number=401, shift=3)
    changes = tuple(
        ItemChange(old.item, old, new, 11, 9, 3, "medium", 1)
        for old, new in zip(before.items[:3], after.items[:3], strict=True)
    )
    return ServiceChange(replace(before, score="58.0", grade="D"), after, 23, changes)
