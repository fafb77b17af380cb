"""Every kind of report from the library: gathered without names, with its data inside, about what was meant."""

import csv
import hashlib
import io
import json
from datetime import UTC, date, datetime, time
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import delete, update

from tests.reports.reading import page_texts
from workshop.language import Language
from workshop.models.enums import (
    ActivityKind,
    AgeBand,
    FollowUpKind,
    IssueCategory,
    NoteKind,
    Presence,
    Sector,
    ServiceKind,
    Stage,
)
from workshop.models.errors import InputError, NotFoundError, WorkshopError
from workshop.models.records.report_options import ReportOptions, Section
from workshop.models.records.votes import PollOptionRecord
from workshop.models.tables.pictures import PictureContent
from workshop.services import reporting
from workshop.services.evaluation import answers, evaluations
from workshop.services.ideas.ideas import add_idea, idea_board
from workshop.services.ideas.local_issues import add_issue
from workshop.services.ideas.notes import add_note
from workshop.services.ideas.pictures import add_picture, list_pictures
from workshop.services.ideas.themes import add_theme
from workshop.services.keeping.library import Library
from workshop.services.people.attendance import set_presence
from workshop.services.people.participants import edit_participant, list_people, register_participant
from workshop.services.projects.city_services import add_service
from workshop.services.projects.follow_ups import add_follow_up
from workshop.services.projects.projects import create_project
from workshop.services.reporting import KINDS, Target, find_target, gather_report, kind_of
from workshop.services.sessions.agenda import add_activity
from workshop.services.sessions.lab_sessions import prepare_session, session_plan
from workshop.services.sessions.running import start_session
from workshop.services.voting import polls, voting

NAME, CONTACT = "홍길동아무개", "010-1234-5678"
FORMULA = '=HYPERLINK("http://example.com")'
OPTIONS = ReportOptions()


@pytest.fixture
def held(library: Library, korean: Language) -> tuple[Library, UUID]:
    """A running session with twelve people, of whom eleven came: ideas, a note, an issue, a counted vote, tasks."""
    library = library.at(lambda: datetime(2026, 5, 9, 5, 2, tzinfo=UTC))
    project = create_project(library, title="안심 통학로", language=korean, host="행복시", document_prefix="HB").record
    people = [
        register_participant(
            library, project_id=project.id, sector=Sector.CITIZEN, age_band=AgeBand.FORTIES, name=NAME, contact=CONTACT
        ).record
        for _ in range(12)
    ]
    session = prepare_session(
        library, project_id=project.id, language=korean, title="첫 모임", on=date(2026, 5, 9), starts_at=time(14, 0)
    ).record
    theme = add_theme(library, project_id=project.id, title="어두운 길").record
    add_activity(library, session_id=session.id, kind=ActivityKind.IDEA_BOOTH, title="생각 모으기", minutes=20)
    start_session(library, session_id=session.id)
    for person in people[:11]:
        set_presence(library, session_id=session.id, participant_id=person.id, presence=Presence.PRESENT)
    first, _ = (
        add_idea(library, session_id=session.id, text=text, author=people[1].id, theme_id=theme.id).record
        for text in ("가로등을 더 밝게", FORMULA)
    )
    add_note(library, kind=NoteKind.FOR, text="바로 할 수 있다", idea_id=first.id)
    add_issue(library, project_id=project.id, session_id=session.id, text="꺼진 등", category=IssueCategory.SAFETY)
    poll = polls.make_poll(library, session_id=session.id, title="먼저 할 일").record
    chosen = [polls.OptionDraft("가로등", idea_id=first.id), polls.OptionDraft("신호등")]
    polls.set_options(library, poll_id=poll.id, options=chosen)
    options: tuple[PollOptionRecord, ...] = polls.open_poll(library, poll_id=poll.id).record.options
    for person in people[:11]:
        voting.cast_ballot(
            library, poll_id=poll.id, participant_id=person.id, choices={options[0].id: 1}, ballot_id=uuid4()
        )
    polls.close_poll(library, poll_id=poll.id)
    polls.reveal_poll(library, poll_id=poll.id)
    add_follow_up(
        library, project_id=project.id, session_id=session.id, kind=FollowUpKind.DECISION, text="조도 조사",
        department="도로과", reason="많은 분이 원해서", idea_id=first.id, poll_id=poll.id,
    )  # fmt: skip
    add_service(library, project_id=project.id, title="밝은 골목", kind=ServiceKind.SOPHISTICATION)
    return library, session.id


