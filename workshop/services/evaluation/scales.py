"""The scales of an instrument: which method scores which items, and what to keep in mind when the score is read."""

import re
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from workshop.methods.instruments import ueq_s
from workshop.methods.instruments.kano import score_kano
from workshop.methods.instruments.likert import cronbach_alpha
from workshop.methods.instruments.nps import score_nps
from workshop.methods.instruments.sus import ITEMS as SUS_ITEMS
from workshop.methods.instruments.sus import score_sus
from workshop.methods.means import summarize
from workshop.methods.statistics import mean
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import AnswerValue, ItemRecord
from workshop.models.records.scores import Flag, KanoFeature, Method, NpsCounts, ScaleScore, Scores

FEW = 5  # respondents: below, a score says little, and in a report nothing
_KANO_KEY = re.compile(r"(.+)_(dysfunctional|functional)")

Values = Mapping[str, AnswerValue]
Row = list[int | None]


def score_scales(
    method: Method, items: Sequence[ItemRecord], answers: Sequence[Values], negative: Collection[str] = ()
) -> Scores:
    """Score respondents' answers; `negative` holds the keys of items where agreeing is bad news.

    Items that do not belong to the method (comments, choices) are passed over. An instrument whose items do not fit its
    method (a copy of SUS with nine) has no scales.
    """
    scaled, rows = _scaled(items, answers)
    match _fitting(method, scaled):
        case Method.SUS:
            return _sus(rows, negative, scaled)
        case Method.UEQ_S:
            return _ueq(_around_middle(rows, scaled))
        case Method.NPS:
            return _nps([row[0] for row in rows])
        case Method.KANO:
            return Scores(kano=tuple(_feature(key, items, answers) for key in kano_features(items)))
        case Method.LIKERT:
            return _likert(rows, scaled, negative)
        case _:
            return Scores()


def person_scores(
    method: Method, items: Sequence[ItemRecord], answers: Sequence[Values], negative: Collection[str] = ()
) -> dict[str, Sequence[Fraction | None]]:
    """Each scale's scores, one for every respondent in the order given, none for whoever missed an item of it.

    Of NPS that is what they answered; Kano has none.
    """
    scaled, rows = _scaled(items, answers)
    match _fitting(method, scaled):
        case Method.SUS:
            return {"sus": score_sus(rows).each}
        case Method.UEQ_S:
            counted = ueq_s.score_ueq_s(_around_middle(rows, scaled))
            return {key: getattr(counted, key) for key in ueq_s.SCALES}
        case Method.NPS:
            return {"nps": [None if row[0] is None else Fraction(row[0]) for row in rows]}
        case Method.LIKERT:
            return {"likert": _means(_turned(rows, scaled, negative))}
        case _:
            return {}


def _fitting(method: Method, scaled: Sequence[ItemRecord]) -> Method:
    """The method, if the scale items are what it scores."""
    fits = {
        Method.SUS: len(scaled) == SUS_ITEMS,
        Method.UEQ_S: len(scaled) == ueq_s.ITEMS,
        Method.NPS: bool(scaled),
        Method.LIKERT: len({(item.low, item.high) for item in scaled}) == 1,
    }
    return method if fits.get(method, True) else Method.COUNT


def _scaled(items: Sequence[ItemRecord], answers: Sequence[Values]) -> tuple[list[ItemRecord], list[Row]]:
    scaled = [item for item in items if item.kind is ItemKind.LIKERT]
    return scaled, [[_whole(values.get(item.key)) for item in scaled] for values in answers]


