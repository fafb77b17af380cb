"""`workshop backup`: a consistent copy of the library, while the application runs."""

import argparse
from pathlib import Path

from workshop.commands.common import opened_library
from workshop.commands.printing import print_json
from workshop.language import Language
from workshop.services.keeping import backups


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Where to."""
    parser.add_argument(
        "--out", metavar="FILE", help=language.say("where to put the copy; by default beside the library")
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Make the copy and say where it is."""
    with opened_library(options) as library:
        target = Path(options.out) if options.out else backups.next_backup_file(library)
        backups.make_backup(library, out=target)
    if options.json:
        print_json({"file": str(target)})
    else:
        print(language.say("The copy is in {file}.", file=target))
    return 0
