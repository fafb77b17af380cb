"""Likeness of texts: bounds and symmetry, an independent count by hand, and what the cut-off was measured on."""

import random
import tomllib
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.rewordings import ENGLISH, NEW, REWORDED
from workshop.methods.similarity import CUT_OFF, LEAST_SYLLABLES, closest, similarity, spell, syllables
from workshop.resources import resource_path

TEXTS = st.text(st.sampled_from("가나다라각간횡단보도신호등 aAbc.,!12ㄱㅏ漢é🌳\n"), max_size=30)


def _sample() -> dict[int, str]:
    boards = tomllib.loads(Path(resource_path("sample/ideas.toml")).read_text(encoding="utf-8"))["boards"]
    return {idea["number"]: idea["text"] for board in boards for idea in board["ideas"]}


def _common(one: str, other: str) -> int:
    """The length of the longest common subsequence, by the table of the textbook."""
    above = [0] * (len(other) + 1)
    for sign in one:
        row = [0]
        for place, against in enumerate(other):
            row.append(above[place] + 1 if sign == against else max(row[place], above[place + 1]))
        above = row
    return above[-1]


def _by_hand(one: str, other: str) -> float:
    return 200 * _common(one, other) / (len(one) + len(other)) if one or other else 100.0


@given(TEXTS, TEXTS)
def test_the_ratio_is_what_the_textbook_counts(one: str, other: str) -> None:
    a, b = spell(one), spell(other)
    expected = max(_by_hand(a.letters, b.letters), _by_hand(a.by_word, b.by_word))
    assert similarity(one, other) == pytest.approx(expected)


@given(TEXTS, TEXTS)
def test_it_is_symmetric_and_between_nothing_and_all(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 100


@given(TEXTS, TEXTS)
def test_form_case_blanks_and_marks_make_no_difference(one: str, other: str) -> None:
    written = similarity(one, other)
    assert similarity(one, one) == 100
    assert similarity(unicodedata.normalize("NFD", one), unicodedata.normalize("NFC", other)) == written
    assert similarity(one.swapcase(), other) == written
    assert similarity(one, one + "!") == 100


def test_letters_are_compared_not_syllables() -> None:
    """정 and 장 share two of three letters: as syllables they would share nothing."""
    assert similarity("정", "장") == pytest.approx(200 * 2 / 6)
    assert similarity("어두운 길에 스마트 가로등", "스마트 가로등 어두운 길에") == 100
    assert similarity("가나다라", "efgh") == 0


def test_what_is_not_meant_the_same_may_look_alike() -> None:
    assert similarity("주차장을 확대해 주세요", "주차장을 축소해 주세요") > CUT_OFF


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("신호등", 3), ("신호 등을", 4), ("signal", 3), ("횡단ㅂ", 2.5), ("🌳", 0), ("漢字", 2)],
)
def test_syllables_are_what_is_said(text: str, count: float) -> None:
    assert syllables(text) == count
    assert syllables(unicodedata.normalize("NFD", text)) == count


def test_the_cut_off_parts_rewordings_from_everything_else() -> None:
    sample = _sample()
    pairs = [(reworded, number) for number, several in REWORDED.items() for reworded in several]
    pairs = [(reworded, number) for reworded, number in pairs if syllables(reworded) >= LEAST_SYLLABLES]
    found = sum(similarity(reworded, sample[number]) >= CUT_OFF for reworded, number in pairs)
    assert found >= 0.9 * len(pairs)
    others = [(reworded, text) for reworded, number in pairs for key, text in sample.items() if key != number]
    others += [(new, text) for new in NEW for text in sample.values()]
    wrong = [pair for pair in (*others, *combinations(sample.values(), 2)) if similarity(*pair) >= CUT_OFF]
    assert wrong == []


def test_the_cut_off_holds_in_english() -> None:
    ideas = [idea for idea, _reworded in ENGLISH]
    found = sum(similarity(idea, reworded) >= CUT_OFF for idea, reworded in ENGLISH)
    assert found >= 0.9 * len(ENGLISH)
    assert [pair for pair in combinations(ideas, 2) if similarity(*pair) >= CUT_OFF] == []


def test_the_closest_are_those_with_the_highest_ratio() -> None:
    texts = list(_sample().values())
    spelled = [spell(text) for text in texts]
    for asked in ("학교 앞 횡단보도 신호를 더 길게", "바닥 신호등을 깔자", "골목 가로등"):
        ratios = sorted(((-similarity(asked, text), place) for place, text in enumerate(texts)))
        expected = [(place, -ratio) for ratio, place in ratios if -ratio >= 40][:3]
        found = closest(spell(asked), [one.letters for one in spelled], [one.by_word for one in spelled], cut_off=40)
        assert [place for place, _ratio in found] == [place for place, _ratio in expected]
        assert [ratio for _place, ratio in found] == pytest.approx([ratio for _place, ratio in expected])


def test_nothing_is_like_nothing() -> None:
    assert closest(spell("…"), [spell("!").letters, ""], ["", ""]) == []


def test_very_long_texts_are_compared_by_their_beginning() -> None:
    signs = random.Random(1).choices("가나다라마바사아자차카타파하", k=5_000)
    one = "".join(signs)
    assert similarity(one, one[:4_000]) == 100
    assert similarity(one, "".join(reversed(signs))) < 100
