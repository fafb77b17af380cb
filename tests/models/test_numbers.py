"""Numbers that people write are read exactly, or refused in a sentence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.models.errors import InputError
from workshop.models.numbers import PLACES, optional_number, plain, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", "12"), (" 12.50 ", "12.5"), ("1,200.5", "1200.5"), ("-3", "-3"), ("−3", "-3"), ("１２", "12"), ("0", "0")],
)
def test_numbers_as_people_write_them(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "많이", "1,2", "12,34,5", "1.2.3", "NaN", "inf", "1e5", "1_000", "80%", "--1", "1.2,3"]
)
def test_what_is_no_number_is_refused_and_told(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_number(text)
    assert text in str(caught.value)


def test_nothing_written_is_no_number_at_all() -> None:
    assert optional_number(" ") is None
    assert optional_number(None) is None


@pytest.mark.parametrize("text", ["1" + "0" * 13, "0." + "1" * 7])
def test_numbers_beyond_reason_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_number(text)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=PLACES))
def test_what_is_told_can_be_written_again(number: Decimal) -> None:
    assert read_number(plain(number)) == number
