"""What is chosen in the first steps; the steps are built anew around it whenever language or text size change."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from workshop import paths
from workshop.models.records.places import FolderFinding
from workshop.settings import Settings, library_file


class Wish(Enum):
    """What the console does first."""

    SAMPLE = "sample"
    PROJECT = "project"
    NOTHING = "nothing"


@dataclass
class Choices:
    """What has been chosen so far; `finding` is what is known of `folder`, None while it is being looked at."""

    settings: Settings
    folder: Path = field(default_factory=paths.data_folder)
    finding: FolderFinding | None = None
    wish: Wish | None = None

    @classmethod
    def of(cls, settings: Settings) -> "Choices":
        """What is chosen before anybody has chosen anything."""
        return cls(settings, library_file(settings).parent)

    @property
    def is_usual(self) -> bool:
        """Whether the data is kept at the platform's place."""
        return self.folder == paths.data_folder()

    @property
    def has_place(self) -> bool:
        """Whether the data can be kept in the folder."""
        return self.finding is not None and self.finding.problem is None

    @property
    def has_library(self) -> bool:
        """Whether there is a library in the folder that can be opened."""
        return self.has_place and self.finding is not None and self.finding.exists

    def kept(self) -> Settings:
        """The settings with the place in them; the platform's own place needs no name."""
        file = self.finding.file if self.finding is not None else self.folder / paths.library_file().name
        return self.settings.with_(library="" if file == paths.library_file() else str(file))
