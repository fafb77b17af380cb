"""How participants are told, found and counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop.language import Language
from workshop.models.enums import AgeBand, ConsentPurpose, Gender, Sector
from workshop.models.records.people import ConsentRecord, PersonRecord
from workshop.models.records.retention import MoveRecord
from workshop.models.titles import title_of
from workshop.ui.widgets.table_model import Cell, Column, Row


@dataclass(frozen=True, slots=True)
class Filter:
    """Who is looked for: words, and perhaps one sector."""

    words: str = ""
    sector: Sector | None = None

    def fits(self, language: Language, person: PersonRecord) -> bool:
        """Whether a person is meant: each word is the number or occurs in the code, the neighbourhood, the register."""
        one = person.participant
        if self.sector is not None and one.sector is not self.sector:
            return False
        entry = person.entry
        told = [title_of(word) for word in (one.sector, one.age_band, one.gender) if word is not None]
        text = " ".join(
            (one.code, one.neighbourhood, entry.name, entry.contact, *(language.tell(word) for word in told))
        )
        return all(_means(word, one.number, text.casefold()) for word in self.words.casefold().split())


def _means(word: str, number: int, text: str) -> bool:
    """One or two digits are somebody's number; more can be part of a code or a telephone number too."""
    if word.isdecimal() and int(word) == number:
        return True
    return word in text and not (word.isdecimal() and len(word) <= 2)


def columns(language: Language) -> Sequence[Column]:
    """The columns of the register."""
    say = language.say
    return (
        Column(say("No."), strong=True), Column(say("Code")), Column(say("Sector")), Column(say("Age")),
        Column(say("Gender")), Column(say("Neighbourhood"), width=0), Column(say("Sessions"), align="right", width=72),
        Column(say("Consent"), align="right", width=80),
    )  # fmt: skip


def row(language: Language, person: PersonRecord) -> Row:
    """One line of the register; the name stays in the form."""
    one = person.participant
    ages, genders, sectors = list(AgeBand), list(Gender), list(Sector)
    return Row(
        one.id,
        (
            Cell(f"{one.number:02}", one.number),
            Cell(one.code, one.number),
            Cell(language.tell(title_of(one.sector)), sectors.index(one.sector)),
            Cell(_told(language, one.age_band), ages.index(one.age_band) if one.age_band else len(ages)),
            Cell(_told(language, one.gender), genders.index(one.gender) if one.gender else len(genders)),
            one.neighbourhood or "–",
            Cell(language.number(person.sessions_attended), person.sessions_attended),
            _consent_cell(language, person.consents),
        ),
    )


def counts(words: Iterable[StrEnum | None], order: Sequence[StrEnum]) -> list[tuple[StrEnum | None, int]]:
    """How often each word occurs, in order, and last how many did not tell; what does not occur is left out."""
    listed = list(words)
    return [(word, listed.count(word)) for word in (*order, None) if listed.count(word)]


def consent_line(language: Language, consent: ConsentRecord | None) -> str:
    """What was said about one purpose, and when."""
    if consent is None:
        return language.say("not asked yet")
    day = language.day(consent.on)
    return language.say("agreed on {day}", day=day) if consent.given else language.say("refused on {day}", day=day)


def _told(language: Language, word: StrEnum | None) -> str:
    return language.tell(title_of(word)) if word is not None else "–"


def _consent_cell(language: Language, consents: Sequence[ConsentRecord]) -> Cell:
    """How many purposes were agreed to; without collection and use there is something to do."""
    given = {consent.purpose for consent in consents if consent.given}
    if ConsentPurpose.USE in given:
        return Cell(f"{len(given)} / {len(ConsentPurpose)}", 1 + len(given), pill="ok")
    return Cell(language.say("missing"), 0, pill="warn", tip=language.say("Collection and use is not agreed to."))


def begun(word: str) -> str:
    """A word as it begins a line or stands alone: "public body" as "Public body"."""
    return word[:1].upper() + word[1:]


def number_words(language: Language, numbers: Sequence[int]) -> str:
    """Participants as they are called: No. 07, 12."""
    return language.say("No. {number}", number=", ".join(f"{number:02}" for number in numbers))


def move_words(language: Language, move: MoveRecord) -> tuple[str, str]:
    """Of which service somebody became an operator; since when, and on a line of its own after which session."""
    since = language.say("since {day}", day=_local_day(language, move.first_shift_at))
    shifts = language.say_many("{n} shift", "{n} shifts", move.shifts)
    session = language.say(
        "after the session “{title}” ({day})",
        title=move.session_title,
        day=_local_day(language, move.session_opened_at),
    )
    return move.service_title, f"{since} ({shifts})\n{session}"


def _local_day(language: Language, moment: datetime) -> str:
    return language.day(moment.astimezone().date())
