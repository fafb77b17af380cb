"""Scores in a report: every instrument with its figures, comparisons with what is held back, nothing of few people."""

from dataclasses import replace

import pytest

from tests.reports import examples
from tests.reports.example_projects import project_report
from tests.reports.example_scores import form_reports, scored, session_trends, type_comparisons
from tests.reports.reading import finish, page_texts, said_in
from workshop.language import Language
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import FormResult, ItemChange, ServiceChange
from workshop.models.records.reports import FormReport
from workshop.reports.kinds import project as of_project
from workshop.reports.kinds import session as of_session
from workshop.services.evaluation.publishing import published, published_change


def _session(language: Language, *results: FormResult) -> str:
    forms = tuple(FormReport(result.form, result) for result in results)
    record = replace(examples.session_report(), forms=forms)
    return " ".join(page_texts(finish(of_session.build(record, said_in(language)))[0]))


def _change(people: int, paired: int) -> ServiceChange:
    """A change between two forms of so many people, of whom so many are known in both."""
    before, after = scored("service-quality", people), scored("service-quality", people, 2)
    items = tuple(
        ItemChange(old.item, old, new, paired, 0, 0, "large", 1)
        for old, new in zip(before.items[:5], after.items[:5], strict=True)
    )
    return ServiceChange(before, after, paired, items)


def test_ueq_s_tells_each_quality_with_its_sign_and_that_it_is_no_percentage(english: Language) -> None:
    told = _session(english, form_reports()[0].result)  # pyright: ignore[reportArgumentType]
    assert "Pragmatic quality · n = 10" in told
    assert "Hedonic quality" in told
    assert "not a percentage" in told
    assert "+3" in told


def test_nps_tells_its_parts_and_open_answers_stand_under_their_themes(english: Language) -> None:
    told = _session(english, form_reports()[1].result)  # pyright: ignore[reportArgumentType]
    assert "Detractors (0–6)" in told
    assert told.index("기다리는 시간 3") < told.index("의견 0") < told.index("Not yet sorted 7") < told.index("의견 3")


def test_kano_tells_categories_and_counts_of_every_feature(english: Language) -> None:
    told = _session(english, form_reports()[2].result)  # pyright: ignore[reportArgumentType]
    assert "One-dimensional" in told
    assert "Large letters, plain words" in told
    assert "its lack displeases" in told


def test_of_few_people_a_report_tells_nothing_but_their_number(english: Language) -> None:
    few = published(scored("nps", 4))
    told = _session(english, few)
    assert "4 respondents" in told
    assert "Fewer than five have answered." in told
    assert "의견" not in told
    assert (few.score, few.scores.scales, few.open_answers) == ("", (), ())
    assert not any(item.counts or item.texts for item in few.items)


def test_open_answers_of_one_person_carry_keys_that_nobody_can_match() -> None:
    result = form_reports()[1].result
    assert result is not None
    first, second = published(result), published(replace(result, open_answers=result.open_answers[:1]))
    assert {each.answer_id for each in first.open_answers}.isdisjoint(each.answer_id for each in result.open_answers)
    assert second.open_answers[0].answer_id == first.open_answers[0].answer_id


@pytest.mark.parametrize(("people", "paired", "shown"), [(10, 3, False), (10, 6, True), (4, 4, False)])
def test_pairs_are_told_where_five_or_more_are(people: int, paired: int, shown: bool) -> None:
    change = _change(people, paired)
    found = published_change(change)
    assert any(item.better for item in found.items) is shown
    assert bool(found.items) is (people >= 5)


def test_types_and_sessions_are_held_against_each_other_and_held_back(english: Language, korean: Language) -> None:
    record = replace(project_report(), types=type_comparisons(), trends=session_trends())
    for language, words in (
        (english, ("held back", "Sessions over time", "n = 3")),
        (korean, ("가림", "회차별 변화", "n = 3")),
    ):
        told = " ".join(page_texts(finish(of_project.build(record, said_in(language)))[0]))
        assert all(word in told for word in words)


@pytest.mark.parametrize(("answered", "told"), [(4, False), (5, True)])
def test_written_answers_of_fewer_than_five_are_not_told_either(answered: int, told: bool, english: Language) -> None:
    result = form_reports()[1].result
    assert result is not None
    texts = tuple(f"여기가 어두워요 {number}" for number in range(answered))
    items = tuple(
        replace(item, n=answered, missing=30 - answered, texts=texts) if item.item.kind is ItemKind.TEXT else item
        for item in result.items
    )
    found = published(replace(result, respondents=30, items=items, themes=()))
    said = _session(english, found)
    assert ("여기가 어두워요" in said) is told
    assert ("Only their number is shown" in said) is not told
    assert f"n = {answered}" in said
    assert bool(found.open_answers) is told
