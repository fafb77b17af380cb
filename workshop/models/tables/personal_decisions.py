"""What was decided on words that look personal."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.tables.base import Base, Keyed


class PersonalDecision(Keyed, Base):
    """That some words are masked in the reports of a project, or left as they are; the words are known by their digest alone."""

    __tablename__ = "personal_decision"
    __table_args__ = (UniqueConstraint("project_id", "digest"),)

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    digest: Mapped[str] = mapped_column(String(64))
    masked: Mapped[bool]
    decided_at: Mapped[datetime]
