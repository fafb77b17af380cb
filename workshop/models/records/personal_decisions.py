"""What was decided on words in a project's texts that look personal: to be masked in reports, or left as they are."""

import hashlib
from dataclasses import dataclass
from uuid import UUID


def digest_of(project_id: UUID, text: str) -> str:
    """By what a decision is known: a digest, so that a number which is taken out of a text does not live on in the decision."""
    return hashlib.sha256(f"{project_id}\n{text}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class PersonalDecisions:
    """The digests of the words of a project that are `masked` in its reports, and of those that are `left` as they are."""

    project_id: UUID
    masked: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    def masks(self, text: str) -> bool:
        """Whether it was decided to mask this."""
        return digest_of(self.project_id, text) in self.masked

    def leaves(self, text: str) -> bool:
        """Whether it was decided to leave this as it is."""
        return digest_of(self.project_id, text) in self.left

    def covers(self, text: str) -> bool:
        """Whether this was decided on."""
        return self.masks(text) or self.leaves(text)
