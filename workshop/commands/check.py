"""`workshop check`: is the library whole, and are its journal and its ballots as they should be."""

import argparse

from workshop.commands.common import opened_library
from workshop.commands.printing import print_error, print_json
from workshop.language import Language
from workshop.models.errors import DamagedLibraryError
from workshop.services.keeping.checks import check_library


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """None of its own."""


def run(options: argparse.Namespace, language: Language) -> int:
    """0 where all is well, 1 with what is wrong."""
    try:
        with opened_library(options) as library:
            findings = [language.tell(finding) for finding in check_library(library)]
            place = library.place
    except DamagedLibraryError as error:
        findings, place = [language.tell(error.message)], str(options.database or "")
    if options.json:
        print_json({"place": place, "sound": not findings, "findings": findings})
    elif findings:
        for finding in findings:
            print_error(finding)
    else:
        print(language.say("{place} is sound.", place=place))
    return 1 if findings else 0
