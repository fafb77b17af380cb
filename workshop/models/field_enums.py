"""The fixed words of services in the field: indicators, pilots, shifts and observations."""

from enum import StrEnum


class Better(StrEnum):
    """In which direction an indicator or a measure gets better."""

    MORE = "more"
    LESS = "less"


class Standing(StrEnum):
    """Where an indicator or a measure stands, seen from its target."""

    NO_READING = "no_reading"
    REACHED = "reached"
    ON_THE_WAY = "on_the_way"
    NOT_BETTER = "not_better"
    NO_TARGET = "no_target"


class PilotState(StrEnum):
    """How far a pilot is."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


class PilotDecision(StrEnum):
    """What is decided at the end of a pilot."""

    SCALE = "scale"
    CHANGE = "change"
    STOP = "stop"


class CheckpointKind(StrEnum):
    """What a pilot is stopped at to look: the meetings and the report of agile piloting, or one of one's own."""

    START = "start"
    MIDTERM = "midterm"
    FINAL = "final"
    REPORT = "report"
    OWN = "own"


class Severity(StrEnum):
    """How grave it is what was seen in the field."""

    NOTE = "note"
    MINOR = "minor"
    SERIOUS = "serious"
    DANGER = "danger"
