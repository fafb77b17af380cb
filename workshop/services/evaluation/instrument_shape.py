"""What an evaluation form (instrument) is made of: the same for a ready one, one of one's own, and one in a file."""

import msgspec

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import Condition, ItemRecord
from workshop.models.records.scores import Method

FORMAT = 1  # of instrument files


class LocalText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in both languages of the application."""

    ko: str
    en: str

    def in_language(self, code: str) -> str:
        """The English text for `en` where there is one, the Korean one for every other code."""
        return (self.en if code == "en" else self.ko) or self.ko

    def by_language(self) -> dict[str, str]:
        """The texts by language code, as records keep them; a text that was not written is left out."""
        return {code: text for code, text in (("ko", self.ko), ("en", self.en)) if text}


class Wording(LocalText, frozen=True, forbid_unknown_fields=True):
    """A text of an instrument: Korean, and English where somebody has written it."""

    en: str = ""


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The steps of a Likert item from `low` to `high`; `labels` holds the words of steps by their value as text."""

    low: int
    high: int
    labels: dict[str, Wording]


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One item of an instrument.

    `low` and `high` bound a Likert or number item (both 0: no bounds), `unit` is that of a number. `labels` holds the words
    of scale steps, or the choices by their value in the order they are shown. `most` is the most choices of a `multiple`
    item and the places of a `ranking`, 0 for as many as there are. `negative` marks a worded-against item, where agreeing
    is bad news (every second item of SUS).
    """

    key: str
    kind: ItemKind
    text: Wording
    required: bool = False
    low: int = 0
    high: int = 0
    labels: dict[str, Wording] = {}  # msgspec copies an empty default for each struct
    most: int = 0
    unit: Wording = Wording(ko="")
    negative: bool = False
    shown_if: Condition | None = None

    def record(self) -> ItemRecord:
        """The item as a form keeps it: a copy that later changes of the instrument do not reach.

        A photo can always be left out: not everybody has a camera.
        """
        required = self.required and self.kind is not ItemKind.PHOTO
        labels = {value: words.by_language() for value, words in self.labels.items()}
        return ItemRecord(
            self.key, self.kind, self.text.by_language(), required, self.low, self.high, labels, self.most,
            self.unit.by_language(), self.negative, self.shown_if,
        )  # fmt: skip


class Instrument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form that is ready to be put to a room: one that ships with the application, or a questionnaire of one's own.

    `about` says in a sentence what it measures, `source` who made it and whose the translation is, `licence` on what
    terms it may be used. `score` names the scoring rule (a `Method`), empty where answers are only counted.
    `scale` is the scale of every Likert item that brings none of its own; `with_scales` has filled it in. `format` is the
    version of the file.
    """

    key: str
    title: Wording
    items: tuple[Item, ...] = ()
    about: Wording = Wording(ko="")
    source: Wording = Wording(ko="")
    licence: Wording = Wording(ko="")
    score: Method = Method.COUNT
    scale: Scale | None = None
    format: int = FORMAT

    def records(self) -> tuple[ItemRecord, ...]:
        """The items as a form keeps them."""
        return tuple(item.record() for item in self.items)

    def with_scales(self) -> "Instrument":
        """The same with the common scale written into every Likert item that brings none of its own."""
        return msgspec.structs.replace(self, items=tuple(_with_scale(item, self.scale) for item in self.items))


def _with_scale(item: Item, scale: Scale | None) -> Item:
    if item.kind is not ItemKind.LIKERT or scale is None or item.high > item.low:
        return item
    return msgspec.structs.replace(item, low=scale.low, high=scale.high, labels=scale.labels)
