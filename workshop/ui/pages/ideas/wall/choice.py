"""Which ideas are chosen on the wall, and at which one the keyboard is."""

from collections.abc import Container, Iterable
from uuid import UUID


class Choice:
    """The chosen ideas in the order of choosing; `anchor` is where a range began."""

    def __init__(self) -> None:
        self.ids: list[UUID] = []
        self.current: UUID | None = None
        self._anchor: UUID | None = None

    @property
    def anchor(self) -> UUID | None:
        """Where a range begins: where something was chosen last without Shift."""
        return self._anchor or self.current

    def only(self, idea_id: UUID) -> None:
        """Choose one and let go of all others."""
        self.ids = [idea_id]
        self.current = self._anchor = idea_id

    def toggle(self, idea_id: UUID) -> None:
        """Choose one more, or one less."""
        if idea_id in self.ids:
            self.ids.remove(idea_id)
        else:
            self.ids.append(idea_id)
        self.current = self._anchor = idea_id

    def set(self, ids: Iterable[UUID], current: UUID | None = None) -> None:
        """Choose these; the range goes on from where it began."""
        self.ids = list(dict.fromkeys(ids))
        self._anchor = self.anchor
        self.current = current or self.current

    def clear(self) -> None:
        """Choose nothing."""
        self.ids = []

    def keep(self, shown: Container[UUID]) -> None:
        """Let go of what is no longer shown."""
        self.ids = [idea_id for idea_id in self.ids if idea_id in shown]
        self.current = self.current if self.current in shown else None
        self._anchor = self._anchor if self._anchor in shown else None
