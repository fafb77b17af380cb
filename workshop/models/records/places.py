"""What is known of a folder before the data is kept there."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from workshop.language import Message


class PlaceKind(Enum):
    """What kind of place a folder is, as far as that can be known."""

    USUAL = "usual"  # on a disk of this computer
    NETWORK = "network"
    REMOVABLE = "removable"  # a stick, a card, a disk that can be unplugged
    SYNCED = "synced"  # a program copies it to a service


@dataclass(frozen=True, slots=True)
class FolderFinding:
    """A folder looked at: the library file in it or to be made in it, and what speaks against it.

    `problem` means that the folder cannot be used, `warning` that it should be thought about. `projects` is how many there are
    in a library that exists, None where that cannot be told. `service` names the program that copies a synced folder.
    """

    file: Path
    exists: bool = False
    projects: int | None = None
    kind: PlaceKind = PlaceKind.USUAL
    service: str = ""
    problem: Message | None = None
    warning: Message | None = None
