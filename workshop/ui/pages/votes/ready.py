"""What stands in the way of opening a vote, told before the button is pressed."""

from workshop.language import Message, mark
from workshop.models.enums import Electorate
from workshop.services.voting.poll_setup import missing_for_opening
from workshop.ui.pages.votes.collection import Collection

NO_ORGANIZATION = mark("No participant has an organization yet. It is written down at the participant.")


def obstacles(collection: Collection) -> tuple[Message, ...]:
    """Everything that has to be done before the chosen draft can be opened, the nearest first."""
    poll = collection.poll
    if poll is None:
        return ()
    missing = missing_for_opening(poll)
    found = [missing] if missing is not None else []
    if poll.electorate is Electorate.ORGANIZATIONS and not any(one.delegates for one in collection.organizations):
        found.append(NO_ORGANIZATION)
    if not collection.is_running:
        found.append(mark("It can be opened while its session runs."))
    return tuple(found)
