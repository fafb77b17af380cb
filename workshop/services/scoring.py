"""From answers to results: which method counts which kind of item, and how numbers are written down."""

from collections.abc import Sequence
from fractions import Fraction

from workshop.methods.instruments.choices import count_choices
from workshop.methods.instruments.likert import cronbach_alpha, score_item
from workshop.methods.instruments.sus import aligned, score_sus
from workshop.methods.statistics import change
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import (
    AnswerRecord,
    FormRecord,
    FormResult,
    ItemChange,
    ItemRecord,
    ItemResult,
    ServiceChange,
)


def score_form(form: FormRecord, answers: Sequence[AnswerRecord]) -> FormResult:
    """Every item counted, and the score of the instrument where it has one (SUS)."""
    likert = [item for item in form.items if item.kind is ItemKind.LIKERT]
    complete = [row for row in _rows(likert, answers) if None not in row]
    whole = [[value for value in row if value is not None] for row in complete]
    alpha = cronbach_alpha([aligned(row) for row in whole] if form.instrument == "sus" else whole) if likert else None
    sus = score_sus(_rows(likert, answers)) if form.instrument == "sus" else None
    return FormResult(
        form=form,
        respondents=len(answers),
        items=tuple(_item(item, answers) for item in form.items),
        score_name="SUS" if sus else "",
        score=decimal(sus.mean, 1) if sus and sus.mean is not None else "",
        scored=len(sus.scores) if sus else 0,
        grade=sus.grade if sus else "",
        reliability=decimal(alpha, 2) if alpha is not None else "",
        flags=("straight-lining",) if sus and sus.straight else (),
    )


def change_of(
    before: FormResult, before_answers: Sequence[AnswerRecord], after: FormResult, after_answers: Sequence[AnswerRecord]
) -> ServiceChange:
    """Before against after, item by item: paired by code where anybody is known in both, else side by side."""
    later = {result.item.key: result for result in after.items}
    items: list[ItemChange] = []
    paired = 0
    for result in before.items:
        other = later.get(result.item.key)
        if result.item.kind is not ItemKind.LIKERT or other is None:
            continue
        found = change(_by_person(result.item, before_answers), _by_person(result.item, after_answers))
        paired = max(paired, found.paired)
        items.append(ItemChange(result.item, result, other, found.up, found.same, found.down, found.word))
    return ServiceChange(before, after, paired, tuple(items))


def decimal(value: Fraction, places: int) -> str:
    """A fraction as a decimal number, halves rounded up: 55 → 55.0."""
    scaled = value * 10**places
    whole = int(scaled + Fraction(1, 2)) if scaled >= 0 else -int(-scaled + Fraction(1, 2))
    sign = "-" if whole < 0 else ""
    digits = str(abs(whole)).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _item(item: ItemRecord, answers: Sequence[AnswerRecord]) -> ItemResult:
    given = [answer.values[item.key] for answer in answers if item.key in answer.values]
    missing = len(answers) - len(given)
    if item.kind is ItemKind.LIKERT:
        counted = score_item([value for value in given if isinstance(value, int)], low=item.low, high=item.high)
        counts = {str(step): count for step, count in counted.counts.items()}
        middle = decimal(counted.median, 1) if counted.median is not None else ""
        top2 = decimal(counted.top2, 4) if counted.top2 is not None else ""
        return ItemResult(item, counted.n, missing, counts, middle, top2, ())
    if item.kind in {ItemKind.SINGLE, ItemKind.MULTIPLE}:
        chosen = [value if isinstance(value, list) else [str(value)] for value in given]
        return ItemResult(item, len(given), missing, count_choices(chosen, list(item.labels)), "", "", ())
    return ItemResult(item, len(given), missing, {}, "", "", tuple(sorted(str(value) for value in given)))


def _rows(items: Sequence[ItemRecord], answers: Sequence[AnswerRecord]) -> list[list[int | None]]:
    return [[_whole(answer, item.key) for item in items] for answer in answers]


def _whole(answer: AnswerRecord, key: str) -> int | None:
    value = answer.values.get(key)
    return value if isinstance(value, int) else None


def _by_person(item: ItemRecord, answers: Sequence[AnswerRecord]) -> dict[str, int]:
    """The item's values by respondent; whoever gave no code is known by the key of the answer, which pairs with nobody."""
    found: dict[str, int] = {}
    for answer in answers:
        value = _whole(answer, item.key)
        if value is not None:
            found[str(answer.participant_id or answer.id)] = value
    return found
