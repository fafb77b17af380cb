"""Who goes on taking part, in numbers: came back, became an operator and on which way, wants to be called again."""

from workshop.models.records.reports import SMALLEST_CELL
from workshop.models.records.retention import RetentionCounts
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table

_WHOLE = 240.0  # points: the four numbers and their note stay on one page


def retention_blocks(counts: RetentionCounts, words: Words) -> list[Block]:
    """The numbers, then from which session to which service people moved; nothing where there is nothing to tell."""
    if counts.is_empty:
        return []
    note = _note(words) if counts.holds_back else None
    if not counts.moves:
        return [_numbers(counts, words, note)]
    title = Heading(words.say("From participant to operator"), level=1)
    return [_numbers(counts, words, None), title, _moves(counts, words, note)]


def _note(words: Words) -> Block:
    told = words.say(
        "Operators and people to be called again are told from {n} on, so that nobody is recognized.", n=SMALLEST_CELL
    )
    return Paragraph(told, style=styles.SMALL, before=3)


def _numbers(counts: RetentionCounts, words: Words, note: Block | None) -> Block:
    say = words.say
    rows: list[list[Block | str]] = [
        [label, _number(number, words)]
        for label, number in (
            (say("Came to at least one session"), counts.attended),
            (say("Came back to another session"), counts.returning),
            (say("Came to a session and later ran a service as an operator"), counts.moved),
            (say("Agreed to being called again"), counts.call_again),
        )
    ]
    columns = [Column(say("How they go on"), names=True), Column(say("Number of people"), 100, right=True)]
    return Table(columns, rows, note=note, whole=_WHOLE)


def _moves(counts: RetentionCounts, words: Words, note: Block | None) -> Block:
    say, language = words.say, words.language
    rows: list[list[Block | str]] = [
        [
            Stack(
                Paragraph(each.session_title),
                Paragraph(language.date(words.local_day(each.session_opened_at)), style=styles.SMALL),
            ),
            each.service_title,
            language.number(each.people),
        ]
        for each in counts.moves
    ]
    if counts.others:
        rows.append([Paragraph(say("Other ways together"), style=styles.QUIET), "–", language.number(counts.others)])
    columns = [
        Column(say("Last session before"), names=True), Column(say("Service of the first shift")),
        Column(say("Number of people"), 100, right=True),
    ]  # fmt: skip
    return Table(columns, rows, before=4, note=note)


def _number(number: int | None, words: Words) -> str:
    if number is None:
        return words.say("fewer than {n}", n=SMALLEST_CELL)
    return words.language.number(number)
