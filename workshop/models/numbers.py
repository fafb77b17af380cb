"""Numbers that people write: exact decimals, read and told without rounding."""

import unicodedata
from decimal import Decimal, InvalidOperation

from workshop.language import mark
from workshop.models.errors import InputError

LARGEST = Decimal(10) ** 12
PLACES = 6  # behind the point
Numeral = str | int | Decimal


def read_number(given: Numeral) -> Decimal:
    """A number as it is written, such as "12", "-3.5" or "1,200.5"; a comma parts thousands.

    Raises InputError where it is none, is beyond a million million or has more than six decimals.
    """
    text = unicodedata.normalize("NFKC", str(given)).strip().replace("−", "-")
    digits = _without_commas(text)
    try:
        number = Decimal(digits)
    except InvalidOperation as error:
        raise _no_number(text) from error
    if not number.is_finite() or "_" in text or "e" in text.lower():
        raise _no_number(text)
    if abs(number) > LARGEST:
        raise InputError(mark("{number} is too large. Choose a larger unit.", number=text[:60]))
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > PLACES:
        raise InputError(mark("{number} has more than {n} decimals. Please round it.", number=text[:60], n=PLACES))
    return number


def optional_number(given: Numeral | None) -> Decimal | None:
    """The same, or nothing where nothing is written."""
    return None if given is None or not str(given).strip() else read_number(given)


def plain(number: Decimal) -> str:
    """A number in its digits, thousands parted, without needless zeros behind the point."""
    whole, _point, decimals = f"{number:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _without_commas(text: str) -> str:
    """The digits where commas part thousands; a comma anywhere else makes it no number."""
    whole, point, decimals = text.partition(".")
    head, *groups = whole.split(",")
    if groups and (not 1 <= len(head.lstrip("+-")) <= 3 or any(len(group) != 3 for group in groups)):
        return ""
    return "".join((head, *groups, point, decimals)) if "," not in decimals else ""


def _no_number(text: str) -> InputError:
    return InputError(mark("“{text}” is not a number. Please write digits, such as 12 or 12.5.", text=text[:60]))
