"""`workshop collect BAG… --into FILE|URL`: an organization's archive takes in many archives and sums up."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workshop.commands.common import finished
from workshop.commands.printing import print_error, print_json, print_table
from workshop.language import Language
from workshop.models.records.archives import Collected, CollectionSums
from workshop.services.keeping.places import open_own_library
from workshop.settings import load_settings

_NUMBERS = ("attended", "ideas", "votes", "ballots", "answers")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """What to take in, and where to."""
    say = language.say
    parser.add_argument("places", metavar="BAG", nargs="+", help=say("folders or .zip files of archives"))
    parser.add_argument(
        "--into",
        required=True,
        metavar="FILE|URL",
        help=say("the archive of the organization; made where it is missing"),
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """0 where all were taken in, 1 where some were refused; those are named."""
    from workshop.services.archiving.collecting import collect, sources_of

    library = open_own_library(load_settings(), named=options.into, create=True)
    try:
        collected = finished(collect(library, places=[Path(place) for place in options.places], language=language))
        sources = sources_of(library)
    finally:
        library.close()
    refused = [{"place": str(one.place), "reason": language.tell(one.reason)} for one in collected.refused]
    if options.json:
        taken = [
            {"title": one.title, "manifest": one.manifest, "new": not one.changes_nothing} for one in collected.taken
        ]
        print_json({"taken": taken, "refused": refused, "sums": _sums(collected.sums), "sources": sources})
    else:
        _print(collected, language)
    for one in refused:
        print_error(f"{one['place']}: {one['reason']}")
    return 1 if refused else 0


def _sums(sums: CollectionSums) -> dict[str, Any]:
    """The sums with their totals."""
    totals = {name: sums.total(name) for name in _NUMBERS}
    return asdict(sums) | {"totals": {"sessions": len(sums.sessions), **totals}}


def _print(collected: Collected, language: Language) -> None:
    """A line for each archive, a table of the sessions, and what they come to together."""
    say = language.say
    for one in collected.taken:
        conflicts = [language.tell(told) for told in (*one.conflicts, *one.changes)]
        print(say("“{title}” is here already.", title=one.title) if one.changes_nothing else
              say("“{title}” is in the archive now.", title=one.title))  # fmt: skip
        for told in conflicts:
            print(f"  {told}")
    sums = collected.sums
    head = [
        say("City"),
        say("Project"),
        say("Session"),
        say("Attended"),
        say("Ideas"),
        say("Votes"),
        say("Ballots"),
        say("Answers"),
    ]
    lines = [
        [line.city, line.project, line.session, *(language.number(getattr(line, name)) for name in _NUMBERS)]
        for line in sums.sessions
    ]
    total = [
        say("Together"),
        "",
        language.number(len(lines)),
        *(language.number(sums.total(name)) for name in _NUMBERS),
    ]
    if lines:
        print_table([head, *lines, total])
