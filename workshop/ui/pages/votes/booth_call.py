"""Calling somebody to the voting booth without a code: the facilitator says who it is."""

from uuid import UUID

from workshop.language import Message, mark
from workshop.ui.desk import Desk
from workshop.ui.shared_screen.booth import Booth
from workshop.ui.shared_screen.voting.booth import VotingBooth

_BUSY = mark("Somebody is at the shared screen now. Please wait until it is free.")


def call_to_booth(desk: Desk, poll_id: UUID, participant_id: UUID) -> Message | None:
    """Let somebody vote at the booth of a poll, which is shown where it is not; a message where that cannot be now.

    Several votes may run: whoever is at the booth of another one, or at another booth, is not chased away.
    """
    stage = desk.stage
    if stage is None:
        return None
    scene = getattr(stage, "scene", None)
    own = isinstance(scene, VotingBooth) and scene.data is not None and scene.data.id == poll_id
    if not own:
        if isinstance(scene, Booth) and scene.is_occupied:
            return _BUSY
        stage.show_voting_booth(poll_id)
    stage.call_voter(participant_id)
    return None
