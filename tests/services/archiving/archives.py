"""Archives for tests: a workshop with something of everything, written and opened again."""

import json
import shutil
from collections.abc import Generator
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

from PIL import Image

from tests.builders import KO, Room, cast, make_room, open_poll
from workshop.exchange.bags import seal_bag
from workshop.models.enums import AgeBand, ConsentPurpose, FollowUpKind, Gender, ItemKind, NoteKind, ServiceKind
from workshop.models.records.archives import WrittenBag
from workshop.services.archiving.bag_export import export_bag
from workshop.services.evaluation import answers, evaluations
from workshop.services.field import indicators, observations, readings
from workshop.services.ideas import ideas, local_issues, notes, pictures
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import city_services, follow_ups
from workshop.services.voting import polls

T = TypeVar("T")
NAME, CONTACT = "홍길동", "010-1234-5678"


def finished(steps: Generator[Any, None, T]) -> T:
    """Run a generator to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def full_room(library: Library, *, people: int = 6) -> Room:
    """A running session with ideas, a photo, a discussion, an issue, a follow-up, a closed vote and somebody with a name."""
    room = make_room(library, people=people)
    person = participants.register_participant(
        library, project_id=room.project_id, name=NAME, contact=CONTACT, age_band=AgeBand.FORTIES, gender=Gender.WOMAN,
        neighbourhood="역촌동", consents=[ConsentPurpose.USE],
    ).record  # fmt: skip
    made = ideas.add_ideas(library, session_id=room.session_id, texts=["벤치를 놓자", "그늘을 만들자", "=1+1"]).record
    assert person.number == people + 1
    pictures.add_picture(
        library, project_id=room.project_id, session_id=room.session_id, idea_id=made[0].id, data=picture(3)
    )
    notes.add_note(library, idea_id=made[0].id, kind=NoteKind.FOR, text="어르신에게 좋다")
    local_issues.add_issue(library, project_id=room.project_id, session_id=room.session_id, text="신호가 짧다")
    _in_the_field(library, room)
    _answered_form(library, room)
    poll = open_poll(room)
    for voter, dots in enumerate([(3, 0, 0), (1, 1, 1), (0, 2, 1), (0, 0, 3)][: len(room.people)]):
        cast(room, poll, voter, *dots)
    polls.close_poll(library, poll_id=poll.id)
    follow_ups.add_follow_up(
        library,
        project_id=room.project_id,
        session_id=room.session_id,
        kind=FollowUpKind.ACTION,
        text="벤치 예산을 알아본다",
    )
    return room


def _in_the_field(library: Library, room: Room) -> None:
    """An indicator with a reading, and something that was observed."""
    service = city_services.add_service(
        library, project_id=room.project_id, title="안심 신호등", kind=ServiceKind.USED_BY_CITIZENS
    ).record
    indicator = indicators.add_indicator(
        library, project_id=room.project_id, title="기다리는 시간", target="12.5"
    ).record
    readings.add_reading(library, indicator_id=indicator.id, value="17.25")
    observations.add_observation(library, service_id=service.id, text="신호가 짧다", session_id=room.session_id)


def _answered_form(library: Library, room: Room) -> None:
    """A closed form with choices in an order of their own, and an answer."""
    form = evaluations.make_form(
        library, session_id=room.session_id, instrument="participant-survey", language=KO
    ).record
    evaluations.open_form(library, form_id=form.id)
    several, single = (
        next(item for item in form.items if item.kind is kind) for kind in (ItemKind.MULTIPLE, ItemKind.SINGLE)
    )
    values = {several.key: list(several.labels)[:2], single.key: list(single.labels)[-1]}
    answers.submit_answer(library, form_id=form.id, values=values, answer_id=uuid4())
    evaluations.close_form(library, form_id=form.id)


def picture(shade: int) -> bytes:
    """A small photo."""
    buffer = BytesIO()
    Image.new("RGB", (40, 30), (shade * 20, 90, 120)).save(buffer, "PNG")
    return buffer.getvalue()


def write_bag(library: Library, out: Path, *, project_id: UUID | None = None, **wanted: Any) -> WrittenBag:
    """An archive of a project or session as a folder."""
    return finished(export_bag(library, out=out, language=KO, project_id=project_id, **wanted))


def rewrite(bag: Path, name: str, change: Any) -> None:
    """Change a JSON file of an archive and seal it anew, as somebody would who means ill."""
    file = bag / "data" / name
    document = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(change(document) or document), "utf-8")
    reseal(bag)


def reseal(bag: Path) -> None:
    """Write the checksums anew."""
    info = dict(line.split(": ", 1) for line in (bag / "bag-info.txt").read_text("utf-8").splitlines())
    info.pop("Payload-Oxum")
    seal_bag(bag, info)


def copy_of(bag: Path) -> Path:
    """A copy of an archive that may be spoilt."""
    return Path(shutil.copytree(bag, bag.with_name(f"{bag.name}-{uuid4().hex[:8]}")))
