"""The results of all sessions in short: each vote with its first places, each evaluation with its main number."""

from collections.abc import Iterator, Sequence

from workshop.models.enums import ItemKind
from workshop.models.records.reports import FormReport, PhaseSummary, PollReport, SessionSummary
from workshop.models.records.votes import PollResult
from workshop.models.telling.lots import lot_sentences
from workshop.models.telling.standings import budget_sentence
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.sections.polls import counted_lines, no_result, result_table
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table

_PLACES = 5


def poll_results(phases: Sequence[PhaseSummary], words: Words) -> list[Block]:
    """Each vote with its rules and the first five places."""
    blocks: list[Block] = []
    for session in _sessions(phases):
        for report in session.polls:
            blocks += [Heading(report.poll.title, level=1), *_poll(report, session, words)]
    return blocks


def form_results(phases: Sequence[PhaseSummary], words: Words) -> list[Block]:
    """Every evaluation in one table: what, when, how many, the score or the share of agreement."""
    reports = [(session, report) for session in _sessions(phases) for report in session.forms]
    if not reports:
        return []
    columns = [
        Column(words.say("Evaluation"), names=True), Column(words.say("Service"), 110), Column(words.say("Stage"), 34),
        Column(words.say("Number"), 36, right=True), Column(words.say("Result"), 110),
    ]  # fmt: skip
    rows: list[list[Block | str]] = [
        [
            report.form.title,
            report.form.service_title or "–",
            Paragraph(words.word(report.form.stage), style=styles.QUIET),
            words.language.number(report.result.respondents) if report.result else "–",
            _main_number(report, words),
        ]
        for _, report in reports
    ]
    note = words.say("Agreement: the share of answers in the two highest steps, over all items of the form.")
    return [Table(columns, rows, note=Paragraph(note, style=styles.SMALL, before=6))]


def _poll(report: PollReport, session: SessionSummary, words: Words) -> Iterator[Block]:
    yield Paragraph(
        " · ".join([_held(session, words), words.rules(report.poll)]), style=styles.SMALL, keeps=True
    )  # fmt: skip
    without = no_result(report, words)
    if report.result is None or without:
        yield Paragraph(without)
        return
    yield from counted_lines(report.result, words)
    left = len(report.result.lines) - _shown(report.result)
    more = words.say_many(
        "{n} more option is in the session's report.", "{n} more options are in the session's report.", left
    )
    told = [more] if left else []
    told += [budget_sentence(words.language, report.result), *lot_sentences(words.language, report.result)]
    told = [each for each in told if each]
    note = Stack(*(Paragraph(each, style=styles.SMALL) for each in told), before=5) if told else None
    yield result_table(report.result, words, before=6, most_lines=_shown(report.result), note=note)


def _shown(result: PollResult) -> int:
    """Five places, and all that tie with the fifth; everything where little more is left."""
    lines = result.lines
    if len(lines) <= _PLACES + 1:
        return len(lines)
    last = lines[_PLACES - 1].rank
    return sum(line.rank <= last for line in lines)


def _held(session: SessionSummary, words: Words) -> str:
    record = session.session
    day = words.language.date(record.on) if record.on else ""
    return " · ".join(filter(None, (record.title, day)))


def _main_number(report: FormReport, words: Words) -> str:
    result = report.result
    if result is None or not result.respondents:
        return words.say("no result")
    if result.score_name and result.score:
        grade = words.say("grade {grade}", grade=result.grade) if result.grade else ""
        return " · ".join(filter(None, (f"{result.score_name} {result.score}", grade)))
    scales = [item for item in result.items if item.item.kind is ItemKind.LIKERT and item.counts]
    agreed = sum(count for item in scales for value, count in item.counts.items() if int(value) >= item.item.high - 1)
    whole = sum(item.n for item in scales)
    return words.say("agreement {share}", share=words.share(agreed, whole)) if whole else "–"


def _sessions(phases: Sequence[PhaseSummary]) -> list[SessionSummary]:
    return [session for phase in phases for session in phase.sessions]
