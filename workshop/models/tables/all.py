"""Every table in one import, for the migrations and the unit of work."""

from workshop.models.tables import (
    archives,
    evaluations,
    follow_ups,
    history,
    ideas,
    indicators,
    local_issues,
    notes,
    observations,
    people,
    personal_decisions,
    pictures,
    pilots,
    projects,
    proposals,
    sessions,
    votes,
)
from workshop.models.tables.base import Base

MODULES = (
    projects, people, sessions, ideas, proposals, local_issues, notes, pictures, votes, evaluations, indicators, pilots,
    observations, follow_ups, personal_decisions, history, archives,
)  # fmt: skip
METADATA = Base.metadata
