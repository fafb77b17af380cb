"""Results of the scored instruments, and evaluations held against each other, as a report gets them."""

from datetime import date, timedelta
from fractions import Fraction

from tests.reports.example_forms import START, key
from workshop.models.enums import Channel, FormState, ItemKind, PhaseKind, ServiceKind, Stage
from workshop.models.records.comparisons import SessionTrend, TrendPoint, TypeComparison, TypeGroup
from workshop.models.records.evaluations import (
    AnswerRecord,
    AnswerThemeRecord,
    AnswerValue,
    FormRecord,
    FormResult,
    ItemRecord,
    OpenAnswer,
)
from workshop.models.records.reports import FormReport
from workshop.models.records.scores import Method
from workshop.services.evaluation.instruments import find_instrument
from workshop.services.evaluation.scoring import score_form

_KANO = {"functional": "1112213415", "dysfunctional": "5535335511"}


def scored(instrument: str, people: int = 10, level: int = 0) -> FormResult:
    """A closed form of an instrument, answered so that every step occurs somewhere."""
    chosen = find_instrument(instrument)
    items = chosen.records()
    number = 700 + len(instrument) + level
    form = FormRecord(
        key(number), key(1), key(3), None, key(500), "바닥 신호등", instrument, chosen.title.ko, Stage.AFTER, FormState.CLOSED,
        items, people, START, START + timedelta(minutes=40), chosen.score,
    )  # fmt: skip
    answers = [
        AnswerRecord(key(number * 100 + place), form.id, None, Channel.SCREEN,
                     {item.key: _value(item, place, at, level) for at, item in enumerate(items)})
        for place in range(people)
    ]  # fmt: skip
    return score_form(form, answers)


def _value(item: ItemRecord, place: int, at: int, level: int) -> AnswerValue:
    if item.kind is ItemKind.TEXT:
        return f"의견 {place}"
    if item.kind is ItemKind.SINGLE:
        return _KANO[item.key.rpartition("_")[2]][(place + at // 2) % 10]
    return min(item.high, item.low + level + (place * 3 + at) % (item.high - item.low + 1 - level))


def form_reports() -> tuple[FormReport, ...]:
    """UEQ-S, NPS with sorted answers, Kano."""
    results = [scored("ueq-s", level=2), _sorted(scored("nps", level=5)), scored("kano")]
    return tuple(FormReport(result.form, result) for result in results)


def _sorted(result: FormResult) -> FormResult:
    theme = AnswerThemeRecord(key(990), result.form.id, "reason", "기다리는 시간", 0)
    answers = tuple(
        OpenAnswer(key(9000 + place), "reason", f"의견 {place}", theme.id if place < 3 else None) for place in range(10)
    )
    return FormResult(
        result.form, result.respondents, result.items, result.score_name, result.score, result.scored, result.grade,
        result.reliability, result.flags, result.scores, (theme,), answers,
    )  # fmt: skip


def type_comparisons() -> tuple[TypeComparison, ...]:
    """Two types by items, three by their score with one held back."""
    quality = find_instrument("service-quality").title.by_language()
    nps = find_instrument("nps").title.by_language()
    kinds = list(ServiceKind)
    return (
        TypeComparison("service-quality", quality, Method.LIKERT, Stage.AFTER, (
            TypeGroup(kinds[0], 1, scored("service-quality", 12)), TypeGroup(kinds[1], 2, scored("service-quality", 14, 2)),
        )),
        TypeComparison("nps", nps, Method.NPS, Stage.DURING, (
            TypeGroup(kinds[0], 1, scored("nps", 11, 6)), TypeGroup(kinds[1], 1, scored("nps", 12)), TypeGroup(kinds[2], 1, None),
        )),
    )  # fmt: skip


def session_trends() -> tuple[SessionTrend, ...]:
    """A share over four sessions, one of which too few answered."""
    shares = (Fraction(41), None, Fraction(63), Fraction(78))
    points = tuple(
        TrendPoint(key(800 + at), PhaseKind.PLANNING, at + 1, f"{at + 1}회차", date(2026, 4, 4) + timedelta(28 * at),
                   3 if value is None else 20 + at, value)
        for at, value in enumerate(shares)
    )  # fmt: skip
    title = find_instrument("session-feedback").title.by_language()
    return (SessionTrend("session-feedback", title, Method.LIKERT, "", "top2", 0, 100, points),)
