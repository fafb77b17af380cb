"""Copies of a library, and what it came to when one was restored."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """A copy in the folder of backups: when it was made, its size in bytes, and whether it was made before a restore."""

    file: Path
    made: datetime
    size: int
    before_restore: bool = False


@dataclass(frozen=True, slots=True)
class RestoredRecord:
    """What a restore came to.

    `kept` is the library as it was before, None where there was none. `sealed` are the titles of votes that were running when
    the copy was made and whose ballots can no longer be opened (docs/secrecy.md).
    """

    restored: Path
    kept: Path | None = None
    sealed: tuple[str, ...] = ()
