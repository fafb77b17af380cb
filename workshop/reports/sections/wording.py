"""Words that several reports share: when, who, how a vote was held, how an evaluation came out."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from fractions import Fraction

from workshop.language import Language, load_language
from workshop.models.enums import AgeBand, Channel
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.reports import AttendanceCounts, CountLine
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.records.votes import PollRecord, PollResult
from workshop.models.telling.methods import held_line, weights_line
from workshop.models.telling.quoting import listed, quoted
from workshop.models.telling.standings import voters
from workshop.models.titles import title_of


class Words:
    """A language with the ways reports put things; `utc_offset` in minutes, `year` goes without saying in short dates."""

    def __init__(self, language: Language, utc_offset: int, *, year: int = 0) -> None:
        self.language = language
        self.say = language.say
        self.say_many = language.say_many
        self._year = year
        self._zone = timezone(timedelta(minutes=utc_offset))

    @classmethod
    def chosen(cls, options: ReportOptions, utc_offset: int = 0, *, year: int = 0) -> "Words":
        """The words of the first language that is wanted."""
        return cls(load_language(options.languages[0]), utc_offset, year=year)

    @classmethod
    def each(cls, options: ReportOptions, utc_offset: int = 0, *, year: int = 0) -> "tuple[Words, ...]":
        """The words of every language that is wanted, in order."""
        return tuple(cls(load_language(code), utc_offset, year=year) for code in options.languages)

    def word(self, word: StrEnum) -> str:
        """The title of a fixed word."""
        return self.language.tell(title_of(word))

    def clock(self, moment: datetime) -> str:
        """The time of day of a moment where the session was."""
        return self.language.time(moment.astimezone(self._zone))

    def local_day(self, moment: datetime) -> date:
        """The day of a moment where the session was."""
        return moment.astimezone(self._zone).date()

    def quoted(self, text: str) -> str:
        """The first words of somebody's text in the language's quotation marks."""
        return quoted(self.language, text)

    def when(self, session: LabSessionRecord) -> str:
        """Date and times of a session, as far as they are known."""
        start = self.clock(session.opened_at) if session.opened_at else ""
        start = start or (self.language.time(session.starts_at) if session.starts_at else "")
        end = self.clock(session.closed_at) if session.closed_at else ""
        times = f"{start}–{end}" if start and end else start
        day = self.language.date(session.on) if session.on else self.say("date not set")
        return f"{day} {times}".strip()

    def planned(self, session: LabSessionRecord) -> str:
        """Date and time of a session as it was planned, for paper that is printed before it."""
        if session.on is None:
            return ""
        start = self.language.time(session.starts_at) if session.starts_at else ""
        return f"{self.language.date(session.on)} {start}".strip()

    def period(self, project: ProjectRecord) -> str:
        """From month to month, as far as known."""
        return self.months(project.starts_on, project.ends_on)

    def months(self, first: date | None, last: date | None) -> str:
        """From month to month, as far as known; one month once."""
        start, end = (self.language.month(day) if day else "" for day in (first, last))
        return start if start == end else f"{start} – {end}".strip()

    def people(self, counts: AttendanceCounts) -> str:
        """Who came, by the part they act in."""
        return ", ".join(self._people(line) for line in counts.by_sector)

    def rules(self, poll: PollRecord) -> str:
        """How the vote was held, in one line."""
        return held_line(self.language, poll)

    def turnout(self, result: PollResult) -> str:
        """Ballots by channel, votes where some have several, blank and invalid, in one line."""
        channels = ", ".join(f"{self.word(channel)} {self.language.number(n)}" for channel, n in result.by_channel if n)
        cast = self.say("{ballots} of {entitled} voted", ballots=voters(result), entitled=result.entitled)
        parts = [
            f"{cast} ({channels})" if channels else cast,
            weights_line(self.language, result),
            self.say("blank {n}", n=result.blank),
            self.say("invalid {n}", n=result.invalid),
        ]
        return " · ".join(part for part in parts if part)

    def names(self, texts: Sequence[str]) -> str:
        """Several quoted texts after one another."""
        return listed(self.language, texts)

    def share(self, part: int, whole: int) -> str:
        """A share as a whole per cent, empty where there is no whole."""
        return f"{round(Fraction(part * 100, whole))}%" if whole else ""

    def band(self, line: CountLine) -> str:
        """What a line of counts is called."""
        if line.word is None:
            return self.say("others together") if line.others else self.say("not told")
        return self.word(line.word) if line.upto is None else self._ages(AgeBand(line.word), AgeBand(line.upto))

    def day(self, day: date) -> str:
        """A short date, with its year where that is not the year of the report."""
        if day.year == self._year:
            return self.language.day(day)
        return (
            f"{day.year}. {day.month}. {day.day}."
            if self.language.code == "ko"
            else f"{self.language.day(day)} {day.year}"
        )

    def _ages(self, first: AgeBand, last: AgeBand) -> str:
        """Bands of age taken together, as one band is told."""
        youngest, oldest = first is AgeBand.UNDER_14, last is AgeBand.SEVENTIES
        if youngest and oldest:
            return self.say("all ages")
        if youngest:
            return self.say("{age} and under", age=last[-2:])
        if oldest:
            return self.say("{age} and over", age=first[:2])
        return self.say("{first}–{last}", first=first[:2], last=last[-2:])

    def _people(self, line: CountLine) -> str:
        return self.say("{word} {count}", word=self.band(line), count=self.language.number(line.count))


def percent(share: str) -> str:
    """A share from 0 to 1, kept as text, as a whole per cent."""
    try:
        return f"{round(Fraction(share) * 100)}%"
    except (ValueError, ZeroDivisionError):
        return share


def on_paper(result: PollResult) -> bool:
    """Whether paper ballots are among those counted."""
    return any(channel is Channel.PAPER and n for channel, n in result.by_channel)
