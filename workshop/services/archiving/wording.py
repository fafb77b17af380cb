"""How a row is called where people read of it."""

from enum import StrEnum

from workshop.language import Message, mark
from workshop.models.titles import title_of
from workshop.services.archiving.gathering import Row
from workshop.services.archiving.tables import table_of

_LABELS = {
    "project": mark("The project"),
    "phase": mark("A phase"),
    "support_item": mark("A line of the support checklist"),
    "city_service": mark("A service"),
    "theme": mark("A theme"),
    "organization": mark("An organization"),
    "participant": mark("A participant"),
    "lab_session": mark("A session"),
    "activity": mark("A part of a session"),
    "idea_support": mark("A support of an idea"),
    "discussion_note": mark("A note of the discussion"),
    "note_wording": mark("An earlier wording of a note"),
    "picture": mark("A photo"),
    "poll": mark("A vote"),
    "evaluation_form": mark("An evaluation form"),
    "answer": mark("An answer"),
    "answer_theme": mark("A theme of open answers"),
    "answer_place": mark("The theme of an open answer"),
    "follow_up": mark("A follow-up"),
    "indicator": mark("An indicator"),
    "indicator_reading": mark("A reading"),
    "reading_version": mark("A reading before it was corrected"),
    "pilot_measure": mark("A measure of a pilot"),
    "pilot_checkpoint": mark("A check point of a pilot"),
    "field_shift": mark("A shift"),
}
_LONGEST = 200  # characters


def label_of(table: str, row: Row) -> Message:
    """What a row is, with its number where it has one."""
    number = row.get("number")
    if table == "idea":
        return mark("Idea no. {n}", n=number)
    if table == "local_issue":
        return mark("Local issue no. {n}", n=number)
    if table == "proposal":
        return mark("Proposal no. {n}", n=number)
    if table == "pilot":
        return mark("Pilot no. {n}", n=number)
    if table == "observation":
        return mark("Observation no. {n}", n=number)
    return _LABELS.get(table, mark("Something"))


def words_of(table: str, row: Row) -> str:
    """The words of a row, those that people know it by; of a participant the number alone."""
    if table == "participant":
        return str(row["number"])
    texts = [
        str(row[name])
        for name in ("title", "name", "text", "value", "caption", "reason", "note", "outcome")
        if row.get(name)
    ]
    return " · ".join(texts)[:_LONGEST]


def told_of(table: str, row: Row) -> Message | str:
    """The words of a row with its state, where it has one."""
    state = row.get("state")
    if not state:
        return words_of(table, row)
    kind: type[StrEnum] = getattr(table_of(table).c["state"].type, "enum_class")  # noqa: B009  # of columns of words alone
    return mark("{words} · {state}", words=words_of(table, row), state=title_of(kind(state)))
