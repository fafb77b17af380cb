"""Every table in one import, for the migrations and the unit of work."""

from workshop.models.tables import evaluations, follow_ups, history, ideas, people, projects, sessions, votes
from workshop.models.tables.base import Base

MODULES = (projects, people, sessions, ideas, votes, evaluations, follow_ups, history)
METADATA = Base.metadata
