"""Pilots with their measures and check points."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.field_enums import Better, CheckpointKind, PilotDecision, PilotState
from workshop.models.tables.base import Base, ExactNumber, Keyed, word


class Pilot(Keyed, Base):
    """A service, or a proposal before it is one, tried out at a place for a time."""

    __tablename__ = "pilot"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    service_id: Mapped[UUID | None] = mapped_column(ForeignKey("city_service.id"), default=None, index=True)
    proposal_id: Mapped[UUID | None] = mapped_column(ForeignKey("proposal.id"), default=None, index=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    hypothesis: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[str] = mapped_column(String(300), default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    state: Mapped[PilotState] = mapped_column(word(PilotState), default=PilotState.PLANNED)
    learned: Mapped[str] = mapped_column(Text, default="")
    decision: Mapped[PilotDecision | None] = mapped_column(word(PilotDecision), default=None)
    reason: Mapped[str] = mapped_column(Text, default="")
    decided_on: Mapped[date | None] = mapped_column(default=None)


class PilotMeasure(Keyed, Base):
    """What a pilot is measured by: an indicator, which brings its words and readings, or a measure of its own."""

    __tablename__ = "pilot_measure"

    pilot_id: Mapped[UUID] = mapped_column(ForeignKey("pilot.id"), index=True)
    indicator_id: Mapped[UUID | None] = mapped_column(ForeignKey("indicator.id"), default=None, index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(300), default="")
    unit: Mapped[str] = mapped_column(String(40), default="")
    better: Mapped[Better] = mapped_column(word(Better), default=Better.MORE)
    target: Mapped[Decimal | None] = mapped_column(ExactNumber, default=None)
    value: Mapped[Decimal | None] = mapped_column(ExactNumber, default=None)
    read_on: Mapped[date | None] = mapped_column(default=None)


class PilotCheckpoint(Keyed, Base):
    """A day on which a pilot is looked at; `agenda` is what for, `outcome` what came out of it."""

    __tablename__ = "pilot_checkpoint"

    pilot_id: Mapped[UUID] = mapped_column(ForeignKey("pilot.id"), index=True)
    kind: Mapped[CheckpointKind] = mapped_column(word(CheckpointKind))
    title: Mapped[str] = mapped_column(String(300))
    planned_on: Mapped[date | None] = mapped_column(default=None)
    held_on: Mapped[date | None] = mapped_column(default=None)
    agenda: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[str] = mapped_column(Text, default="")
