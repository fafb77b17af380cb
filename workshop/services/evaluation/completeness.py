"""What is still missing in an instrument, or does not go together; a form is made of none before it is whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from workshop.language import Message, mark
from workshop.models.enums import ItemKind
from workshop.models.text import clean_text
from workshop.services.evaluation.conditions import TESTS
from workshop.services.evaluation.instrument_shape import Instrument, Item, LocalText, Wording

MOST_ITEMS = 200
MOST_CHOICES = 40
LOWEST_STEP, HIGHEST_STEP = -5, 10
FARTHEST = 999_999_999  # the largest number that can be answered, and less its sign the smallest
LONGEST_TITLE, LONGEST_ITEM, LONGEST_LABEL, LONGEST_UNIT, LONGEST_ABOUT = 300, 500, 200, 30, 2_000  # characters
WITH_CHOICES = frozenset({ItemKind.SINGLE, ItemKind.MULTIPLE, ItemKind.RANKING})
_ABOUT = ("about", "source", "licence")
_KEY = re.compile(r"[\w-]{1,64}")

_KEYS = mark("A key has 1 to 64 letters, digits, “-” or “_”.")
_NO_KOREAN = mark("The Korean wording is missing.")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in words, at which field of which item (counted from 0; none: of the whole)."""

    place: int | None
    field: str
    message: Message

    def told(self) -> Message:
        """The problem with the number of its question."""
        if self.place is None:
            return self.message
        return mark("Question {n}: {problem}", n=self.place + 1, problem=self.message)


def find_problems(instrument: Instrument) -> tuple[Problem, ...]:
    """Everything that keeps an instrument from being asked, in the order of its items; empty where it is whole."""
    return tuple(_problems(instrument))


def clean_instrument(instrument: Instrument) -> Instrument:
    """The same with every text as the library keeps texts."""
    return msgspec.structs.replace(
        instrument,
        **{name: clean_wording(getattr(instrument, name)) for name in ("title", *_ABOUT)},
        items=tuple(clean_item(item) for item in instrument.items),
    )


def clean_item(item: Item) -> Item:
    """The same with every text as the library keeps texts."""
    return msgspec.structs.replace(
        item,
        text=clean_wording(item.text),
        unit=clean_wording(item.unit),
        labels={value: clean_wording(words) for value, words in item.labels.items()},
    )


def clean_wording(words: LocalText) -> Wording:
    """Both texts as the library keeps texts."""
    return Wording(ko=clean_text(words.ko), en=clean_text(words.en))


def _problems(instrument: Instrument) -> Iterator[Problem]:
    if not _KEY.fullmatch(instrument.key):
        yield Problem(None, "key", _KEYS)
    if not instrument.title.ko:
        yield Problem(None, "title", mark("The Korean title is missing."))
    for field, longest in (("title", LONGEST_TITLE), *((name, LONGEST_ABOUT) for name in _ABOUT)):
        yield from (Problem(None, field, message) for message in _lengths(longest, getattr(instrument, field)))
    if not instrument.items:
        yield Problem(None, "items", mark("There is no question yet."))
    if len(instrument.items) > MOST_ITEMS:
        yield Problem(MOST_ITEMS, "items", mark("{n} questions are the most.", n=MOST_ITEMS))
    for place, item in enumerate(instrument.items):
        for field, message in _item_problems(instrument, place, item):
            yield Problem(place, field, message)


