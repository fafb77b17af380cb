"""Polls, ballots and voter marks: a vote that is secret by construction.

A ballot holds the poll, a random key and the choices: no participant, no time, no sequence. Who has voted is another row.
Both tables have no row number on SQLite, so their order on disk is the order of random keys. While the poll runs the
choices are sealed, and the key lies apart from the library; docs/secrecy.md says why.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshop.models.enums import BallotKind, Channel, CountingRule, Electorate, OptionSource, PollState, Sector
from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.models.tables.base import Base, Keyed, amount, word


class Poll(Keyed, Base):
    """A vote in a session."""

    __tablename__ = "poll"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    lab_session_id: Mapped[UUID] = mapped_column(ForeignKey("lab_session.id"), index=True)
    activity_id: Mapped[UUID | None] = mapped_column(ForeignKey("activity.id"), default=None, index=True)
    title: Mapped[str] = mapped_column(String(300))
    ballot: Mapped[BallotKind] = mapped_column(word(BallotKind))
    dots: Mapped[int]
    per_option: Mapped[int]
    electorate: Mapped[Electorate] = mapped_column(word(Electorate), default=Electorate.PRESENT)
    source: Mapped[OptionSource] = mapped_column(word(OptionSource), default=OptionSource.OWN)
    shuffled: Mapped[bool] = mapped_column(default=False)
    state: Mapped[PollState] = mapped_column(word(PollState), default=PollState.DRAFT)
    lot_seed: Mapped[str] = mapped_column(String(64), default="")
    opened_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    revealed_at: Mapped[datetime | None] = mapped_column(default=None)
    rule: Mapped[CountingRule] = mapped_column(word(CountingRule), default=CountingRule.DOTS, server_default="dots")
    secret: Mapped[bool] = mapped_column(default=True, server_default=true())
    sector: Mapped[Sector | None] = mapped_column(word(Sector), default=None)
    seats: Mapped[int | None] = mapped_column(default=None)
    lowest: Mapped[int] = mapped_column(default=1, server_default="1")
    highest: Mapped[int] = mapped_column(default=5, server_default="5")
    budget: Mapped[int] = mapped_column(amount(), default=0, server_default="0")
    unit: Mapped[str] = mapped_column(String(16), default="", server_default="")
    ties: Mapped[bool] = mapped_column(default=False, server_default=false())
    box_key: Mapped[bytes | None] = mapped_column(default=None)
    sealed_seed: Mapped[bytes | None] = mapped_column(default=None)
    lot_seal: Mapped[str] = mapped_column(String(64), default="", server_default="")
    close_reason: Mapped[str] = mapped_column(Text, default="", server_default="")
    annul_reason: Mapped[str] = mapped_column(Text, default="", server_default="")
    annulled_at: Mapped[datetime | None] = mapped_column(default=None)
    by_channel: Mapped[dict[str, int]] = mapped_column(JSON, default=dict, server_default="{}")

    options: Mapped[list["PollOption"]] = relationship(
        order_by="PollOption.position", cascade="all, delete-orphan", lazy="selectin"
    )

    def record(self) -> PollRecord:
        """The frozen record of this row with its options."""
        return PollRecord(
            self.id, self.project_id, self.lab_session_id, self.activity_id, self.title, self.ballot, self.dots,
            self.per_option, self.electorate, self.source, self.shuffled, self.state, self.lot_seed, self.opened_at,
            self.closed_at, self.revealed_at, tuple(option.record() for option in self.options), self.rule, self.secret,
            self.sector, self.seats, self.lowest, self.highest, self.budget, self.unit, self.ties, self.lot_seal,
            self.close_reason, self.annul_reason, self.annulled_at,
            tuple((channel, self.by_channel[channel]) for channel in Channel if channel in self.by_channel),
        )  # fmt: skip


class PollOption(Keyed, Base):
    """A choice on the ballot."""

    __tablename__ = "poll_option"
    __table_args__ = (UniqueConstraint("poll_id", "position"),)

    poll_id: Mapped[UUID] = mapped_column(ForeignKey("poll.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    idea_id: Mapped[UUID | None] = mapped_column(ForeignKey("idea.id"), default=None, index=True)
    theme_id: Mapped[UUID | None] = mapped_column(ForeignKey("theme.id"), default=None, index=True)
    proposal_id: Mapped[UUID | None] = mapped_column(ForeignKey("proposal.id"), default=None, index=True)
    lot: Mapped[int | None] = mapped_column(default=None)
    cost: Mapped[int | None] = mapped_column(amount(), default=None)

    def record(self) -> PollOptionRecord:
        """The frozen record of this row."""
        return PollOptionRecord(
            self.id,
            self.poll_id,
            self.position,
            self.text,
            self.idea_id,
            self.theme_id,
            self.lot,
            self.cost,
            self.proposal_id,
        )


class Ballot(Base):
    """A secret ballot: sealed while the poll runs; after the close `choices` as `services/voting/ballot_papers.py` writes them.

    `sector` is the voter's, kept only where every group of ballots that can be told apart by it has at least ten.
    """

    __tablename__ = "ballot"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  # SQLAlchemy reads it so
    undoable = False

    poll_id: Mapped[UUID] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    choices: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True), default=None)
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)
    sector: Mapped[Sector | None] = mapped_column(word(Sector), default=None)


class NamedBallot(Base):
    """A ballot of a vote by name, in a table of its own so that no secret one can ever bear a name."""

    __tablename__ = "named_ballot"
    undoable = False

    poll_id: Mapped[UUID] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    choices: Mapped[dict[str, int]] = mapped_column(JSON)
    channel: Mapped[Channel] = mapped_column(word(Channel))
    organization_id: Mapped[UUID | None] = mapped_column(ForeignKey("organization.id"), default=None)
    weight: Mapped[int] = mapped_column(default=1)


class VoterMark(Base):
    """That a participant has voted in a poll; nothing else."""

    __tablename__ = "voter_mark"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  # SQLAlchemy reads it so
    undoable = False

    poll_id: Mapped[UUID] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True)
