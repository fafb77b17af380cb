"""`workshop import BAG`: take the archive of a session or project in."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workshop.commands.common import finished, opened_library
from workshop.commands.printing import print_json
from workshop.language import Language
from workshop.models.records.archives import MergeReport


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """What to take in, and whether only to look."""
    parser.add_argument("place", metavar="BAG", help=language.say("the folder or .zip file of an archive"))
    parser.add_argument(
        "--look", action="store_true", help=language.say("only say what taking it in would do; nothing is changed")
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Take it in and say what was done; all of it or nothing."""
    from workshop.services.archiving.taking_in import import_bag, plan_import

    place = Path(options.place)
    with opened_library(options, create=not options.look) as library:
        steps = (
            plan_import(library, place=place) if options.look else import_bag(library, place=place, language=language)
        )
        report = finished(steps)
        on_server = not library.database.is_sqlite
    if options.json:
        print_json(told(report, language))
    else:
        for line in lines_of(report, language, looked=options.look):
            print(line)
        if on_server and not report.changes_nothing:
            print(language.say("It cannot be undone, and no backup is made here: this library lies on a server."))
    return 0


def told(report: MergeReport, language: Language) -> dict[str, Any]:
    """A report as plain values, with its messages in words."""
    return asdict(report) | {
        "changes_nothing": report.changes_nothing,
        "conflicts": [language.tell(one) for one in report.conflicts],
        "changes": [language.tell(one) for one in report.changes],
        "left_out": [language.pick(one) for one in report.left_out],
        "backup": str(report.backup) if report.backup else None,
    }


def lines_of(report: MergeReport, language: Language, *, looked: bool) -> list[str]:
    """A report for people: what came in, what was different, what is to be known."""
    say, title = language.say, report.title
    added, updated = sum(report.added.values()), sum(report.updated.values())
    if report.changes_nothing:
        lines = [say("“{title}” is here already, with everything that is in the archive.", title=title)]
    elif looked:
        lines = [
            language.say_many(
                "“{title}”: {n} row would be added, {updated} changed.",
                "“{title}”: {n} rows would be added, {updated} changed.",
                added,
                title=title,
                updated=updated,
            )
        ]
    else:
        lines = [
            language.say_many(
                "“{title}”: {n} row was added, {updated} changed.",
                "“{title}”: {n} rows were added, {updated} changed.",
                added,
                title=title,
                updated=updated,
            )
        ]
    lines += [language.tell(one) for one in (*report.conflicts, *report.changes)]
    lines += [language.pick(one) for one in report.left_out]
    if report.backup is not None:
        lines.append(say("The library as it was before is in {file}.", file=report.backup))
    return lines
