"""Which tables an archive holds, to what each of their rows belongs, and what stays at home.

Every table of the library has to be named here, one way or the other; a test says so.
"""

from dataclasses import dataclass

from sqlalchemy import Table

from workshop.models.tables.all import METADATA

FORMAT = "living-lab-workshop archive"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """How a table is kept in an archive.

    `owner` is the column by which a row belongs to its parent. `also` are further columns by which a row belongs to a session.
    `personal` tables go along only with the register (memberships also where delegates of organizations voted). `withheld`
    columns are emptied without the register: where such a column is empty in an archive, nothing is said of it. `secret`
    columns never leave the library.
    """

    owner: str
    also: tuple[str, ...] = ()
    personal: bool = False
    withheld: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()


# Parents before children: the order in which rows are read, written and checked.
KEPT: dict[str, Kept] = {
    "project": Kept(""),
    "phase": Kept("project_id"),
    "support_item": Kept("phase_id"),
    "city_service": Kept("project_id"),
    "theme": Kept("project_id"),
    "organization": Kept("project_id"),
    "participant": Kept("project_id", withheld=("age_band", "gender", "neighbourhood")),
    "register_line": Kept("participant_id", personal=True),
    "consent": Kept("participant_id", personal=True),
    "membership": Kept("participant_id", personal=True),
    "lab_session": Kept("project_id"),
    "activity": Kept("lab_session_id"),
    "attendance": Kept("lab_session_id"),
    "idea": Kept("project_id"),
    "idea_support": Kept("idea_id"),
    "local_issue": Kept("project_id"),
    "proposal": Kept("project_id"),
    "proposal_idea": Kept("proposal_id"),
    "indicator": Kept("project_id"),
    "indicator_reading": Kept("indicator_id"),
    "reading_version": Kept("reading_id"),
    "pilot": Kept("project_id"),
    "pilot_measure": Kept("pilot_id"),
    "pilot_checkpoint": Kept("pilot_id"),
    "field_shift": Kept("project_id"),
    "observation": Kept("project_id"),
    "discussion_note": Kept("project_id", also=("idea_id", "proposal_id")),
    "note_wording": Kept("note_id"),
    "picture": Kept("project_id", also=("idea_id", "local_issue_id", "observation_id")),
    "poll": Kept("project_id", secret=("box_key", "sealed_seed")),
    "poll_option": Kept("poll_id"),
    "ballot": Kept("poll_id", secret=("id", "sealed")),
    "named_ballot": Kept("poll_id"),
    "voter_mark": Kept("poll_id"),
    "evaluation_form": Kept("project_id"),
    "answer": Kept("form_id"),
    "answer_theme": Kept("form_id"),
    "answer_place": Kept("answer_id"),
    "follow_up": Kept("project_id"),
}

# Tables that have no file of rows in an archive, and what becomes of them.
NOT_KEPT = {
    "picture_content": "the files of photos lie in data/photos under their SHA-256",
    "questionnaire": "belongs to the library; every form carries a copy of its items",
    "personal_decision": "what is masked in reports is decided where they are made",
    "journal_entry": "the journal is a file of its own, data/journal.json",
    "journal_head": "follows from the journal",
    "taken_in": "where this library has its data from is its own matter",
    "imported_entry": "goes along in data/journal.json",
    "set_aside": "what gave way on one laptop is in the archive of the other",
    "undo_step": "what can be taken back belongs to one laptop",
}

# References without a foreign key in the database.
SOFT_REFERENCES = {("lab_session", "current_activity_id"): "activity", ("local_issue", "map_id"): "picture"}


def table_of(name: str) -> Table:
    """The table of a name."""
    return METADATA.tables[name]


def columns_of(name: str) -> list[str]:
    """The columns of a table that an archive holds."""
    return [column.name for column in table_of(name).columns if column.name not in KEPT[name].secret]


def key_columns(name: str) -> tuple[str, ...]:
    """The columns that tell the rows of a table apart."""
    return tuple(column.name for column in table_of(name).primary_key)


def references_of(name: str) -> dict[str, str]:
    """The columns of a table that refer to another, and to which."""
    hard = {column.name: key.column.table.name for column in table_of(name).columns for key in column.foreign_keys}
    return hard | {column: target for (table, column), target in SOFT_REFERENCES.items() if table == name}
