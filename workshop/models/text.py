"""How text is kept: one Unicode form, no stray control characters."""

import unicodedata
from fractions import Fraction

from workshop.language import Message, mark
from workshop.models.errors import InputError

LONGEST_LINE = 300
LONGEST_NOTE = 5_000


# Marks that would turn the order of everything behind them, also of what others wrote; letters know their own direction.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters, by their category, of which nothing is seen: the fillers of Hangul and the blank pattern of Braille.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def clean_text(text: str) -> str:
    """Text in NFC with nothing that cannot be seen but does harm, and without blanks around it.

    Control characters go (line ends and tabs stay), halves of surrogate pairs, which no database keeps, codes that are no
    characters, which no spreadsheet keeps, and marks that turn the direction of writing.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", "".join(sign for sign in lines if _is_kept(sign))).strip()


def _is_kept(sign: str) -> bool:
    if sign in "\n\t":
        return True
    return not (unicodedata.category(sign) in {"Cc", "Cs"} or sign in _TURNING or _is_no_character(ord(sign)))


def _is_no_character(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def says_something(text: str) -> bool:
    """Whether anything of a text is seen: a joiner, a filler or a blank alone says nothing."""
    return any(not sign.isspace() and unicodedata.category(sign) != "Cf" and sign not in _BLANK for sign in text)


def required_text(text: str, *, missing: Message, longest: int = LONGEST_LINE) -> str:
    """Clean text that must say something; raises InputError with `missing`, or when it is longer than `longest` characters."""
    cleaned = optional_text(text, longest=longest)
    if not says_something(cleaned):
        raise InputError(missing)
    return cleaned


def optional_text(text: str, *, longest: int = LONGEST_NOTE) -> str:
    """Clean text that may be empty; raises InputError when it is longer than `longest` characters."""
    cleaned = clean_text(text)
    if len(cleaned) > longest:
        raise InputError(_too_long(len(cleaned), longest))
    return cleaned


def _too_long(length: int, longest: int) -> Message:
    return mark(
        "This text has {length} characters; {longest} is the most. Please shorten it.", length=length, longest=longest
    )


def decimal(value: Fraction, places: int) -> str:
    """A fraction as a decimal number, halves rounded up: 55 → 55.0."""
    scaled = value * 10**places
    whole = int(scaled + Fraction(1, 2)) if scaled >= 0 else -int(-scaled + Fraction(1, 2))
    sign = "-" if whole < 0 else ""
    digits = str(abs(whole)).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
