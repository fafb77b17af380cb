"""The challenge brief: a theme that citizens brought up, with its evidence, for companies that may have an answer."""

from collections.abc import Sequence

from workshop.language import mark
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.report_extracts import ChallengeBrief, VoteEvidence
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.models.telling.standings import figure, measure
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Stack
from workshop.reports.composing.assembling import Part, assemble
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.document import Build
from workshop.reports.sections.discussion import issue_blocks, note_blocks, proposal_blocks
from workshop.reports.sections.follow_ups import follow_up_table
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.overview import rehearsal_note, tiles
from workshop.reports.sections.photos import photo_blocks
from workshop.reports.sections.privacy import privacy_note
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table

_TITLES = {
    Section.GLANCE: mark("The challenge"),
    Section.ISSUES: mark("Where it is felt"),
    Section.IDEAS: mark("In citizens' own words"),
    Section.VOTES: mark("How it was voted on"),
    Section.PROPOSALS: mark("What has been proposed"),
    Section.DECISIONS: mark("What has been decided"),
}


def build(record: ChallengeBrief, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the brief as a PDF: yields progress from 0 to 1 and returns the bytes."""
    words = Words.chosen(options, record.utc_offset, year=record.as_of.year)
    cover = Cover(
        record=record,
        title=f"{record.theme.title} – {words.say('Challenge brief')}",
        subject=record.project.title,
        host=record.project.host,
        number=record.document_number,
        foot=foot_words(words, record.checksum),
    )
    return (yield from publish(compose(record, words, options), cover, words, options, files))


def compose(record: ChallengeBrief, words: Words, options: ReportOptions) -> list[Block]:
    """The blocks of the brief in order; sections without data are left out."""
    board = IdeaBoard((record.theme,), record.ideas)
    parts: tuple[Part[ChallengeBrief], ...] = (
        (Section.GLANCE, _glance),
        (Section.ISSUES, lambda record, words: issue_blocks(record.issues, words)),
        (Section.IDEAS, _ideas),
        (Section.PHOTOS, lambda record, words: photo_blocks(record.photos, words)),
        (Section.VOTES, _votes),
        (Section.NOTES, lambda record, words: note_blocks(record.notes, board, record.proposals, words)),
        (Section.PROPOSALS, lambda record, words: proposal_blocks(record.proposals, words)),
        (
            Section.DECISIONS,
            lambda record, words: follow_up_table(record.decisions, words, title=words.say("Decision and reason")),
        ),
        (Section.PRIVACY, lambda record, words: privacy_note(words, record.checksum, record.project, options)),
    )
    return assemble(record, words, options, front=_front(record, words, options), parts=parts, titles=_TITLES)


def _front(record: ChallengeBrief, words: Words, options: ReportOptions) -> list[Block]:
    project, say = record.project, words.say
    facts = [
        (say("City"), project.city),
        (say("Hosted by"), project.host),
        (say("Project"), project.title),
        (say("As of"), words.language.date(record.as_of)),
    ]
    front = Front(say("Challenge brief"), record.theme.title, project.purpose, styles.BAR, facts)
    return front_blocks(front, options, words)


def _glance(record: ChallengeBrief, words: Words) -> list[Block]:
    say = words.say
    invitation = say(
        "Citizens of {city} brought up this theme in a living lab. This brief gathers what they said, saw and chose, for "
        "companies and others that may have an answer. Please write to {host}.",
        city=record.project.city or record.project.title, host=record.project.host or record.project.title,
    )  # fmt: skip
    inside = say("All of it is attached to this PDF as data: data.json, and a table for each list.")
    live = [idea for idea in record.ideas if IdeaBoard.is_live(idea)]
    shown = [
        (len(live), say("ideas given")),
        (record.people, say("voices behind them")),
        (len(record.issues), say("local issues")),
        (len(record.votes), say("votes held")),
        (len(record.decisions), say("decisions taken")),
    ]
    return [
        Paragraph(invitation),
        tiles(shown, words),
        Paragraph(inside, style=styles.SMALL, before=10),
        *rehearsal_note(words, practice=record.project.practice),
    ]


def _ideas(record: ChallengeBrief, words: Words) -> list[Block]:
    """What stands for itself, those with the most people behind it first."""
    live = sorted((idea for idea in record.ideas if IdeaBoard.is_live(idea)), key=lambda idea: -idea.people)
    if not live:
        return []
    columns = [
        Column(words.say("Idea"), names=True),
        Column(words.say("State"), 70),
        Column(words.say("Voices"), 56, right=True),
    ]
    rows: list[list[Block | str]] = [
        [
            Paragraph(idea.text),
            Paragraph(words.word(idea.state), style=styles.QUIET),
            words.language.number(idea.people),
        ]
        for idea in live
    ]
    return [Table(columns, rows)]


def _votes(record: ChallengeBrief, words: Words) -> list[Block]:
    """A row for each option that belongs to the theme: its place among all, what it was given, how many voted."""
    rows = [row for each in record.votes for row in _vote_rows(each, words)]
    if not rows:
        return []
    columns = [
        Column(words.say("Vote"), 130), Column(words.say("Option")), Column(words.say("Rank"), 78),
        Column(words.say("Result"), 80),
    ]  # fmt: skip
    return [Table(columns, rows)]


def _vote_rows(each: VoteEvidence, words: Words) -> list[list[Block | str]]:
    result, language = each.result, words.language
    cast = words.say_many("{n} ballot", "{n} ballots", result.ballots)
    vote = Stack(Paragraph(result.poll.title), Paragraph(cast, style=styles.SMALL))
    return [
        [
            Paragraph("") if at else vote,
            Paragraph(line.option.text),
            words.say("{rank} of {all}", rank=line.rank, all=len(result.lines)),
            f"{measure(language, result.rule)} {figure(language, result, line)}",
        ]
        for at, line in enumerate(each.lines)
    ]
