"""Korean particles that follow a filled-in word: 은 or 는, 이 or 가, 을 or 를, as the word before them is spoken.

A translation writes both forms, `{name}은(는)`; here the fitting one is chosen. Where it cannot be known how the word is
spoken, as with a file name in Latin letters, both stay. What people wrote themselves is never touched.
"""

import re
from collections.abc import Mapping

_PAIRS = {  # as it is written → after a final consonant, after a vowel
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라는": ("이라는", "라는"),
}
_PLACE = re.compile(r"\{(\w+)\}([^\s\w(]*)(" + "|".join(map(re.escape, _PAIRS)) + ")")
_FIRST, _LAST, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8  # Hangul syllables, final consonants of each, and ㄹ among these
# How digits and capital letters end when they are read out: with ㄹ, or with another consonant; the others with a vowel.
_ENDS_IN_RIEUL, _ENDS_IN_CONSONANT = "178LR", "036MN"


def with_particles(text: str, values: Mapping[str, object]) -> str:
    """A text with places, after which the fitting particle stands."""

    def fitting(found: re.Match[str]) -> str:
        name, quotes, both = found.groups()
        return f"{{{name}}}{quotes}{_particle(both, str(values.get(name, '')))}"

    return _PLACE.sub(fitting, text) if "(" in text else text


def _particle(both: str, word: str) -> str:
    final = _final(word)
    if final is None:
        return both
    after_consonant, after_vowel = _PAIRS[both]
    return after_vowel if final == "" or (final == "ㄹ" and both == "(으)로") else after_consonant


def _final(word: str) -> str | None:
    """The consonant a word ends in: "" for a vowel, "ㄹ", "-" for another one; None where that cannot be known."""
    spoken = "".join(sign if sign.isalnum() else " " for sign in word).split()
    last = spoken[-1] if spoken else ""
    if last and _FIRST <= ord(last[-1]) <= _LAST:
        final = (ord(last[-1]) - _FIRST) % _FINALS
        return "" if not final else "ㄹ" if final == _RIEUL else "-"
    if not last.isascii() or not (last.isupper() or last[-1:].isdigit()):
        return None
    return "ㄹ" if last[-1] in _ENDS_IN_RIEUL else "-" if last[-1] in _ENDS_IN_CONSONANT else ""
