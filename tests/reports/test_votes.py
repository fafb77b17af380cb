"""Votes in reports: every rule with its method and its figures, the lot, annulled and by name."""

from dataclasses import replace

import pytest

from tests.reports import example_votes, examples
from tests.reports.example_projects import project_report
from tests.reports.reading import finish, flat, page_texts, said_in
from workshop.language import Language, load_language
from workshop.models.enums import Channel, CountingRule, Electorate, PollState
from workshop.models.records.reports import PollReport, SessionReport
from workshop.models.records.votes import PollResult
from workshop.models.telling.methods import method_sentence
from workshop.models.telling.standings import figure
from workshop.reports.kinds import project
from workshop.reports.kinds.session import build

EN = load_language("en")


def _report(*results: PollResult) -> SessionReport:
    return replace(examples.session_report(), polls=tuple(PollReport(result.poll, result) for result in results))


def _text(record: SessionReport, language: Language = EN) -> str:
    return flat(" ".join(page_texts(finish(build(record, said_in(language)))[0])))


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("result", example_votes.every_rule(), ids=lambda result: result.rule.value)
def test_every_rule_has_its_method_and_its_figures(result: PollResult, code: str) -> None:
    language = load_language(code)
    text = _text(_report(result), language)
    assert flat(method_sentence(language, result)) in text
    assert "{" not in text
    for line in result.lines:
        assert line.option.text in text
        assert figure(language, result, line) in text


@pytest.mark.parametrize("rule", list(CountingRule), ids=lambda rule: rule.value)
def test_a_result_without_details_stands_too(rule: CountingRule) -> None:
    assert example_votes.TEXTS[0] in _text(_report(example_votes.bare(rule)))


def test_proposals_say_yes_no_abstained_and_what_became_of_them() -> None:
    text = _text(_report(example_votes.result_by(CountingRule.MAJORITY)))
    assert "24 3 1 carried" in text
    assert "5 21 2 not carried" in text
    assert "As many yes as no, and so not carried" in text


def test_a_budget_says_what_is_spent() -> None:
    text = _text(_report(example_votes.result_by(CountingRule.EQUAL_SHARES)))
    assert "950 만원 of the budget of 1,000 만원; 50 만원 is left" in text
    assert "Chosen: " in text


def test_a_lot_that_was_used_is_told_with_seed_seal_and_numbers() -> None:
    result = example_votes.result_by(CountingRule.IRV, lots=(example_votes.lot("round 2", (2, 3), (3,)),))
    text = _text(_report(result))
    assert "In round 2 the lot decided between" in text
    assert result.poll.lot_seed in text
    assert result.poll.lot_seal in text.replace(" ", "")
    for option in result.poll.options:
        assert str(option.id) in text


def test_an_annulled_vote_has_its_reason_and_no_result() -> None:
    record = example_votes.annulled(reason="two people used one code")
    report = PollReport(record, replace(example_votes.result_by(CountingRule.DOTS), poll=record))
    text = _text(replace(examples.session_report(), polls=(report,)))
    assert "This vote was annulled and has no result. Reason: two people used one code." in text
    assert "was annulled." in text
    assert "had the most support" not in text
    assert "27 " not in text.split("Vote results", 1)[1].split("Evaluation", 1)[0]


def test_an_annulled_vote_is_no_result_of_the_project_either() -> None:
    record = example_votes.annulled(reason="two people used one code")
    whole = project_report()
    phases = tuple(
        replace(
            phase, sessions=tuple(replace(session, polls=(PollReport(record, None),)) for session in phase.sessions)
        )
        for phase in whole.phases
    )
    text = flat(" ".join(page_texts(finish(project.build(replace(whole, phases=phases), said_in(EN)))[0])))
    assert "annulled and has no result. Reason: two people used one code." in text


def test_an_early_close_says_why() -> None:
    poll = example_votes.poll_by(CountingRule.DOTS, close_reason="the bus was leaving")
    text = _text(_report(replace(example_votes.result_by(CountingRule.DOTS), poll=poll)))
    assert "Closed before everybody had voted: the bus was leaving." in text


def test_a_vote_by_name_of_organizations_is_told_as_counts() -> None:
    poll = example_votes.poll_by(CountingRule.APPROVAL, secret=False, electorate=Electorate.ORGANIZATIONS)
    result = example_votes.result_by(
        CountingRule.APPROVAL, poll=poll, weighted=27, ballots=27, entitled=9, by_channel=((Channel.SCREEN, 9),)
    )
    text = _text(_report(result))
    assert "In the vote by name" in text
    assert "9 of 9 voted (screen 9) · 27 votes of 9 organizations" in text
    assert "secret" not in text.split("Vote results", 1)[1].split("Evaluation", 1)[0]


def test_a_vote_that_is_not_closed_has_no_result() -> None:
    record = example_votes.poll_by(CountingRule.SCORE, state=PollState.OPEN)
    text = _text(replace(examples.session_report(), polls=(PollReport(record, None),)))
    assert "has not been closed" in text
