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
    if item.kind is ItemKind.PHOTO:
        return language.say("A photo is chosen")
    if item.kind is ItemKind.NUMBER:
        return f"{value} {language.pick(item.unit)}".strip()
    words = dict(answer_texts(item, language))
    if isinstance(value, list):
        told = [words.get(one, one) for one in value]
        if item.kind is ItemKind.RANKING:
            told = [f"{place}. {text}" for place, text in enumerate(told, start=1)]
        return ", ".join(told)
    return words.get(str(value)) or _step_told(item, str(value), language)


def how_to_answer(language: Language, item: ItemRecord) -> str:
    """One line below the question; empty where the answers say it themselves."""
    say, say_many = language.say, language.say_many
    if item.kind is ItemKind.MULTIPLE:
        return say("Choose up to {n}.", n=language.number(item.most)) if item.most else say("Choose all that fit.")
    if item.kind is ItemKind.RANKING:
        places = item.most or len(item.labels)
        return say_many("Tap the best one.", "Tap the best first, then the next: up to {n} places.", places)
    if item.kind is ItemKind.PHOTO:
        return say("Tap one of the photos of this session.")
    return number_bounds(language, item) if item.kind is ItemKind.NUMBER else ""


def number_bounds(language: Language, item: ItemRecord) -> str:
    """From where to where a number goes; empty where it has no bounds."""
    if item.high <= item.low:
        return ""
    return language.say("{low} to {high}", low=language.number(item.low), high=language.number(item.high))


def read_number(item: ItemRecord, text: str) -> int | None:
    """The whole number in a text, None where there is none or it lies outside."""
    try:
        number = int(text)
    except ValueError:
        return None
    return number if item.high <= item.low or item.low <= number <= item.high else None


def _step_told(item: ItemRecord, value: str, language: Language) -> str:
    """A step without words of its own, between the words of the two ends."""
    if item.kind is not ItemKind.LIKERT:
        return value
    low, high = (language.pick(item.labels.get(str(end), {})) for end in (item.low, item.high))
    return language.say(
        "{value} (from {low} to {high})", value=value, low=f"{item.low} {low}", high=f"{item.high} {high}"
    )
