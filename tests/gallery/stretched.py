"""A language that nobody speaks: English, two fifths longer, so that a layout shows what a longer language would do to it."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from gettext import NullTranslations
from math import ceil

from workshop.language import Language
from workshop.language import load_language as _load

GROWTH = 0.4
_WORD = re.compile(r"\{[^}]*\}|[A-Za-z]+")


def stretch(text: str) -> str:
    """Every word two fifths longer; what stands in braces stays as it is."""
    return _WORD.sub(lambda word: word[0] if word[0].startswith("{") else _longer(word[0]), text)


@cache
def stretched_language() -> Language:
    """The language itself; dates and numbers are English."""
    return Language("en", _Stretched())


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """While it lasts, whoever asks for English by `load_language` is given the stretched language, if `code` is "stretched"."""
    places = [module for module in list(sys.modules.values()) if getattr(module, "load_language", None) is _load]
    if code != "stretched":
        yield
        return
    for module in places:
        module.load_language = _load_stretched  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module in places:
            module.load_language = _load  # type: ignore[attr-defined]


def _load_stretched(code: str) -> Language:
    return stretched_language() if code == "en" else _load(code)


def _longer(word: str) -> str:
    more = ceil(len(word) * GROWTH)
    return word + (word[-1] * more if len(word) < 4 else word[-more:].lower())


class _Stretched(NullTranslations):
    """Looks words up as English does and stretches what comes out."""

    def gettext(self, message: str) -> str:
        return stretch(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return stretch(msgid1 if n == 1 else msgid2)
