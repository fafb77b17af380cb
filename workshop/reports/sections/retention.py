"""Who goes on taking part, in numbers: came back, became an operator and on which way, wants to be called again."""

from workshop.models.records.reports import SMALLEST_CELL
from workshop.models.records.retention import RetentionCounts
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table


def retention_blocks(counts: RetentionCounts, words: Words) -> list[Block]:
    """The numbers, then from which session to which service people moved; nothing where there is nothing to tell."""
    if counts.is_empty:
        return []
    blocks = [_numbers(counts, words)]
    if counts.moves:
        blocks += [Heading(words.say("From participant to operator"), level=1), _moves(counts, words)]
    if counts.holds_back:
        note = words.say(
            "Operators and people to be called again are told from {n} on, so that nobody is recognized.",
            n=SMALLEST_CELL,
        )
        blocks.append(Paragraph(note, style=styles.SMALL, before=3))
    return blocks


def _numbers(counts: RetentionCounts, words: Words) -> Block:
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
    return Table([Column(say("How they go on"), names=True), Column(say("Number of people"), 100, right=True)], rows)


def _moves(counts: RetentionCounts, words: Words) -> Block:
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
    return Table(columns, rows, before=4)


def _number(number: int | None, words: Words) -> str:
    if number is None:
        return words.say("fewer than {n}", n=SMALLEST_CELL)
    return words.language.number(number)
