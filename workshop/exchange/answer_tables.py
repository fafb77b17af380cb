"""Tables of answers: a header row of item names, then a row for each respondent, read against the items of an instrument.

A blank cell (or NA, as R writes it) is a missing answer; a row with nothing in it is no respondent. Whatever does not fit is told
with its row and column, and then nothing is read at all.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.exchange.sheets import Table
from workshop.language import mark
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError
from workshop.models.records.evaluations import AnswerValue, ItemRecord

# Columns that say who or when: they are passed over.
ASIDE = frozenset(
    {
        "respondent", "respondents", "participant", "id", "code", "no", "no.", "nr", "#", "row", "time", "timestamp", "date",
        "channel", "form", "session", "service", "service_type", "stage", "phase", "번호", "응답자", "참여자", "참가자", "코드",
        "일시", "날짜", "시간", "타임스탬프", "회차", "서비스", "단계", "경로",
    }
)  # fmt: skip
SCORE = "score_"  # begins the name of a column that was worked out from the others
_NUMBERED = re.compile(r"(\D*?)[ _.\-]*0*(\d+)")
_WHOLE = re.compile(r"([+-]?\d+)(?:[.,]0+)?")
_SEPARATORS = re.compile(r"[;|\n]")
_FORMULA_MARK = re.compile(r"^'(?=[=+@\-])")  # what makes a cell harmless when it is written
_MISSING = frozenset({"", "na", "n/a"})
_Column = tuple[ItemRecord, str]
_NO_NAME_OF_SPSS = frozenset({"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"})
_SIGNS = str.maketrans({"−": "-", "–": "-", "﹣": "-"})


@dataclass(frozen=True, slots=True)
class Respondent:
    """One row: its number as the person sees it, from 1, and the answers by key of the item, missing ones left out."""

    row: int
    values: dict[str, AnswerValue]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """All respondents, the columns that were passed over, and the numbers of the rows with nothing in them."""

    respondents: tuple[Respondent, ...]
    aside: tuple[str, ...] = ()
    empty: tuple[int, ...] = ()


def variable(key: str, choice: str = "") -> str:
    """The name of a column as R and SPSS take it: letters, digits and underscores, a letter first, no word of their own."""
    name = re.sub(r"\W", "_", f"{key}_{choice}" if choice else key)
    return name if name[:1].isalpha() and name.casefold() not in _NO_NAME_OF_SPSS else f"v_{name}"


def header_of(table: Table) -> tuple[str, ...]:
    """The names in the first row, without the blank ones at its end; raises InputError where they are no names."""
    names = [" ".join(name.split()) for name in table.rows[0][1]]
    while names and not names[-1]:
        names.pop()
    figures = [name for name in names if _WHOLE.fullmatch(name.translate(_SIGNS))]
    counted = [str(place) for place in range(1, len(names) + 1)]
    if not names or (len(figures) == len(names) and names != counted):
        raise InputError(mark("The first row must hold the names of the items; here it holds answers."))
    known: dict[str, int] = {}
    for place, name in enumerate(names, start=1):
        if name and _plain(name) in known:
            raise InputError(
                mark("Columns {first} and {second} are both called “{name}”.", first=known[_plain(name)], second=place,
                     name=name)
            )  # fmt: skip
        known[_plain(name)] = place
    return tuple(names)


def is_aside(name: str, place: int) -> bool:
    """Whether a column (counted from 0) says who or when instead of answering; R names its row numbers not at all."""
    return _plain(name) in ASIDE or name.startswith(SCORE) or (not name and place == 0)


def read_answers(table: Table, items: Sequence[ItemRecord], *, optional: Sequence[str] = ()) -> AnswerTable:
    """The answers of a table to items.

    A column is called by the key of its item, its words in any language, or a number (`q3` is the third item); several choices
    may have a column each (`KEY_CHOICE`, 1 or 0), as may those of a ranking (its place, 1 for the first, blank for none).
    Columns of `optional` items may be missing. Raises InputError with row and column: an unknown or missing column, a row that
    is longer or shorter than the header, an answer outside its item, places that do not begin at 1 or leave one out.
    """
    names = header_of(table)
    columns = _match(names, items, optional)
    respondents = tuple(_respondent(number, cells, names, columns) for number, cells in table.rows[1:])
    numbers = [number for number, _cells in table.rows]
    empty = tuple(sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers)))
    aside = tuple(name for name, item in zip(names, columns, strict=True) if item is None and name)
    return AnswerTable(respondents, aside, empty)


def read_value(item: ItemRecord, text: str) -> AnswerValue | None:
    """One answer: a number, the words of a step or a choice in any language, free words; none for a missing one.

    Several choices stand with semicolons between them. Raises ValueError outside the item.
    """
    if item.kind is ItemKind.TEXT:
        return _FORMULA_MARK.sub("", text) or None
    if _plain(text) in _MISSING:
        return None
    if item.kind is ItemKind.MULTIPLE:
        parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()]
        chosen = {_choice(item, part) for part in parts}
        return [value for value in item.labels if value in chosen]
    if item.kind is ItemKind.RANKING:  # the first place first
        order = [_choice(item, part.strip()) for part in _SEPARATORS.split(text) if part.strip()]
        if len(set(order)) < len(order):
            raise ValueError(text)
        return order
    if item.kind is ItemKind.PHOTO:  # that there is one is told by 1; the photo itself is in no table
        if text != "1":
            raise ValueError(text)
        return None
    if item.kind is ItemKind.SINGLE:
        return _choice(item, text)
    whole = _WHOLE.fullmatch(unicodedata.normalize("NFKC", text).translate(_SIGNS))
    value = int(whole[1]) if whole else int(_choice(item, text))
    if item.high > item.low and not item.low <= value <= item.high:
        raise ValueError(text)
    return value


def _choice(item: ItemRecord, text: str) -> str:
    """The value of a choice told by its value, its words in any language, or its value as a number (3.0)."""
    if text in item.labels:
        return text
    for value, words in item.labels.items():
        if _plain(text) in {_plain(value), *(_plain(each) for each in words.values())}:
            return value
    whole = _WHOLE.fullmatch(unicodedata.normalize("NFKC", text))
    if whole and whole[1] in item.labels:
        return whole[1]
    raise ValueError(text)


def _match(names: Sequence[str], items: Sequence[ItemRecord], optional: Sequence[str]) -> list[_Column | None]:
    """The item of each column, with the choice it stands for where it is one of several; none for one that is passed over."""
    called = {
        _plain(name): (item, "") for item in items for name in (*item.text.values(), variable(item.key), item.key)
    }
    called |= {
        _plain(name): (item, choice)
        for item in items
        if item.kind in {ItemKind.MULTIPLE, ItemKind.RANKING}
        for choice in item.labels
        for name in (variable(item.key, choice), f"{item.key}_{choice}")
    }
    by_number = _numbered(names, items, called)
    columns: list[_Column | None] = []
    for place, name in enumerate(names):
        column = called.get(_plain(name)) or by_number.get(name)
        if column is None and not is_aside(name, place):
            raise InputError(
                mark("Row 1, column {column}: there is no item called “{name}”. The items are {items}.", column=place + 1,
                     name=name[:60], items=_listed(items))
            )  # fmt: skip
        if column is not None and (column in columns or _is_told_whole(column, columns)):
            raise InputError(mark("Row 1, column {column}: item {item} has a column already.", column=place + 1,
                                  item=column[0].key))  # fmt: skip
        columns.append(column)
    told = {column[0].key for column in columns if column}
    lacking = [item.key for item in items if item.key not in told and item.key not in optional]
    if lacking:
        raise InputError(mark("Row 1: the column of item {item} is missing.", item=", ".join(lacking)))
    return columns


def _is_told_whole(column: _Column, columns: Sequence[_Column | None]) -> bool:
    """Whether a ranking that has a column of its own also has columns of its choices."""
    item, choice = column
    others = [each for each in columns if each is not None and each[0] == item]
    return item.kind is ItemKind.RANKING and any(bool(other) != bool(choice) for _item, other in others)


def _numbered(names: Sequence[str], items: Sequence[ItemRecord], called: Mapping[str, object]) -> dict[str, _Column]:
    """Columns called by the number of their item, all with the same word before it: q1, q2 …"""
    found = {name: match for name in names if _plain(name) not in called and (match := _NUMBERED.fullmatch(name))}
    if len({_plain(match[1]) for match in found.values()}) != 1:
        return {}
    return {name: (items[int(match[2]) - 1], "") for name, match in found.items() if 1 <= int(match[2]) <= len(items)}


def _respondent(
    number: int, cells: Sequence[str], names: Sequence[str], columns: Sequence[_Column | None]
) -> Respondent:
    if len(cells) < len(names) or any(cells[len(names) :]):
        raise InputError(
            mark(
                "Row {row} does not have as many cells ({n}) as the header ({names}).",
                row=number,
                n=len(cells),
                names=len(names),
            )
        )
    values: dict[str, AnswerValue] = {}
    places: dict[str, dict[int, str]] = {}
    for name, column, text in zip(names, columns, cells, strict=False):
        if column is None:
            continue
        item, choice = column
        try:
            if choice and item.kind is ItemKind.RANKING:
                _take_place(places.setdefault(item.key, {}), item, choice, text)
                continue
            value = _with_choice(values, item, choice, text) if choice else read_value(item, text)
        except ValueError as error:
            allowed = _allowed(item, choice)
            raise InputError(
                mark("Row {row}, column “{name}”: {answer} is no answer to this item. {allowed}", row=number, name=name,
                     answer=f"“{' '.join(text.split())[:40]}”", allowed=allowed)
            ) from error  # fmt: skip
        if value not in (None, []):
            values[item.key] = value
    return Respondent(number, values | _orders(number, places))


def _take_place(taken: dict[int, str], item: ItemRecord, choice: str, text: str) -> None:
    """Put a choice in the place that its own column says; blank is none. Raises ValueError for no place, or a taken one."""
    if _plain(text) in _MISSING:
        return
    whole = _WHOLE.fullmatch(unicodedata.normalize("NFKC", text))
    place = int(whole[1]) if whole else 0
    if not 1 <= place <= (item.most or len(item.labels)) or place in taken:
        raise ValueError(text)
    taken[place] = choice


def _orders(number: int, places: Mapping[str, Mapping[int, str]]) -> dict[str, AnswerValue]:
    """Every ranking from its first place on; raises InputError where a place before the last one is empty."""
    for key, taken in places.items():
        lacking = next((place for place in range(1, max(taken, default=0)) if place not in taken), None)
        if lacking is not None:
            raise InputError(
                mark("Row {row}: nothing has place {place} of {item}, but a later place is taken.", row=number, place=lacking,
                     item=key)
            )  # fmt: skip
    return {key: [taken[place] for place in sorted(taken)] for key, taken in places.items() if taken}


def _with_choice(values: Mapping[str, AnswerValue], item: ItemRecord, choice: str, text: str) -> AnswerValue | None:
    """The choices so far with one more, where its own column says 1 and not 0."""
    plain = _plain(text)
    if plain not in {"0", "1", "0.0", "1.0", *_MISSING}:
        raise ValueError(text)
    chosen = values.get(item.key, [])
    chosen = [*chosen, choice] if isinstance(chosen, list) and plain[:1] == "1" else chosen
    return [each for each in item.labels if isinstance(chosen, list) and each in chosen]


def _allowed(item: ItemRecord, choice: str) -> object:
    """What may stand in a column: that of one choice where it is named, else that of the whole item."""
    if choice and item.kind is ItemKind.RANKING:
        return mark("Places are whole numbers from 1 to {most}, each given once.", most=item.most or len(item.labels))
    if choice:
        return mark("Answers are {choices}.", choices="0, 1")
    if item.kind in {ItemKind.LIKERT, ItemKind.NUMBER} and item.high > item.low:
        return mark("Answers are whole numbers from {low} to {high}.", low=item.low, high=item.high)
    if item.labels:
        return mark("Answers are {choices}.", choices=", ".join(item.labels))
    return mark("Answers are whole numbers.")


def _listed(items: Sequence[ItemRecord]) -> str:
    keys = [item.key for item in items]
    return ", ".join(keys if len(keys) < 13 else [*keys[:5], "…", keys[-1]])


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
