"""Polls, ballots and voter marks: a vote that is secret by construction.

A ballot holds the poll, a random key, the choices and the channel: no participant, no time, no sequence. Who has voted is
another row. Both tables have no row number on SQLite, so their order on disk is the order of random keys.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshop.models.enums import BallotKind, Channel, Electorate, OptionSource, PollState
from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.models.tables.base import Base, Keyed, word


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

    options: Mapped[list["PollOption"]] = relationship(
        order_by="PollOption.position", cascade="all, delete-orphan", lazy="selectin"
    )

    def record(self) -> PollRecord:
        """The frozen record of this row with its options."""
        return PollRecord(
            self.id, self.project_id, self.lab_session_id, self.activity_id, self.title, self.ballot, self.dots,
            self.per_option, self.electorate, self.source, self.shuffled, self.state, self.lot_seed, self.opened_at,
            self.closed_at, self.revealed_at, tuple(option.record() for option in self.options),
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
    lot: Mapped[int | None] = mapped_column(default=None)

    def record(self) -> PollOptionRecord:
        """The frozen record of this row."""
        return PollOptionRecord(self.id, self.poll_id, self.position, self.text, self.idea_id, self.theme_id, self.lot)


class Ballot(Base):
    """A secret ballot: `choices` gives dots by option id."""

    __tablename__ = "ballot"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  # SQLAlchemy reads it so
    undoable = False

    poll_id: Mapped[UUID] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    choices: Mapped[dict[str, int]] = mapped_column(JSON)
    channel: Mapped[Channel] = mapped_column(word(Channel))


class VoterMark(Base):
    """That a participant has voted in a poll; nothing else."""

    __tablename__ = "voter_mark"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  # SQLAlchemy reads it so
    undoable = False

    poll_id: Mapped[UUID] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True)
