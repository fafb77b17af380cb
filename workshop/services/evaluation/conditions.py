"""Which items of a form are asked, given what was answered so far."""

from collections.abc import Mapping, Sequence

from workshop.models.enums import ConditionTest, ItemKind
from workshop.models.records.evaluations import AnswerValue, Condition, ItemRecord

TESTS = {
    ItemKind.LIKERT: tuple(ConditionTest),
    ItemKind.NUMBER: tuple(ConditionTest),
    ItemKind.SINGLE: (ConditionTest.IS, ConditionTest.IS_NOT),
    ItemKind.MULTIPLE: (ConditionTest.IS, ConditionTest.IS_NOT),
}  # what can be asked of the answer to an item; of the other kinds nothing


def asked_items(items: Sequence[ItemRecord], values: Mapping[str, AnswerValue]) -> tuple[ItemRecord, ...]:
    """The items that are asked, in order. An answer to an item that is not asked counts for none of the later ones."""
    asked: list[ItemRecord] = []
    given: dict[str, AnswerValue] = {}
    for item in items:
        if item.shown_if is not None and not is_met(item.shown_if, given):
            continue
        asked.append(item)
        if item.key in values:
            given[item.key] = values[item.key]
    return tuple(asked)


def is_met(condition: Condition, values: Mapping[str, AnswerValue]) -> bool:
    """Whether the answer to an earlier item stands the test; no answer stands none. Of several choices one is enough."""
    answer = values.get(condition.item)
    if answer is None or answer in ("", []):
        return False
    if condition.test in (ConditionTest.AT_LEAST, ConditionTest.AT_MOST):
        bound = _whole(condition.value)
        if bound is None or not isinstance(answer, int):
            return False
        return answer >= bound if condition.test is ConditionTest.AT_LEAST else answer <= bound
    same = condition.value in answer if isinstance(answer, list) else condition.value == str(answer)
    return same is (condition.test is ConditionTest.IS)


def _whole(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None
