"""The report of a whole project: its four phases, what was asked, said, chosen and decided, and what became of it."""

from collections.abc import Callable, Sequence
from itertools import groupby

from workshop.charts.bars import Bar
from workshop.language import Language
from workshop.models.enums import FollowUpKind, IdeaState, PhaseKind, ServiceKind
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.reports import ProjectReport
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.charts.bars import bar_table
from workshop.reports.document import Build, Frame
from workshop.reports.document import build as build_document
from workshop.reports.paper import Description
from workshop.reports.sections.changes import change_blocks
from workshop.reports.sections.closing import missing_note, privacy_note, signatures
from workshop.reports.sections.follow_ups import follow_up_table, told_back_blocks
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.glance import project_at_a_glance
from workshop.reports.sections.phases import PhasePath, phase_blocks
from workshop.reports.sections.results import form_results, poll_results
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table
from workshop.reports.text import Span

Maker = Callable[[ProjectReport, Words], Sequence[Block]]


def build(record: ProjectReport, language: Language) -> Build:
    """Build the project report as a PDF in a language: yields progress from 0 to 1 and returns the bytes."""
    words = Words(language, record.utc_offset, year=record.as_of.year)
    project = record.project
    frame = Frame(
        project.host,
        words.say("Document no. {number}", number=record.document_number),
        foot_words(words, record.checksum),
    )
    about = Description(
        title=f"{project.title} – {words.say('Project report')}",
        subject=project.purpose,
        author=project.host,
        language=language.code,
        keywords=record.document_number,
    )
    return (yield from build_document(compose(record, words), frame, about))


def compose(record: ProjectReport, words: Words) -> list[Block]:
    """The blocks of the report in order; sections without data are left out."""
    story = _front(record, words)
    made = [(title, list(make(record, words))) for title, make in _sections(words)]
    for number, (title, blocks) in enumerate(((title, blocks) for title, blocks in made if blocks), start=1):
        blocks[0].before = min(blocks[0].before, styles.AFTER_HEADING)
        story += [Heading(title, number=str(number)), *blocks]
    story += missing_note(words, story)
    return story


def _sections(words: Words) -> tuple[tuple[str, Maker], ...]:
    say = words.say
    return (
        (say("At a glance"), _glance),
        (say("Phases and sessions"), lambda record, words: phase_blocks(record.phases, words)),
        (say("Services by type"), _services),
        (say("Themes"), _themes),
        (say("Vote results"), lambda record, words: poll_results(record.phases, words)),
        (say("Evaluation"), lambda record, words: form_results(record.phases, words)),
        (say("Before and after"), lambda record, words: change_blocks(record.changes, words)),
        (say("Decisions"), _decisions),
        (say("Follow-ups by department"), _actions),
        (say("What citizens are told"), lambda record, words: told_back_blocks(record.follow_ups, words)),
        (say("Data and privacy"), lambda record, words: privacy_note(words, record.checksum, record.project)),
        (say("Signatures"), lambda record, words: signatures(words)),
    )


def _front(record: ProjectReport, words: Words) -> list[Block]:
    project, say = record.project, words.say
    facts = [
        (say("Period"), words.period(project)),
        (say("City"), project.city),
        (say("Hosted by"), project.host),
        (say("As of"), words.language.date(record.as_of)),
    ]
    open_phase = next(
        (each.phase.kind for each in reversed(record.phases) if each.phase.opened_on), PhaseKind.PREPARATION
    )
    return front_blocks(Front(say("Project report"), project.title, project.purpose, styles.PHASES[open_phase], facts))


def _glance(record: ProjectReport, words: Words) -> list[Block]:
    figures, say = record.figures, words.say
    shown = [
        (figures.attended, say("attended at least once")),
        (figures.returning, say("came back")),
        (figures.ideas, say("ideas given")),
        (figures.votes, say("votes cast")),
        (figures.follow_ups - figures.open_follow_ups, say("follow-ups done")),
    ]
    tiles = Table(
        [Column("") for _ in shown],
        [[_tile(words.language.number(number), label) for number, label in shown]],
        header=False, ruled=False, padding=0, before=12,
    )  # fmt: skip
    blocks: list[Block] = [Paragraph(project_at_a_glance(record, words)), tiles, PhasePath(record.phases, words)]
    if record.project.practice:
        note = say("This was a rehearsal. Nothing in this report was said or decided by citizens.")
        blocks.append(Paragraph(note, style=styles.SMALL, before=4))
    return blocks


def _tile(number: str, label: str) -> Block:
    return Stack(Paragraph(Span(number, styles.FIGURE), style=styles.FIGURE), Paragraph(label, style=styles.SMALL))


def _services(record: ProjectReport, words: Words) -> list[Block]:
    if not record.services:
        return []
    rows: list[list[Block | str]] = []
    for kind in ServiceKind:
        for at, service in enumerate(each for each in record.services if each.kind is kind):
            title: Block = Paragraph(service.title)
            if service.description:
                title = Stack(title, Paragraph(service.description, style=styles.SMALL))
            first = Paragraph(words.word(kind) if not at else "", style=styles.QUIET)
            rows.append([first, title, Paragraph(words.word(service.state), style=styles.QUIET)])
    return [Table([Column(words.say("Type"), 120), Column(words.say("Service")), Column(words.say("State"), 60)], rows)]


def _themes(record: ProjectReport, words: Words) -> list[Block]:
    board = record.board
    ideas = [idea for idea in board.ideas if idea.state is not IdeaState.WITHDRAWN]
    counted = [(theme.title, sum(idea.theme_id == theme.id for idea in ideas)) for theme in board.themes]
    loose = sum(idea.theme_id is None for idea in ideas)
    if not any(count for _, count in counted) and not loose:
        return []
    most = max((count for _, count in counted), default=0)
    rows = [
        Bar(title, count, first=count == most) for title, count in sorted(counted, key=lambda pair: -pair[1]) if count
    ]
    if loose:
        rows.append(Bar(words.say("Not sorted into a theme"), loose))
    line = words.say_many("{n} idea in all", "{n} ideas in all", len(ideas))
    chosen = [idea for idea in ideas if idea.state is IdeaState.CHOSEN]
    blocks: list[Block] = [Paragraph(line, style=styles.SMALL, keeps=True), bar_table(rows, before=6)]
    if chosen:
        blocks += [
            Heading(words.say("Ideas that were chosen"), level=1),
            Table([Column("")], [[Paragraph(idea.text)] for idea in chosen], header=False, padding=4, before=4),
        ]
    return blocks


def _decisions(record: ProjectReport, words: Words) -> list[Block]:
    decisions = [item for item in record.follow_ups if item.kind is FollowUpKind.DECISION]
    return follow_up_table(decisions, words, title=words.say("Decision and reason"))


def _actions(record: ProjectReport, words: Words) -> list[Block]:
    """One table for each department, those without one last."""
    actions = [item for item in record.follow_ups if item.kind is FollowUpKind.ACTION]
    blocks: list[Block] = []
    for department, items in groupby(sorted(actions, key=_department), key=lambda item: item.department):
        blocks.append(Heading(department or words.say("Without a department"), level=1))
        blocks += follow_up_table(list(items), words, title=words.say("What is to be done"), department=False)
    return blocks


def _department(item: FollowUpRecord) -> tuple[bool, str]:
    return not item.department, item.department
