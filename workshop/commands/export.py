"""`workshop export SESSION|PROJECT --out DIR`: the archive bag, or the parts of it that other programs read."""

import argparse
from pathlib import Path
from uuid import UUID

from workshop.commands.common import finished, opened_library
from workshop.commands.printing import print_error, print_json
from workshop.language import Language, mark
from workshop.models.errors import InputError
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.archiving.open_data import LICENCES, write_open_data
from workshop.services.keeping.library import Library
from workshop.services.sessions import lab_sessions
from workshop.services.sessions.named import session_or_project


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """What to export, which parts of it, and where to."""
    say = language.say
    parser.add_argument("subject", metavar="SESSION|PROJECT", help=say("id, beginning of an id, or title"))
    parser.add_argument("--out", required=True, metavar="DIR", help=say("the folder to write to"))
    parser.add_argument("--ballots", action="store_true", help=say("the ballots of votes that are over, for a recount"))
    parser.add_argument(
        "--xlsx",
        action="store_true",
        help=say("ideas, themes and counts, answers and scores with a codebook, as spreadsheets and as .csv"),
    )
    parser.add_argument(
        "--open-data", action="store_true", help=say("issues, ideas, themes and results without anything of a person")
    )
    parser.add_argument(
        "--licence", choices=LICENCES, default=next(iter(LICENCES)), help=say("the licence of the open data")
    )
    parser.add_argument("--zip", action="store_true", help=say("the archive as one .zip file too"))
    parser.add_argument(
        "--with-register",
        action="store_true",
        help=say("the archive with names and contacts, to move a project to another laptop"),
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the files and list them."""
    with opened_library(options) as library:
        session_id, project_id = _subject(library, options.subject)
        if options.open_data:
            if options.ballots or options.xlsx:
                raise InputError(mark("Please write open data into a folder of its own, without --ballots and --xlsx."))
            return _write_open_data(options, library, language, session_id, project_id)
        if options.ballots or options.xlsx:
            return _write_parts(options, library, language, session_id, project_id)
        return _write_bag(options, library, language, session_id, project_id)


def _write_bag(
    options: argparse.Namespace, library: Library, language: Language, session_id: UUID | None, project_id: UUID | None
) -> int:
    """Write the archive and say what is not in it."""
    from workshop.services.archiving.bag_export import export_bag

    written = finished(
        export_bag(
            library, out=Path(options.out), language=language, project_id=project_id, session_id=session_id,
            with_register=options.with_register, zipped=options.zip,
        )
    )  # fmt: skip
    left_out = [language.tell(one) for one in written.left_out]
    warnings = [language.tell(one) for one in written.warnings]
    place = written.folder or written.packed
    if options.json:
        files = {"folder": written.folder and str(written.folder), "zip": written.packed and str(written.packed)}
        told = {"files": written.files, "left_out": left_out, "warnings": warnings, "manifest": written.manifest}
        print_json({**files, **told})
        return 0
    print(language.say("The archive is in {place}.", place=place))
    for one in (*left_out, *warnings):
        print(one)
    if options.with_register:
        print_error(language.say("It holds names and contacts. Do not hand it on."))
    return 0


def _write_open_data(
    options: argparse.Namespace, library: Library, language: Language, session_id: UUID | None, project_id: UUID | None
) -> int:
    """Write what may be published, with its description."""
    files, masked = write_open_data(
        library, out=Path(options.out), licence=options.licence, project_id=project_id, session_id=session_id
    )
    if options.json:
        print_json({"files": [str(file) for file in files], "licence": options.licence, "masked": masked})
        return 0
    for file in files:
        print(file)
    if masked:
        told = language.say_many(
            "In {n} text a telephone number, an e-mail address or the like was masked. Please look at it before you publish.",
            "In {n} texts telephone numbers, e-mail addresses or the like were masked. Please look at them before you publish.",
            masked,
        )
        print_error(told)
    return 0


def _write_parts(
    options: argparse.Namespace, library: Library, language: Language, session_id: UUID | None, project_id: UUID | None
) -> int:
    """Write the wanted parts into the folder."""
    from workshop.services.evaluation import answer_sheets
    from workshop.services.ideas import idea_sheets
    from workshop.services.voting import ballot_export

    out = Path(options.out)
    files: tuple[Path, ...] = ()
    if options.ballots:
        files += ballot_export.export_ballots(library, out=out, session_id=session_id, project_id=project_id)
    if options.xlsx:
        if session_id is not None:
            project_id = lab_sessions.session_plan(library, session_id=session_id).session.project_id
        if project_id is not None:
            for write in (idea_sheets.write_idea_sheets, answer_sheets.write_answer_sheets):
                files += write(library, language, out=out, project_id=project_id, session_id=session_id)
    if options.json:
        print_json({"files": [str(file) for file in files]})
        return 0
    for file in files:
        print(file)
    if not files:
        print(language.say("No vote is over yet; there are no ballots to export."))
    return 0


def _subject(library: Library, wanted: str) -> tuple[UUID | None, UUID | None]:
    """The session, or else the project, that is meant."""
    meant = session_or_project(library, wanted=wanted)
    return (meant.id, None) if isinstance(meant, LabSessionRecord) else (None, meant.id)
