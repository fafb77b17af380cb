"""What goes out of a project gathered: a service's evaluations, tasks by department, the challenge brief of a theme."""

from collections.abc import Sequence
from uuid import UUID

from workshop.language import mark
from workshop.models.enums import FollowUpKind, FollowUpState, IdeaState, PictureKind, PollState
from workshop.models.errors import NotFoundError
from workshop.models.records.field import FieldReport
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaBoard, IdeaRecord
from workshop.models.records.projects import CityServiceRecord
from workshop.models.records.report_extracts import (
    ChallengeBrief,
    DepartmentPart,
    DepartmentReport,
    DepartmentTask,
    EvaluationReport,
    HeldForm,
    VoteEvidence,
)
from workshop.models.records.report_options import ReportOptions, Section
from workshop.models.records.reports import ReportPhoto
from workshop.models.records.votes import PollOptionRecord
from workshop.services.evaluation.comparisons import service_changes
from workshop.services.evaluation.evaluations import list_forms
from workshop.services.field.overview import gather_field_report
from workshop.services.ideas.ideas import idea_board
from workshop.services.ideas.local_issues import list_issues
from workshop.services.ideas.notes import list_notes
from workshop.services.ideas.pictures import list_pictures
from workshop.services.ideas.proposals import list_proposals
from workshop.services.ideas.tracing import trace_theme
from workshop.services.keeping.library import Library
from workshop.services.projects.city_services import list_services
from workshop.services.projects.follow_ups import list_follow_ups
from workshop.services.projects.projects import get_project
from workshop.services.reporting.data import sealed
from workshop.services.reporting.gathering import (
    forms_of,
    latest_wording,
    nameless,
    number_of,
    photos_of,
    tellable,
    unsigned,
    utc_offset,
)
from workshop.services.sessions.lab_sessions import list_sessions
from workshop.services.voting.polls import list_polls
from workshop.services.voting.results import poll_result

OPEN = (FollowUpState.OPEN, FollowUpState.DOING)


def gather_evaluation_report(
    library: Library, *, project_id: UUID, service_id: UUID, options: ReportOptions | None = None
) -> EvaluationReport:
    """Every evaluation of a service in the order it was held; raises NotFoundError."""
    options = options or ReportOptions()
    project, today = get_project(library, project_id=project_id), library.today()
    services = list_services(library, project_id=project_id)
    service = next((each for each in services if each.id == service_id), None)
    if service is None:
        raise NotFoundError(mark("This service is not there any more."))
    sessions = {line.session.id: line.session for line in list_sessions(library, project_id=project_id)}
    forms = [form for form in list_forms(library, project_id=project_id) if form.service_id == service_id]
    changes = service_changes(library, project_id=project_id)
    return sealed(
        EvaluationReport(
            project=project,
            service=service,
            document_number=number_of(project, today.year, f"E{services.index(service) + 1}"),
            as_of=today,
            forms=tuple(
                HeldForm(sessions[each.form.lab_session_id], each)
                for each in forms_of(library, forms, options, photos=True)
            ),
            changes=tellable((each for each in changes if each.after.form.service_id == service_id), options),
            utc_offset=utc_offset(library.now()),
            checksum="",
            field=_field_of(library, service),
        )
    )


def _field_of(library: Library, service: CityServiceRecord) -> FieldReport:
    """What is told of one service in the field."""
    told = gather_field_report(library, project_id=service.project_id).services
    return FieldReport(tuple(each for each in told if each.service is not None and each.service.id == service.id))


def list_departments(library: Library, *, project_id: UUID) -> tuple[str, ...]:
    """The departments that a project's follow-ups name, in order."""
    return tuple(
        sorted({item.department for item in list_follow_ups(library, project_id=project_id) if item.department})
    )


def gather_department_report(library: Library, *, project_id: UUID, department: str | None = None) -> DepartmentReport:
    """The follow-ups of one department, or of all with those of none last; what is not done yet comes first."""
    project, today = get_project(library, project_id=project_id), library.today()
    items = list_follow_ups(library, project_id=project_id)
    origins = _origins(library, project_id)
    sessions = {line.session.id: line.session for line in list_sessions(library, project_id=project_id)}
    names = list_departments(library, project_id=project_id)
    wanted = [department] if department is not None else [*names, ""]
    parts: list[DepartmentPart] = []
    for name in wanted:
        own = sorted((item for item in items if item.department == name), key=_urgency)
        tasks = tuple(
            DepartmentTask(
                item, sessions.get(item.lab_session_id) if item.lab_session_id else None, _origin(item, origins)
            )
            for item in own
        )
        if tasks:
            parts.append(DepartmentPart(name, tasks))
    suffix = f"D{names.index(department) + 1}" if department in names else "D"
    return sealed(
        DepartmentReport(
            project=project,
            document_number=number_of(project, today.year, suffix),
            as_of=today,
            parts=tuple(parts),
            utc_offset=utc_offset(library.now()),
            checksum="",
        )
    )


