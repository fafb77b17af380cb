"""The evaluation report of one service: every time it was evaluated, and what changed from before to after."""

from collections.abc import Sequence

from workshop.models.records.report_extracts import EvaluationReport
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.composing.assembling import Part, assemble
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.document import Build
from workshop.reports.sections.changes import change_blocks
from workshop.reports.sections.closing import signatures
from workshop.reports.sections.evaluations import form_blocks
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.indicators import indicator_blocks
from workshop.reports.sections.observations import observation_blocks
from workshop.reports.sections.overview import rehearsal_note
from workshop.reports.sections.pilots import pilot_blocks
from workshop.reports.sections.privacy import privacy_note
from workshop.reports.sections.wording import Words


def build(record: EvaluationReport, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the evaluation report as a PDF: yields progress from 0 to 1 and returns the bytes."""
    words = Words.chosen(options, record.utc_offset, year=record.as_of.year)
    cover = Cover(
        record=record,
        title=f"{record.service.title} – {words.say('Evaluation report')}",
        subject=record.project.title,
        host=record.project.host,
        number=record.document_number,
        foot=foot_words(words, record.checksum),
    )
    return (yield from publish(compose(record, words, options), cover, words, options, files))


def compose(record: EvaluationReport, words: Words, options: ReportOptions) -> list[Block]:
    """The blocks of the report in order; sections without data are left out."""
    parts: tuple[Part[EvaluationReport], ...] = (
        (Section.GLANCE, _glance),
        (Section.CHANGES, lambda record, words: change_blocks(record.changes, words)),
        (Section.INDICATORS, lambda record, words: indicator_blocks(record.field, words)),
        (Section.PILOTS, lambda record, words: pilot_blocks(record.field, words)),
        (Section.OBSERVATIONS, lambda record, words: observation_blocks(record.field, words)),
        (Section.EVALUATION, _forms),
        (Section.PRIVACY, lambda record, words: privacy_note(words, record.checksum, record.project, options)),
        (Section.SIGNATURES, lambda _record, words: signatures(words)),
    )
    return assemble(record, words, options, front=_front(record, words, options), parts=parts)


def _front(record: EvaluationReport, words: Words, options: ReportOptions) -> list[Block]:
    project, service, say = record.project, record.service, words.say
    facts = [
        (say("Project"), project.title),
        (say("City"), project.city),
        (say("Service type"), words.word(service.kind)),
        (say("State"), words.word(service.state)),
        (say("Hosted by"), project.host),
        (say("As of"), words.language.date(record.as_of)),
    ]
    colour = styles.PHASES[record.forms[-1].session.phase] if record.forms else styles.MUTED
    return front_blocks(
        Front(say("Evaluation report"), service.title, service.description, colour, facts), options, words
    )


def _glance(record: EvaluationReport, words: Words) -> list[Block]:
    say = words.say
    if not record.forms:
        return [Paragraph(say("This service has not been evaluated yet."))]
    told = [
        words.say_many("The service was evaluated {n} time.", "The service was evaluated {n} times.", len(record.forms))
    ]
    answered = sum(each.report.result.respondents if each.report.result else 0 for each in record.forms)
    if answered:
        told.append(words.say_many("{n} form was filled in.", "{n} forms were filled in in all.", answered))
    scored = [each.report.result for each in record.forms if each.report.result and each.report.result.score]
    if scored:
        told.append(say("Its latest {name} score is {score}.", name=scored[-1].score_name, score=scored[-1].score))
    return [Paragraph(" ".join(told)), *rehearsal_note(words, practice=record.project.practice)]


def _forms(record: EvaluationReport, words: Words) -> list[Block]:
    blocks: list[Block] = []
    for each in record.forms:
        day = words.language.date(each.session.on) if each.session.on else ""
        blocks += form_blocks(each.report, words, held=" · ".join(filter(None, (each.session.title, day))))
    return blocks
