"""What the filters let pass is what a scan of everything that was written down finds, whatever is combined."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

import pytest

from tests.builders import KO, Room, make_room
from workshop.models.enums import IdeaState, PhaseKind, Sector
from workshop.models.records.finds import Filters
from workshop.services.ideas import ideas, merging, revealing, themes
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.sessions import lab_sessions
from workshop.ui.page import Place
from workshop.ui.pages.ideas.board import Collection, Shown, load_collection, passing, wall_content

_WORDS = ("가로등", "횡단보도", "골목 거울", "WiFi 정류장")


@dataclass
class Fact:
    """What the test itself knows of an idea."""

    text: str
    session_id: UUID
    phase: PhaseKind
    theme_id: UUID | None
    sector: Sector | None
    state: IdeaState = IdeaState.OPEN
    hidden: bool = False
    merged: str = ""

    def passes(self, wanted: Filters, *, withdrawn: bool) -> bool:
        asked = [
            (wanted.phase, self.phase), (wanted.session_id, self.session_id), (wanted.theme_id, self.theme_id),
            (wanted.sector, self.sector), (wanted.state, self.state), (wanted.hidden, self.hidden),
        ]  # fmt: skip
        if self.state is IdeaState.MERGED or any(value is not None and value != own for value, own in asked):
            return False
        if self.state is IdeaState.WITHDRAWN and not withdrawn and wanted.state is None:
            return False
        words = all(word in f"{self.text}\n{self.merged}".lower() for word in wanted.words.lower().split())
        return words and not wanted.with_photo and not (wanted.unsorted and self.theme_id is not None)


def _people(room: Room) -> list[tuple[UUID | None, Sector | None]]:
    sectors = tuple(Sector)[: len(room.people)]
    for person, sector in zip(room.people, sectors, strict=True):
        participants.edit_participant(room.library, participant_id=person.id, sector=sector)
    return [*((person.id, sector) for person, sector in zip(room.people, sectors, strict=True)), (None, None)]


def _write(room: Room, chance: Random) -> dict[UUID, Fact]:
    library, project_id = room.library, room.project_id
    made = [
        lab_sessions.prepare_session(library, project_id=project_id, language=KO, title="둘째", phase=phase).record
        for phase in (PhaseKind.PLANNING, PhaseKind.EVALUATION)
    ]
    sessions = [(room.session_id, room.plan.session.phase), *((session.id, session.phase) for session in made)]
    titles: Sequence[UUID | None] = [
        None, *(themes.add_theme(library, project_id=project_id, title=title).record.id for title in ("길", "빛")),
    ]  # fmt: skip
    people, facts = _people(room), {}
    for number in range(60):
        (session_id, phase), theme_id = chance.choice(sessions), chance.choice(titles)
        author, sector = chance.choice(people)
        text = f"{chance.choice(_WORDS)} {number}"
        idea = ideas.add_idea(library, session_id=session_id, text=text, author=author, theme_id=theme_id).record
        facts[idea.id] = Fact(text, session_id, phase, theme_id, sector)
    return facts


def _work_on(library: Library, facts: dict[UUID, Fact], chance: Random) -> None:
    ids = list(facts)
    chance.shuffle(ids)
    for idea_id in ids[:12]:
        ideas.choose_idea(library, idea_id=idea_id, chosen=True)
        facts[idea_id].state = IdeaState.CHOSEN
    for idea_id in ids[12:20]:
        ideas.withdraw_idea(library, idea_id=idea_id, reason="이미 있다")
        facts[idea_id].state = IdeaState.WITHDRAWN
    for into, idea_id in zip(ids[20:28], ids[28:36], strict=True):
        merging.merge_ideas(library, into_id=into, idea_ids=[idea_id])
        facts[idea_id].state, facts[into].merged = IdeaState.MERGED, facts[idea_id].text
    for idea_id in ids[36:44]:
        revealing.hide_idea(library, idea_id=idea_id)
        facts[idea_id].hidden = True


@pytest.fixture
def known(library: Library) -> tuple[Collection, dict[UUID, Fact]]:
    chance, room = Random(5), make_room(library)
    facts = _write(room, chance)
    _work_on(library, facts, chance)
    return load_collection(library, KO, Place(room.project_id, room.session_id), None), facts


def test_every_combination_shows_what_a_scan_finds(known: tuple[Collection, dict[UUID, Fact]]) -> None:
    collection, facts = known
    chance, seen = Random(6), set[int]()
    titles = [theme.id for theme in collection.board.themes]

    def some(*values: Any) -> Any:
        return chance.choice([*values, *[None] * len(values)])

    for _ in range(600):
        unsorted = chance.random() < 0.2
        wanted = Filters(
            words=chance.choice(["", "", "", *_WORDS, "wifi", "거울 1"]), phase=some(*PhaseKind),
            session_id=some(*(session.id for session in collection.sessions)), unsorted=unsorted,
            theme_id=None if unsorted else some(*titles), sector=some(*Sector),
            state=some(IdeaState.OPEN, IdeaState.CHOSEN, IdeaState.WITHDRAWN), hidden=some(True),
            with_photo=chance.random() < 0.05,
        )  # fmt: skip
        shown = Shown(wanted, withdrawn=chance.random() < 0.3)
        expected = {key for key, fact in facts.items() if fact.passes(wanted, withdrawn=shown.withdrawn)}
        assert {card.idea.id for card in passing(collection, shown)} == expected
        assert {card.idea.id for _theme, cards in wall_content(collection, shown) for card in cards} == expected
        seen.add(len(expected))
    assert len(seen) > 5  # the scan did find something
