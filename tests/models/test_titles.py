"""Every fixed word has a title in both languages."""

import inspect
from enum import StrEnum

import pytest

from workshop.models import enums, field_enums
from workshop.models.titles import title_of

_WORDS = [
    word
    for module in (enums, field_enums)
    for _name, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, StrEnum) and kind not in {StrEnum, enums.Role}
    for word in kind
]


@pytest.mark.parametrize("word", _WORDS, ids=lambda word: f"{type(word).__name__}.{word.name}")
def test_every_word_is_told_in_korean_and_english(word: StrEnum, korean, english) -> None:
    in_korean, in_english = korean.tell(title_of(word)), english.tell(title_of(word))
    assert in_korean != in_english
    assert in_english.isascii() or "–" in in_english
