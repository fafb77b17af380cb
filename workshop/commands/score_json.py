"""A scored file as one JSON document."""

from fractions import Fraction
from typing import Any

from workshop.language import Language
from workshop.methods.means import summarize
from workshop.methods.statistics import wilson_interval
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import ItemResult, OptionPlaces
from workshop.models.records.scores import KanoFeature, Method, ScaleScore
from workshop.models.telling.scores import SAMPLE_ONLY, score_notes
from workshop.services.evaluation.score_files import FileScore

Number = int | float | None


def as_json(score: FileScore, language: Language) -> dict[str, Any]:
    """The document that `methods.md` promises, with `notes` in words and `details` of what one instrument alone tells.

    `score` is a number for SUS and NPS, else its parts by name; `interval` and `reliability` are those of the whole.
    """
    scales = score.scores.scales
    whole = scales[-1] if scales else None
    notes = [language.tell(note) for note in score_notes(score.method, score.scores)]
    if whole and whole.interval:
        notes.append(language.tell(SAMPLE_ONLY))
    return {
        "instrument": score.instrument,
        "respondents": len(score.table.respondents),
        "scored": whole.n if whole else _answered(score),
        "score": _score(score, whole),
        "interval": list(whole.interval) if whole and whole.interval else None,
        "items": _items(score),
        "reliability": number(whole.reliability) if whole else None,
        "flags": list(score.scores.flags),
        "notes": notes,
        "details": _details(score),
    }


def number(value: Fraction | float | None) -> Number:
    """A number as JSON has it: whole where it is."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _answered(score: FileScore) -> int:
    """Who answered anything at all."""
    return sum(bool(each.values) for each in score.table.respondents)


def _score(score: FileScore, whole: ScaleScore | None) -> Any:
    if score.method is Method.KANO:
        return {feature.key: _category(feature) for feature in score.scores.kano}
    if whole is None:
        return None
    if score.method is Method.UEQ_S:
        return {scale.key: number(scale.value) for scale in score.scores.scales}
    if score.method is Method.LIKERT:
        scaled = [item for item in score.items if item.item.kind is ItemKind.LIKERT]
        n = sum(item.n for item in scaled)
        top = sum(_top2(item) for item in scaled)
        share = Fraction(top, n) if n else None
        return {"median": number(whole.median), "top2": number(share), "mean": number(whole.value)}
    return number(whole.value)


def _category(feature: KanoFeature) -> str | None:
    """The category of a feature, none where several tie."""
    return feature.categories[0] if len(feature.categories) == 1 else None


def _items(score: FileScore) -> dict[str, Any]:
    if score.method is Method.KANO:
        return {feature.key: _feature(feature) for feature in score.scores.kano}
    return {item.item.key: _item(item, score) for item in score.items}


def _feature(feature: KanoFeature) -> dict[str, Any]:
    ties = list(feature.categories) if len(feature.categories) > 1 else []
    return {
        "n": feature.n, "missing": feature.missing, "counts": feature.counts, "category": _category(feature), "ties": ties,
        "better": number(feature.better), "worse": number(feature.worse),
    }  # fmt: skip


def _item(result: ItemResult, score: FileScore) -> dict[str, Any]:
    item, told = result.item, {"n": result.n, "missing": result.missing}
    given = [each.values[item.key] for each in score.table.respondents if item.key in each.values]
    if item.kind is ItemKind.TEXT:
        return {**told, "answers": list(result.texts)}
    if item.kind in {ItemKind.SINGLE, ItemKind.MULTIPLE}:
        return {**told, "counts": result.counts}
    if item.kind is ItemKind.RANKING:
        return {**told, "places": {each.key: _places(each) for each in result.places}}
    values = [value for value in given if isinstance(value, int)]
    low, high = (item.low, item.high) if item.high > item.low else (min(values, default=0), max(values, default=0))
    summary = summarize(values, low=low, high=high)
    middle = {"median": number(summary.median), "mean": number(summary.mean), "sd": summary.sd}
    if item.kind is ItemKind.NUMBER:
        return {**told, "min": min(values, default=None), "max": max(values, default=None), **middle}
    top = _top2(result)
    interval = wilson_interval(top, result.n)
    return {
        **told, "counts": result.counts, **middle, "top2": number(Fraction(top, result.n)) if result.n else None,
        "top2_interval": list(interval) if interval else None,
    }  # fmt: skip


def _places(option: OptionPlaces) -> dict[str, Any]:
    return {
        "counts": list(option.counts), "unranked": option.unranked, "mean": number(option.mean),
        "points": number(option.points),
    }  # fmt: skip


def _top2(result: ItemResult) -> int:
    """How many chose one of the two highest steps."""
    return sum(result.counts.get(str(step), 0) for step in (result.item.high, result.item.high - 1))


def _details(score: FileScore) -> dict[str, Any]:
    scores, rows = score.scores, [each.row for each in score.table.respondents]
    details: dict[str, Any] = {
        "scales": {scale.key: _scale(scale) for scale in scores.scales},
        "straight_lining_rows": [rows[place] for place in scores.straight],
        "incomplete_rows": [rows[place] for place in scores.incomplete],
        "empty_rows": list(score.table.empty),
        "columns_passed_over": list(score.table.aside),
    }
    if scores.nps:
        details |= {
            "promoters": scores.nps.promoters, "passives": scores.nps.passives, "detractors": scores.nps.detractors,
        }  # fmt: skip
    return details


def _scale(scale: ScaleScore) -> dict[str, Any]:
    return {
        "n": scale.n, "low": scale.low, "high": scale.high, "score": number(scale.value), "median": number(scale.median),
        "sd": scale.sd, "interval": list(scale.interval) if scale.interval else None,
        "reliability": number(scale.reliability), "grade": scale.grade or None,
    }  # fmt: skip
