"""What is being typed finds what is meant, from the first key on."""

import pytest

from workshop.methods.text_search import Rank, make_query


def rank(words: str, text: str) -> int | None:
    query = make_query(words)
    found = query.rank(text) if query else None
    return found[0] if found else None


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("통학", "통학로 안심 지도", Rank.PREFIX),
        ("지도", "통학로 안심 지도", Rank.WORD_START),
        ("학로", "통학로 안심 지도", Rank.INSIDE),
        ("ㅌㅎㄹ", "통학로 안심 지도", Rank.INITIALS),
        ("ㅎㄹ", "통학로 안심 지도", Rank.INITIALS),
        ("길", "통학길", Rank.INSIDE),
        ("undo", "Undo", Rank.PREFIX),
        ("school", "Ways to school", Rank.WORD_START),
        ("버스", "통학로 안심 지도", None),
        ("ㅂㅅ", "통학로 안심 지도", None),
    ],
)
def test_the_better_it_fits_the_better_its_rank(words, text, expected):
    assert rank(words, text) == expected


@pytest.mark.parametrize(
    "typed", ["ㅌ", "토", "통", "통ㅎ", "통하", "통학", "통학ㄹ", "통학로", "통학로 ㅇ", "통학로 아", "통학로 안"]
)
def test_a_syllable_that_is_still_being_put_together_finds_what_it_may_become(typed):
    assert rank(typed, "통학로 안심 지도") is not None


@pytest.mark.parametrize(
    ("typed", "text"),
    [("간", "가나다"), ("고", "과제"), ("갑", "값"), ("닭", "달구지"), ("의ㄱ", "의견"), ("ㅇㅇㄷㅇ", "아이디어")],
)
def test_consonants_and_vowels_on_their_way_to_the_next_syllable(typed, text):
    assert rank(typed, text) is not None


@pytest.mark.parametrize(
    ("typed", "text"), [("닭", "닫힘"), ("통하", "통화"), ("과", "고양이"), ("가", "나가다가"[:1])]
)
def test_what_it_cannot_become_is_not_found(typed, text):
    assert rank(typed, text) is None


def test_words_may_stand_apart_and_in_any_order():
    assert rank("지도 통학", "통학로 안심 지도") == Rank.INSIDE
    assert rank("통학 버스", "통학로 안심 지도") is None


def test_decomposed_text_is_understood():
    assert rank("통", "통학로") == Rank.PREFIX  # what some systems hand over


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_nothing_typed_is_no_query(words):
    assert make_query(words) is None


@pytest.mark.parametrize("words", ["(", "[a", "\\", "a|b", "*", "?", "통(", "^$"])
def test_signs_stand_for_themselves(words):
    assert rank(words, f"x {words} y") == Rank.WORD_START
    assert rank(words, "통학로") is None
