"""Proposals and the ideas they came from."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import CostBand, ProposalState, ServiceKind
from workshop.models.tables.base import Base, Keyed, word


class Proposal(Keyed, Base):
    """What ideas became before they are tried."""

    __tablename__ = "proposal"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    lab_session_id: Mapped[UUID | None] = mapped_column(ForeignKey("lab_session.id"), default=None, index=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    problem: Mapped[str] = mapped_column(Text, default="")
    beneficiaries: Mapped[str] = mapped_column(Text, default="")
    needs: Mapped[str] = mapped_column(Text, default="")
    cost_band: Mapped[CostBand | None] = mapped_column(word(CostBand), default=None)
    service_kind: Mapped[ServiceKind | None] = mapped_column(word(ServiceKind), default=None)
    state: Mapped[ProposalState] = mapped_column(word(ProposalState), default=ProposalState.DRAFT)
    reason: Mapped[str] = mapped_column(Text, default="")
    theme_id: Mapped[UUID | None] = mapped_column(ForeignKey("theme.id"), default=None, index=True)
    service_id: Mapped[UUID | None] = mapped_column(ForeignKey("city_service.id"), default=None, index=True)
    written_at: Mapped[datetime]


class ProposalIdea(Base):
    """That a proposal came from an idea."""

    __tablename__ = "proposal_idea"

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    idea_id: Mapped[UUID] = mapped_column(ForeignKey("idea.id"), primary_key=True, index=True)
