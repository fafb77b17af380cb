"""The fields of the form of a follow-up, declared once."""

from typing import Any

from workshop.language import Language
from workshop.models.enums import FollowUpKind, FollowUpState
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.titles import title_of
from workshop.ui.widgets.form import Field


def follow_up_fields(language: Language) -> list[Field]:
    """What, why, who, when, how far, and what citizens are told."""
    say, tell = language.say, language.tell
    kinds = tuple((kind, tell(title_of(kind))) for kind in FollowUpKind)
    states = tuple((state, tell(title_of(state))) for state in FollowUpState)
    return [
        Field("kind", say("Kind"), "segments", choices=kinds, row="what"),
        Field("state", say("State"), "choice", row="what", choices=states),
        Field("text", say("What was decided or is to be done"), "note", required=True, lines=2),
        Field("reason", say("Reason"), "note", lines=2),
        Field("department", say("Department"), row="who"),
        Field("responsible", say("Responsible"), row="who"),
        Field("due_on", say("Due on"), "date", row="who"),
        Field("told_back", say("What citizens are told"), "note", lines=2),
    ]


def follow_up_values(item: FollowUpRecord) -> dict[str, Any]:
    """The values of a follow-up for its form."""
    names = ("kind", "text", "reason", "department", "responsible", "due_on", "state", "told_back")
    return {name: getattr(item, name) for name in names}
