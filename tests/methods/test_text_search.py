"""What is being typed finds what is meant, from the first key on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    ("typed", "text"),
    [("ㄳ", "교실"), ("ㅄ", "버스 정류장"), ("ㅄㅈㄹㅈ", "버스정류장"), ("ㅁㄺ", "물레길"), ("안전 ㄵ", "안전 난장")],
)
def test_consonants_that_the_keyboard_puts_together_are_two(typed, text):
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


# Independent of the patterns: a text as the keys that write it, and as the first consonants of its syllables.
_WRITTEN = (
    "ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ",
    "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ",
    " ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ",
)
_KEYS = tuple(signs.split(" ") for signs in _WRITTEN)


def _parts(sign: str) -> tuple[int, int, int] | None:
    code = ord(sign) - 0xAC00
    return (code // 588, code // 28 % 21, code % 28) if 0 <= code <= 11171 else None


def _keys(text: str) -> str:
    parts = [(sign, _parts(sign)) for sign in text]
    return "".join("".join(k[n] for k, n in zip(_KEYS, p, strict=True)) if p else s.lower() for s, p in parts)


def _consonants(text: str) -> str:
    return "".join(_KEYS[0][p[0]] if (p := _parts(sign)) else sign for sign in text)


_SYLLABLES = st.text(
    st.sampled_from("가각갂갃간나고과괌값사싸닭다구길버스의견아이디어WifiCCTV ㅅ"), min_size=1, max_size=24
)


@given(_SYLLABLES, _SYLLABLES.map(lambda text: text[:3]))
def test_whatever_is_typed_finds_what_a_scan_of_the_keys_finds(text: str, typed: str) -> None:
    words = " ".join(typed.split())
    if " " in words or "ㅅ" in words or not words:
        return
    found = any(_keys(text[place:]).startswith(_keys(words)) for place in range(len(text)))
    assert (rank(words, text) is not None) == found


@given(_SYLLABLES, st.text(st.sampled_from("ㄱㄲㄴㄷㅂㅅㅆㅇ"), min_size=1, max_size=3))
def test_first_consonants_find_what_a_scan_of_them_finds(text: str, typed: str) -> None:
    assert (rank(typed, text) is not None) == (typed in _consonants(text))
