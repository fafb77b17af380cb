"""`workshop restore`: a copy put back in the place of the library, which is kept first."""

import argparse
from pathlib import Path

from workshop.commands.common import opened_library
from workshop.commands.printing import print_json
from workshop.language import Language
from workshop.models.errors import DamagedLibraryError, NewerLibraryError
from workshop.models.records.backups import RestoredRecord
from workshop.services.keeping import restoring
from workshop.services.keeping.places import own_file
from workshop.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Which copy."""
    parser.add_argument("file", metavar="FILE", help=language.say("the copy, as “workshop backup” made it"))


def run(options: argparse.Namespace, language: Language) -> int:
    """Restore, and say where the library as it was before is now."""
    done = _restore(options, Path(options.file))
    if options.json:
        kept = None if done.kept is None else str(done.kept)
        print_json({"restored": str(done.restored), "kept": kept, "sealed": done.sealed})
        return 0
    print(language.say("{file} was restored.", file=done.restored))
    if done.kept is not None:
        print(language.say("The library as it was before is kept in {file}.", file=done.kept))
    for title in done.sealed:
        print(
            language.say(
                "The vote “{title}” was running when the copy was made; its ballots can no longer be opened. "
                "Please annul it and hold it again.",
                title=title,
            )
        )
    return 0


def _restore(options: argparse.Namespace, backup: Path) -> RestoredRecord:
    """Into the open library, or where it is missing or cannot be opened any more, in its place."""
    file = own_file(load_settings(), named=options.database)
    if file is not None and not file.exists():
        return restoring.rescue_library(file, backup=backup)
    try:
        with opened_library(options) as library:
            return restoring.restore_backup(library, backup=backup)
    except (DamagedLibraryError, NewerLibraryError):  # the library, or else the copy, which is then refused again
        if file is None:
            raise
        return restoring.rescue_library(file, backup=backup)
