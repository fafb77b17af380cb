"""Projects, their four phases, support elements and city services."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import PhaseKind, PhaseState, ServiceKind, ServiceState, SupportState
from workshop.models.records.projects import CityServiceRecord, PhaseRecord, ProjectRecord, SupportItemRecord
from workshop.models.tables.base import Base, Keyed, word


class Project(Keyed, Base):
    """A living-lab project."""

    __tablename__ = "project"

    title: Mapped[str] = mapped_column(String(300))
    city: Mapped[str] = mapped_column(String(300), default="")
    host: Mapped[str] = mapped_column(String(300), default="")
    purpose: Mapped[str] = mapped_column(Text, default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    document_prefix: Mapped[str] = mapped_column(String(32), default="LL")
    practice: Mapped[bool] = mapped_column(default=False)
    sample: Mapped[bool] = mapped_column(default=False)

    def record(self) -> ProjectRecord:
        """The frozen record of this row."""
        return ProjectRecord(
            self.id, self.title, self.city, self.host, self.purpose, self.starts_on, self.ends_on,
            self.document_prefix, self.practice, self.sample,
        )  # fmt: skip


class Phase(Keyed, Base):
    """One phase of a project."""

    __tablename__ = "phase"
    __table_args__ = (UniqueConstraint("project_id", "kind"),)

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    kind: Mapped[PhaseKind] = mapped_column(word(PhaseKind))
    state: Mapped[PhaseState] = mapped_column(word(PhaseState), default=PhaseState.PLANNED)
    planned_on: Mapped[date | None] = mapped_column(default=None)
    opened_on: Mapped[date | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")

    def record(self) -> PhaseRecord:
        """The frozen record of this row."""
        return PhaseRecord(
            self.id, self.project_id, self.kind, self.state, self.planned_on, self.opened_on, self.closed_on, self.note
        )


class SupportItem(Keyed, Base):
    """A civil support element on the checklist of a phase."""

    __tablename__ = "support_item"

    phase_id: Mapped[UUID] = mapped_column(ForeignKey("phase.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(String(300))
    state: Mapped[SupportState] = mapped_column(word(SupportState), default=SupportState.OPEN)
    responsible: Mapped[str] = mapped_column(String(300), default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")

    def record(self) -> SupportItemRecord:
        """The frozen record of this row."""
        return SupportItemRecord(
            self.id, self.phase_id, self.position, self.text, self.state, self.responsible, self.due_on, self.note
        )


class CityService(Keyed, Base):
    """A smart city service that the project is about."""

    __tablename__ = "city_service"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    description: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[ServiceKind] = mapped_column(word(ServiceKind))
    state: Mapped[ServiceState] = mapped_column(word(ServiceState), default=ServiceState.PROPOSED)

    def record(self) -> CityServiceRecord:
        """The frozen record of this row."""
        return CityServiceRecord(self.id, self.project_id, self.title, self.description, self.kind, self.state)