def gather_challenge_brief(
    library: Library, *, project_id: UUID, theme_id: UUID, options: ReportOptions | None = None
) -> ChallengeBrief:
    """A theme with its evidence, without names and authors; raises NotFoundError."""
    options = options or ReportOptions()
    project, today = get_project(library, project_id=project_id), library.today()
    board = nameless(idea_board(library, project_id=project_id))
    theme = next((each for each in board.themes if each.id == theme_id), None)
    if theme is None:
        raise NotFoundError(mark("This theme is not there any more."))
    ideas = _with_merged(board, theme_id)
    trace = trace_theme(library, theme_id=theme_id)
    found = {step.id for step in (*trace.before, *trace.after)}
    proposals = tuple(each for each in list_proposals(library, project_id=project_id) if each.id in found)
    issues = tuple(each for each in list_issues(library, project_id=project_id) if each.id in found)
    keys = {theme_id, *(idea.id for idea in ideas), *(each.id for each in proposals)}
    polls = [step.id for step in trace.after if step.kind == "poll" and step.state == PollState.REVEALED]
    said = [note for note in list_notes(library, project_id=project_id) if {note.theme_id, note.idea_id} & keys]
    return sealed(
        ChallengeBrief(
            project=project,
            theme=theme,
            document_number=number_of(project, today.year, f"C{board.themes.index(theme) + 1}"),
            as_of=today,
            people=sum(idea.people for idea in ideas if IdeaBoard.is_live(idea)),
            ideas=ideas,
            votes=tuple(_evidence(library, poll_id, keys) for poll_id in polls),
            issues=unsigned(issues),
            proposals=proposals,
            notes=latest_wording(said),
            decisions=_decisions(library, project_id, found),
            photos=_photos(library, project_id, ideas, {each.id: each.number for each in issues}, options),
            utc_offset=utc_offset(library.now()),
            checksum="",
        )
    )


def _with_merged(board: IdeaBoard, theme_id: UUID) -> tuple[IdeaRecord, ...]:
    """The ideas of a theme and those merged into them; withdrawn ones are nobody's wish any more."""
    own = {idea.id for idea in board.ideas if idea.theme_id == theme_id}
    return tuple(
        idea
        for idea in board.ideas
        if (idea.id in own or idea.merged_into_id in own) and idea.state is not IdeaState.WITHDRAWN
    )


def _evidence(library: Library, poll_id: UUID, keys: set[UUID]) -> VoteEvidence:
    result = poll_result(library, poll_id=poll_id)
    return VoteEvidence(result, tuple(line for line in result.lines if keys & _meant(line.option)))


def _meant(option: PollOptionRecord) -> set[UUID]:
    """What an option of a ballot stands for."""
    return {key for key in (option.idea_id, option.theme_id, option.proposal_id) if key is not None}


def _decisions(library: Library, project_id: UUID, found: set[UUID]) -> tuple[FollowUpRecord, ...]:
    items = list_follow_ups(library, project_id=project_id)
    return tuple(item for item in items if item.id in found and item.kind is FollowUpKind.DECISION)


def _photos(
    library: Library, project_id: UUID, ideas: Sequence[IdeaRecord], issues: dict[UUID, int], options: ReportOptions
) -> tuple[ReportPhoto, ...]:
    if not options.shows(Section.PHOTOS):
        return ()
    numbers = {idea.id: idea.number for idea in ideas}
    pictures = list_pictures(library, project_id=project_id, kind=PictureKind.PHOTO)
    shown = [each for each in pictures if each.idea_id in numbers or each.local_issue_id in issues]
    return photos_of(library, shown, numbers, issues)


def _origins(library: Library, project_id: UUID) -> dict[UUID, str]:
    """The words of everything a follow-up can come from, by id."""
    ideas = idea_board(library, project_id=project_id).ideas
    return {
        **{idea.id: idea.text for idea in ideas},
        **{poll.id: poll.title for poll in list_polls(library, project_id=project_id)},
        **{each.id: each.title for each in list_proposals(library, project_id=project_id)},
        **{issue.id: issue.text for issue in list_issues(library, project_id=project_id)},
    }


def _origin(item: FollowUpRecord, origins: dict[UUID, str]) -> str:
    keys = (item.proposal_id, item.idea_id, item.local_issue_id, item.poll_id)
    return next((origins[key] for key in keys if key is not None and key in origins), "")


def _urgency(item: FollowUpRecord) -> tuple[bool, bool, str, str]:
    """What is open first, by its day; without a day last."""
    day = item.due_on.isoformat() if item.due_on else ""
    return item.state not in OPEN, item.due_on is None, day, item.text
