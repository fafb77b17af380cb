"""How a line of quick capture is read: "#교통" names the category, "@시장 앞" the place, the rest is what is wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workshop.language import CODES, load_language
from workshop.models.enums import IssueCategory
from workshop.models.text import LONGEST_LINE, clean_text
from workshop.models.titles import title_of

_CATEGORY = re.compile(r"(?<!\S)[#＃](\S+)")
_WORD = re.compile(r"\w+")
_PLACE = re.compile(r"(?<!\S)[@＠]([^\n]+?)(?=\s+[#＃@＠]|\n|$)")


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line says; a category or a place that it does not name is None or empty."""

    text: str
    category: IssueCategory | None = None
    place: str = ""


def read_line(line: str) -> Captured:
    """Read a line; what is no category stays in the text, and where nothing else is said the whole line is the text."""
    categories: list[IssueCategory] = []

    def take(found: re.Match[str]) -> str:
        category = category_of(found[1])
        if category is None:
            return found[0]
        categories.append(category)
        return ""

    rest = _CATEGORY.sub(take, line)
    place = next((clean_text(found[1]) for found in _PLACE.finditer(rest)), "")
    if place and len(place) <= LONGEST_LINE:
        rest = _PLACE.sub("", rest, count=1)
    else:
        place = ""
    text = _tidy(rest.split("\n"))
    if not text:
        return Captured(clean_text(line))
    return Captured(text, categories[-1] if categories else None, place)


def category_of(word: str) -> IssueCategory | None:
    """The category that a word names: the beginning of a word of its title in any language."""
    sought = word.casefold().rstrip(".,!?")
    if not sought:
        return None
    for begins in (str.__eq__, str.startswith):
        for category, names in _names().items():
            if any(begins(name, sought) for name in names):
                return category
    return None


@cache
def _names() -> dict[IssueCategory, list[str]]:
    """The whole title of each category, and its words."""
    languages = [load_language(code) for code in CODES]
    found: dict[IssueCategory, list[str]] = {}
    for category in IssueCategory:
        titles = [language.tell(title_of(category)).casefold() for language in languages]
        names = [name for title in titles for name in (title, title.replace(" ", ""), *_WORD.findall(title))]
        found[category] = [*(name for name in names if name != "and"), category.value]
    return found


def _tidy(lines: Iterable[str]) -> str:
    return "\n".join(words for line in lines if (words := " ".join(clean_text(line).split())))
