"""The language as a value that is passed on: words, dates and numbers for screens, reports and the command line.

A message id is its English text. Korean comes from `resources/translations/ko/*.po`, which `python -m workshop.language`
compiles into one catalogue; where that file is missing (a fresh checkout) the sources are read instead.
"""

import datetime
import gettext
import io
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from workshop.particles import with_particles
from workshop.resources import resource_path

CODES = ("ko", "en")
NAMES = {"ko": "한국어", "en": "English"}


@dataclass(frozen=True, slots=True)
class Message:
    """A text with its values that is put into words later, in the language of whoever reads it."""

    msgid: str
    values: tuple[tuple[str, object], ...] = ()


def mark(msgid: str, **values: object) -> Message:
    """A message to be told later; values may themselves be messages."""
    return Message(msgid, tuple(values.items()))


class Language:
    """One language: how it says a text, a date, a number."""

    def __init__(self, code: str, catalogue: gettext.NullTranslations) -> None:
        self.code = code
        self._catalogue = catalogue

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def say(self, msgid: str, **values: object) -> str:
        """The text in this language, with `{name}` places filled; values that are messages are told first."""
        text = self._catalogue.gettext(msgid)
        return self._fill(text, values) if values else text

    def say_many(self, one: str, many: str, n: int, **values: object) -> str:
        """The text for `n` things; `{n}` stands for the number."""
        return self._fill(self._catalogue.ngettext(one, many, n), {"n": self.number(n), **values})

    def tell(self, message: Message | str) -> str:
        """A deferred message in this language; a plain string is the user's own words and stays as it is."""
        return message if isinstance(message, str) else self.say(message.msgid, **dict(message.values))

    def pick(self, texts: dict[str, str]) -> str:
        """The text of this language out of texts by language code, or the Korean one, or whatever there is."""
        return texts.get(self.code) or texts.get("ko") or next(iter(texts.values()), "")

    def date(self, day: datetime.date) -> str:
        """A full date with its weekday: 2026년 5월 9일 (토), Sat, 9 May 2026."""
        pattern = "y년 M월 d일 (E)" if self.code == "ko" else "EEE, d MMMM y"
        return self._format_date(day, pattern)

    def day(self, day: datetime.date) -> str:
        """A short date without its year: 5월 9일, 9 May."""
        return self._format_date(day, "M월 d일" if self.code == "ko" else "d MMM")

    def month(self, day: datetime.date) -> str:
        """Year and month: 2026.03, Mar 2026."""
        return self._format_date(day, "y.MM" if self.code == "ko" else "MMM y")

    def time(self, moment: datetime.time | datetime.datetime) -> str:
        """A time of day with 24 hours: 14:05."""
        return f"{moment.hour:02}:{moment.minute:02}"

    def number(self, value: int | Fraction) -> str:
        """A number with its thousands apart: 1,240; a fraction rounded to two places, as few as it needs: 3.5."""
        if isinstance(value, int) or value.denominator == 1:
            return f"{int(value):,}"
        return f"{round(value * 100) / 100:,.2f}".rstrip("0").rstrip(".")

    def minutes(self, count: int) -> str:
        """A number of minutes: 15분, 15 min."""
        return self.say("{n} min", n=self.number(count))

    def _fill(self, text: str, values: dict[str, object]) -> str:
        told = {name: self.tell(value) if isinstance(value, Message) else value for name, value in values.items()}
        return (with_particles(text, told) if self.code == "ko" else text).format_map(told)

    def _format_date(self, day: datetime.date, pattern: str) -> str:
        from babel.dates import format_date  # Babel's data is needed only when a date is shown

        return format_date(day, pattern, locale=self.code)


@cache
def load_language(code: str) -> Language:
    """The language of a code; an unknown code gives English."""
    if code not in CODES or code == "en":
        return Language("en", gettext.NullTranslations())
    compiled = compiled_catalogue(code)
    content = compiled.read_bytes() if compiled.exists() else catalogue_bytes(code)
    return Language(code, gettext.GNUTranslations(io.BytesIO(content)))


def compiled_catalogue(code: str) -> Path:
    """Where the compiled catalogue of a language lies."""
    return resource_path(f"translations/{code}.mo")


def catalogue_bytes(code: str) -> bytes:
    """All `.po` files of a language as one compiled catalogue.

    Raises ValueError where two files translate the same text differently.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    whole = Catalog(locale=code)
    for file in sorted(resource_path(f"translations/{code}").glob("*.po")):
        with file.open("rb") as stream:
            part = read_po(stream, locale=code, abort_invalid=True)
        for entry in part:
            if not entry.id or not entry.string:
                continue
            known = whole.get(entry.id, entry.context)
            if known is not None and known.string != entry.string:
                raise ValueError(f"{file.name}: {entry.id!r} is translated differently in another file")
            whole.add(entry.id, entry.string, context=entry.context)
    buffer = io.BytesIO()
    write_mo(buffer, whole)
    return buffer.getvalue()


def compile_catalogues() -> None:
    """Compile the catalogue of every language but English."""
    from workshop.files import replace_file

    for code in CODES:
        if code != "en":
            replace_file(compiled_catalogue(code), catalogue_bytes(code))


if __name__ == "__main__":
    compile_catalogues()
