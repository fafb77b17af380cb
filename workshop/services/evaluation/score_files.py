"""Scoring a table of answers that stands in a file, by a ready instrument, an instrument file, or a kind of item alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workshop.exchange.answer_tables import AnswerTable, header_of, is_aside, read_answers
from workshop.exchange.sheets import Table
from workshop.language import mark
from workshop.methods.instruments import ueq_s
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError
from workshop.models.records.evaluations import ItemRecord, ItemResult
from workshop.models.records.scores import Method, Scores
from workshop.services.evaluation.instrument_files import read_instrument
from workshop.services.evaluation.instrument_shape import Instrument
from workshop.services.evaluation.instruments import find_instrument, list_instruments, malformed
from workshop.services.evaluation.scales import score_scales
from workshop.services.evaluation.scoring import count_item

# Items without an instrument: every column is one of this kind.
KINDS = {
    kind.value: kind for kind in (ItemKind.LIKERT, ItemKind.SINGLE, ItemKind.MULTIPLE, ItemKind.NUMBER, ItemKind.TEXT)
}
SCALED = ("likert", "number", "ueq-s")  # instruments whose scale can be told on the command line
_THERE, _GONE = (
    r"functional|func|f|positive|pos|\+|긍정|있음",
    r"dysfunctional|dysfunc|dys|d|negative|neg|-|−|부정|없음",
)
_KANO_BEHIND = re.compile(rf"(.+?)[ _.:]*(?:({_GONE})|({_THERE}))", re.IGNORECASE)
_KANO_BEFORE = re.compile(rf"(?:({_GONE})|({_THERE}))[ _.:]*(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileScore:
    """A scored file: what was asked, what was read, and what came of it."""

    instrument: str
    title: dict[str, str]
    method: Method
    table: AnswerTable
    items: tuple[ItemResult, ...]
    scores: Scores


def instrument_names() -> tuple[str, ...]:
    """What a file can be scored by, beside the path of an instrument file."""
    ready = [each.key for each in list_instruments()]
    return tuple(dict.fromkeys([*(each.value for each in Method if each), *KINDS, *ready]))


def score_table(instrument: str, table: Table, *, low: int | None = None, high: int | None = None) -> FileScore:
    """Score a table; `low` and `high` are the ends of the scale where the instrument leaves them open.

    Raises InputError where the scale means nothing to the instrument or anything in the table does not fit, NotFoundError for
    an unknown instrument.
    """
    _check_scale(instrument, low, high)
    if instrument in KINDS:
        kind = KINDS[instrument]
        ends = (1 if low is None else low, 5 if high is None else high)
        items = _items_of(table, kind, ends if kind is ItemKind.LIKERT or (low, high) != (None, None) else (0, 0))
        method = Method.LIKERT if kind is ItemKind.LIKERT else Method.COUNT
        return _scored(instrument, {}, method, table, items, frozenset())
    chosen = _chosen(instrument)
    items = chosen.records()
    if chosen.score is Method.UEQ_S:
        items = _on_scale(items, ueq_s.LOW if low is None else low, ueq_s.HIGH if high is None else high)
    elif chosen.score is Method.KANO:
        items = _kano_items(table, items)
        table = _renamed(table, [item.key for item in items])
    elif chosen.score is Method.NPS:
        table = _with_one_name(table, items)
    negative = frozenset(item.key for item in chosen.items if item.negative)
    return _scored(chosen.key, chosen.title.by_language(), chosen.score, table, items, negative)


def _scored(
    key: str, title: dict[str, str], method: Method, table: Table, items: Sequence[ItemRecord], negative: frozenset[str]
) -> FileScore:
    optional = [item.key for item in items if item.kind is ItemKind.TEXT and key not in KINDS]
    try:
        read = read_answers(table, items, optional=optional)
    except InputError as error:
        raise _hinted(error, method, table, items) from error
    values = [each.values for each in read.respondents]
    counted = tuple(count_item(item, values) for item in items)
    return FileScore(key, title, method, read, counted, score_scales(method, items, values, negative))


def _hinted(error: InputError, method: Method, table: Table, items: Sequence[ItemRecord]) -> InputError:
    """The error, with the way out where answers to UEQ-S are from 1 to 7, as its published sheet is filled in."""
    if method is not Method.UEQ_S or items[0].low != ueq_s.LOW:
        return error
    try:
        read_answers(table, _on_scale(items, 1, 7))
    except InputError:
        return error
    told = mark("{error} They look like answers from 1 to 7; if so, add --min 1 --max 7.", error=error.message)
    return InputError(told)


def _check_scale(instrument: str, low: int | None, high: int | None) -> None:
    if (low, high) == (None, None):
        return
    if instrument not in SCALED:
        raise InputError(mark("{option} means nothing to {instrument}.", option="--min/--max", instrument=instrument))
    least, most = (1 if low is None else low), (5 if high is None else high)
    if instrument == "ueq-s" and (low is None or high is None or high - low != ueq_s.HIGH - ueq_s.LOW):
        raise InputError(mark("UEQ-S has seven steps: --min -3 --max 3, or --min 1 --max 7."))
    if most <= least:
        raise InputError(mark("The scale must have its lower end first: --min is less than --max."))
    if instrument == "number" and (low is None or high is None):
        raise InputError(mark("Please give both ends of the scale, --min and --max."))


def _chosen(instrument: str) -> Instrument:
    """A ready instrument by its key, or one in a file."""
    place = Path(instrument)
    if place.suffix.lower() != ".toml":
        return find_instrument(instrument)
    try:
        return read_instrument(place.read_bytes(), name=place.name)
    except OSError as error:
        raise malformed(place, error.strerror or str(error)) from error


def _items_of(table: Table, kind: ItemKind, ends: tuple[int, int]) -> tuple[ItemRecord, ...]:
    """An item of one kind for each column that answers; the choices are those that occur."""
    items: list[ItemRecord] = []
    for place, name in enumerate(header_of(table)):
        if is_aside(name, place):
            continue
        if not name:
            raise InputError(mark("Row 1, column {column} has no name.", column=place + 1))
        given = [cells[place] for _number, cells in table.rows[1:] if place < len(cells) and cells[place]]
        if kind is ItemKind.MULTIPLE:
            given = [part.strip() for cell in given for part in re.split(r"[;|\n]", cell) if part.strip()]
        choices = sorted(set(given)) if kind in {ItemKind.SINGLE, ItemKind.MULTIPLE} else []
        labels = {value: {"en": value} for value in choices}
        items.append(ItemRecord(name, kind, {"en": name}, False, *ends, labels))
    if not items:
        raise InputError(mark("There is no column with answers in this file."))
    return tuple(items)


def _on_scale(items: Sequence[ItemRecord], low: int, high: int) -> tuple[ItemRecord, ...]:
    """The items with another scale of as many steps; the words of a step move with it."""
    return tuple(
        replace(
            item, low=low, high=high,
            labels={str(int(value) - item.low + low): words for value, words in item.labels.items()},
        )
        for item in items
    )  # fmt: skip


def _kano_items(table: Table, like: Sequence[ItemRecord]) -> tuple[ItemRecord, ...]:
    """Two items for each feature that the columns name, in the order of the columns."""
    items: list[ItemRecord] = []
    ways: dict[str, set[str]] = {}
    for place, name in enumerate(header_of(table)):
        if is_aside(name, place):
            continue
        feature, way = _kano_name(name, place)
        ways.setdefault(feature, set()).add(way)
        items.append(replace(like[0], key=f"{feature}_{way}", text={"en": feature}))
    alone = next((feature for feature, found in ways.items() if len(found) == 1), None)
    if alone is not None:
        (lacking,) = {"functional", "dysfunctional"} - ways[alone]
        raise InputError(mark("Row 1: the column of item {item} is missing.", item=f"{alone}_{lacking}"))
    if not items:
        raise InputError(mark("There is no column with answers in this file."))
    return tuple(items)


def _kano_name(name: str, place: int) -> tuple[str, str]:
    behind, before = _KANO_BEHIND.fullmatch(name), _KANO_BEFORE.fullmatch(name)
    if behind:
        return behind[1].strip(), "dysfunctional" if behind[2] else "functional"
    if before:
        return before[3].strip(), "dysfunctional" if before[1] else "functional"
    raise InputError(
        mark(
            "Row 1, column {column}: “{name}” is no half of a pair. Columns are called {example}.", column=place + 1,
            name=name, example="NAME_functional, NAME_dysfunctional",
        )
    )  # fmt: skip


def _renamed(table: Table, keys: Sequence[str]) -> Table:
    """The table with the columns that answer called by these keys."""
    names, left = header_of(table), iter(keys)
    head = tuple(name if is_aside(name, place) else next(left) for place, name in enumerate(names))
    return Table(((table.rows[0][0], head), *table.rows[1:]), table.sheet)


def _with_one_name(table: Table, items: Sequence[ItemRecord]) -> Table:
    """A column that is alone is the one question, whatever it is called."""
    names = header_of(table)
    answering = [name for place, name in enumerate(names) if not is_aside(name, place)]
    return _renamed(table, [items[0].key]) if len(answering) == 1 else table
