"""Answers in words and figures: the steps of a scale, shares, how many answers stand under which theme."""

from collections.abc import Sequence
from fractions import Fraction

from workshop.language import Language
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import FormResult, ItemRecord, ItemResult
from workshop.models.records.reports import is_small


def scale_steps(item: ItemRecord) -> range:
    """The values of a scale item."""
    return range(item.low, item.high + 1)


def step_counts(result: ItemResult) -> list[int]:
    """How many chose each step, the lowest first."""
    return [result.counts.get(str(value), 0) for value in scale_steps(result.item)]


def step_words(language: Language, item: ItemRecord) -> list[str]:
    """The words of each step, its number where it has none; an item with words at its ends alone keeps its numbers there."""
    words = [language.pick(item.labels.get(str(value), {})) for value in scale_steps(item)]
    return [
        f"{value} {text}" if text and _has_ends_alone(item) else text or str(value)
        for value, text in zip(scale_steps(item), words, strict=True)
    ]


def scale_words(language: Language, items: Sequence[ItemRecord]) -> list[str]:
    """The words of the steps of a scale that items share; numbers alone where each item has its own ends (opposites)."""
    first = step_words(language, items[0])
    if all(step_words(language, item) == first for item in items):
        return first
    return [str(value) for value in scale_steps(items[0])]


def scale_key(item: ItemRecord) -> tuple[object, ...]:
    """The same for items that stand in one table: the same steps with the same words, or opposites of one length."""
    return (item.low, item.high, "" if _has_ends_alone(item) else str(sorted(item.labels.items())))


def share(part: str) -> str:
    """A share from 0 to 1 as a whole per cent."""
    return f"{round(Fraction(part) * 100)}%" if part else "–"


def themes_counted(language: Language, result: FormResult) -> list[tuple[ItemResult, list[tuple[str, int]]]]:
    """Text items whose answers were sorted, with the themes by number of answers, those not sorted last.

    Items that fewer than five have answered are left out.
    """
    found: list[tuple[ItemResult, list[tuple[str, int]]]] = []
    for item in result.items:
        themes = [theme for theme in result.themes if theme.item == item.item.key]
        if item.item.kind is not ItemKind.TEXT or not themes or is_small(item.n):
            continue
        answers = [each for each in result.open_answers if each.item == item.item.key]
        counts = [(theme.title, sum(each.theme_id == theme.id for each in answers)) for theme in themes]
        counts.sort(key=lambda pair: -pair[1])
        loose = len(answers) - sum(count for _title, count in counts)
        found.append((item, [*counts, *([(language.say("Not yet sorted"), loose)] if loose else [])]))
    return found


def _has_ends_alone(item: ItemRecord) -> bool:
    return len(item.labels) == 2 < item.high - item.low
