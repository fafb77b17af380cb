"""From answers to results: which method counts which kind of item, and how numbers are written down."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from workshop.methods.instruments.choices import count_choices
from workshop.methods.instruments.likert import score_item
from workshop.methods.instruments.rankings import count_places
from workshop.methods.statistics import change
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import (
    AnswerRecord,
    AnswerValue,
    FormRecord,
    FormResult,
    ItemChange,
    ItemRecord,
    ItemResult,
    OptionPlaces,
    ScaleChange,
    ServiceChange,
)
from workshop.models.records.scores import Method
from workshop.models.text import decimal
from workshop.services.evaluation.instruments import negative_keys
from workshop.services.evaluation.scales import person_scores, score_scales

# What the score of an instrument is called, and to how many places it is told.
_NAMES = {Method.SUS: ("SUS", 1), Method.UEQ_S: ("UEQ-S", 2), Method.NPS: ("NPS", 0)}


def score_form(form: FormRecord, answers: Sequence[AnswerRecord]) -> FormResult:
    """Every item counted, and the scales of the instrument where it has any."""
    method = form.method
    scores = score_scales(method, form.items, [answer.values for answer in answers], negative_keys(form))
    main = next((scale for scale in reversed(scores.scales) if method in _NAMES), None)
    told = scores.scales[-1].reliability if scores.scales else None
    return FormResult(
        form=form,
        respondents=len(answers),
        items=tuple(count_item(item, [answer.values for answer in answers]) for item in form.items),
        score_name=_NAMES[method][0] if main else "",
        score=decimal(main.value, _NAMES[method][1]) if main and main.value is not None else "",
        scored=main.n if main else 0,
        grade=main.grade if main else "",
        reliability=decimal(told, 2) if told is not None else "",
        flags=tuple(scores.flags),
        scores=scores,
    )


def change_of(
    before: FormResult, before_answers: Sequence[AnswerRecord], after: FormResult, after_answers: Sequence[AnswerRecord]
) -> ServiceChange:
    """Before against after, item by item: paired by code where anybody is known in both, else side by side."""
    later = {result.item.key: result for result in after.items}
    negative = negative_keys(before.form)
    items: list[ItemChange] = []
    paired = 0
    for result in before.items:
        other = later.get(result.item.key)
        if result.item.kind is not ItemKind.LIKERT or other is None:
            continue
        found = change(_by_person(result.item, before_answers), _by_person(result.item, after_answers))
        paired = max(paired, found.paired)
        side = (found.effect > 0) - (found.effect < 0)
        side = -side if result.item.key in negative else side
        items.append(ItemChange(result.item, result, other, found.up, found.same, found.down, found.word, side))
    scales = _scale_changes(before, before_answers, after, after_answers)
    return ServiceChange(before, after, paired, tuple(items), scales)


def _scale_changes(
    before: FormResult, before_answers: Sequence[AnswerRecord], after: FormResult, after_answers: Sequence[AnswerRecord]
) -> tuple[ScaleChange, ...]:
    """The scales that both results have, person by person where codes allow it."""
    sides: list[dict[str, dict[str, Fraction]]] = []
    for result, answers in ((before, before_answers), (after, after_answers)):
        scored = person_scores(
            result.method,
            result.form.items,
            [answer.values for answer in answers],
            negative_keys(result.form),
        )
        who = [str(answer.participant_id or answer.id) for answer in answers]
        sides.append(
            {
                key: {person: score for person, score in zip(who, scores, strict=True) if score is not None}
                for key, scores in scored.items()
            }
        )
    later = {scale.key: scale for scale in after.scores.scales}
    changes: list[ScaleChange] = []
    for scale in before.scores.scales:
        if scale.key in later and scale.n and later[scale.key].n:
            found = change(sides[0][scale.key], sides[1][scale.key])
            side = (found.effect > 0) - (found.effect < 0)
            changes.append(ScaleChange(scale, later[scale.key], found.paired, found.up, found.same, found.down, found.word,
                                       side))  # fmt: skip
    return tuple(changes)


def count_item(item: ItemRecord, answers: Sequence[Mapping[str, AnswerValue]]) -> ItemResult:
    """One item counted over all respondents; who left it out is missing."""
    given = [values[item.key] for values in answers if item.key in values]
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
    if item.kind is ItemKind.RANKING:
        places = _places(item, [value for value in given if isinstance(value, list)])
        first = dict.fromkeys(item.labels, 0) | {each.key: each.counts[0] for each in places}
        return ItemResult(item, len(given), missing, first, "", "", (), places)
    texts = () if item.kind is ItemKind.PHOTO else tuple(sorted(str(value) for value in given))
    return ItemResult(item, len(given), missing, {}, "", "", texts)


def _places(item: ItemRecord, orders: Sequence[Sequence[str]]) -> tuple[OptionPlaces, ...]:
    """The options of a ranking with their places; none where nobody ranked any."""
    return tuple(
        OptionPlaces(choice, each.counts, each.unranked, each.mean, each.points)
        for choice, each in count_places(orders, list(item.labels)).items()
        if each.mean is not None
    )


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
