"""Ready evaluation forms (instruments) as data in `resources/instruments/`, and how such content files are read."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from workshop.language import mark
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError, NotFoundError
from workshop.models.records.evaluations import ItemRecord
from workshop.resources import resource_path

T = TypeVar("T")


class LocalText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in both languages of the application."""

    ko: str
    en: str

    def in_language(self, code: str) -> str:
        """The English text for `en`, the Korean one for every other code."""
        return self.en if code == "en" else self.ko

    def by_language(self) -> dict[str, str]:
        """The texts by language code, as records keep them."""
        return {"ko": self.ko, "en": self.en}


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The steps of a Likert item from `low` to `high`; `labels` holds the words of steps by their value as text."""

    low: int
    high: int
    labels: dict[str, LocalText]


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One item of an instrument.

    `low` and `high` bound a Likert or number item (both 0: no bounds). `labels` holds the words of scale steps or the
    choices by their value, in the order they are shown. `most` is the most choices of a `multiple` item, 0 for any number.
    `negative` marks a worded-against item, where agreeing is bad news (every second item of SUS).
    """

    key: str
    kind: ItemKind
    text: LocalText
    required: bool = False
    low: int = 0
    high: int = 0
    labels: dict[str, LocalText] = {}  # msgspec copies an empty default for each struct
    most: int = 0
    negative: bool = False

    def record(self) -> ItemRecord:
        """The item as a form keeps it: a copy that later changes of the instrument do not reach."""
        labels = {value: words.by_language() for value, words in self.labels.items()}
        return ItemRecord(self.key, self.kind, self.text.by_language(), self.required, self.low, self.high, labels)


class Instrument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form that is ready to be put to a room.

    `about` says in a sentence what it measures, `source` who made it and whose the translation is, `licence` on what
    terms it may be used. `score` names the scoring rule (`sus`, `likert`), empty where answers are only counted.
    `scale` is the scale of every Likert item that brings none of its own; `read_instrument` has filled it in.
    """

    key: str
    title: LocalText
    about: LocalText
    source: LocalText
    licence: LocalText
    items: tuple[Item, ...]
    score: str = ""
    scale: Scale | None = None

    def records(self) -> tuple[ItemRecord, ...]:
        """The items as a form keeps them."""
        return tuple(item.record() for item in self.items)


def read_content(path: Path, kind: type[T]) -> T:
    """A TOML content file as a struct; raises InputError that names the file and the place in it."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise malformed(path, str(error)) from error
    except OSError as error:
        raise malformed(path, error.strerror or str(error)) from error


def malformed(path: Path, reason: str) -> InputError:
    """The error for a content file that cannot be used; `reason` says where and why."""
    return InputError(
        mark("The file {file} cannot be used: {reason}. Please correct it or put back the original.", file=path.name,
             reason=reason)
    )  # fmt: skip


def read_instrument(path: Path) -> Instrument:
    """One instrument file; raises InputError where it is malformed, a key occurs twice or an item lacks its scale."""
    instrument = read_content(path, Instrument)
    keys = [item.key for item in instrument.items]
    twice = next((key for key in keys if keys.count(key) > 1), "")
    if twice:
        raise malformed(path, f"two items have the key {twice!r}")
    items = tuple(_with_scale(item, instrument.scale) for item in instrument.items)
    for item in items:
        _check(path, item)
    return msgspec.structs.replace(instrument, items=items)


@cache
def list_instruments() -> tuple[Instrument, ...]:
    """All ready instruments, by file name."""
    return tuple(read_instrument(path) for path in sorted(resource_path("instruments").glob("*.toml")))


def find_instrument(key: str) -> Instrument:
    """The instrument with this key; raises NotFoundError."""
    for instrument in list_instruments():
        if instrument.key == key:
            return instrument
    raise NotFoundError(mark("There is no evaluation form called {key}.", key=key))


def _with_scale(item: Item, scale: Scale | None) -> Item:
    if item.kind is not ItemKind.LIKERT or scale is None or item.high > item.low:
        return item
    return msgspec.structs.replace(item, low=scale.low, high=scale.high, labels=scale.labels)


def _check(path: Path, item: Item) -> None:
    if item.kind is ItemKind.LIKERT:
        if item.high <= item.low:
            raise malformed(path, f"item {item.key!r} has no scale")
        if not {str(item.low), str(item.high)} <= item.labels.keys():
            raise malformed(path, f"item {item.key!r} has no words for the ends of its scale")
    if item.kind in {ItemKind.SINGLE, ItemKind.MULTIPLE} and len(item.labels) < 2:
        raise malformed(path, f"item {item.key!r} needs at least two choices")
