"""Every rule's result reads well: its method in one sentence, its figures, its ties, every use of the lot."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.reports.example_forms import key
from tests.reports.example_votes import A, B, C, D, E, bare, every_rule, lot, made, poll_by, result_by
from workshop.language import Language, load_language
from workshop.models.enums import BallotKind, Channel, CountingRule, Electorate, Sector
from workshop.models.records.votes import PollResult
from workshop.models.telling.facts import Answers, last_votes, spent
from workshop.models.telling.grids import Grid, grids, lot_grid
from workshop.models.telling.lots import lot_note, lot_sentences, redraw_note, shared_places, tie_sentences
from workshop.models.telling.methods import held_line, method_sentence, money, weights_line
from workshop.models.telling.standings import (
    answers_told,
    bar_told,
    budget_sentence,
    chosen_word,
    count_line,
    extra_heads,
    extras,
    figure,
    leads,
    measure,
    points_told,
    size,
)

EN, KO = load_language("en"), load_language("ko")
RULES = list(CountingRule)


def _all_told(language: Language, result: PollResult) -> list[str]:
    told = [
        held_line(language, result.poll), method_sentence(language, result), count_line(language, result),
        budget_sentence(language, result), measure(language, result.rule), lot_note(language, result),
        redraw_note(language, result), weights_line(language, result),
        *tie_sentences(language, result), *lot_sentences(language, result),
    ]  # fmt: skip
    for line in result.lines:
        told += [figure(language, result, line), bar_told(language, result, line), *extras(language, result, line)]
        told.append(points_told(language, result.rule, line.points))
    for grid in (*grids(language, result), lot_grid(language, result)):
        told += [
            grid.title,
            grid.note,
            *(head.title for head in grid.heads),
            *(cell for row in grid.rows for cell in row),
        ]
    return told


@pytest.mark.parametrize("language", [EN, KO], ids=["en", "ko"])
@pytest.mark.parametrize("result", [*every_rule(), *map(bare, RULES)], ids=lambda result: result.rule.value)
def test_nothing_is_left_to_fill_and_every_column_has_its_cell(language: Language, result: PollResult) -> None:
    assert not [text for text in _all_told(language, result) if "{" in text]
    for line in result.lines:
        assert len(extras(language, result, line)) == len(extra_heads(language, result))
    for grid in grids(language, result):
        assert {len(row) for row in grid.rows} == {len(grid.heads)}


@pytest.mark.parametrize("rule", RULES)
def test_the_method_is_one_sentence_in_each_language(rule: CountingRule) -> None:
    for language in (EN, KO):
        told = method_sentence(language, result_by(rule))
        assert told.count(". ") == 0
        assert told.endswith(".")
    assert method_sentence(EN, result_by(rule)) != method_sentence(KO, result_by(rule))


def test_sentences_have_the_numbers_of_the_vote() -> None:
    assert "4 points, each second 3" in method_sentence(EN, result_by(CountingRule.BORDA))
    assert "from 1 to 5" in method_sentence(EN, result_by(CountingRule.SCORE))
    assert "10 votes" in method_sentence(EN, result_by(CountingRule.STV))
    assert "1,000만원" in method_sentence(KO, result_by(CountingRule.GREEDY))
    assert "3 dots" in method_sentence(EN, result_by(CountingRule.DOTS))
    one = result_by(CountingRule.DOTS, poll=poll_by(CountingRule.DOTS, dots=1))
    assert "1 dot;" in method_sentence(EN, one)


def test_how_a_vote_was_held_says_by_name_and_who() -> None:
    named = poll_by(CountingRule.MAJORITY, secret=False, electorate=Electorate.ORGANIZATIONS)
    assert held_line(EN, named) == "Yes or no · by name · one delegate of each organization"
    sector = poll_by(CountingRule.BORDA, electorate=Electorate.SECTOR, sector=Sector.EXPERT)
    assert "expert" in held_line(EN, sector)
    assert "전문가" in held_line(KO, sector)


def test_votes_of_organizations_are_told_apart_from_ballots() -> None:
    result = result_by(CountingRule.APPROVAL, weighted=27, ballots=27, by_channel=((Channel.SCREEN, 9),), entitled=9)
    assert weights_line(EN, result) == "27 votes of 9 organizations"
    assert count_line(EN, result).startswith("9 of 9 voted · 27 votes of 9 organizations")
    assert weights_line(EN, result_by(CountingRule.APPROVAL)) == ""


def test_one_is_told_as_one() -> None:
    one = result_by(CountingRule.APPROVAL, weighted=3, ballots=3, by_channel=((Channel.SCREEN, 1),), entitled=1)
    assert weights_line(EN, one) == "3 votes of 1 organization"
    dots = made(poll_by(CountingRule.DOTS), {A: 1, B: 1}, ((A, B), (C, D, E)), (), {})
    assert tie_sentences(EN, dots)[0].startswith("Tied in place 1 with 1 point each: ")
    assert "각각 1점으로 공동 1위입니다." in tie_sentences(KO, dots)[0]


def test_ties_are_told_with_what_is_equal() -> None:
    (approved,) = tie_sentences(EN, result_by(CountingRule.APPROVAL))
    assert approved.startswith("Tied in place 2 with 17 votes each: ")
    (dots,) = tie_sentences(EN, result_by(CountingRule.DOTS))
    assert "14 points each" in dots
    (even,) = tie_sentences(EN, result_by(CountingRule.MAJORITY))
    assert even == "As many yes as no, and so not carried: “통학 시간 차 없는 거리”."


def test_a_tie_of_nothing_is_not_told() -> None:
    nothing = made(poll_by(CountingRule.DOTS), {}, ((A, B, C, D, E),), (), {})
    assert tie_sentences(EN, nothing) == []
    undecided = {option: Fraction(1, 2) for option in (A, B, C, D, E)}
    nobody = made(poll_by(CountingRule.PAIRWISE), undecided, ((A, B, C, D, E),), (), {})
    assert tie_sentences(EN, nobody) == []
    assert not any(leads(nobody, line) for line in nobody.lines)


def test_equal_votes_in_a_budget_are_no_shared_place() -> None:
    record = poll_by(CountingRule.GREEDY)
    result = made(record, {A: 3, B: 3}, ((A, B), (C, D, E)), (A,), {})
    assert shared_places(result) == ()


@pytest.mark.parametrize(
    ("rule", "at", "told"),
    [
        (
            CountingRule.IRV, "round 2",
            "In round 2 the lot decided between “{a}”, “{b}”: “{b}”, the last of them in its order, left.",
        ),
        (CountingRule.STV, "seat 1", "With equal votes the lot put these in order: “{b}”."),
        (CountingRule.EQUAL_SHARES, "round 3", "In round 3 the lot decided between “{a}”, “{b}”: “{b}” came first."),
        (CountingRule.DOTS, "place 2", "For place 2 the lot decided between “{a}”, “{b}”: it chose “{b}”."),
        (CountingRule.DOTS, "somewhere", "The lot decided between “{a}”, “{b}”: it chose “{b}”."),
    ],
)  # fmt: skip
def test_every_use_of_the_lot_is_told(rule: CountingRule, at: str, told: str) -> None:
    result = result_by(rule, lots=(lot(at, (0, 1), (1,)),))
    names = {"a": result.options[key(301)].text, "b": result.options[key(302)].text}
    assert lot_sentences(EN, result) == [told.format(**names)]
    assert "추첨" in lot_sentences(KO, result)[0]


def test_a_lot_that_was_used_can_be_drawn_again() -> None:
    result = result_by(CountingRule.IRV, lots=(lot("round 2", (0, 1), (1,)),))
    assert result.poll.lot_seed in lot_note(EN, result)
    assert result.poll.lot_seal in redraw_note(EN, result)
    grid = lot_grid(EN, result)
    assert [row[2] for row in grid.rows] == [
        str(line.option.id) for line in sorted(result.lines, key=lambda line: line.option.lot or 0)
    ]
    unused = result_by(CountingRule.IRV)
    assert "not needed" in lot_note(EN, unused)
    assert redraw_note(EN, unused) == ""


def test_a_budget_says_what_is_spent_and_left() -> None:
    result = result_by(CountingRule.EQUAL_SHARES)
    assert spent(result) == 950
    assert (
        budget_sentence(EN, result) == "The chosen options cost 950 만원 of the budget of 1,000 만원; 50 만원 is left."
    )
    assert [chosen_word(EN, result, line) for line in result.lines] == ["chosen", "chosen", "", "chosen", ""]
    assert budget_sentence(EN, result_by(CountingRule.DOTS)) == ""


def test_money_has_a_blank_before_a_word_in_latin_letters_alone() -> None:
    korean, english = load_language("ko"), load_language("en")
    assert [money(korean, 1000, unit) for unit in ("만원", "euros", "")] == ["1,000만원", "1,000 euros", "1,000"]
    assert [money(english, 1000, unit) for unit in ("만원", "euros", "")] == ["1,000 만원", "1,000 euros", "1,000"]


def test_proposals_are_carried_or_not() -> None:
    result = result_by(CountingRule.MAJORITY)
    assert [chosen_word(KO, result, line) for line in result.lines] == ["가결", "가결", "부결", "부결", "부결"]
    assert answers_told(EN, Answers(12, 4, 2)) == "Yes 12 · No 4 · Abstained 2"


def test_an_option_that_nobody_graded_has_no_average() -> None:
    result = result_by(CountingRule.SCORE)
    assert [figure(EN, result, line) for line in result.lines] == ["4.25", "4.00", "3.25", "2.81", "–"]
    assert extras(EN, result, result.lines[0]) == ("4.5", "28")


def test_rounds_show_what_an_option_had_when_it_was_chosen_or_left() -> None:
    result = result_by(CountingRule.STV)
    had = [last_votes(result, line.option) for line in result.lines]
    assert had == [13, Fraction(141, 13), Fraction(105, 13), Fraction(45, 13), 1]
    (grid,) = grids(EN, result)
    assert grid.rows[1][1:] == ("7", "8.69", "9.69", "10.85")
    assert "Round 1: “학교 앞 횡단보도 신호를 길게” chosen." in grid.note


def test_many_rounds_are_told_below_each_other() -> None:
    rounds = [{"votes": {A: 10 + n, B: 9}, "exhausted": 0, "out": C if n == 3 else None} for n in range(9)]
    (grid,) = grids(EN, result_by(CountingRule.IRV, details={"rounds": rounds}))
    assert len(grid.rows) == 9
    assert len(grid.heads) == 3
    assert grid.rows[3][1] == "“통학 시간 차 없는 거리” left"


def test_the_matrix_sets_the_first_options_against_each_other() -> None:
    (grid,) = grids(EN, result_by(CountingRule.SCHULZE))
    assert grid.rows[1][1:] == ("12", "–", "16", "20", "22")
    assert isinstance(grid, Grid)
    assert "ballots" in grid.note
    compared = result_by(CountingRule.PAIRWISE, details=result_by(CountingRule.SCHULZE).details)
    (grid,) = grids(EN, compared)
    assert "preferred" in grid.note


def test_options_of_several_places_are_marked_as_chosen() -> None:
    record = poll_by(CountingRule.DOTS, seats=2)
    result = replace(result_by(CountingRule.DOTS), poll=record, winners=(key(301), key(302)))
    assert [leads(result, line) for line in result.lines] == [True, True, False, False, False]
    assert chosen_word(EN, result, result.lines[1]) == "chosen"


def test_other_rules_of_the_same_ballots_have_their_own_words() -> None:
    result = replace(result_by(CountingRule.DOTS), rule=CountingRule.APPROVAL)
    assert result.poll.ballot is BallotKind.DOTS
    assert measure(EN, result.rule) == "Votes"
    assert size(result, result.lines[0]) == 27
