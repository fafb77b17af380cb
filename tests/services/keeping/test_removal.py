"""A project that is deleted leaves nothing of itself, and nothing of another one goes with it."""

import io
from uuid import UUID

from PIL import Image
from sqlalchemy import func, select

from tests.builders import KO, Room, cast, make_room, open_poll
from workshop.models.enums import NoteKind, ServiceKind
from workshop.models.field_enums import PilotDecision
from workshop.models.tables.all import METADATA
from workshop.services.field import (
    checkpoints,
    indicators,
    observation_links,
    observations,
    pilot_measures,
    pilots,
    readings,
    shifts,
)
from workshop.services.ideas import ideas, local_issues, merging, notes, pictures, supports, themes
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, projects

_KEPT = {"journal_entry", "journal_head"}  # the journal tells for ever that there was something, and no words of it


def _fill(room: Room, colour: str) -> None:
    """Something of every kind that hangs on ideas."""
    library, session_id, project_id = room.library, room.session_id, room.project_id
    theme = themes.add_theme(library, project_id=project_id, title="쉬어 가기").record
    one, other = ideas.add_ideas(
        library, session_id=session_id, texts=["벤치와 그늘", "앉을 곳"], theme_id=theme.id
    ).record
    merging.split_idea(library, idea_id=one.id, texts=["벤치", "그늘"])
    merging.merge_ideas(library, into_id=one.id, idea_ids=[other.id])
    supports.support_idea(library, idea_id=one.id, author=room.people[0].id)
    for subject in ({"idea_id": one.id}, {"theme_id": theme.id}):
        note = notes.add_note(library, kind=NoteKind.FOR, text="좋아요", **subject).record
        notes.edit_note(library, note_id=note.id, text="아주 좋아요")
    issue = local_issues.add_issue(library, project_id=project_id, text="턱이 높다", session_id=session_id).record
    out = io.BytesIO()
    Image.new("RGB", (90, 60), colour).save(out, "JPEG")
    for place in ({"idea_id": one.id}, {"local_issue_id": issue.id}):
        pictures.add_picture(library, project_id=project_id, data=out.getvalue(), **place)
    _fill_field(room, issue.id)
    cast(room, open_poll(room), 0, 1)


def _fill_field(room: Room, issue_id: UUID) -> None:
    """Something of everything that is kept of services in the field."""
    library, project_id = room.library, room.project_id
    service_id = city_services.add_service(
        library, project_id=project_id, title="쉼터", kind=ServiceKind.USED_BY_CITIZENS
    ).record.id
    indicator = indicators.add_indicator(library, project_id=project_id, service_id=service_id, title="이용자").record
    reading = readings.add_reading(library, indicator_id=indicator.id, value=3).record
    readings.correct_reading(library, reading_id=reading.id, value=4)
    pilot = pilots.add_pilot(library, project_id=project_id, service_id=service_id, title="의자 세 개").record
    pilot_measures.add_measure(library, pilot_id=pilot.id, indicator_id=indicator.id)
    checkpoints.plan_checkpoints(library, pilot_id=pilot.id, language=KO)
    pilots.decide_pilot(library, pilot_id=pilot.id, decision=PilotDecision.STOP, reason="비")
    pilots.follow_up_from_pilot(library, pilot_id=pilot.id, language=KO)
    shift = shifts.add_shift(library, service_id=service_id, operator=room.people[0].id).record
    seen = observations.add_observation(library, service_id=service_id, shift_id=shift.id, text="젖어 있음").record
    observation_links.link_issue(library, observation_id=seen.id, issue_id=issue_id)
    observation_links.follow_up_from_observation(library, observation_id=seen.id)


def _rows(library: Library) -> dict[str, int]:
    with library.read() as rows:
        counted = {
            table.name: rows.scalar(select(func.count()).select_from(table)) or 0 for table in METADATA.sorted_tables
        }
    return {name: number for name, number in counted.items() if number and name not in _KEPT}


def test_a_deleted_project_leaves_nothing_behind(library: Library) -> None:
    room = make_room(library)
    _fill(room, "red")
    filled = _rows(library)
    assert {"idea_support", "note_wording", "picture_content", "local_issue"} <= set(filled)
    projects.delete_project(library, project_id=room.project_id)
    assert _rows(library) == {}


def test_another_project_keeps_everything(library: Library) -> None:
    kept = make_room(library)
    _fill(kept, "blue")
    before = _rows(library)
    gone = make_room(library)
    _fill(gone, "red")
    projects.delete_project(library, project_id=gone.project_id)
    after = _rows(library)
    assert before.pop("undo_step") > 0
    assert after == before
