"""The library that results of evaluations are drawn on: every instrument answered, three types of service, three sessions."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from random import Random
from uuid import UUID, uuid4

from tests.gallery.console_libraries import WORKSHOP, running_session
from tests.gallery.libraries import BASES, MAKERS, MOMENTS
from workshop.language import load_language
from workshop.models.enums import ConsentPurpose, ItemKind, ServiceKind, Stage
from workshop.models.records.evaluations import AnswerValue, FormRecord, ItemRecord
from workshop.services.evaluation import answer_themes, answers, evaluations
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import city_services, projects
from workshop.services.sample.sample_clock import room_time
from workshop.services.sessions import lab_sessions, running

SCORES = "scores"
_KOREAN = load_language("ko")
_DAY = date(2026, 11, 28)
_WORDS = (
    "신호가 길어져서 어머니가 서두르지 않으십니다",
    "밤에도 잘 보여요",
    "앱 글씨가 작아 읽기 어렵습니다",
    "안내가 너무 늦게 나옵니다",
    "아이들이 멈춰 서서 기다립니다",
    "글씨를 더 크게 해 주세요",
    "비 오는 날에는 켜지지 않았어요",
    "A sound would help those who do not see",
    "길이 밝아져서 학원 가는 길이 덜 무섭습니다. 다만 골목 안쪽까지 이어지면 더 좋겠고, 고장이 나면 어디에 말해야 하는지도 "
    "알고 싶습니다.",
)
# How often each of the five answers of Kano is given, with the feature and without it.
_KANO = (
    ((5, 5, 3, 1, 0), (0, 1, 2, 4, 12)), ((2, 6, 8, 3, 0), (0, 1, 9, 6, 3)), ((1, 12, 4, 2, 0), (0, 0, 1, 3, 15)),
    ((12, 3, 4, 0, 0), (0, 2, 9, 6, 2)), ((11, 4, 3, 1, 0), (0, 1, 2, 3, 13)),
)  # fmt: skip


def _scores(library: Library) -> None:
    project_id, session_id = projects.list_projects(library)[0].project.id, running_session(library)
    people = [line.participant.id for line in participants.list_people(library, project_id=project_id)]
    for person in people[:18]:
        participants.set_consent(library, participant_id=person, purpose=ConsentPurpose.USE, given=True)
    crossing = city_services.list_services(library, project_id=project_id)[0].id
    lamps, guides = (
        city_services.add_service(library, project_id=project_id, title=title, kind=kind).record.id
        for title, kind in (
            ("밝은 골목 가로등", ServiceKind.SOPHISTICATION),
            ("걷는 버스 길잡이", ServiceKind.PROVIDED_BY_CITIZENS),
        )
    )
    for service, stage, level in (
        (crossing, Stage.BASELINE, 0.4), (crossing, Stage.AFTER, 0.75), (lamps, Stage.AFTER, 0.6), (guides, Stage.AFTER, 0.85),
    ):  # fmt: skip
        _asked(library, session_id, "service-quality", people, level, stage=stage, service=service)
    for stage, level in ((Stage.BASELINE, 0.45), (Stage.AFTER, 0.7)):
        _asked(library, session_id, "ueq-s", people[:20], level, stage=stage, service=crossing)
    _sorted(library, _asked(library, session_id, "nps", people[:21], 0.8, service=crossing))
    _asked(library, session_id, "kano", people[:19], 0.5, service=crossing)
    for level in (0.5, 0.62, 0.8):
        _asked(library, session_id, "session-feedback", people[: round(22 * level)], level)
        running.close_session(library, session_id=session_id)
        made = lab_sessions.prepare_session(
            library, project_id=project_id, language=_KOREAN, template_key="idea-workshop",
            on=_DAY + timedelta(round(20 * level)), starts_at=time(14),
        ).record  # fmt: skip
        session_id = made.id
        running.start_session(library, session_id=session_id)


def _asked(
    library: Library, session_id: UUID, instrument: str, people: Sequence[UUID], level: float, *, stage: Stage = Stage.DURING,
    service: UUID | None = None,
) -> FormRecord:  # fmt: skip
    form = evaluations.make_form(
        library, session_id=session_id, instrument=instrument, language=_KOREAN, stage=stage, service_id=service
    ).record
    evaluations.open_form(library, form_id=form.id)
    random = Random(f"{instrument}{stage}{level}")
    for place, person in enumerate(people):
        given = {item.key: _value(random, item, number, place, level) for number, item in enumerate(form.items)}
        values = {key: value for key, value in given.items() if value is not None}
        answers.submit_answer(library, form_id=form.id, values=values, answer_id=uuid4(), participant_id=person)
    return evaluations.close_form(library, form_id=form.id).record


def _value(random: Random, item: ItemRecord, number: int, place: int, level: float) -> AnswerValue | None:
    """An answer around a level from 0 to 1; now and then none."""
    if random.random() < 0.04 and not item.required:
        return None
    if item.kind is ItemKind.TEXT:
        return _WORDS[place] if place < len(_WORDS) else None
    if item.kind is ItemKind.SINGLE:
        weights = _KANO[number // 2][number % 2]
        return random.choices(list(item.labels), weights)[0]
    span = item.high - item.low
    return item.low + max(0, min(span, round(random.gauss(level - 0.05 * (number % 3), 0.2) * span)))


def _sorted(library: Library, form: FormRecord) -> None:
    """Two themes, with some answers under each and some under none."""
    found = answers.form_result(library, form_id=form.id).open_answers
    for title, words in (("글씨와 안내", ("글씨", "안내가")), ("밤길", ("밤에도", "밝아져서"))):
        ids = [each.answer_id for each in found if any(word in each.text for word in words)]
        answer_themes.add_answer_theme(library, form_id=form.id, item="reason", title=title, answer_ids=ids)


MAKERS[SCORES] = _scores
MOMENTS[SCORES] = room_time(_DAY, time(16, 20))
BASES[SCORES] = WORKSHOP
