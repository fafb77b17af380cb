"""The fields of the forms about a project, declared once."""

from typing import Any

from workshop.language import Language
from workshop.models.enums import ServiceKind, ServiceState, SupportState
from workshop.models.records.projects import CityServiceRecord, ProjectRecord, SupportItemRecord
from workshop.models.titles import title_of
from workshop.ui.widgets.form import Field


def project_fields(language: Language) -> list[Field]:
    """Title, city, host, period, purpose, and the beginning of document numbers."""
    say = language.say
    return [
        Field(
            "title", say("Title of the project"), required=True, placeholder=say("for example: A safe way to school")
        ),
        Field("city", say("City"), row="who"),
        Field("host", say("Operating body"), row="who"),
        Field("starts_on", say("Begins on"), "date", row="period"),
        Field("ends_on", say("Ends on"), "date", row="period"),
        Field("purpose", say("What it is for"), "note"),
        Field(
            "document_prefix",
            say("Document numbers begin with"),
            placeholder="LL",
            help=say("Two or three letters, for example of the city."),
        ),
    ]


def project_values(project: ProjectRecord) -> dict[str, Any]:
    """The values of a project for its form."""
    names = ("title", "city", "host", "starts_on", "ends_on", "purpose", "document_prefix")
    return {name: getattr(project, name) for name in names}


def service_fields(language: Language) -> list[Field]:
    """Name, type, state and description of a city service."""
    say = language.say
    kinds = tuple((kind, language.tell(title_of(kind))) for kind in ServiceKind)
    states = tuple((state, language.tell(title_of(state))) for state in ServiceState)
    return [
        Field("title", say("Name of the service"), required=True),
        Field("kind", say("Type"), "choice", choices=kinds),
        Field("state", say("State"), "choice", choices=states),
        Field("description", say("What it does"), "note"),
    ]


def service_values(service: CityServiceRecord) -> dict[str, Any]:
    """The values of a service for its form."""
    return {name: getattr(service, name) for name in ("title", "kind", "state", "description")}


def support_fields(language: Language) -> list[Field]:
    """What support is needed, how far it is, who sees to it until when."""
    say = language.say
    states = tuple((state, language.tell(title_of(state))) for state in SupportState)
    return [
        Field("text", say("What support is needed"), required=True),
        Field("state", say("State"), "segments", choices=states),
        Field("responsible", say("Responsible"), row="who"),
        Field("due_on", say("Due on"), "date", row="who"),
        Field("note", say("Note"), "note"),
    ]


def support_values(item: SupportItemRecord) -> dict[str, Any]:
    """The values of a support element for its form."""
    return {name: getattr(item, name) for name in ("text", "state", "responsible", "due_on", "note")}
