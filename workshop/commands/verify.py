"""`workshop verify BAG|FILE.pdf`: is this archive, or this report and the data inside it, unchanged and whole?"""

import argparse
from pathlib import Path

from workshop.language import Language


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """What to look at."""
    parser.add_argument(
        "place", metavar="BAG|FILE.pdf", help=language.say("the folder or .zip file of an archive, or a report")
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """0 where it is as it was made, 1 with every difference."""
    place = Path(options.place)
    if _is_report(place):
        from workshop.commands.verify_report import verify_report_file

        return verify_report_file(place, options, language)
    from workshop.commands.verify_archive import verify_archive

    return verify_archive(place, options, language)


def _is_report(place: Path) -> bool:
    """Whether it is no folder and no ZIP file: by what is in it, else by its name."""
    if not place.is_file():  # also a pipe, which would be read for ever
        return not place.exists() and place.suffix.casefold() == ".pdf"
    try:
        with place.open("rb") as stream:
            return stream.read(2) != b"PK" and place.suffix.casefold() != ".zip"
    except OSError:
        return place.suffix.casefold() == ".pdf"
