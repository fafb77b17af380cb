"""Finds what points to a person in free text: telephone numbers, e-mail addresses and resident registration numbers.

It suggests and never decides: the number of an office may stay. Sources: Korea's telephone numbering plan (MSIT notice
on numbering resources), the resident registration number as in the enforcement rules of the Resident Registration Act with
its check digit (no longer given since October 2020, so that a plausible date is enough where the parts stand apart).
"""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date

PHONE = "phone"
EMAIL = "email"
RESIDENT_NUMBER = "resident_number"
KINDS = (PHONE, EMAIL, RESIDENT_NUMBER)

_DASH = "\u2010-\u2015\u2212\u2043\ufe63\\-"
_GAP = f"[ \u00a0.·•/)_{_DASH}]"
_AREAS = "1[016789]|2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|80|50[0-9]"
_PHONE = re.compile(
    rf"(?<![\d])(?<!\d[{_DASH}.,:/])"
    rf"(?P<head>\(?(?:(?:\+82|\b82(?=[ {_DASH}(])){_GAP}{{0,2}}(?:\(0\))?0?|0)(?:{_AREAS})\)?)"
    rf"{_GAP}{{0,3}}\d{{3,4}}{_GAP}{{0,3}}\d{{4}}(?!\d)"
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9_][\w.+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.)+[A-Za-z]{2,24}(?![A-Za-z0-9])",
    re.ASCII,
)
_RESIDENT = re.compile(rf"(?<!\d)(?<!\d[{_DASH}.,])(\d{{6}})([ {_DASH}]{{0,3}})(\d{{7}})(?!\d)(?![.,]\d)")
_CENTURIES = {1: 1900, 2: 1900, 3: 2000, 4: 2000, 5: 1900, 6: 1900, 7: 2000, 8: 2000, 9: 1800, 0: 1800}
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
# Forms of full width, as Korean keyboards write them, count as their plain ones; each is one character for one.
_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What was found: its kind, its place in the text (from, up to), and how it reads when it is masked."""

    kind: str
    start: int
    end: int
    text: str
    masked: str


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """Everything in a text that looks like one of the kinds, in order and without overlap."""
    if not _may_hold(text):
        return ()
    plain = text.translate(_PLAIN)
    found = sorted(
        (PersonalData(kind, start, end, text[start:end], masked) for kind, start, end, masked in _all(plain)),
        key=lambda each: (each.start, -each.end),
    )
    kept: list[PersonalData] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def mask_personal_data(text: str, spared: Set[str] = frozenset()) -> str:
    """The text with everything found masked, except what is `spared` word for word."""
    found = [each for each in find_personal_data(text) if each.text not in spared]
    if not found:
        return text
    ends = [0, *(each.end for each in found)]
    pieces = [text[end : each.start] + each.masked for end, each in zip(ends, found, strict=False)]
    return "".join(pieces) + text[found[-1].end :]


def _may_hold(text: str) -> bool:
    """Whether a closer look is worth while: most texts have neither figures nor an at sign."""
    return any(sign.isdecimal() or sign in "@＠" for sign in text)


def _all(text: str) -> Iterator[tuple[str, int, int, str]]:
    finders: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (RESIDENT_NUMBER, _RESIDENT, _masked_resident),
        (EMAIL, _EMAIL, lambda _match: "***@***"),
        (PHONE, _PHONE, _masked_phone),
    )
    for kind, pattern, mask in finders:
        for match in pattern.finditer(text):
            masked = mask(match)
            if masked:
                yield kind, match.start(), match.end(), masked


def _masked_phone(match: re.Match[str]) -> str:
    return f"{match['head'].strip('() ')}-****-****"


def _masked_resident(match: re.Match[str]) -> str:
    """Empty where it cannot be such a number: no such day, or thirteen figures in a row with a wrong check digit."""
    front, gap, back = match.groups()
    born = _CENTURIES[int(back[0])] + int(front[:2])
    if not _is_day(born, int(front[2:4]), int(front[4:])):
        return ""
    return "******-*******" if gap or _checks(front + back) else ""


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _checks(number: str) -> bool:
    """Whether the last figure is the check digit of the twelve before it; foreigners' numbers have one of their own."""
    whole = sum(int(figure) * weight for figure, weight in zip(number, _WEIGHTS, strict=False))
    offset = 13 if number[6] in "5678" else 11
    return (offset - whole % 11) % 10 == int(number[-1])
