"""Words that several reports share: when, who, how a vote was held, how an evaluation came out."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from fractions import Fraction

from workshop.language import Language
from workshop.models.enums import BallotKind, Channel, Electorate
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.reports import AttendanceCounts, CountLine
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.records.votes import PollRecord, PollResult
from workshop.models.titles import title_of


class Words:
    """A language with the ways reports put things; `utc_offset` in minutes, `year` goes without saying in short dates."""

    def __init__(self, language: Language, utc_offset: int, *, year: int = 0) -> None:
        self.language = language
        self.say = language.say
        self.say_many = language.say_many
        self._year = year
        self._zone = timezone(timedelta(minutes=utc_offset))

    def word(self, word: StrEnum) -> str:
        """The title of a fixed word."""
        return self.language.tell(title_of(word))

    def clock(self, moment: datetime) -> str:
        """The time of day of a moment where the session was."""
        return self.language.time(moment.astimezone(self._zone))

    def quoted(self, text: str) -> str:
        """The first words of somebody's text in the language's quotation marks."""
        short = shortened(text)
        return f"「{short}」" if self.language.code == "ko" else f"“{short}”"

    def when(self, session: LabSessionRecord) -> str:
        """Date and times of a session, as far as they are known."""
        start = self.clock(session.opened_at) if session.opened_at else ""
        start = start or (self.language.time(session.starts_at) if session.starts_at else "")
        end = self.clock(session.closed_at) if session.closed_at else ""
        times = f"{start}–{end}" if start and end else start
        day = self.language.date(session.on) if session.on else self.say("date not set")
        return f"{day} {times}".strip()

    def period(self, project: ProjectRecord) -> str:
        """From month to month, as far as known."""
        start = self.language.month(project.starts_on) if project.starts_on else ""
        end = self.language.month(project.ends_on) if project.ends_on else ""
        return f"{start} – {end}".strip() if start or end else ""

    def people(self, counts: AttendanceCounts) -> str:
        """Who came, by the part they act in."""
        return ", ".join(self._people(line) for line in counts.by_sector)

    def rules(self, poll: PollRecord) -> str:
        """How the vote was held, in one line."""
        parts = [self.word(poll.ballot), self.say("secret ballot")]
        if poll.ballot is BallotKind.DOTS:
            parts.append(self.say_many("{n} dot each", "{n} dots each", poll.dots))
            if poll.per_option < poll.dots:
                parts.append(self.say("at most {n} on one option", n=poll.per_option))
        elif poll.dots < len(poll.options):
            parts.append(self.say_many("{n} choice at most", "{n} choices at most", poll.dots))
        who = (
            self.say("open to everyone present")
            if poll.electorate is Electorate.PRESENT
            else self.say("open to everyone registered")
        )
        return " · ".join([*parts, who])

    def turnout(self, result: PollResult) -> str:
        """Ballots by channel, blank and invalid, in one line."""
        channels = ", ".join(f"{self.word(channel)} {self.language.number(n)}" for channel, n in result.by_channel if n)
        cast = self.say("{ballots} of {entitled} voted", ballots=result.ballots, entitled=result.entitled)
        return " · ".join(
            [
                f"{cast} ({channels})" if channels else cast,
                self.say("blank {n}", n=result.blank),
                self.say("invalid {n}", n=result.invalid),
            ]
        )

    def names(self, texts: Sequence[str]) -> str:
        """Several quoted texts after one another."""
        return ", ".join(self.quoted(text) for text in texts)

    def share(self, part: int, whole: int) -> str:
        """A share as a whole per cent, empty where there is no whole."""
        return f"{round(Fraction(part * 100, whole))}%" if whole else ""

    def band(self, line: CountLine) -> str:
        """What a line of counts is called."""
        if line.word is None:
            return self.say("others together") if line.others else self.say("not told")
        if line.upto is None:
            return self.word(line.word)
        return self.say("{first} to {last}", first=self.word(line.word), last=self.word(line.upto))

    def day(self, day: date) -> str:
        """A short date, with its year where that is not the year of the report."""
        if day.year == self._year:
            return self.language.day(day)
        return (
            f"{day.year}. {day.month}. {day.day}."
            if self.language.code == "ko"
            else f"{self.language.day(day)} {day.year}"
        )

    def _people(self, line: CountLine) -> str:
        return self.say("{word} {count}", word=self.band(line), count=self.language.number(line.count))


def shortened(text: str, longest: int = 60) -> str:
    """The first line of a text, cut at a word's end where it is longer."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    at = line.rfind(" ", longest // 2, longest)
    return line[: at if at > 0 else longest] + "…"


def percent(share: str) -> str:
    """A share from 0 to 1, kept as text, as a whole per cent."""
    try:
        return f"{round(Fraction(share) * 100)}%"
    except (ValueError, ZeroDivisionError):
        return share


def on_paper(result: PollResult) -> bool:
    """Whether paper ballots are among those counted."""
    return any(channel is Channel.PAPER and n for channel, n in result.by_channel)
