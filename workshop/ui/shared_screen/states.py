"""What the shared screen can show."""

from enum import Enum


class ScreenState(Enum):
    """What the room sees."""

    WAITING = "waiting"
    WELCOME = "welcome"
    ACTIVITY = "activity"
    IDEA_BOOTH = "idea booth"
    VOTING_BOOTH = "voting booth"
    EVALUATION_BOOTH = "evaluation booth"
    RESULT = "result"
    WALL = "wall"
    BREAK = "break"
    THANKS = "thanks"
    COVERED = "covered"
