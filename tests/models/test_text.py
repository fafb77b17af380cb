"""Text is kept in one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.models.text import clean_text, optional_text, required_text


@given(st.text(st.characters()))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_decomposed_hangul_is_put_together() -> None:
    assert clean_text(unicodedata.normalize("NFD", "신호등이 짧다")) == "신호등이 짧다"


def test_control_characters_go_and_line_ends_stay() -> None:
    assert clean_text(" a\x00b\x1b\r\nc\t ") == "ab\nc"


def test_emoji_hanja_and_other_scripts_stay() -> None:
    assert clean_text("安全 👩‍👧 عربي Tiếng Việt") == "安全 👩‍👧 عربي Tiếng Việt"


def test_what_turns_the_direction_of_others_goes() -> None:
    assert clean_text("a\u202ebc\u202c\u2066d\u2069") == "abcd"
    assert clean_text("שלום\u200f!") == "שלום\u200f!"  # a mark for one place stays


def test_what_no_file_can_hold_goes() -> None:
    assert clean_text("가\ud83d나\udc4d") == "가나"
    assert clean_text("a\ufffeb\uffffc\U0010ffffd\ufdd0e") == "abcde"


@pytest.mark.parametrize("text", ["", " \u00a0\u3000", "\u200b", "\ufeff\u200d", "\u3164", "\u2800", "\u115f\u1160"])
def test_what_cannot_be_seen_says_nothing(text: str) -> None:
    with pytest.raises(InputError, match="Please"):
        required_text(text, missing=mark("Please write the idea first."))
    assert required_text(f"{text}글", missing=mark("Please write the idea first.")).endswith("글")


def test_what_stands_beside_a_removed_sign_is_put_together_with_it() -> None:
    assert clean_text("e\x00\u0301") == "é"


def test_empty_and_too_long_texts_are_told_with_their_numbers() -> None:
    with pytest.raises(InputError, match="say something"):
        required_text("  \n ", missing=mark("Please say something."))
    with pytest.raises(InputError, match="5001 characters; 5000"):
        optional_text("가" * 5001)
