"""What several reports gather alike: people in numbers, votes, evaluations, ideas without their authors, photos."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from workshop.models.enums import AgeBand, Channel, FormState, Gender, PollState, Presence, Sector, SessionState
from workshop.models.records.evaluations import FormRecord, PhotoAnswer, ServiceChange
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.notes import NoteRecord
from workshop.models.records.people import AttendanceRecord
from workshop.models.records.pictures import PictureRecord
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.report_options import ReportOptions, Section
from workshop.models.records.reports import (
    AttendanceCounts,
    ChosenPhoto,
    FormReport,
    PollReport,
    ReportPhoto,
    add_up_small,
    count_words,
    join_neighbours,
)
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.records.votes import PollRecord
from workshop.services.evaluation.answers import form_result
from workshop.services.evaluation.publishing import published, published_change
from workshop.services.ideas.pictures import thumbnails
from workshop.services.keeping.library import Library
from workshop.services.voting.results import poll_result

HALF_HOUR = 1800  # seconds


def count_attendance(lines: Iterable[AttendanceRecord], options: ReportOptions) -> AttendanceCounts:
    """Attendance in numbers, with what describes persons added up where few share it."""
    listed = list(lines)
    came = [line for line in listed if line.presence is not Presence.EXPECTED]
    people = [line.participant for line in came]
    ages = count_words((person.age_band for person in people), AgeBand)
    genders = count_words((person.gender for person in people), Gender)
    if options.suppress_small:
        ages = join_neighbours(ages)
        genders = add_up_small(genders) if any(line.word for line in genders) else ()
    return AttendanceCounts(
        expected=len(listed) - len(came),
        present=sum(line.presence is Presence.PRESENT for line in came),
        left_early=sum(line.presence is Presence.LEFT for line in came),
        by_sector=count_words((person.sector for person in people), Sector),
        by_channel=count_words((line.channel for line in came), Channel),
        by_age=ages if any(line.word for line in ages) else (),
        by_gender=genders if any(line.word or line.others for line in genders) else (),
    )


def polls_of(library: Library, polls: Iterable[PollRecord], session: LabSessionRecord) -> tuple[PollReport, ...]:
    """Polls of a session that have been opened, with the result of those whose result may be told."""
    return tuple(
        PollReport(poll, poll_result(library, poll_id=poll.id) if is_told(poll, session) else None)
        for poll in polls
        if poll.state is not PollState.DRAFT
    )


def is_told(poll: PollRecord, session: LabSessionRecord) -> bool:
    """Whether the result of a vote may be told: it was counted and revealed, or its session is over."""
    return poll.is_counted and (poll.state is not PollState.CLOSED or session.state is SessionState.CLOSED)


def forms_of(
    library: Library, forms: Iterable[FormRecord], options: ReportOptions, *, photos: bool = False
) -> tuple[FormReport, ...]:
    """Forms that have been opened, with the result of those that are closed, as far as it may be told.

    `photos` that were chosen as answers are with them where the options want photos.
    """
    wanted = photos and options.shows(Section.PHOTOS)
    return tuple(_form(library, form, options, wanted) for form in forms if form.state is not FormState.DRAFT)


def _form(library: Library, form: FormRecord, options: ReportOptions, photos: bool) -> FormReport:
    if form.state is not FormState.CLOSED:
        return FormReport(form, None)
    result = form_result(library, form_id=form.id)
    careful = published(result)
    told = careful if options.suppress_small else replace(result, open_answers=careful.open_answers)
    return FormReport(form, replace(told, photos=()), _chosen(library, told.photos) if photos else ())


def _chosen(library: Library, photos: Sequence[PhotoAnswer]) -> tuple[ChosenPhoto, ...]:
    """Photos that were chosen as answers, in a size for paper; what is gone keeps its place."""
    small = iter(photos_of(library, [each.picture for each in photos if each.picture is not None]))
    return tuple(
        ChosenPhoto(each.item, each.times, None if each.picture is None else next(small), each.withdrawn)
        for each in photos
    )


def tellable(changes: Iterable[ServiceChange], options: ReportOptions) -> tuple[ServiceChange, ...]:
    """Comparisons as they may be told: of few people nothing but their number, unless that is wanted."""
    return tuple(published_change(each) if options.suppress_small else each for each in changes)


def nameless(board: IdeaBoard, *, only_used: bool = False) -> IdeaBoard:
    """The ideas without who gave them and from which part; how many people stand behind them is told."""
    used = {idea.theme_id for idea in board.ideas}
    return replace(
        board,
        themes=tuple(theme for theme in board.themes if not only_used or theme.id in used),
        ideas=tuple(replace(idea, author=None, sector=None) for idea in board.ideas),
    )


def latest_wording(notes: Iterable[NoteRecord]) -> tuple[NoteRecord, ...]:
    """Notes without how they read before."""
    return tuple(replace(note, versions=()) for note in notes)


def unsigned(issues: Iterable[LocalIssueRecord]) -> tuple[LocalIssueRecord, ...]:
    """Local issues without who noted them."""
    return tuple(replace(issue, author=None) for issue in issues)


def photos_of(
    library: Library,
    pictures: Iterable[PictureRecord],
    ideas: dict[UUID, int] | None = None,
    issues: dict[UUID, int] | None = None,
) -> tuple[ReportPhoto, ...]:
    """Photos in a size for paper with the numbers of what they belong to; those that cannot be read without their file."""
    chosen = list(pictures)
    small = thumbnails(library, contents=sorted({picture.content for picture in chosen})) if chosen else {}
    readable = {content: data for content, data in small.items() if _can_be_read(data)}
    return tuple(
        ReportPhoto(
            picture.content,
            picture.caption,
            (ideas or {}).get(picture.idea_id) if picture.idea_id else None,
            (issues or {}).get(picture.local_issue_id) if picture.local_issue_id else None,
            readable.get(picture.content, b""),
        )
        for picture in chosen
    )


def number_of(project: ProjectRecord, as_of_year: int, suffix: str) -> str:
    """The document number of something of a whole project."""
    return f"{project.document_prefix}-{(project.starts_on.year if project.starts_on else as_of_year)}-{suffix}"


def utc_offset_of(session: LabSessionRecord, library: Library) -> int:
    """How far the clock of the session's room was ahead of UTC, in minutes.

    That is the laptop's clock. A laptop that runs on UTC itself (a server, a container) knows no zone of the room; there
    the planned start says it, which is kept as the time on the wall.
    """
    moment = session.opened_at or library.now()
    offset = utc_offset(moment)
    if offset or session.opened_at is None or session.on is None or session.starts_at is None:
        return offset
    planned = datetime.combine(session.on, session.starts_at, tzinfo=UTC)
    ahead = round((planned - session.opened_at).total_seconds() / HALF_HOUR) * 30
    return ahead if abs(ahead) <= 14 * 60 else 0


def utc_offset(moment: datetime) -> int:
    """How far the laptop's clock is ahead of UTC at a moment, in minutes."""
    offset = moment.astimezone().utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def _can_be_read(data: bytes) -> bool:
    from workshop.exchange.photos import can_be_read  # takes a while to load

    return can_be_read(data)
