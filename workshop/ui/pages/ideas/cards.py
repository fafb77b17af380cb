"""An idea as wall and list show it: plain values, worked out away from the window."""

from dataclasses import dataclass

from workshop.models.records.ideas import IdeaRecord


@dataclass(frozen=True, slots=True)
class IdeaCard:
    """An idea with the words around it; `merged` are the words of those that were merged into it."""

    idea: IdeaRecord
    meta: str
    merged: tuple[str, ...] = ()
    more: str = ""
    chosen: bool = False
    withdrawn: bool = False
    told: str = ""
