"""Answers checked against their items: what is kept of them, and one sentence where one does not fit."""

from collections.abc import Collection, Mapping, Sequence

from workshop.language import Message, mark
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError
from workshop.models.records.evaluations import AnswerValue, ItemRecord
from workshop.models.text import optional_text
from workshop.services.evaluation.completeness import FARTHEST
from workshop.services.evaluation.conditions import is_met

MOST_TEXT = 5_000  # characters of one answer


def check_values(
    items: Sequence[ItemRecord],
    values: Mapping[str, AnswerValue],
    *,
    pictures: Collection[str] = (),
    whole: bool = True,
) -> dict[str, AnswerValue]:
    """The answers that are kept, in the order of the items: none to an item that its condition hides, none that is empty.

    `pictures` are the ids that may stand for a photo. Unless `whole`, a required item may be missing. Raises InputError, which
    names the question, for an answer outside its item and for a required one that is missing.
    """
    strange = sorted(values.keys() - {item.key for item in items})
    if strange:
        raise InputError(mark("The form has no item called {item}.", item=strange[0]))
    kept: dict[str, AnswerValue] = {}
    for number, item in enumerate(items, start=1):
        if item.shown_if is not None and not is_met(item.shown_if, kept):
            continue
        value = _value(number, item, values[item.key], pictures) if item.key in values else None
        if value not in (None, "", []):
            kept[item.key] = value
        elif item.required and whole:
            raise InputError(mark("Please answer “{item}”.", item=item.text.get("ko", item.key)))
    return kept


def _value(number: int, item: ItemRecord, value: AnswerValue, pictures: Collection[str]) -> AnswerValue:
    if item.kind is ItemKind.TEXT:
        return optional_text(str(value), longest=MOST_TEXT)
    if item.kind in {ItemKind.MULTIPLE, ItemKind.RANKING}:
        return _choices(number, item, value if isinstance(value, list) else [str(value)])
    if item.kind is ItemKind.SINGLE:
        if str(value) not in item.labels:
            raise _outside(number, mark("this is none of its choices."))
        return str(value)
    if item.kind is ItemKind.PHOTO:
        if str(value) not in pictures:
            raise _outside(number, mark("this photo is not kept in the project. Please choose it again."))
        return str(value)
    return _number(number, item, value)


def _choices(number: int, item: ItemRecord, chosen: list[str]) -> list[str]:
    """Several choices in the order of the item, or options of a ranking in the order that was given."""
    if not set(chosen) <= item.labels.keys():
        raise _outside(number, mark("this is none of its choices."))
    once = list(dict.fromkeys(chosen))
    if item.kind is ItemKind.RANKING and len(once) < len(chosen):
        raise _outside(number, mark("each choice can have one place only."))
    if item.most and len(once) > item.most:
        one = mark("one choice is the most.")
        raise _outside(number, one if item.most == 1 else mark("{most} choices are the most.", most=item.most))
    return once if item.kind is ItemKind.RANKING else [choice for choice in item.labels if choice in once]


def _number(number: int, item: ItemRecord, value: AnswerValue) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _outside(number, mark("a whole number belongs here."))
    low, high = (item.low, item.high) if item.high > item.low else (-FARTHEST, FARTHEST)
    if not low <= value <= high:
        raise _outside(number, mark("it goes from {low} to {high}.", low=low, high=high))
    return value


def _outside(number: int, why: Message) -> InputError:
    return InputError(mark("The answer to question {n} cannot be taken: {why}", n=number, why=why))