def test_every_kind_is_found_gathered_and_built_without_names_or_codes(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    for kind in KINDS:
        subject = {"phase": "planning", "certificate": "3"}.get(kind.name, "")
        wanted = "안심 통학로" if kind.name == "phase" else str(session_id)
        _, target = find_target(library, kind=kind, wanted=wanted, of=subject)
        gathered = gather_report(library, kind=kind, target=target, options=OPTIONS)
        text = " ".join(page_texts(reporting.finished(gathered.build())))
        data = b"".join(file.content for file in gathered.files).decode()
        assert NAME not in text + data
        assert CONTACT not in text + data
        assert bool(gathered.files) is not kind.on_paper_only
        if gathered.files:
            assert gathered.files[0].name == "data.json"
            assert hashlib.sha256(gathered.files[0].content).hexdigest() == gathered.record.checksum


def test_tables_inside_are_harmless_to_spreadsheet_programs(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    kind, target = find_target(library, kind=kind_of("session"), wanted=str(session_id))
    gathered = gather_report(library, kind=kind, target=target, options=OPTIONS)
    files = {file.name: file.content.decode("utf-8-sig") for file in gathered.files}
    assert set(files) == {"data.json", "ideas.csv", "vote-1.csv", "follow-ups.csv", "local-issues.csv"}
    ideas = list(csv.reader(io.StringIO(files["ideas.csv"])))
    assert ideas[1][1] == "가로등을 더 밝게"
    assert ideas[2][1] == f"'{FORMULA}"
    assert json.loads(files["data.json"])["board"]["ideas"][1]["text"] == FORMULA
    vote = list(csv.reader(io.StringIO(files["vote-1.csv"])))
    assert vote[1][:3] == ["1", "가로등", "11"]


def test_names_stand_on_paper_where_they_are_wanted(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    for name in ("attendance", "name-tags", "certificate"):
        kind, target = find_target(library, kind=kind_of(name), wanted=str(session_id))
        gathered = gather_report(library, kind=kind, target=target, options=ReportOptions(names=True))
        assert NAME in "".join("".join(page_texts(reporting.finished(gathered.build()))).split())


def test_tags_carry_the_codes_that_let_people_vote(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    kind, target = find_target(library, kind=kind_of("name-tags"), wanted=str(session_id))
    record = gather_report(library, kind=kind, target=target, options=OPTIONS).record
    people = list_people(library, project_id=target.project_id)
    assert [(tag.number, tag.code) for tag in record.tags] == [
        (each.participant.number, each.participant.code) for each in people
    ]


def test_only_who_came_is_certified(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    kind, target = find_target(library, kind=kind_of("certificate"), wanted=str(session_id))
    record = gather_report(library, kind=kind, target=target, options=OPTIONS).record
    assert [each.number for each in record.people] == list(range(1, 12))
    absent = Target(target.project_id, of=12)
    with pytest.raises(InputError):
        gather_report(library, kind=kind, target=absent, options=OPTIONS)


def test_certificates_go_to_those_who_came_often_enough(held: tuple[Library, UUID], korean: Language) -> None:
    library, first = held
    project_id = session_plan(library, session_id=first).session.project_id
    second = prepare_session(library, project_id=project_id, language=korean, title="둘째 모임").record
    add_activity(library, session_id=second.id, kind=ActivityKind.IDEA_BOOTH, title="생각 모으기", minutes=20)
    start_session(library, session_id=second.id)
    for each in list_people(library, project_id=project_id)[:3]:
        set_presence(library, session_id=second.id, participant_id=each.participant.id, presence=Presence.PRESENT)
    kind, everybody = kind_of("certificate"), Target(project_id)

    def numbers(least: int) -> list[int]:
        options = ReportOptions(least_sessions=least)
        return [
            one.number for one in gather_report(library, kind=kind, target=everybody, options=options).record.people
        ]

    assert numbers(1) == list(range(1, 12))
    assert numbers(2) == [1, 2, 3]
    with pytest.raises(InputError, match="3 sessions or more"):
        numbers(3)


def test_department_and_brief_lead_back_to_where_it_came_from(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    kind, target = find_target(library, kind=kind_of("department"), wanted=str(session_id), of="도로")
    (part,) = gather_report(library, kind=kind, target=target, options=OPTIONS).record.parts
    assert (part.department, part.tasks[0].origin, part.tasks[0].session.id) == (
        "도로과",
        "가로등을 더 밝게",
        session_id,
    )
    kind, target = find_target(library, kind=kind_of("brief"), wanted=str(session_id))
    brief = gather_report(library, kind=kind, target=target, options=OPTIONS).record
    assert [(line.rank, line.points) for vote in brief.votes for line in vote.lines] == [(1, 11)]
    assert [note.text for note in brief.notes] == ["바로 할 수 있다"]
    assert [item.text for item in brief.decisions] == ["조도 조사"]
    assert all(idea.author is None for idea in brief.ideas)


def test_photo_whose_file_is_gone_or_broken_is_kept_in_sight(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    project_id = reporting.gather_session_report(library, session_id=session_id).project.id
    for colour in ("navy", "olive", "maroon"):
        picture = io.BytesIO()
        Image.new("RGB", (640, 480), colour).save(picture, "JPEG")
        add_picture(library, project_id=project_id, session_id=session_id, data=picture.getvalue(), caption=colour)
    gone, broken, _ = list_pictures(library, session_id=session_id)
    with library.write("lose files", journal=False) as work:
        work.rows.execute(delete(PictureContent).where(PictureContent.sha256 == gone.content))
        broken_file = update(PictureContent).where(PictureContent.sha256 == broken.content)
        work.rows.execute(broken_file.values(small=b"\xff\xd8 no more"))
        work.changed(None)
    photos = reporting.gather_session_report(library, session_id=session_id).photos
    assert [(photo.caption, bool(photo.data)) for photo in photos] == [
        ("navy", False),
        ("olive", False),
        ("maroon", True),
    ]
    without = ReportOptions(without=frozenset({Section.PHOTOS}))
    assert reporting.gather_session_report(library, session_id=session_id, options=without).photos == ()


@pytest.mark.parametrize("filled_in", [4, 5])
def test_fewer_than_five_answers_are_not_told_unless_wanted(
    held: tuple[Library, UUID], korean: Language, filled_in: int
) -> None:
    library, session_id = held
    form = evaluations.make_form(
        library, session_id=session_id, instrument="session-feedback", language=korean, stage=Stage.DURING
    ).record
    evaluations.open_form(library, form_id=form.id)
    for _ in range(filled_in):
        item = next(item for item in form.items if item.high > item.low)
        answers.submit_answer(library, form_id=form.id, values={item.key: item.high}, answer_id=uuid4())
    evaluations.close_form(library, form_id=form.id)
    careful = reporting.gather_session_report(library, session_id=session_id)
    told = reporting.gather_session_report(library, session_id=session_id, options=ReportOptions(suppress_small=False))
    counted = [any(item.counts for item in report.forms[0].result.items) for report in (careful, told)]
    assert counted == [filled_in == 5, True]
    assert careful.forms[0].result.respondents == filled_in


def test_bands_are_told_as_they_are_where_that_is_wanted(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    project_id = reporting.gather_session_report(library, session_id=session_id).project.id
    person = list_people(library, project_id=project_id)[0]
    edit_participant(library, participant_id=person.participant.id, bands=(AgeBand.TEENS, None))
    careful = reporting.gather_session_report(library, session_id=session_id)
    told = reporting.gather_session_report(library, session_id=session_id, options=ReportOptions(suppress_small=False))
    assert [(line.word, line.upto, line.count) for line in careful.attendance.by_age] == [
        (AgeBand.TEENS, AgeBand.FORTIES, 11)
    ]
    assert [(line.word, line.count) for line in told.attendance.by_age] == [(AgeBand.TEENS, 1), (AgeBand.FORTIES, 10)]


@pytest.mark.parametrize(
    ("kind", "wanted", "of", "error"),
    [
        ("attendance", "안심", "", "one session"), ("session", "첫 모임", "무엇", "leave out --of"),
        ("phase", "안심", "", "Name the phase"), ("poll", "첫 모임", "다른", "Nothing is called"),
        ("department", "안심", "교통과", "No follow-up names"), ("certificate", "안심", "셋", "not the number"),
        ("session", "없음", "", "Nothing is"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_one_sentence(
    held: tuple[Library, UUID], kind: str, wanted: str, of: str, error: str
) -> None:
    with pytest.raises(WorkshopError, match=error):
        find_target(held[0], kind=kind_of(kind), wanted=wanted, of=of)


def test_phase_of_a_session_is_meant_where_none_is_named(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    session = reporting.gather_session_report(library, session_id=session_id).session
    for of in ("", session.phase.value, str(session.phase.number)):
        _, target = find_target(library, kind=kind_of("phase"), wanted="첫 모임", of=of)
        assert target.of == session.phase_id


def test_unknown_kind_is_said_so() -> None:
    with pytest.raises(NotFoundError, match="poster"):
        kind_of("poster")


def test_idea_of_the_library_is_left_as_it_is(held: tuple[Library, UUID]) -> None:
    library, session_id = held
    add_idea(library, session_id=session_id, text=f"전화 주세요 {CONTACT}")
    kind, target = find_target(library, kind=kind_of("session"), wanted=str(session_id))
    plain = gather_report(library, kind=kind, target=target, options=OPTIONS)
    hidden = gather_report(library, kind=kind, target=target, options=ReportOptions(mask=True))
    spared = gather_report(
        library, kind=kind, target=target, options=ReportOptions(mask=True, spared=frozenset({CONTACT}))
    )
    (found,) = plain.findings
    assert (found.where.msgid, dict(found.where.values)["n"], found.text) == ("idea no. {n}", 3, CONTACT)
    assert [len(each.unmasked) for each in (plain, hidden, spared)] == [1, 0, 1]
    assert CONTACT not in hidden.files[0].content.decode()
    assert CONTACT in spared.files[0].content.decode()
    assert hidden.record.checksum == hashlib.sha256(hidden.files[0].content).hexdigest() != plain.record.checksum
    assert any(CONTACT in idea.text for idea in idea_board(library, session_id=session_id).ideas)
