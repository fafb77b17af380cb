"""Which projects are listed, and which of their sessions comes next."""

from datetime import timedelta

import pytest

from tests.builders import KO, make_project
from workshop.models.errors import NotFoundError
from workshop.services.keeping.library import Library
from workshop.services.projects import projects
from workshop.services.sample import sample
from workshop.services.sessions import lab_sessions


def test_a_sample_whose_making_was_interrupted_is_not_listed_and_the_next_one_starts_clean(library: Library) -> None:
    making = sample.build_sample(library)
    next(making)
    making.close()  # as when the program is killed
    assert projects.list_projects(library) == ()
    assert sample.find_sample(library) is None
    with pytest.raises(NotFoundError):
        projects.find_project(library, wanted="안심 통학로 리빙랩")
    made = sample.make_sample(library).record
    (card,) = projects.list_projects(library)
    assert card.project.id == made.id
    assert card.participants == 32
    assert projects.find_project(library, wanted=made.title).id == made.id


def test_the_next_session_is_the_nearest_day_to_come(library: Library) -> None:
    project_id = make_project(library)
    today = library.today()

    def prepare(title: str, days: int | None) -> None:
        day = None if days is None else today + timedelta(days=days)
        lab_sessions.prepare_session(library, project_id=project_id, language=KO, title=title, on=day)

    def following() -> str:
        (card,) = projects.list_projects(library)
        lines = lab_sessions.list_sessions(library, project_id=project_id)
        assert card.next_session_id in {line.session.id for line in lines}
        return card.next_session_title

    prepare("missed", -3)
    assert following() == "missed"
    prepare("some day", None)
    assert following() == "some day"
    prepare("next month", 30)
    prepare("today", 0)
    assert following() == "today"
