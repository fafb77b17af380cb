"""Indicators and what was read of them."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import PhaseKind, Role
from workshop.models.field_enums import Better
from workshop.models.tables.base import Base, ExactNumber, Keyed, word


class Indicator(Keyed, Base):
    """What a service, or the whole project where there is no service, is measured by."""

    __tablename__ = "indicator"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    service_id: Mapped[UUID | None] = mapped_column(ForeignKey("city_service.id"), default=None, index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    unit: Mapped[str] = mapped_column(String(40), default="")
    better: Mapped[Better] = mapped_column(word(Better), default=Better.MORE)
    baseline: Mapped[Decimal | None] = mapped_column(ExactNumber, default=None)
    target: Mapped[Decimal | None] = mapped_column(ExactNumber, default=None)
    target_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")


class _Read:
    """What is kept of a reading, and of how it was before it was corrected."""

    value: Mapped[Decimal] = mapped_column(ExactNumber)
    read_on: Mapped[date]
    phase: Mapped[PhaseKind | None] = mapped_column(word(PhaseKind), default=None)
    source: Mapped[str] = mapped_column(String(300), default="")
    role: Mapped[Role] = mapped_column(word(Role))
    noted_at: Mapped[datetime]


class IndicatorReading(_Read, Keyed, Base):
    """A value on a day, with where it comes from and who noted it."""

    __tablename__ = "indicator_reading"

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id"), index=True)


class ReadingVersion(_Read, Keyed, Base):
    """How a reading was before it was corrected."""

    __tablename__ = "reading_version"

    reading_id: Mapped[UUID] = mapped_column(ForeignKey("indicator_reading.id"), index=True)
    number: Mapped[int]
