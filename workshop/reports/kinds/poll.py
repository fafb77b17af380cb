"""The result of one vote on one page: how it was held, how it came out, what was decided on it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.report_extracts import PollSheet
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.models.records.reports import PollReport
from workshop.models.records.votes import PollResult
from workshop.models.telling.lots import lot_note, lot_sentences, tie_sentences
from workshop.models.telling.quoting import shortened
from workshop.models.telling.standings import budget_sentence
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.composing.publishing import Cover, pages_of, publish
from workshop.reports.document import Build
from workshop.reports.lists import Bullets
from workshop.reports.sections.closing import missing_note, signatures
from workshop.reports.sections.follow_ups import follow_up_table
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.glance import vote_sentences
from workshop.reports.sections.polls import counted_lines, no_result, result_table
from workshop.reports.sections.wording import Words

_ABOVE_BOXES = 18.0
_LONGEST = 110  # characters of an option, so that the page holds several
_FEWEST, _MOST = 3, 40  # options that a page shows in any case, and that it can show


def build(record: PollSheet, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the page as a PDF: yields progress from 0 to 1 and returns the bytes."""
    session = record.session
    words = Words.chosen(options, record.utc_offset, year=session.on.year if session.on else 0)
    cover = Cover(
        record=record,
        title=f"{record.poll.poll.title} – {words.say('Vote result')}",
        subject=record.project.title,
        host=session.host or record.project.host,
        number=record.document_number,
        foot=foot_words(words, record.checksum),
    )
    return (yield from publish(_on_one_page(record, words, options), cover, words, options, files))


def _on_one_page(record: PollSheet, words: Words, options: ReportOptions) -> list[Block]:
    """As much as one page holds: reasons go first, then the last places, then what follows, at last the boxes to sign."""
    lines = len(record.poll.result.lines) if record.poll.result else 0
    bare = replace(options, without=options.without | {Section.DECISIONS})
    fewer = range(min(lines, _MOST) - 1, _FEWEST - 1, -1)
    story: list[Block] = []
    for shown, chosen, reasons in (
        (lines, options, True), (lines, options, False), (lines, bare, False),
        *((shown, bare, False) for shown in fewer),
        (_FEWEST, replace(bare, without=bare.without | {Section.SIGNATURES}), False),
    ):  # fmt: skip
        story = _compose(record, words, chosen, shown, reasons=reasons)
        if pages_of(story, options) == 1:
            break
    return story


def _compose(record: PollSheet, words: Words, options: ReportOptions, shown: int, *, reasons: bool) -> list[Block]:
    story: list[Block] = [*_front(record, words, options), *_result(record.poll, words, shown)]
    if options.shows(Section.DECISIONS) and record.follow_ups:
        story += [Heading(words.say("What follows from it")), *_follow_ups(record.follow_ups, words, reasons=reasons)]
    if options.shows(Section.SIGNATURES):
        boxes = signatures(words)
        boxes[0].before = _ABOVE_BOXES
        story += boxes
    return [*story, *missing_note(words, story)]


def _follow_ups(items: Sequence[FollowUpRecord], words: Words, *, reasons: bool) -> list[Block]:
    """A table with reasons, or a line for each."""
    if reasons:
        return follow_up_table(items, words, title=words.say("Decision and reason"))
    lines = (
        " · ".join(filter(None, (item.text, item.department, words.day(item.due_on) if item.due_on else "")))
        for item in items
    )
    return [Bullets([shortened(line, _LONGEST) for line in lines], style=styles.SMALL, between=1)]


def _front(record: PollSheet, words: Words, options: ReportOptions) -> list[Block]:
    session, say = record.session, words.say
    facts = [
        (say("Date and time"), words.when(session)),
        (say("Place"), session.place),
        (say("Hosted by"), session.host or record.project.host),
        (say("Session"), session.title),
    ]
    front = Front(say("Vote result"), record.poll.poll.title, record.project.title, styles.PHASES[session.phase], facts)
    return front_blocks(front, options, words)


def _result(report: PollReport, words: Words, shown: int) -> list[Block]:
    held = Paragraph(words.rules(report.poll), style=styles.SMALL, before=9, keeps=True)
    without = no_result(report, words)
    if report.result is None or without:
        return [held, Paragraph(without, before=6)]
    result = _readable(report.result)
    told = Paragraph(" ".join(vote_sentences(PollReport(report.poll, result), words)), before=14)
    table = result_table(
        result, words, before=8, most_lines=shown, note=_note(result, words, len(result.lines) - shown)
    )
    return [told, held, *counted_lines(result, words), table]


def _note(result: PollResult, words: Words, left: int) -> Block | None:
    language = words.language
    more = words.say_many(
        "{n} more option is in the session's report.", "{n} more options are in the session's report.", left
    )
    told = [
        more if left else "", budget_sentence(language, result), *tie_sentences(language, result),
        *lot_sentences(language, result), lot_note(language, result),
    ]  # fmt: skip
    lines = [Paragraph(each, style=styles.SMALL) for each in told if each]
    return Stack(*lines, before=6) if lines else None


def _readable(result: PollResult) -> PollResult:
    """The result with options that are short enough for one page."""
    lines = tuple(
        replace(line, option=replace(line.option, text=shortened(line.option.text, _LONGEST))) for line in result.lines
    )
    short: dict[UUID, str] = {line.option.id: line.option.text for line in lines}
    options = tuple(replace(each, text=short.get(each.id, each.text)) for each in result.poll.options)
    return replace(result, lines=lines, poll=replace(result.poll, options=options))
