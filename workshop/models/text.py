"""How text is kept: one Unicode form, no stray control characters."""

import unicodedata

from workshop.language import Message, mark
from workshop.models.errors import InputError

LONGEST_LINE = 300
LONGEST_NOTE = 5_000


def clean_text(text: str) -> str:
    """Text in NFC without control characters (line ends and tabs stay) and without blanks around it."""
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in normal if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()


def required_text(text: str, *, missing: Message, longest: int = LONGEST_LINE) -> str:
    """Clean text that must say something; raises InputError with `missing`, or when it is longer than `longest` characters."""
    cleaned = optional_text(text, longest=longest)
    if not cleaned:
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
