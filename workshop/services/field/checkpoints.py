"""The days on which a pilot is looked at, and the template of agile piloting that plans them."""

from datetime import date, timedelta
from functools import cache
from typing import Literal
from uuid import UUID

import msgspec
from sqlalchemy import select

from workshop.language import Language, mark
from workshop.models.errors import InputError
from workshop.models.field_enums import CheckpointKind
from workshop.models.records.changes import Changed
from workshop.models.records.pilots import PilotRecord
from workshop.models.tables.pilots import Pilot, PilotCheckpoint
from workshop.models.text import LONGEST_NOTE, optional_text, required_text
from workshop.resources import resource_path
from workshop.services.evaluation.instrument_shape import LocalText
from workshop.services.evaluation.instruments import read_content
from workshop.services.field.pilot_rows import pilot_record
from workshop.services.field.pilots import Planner
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

_NO_TITLE = mark("Please give the check point a name.")


class TemplateCheckpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A check point: at the start, in the middle or at the end of the pilot, and some `days` later (or earlier)."""

    kind: CheckpointKind
    at: Literal["start", "middle", "end"]
    title: LocalText
    agenda: LocalText
    days: int = 0

    def day(self, first: date, last: date) -> date:
        """Its day in a pilot of that time; a half day is left out."""
        begins = {"start": first, "middle": first + (last - first) // 2, "end": last}[self.at]
        return begins + timedelta(days=self.days)


class PilotTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way to run a pilot: how long it takes, with what it is looked at and when."""

    key: str
    title: LocalText
    about: LocalText
    weeks: int
    checkpoints: tuple[TemplateCheckpoint, ...]


@cache
def agile_piloting() -> PilotTemplate:
    """The template of agile piloting; raises InputError where its file is malformed."""
    return read_content(resource_path("pilots/agile-piloting.toml"), PilotTemplate)


def plan_checkpoints(
    library: Library, *, pilot_id: UUID, language: Language, template: PilotTemplate | None = None
) -> Changed[PilotRecord]:
    """Put the check points of a template (agile piloting) on their days, each with what it is held for.

    A pilot that has no days takes the weeks of the template from its first day, or from today. Check points of a kind that is
    planned already are left as they are.
    """
    with library.write("plan check points", undo=mark("Check points of a pilot")) as work:
        pilot = work.get(Pilot, pilot_id)
        planner(language, template)(work, pilot)
        changed = work.changed(pilot_record(work, pilot))
    return changed


def planner(language: Language, template: PilotTemplate | None = None) -> Planner:
    """The same within another verb, such as `add_pilot`."""

    def plan(work: UnitOfWork, pilot: Pilot) -> None:
        chosen = template or agile_piloting()
        first, last = _days(pilot, timedelta(weeks=chosen.weeks), work.now.astimezone().date())
        pilot.starts_on, pilot.ends_on = first, last
        planned = select(PilotCheckpoint.kind).where(PilotCheckpoint.pilot_id == pilot.id)
        known = set(work.rows.scalars(planned))
        for one in chosen.checkpoints:
            if one.kind not in known:
                work.add(
                    PilotCheckpoint(
                        pilot_id=pilot.id,
                        kind=one.kind,
                        title=one.title.in_language(language.code),
                        planned_on=one.day(first, last),
                        agenda=one.agenda.in_language(language.code),
                    )
                )

    return plan


def _days(pilot: Pilot, length: timedelta, today: date) -> tuple[date, date]:
    """The days of a pilot; what is not known is reckoned from the other one, or from today."""
    first, last = pilot.starts_on, pilot.ends_on
    if first is None:
        first = today if last is None else last - length
    return first, first + length if last is None else last


def add_checkpoint(
    library: Library, *, pilot_id: UUID, title: str, planned_on: date | None = None, agenda: str = ""
) -> Changed[PilotRecord]:
    """A check point of one's own; raises InputError for an empty name."""
    with library.write("add check point", undo=mark("New check point")) as work:
        pilot = work.get(Pilot, pilot_id)
        work.add(
            PilotCheckpoint(
                pilot_id=pilot_id,
                kind=CheckpointKind.OWN,
                title=required_text(title, missing=_NO_TITLE),
                planned_on=planned_on,
                agenda=optional_text(agenda, longest=LONGEST_NOTE),
            )
        )
        changed = work.changed(pilot_record(work, pilot))
    return changed


def edit_checkpoint(
    library: Library,
    *,
    checkpoint_id: UUID,
    title: str | None = None,
    planned_on: tuple[date | None] | None = None,
    held_on: tuple[date | None] | None = None,
    agenda: str | None = None,
    outcome: str | None = None,
) -> Changed[PilotRecord]:
    """Change what is given; the days are a day or none in a tuple of one. What was held lies behind us (else InputError)."""
    with library.write("edit check point", undo=mark("Edit check point")) as work:
        point = work.get(PilotCheckpoint, checkpoint_id)
        held = held_on[0] if held_on is not None else point.held_on
        if held is not None and held > library.today():
            raise InputError(mark("A check point cannot have been held on a day that is still to come."))
        point.held_on = held
        point.title = required_text(title, missing=_NO_TITLE) if title is not None else point.title
        point.planned_on = planned_on[0] if planned_on is not None else point.planned_on
        point.agenda = optional_text(agenda, longest=LONGEST_NOTE) if agenda is not None else point.agenda
        point.outcome = optional_text(outcome, longest=LONGEST_NOTE) if outcome is not None else point.outcome
        changed = work.changed(pilot_record(work, work.get(Pilot, point.pilot_id)))
    return changed


def remove_checkpoint(library: Library, *, checkpoint_id: UUID) -> Changed[PilotRecord]:
    """Remove a check point with what came out of it."""
    with library.write("remove check point", undo=mark("Remove check point")) as work:
        point = work.get(PilotCheckpoint, checkpoint_id)
        pilot = work.get(Pilot, point.pilot_id)
        work.remove(point)
        changed = work.changed(pilot_record(work, pilot))
    return changed
