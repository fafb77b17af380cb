"""Answers of a form in words, and words as answers."""

from workshop.language import Language
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import AnswerValue, ItemRecord


def answer_texts(item: ItemRecord, language: Language) -> list[tuple[str, str]]:
    """The answers of an item with their words, in order; a step of a scale without words has none."""
    if item.kind is ItemKind.LIKERT:
        steps = [str(value) for value in range(item.low, item.high + 1)]
        return [(step, language.pick(item.labels.get(step, {}))) for step in steps]
    return [(value, language.pick(texts)) for value, texts in item.labels.items()]


def answer_told(item: ItemRecord, value: AnswerValue | None, language: Language) -> str:
    """An answer in words, empty where there is none."""
    if value in (None, "", []):
        return ""
    words = dict(answer_texts(item, language))
    values = value if isinstance(value, list) else [str(value)]
    return ", ".join(words.get(str(one)) or str(one) for one in values)


def read_number(item: ItemRecord, text: str) -> int | None:
    """The whole number in a text, None where there is none or it lies outside."""
    try:
        number = int(text)
    except ValueError:
        return None
    return number if item.high <= item.low or item.low <= number <= item.high else None
