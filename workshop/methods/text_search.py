"""Finding words while they are typed, in Korean with a syllable still being put together or by first consonants alone.

A Hangul syllable is coded as 0xAC00 + (initial · 21 + medial) · 28 + final, so all syllables that begin alike are one range
(The Unicode Standard, section 3.12). A single consonant stands for every syllable that begins with it (초성 검색).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

_FIRST, _LAST = 0xAC00, 0xD7A3
_FINALS, _PER_INITIAL = 28, 588
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
# What each final becomes when a vowel follows it: what stays, and the initial of the next syllable.
_SPLIT = (
    *("", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ"),
    *("ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"),
)
# Two consonants in a row are put together by most keyboards, although no syllable begins with both: ㄱㅅ becomes ㄳ.
_APART = str.maketrans(dict(zip("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", (two for two in _SPLIT if len(two) == 2), strict=True)))
_COMPOUND_MEDIALS = {8: (9, 10, 11), 13: (14, 15, 16), 18: (19,)}  # ㅗ → ㅘ ㅙ ㅚ, ㅜ → ㅝ ㅞ ㅟ, ㅡ → ㅢ


class Rank(IntEnum):
    """How well a text fits, the best first."""

    PREFIX = 0
    WORD_START = 1
    INSIDE = 2
    INITIALS = 3


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: each word as a pattern, and whether it is spelled by first consonants."""

    phrase: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]
    by_initials: bool

    def rank(self, text: str) -> tuple[int, int] | None:
        """How well a text fits, to be sorted by: rank and place of the find, both better where smaller; None for not at all.

        Words that stand apart may stand apart in the text too, in any order; they fit less than the phrase.
        """
        whole = _place(self.phrase, text)
        if whole is not None:
            return self._rated(whole, text)
        if len(self.parts) < 2:
            return None
        places = [_place(part, text) for part in self.parts]
        if any(place is None for place in places):
            return None
        rank, place = max(self._rated(place or 0, text) for place in places)
        return max(rank, Rank.INSIDE), place

    def _rated(self, place: int, text: str) -> tuple[int, int]:
        if self.by_initials:
            return Rank.INITIALS, place
        if place == 0:
            return Rank.PREFIX, 0
        return (Rank.INSIDE if text[place - 1].isalnum() else Rank.WORD_START), place


def make_query(words: str) -> Query | None:
    """What somebody is typing as a query; None where nothing is typed."""
    words = " ".join(unicodedata.normalize("NFC", words).translate(_APART).split())
    if not words:
        return None
    parts = words.split(" ")
    by_initials = any(sign in _INITIALS for sign in words[:-1]) or words[0] in _INITIALS
    compiled = [
        re.compile(_pattern(part, last=place == len(parts) - 1), re.IGNORECASE) for place, part in enumerate(parts)
    ]
    return Query(re.compile(_pattern(words, last=True), re.IGNORECASE), tuple(compiled), by_initials)


def _place(pattern: re.Pattern[str], text: str) -> int | None:
    """Where a pattern is found: at the beginning of a word where it is, else anywhere."""
    first: int | None = None
    for match in pattern.finditer(text):
        place = match.start()
        if place == 0 or not text[place - 1].isalnum():
            return place
        first = place if first is None else first
    return first


def _pattern(words: str, *, last: bool) -> str:
    """A regular expression; the last syllable may still grow."""
    if not last:
        return "".join(map(_sign, words))
    return "".join(map(_sign, words[:-1])) + _growing(words[-1])


def _sign(sign: str) -> str:
    """What a sign stands for that is complete."""
    if sign in _INITIALS:
        initial = _INITIALS.index(sign)
        return f"[{sign}{_range(initial * _PER_INITIAL, _PER_INITIAL)}]"
    return re.escape(sign)


def _growing(sign: str) -> str:
    """What a sign stands for while its syllable is being put together: 가 may become 간 or 과, 간 may become 가나."""
    code = ord(sign) - _FIRST
    if not 0 <= code <= _LAST - _FIRST:
        return _sign(sign)
    base, final = code - code % _FINALS, code % _FINALS
    if final == 0:
        return f"[{_range(base, _FINALS)}{_with_more_vowel(base)}]"
    choices = [sign]
    stays, moves = _SPLIT[final][:-1], _SPLIT[final][-1]
    choices.append(re.escape(chr(_FIRST + base + (_SPLIT.index(stays) if stays else 0))) + _sign(moves))
    if not stays:
        choices += [chr(_FIRST + base + i) for i, split in enumerate(_SPLIT) if len(split) == 2 and split[0] == moves]
    return f"(?:{'|'.join(choices)})"


def _with_more_vowel(base: int) -> str:
    """The syllables whose vowel begins like this one: 고 on the way to 과."""
    initial, medial = divmod(base // _FINALS, 21)
    return "".join(_range((initial * 21 + other) * _FINALS, _FINALS) for other in _COMPOUND_MEDIALS.get(medial, ()))


def _range(first: int, count: int) -> str:
    return f"{chr(_FIRST + first)}-{chr(_FIRST + first + count - 1)}"
