"""Participants by number and code; their personal data apart, in the register; consent and attendance."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import AgeBand, Channel, ConsentPurpose, Gender, Presence, Sector
from workshop.models.records.people import ConsentRecord, ParticipantRecord, RegisterEntry
from workshop.models.tables.base import Base, Keyed, word


class Participant(Keyed, Base):
    """A participant of a project, without anything personal but optional bands."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("project_id", "number"), UniqueConstraint("project_id", "code"))

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    number: Mapped[int]
    code: Mapped[str] = mapped_column(String(16))
    sector: Mapped[Sector] = mapped_column(word(Sector), default=Sector.CITIZEN)
    age_band: Mapped[AgeBand | None] = mapped_column(word(AgeBand), default=None)
    gender: Mapped[Gender | None] = mapped_column(word(Gender), default=None)
    neighbourhood: Mapped[str] = mapped_column(String(300), default="")
    practice: Mapped[bool] = mapped_column(default=False)

    def record(self) -> ParticipantRecord:
        """The frozen record of this row."""
        return ParticipantRecord(
            self.id, self.project_id, self.number, self.code, self.sector, self.age_band, self.gender,
            self.neighbourhood, self.practice,
        )  # fmt: skip


class RegisterLine(Base):
    """The personal data of a participant; erasing this row leaves every count as it is."""

    __tablename__ = "register_line"

    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(300), default="")
    contact: Mapped[str] = mapped_column(String(300), default="")
    motive: Mapped[str] = mapped_column(Text, default="")

    def record(self) -> RegisterEntry:
        """The frozen record of this row."""
        return RegisterEntry(self.participant_id, self.name, self.contact, self.motive)


class Consent(Base):
    """What a participant agreed to for one purpose."""

    __tablename__ = "consent"

    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    purpose: Mapped[ConsentPurpose] = mapped_column(word(ConsentPurpose), primary_key=True)
    given: Mapped[bool]
    on: Mapped[date]

    def record(self) -> ConsentRecord:
        """The frozen record of this row."""
        return ConsentRecord(self.purpose, self.given, self.on)


class Organization(Keyed, Base):
    """An organization of a project's participants; `weight` is how many votes its delegate has."""

    __tablename__ = "organization"
    __table_args__ = (UniqueConstraint("project_id", "name"),)

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    name: Mapped[str] = mapped_column(String(300))
    weight: Mapped[int] = mapped_column(default=1)


class Membership(Base):
    """The organization that a participant comes from, where one does."""

    __tablename__ = "membership"

    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organization.id"), index=True)


class Attendance(Base):
    """A participant at a session."""

    __tablename__ = "attendance"

    lab_session_id: Mapped[UUID] = mapped_column(ForeignKey("lab_session.id"), primary_key=True)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True, index=True)
    presence: Mapped[Presence] = mapped_column(word(Presence), default=Presence.EXPECTED)
    channel: Mapped[Channel] = mapped_column(word(Channel), default=Channel.CONSOLE)
    arrived_at: Mapped[datetime | None] = mapped_column(default=None)