def _around_middle(rows: Sequence[Row], items: Sequence[ItemRecord]) -> list[Row]:
    """The answers counted from the middle of their scale."""
    middle = [(item.low + item.high) // 2 for item in items]
    return [[None if value is None else value - m for value, m in zip(row, middle, strict=True)] for row in rows]


def _means(rows: Sequence[Row]) -> list[Fraction | None]:
    return [mean([value for value in row if value is not None]) if None not in row else None for row in rows]


def kano_features(items: Sequence[ItemRecord]) -> list[str]:
    """The features that are asked both ways, in their order: `NAME_functional` and `NAME_dysfunctional`."""
    found = [match for item in items if (match := _KANO_KEY.fullmatch(item.key))]
    gone = {match[1] for match in found if match[2] == "dysfunctional"}
    return [match[1] for match in found if match[2] == "functional" and match[1] in gone]


def _sus(rows: Sequence[Row], negative: Collection[str], items: Sequence[ItemRecord]) -> Scores:
    counted = score_sus(rows)
    alpha = _alpha(rows, items, negative)
    scale = _scale("sus", 0, 100, counted.scores, alpha, grade=counted.grade)
    straight = _straight(rows)
    return Scores((scale,), flags=_flags(scale, counted.each, straight), straight=straight,
                  incomplete=_without(counted.each))  # fmt: skip


def _ueq(rows: Sequence[Row]) -> Scores:
    counted = ueq_s.score_ueq_s(rows)
    scales: list[ScaleScore] = []
    for key, part in ueq_s.SCALES.items():
        each: tuple[Fraction | None, ...] = getattr(counted, key)
        alpha = cronbach_alpha(_complete([row[part] for row in rows]))
        scales.append(_scale(key, ueq_s.LOW, ueq_s.HIGH, [score for score in each if score is not None], alpha))
    return Scores(tuple(scales), flags=_flags(scales[-1], counted.overall, ()), incomplete=_without(counted.overall))


def _nps(values: Row) -> Scores:
    counted = score_nps(values)
    counts = NpsCounts(counted.promoters, counted.passives, counted.detractors)
    scale = ScaleScore("nps", -100, 100, counts.n, counted.score, None, None, counted.interval, None)
    flags = (Flag.FEW,) if 0 < counts.n < FEW else ()
    return Scores((scale,), counts, flags=flags, incomplete=_without(values))


def _likert(rows: Sequence[Row], items: Sequence[ItemRecord], negative: Collection[str]) -> Scores:
    """Each person's mean over all items, turned round where an item is negative; told beside the distributions, not for them."""
    each = _means(_turned(rows, items, negative))
    alpha = _alpha(rows, items, negative)
    scale = _scale("likert", items[0].low, items[0].high, [score for score in each if score is not None], alpha)
    straight = _straight(rows) if any(item.key in negative for item in items) else ()
    flags = _flags(scale, each, straight, reliable=len(items) > 2)
    return Scores((scale,), flags=flags, straight=straight, incomplete=_without(each))


def _feature(key: str, items: Sequence[ItemRecord], answers: Sequence[Values]) -> KanoFeature:
    pairs = [tuple(_whole(values.get(f"{key}_{way}")) for way in ("functional", "dysfunctional")) for values in answers]
    counted = score_kano([(there, gone) for there, gone in pairs])
    text = next(item.text for item in items if item.key == f"{key}_functional")
    # What stands before a colon names the feature.
    name = {code: re.split("[:：]", words, maxsplit=1)[0].strip() for code, words in text.items()}
    return KanoFeature(key, name, counted.n, counted.missing, dict(counted.counts), counted.categories, counted.better,
                       counted.worse)  # fmt: skip


def _scale(
    key: str, low: int, high: int, scores: Sequence[Fraction], alpha: Fraction | None, *, grade: str = ""
) -> ScaleScore:
    told = summarize(scores, low=low, high=high)
    return ScaleScore(key, low, high, told.n, told.mean, told.median, told.sd, told.interval, alpha, grade)


def _flags(
    scale: ScaleScore, each: Sequence[Fraction | None], straight: Sequence[int], *, reliable: bool = True
) -> tuple[Flag, ...]:
    flags = {
        Flag.STRAIGHT_LINING: bool(straight),
        Flag.MISSING_ITEMS: None in each,
        Flag.NO_VARIANCE: reliable and scale.n > 1 and scale.reliability is None,
        Flag.FEW: 0 < len(each) < FEW,
    }
    return tuple(flag for flag, here in flags.items() if here)


def _alpha(rows: Sequence[Row], items: Sequence[ItemRecord], negative: Collection[str]) -> Fraction | None:
    return cronbach_alpha(_complete(_turned(rows, items, negative)))


def _turned(rows: Sequence[Row], items: Sequence[ItemRecord], negative: Collection[str]) -> list[Row]:
    """The answers with negative items turned round, so that more is better in all."""
    return [
        [
            item.low + item.high - value if value is not None and item.key in negative else value
            for value, item in zip(row, items, strict=True)
        ]
        for row in rows
    ]


def _complete(rows: Sequence[Row]) -> list[list[int]]:
    whole = [[value for value in row if value is not None] for row in rows]
    return [short for short, row in zip(whole, rows, strict=True) if len(short) == len(row)]


def _straight(rows: Sequence[Row]) -> tuple[int, ...]:
    return tuple(place for place, row in enumerate(rows) if None not in row and len(set(row)) == 1)


def _without(each: Sequence[object]) -> tuple[int, ...]:
    return tuple(place for place, score in enumerate(each) if score is None)


def _whole(value: AnswerValue | None) -> int | None:
    """A step as a number; the steps of a choice are kept as text."""
    if isinstance(value, str) and re.fullmatch(r"-?\d+", value):
        return int(value)
    return value if isinstance(value, int) else None
