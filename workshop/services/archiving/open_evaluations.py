"""Evaluations as open data: scores and counts of forms that are closed, told of groups of five and more alone.

No open answer and no photo is in it, and no number that somebody entered. A choice that fewer than five have made is not told,
nor is the next smallest where the one could be worked out from the others. Likert items are told by median and the share
of the two best steps.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from workshop.language import load_language, mark
from workshop.models.enums import FormState, ItemKind
from workshop.models.records.evaluations import FormResult, ItemResult
from workshop.models.records.reports import SMALLEST_CELL
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.archiving.open_tables import Mask, OpenColumn, OpenTable
from workshop.services.evaluation.answers import form_result
from workshop.services.evaluation.evaluations import list_forms
from workshop.services.evaluation.publishing import published
from workshop.services.keeping.library import Library

_FORM = (
    OpenColumn("session", "string", mark("control number of the session")),
    OpenColumn("form", "string", mark("title of the form")),
    OpenColumn("service", "string", mark("service that was evaluated")),
    OpenColumn("stage", "string", mark("before, during or after the service was used")),
    OpenColumn("respondents", "integer", mark("number of people who answered")),
)
_SCORE = (
    OpenColumn("instrument", "string", mark("questionnaire, by its short name")),
    OpenColumn("scale", "string", mark("scale of the questionnaire")),
    OpenColumn("scored", "integer", mark("number of people who answered every item of the scale")),
    OpenColumn("lowest", "integer", mark("lowest score that is possible")),
    OpenColumn("highest", "integer", mark("highest score that is possible")),
    OpenColumn("score", "number", mark("mean of the scores, rounded to two places; of NPS the score itself")),
)
_ITEM = (
    OpenColumn("item", "integer", mark("number of the question in the form")),
    OpenColumn("question", "string", mark("question")),
    OpenColumn("kind", "string", mark("how the question is answered")),
    OpenColumn("answered", "integer", mark("number of people who answered the question")),
    OpenColumn("median", "number", mark("middle of the answers on a scale")),
    OpenColumn("top2", "number", mark("share of those who chose one of the two best steps, from 0 to 1")),
    OpenColumn("option", "string", mark("option")),
    OpenColumn("chosen_by", "integer", mark("number of people who chose the option; empty where fewer than five did")),
    OpenColumn("mean_place", "number", mark("mean of the places the option was given, rounded to two places")),
)


def evaluation_tables(
    library: Library, *, project_id: UUID, sessions: Mapping[UUID, LabSessionRecord], mask: Mask
) -> tuple[OpenTable, OpenTable]:
    """Scores by form and scale, and answers by question; of forms with fewer than five respondents nothing is told."""
    scores: list[tuple[Any, ...]] = []
    items: list[tuple[Any, ...]] = []
    for form in list_forms(library, project_id=project_id):
        if form.lab_session_id not in sessions or form.state is not FormState.CLOSED:
            continue
        result = published(form_result(library, form_id=form.id))
        if result.respondents < SMALLEST_CELL:
            continue
        number = sessions[form.lab_session_id].document_number
        head = (number, mask(form.title), mask(form.service_title), form.stage.value, result.respondents)
        scores += [(*head, *line) for line in _scores(result)]
        items += [(*head, place, *line) for place, item in enumerate(result.items, 1) for line in _lines(item, mask)]
    return (
        OpenTable("evaluations", mark("evaluations with at least five respondents"), _FORM + _SCORE, tuple(scores)),
        OpenTable(
            "evaluation-items", mark("answers to the questions of these evaluations"), _FORM + _ITEM, tuple(items)
        ),
    )


def large_ones(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Counts without those of fewer than five; where only one would be missing the next smallest is left out too."""
    hidden = {key for key, count in counts.items() if count < SMALLEST_CELL}
    if len(hidden) == 1 and len(counts) > 1:
        hidden.add(min(counts.keys() - hidden, key=lambda key: (counts[key], key)))
    return {key: None if key in hidden else count for key, count in counts.items()}


def _scores(result: FormResult) -> Iterator[tuple[Any, ...]]:
    """A line for each scale that at least five have answered, and one for a form without any."""
    scales = [scale for scale in result.scores.scales if scale.n >= SMALLEST_CELL and scale.value is not None]
    for scale in scales:
        yield result.form.instrument, scale.key, scale.n, scale.low, scale.high, _rounded(scale.value)
    if not scales:
        yield result.form.instrument, "", None, None, None, None


def _lines(item: ItemResult, mask: Mask) -> Iterator[tuple[Any, ...]]:
    """A line for a question, or for each option of one; nothing where fewer than five have answered it."""
    kind = item.item.kind
    if item.n < SMALLEST_CELL or kind in {ItemKind.TEXT, ItemKind.PHOTO, ItemKind.NUMBER}:
        return
    korean = load_language("ko")
    head = (mask(korean.pick(item.item.text)), kind.value, item.n)
    names = {key: mask(korean.pick(label)) for key, label in item.item.labels.items()}
    if kind is ItemKind.LIKERT:
        yield *head, _number(item.median), _number(item.top2), "", None, None
    elif kind is ItemKind.RANKING:
        for option in item.places:
            yield *head, None, None, names.get(option.key, option.key), None, _rounded(option.mean)
    else:
        told = large_ones({key: item.counts.get(key, 0) for key in names})
        for key, name in names.items():
            yield *head, None, None, name, told[key], None


def _number(text: str) -> float | None:
    return _rounded(text) if text else None


def _rounded(value: Any) -> float:
    return round(float(value), 2)
