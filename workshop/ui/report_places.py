"""The way to one report from another page: the place says which by the id of a thing or of a kind of report."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from workshop.ui.page import Place

if TYPE_CHECKING:
    from workshop.services.reporting import ReportOffer

_KINDS = UUID("0c5f9f0e-3d53-4a0e-9a2c-6f4f3f1f6f6b")  # what the ids of kinds are made from


def item_of(kind: str) -> UUID:
    """The id that stands for a kind of report by its name, such as "name-tags"."""
    return uuid5(_KINDS, kind)


def to_report(place: Place, *, kind: str = "", of: UUID | None = None) -> Place:
    """Where the report of a thing (a vote, a service, a theme, a phase) or of a kind is; the session of the place is kept."""
    return place.with_(item_id=of or item_of(kind))


def leads_to(item_id: UUID, offer: "ReportOffer") -> bool:
    """Whether a place with this item means this report."""
    return item_id in (offer.target.of, item_of(offer.kind.name))
