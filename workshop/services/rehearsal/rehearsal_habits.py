"""How simulated people differ: some have much to say and some nothing, some answer only in part, a few leave early."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import AnswerValue, ItemRecord
from workshop.services.evaluation.conditions import is_met
from workshop.services.rehearsal.rehearsal_words import ALIKE, COMMENTS, IDEAS

_LEAVES = 0.1
_STAY = 8  # the first so many stay to the end: a small room needs everybody
_ANSWERS_IN_PART = 0.25
_LEAVES_OUT = 0.5  # of the questions that need no answer
_SAYS_ALIKE = 0.2
_NUMBERS_OF_IDEAS, _HOW_OFTEN = (0, 1, 2, 3, 5), (3, 8, 5, 2, 1)


@dataclass(frozen=True, slots=True)
class Habits:
    """What one simulated participant is like in one session; `leaves_at` is the place of an activity, or none."""

    leaves_at: int | None
    answers_in_part: bool


def habits_of(number: int, *, seed: int, activities: int) -> Habits:
    """The habits of the participant with a number: the same in every run with the same seed, also after an interruption."""
    chance = random.Random(f"{seed}/{number}")
    leaves = chance.random() < _LEAVES and number > _STAY and activities > 2
    return Habits(
        leaves_at=chance.randrange(activities // 2, activities) if leaves else None,
        answers_in_part=chance.random() < _ANSWERS_IN_PART,
    )


def number_of_ideas(chance: random.Random) -> int:
    """How many ideas somebody has in one activity: none at all, mostly one or two, now and then many."""
    return chance.choices(_NUMBERS_OF_IDEAS, _HOW_OFTEN)[0]


def idea_words(chance: random.Random, said: Sequence[str]) -> str:
    """An idea; now and then it is one that somebody has said, in nearly the same words."""
    if said and chance.random() < _SAYS_ALIKE:
        return chance.choice(ALIKE).format(idea=chance.choice(said))
    return chance.choice([words for words in IDEAS if words not in said] or IDEAS)


def answer_values(items: Sequence[ItemRecord], habits: Habits, chance: random.Random) -> Mapping[str, AnswerValue]:
    """What somebody answers; who answers in part leaves out much of what may be left out."""
    values: dict[str, AnswerValue] = {}
    for item in items:
        if item.shown_if is not None and not is_met(item.shown_if, values):
            continue
        if not item.required and habits.answers_in_part and chance.random() < _LEAVES_OUT:
            continue
        value = _value(item, chance)
        if value is not None:
            values[item.key] = value
    return values


def _value(item: ItemRecord, chance: random.Random) -> AnswerValue | None:
    if item.kind in {ItemKind.LIKERT, ItemKind.NUMBER}:
        return chance.randint(item.low, max(item.low, item.high))
    if item.kind is ItemKind.SINGLE:
        return chance.choice(list(item.labels))
    if item.kind is ItemKind.MULTIPLE:
        return [chance.choice(list(item.labels))]
    if item.kind is ItemKind.RANKING:
        places = item.most or len(item.labels)
        return chance.sample(list(item.labels), min(places, len(item.labels)))
    if item.kind is ItemKind.PHOTO:
        return None  # a simulated participant has no camera
    return chance.choice(COMMENTS) if chance.random() < 0.4 or item.required else None