def _item_problems(instrument: Instrument, place: int, item: Item) -> Iterator[tuple[str, Message]]:
    if not _KEY.fullmatch(item.key):
        yield "key", _KEYS
    elif item.key in {earlier.key for earlier in instrument.items[:place]}:
        yield "key", mark("An earlier question has the key “{key}” already.", key=item.key)
    if not item.text.ko:
        yield "text", _NO_KOREAN
    yield from (("text", message) for message in _lengths(LONGEST_ITEM, item.text))
    yield from (("unit", message) for message in _lengths(LONGEST_UNIT, item.unit))
    yield from (("labels", message) for message in _lengths(LONGEST_LABEL, *item.labels.values()))
    if item.kind is ItemKind.LIKERT:
        yield from _scale_problems(item)
    elif item.kind in WITH_CHOICES:
        yield from _choice_problems(item)
    elif item.kind is ItemKind.NUMBER:
        if item.high < item.low:
            yield "high", mark("The largest number is below the smallest one.")
        if max(abs(item.low), abs(item.high)) > FARTHEST:
            yield "high", mark("A number has nine digits at most.")
    if item.shown_if is not None:
        yield from _condition_problems(instrument, place, item)


def _lengths(longest: int, *texts: LocalText) -> Iterator[Message]:
    for words in texts:
        length = max(len(words.ko), len(words.en))
        if length > longest:
            yield mark(
                "This text has {length} characters; {longest} is the most. Please shorten it.",
                length=length, longest=longest,
            )  # fmt: skip
            return


def _scale_problems(item: Item) -> Iterator[tuple[str, Message]]:
    if item.high <= item.low:
        yield "high", mark("The scale has no steps.")
    elif not (item.low >= LOWEST_STEP and item.high <= HIGHEST_STEP):
        yield "high", mark("The steps of a scale lie from {low} to {high}.", low=LOWEST_STEP, high=HIGHEST_STEP)
    else:
        steps = {str(step) for step in range(item.low, item.high + 1)}
        strange = [value for value in item.labels if value not in steps]
        if strange:
            yield "labels", mark("The scale has no step “{value}”.", value=strange[0])
        if any(str(end) not in item.labels or not item.labels[str(end)].ko for end in (item.low, item.high)):
            yield "labels", mark("The ends of the scale have no Korean words.")


def _choice_problems(item: Item) -> Iterator[tuple[str, Message]]:
    if len(item.labels) < 2:
        yield "labels", mark("At least two choices are needed.")
    if len(item.labels) > MOST_CHOICES:
        yield "labels", mark("{n} choices are the most.", n=MOST_CHOICES)
    if any(not _KEY.fullmatch(value) for value in item.labels):
        yield "labels", mark("The value of a choice has 1 to 64 letters, digits, “-” or “_”.")
    if any(not words.ko for words in item.labels.values()):
        yield "labels", mark("A choice has no Korean wording.")
    texts = [words.ko for words in item.labels.values() if words.ko]
    if len(set(texts)) < len(texts):
        yield "labels", mark("Two choices read the same.")
    if not 0 <= item.most <= len(item.labels):
        yield "most", mark("More can be chosen than there are choices.")


def _condition_problems(instrument: Instrument, place: int, item: Item) -> Iterator[tuple[str, Message]]:
    condition = item.shown_if
    assert condition is not None
    earlier = {other.key: other for other in instrument.items[:place]}
    other = earlier.get(condition.item)
    if other is None:
        known = condition.item in {each.key for each in instrument.items}
        yield "shown_if", (
            mark("It depends on a question that is asked later.") if known
            else mark("It depends on a question that is not there.")
        )  # fmt: skip
    elif condition.test not in TESTS.get(other.kind, ()):
        yield (
            "shown_if",
            mark("Nothing can depend in this way on the answer to question {n}.", n=_number(instrument, other)),
        )
    elif not can_be_answered(other, condition.value):
        yield "shown_if", mark("Question {n} cannot be answered so.", n=_number(instrument, other))


def can_be_answered(item: Item, value: str) -> bool:
    """Whether an item has an answer that a value can be tested against."""
    if item.kind in WITH_CHOICES:
        return value in item.labels
    try:
        number = int(value)
    except ValueError:
        return False
    return item.high <= item.low or item.low <= number <= item.high


def _number(instrument: Instrument, item: Item) -> int:
    return instrument.items.index(item) + 1
